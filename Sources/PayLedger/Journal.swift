public import Amounts

/// The entries that a ledger makes in the books of the company, period by period.
///
/// What is earned is accrued when it is posted and not when it is paid, so that the accrued commissions are at
/// all times what the ledger's accounts `payable` and `held` come to, and the receivables from people what
/// `draw` and `clawback` do.
public struct Journal: Sendable {
  /// An account of the books.
  public enum Account: String, Hashable, Sendable, CaseIterable {
    /// What is owed to people.
    case accrued = "accrued commissions"
    /// What is owed by people.
    case receivable = "receivable from reps"
    /// Costs of contracts that are spread over time.
    case deferred = "deferred commissions"
    /// The tax that is owed on what is accrued.
    case accruedTax = "accrued payroll tax"
    /// What is charged at once.
    case expense = "commission expense"
    /// What is charged of costs that are spread.
    case amortisation = "amortisation of commissions"
    /// What is lost with cancelled deals.
    case writeOff = "commissions written off"
    /// What was paid out.
    case cash
    /// What stood before the ledger.
    case opening = "opening balance"
  }

  /// An amount that is debited to one account and credited to another.
  public struct Line: Hashable, Sendable {
    /// The period; nil for what stood before the first.
    public let period: String?
    /// What is debited.
    public let debit: Account
    /// What is credited.
    public let credit: Account
    /// How much, above zero.
    public let amount: Money
  }

  /// The lines, by period.
  public let lines: [Line]
  /// The costs of contracts.
  public let schedule: CostSchedule

  /// Makes the entries of a ledger.
  ///
  /// - Throws: where an amount is too large to compute exactly.
  public init(_ book: LedgerBook, _ policy: CostPolicy) throws(ArithmeticFailure) {
    schedule = try CostSchedule(book, policy)
    var sums = JournalSums()
    for entry in book.entries {
      let posting = entry.posting
      // What stood before the ledger was somebody else's to spread.
      let isCost =
        policy.capitalises && entry.period != nil && posting.key.item == .earned
        && policy.takes(posting)
      for (debit, credit, sign) in Self.sides(of: posting, isCost: isCost) {
        sums.add(
          entry.period, debit, credit,
          Money(
            minorUnits: sign * posting.amount.minorUnits, currency: posting.amount.currency))
      }
    }
    var costs: [JournalSums.Place: Money] = [:]
    for row in schedule.rows {
      let period = row.period.name
      sums.add(period, .amortisation, .deferred, row.amortised)
      sums.add(period, .writeOff, .deferred, row.writtenOff)
      costs[
        JournalSums.Place(period: period, currency: row.capitalised.currency),
        default: .zero(row.capitalised.currency)] += row.capitalised
    }
    // What is capitalised above what was posted is the tax on it.
    for (place, whole) in costs {
      sums.add(
        place.period, .deferred, .accruedTax,
        whole - sums.amount(place.period, .deferred, .accrued, place.currency))
    }
    lines = sums.lines(
      [nil] + book.periods.periods.map { Optional($0.time.name) })
  }

  /// What a posting is in the books: which account it debits and credits, for an amount above zero.
  private static func sides(
    of posting: Posting, isCost: Bool
  ) -> [(debit: Account, credit: Account, sign: Int64)] {
    switch (posting.account, posting.key.item) {
    // What moves between what is payable and what is held stays accrued.
    case (_, .held): []
    case (.held, .lapsed): [(.expense, .accrued, 1)]
    case (.payable, .earned): [(isCost ? .deferred : .expense, .accrued, 1)]
    case (.payable, .clawback), (.payable, .manual), (.payable, .guarantee):
      [(.expense, .accrued, 1)]
    case (.payable, .paid): [(.cash, .accrued, 1)]
    case (.payable, .opening), (.held, .opening): [(.opening, .accrued, 1)]
    case (.draw, .opening), (.clawback, .opening): [(.receivable, .opening, 1)]
    case (.draw, .drawForgiven): [(.receivable, .expense, 1)]
    // Advances and what is owed for cancelled deals: the receivable's side of what is payable.
    case (.draw, _), (.clawback, _): [(.receivable, .accrued, 1)]
    case (.payable, _), (.held, _): []
    }
  }
}

/// Amounts by period and accounts.
private struct JournalSums {
  struct Place: Hashable {
    var period: String?
    var currency: Currency
  }

  private struct Key: Hashable {
    var place: Place
    var debit: Journal.Account
    var credit: Journal.Account
  }

  private var sums: [Key: Money] = [:]

  mutating func add(
    _ period: String?, _ debit: Journal.Account, _ credit: Journal.Account, _ amount: Money
  ) {
    let place = Place(period: period, currency: amount.currency)
    sums[Key(place: place, debit: debit, credit: credit), default: .zero(amount.currency)] += amount
  }

  func amount(
    _ period: String?, _ debit: Journal.Account, _ credit: Journal.Account, _ currency: Currency
  ) -> Money {
    let place = Place(period: period, currency: currency)
    return sums[Key(place: place, debit: debit, credit: credit)] ?? .zero(currency)
  }

  /// The lines, period by period in their order; an amount below zero stands on the other sides.
  func lines(_ periods: [String?]) -> [Journal.Line] {
    let order = Journal.Account.allCases
    func rank(_ account: Journal.Account) -> Int { order.firstIndex(of: account) ?? 0 }
    return periods.flatMap { period in
      sums.filter { $0.key.place.period == period && $0.value.minorUnits != 0 }
        .map { key, amount in
          amount.minorUnits > 0
            ? Journal.Line(period: period, debit: key.debit, credit: key.credit, amount: amount)
            : Journal.Line(period: period, debit: key.credit, credit: key.debit, amount: -amount)
        }
        .sorted {
          ($0.amount.currency.code, rank($0.debit), rank($0.credit))
            < ($1.amount.currency.code, rank($1.debit), rank($1.credit))
        }
    }
  }
}
