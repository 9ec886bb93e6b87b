public import Amounts

/// What an account of a person came to when a period was closed.
public struct AccountBalance: Hashable, Sendable {
  /// Whose account it is, and which.
  public struct Key: Hashable, Sendable {
    /// The person.
    public var rep: String
    /// The plan and its year.
    public var year: PlanYear
    /// The account.
    public var account: LedgerAccount
    /// The currency.
    public var currency: Currency

    /// Names an account.
    public init(rep: String, year: PlanYear, account: LedgerAccount, currency: Currency) {
      self.rep = rep
      self.year = year
      self.account = account
      self.currency = currency
    }
  }

  /// The account.
  public var key: Key
  /// What it came to at the close before.
  public var opening: Money
  /// What was posted since.
  public var posted: Money

  /// Creates a balance.
  public init(key: Key, opening: Money, posted: Money) {
    self.key = key
    self.opening = opening
    self.posted = posted
  }

  /// What it comes to.
  public var closing: Money { opening + posted }
}

extension AccountBalance.Key: Comparable {
  private var texts: [String] {
    [rep, year.plan, "\(year.start)", account.rawValue, currency.code]
  }

  /// By bytes, as a database compares: texts themselves are compared as if they were composed, in which "é"
  /// of two scalars comes elsewhere.
  public static func < (left: Self, right: Self) -> Bool {
    left.texts.lexicographicallyPrecedes(right.texts) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }
}

extension LedgerBook {
  /// Returns the balances of all accounts at a close, those that nothing was ever posted to left out.
  ///
  /// - Complexity: O(number of entries).
  public func balances(atClose number: Int) -> [AccountBalance] {
    let before = events.last { $0.verb == .close && $0.number < number }?.number ?? 0
    var sums: [AccountBalance.Key: (opening: Int64, posted: Int64)] = [:]
    for entry in entries where entry.event <= number {
      let posting = entry.posting
      let key = AccountBalance.Key(
        rep: posting.key.rep, year: PlanYear(posting.key), account: posting.account,
        currency: posting.amount.currency)
      var sum = sums[key] ?? (0, 0)
      if entry.event <= before {
        sum.opening += posting.amount.minorUnits
      } else {
        sum.posted += posting.amount.minorUnits
      }
      sums[key] = sum
    }
    return sums.sorted { $0.key < $1.key }.map { key, sum in
      AccountBalance(
        key: key, opening: Money(minorUnits: sum.opening, currency: key.currency),
        posted: Money(minorUnits: sum.posted, currency: key.currency))
    }
  }
}
