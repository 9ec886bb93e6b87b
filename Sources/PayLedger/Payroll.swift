public import Amounts

/// What everyone gets for a period, in each currency.
public struct Payroll: Hashable, Sendable {
  /// What one person gets.
  public struct Line: Hashable, Sendable {
    /// The person, as payroll knows them.
    public let payee: Payee
    /// What the accounts of all plans come to; nothing is paid out below zero.
    public let balance: Money
    /// What was posted in the period itself.
    public let ofPeriod: Money

    /// What is paid out.
    public var amount: Money { max(.zero(balance.currency), balance) }
    /// What is carried to the next period, zero or below.
    public var carried: Money { balance - amount }
  }

  /// The period.
  public let period: CalendarPeriod
  /// The people, in alphabetical order, and in that of their currencies.
  public let lines: [Line]
  /// What is paid out by it, plan by plan.
  let postings: [Posting]

  init(of period: CalendarPeriod, in book: LedgerBook, before event: Int) {
    self.period = period
    var ofPeriod: [PersonInCurrency: Int64] = [:]
    var plans: [PersonInCurrency: [PlanYear: Int64]] = [:]
    let later = Set(
      book.periods.periods.filter { period.days.upperBound < $0.time.days.lowerBound }
        .map(\.time.name))
    for entry in book.entries
    where entry.event < event && entry.posting.account == .payable
      && !(entry.period.map(later.contains) ?? false)
    {
      let person = PersonInCurrency(entry.posting)
      let amount = entry.posting.amount.minorUnits
      plans[person, default: [:]][PlanYear(entry.posting.key), default: 0] += amount
      if entry.period == period.name, entry.posting.kind != .payout {
        ofPeriod[person, default: 0] += amount
      }
    }
    let payees = book.payees
    var postings: [Posting] = []
    lines = plans.keys.sorted().compactMap { person in
      let own = plans[person] ?? [:]
      let balance = own.values.reduce(0, +)
      let posted = ofPeriod[person] ?? 0
      guard balance != 0 || posted != 0 else { return nil }
      // What one plan owes makes up for what is owed to another, so that all of them come to zero.
      if balance > 0 {
        let years = own.filter { $0.value != 0 }
          .sorted { $0.key < $1.key }
        for (year, amount) in years {
          let key = OwedKey(
            rep: person.rep, plan: year.plan, planYear: year.start, item: .paid,
            origin: period.days.lowerBound)
          postings.append(
            Posting(
              key, .payout, .payable, Money(minorUnits: -amount, currency: person.currency)))
        }
      }
      return Line(
        payee: payees[person.rep] ?? Payee(rep: person.rep),
        balance: Money(minorUnits: balance, currency: person.currency),
        ofPeriod: Money(minorUnits: posted, currency: person.currency))
    }
    self.postings = postings
  }

  /// The sums of what is paid out, by currency in alphabetical order.
  public var totals: [Money] {
    var sums: [Currency: Money] = [:]
    for line in lines {
      sums[line.amount.currency, default: .zero(line.amount.currency)] += line.amount
    }
    return sums.values.sorted { $0.currency.code < $1.currency.code }
  }
}

extension LedgerBook {
  /// The people as the last calculation that was closed knew them, or an earlier one.
  public var payees: [String: Payee] {
    let closed = Set(events.filter { $0.verb == .close }.compactMap(\.about))
    var payees: [String: Payee] = [:]
    for number in closed.sorted() {
      for payee in calculations[number]?.payees ?? [] { payees[payee.rep] = payee }
    }
    return payees
  }
}

/// A balance that stood when a ledger began.
public struct OpeningBalance: Hashable, Sendable {
  /// The person.
  public var rep: String
  /// The name of the plan.
  public var plan: String
  /// The first day of the plan's year.
  public var planYear: CalendarDate
  /// The account.
  public var account: LedgerAccount
  /// How much; what the person owes is above zero on `draw` and `clawback`.
  public var amount: Money

  /// Creates a balance.
  public init(
    rep: String, plan: String, planYear: CalendarDate, account: LedgerAccount, amount: Money
  ) {
    self.rep = rep
    self.plan = plan
    self.planYear = planYear
    self.account = account
    self.amount = amount
  }

  /// What it is summed under.
  var key: OwedKey {
    OwedKey(
      rep: rep, plan: plan, planYear: planYear, item: .opening, component: account.rawValue)
  }
}
