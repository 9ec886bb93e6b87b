import Amounts
import Findings
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Pay as of a day: what was not known by then changes nothing, and what was known is paid as ever.
@Suite("Pay as of a day")
struct AsOfTests {
  static let ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  static func end(_ month: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2021, month: month, day: ends[month - 1]))
  }

  @Test(
    "Months that are over are paid as they are in the whole year",
    arguments: InvariantTests.surroundings, ["marginal", "retroactive"])
  func prefix(_ surrounding: String, _ tiers: String) throws {
    let plan = try InvariantTests.plan(surrounding, tiers: tiers)
    for seed in 0..<4 {
      var random = SeededGenerator(seed: UInt64(seed))
      let csv = InvariantTests.csv(InvariantTests.deals(20, using: &random))
      let deals = try Deals.read(csv: csv, file: "deals.csv", for: plan).deals
      let roster = Roster([
        Rep("ann", hireDate: CalendarDate(year: 2021, month: 1, day: 11))
      ])
      let known = Deals(
        deals.rows.filter { $0.closeDate >= (roster.reps[0].hireDate ?? $0.closeDate) },
        dateColumns: deals.dateColumns, numberColumns: deals.numberColumns,
        textColumns: deals.textColumns)
      let year = try #require(plan.statements(for: known, roster: roster).statements.first)
      for month in 1...12 {
        let day = try Self.end(month)
        let so = try #require(
          plan.statements(for: known, roster: roster, asOf: day).statements.first)
        #expect(so.months == Array(year.months.prefix(month)), "seed \(seed), as of \(day)")
        let lines = year.lines.filter { $0.date <= day }
        #expect(so.lines.map(\.deal) == lines.map(\.deal))
        #expect(so.lines.map(\.date) == lines.map(\.date))
        #expect(so.incentivePaid == so.months.reduce(so.base - so.base) { $0 + $1.incentivePaid })
      }
    }
  }

  @Test("A cancellation, a payment, a score and terms of a later day are not known")
  func later() throws {
    let plan = try RosterTermsTests.plan("clawback: {within: 12 months}")
    let deals =
      "deal_id,rep,close_date,amount,cancelled_date\nD1,ann,2026-01-20,300000,2026-04-10\nD2,ann,2026-03-20,1,\n"
    let read = try Deals.read(csv: deals, file: "deals.csv", for: plan).deals
    let roster = try Roster.read(
      csv: "rep,from,quota,end_date\nann,,,\nann,2026-02-15,600000,2026-06-30\n",
      file: "roster.csv", for: plan
    ).roster
    func statement(_ month: Int) throws -> Statement {
      let day = CalendarDate(year: 2026, month: month, day: Self.ends[month - 1])
      return try #require(plan.statements(for: read, roster: roster, asOf: day).statements.first)
    }
    let january = try statement(1)
    #expect(january.lines.map(\.deal) == ["D1"])
    #expect(january.earned.fixedPoint == "12000.00")
    #expect(january.periods.map(\.quota) == [300_000])
    #expect(january.base.fixedPoint == "5000.00")
    #expect(january.clawbacks.isEmpty)
    let march = try statement(3)
    #expect(march.periods.map(\.quota) == [225_000])
    #expect(march.clawback.minorUnits == 0)
    let april = try statement(4)
    #expect(april.clawback.minorUnits < 0)
    #expect(april.base.fixedPoint == "20000.00")
  }

  @Test("Of a month that is under way the deals count, and no salary, guarantee or draw")
  func underWay() throws {
    let plan = try RosterTermsTests.plan(
      "draw: {kind: non-recoverable, amount: 2000, per: month}")
    let deals = try Deals.read(
      csv: RosterTermsTests.deals("D1,ann,2026-02-10,25000"), file: "deals.csv", for: plan
    ).deals
    let day = CalendarDate(year: 2026, month: 2, day: 15)
    let statement = try #require(plan.statements(for: deals, asOf: day).statements.first)
    #expect(statement.months.map(\.base.fixedPoint) == ["5000.00", "0.00"])
    #expect(statement.months.map(\.drawAdvanced.fixedPoint) == ["2000.00", "0.00"])
    #expect(statement.months.map(\.earned.fixedPoint) == ["0.00", "1000.00"])
    #expect(statement.total.fixedPoint == "8000.00")
  }

  @Test("A day before the plan year is refused")
  func before() throws {
    let plan = try RosterTermsTests.plan()
    let deals = try Deals.read(
      csv: RosterTermsTests.deals("D1,ann,2026-02-10,25000"), file: "deals.csv", for: plan
    ).deals
    let error = #expect(throws: InputFailure.self) {
      try plan.statements(for: deals, asOf: CalendarDate(year: 2025, month: 12, day: 31))
    }
    #expect(error?.log.findings.map(\.kind) == ["pay.as-of"])
  }
}
