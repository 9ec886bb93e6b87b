import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Rosters with several rows of a person: what holds from which day on, worked out by hand.
@Suite("Terms that change within the year")
struct RosterTermsTests {
  static func plan(_ more: String = "", name: String = "Sellers") throws -> Plan {
    let yaml = """
      plan: \(name)
      currency: USD
      base: 60000
      variable: 48000
      year starts: 2026-01-01
      measures:
        bookings: {quota: 1200000}
      components:
        - {commission: New business, measure: bookings, period: quarter, pay: 1x}
      \(more)
      """
    return try Plan.read(yaml: yaml, file: "\(name).yaml").plan
  }

  static func managers() throws -> Plan {
    try Plan.read(
      yaml: """
        plan: Managers
        currency: USD
        year starts: 2026-01-01
        measures:
          team: {team: true}
        components:
          - {override: Team, measure: team, period: month, pay: 1%}
        """, file: "managers.yaml"
    ).plan
  }

  static func deals(_ rows: String...) -> String {
    "deal_id,rep,close_date,amount\n" + rows.map { "\($0)\n" }.joined()
  }

  static func quotas(_ statement: Statement) -> [Int] {
    statement.periods.compactMap { $0.quota.map { Int($0.doubleValue) } }
  }

  // January and 14 days of February are 45 of the quarter's 90 days, and two of its three months.
  @Test(
    "A quarter with two quotas is prorated by days, or by months where the plan says so",
    arguments: [("", 225_000, "12000.00"), ("changes: by month", 250_000, "10800.00")])
  func twoQuotas(_ more: String, _ quota: Int, _ pay: String) throws {
    let statement = try #require(
      Self.plan(more).run(
        Self.deals("D1,ann,2026-03-31,225000"),
        roster: "rep,from,quota\nann,,1200000\nann,2026-02-15,600000\n"
      ).first)
    #expect(Self.quotas(statement) == [quota, 150_000, 150_000, 150_000])
    #expect(statement.earned.fixedPoint == pay)
  }

  @Test("A salary changes on its day, and a variable within its quarter")
  func pay() throws {
    let statement = try #require(
      Self.plan().run(
        Self.deals("D1,ann,2026-05-01,300000"),
        roster: "rep,from,base,variable\nann,,,\nann,2026-02-15,72000,\nann,2026-04-01,,96000\n"
      ).first)
    #expect(
      statement.months.prefix(4).map(\.base.fixedPoint) == [
        "5000.00", "5500.00", "6000.00", "6000.00",
      ])
    #expect(statement.periods.map { $0.target?.doubleValue } == [12000, 24000, 24000, 24000])
    #expect(statement.earned.fixedPoint == "24000.00")
    #expect(statement.target.fixedPoint == "84164.38")
  }

  @Test("New terms at the start of a quarter are those of a version of the plan")
  func likeAVersion() throws {
    let version =
      "versions:\n  - {from: 2026-07-01, variable: 60000, measures: {bookings: {quota: 800000}}}"
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let rows = (0..<12).map { index in
        let day = (CalendarDate(year: 2026, month: 1, day: 1) ?? CalendarDate(dayNumber: 0))
          .advanced(by: Int.random(in: 0..<365, using: &generator))
        return "D\(index),ann,\(day),\(Int.random(in: -20_000...200_000, using: &generator))\n"
      }
      let deals = "deal_id,rep,close_date,amount\n" + rows.joined()
      let byPlan = try Self.plan(version).run(deals)
      let byRoster = try Self.plan().run(
        deals, roster: "rep,from,variable,quota\nann,,,\nann,2026-07-01,60000,800000\n")
      #expect(byPlan.map { $0.lines.map(\.pay) } == byRoster.map { $0.lines.map(\.pay) })
      #expect(byPlan.map { Self.quotas($0) } == byRoster.map { Self.quotas($0) })
    }
  }

  @Test("Rows that change nothing change no pay")
  func nothing() throws {
    let plan = try Plan.read(path: datasets("plans/marginal-accelerators.yaml")).plan
    let deals = try Deals.read(path: datasets("deals/team-2021.csv"), for: plan).deals
    let rates = try MonthlyRates.read(path: datasets("deals/team-2021-rates.csv"))
    let roster = try Roster.read(path: datasets("deals/team-2021-roster.csv"), for: plan).roster
    let once = try plan.statements(for: deals, roster: roster, rates: rates).statements
    for seed in 0..<5 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var changing = roster
      for index in changing.reps.indices {
        var day = CalendarDate(year: 2020, month: 12, day: 1) ?? CalendarDate(dayNumber: 0)
        for _ in 0..<4 {
          day = day.advanced(by: Int.random(in: 1...120, using: &generator))
          var same = changing.reps[index].assignments[0]
          same.from = day
          changing.reps[index].assign(same)
        }
      }
      let often = try plan.statements(for: deals, roster: changing, rates: rates).statements
      #expect(once.map(\.total) == often.map(\.total))
      #expect(once.map { $0.lines.map(\.pay) } == often.map { $0.lines.map(\.pay) })
      #expect(once.map(\.months) == often.map(\.months))
    }
  }

  @Test("Who changes plans is paid by each for its days, and its deals")
  func transfer() throws {
    let roster =
      "rep,from,plan,quota,base\nann,,Sellers,,72000\nann,2026-05-16,Farmers,600000,\n"
    let deals = Self.deals("D1,ann,2026-05-15,100000", "D2,ann,2026-05-16,100000")
    let (first, second) = (try Self.plan(), try Self.plan(name: "Farmers"))
    let seller = try #require(first.run(deals, roster: roster).first)
    let farmer = try #require(second.run(deals, roster: roster).first)
    #expect(seller.lines.map(\.deal) == ["D1"])
    #expect(farmer.lines.map(\.deal) == ["D2"])
    // 45 of the 91 days of the second quarter, and the other 46.
    #expect(seller.periods[1].quota == (try Ratio(300_000 * 45, over: 91)))
    #expect(farmer.periods[1].quota == (try Ratio(150_000 * 46, over: 91)))
    // The row of another plan says what it changes of that one: its salary is 60,000.
    #expect(seller.months[4].base.fixedPoint == "2903.23")
    #expect(farmer.months[4].base.fixedPoint == "2580.65")
    #expect(seller.base.fixedPoint == "26903.23")
    #expect(farmer.base.fixedPoint == "37580.65")
  }

  @Test("A new manager is paid on deals from the day of the change on")
  func manager() throws {
    let plan = try Self.managers()
    let statements = try plan.run(
      Self.deals("D1,ann,2026-03-15,100000", "D2,ann,2026-03-16,200000"),
      roster: """
        rep,from,plan,manager
        ann,,Sellers,bob
        ann,2026-03-16,,cat
        bob,,Managers,
        cat,,Managers,
        """)
    let earned = Dictionary(uniqueKeysWithValues: statements.map { ($0.rep, $0.earned.fixedPoint) })
    #expect(earned == ["bob": "1000.00", "cat": "2000.00"])
  }

  static let faults: [(rows: String, deal: String, message: String)] = [
    (
      "ann,,,\nann,,,2026-01-01\n", "2026-01-01", "\"ann\" is on the roster twice"
    ),
    (
      "ann,,,\nann,2026-03-01,,\nann,2026-03-01,2026-12-31,\n", "2026-01-01",
      "the terms of \"ann\" from 2026-03-01 stand here again, first on line 3"
    ),
    (
      "ann,,2026-03-31,\nann,2026-03-01,,\n", "2026-01-01",
      "the terms of \"ann\" from 2026-03-01 begin before those until 2026-03-31 end"
    ),
    (
      "ann,2026-04-01,2026-03-01,\n", "2026-01-01",
      "the terms end on 2026-03-01, before they begin on 2026-04-01"
    ),
    (
      "ann,,,2026-01-01\nann,2026-03-01,,2026-02-01\n", "2026-01-01",
      "the hire_date of \"ann\" is 2026-02-01 here, but 2026-01-01 on an earlier line"
    ),
    (
      "ann,,2026-03-31,\nann,2026-05-01,,\n", "2026-04-15",
      "the deal \"D1\" closed on 2026-04-15, when \"ann\" has no terms on the roster"
    ),
  ]

  @Test("What the rows of a person leave open is refused", arguments: Self.faults)
  func refused(_ example: (rows: String, deal: String, message: String)) throws {
    let plan = try Self.plan()
    let error = #expect(throws: InputFailure.self) {
      try plan.run(
        Self.deals("D1,ann,\(example.deal),1"),
        roster: "rep,from,until,hire_date\n\(example.rows)")
    }
    let errors = error?.log.findings.filter { $0.severity == .error }
    #expect(errors?.map(\.message.plainText) == [example.message])
  }

  @Test("What a version changes and the roster keeps is said, once for all people")
  func overrides() throws {
    let plan = try Self.plan(
      "versions:\n  - {from: 2026-07-01, measures: {bookings: {quota: 800000}}}")
    func notes(_ roster: String) throws -> [String] {
      let people = try Roster.read(csv: roster, file: "roster.csv", for: plan).roster
      let deals = try Deals.read(
        csv: Self.deals("D1,ann,2026-01-01,1"), file: "deals.csv", for: plan
      ).deals
      return try plan.statements(for: deals, roster: people).findings.findings
        .filter { $0.kind == "roster.overrides" }.map(\.message.plainText)
    }
    #expect(
      try notes("rep,quota\nann,500000\nbob,600000\ncat,\n") == [
        "the plan changes the quota of \"bookings\" from 2026-07-01; 2 people have their own on the roster, which stays"
      ])
    #expect(try notes("rep,from,quota\nann,,500000\nann,2026-07-01,900000\n").isEmpty)
  }

  @Test("Components with the same periods share the terms of a period that changes")
  func severalComponents() throws {
    let plan = try Plan.read(
      yaml: """
        plan: Sellers
        currency: USD
        variable: 48000
        year starts: 2026-01-01
        measures:
          bookings: {quota: 1200000}
        components:
          - {commission: New business, measure: bookings, period: quarter, pay: 1x, target: 75%}
          - {bonus: Quarter, measure: bookings, period: quarter, at: 100%, pay: 25%}
          - {spiff: Extra, pay: 1%}
        """, file: "sellers.yaml"
    ).plan
    let statement = try #require(
      plan.run(
        Self.deals("D1,ann,2026-03-31,225000"),
        roster: "rep,from,quota\nann,,1200000\nann,2026-02-15,600000\n"
      ).first)
    // At 100 % of the quarter's 225,000: 9,000, a bonus of 25 % of 12,000, and 1 % of the deal.
    #expect(statement.components.map(\.earned.fixedPoint) == ["9000.00", "3000.00", "2250.00"])
  }

  @Test("Nobody is credited with a team before the hire or after leaving")
  func teamOutsideOfService() throws {
    let plan = try Self.managers()
    let statements = try plan.run(
      Self.deals(
        "D1,ann,2026-02-28,100000", "D2,ann,2026-03-01,200000", "D3,ann,2026-06-30,400000",
        "D4,ann,2026-07-01,800000"),
      roster: """
        rep,plan,manager,hire_date,end_date
        ann,Sellers,bob,,
        bob,Managers,,2026-03-01,2026-06-30
        """)
    #expect(statements.map(\.earned.fixedPoint) == ["6000.00"])
  }

  @Test("A draw by the quarter that a version begins within one advances its part of it")
  func drawOfAPart() throws {
    let plan = try Self.plan(
      "draw: {kind: non-recoverable, amount: 1000, per: month}\n"
        + "versions:\n  - {from: 2026-06-01, draw: {kind: non-recoverable, amount: 3000, per: quarter}}"
    )
    let statement = try #require(plan.run(Self.deals("D1,ann,2026-12-31,1")).first)
    #expect(
      statement.months.prefix(9).map(\.drawAdvanced.fixedPoint) == [
        "1000.00", "1000.00", "1000.00", "1000.00", "1000.00", "1000.00", "0.00", "0.00",
        "3000.00",
      ])
  }

  @Test("Terms that end without others, or never hold, are said")
  func ends() throws {
    let plan = try Self.plan()
    func warnings(_ rows: String) throws -> [String] {
      try Roster.read(
        csv: "rep,from,until,end_date,base\n\(rows)", file: "roster.csv", for: plan
      ).findings.findings.filter { $0.kind == "roster.until" }.map(\.message.plainText)
    }
    #expect(
      try warnings("ann,,,,60000\nann,2026-05-01,2026-06-30,,72000\n") == [
        "\"ann\" has no terms after 2026-06-30, and is paid nothing from then on"
      ])
    #expect(try warnings("ann,,2026-06-30,2026-06-30,60000\n").isEmpty)
    #expect(
      try warnings("ann,,,2026-06-30,60000\nann,2026-07-01,,,72000\n") == [
        "the terms of \"ann\" from 2026-07-01 begin after the end_date 2026-06-30, so that they never hold"
      ])
  }

  @Test("An adjustment in another currency is refused")
  func adjustmentCurrency() throws {
    let plan = try Self.plan()
    func run(_ code: String) throws -> [Statement] {
      try plan.run(
        Self.deals("D1,ann,2026-03-31,1"),
        adjustments: "rep,date,amount,currency,reason\nann,2026-03-31,100,\(code),Bonus\n")
    }
    #expect(try run("USD").map(\.adjustments.fixedPoint) == ["100.00"])
    let error = #expect(throws: InputFailure.self) { try run("EUR") }
    #expect(error?.log.findings.map(\.kind) == ["adjustments.currency"])
  }

  @Test("Rows may stand in any order, and leaves beside them")
  func order() throws {
    let plan = try Self.plan()
    let deals = Self.deals("D1,ann,2026-08-01,100000")
    let rows = [
      "ann,2026-07-01,,800000,,", "ann,,72000,,,", "ann,,,,2026-03-01,2026-03-31",
    ]
    let header = "rep,from,base,quota,leave_start,leave_end\n"
    let pays = try [[0, 1, 2], [1, 0, 2], [1, 2, 0]].map { order in
      try plan.run(deals, roster: header + order.map { "\(rows[$0])\n" }.joined())
        .map { [$0.total, $0.base] }
    }
    #expect(Set(pays).count == 1)
    #expect(pays.first?.first?.last?.fixedPoint == "72000.00")
  }
}
