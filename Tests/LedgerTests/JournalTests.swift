import Amounts
import Answers
import CompanyYears
import Findings
import LedgerAnswers
import PayLedger
import TestSupport
import Testing
import YAMLReading

/// Costs of contracts and accruals, held against published examples and the accounts of the ledger.
@Suite("The journal of a ledger")
struct JournalTests {
  static let year = CalendarDate(year: 2026, month: 1, day: 1)

  /// A ledger of months in which the pay of deals is posted as given, by month and deal.
  static func book(
    first: String, _ months: [[(deal: String, amount: Int64, item: OwedItem)]], day: Int = 10
  ) throws -> LedgerBook {
    let start = try #require(CalendarPeriod(first))
    var book = LedgerBook(first: start)
    let year = try #require(Self.year)
    var owed: [OwedKey: Owed] = [:]
    var period = start
    for month in months {
      for (deal, amount, item) in month {
        let key = OwedKey(
          rep: "ann", plan: "P", planYear: year, item: item, component: "New", deal: deal)
        let so = owed[key]?.amount ?? .zero(.usd)
        let at = owed[key]?.facts.day ?? period.days.lowerBound.advanced(by: day - 1)
        owed[key] = Owed(
          key, so + Money(minorUnits: amount, currency: .usd), facts: OwedFacts(day: at))
      }
      let stamp = LedgerStamp(by: "a", on: period.days.upperBound.advanced(by: 1), version: "1")
      book.append(
        try book.calculating(
          period.name, owed: Array(owed.values), plans: [PlanYear(plan: "P", start: year)],
          left: [], payees: [], changes: Settlement.Changes(), reversed: nil, stamp))
      book.append(try book.approving(period.name, stamp))
      book.append(try book.closing(period.name, stamp))
      period = try #require(period.following())
    }
    return book
  }

  static func fixed(_ rows: [CostSchedule.Row], _ part: KeyPath<CostSchedule.Row, Money>) -> String
  {
    rows.reduce(Money.zero(.usd)) { $0 + $1[keyPath: part] }.fixedPoint
  }

  /// 3,600 from 15 January 2025 to 14 January 2028, which are 1,095 days.
  @Test("By day January has 17 of 1,095 days, by month a 36th")
  func january() throws {
    let book = try Self.book(first: "2025-01", [[("D", 360_000, .earned)], []], day: 15)
    let byDay = try CostSchedule(book, CostPolicy(months: 36, spread: .byDay))
    #expect(byDay.rows.map(\.amortised.fixedPoint) == ["55.89", "92.06"])
    let byMonth = try CostSchedule(book, CostPolicy(months: 36))
    #expect(byMonth.rows.map(\.amortised.fixedPoint) == ["100.00", "100.00"])
    let next = try CostSchedule(book, CostPolicy(months: 36, spread: .byMonth(first: .next)))
    #expect(next.rows.map(\.amortised.fixedPoint) == ["0.00", "100.00"])
    let half = try CostSchedule(book, CostPolicy(months: 36, spread: .byMonth(first: .half)))
    #expect(half.rows.map(\.amortised.fixedPoint) == ["50.00", "100.00"])
  }

  /// A published month: contracts of 40, 25, 60 and 35 thousand at 10 %, 7.65 % of tax, 36 months; the last is
  /// cancelled in October. It divides the sum, 17,224 / 36 = 478.44; by contract it is a cent more.
  @Test(
    "A published example of a cancelled contract, its roll-forward, and its gap of 17 cents closed")
  func cancelled() throws {
    let deals: [(deal: String, amount: Int64, item: OwedItem)] = [
      ("A", 400_000, .earned), ("B", 250_000, .earned), ("C", 600_000, .earned),
      ("D", 350_000, .earned),
    ]
    var months = [deals, [("D", -350_000, .clawback)], []]
    months += Array(repeating: [], count: 33)
    let book = try Self.book(first: "2025-09", months)
    let policy = CostPolicy(months: 36, payrollTax: try Ratio(765, over: 10_000))
    let rows = try CostSchedule(book, policy).rows
    func month(_ name: String) -> [CostSchedule.Row] { rows.filter { $0.period.name == name } }
    #expect(Self.fixed(month("2025-09"), \.capitalised) == "17224.00")
    #expect(Self.fixed(month("2025-09"), \.amortised) == "478.45")
    #expect(Self.fixed(month("2025-10"), \.writtenOff) == "3663.09")
    #expect(
      month("2025-10").first { $0.deal == "D" }.map { "\($0.amortised) \($0.closing)" }
        == "0.00 USD 0.00 USD")
    // By the sum the asset is 12,334.91 at the end of November; by contract it is a cent less.
    #expect(Self.fixed(month("2025-11"), \.closing) == "12334.90")
    // The publisher's 36 × 373.78 is 17 cents short of 13,456.25; here nothing is left.
    #expect(Self.fixed(rows, \.amortised) == "13560.91")
    #expect(rows.last?.closing.fixedPoint == "0.00")
    #expect(rows.last?.period.name == "2028-08")
  }

  @Test("With the expedient nothing is spread; without it twelve months are")
  func expedient() throws {
    let book = try Self.book(first: "2025-01", [[("D", 120_000, .earned)]])
    let policy = CostPolicy(months: 12, isExpedient: true)
    #expect(try CostSchedule(book, policy).rows.isEmpty)
    let lines = try Journal(book, policy).lines
    #expect(lines.map(\.debit) == [.expense])
    #expect(
      try CostSchedule(book, CostPolicy(months: 12)).rows.map(\.closing.fixedPoint) == ["1100.00"])
  }

  @Test("What a later period posts is caught up in it, and earlier ones stay")
  func later() throws {
    let first = try Self.book(first: "2025-01", [[("D", 360_000, .earned)], []])
    let changed = try Self.book(
      first: "2025-01", [[("D", 360_000, .earned)], [], [("D", -72_000, .earned)]])
    let policy = CostPolicy(months: 36)
    let before = try CostSchedule(first, policy).rows
    let after = try CostSchedule(changed, policy).rows
    #expect(Array(after.prefix(2)) == before)
    // 2,880 over 36 months are 80 a month; three of them less the 200 that were charged.
    #expect(after.last?.amortised.fixedPoint == "40.00")
  }

  /// Whatever a company lives through, the books are what the ledger's accounts are.
  @Test("Accruals, receivables and deferred costs are the ledger's accounts", arguments: 0..<6)
  func accounts(_ index: Int) throws {
    var year = try CompanyYear(seed: FreshSeed.value &+ UInt64(index) &* 104_729)
    try year.run()
    let policy = CostPolicy(months: 7, payrollTax: try Ratio(1, over: 10))
    let journal = try Journal(year.book, policy)
    var books: [Journal.Account: Int64] = [:]
    for line in journal.lines {
      books[line.debit, default: 0] += line.amount.minorUnits
      books[line.credit, default: 0] -= line.amount.minorUnits
    }
    #expect(books.values.reduce(0, +) == 0)
    var accounts: [LedgerAccount: Int64] = [:]
    for entry in year.book.entries {
      accounts[entry.posting.account, default: 0] += entry.posting.amount.minorUnits
    }
    func sum(_ some: LedgerAccount...) -> Int64 { some.reduce(0) { $0 + (accounts[$1] ?? 0) } }
    #expect(-(books[.accrued] ?? 0) == sum(.payable, .held))
    #expect(books[.receivable] ?? 0 == sum(.draw, .clawback))
    let last = journal.schedule.rows.filter { $0.period.name == "2026-12" }
    #expect(books[.deferred] ?? 0 == last.reduce(0) { $0 + $1.closing.minorUnits })
    // Each period opens as the one before closes.
    let byDeal = Dictionary(grouping: journal.schedule.rows, by: \.deal)
    for rows in byDeal.values {
      for (row, next) in zip(rows, rows.dropFirst()) { #expect(row.closing == next.opening) }
    }
  }

  @Test("The sample company's January, and the file for editors")
  func sample() throws {
    let folder = try ScratchFolder()
    let closing = Closing(in: folder)
    try closing.begin()
    try closing.close(1)
    let policy = "\(Checkout.datasets)/closing/cost-policy.yaml"
    let journal = try LedgerJournalQuestion(closing.ledger, policy: policy).answer().answer
    let lines = journal.journal.lines.map {
      [$0.debit.rawValue, $0.credit.rawValue, $0.amount.fixedPoint]
    }
    // 19,500 of commissions and 7.65 % of tax are spread over 36 months; 2,500 are advanced.
    #expect(
      lines == [
        ["receivable from reps", "accrued commissions", "2500.00"],
        ["deferred commissions", "accrued commissions", "19500.00"],
        ["deferred commissions", "accrued payroll tax", "1491.75"],
        ["amortisation of commissions", "deferred commissions", "583.11"],
      ])
    let schema = try Checkout.recorded("docs/cost-policy.schema.json", as: CostPolicy.schema)
    #expect(schema == CostPolicy.schema)
    let path = "docs/ledger.md"
    let (text, shown) = Grammar.costPolicy.writingTables(into: try Checkout.text(path))
    #expect(try Checkout.recorded(path, as: text) == text)
    #expect(shown == Grammar.costPolicy.groups.map(\.name))
  }

  @Test(
    "What a policy says wrongly is refused",
    arguments: [
      ("costs: X", "yaml.missing-key"), ("costs: X\nmonths: 0", "yaml.type"),
      ("costs: X\nmonths: 36\nby: week", "yaml.choice"),
      ("costs: X\nmonths: 36\npayroll tax: 7.65", "ledger.policy"),
      ("costs: X\nmonths: 36\nby: day\nfirst month: half", "ledger.policy"),
    ])
  func refused(_ yaml: String, _ kind: String) {
    #expect(refusal { _ = try CostPolicy(yaml: yaml, file: "policy.yaml") } == [kind])
  }
}
