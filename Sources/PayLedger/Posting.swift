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

/// A person in one currency: whose plans make up for each other.
public struct PersonInCurrency: Hashable, Sendable {
  /// The person.
  public var rep: String
  /// The currency.
  public var currency: Currency

  /// Names whom a posting is for.
  public init(_ posting: Posting) {
    rep = posting.key.rep
    currency = posting.amount.currency
  }
}

extension PersonInCurrency: Comparable {
  public static func < (left: PersonInCurrency, right: PersonInCurrency) -> Bool {
    (left.rep, left.currency.code) < (right.rep, right.currency.code)
  }
}

/// What was posted under one key so far.
public struct Posted: Hashable, Sendable {
  /// The sum.
  public private(set) var amount: Money
  /// What the postings followed from, one after the other, without those that were taken back.
  private var history: [OwedFacts]

  /// What the last posting followed from.
  public var facts: OwedFacts { history.last ?? OwedFacts() }

  /// Creates the sum of one posting.
  init(_ amount: Money, facts: OwedFacts) {
    self.amount = amount
    history = [facts]
  }

  /// Adds a posting; one that takes another back, because its period was opened again, leaves what was known
  /// before that one.
  ///
  /// - Returns: false where nothing is left that was not taken back.
  mutating func add(_ more: Money, facts: OwedFacts, takesBack: Bool) -> Bool {
    amount += more
    if takesBack { history.removeLast() } else { history.append(facts) }
    return !history.isEmpty
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
    let takesBack = if case .reopened = posting.cause { true } else { false }
    let isLeft = sum.add(amount, facts: posting.facts, takesBack: takesBack)
    sums[posting.key] = isLeft ? sum : nil
  }

  /// The years of plans that something was posted for.
  var planYears: Set<PlanYear> {
    Set(sums.keys.lazy.filter(\.item.isCalculated).map { PlanYear($0) })
  }
}
