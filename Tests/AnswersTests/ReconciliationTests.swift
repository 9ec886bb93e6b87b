import Amounts
import Answers
import Findings
import Foundation
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import Tables
import TestSupport
import Testing

@Suite("Reconciling payments of mixed grain")
struct ReconciliationTests {
  /// A year of a team: the statements, and what makes a file of payments.
  struct Year {
    let plan: Plan
    let deals: Deals
    let run: PayRun

    init(_ plan: Plan, _ csv: String) throws {
      self.plan = plan
      deals = try Deals.read(csv: csv, file: "deals.csv", for: plan).deals
      run = try plan.statements(for: deals)
    }

    func reconcile(_ payments: [Payment], _ period: String? = nil) throws -> Reconciliation {
      try Reconciliation(
        payments, with: run, plan: plan, deals: deals,
        period: period.map { try #require(plan.period(named: $0)) })
    }

    func payment(
      _ rep: String, _ amount: Money, deal: String? = nil, component: String? = nil,
      period: CalendarPeriod? = nil, line: Int = 0
    ) -> Payment {
      Payment(
        amount, to: rep, period: period, deal: deal, component: component,
        place: Place(file: "paid.csv", line: line))
    }

    /// Reads rows such as "ann D1 Commission 2021-01 6000", with "-" for an empty cell.
    func payments(_ rows: [String]) throws -> [Payment] {
      try rows.enumerated().map { index, row in
        let cells = row.split(separator: " ").map { $0 == "-" ? nil : String($0) }
        let amount = try #require(cells[4].flatMap { Ratio(decimal: $0) })
        return payment(
          try #require(cells[0]), try Money(rounding: amount, currency: plan.currency),
          deal: cells[1], component: cells[2],
          period: try cells[3].map { try #require(plan.period(named: $0)) }, line: index + 2)
      }
    }
  }

  static let terms = """
    plan: P
    currency: USD
    variable: 40000
    measures: {bookings: {quota: 400000}}
    components:
      - {commission: Commission, measure: bookings, period: quarter, pay: 10%, target: 30000}
      - {bonus: Bonus, measure: bookings, period: quarter, at: 100%, pay: 5000}

    """

  /// Ann earns 12,000 and a bonus of 5,000 in the first quarter, Bob 11,000 and 5,000.
  static func quarter() throws -> Year {
    try Year(
      Plan.read(yaml: terms, file: "plan.yaml").plan,
      """
      deal_id,rep,close_date,amount
      D1,ann,2021-01-10,60000
      D2,ann,2021-02-10,60000
      D3,bob,2021-02-10,110000
      D4,ann,2021-05-03,70000
      D5,bob,2021-11-03,41000

      """)
  }

  /// Each difference as "rep deal component period: amount cause".
  static func differences(_ reconciliation: Reconciliation) -> [String] {
    reconciliation.rows.filter { $0.cause != nil }.map { row in
      let names = [row.rep, row.deal ?? "-", row.component ?? "-", row.period?.name ?? "-"]
      return names.joined(separator: " ")
        + ": \(row.difference.fixedPoint) \(row.cause?.rawValue ?? "")"
    }
  }

  /// Ann and Bob sell in euros and in dollars, at a flat tenth.
  @Test(
    "A currency is named as the cause where files name one, and a multiple alone is called no rate",
    arguments: [
      (["ann D1 - - 6000", "ann D2 - - 6000", "bob D3 - - 13000"], true, ["D1 -720.00 currency"]),
      (["ann D1 - - 7526.4", "ann D2 - - 6000", "bob D3 - - 13000"], true, ["D1 806.40 currency"]),
      // 6,000 in euros at 1.25.
      (["ann D1 - - 6720", "ann D2 - - 4800", "bob D3 - - 13000"], true, ["D2 -1200.00 currency"]),
      // No file names a currency, so that 0.8 can be whatever it is.
      (
        ["ann D1 - - 4800", "ann D2 - - 4800", "bob D3 - - 8320"], false,
        ["D1 -1200.00 factor", "D2 -1200.00 factor", "D3 -2080.00 factor"]
      ),
      (["ann D1 - - 6000", "ann D2 - - 5100", "bob D3 - - 10400"], false, ["D2 -900.00 credit"]),
      (
        ["ann D1 - - 6000", "ann D2 - - 5103.33", "bob D3 - - 10400"], false,
        ["D2 -896.67 unexplained"]
      ),
    ])
  func multiples(_ rows: [String], _ hasCurrencies: Bool, _ differences: [String]) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: Commission, measure: bookings, period: quarter, pay: 10%, target: 40000}

        """, file: "plan.yaml"
    ).plan
    let text = """
      deal_id,rep,close_date,amount,currency
      D1,ann,2021-01-10,60000,EUR
      D2,ann,2021-02-10,60000,USD
      D3,bob,2021-02-10,104000,EUR

      """
    let csv = hasCurrencies ? text : text.replacing("EUR", with: "USD")
    let deals = try Deals.read(csv: csv, file: "deals.csv", for: plan).deals
    var rates = MonthlyRates()
    if hasCurrencies {
      let euro = try #require(Currency(code: "EUR"))
      for (month, rate) in [("2021-01", "1.12"), ("2021-02", "1.25")] {
        rates.set(
          try #require(Ratio(decimal: rate)), of: euro, in: try #require(YearMonth(iso: month)))
      }
    }
    let year = try Year(plan, csv.replacing("EUR", with: "USD"))
    let reconciliation = try Reconciliation(
      year.payments(rows), with: plan.statements(for: deals, rates: rates), plan: plan,
      deals: deals, rates: rates)
    #expect(
      reconciliation.rows.filter { $0.cause != nil }.map {
        "\($0.deal ?? "") \($0.difference.fixedPoint) \($0.cause?.rawValue ?? "")"
      } == differences)
  }

  /// 100,000 fill the quota of the quarter at 10 %, so that the next 40,000 earn 6,000 at 15 %.
  @Test("A rule that pays nothing for a deal hides no cause")
  func payingNothing() throws {
    let year = try Year(
      Plan.read(
        yaml: """
          plan: P
          currency: USD
          measures:
            bookings: {quota: 400000}
            large: {multiply: {amount: [{through: 500000, times: 0}, {times: 1}]}}
          components:
            - commission: Commission
              measure: bookings
              period: quarter
              tiers: marginal
              rates: [{to: 100%, pay: 10%}, {pay: 15%}]
            - {commission: Large deals, measure: large, period: year, pay: 1%}

          """, file: "plan.yaml"
      ).plan,
      "deal_id,rep,close_date,amount\nD1,ann,2021-01-10,100000\nD2,ann,2021-02-10,40000\n")
    #expect(year.run.statements[0].lines.count { $0.deal == "D2" } == 2)
    let found = try year.reconcile(year.payments(["ann D1 - - 10000", "ann D2 - - 4000"]))
    #expect(Self.differences(found) == ["ann D2 - -: -2000.00 tier"])
  }

  struct Case: Sendable {
    let rows: [String]
    let differences: [String]
    var period: String?
  }

  @Test(
    "Each row is matched at its own grain, in whatever order",
    arguments: [
      // Bonuses by component, commissions by deal: Bob's bonus is missing, and the first row says
      // nothing about that.
      Case(
        rows: [
          "ann D1 Commission - 6000", "ann D2 Commission - 6000", "ann - Bonus - 5000",
          "bob D3 Commission - 11000",
        ], differences: ["bob - Bonus 2021-Q1: -5000.00 unpaid"], period: "2021-Q1"),
      // Bonuses by person, although a deal completed them.
      Case(
        rows: [
          "ann - - - 5000", "ann D1 - - 6000", "ann D2 - - 6000", "bob D3 - - 11000",
          "bob - - - 5000",
        ], differences: [], period: "2021-Q1"),
      // Without a row by person the bonus is paid with the deal that completed it.
      Case(
        rows: ["ann D1 - - 6000", "ann D2 - - 11000", "bob D3 - - 16000"], differences: [],
        period: "2021-Q1"),
      // A deal that the file lacks is missing by itself, and not in the row by person.
      Case(
        rows: ["ann - - - 5000", "ann D1 - - 6000", "bob - - - 16000"],
        differences: ["ann D2 - -: -6000.00 missing deal"], period: "2021-Q1"),
      // A single deal that was paid apart from the rest of its month.
      Case(
        rows: ["ann - - 2021-02 5000", "ann D2 - 2021-02 6000", "bob - - 2021-02 16000"],
        differences: [], period: "2021-02"),
      // Correct payments of a quarter.
      Case(
        rows: ["ann - - 2021-01 6000", "ann - - 2021-02 11000", "bob - - 2021-02 16000"],
        differences: [], period: "2021-Q1"),
      Case(
        rows: ["ann - - 2021-01 6000", "ann - - 2021-02 11000", "bob - - 2021-02 16000"],
        differences: ["ann - - 2021-05: -7000.00 unpaid", "bob - - 2021-11: -4100.00 unpaid"]),
      // A quarter and a month in it: the month takes its own.
      Case(
        rows: ["ann - - 2021-Q1 6000", "ann - - 2021-02 11000", "bob - - 2021-Q1 16000"],
        differences: [], period: "2021-H1"
      ),
      // Paid in a month in which nothing was earned for it.
      Case(
        rows: ["ann D1 - 2021-03 6000", "ann D2 - 2021-02 11000", "bob D3 - - 16000"],
        differences: ["ann D1 - -: -6000.00 timing", "ann D1 - 2021-03: 6000.00 timing"],
        period: "2021-Q1"),
      Case(
        rows: ["ann - Commission - 0", "ann - Bonus - 5000", "bob - - - 16000"],
        differences: ["ann - Commission -: -12000.00 unpaid"], period: "2021-Q1"),
      Case(
        rows: ["ann - - - 17000", "bob - - - 16000", "bobb - - - 3", "ann - Bonuss - 7"],
        differences: [
          "ann - Bonuss -: 7.00 unmatched", "bobb - - -: 3.00 unmatched",
        ], period: "2021-Q1"),
    ])
  func grains(_ trial: Case) throws {
    let year = try Self.quarter()
    let payments = try year.payments(trial.rows)
    // A quarter holds deals of months beyond those of the case only in 2021-H1.
    let expected =
      trial.period == "2021-H1"
      ? ["ann - - 2021-05: -7000.00 unpaid"]
      : trial.differences.map { $0.replacing("Bonus 2021-Q1", with: "Bonus -") }
    for order in [payments, payments.reversed()] {
      let reconciliation = try year.reconcile(order, trial.period)
      #expect(Self.differences(reconciliation) == expected)
    }
  }

  @Test("Rows that nothing can be matched with are found by line, those that pay nothing too")
  func unmatched() throws {
    let year = try Self.quarter()
    let rows = try year.payments([
      "ann - - - 24000", "bob - - - 20100", "bobb - - - 0", "ann - Bonuss - 0", "ann D11 - - 0",
      "ann - - 2020-12 0",
    ])
    let found = try year.reconcile(rows).findings.findings.map {
      "\($0.subject): \($0.message.plainText) | \($0.remedy?.plainText ?? "")"
    }
    #expect(
      found == [
        "paid.csv:4: nobody called \"bobb\" is on the plan | did you mean \"bob\"?",
        "paid.csv:5: no component of the plan is called \"Bonuss\" | did you mean \"Bonus\"?",
        "paid.csv:6: D11 is not among the deals | did you mean \"D1\"?",
        "paid.csv:7: 2020-12 from 2020-12-01 to 2020-12-31 is outside of what is owed, 2021-01-01 to 2021-12-31 | ",
      ])
  }

  @Test("What is for another time is left out, and what is only partly for it is asked about")
  func otherTimes() throws {
    let year = try Self.quarter()
    let rows = try year.payments([
      "ann - - 2021-Q1 17000", "bob - - 2021-02 16000", "ann - - 2021-05 1", "bob - - 2021 9",
    ])
    let reconciliation = try year.reconcile(rows, "2021-Q1")
    #expect(reconciliation.isClean)
    #expect(reconciliation.elsewhere == 2)
    #expect(reconciliation.findings.findings.map(\.place?.line) == [5])
    #expect(throws: InputFailure.self) { try year.reconcile(rows, "2022-Q1") }
  }

  @Test("What no grain of the file holds is said: draws, guarantees, clawbacks, what is not due")
  func uncompared() throws {
    let plan = try Plan.read(
      yaml: Self.terms + "draw: {kind: non-recoverable, amount: 3000, per: month}\n"
        + "clawback: {within: 12 months}\n", file: "plan.yaml"
    ).plan
    let year = try Year(
      plan,
      "deal_id,rep,close_date,amount,cancelled_date\nD1,ann,2021-01-10,60000,2021-02-10\n")
    let paid = try year.payments(["ann D1 - - 6000"])
    let byDeal = try year.reconcile(paid)
    #expect(byDeal.isClean)
    #expect(byDeal.uncompared.clawback == -6000_00)
    #expect(byDeal.uncompared.draw == 33_000_00)
    #expect(byDeal.document.markdown().contains("6,000.00 taken back for cancelled deals"))
    // Who takes back by deal is held against what the deal gives back.
    let taken = try year.reconcile(
      year.payments(["ann D1 - 2021-01 6000", "ann D1 - 2021-02 -6000"]))
    #expect(taken.isClean)
  }

  // MARK: Causes that are true

  /// A year that starts in February: 10 % commission, and 1,000 for each full quarter.
  static func february() throws -> Year {
    try Year(
      Plan.read(
        yaml: """
          plan: Feb
          currency: USD
          base: 60000
          variable: 40000
          year starts: 2026-02-01
          measures: {bookings: {quota: 400000}}
          components:
            - {commission: Commission, measure: bookings, period: quarter, pay: 1x}
            - {bonus: Club, measure: bookings, period: quarter, at: 100%, pay: 1000}
          """, file: "plan.yaml"
      ).plan,
      """
      deal_id,rep,close_date,amount
      A1,ann,2026-02-10,60000
      A2,ann,2026-03-10,60000
      A3,ann,2026-04-20,20000
      A4,ann,2026-05-20,20000
      B1,bob,2026-02-10,30000
      B2,bob,2026-04-15,30000
      B3,bob,2027-01-15,30000

      """)
  }

  /// Each difference of ann as "amount cause: explanation".
  static func reasons(_ reconciliation: Reconciliation, of rep: String = "ann") -> [String] {
    reconciliation.rows.filter { $0.cause != nil && $0.rep == rep }.map {
      "\($0.difference.fixedPoint) \($0.cause?.rawValue ?? ""): \($0.explanation.plainText)"
    }
  }

  @Test(
    "What is said to be the cause is true",
    arguments: [
      // The bonus that a deal completed is missing, and the deal is in the file.
      (
        [
          "ann A1 - 2026-02 6000", "ann A2 Commission 2026-03 6000", "ann - - 2026-04 2000",
          "bob - - 2026-02 3000", "bob B2 - 2026-04 2900",
        ], "2026-Q1", ["-1000.00 unpaid: A2 is in the file, but not its 1,000.00 of Club"]
      ),
      (
        [
          "ann A1 - 2026-02 6000", "ann A2 Commission 2026-03 6000", "ann - - 2026-04 2000",
          "bob - - 2026-02 3000", "bob B2 - 2026-04 2900",
        ], "FY2026-Q1", ["-1000.00 unpaid: A2 is in the file, but not its 1,000.00 of Club"]
      ),
      (
        ["ann A1 - - 6000", "ann A2 - - 6000", "ann A3 - - 2000"], "FY2026-Q1",
        ["-1000.00 unpaid: Club of 2026-03-10 earned just this"]
      ),
      // Components in the file for this person and month, but no row for the rest.
      (
        ["ann - Commission 2026-03 6000", "ann - - 2026-02 6000", "ann - - 2026-04 2000"],
        "FY2026-Q1",
        [
          "-1000.00 unpaid: the file has rows for ann in 2026-03 from 2026-03-01 to 2026-03-31, but none for 1,000.00 of Club"
        ]
      ),
      // The credit of A2 and A3, which are held against the row: not that of February's, and A2's
      // only once although the bonus is on it, too.
      (
        ["ann - - 2026-02 6000", "ann - - FY2026-Q1 15000"], "FY2026-Q1",
        ["6000.00 rate: paid is 18.75% of the credit of 80,000, owed 11.25%"]
      ),
      (
        ["ann A1 - - 6000", "ann A1 - - 6000", "ann - - - 11000"], nil,
        ["6000.00 duplicate: paid twice (lines 2 and 3)"]
      ),
      (
        ["ann - - - 11000", "ann A1 - - 6000", "ann A1 - - 6000", "ann A1 - - 6000"], nil,
        ["12000.00 duplicate: paid 3 times (lines 3, 4, 5)"]
      ),
      // Twice, once with its month and once without.
      (
        ["ann A1 - 2026-02 6000", "ann A1 - - 6000", "ann - - - 11000"], nil,
        ["6000.00 duplicate: what A1 earned is held against line 2"]
      ),
      (
        ["ann A1 - - 6000", "ann A1 Club - 7", "ann - - - 11000"], nil,
        ["7.00 extra deal: A1 earned nothing of Club"]
      ),
      // Paid to somebody else.
      (
        ["bob A1 - - 6000", "ann A2 - - 7000", "ann A3 - - 2000", "ann A4 - - 2000"], nil,
        ["-6000.00 missing deal: A1 earned 6,000.00 and is in the file only for bob"]
      ),
    ] as [([String], String?, [String])])
  func truth(rows: [String], period: String?, reasons: [String]) throws {
    let year = try Self.february()
    let payments = try year.payments(rows)
    for order in [payments, payments.reversed()] {
      #expect(Self.reasons(try year.reconcile(order, period)) == reasons)
    }
  }

  @Test("Two numbers that are the same are no cause")
  func sameNumbers() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        base: 60000
        variable: 40000
        year starts: 2021-01-01
        measures: {bookings: {quota: 400000}}
        components:
          - commission: New business
            measure: bookings
            period: quarter
            tiers: retroactive
            rates: [{to: 100%, pay: 1x}, {pay: 2x}]
        clawback: {within: 6 months, attainment: keeps}
        paid: {close_date: 50%, paid_date: 50%}
        cap: 60000
        """, file: "plan.yaml"
    ).plan
    let year = try Year(
      plan,
      """
      deal_id,rep,close_date,amount,paid_date,cancelled_date
      D1,ann,2021-01-10,60000,2021-03-15,
      D2,ann,2021-02-10,60000,2021-06-15,2021-04-20
      D3,ann,2021-03-10,20000,,2021-05-02
      D4,ann,2021-03-20,10000,2021-04-15,2021-12-02

      """)
    let rows = ["ann D1 - 2021-01 3000", "ann D2 - - 12000", "ann D3 - - 0", "ann - - - 3000"]
    // D2 earns 60,000 at 20 % and 6,000 more for D1, whose rate it raises.
    #expect(
      try Self.reasons(year.reconcile(year.payments(rows))) == [
        "-3000.00 credit: at the right rate it would be a credit of 30,000, not 60,000",
        "-6000.00 rate: paid is 20% of the credit of 60,000, owed 30%",
        "-4000.00 unpaid: the file says that nothing was paid",
        "13000.00 unexplained: nothing that this checks accounts for it",
      ])
  }

  @Test("What rows for a longer time pay for is left out with them, and said")
  func longerTime() throws {
    let year = try Self.february()
    let rows = try year.payments([
      "ann A1 - 2026-02 6000", "ann - - FY2026-Q1 9000", "bob - - 2026 6000",
      "bob B3 - 2027-01 3000", "ann - - 2026-05 2000",
    ])
    #expect(try year.reconcile(rows).isClean)
    let part = try year.reconcile(rows, "2026-Q1")
    #expect(part.isClean)
    #expect(part.rows.map(\.deal) == ["A1"])
    // A2, its bonus and B1.
    #expect(part.leftOut.minorUnits == 10_000_00)
    #expect(part.findings.findings.map(\.place?.line) == [3, 4])
    let text = part.document.markdown()
    #expect(text.contains("The one amount was paid as owed"))
    #expect(text.contains("Not compared: 10,000.00 that is owed"))
    // What is missing beside them is still found.
    let lacking = try year.reconcile(Array(rows.dropFirst(2)), "2026-Q1")
    #expect(
      Self.differences(lacking) == [
        "ann A1 - -: -6000.00 missing deal", "ann - - 2026-03: -1000.00 unpaid",
        "ann A2 - -: -6000.00 missing deal",
      ])
  }

  @Test("One amount and none are said as such")
  func counts() throws {
    let year = try Self.february()
    let none = try year.reconcile(year.payments(["ann - - 2026-02 6000"]), "FY2026-M8")
    #expect(none.document.markdown().contains("There is nothing to compare."))
    let one = try year.reconcile(
      year.payments(["ann - - 2026-05 2000", "bob - - 2026-04 3000"]), "2026-05")
    #expect(one.document.markdown().contains("The one amount was paid as owed"))
    let wrong = try year.reconcile(year.payments(["ann - - 2026-05 1000"]), "2026-05")
    #expect(wrong.document.markdown().contains("The one amount differs; -$1,000.00"))
    #expect(wrong.document.markdown().contains("In all **$1,000.00** is still to be paid."))
  }

  // MARK: Random years

  /// A team with commissions, bonuses and a spiff, and deals of a year.
  private static func randomYear(_ generator: inout SeededGenerator) throws -> Year {
    let tiers = ["marginal", "retroactive", "by deal"].randomElement(using: &generator) ?? ""
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - commission: Commission
            measure: bookings
            period: quarter
            target: 30000
            tiers: \(tiers)
            rates: [{to: 60%, pay: 7%}, {pay: 11%}]
          - {bonus: Bonus, measure: bookings, period: quarter, at: 100%, pay: 5000}
          - {spiff: Spiff, pay: 250 each, from: 2021-04-01}
        """, file: "plan.yaml"
    ).plan
    var csv = "deal_id,rep,close_date,amount\n"
    for rep in ["ann", "bob", "cai", "dee"] {
      for number in 1...Int.random(in: 2...14, using: &generator) {
        let month = Int.random(in: 1...12, using: &generator)
        let day = Int.random(in: 1...28, using: &generator)
        csv += "\(rep)\(number),\(rep),2021-\(month < 10 ? "0" : "")\(month)-"
        csv += "\(day < 10 ? "0" : "")\(day),\(Int.random(in: 1000...90_000, using: &generator))\n"
      }
    }
    return try Year(plan, csv)
  }

  /// Everything that a year owes, each person's in some grain of its own.
  fileprivate static func rightPayments(
    of year: Year, _ generator: inout SeededGenerator
  ) -> [Payment] {
    year.run.statements.flatMap { statement -> [Payment] in
      let zero = Money.zero(year.plan.currency)
      func month(_ date: CalendarDate) -> CalendarPeriod? { CalendarPeriod("\(date.yearMonth)") }
      var sums: [Payment: Money] = [:]
      func add(
        _ pay: Money, deal: String? = nil, component: String? = nil, period: CalendarPeriod? = nil
      ) {
        let key = year.payment(
          statement.rep, zero, deal: deal, component: component, period: period)
        sums[key, default: zero] += pay
      }
      let grain = Int.random(in: 0...5, using: &generator)
      let saysTime = Bool.random(using: &generator)
      for line in statement.lines {
        let period = saysTime ? month(line.date) : nil
        let isOfDeal = line.component != "Bonus"
        switch grain {
        case 0: add(line.pay, period: period)
        case 1: add(line.pay, component: line.component, period: period)
        case 2: add(line.pay, deal: line.deal, period: period)
        case 3: add(line.pay, deal: line.deal, component: line.component, period: period)
        // Bonuses by person or component, the rest by deal.
        case 4: add(line.pay, deal: isOfDeal ? line.deal : nil, period: isOfDeal ? period : nil)
        default:
          add(
            line.pay, deal: isOfDeal ? line.deal : nil,
            component: isOfDeal ? nil : line.component, period: period)
        }
      }
      return sums.map { key, amount in
        var payment = key
        payment.amount = amount
        return payment
      }.filter { $0.amount.minorUnits != 0 }
    }.sorted {
      ($0.rep, $0.deal ?? "", $0.component ?? "", $0.period?.name ?? "")
        < ($1.rep, $1.deal ?? "", $1.component ?? "", $1.period?.name ?? "")
    }
  }

  @Test(
    "Right payments are right, a row that is taken out is what is missing, and order says nothing",
    arguments: 1...60)
  func property(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let year = try Self.randomYear(&generator)
    var payments = Self.rightPayments(of: year, &generator)
    for index in payments.indices { payments[index].place.line = index + 2 }
    let right = try year.reconcile(payments)
    #expect(right.isClean, "seed \(seed): \(Self.differences(right))")
    let owed = right.rows.reduce(0) { $0 + $1.owed.minorUnits }
    #expect(owed == year.run.totals.earned.minorUnits, "seed \(seed)")

    let removed = payments.remove(at: Int.random(in: payments.indices, using: &generator))
    let lacking = try year.reconcile(payments)
    let missing = lacking.rows.reduce(0) { $0 + $1.difference.minorUnits }
    #expect(missing == -removed.amount.minorUnits, "seed \(seed)")
    #expect(!lacking.isClean, "seed \(seed)")

    // Some slips: another amount, another deal, another person, twice.
    for _ in 0..<3 {
      var slip = payments[Int.random(in: payments.indices, using: &generator)]
      switch Int.random(in: 0...3, using: &generator) {
      case 0: slip.amount += Money(minorUnits: 12_345, currency: year.plan.currency)
      case 1: slip.deal = "X"
      case 2: slip.rep = ["ann", "bob", "zoe"].randomElement(using: &generator) ?? ""
      default: break
      }
      slip.place.line = payments.count + 2
      payments.append(slip)
    }
    let first = try year.reconcile(payments)
    let paid = payments.reduce(0) { $0 + $1.amount.minorUnits }
    #expect(first.rows.reduce(0) { $0 + $1.paid.minorUnits } == paid, "seed \(seed)")
    #expect(first.rows.reduce(0) { $0 + $1.owed.minorUnits } == owed, "seed \(seed)")
    for _ in 0..<4 {
      let again = try year.reconcile(payments.shuffled(using: &generator))
      #expect(again.document.markdown() == first.document.markdown(), "seed \(seed)")
      #expect(again.findings.findings == first.findings.findings, "seed \(seed)")
      for (table, other) in zip(again.tables, first.tables) {
        #expect(table.table.csv() == other.table.csv(), "seed \(seed)")
      }
    }
  }

  @Test("Payments name people and times as payroll does")
  func payroll() throws {
    let folder = try ScratchFolder()
    let files = [
      "plan.yaml": """
      plan: Flat
      currency: EUR
      measures: {sales: {quota: 400000}}
      components:
        - {commission: Sales, measure: sales, period: month, rates: [{pay: 10%}]}
      """,
      "deals.csv": "deal_id,rep,close_date,amount\n1,ana,2026-10-01,1000\n2,tom,2026-10-02,500\n",
      "roster.csv": "rep,name,employee_id\nana,Ana Ruiz,1001\ntom,Tom Iyer,1002\n",
      "paid.csv": """
      Mitarbeiter;Monat;Betrag;Währung
      1001;Oktober 2026;100,00;EUR
      "Iyer, Tom";10/2026;50,00;EUR
      """,
      "other.csv": "rep,period,paid,currency\n1001,2026-10,100.00,USD\n",
    ]
    for (name, text) in files { _ = try folder.write(text, to: name) }
    var options = TableOptions()
    options.words = Checkout.datasets + "/column-words.csv"
    var question = ReconciliationQuestion(
      plan: folder.url.appending(path: "plan.yaml").path,
      deals: folder.url.appending(path: "deals.csv").path,
      paid: folder.url.appending(path: "paid.csv").path,
      files: PayFiles(roster: folder.url.appending(path: "roster.csv").path, tables: options))
    #expect(try question.answer().answer.isClean)
    question.paid = folder.url.appending(path: "other.csv").path
    let failure = #expect(throws: InputFailure.self) { try question.answer() }
    #expect(
      failure?.log.findings.contains { $0.message.plainText.contains("the payment is in USD") }
        == true)
  }
}
