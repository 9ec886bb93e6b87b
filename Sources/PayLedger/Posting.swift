public import Amounts

/// One line of the ledger: an amount that changes one account of a person.
public struct Posting: Hashable, Sendable {
  /// What it is owed for.
  public var key: OwedKey
  /// What it is, in the words of the field.
  public var kind: EntryKind
  /// The account that it changes.
  public var account: LedgerAccount
  /// How much, with the sign of the change.
  public var amount: Money
  /// What it follows from.
  public var facts: OwedFacts
  /// Why it changes an earlier period; nil where it does not.
  public var cause: Cause?

  /// Creates a posting.
  public init(
    _ key: OwedKey, _ kind: EntryKind, _ account: LedgerAccount, _ amount: Money,
    facts: OwedFacts = OwedFacts(), cause: Cause? = nil
  ) {
    self.key = key
    self.kind = kind
    self.account = account
    self.amount = amount
    self.facts = facts
    self.cause = cause
  }
}

/// What was posted under one key so far.
public struct Posted: Hashable, Sendable {
  /// The sum.
  public var amount: Money
  /// What the last of it followed from.
  public var facts: OwedFacts

  /// Creates a sum.
  public init(_ amount: Money, facts: OwedFacts) {
    self.amount = amount
    self.facts = facts
  }
}

/// The sums of postings by their keys.
public struct PostedSums: Sendable {
  /// The sums.
  public private(set) var sums: [OwedKey: Posted] = [:]

  /// Creates sums of nothing.
  public init() {}

  /// Adds a posting; those of an item's further accounts repeat what the first one says.
  public mutating func add(_ posting: Posting) {
    let own = posting.key.item.accounts[0]
    guard posting.account == own.account else { return }
    let amount = Money(
      minorUnits: own.sign * posting.amount.minorUnits, currency: posting.amount.currency)
    guard var sum = sums[posting.key] else {
      sums[posting.key] = Posted(amount, facts: posting.facts)
      return
    }
    sum.amount += amount
    // What is taken back when a period is opened again follows from nothing new.
    if case .reopened = posting.cause {} else { sum.facts = posting.facts }
    sums[posting.key] = sum
  }

  /// The years of plans that something was posted for.
  var planYears: Set<PlanYear> {
    Set(sums.keys.lazy.filter(\.item.isCalculated).map { PlanYear($0) })
  }
}
