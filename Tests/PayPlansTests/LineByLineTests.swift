import Amounts
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// When a line is paid and how much, worked out by hand where totals alone would not show it: quarters
/// of 100,000 at 10 %, so that a dollar of credit is ten cents of pay at 1x.
@Suite("Lines worked out by hand")
struct LineByLineTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var commission: String
    var around: String = ""
    var deals: String
    var lines: String
    var testDescription: String { name }
  }

  static let twelveMonths = "clawback: {within: 12 months}"

  static let cases: [Case] = [
    // At nothing 10 % of 10,000 is paid, at half the quota 55 %: 45 % come with the deal.
    Case(
      name: "What a curve pays without credit waits for the end of the quarter",
      commission:
        "period: quarter, tiers: interpolated, rates: [{at: 0%, pay: 10%}, {at: 100%, pay: 100%}]",
      deals: "D1,a,2026-01-10,50000,\n",
      lines:
        "D1 4500.00, 2026-03-31 1000.00, 2026-06-30 1000.00, 2026-09-30 1000.00, 2026-12-31 1000.00"
    ),
    Case(
      name: "A deal that is cancelled later gives back its own part of such a curve",
      commission:
        "period: quarter, tiers: interpolated, rates: [{at: 0%, pay: 10%}, {at: 100%, pay: 100%}]",
      around: twelveMonths, deals: "D1,a,2026-01-10,50000,2026-04-10\n",
      lines:
        "D1 4500.00, 2026-03-31 1000.00, D1 -4500.00, 2026-06-30 1000.00, 2026-09-30 1000.00, 2026-12-31 1000.00"
    ),
    Case(
      name: "With a gate a deal that is cancelled on the last day was never due",
      commission: "period: quarter, pay: 1x, gate: {measure: bookings, at: 50%}",
      around: twelveMonths, deals: "D1,a,2026-01-10,60000,2026-03-31\nD2,a,2026-01-11,10000,\n",
      lines: "2026-03-31 1000.00"),
    Case(
      name: "and one that is cancelled on the day after was paid and is taken back",
      commission: "period: quarter, pay: 1x, gate: {measure: bookings, at: 50%}",
      around: twelveMonths, deals: "D1,a,2026-01-10,60000,2026-04-01\nD2,a,2026-01-11,10000,\n",
      lines: "2026-03-31 7000.00, D1 -6000.00"),
    // The first quarter misses its gate at 80 % and pays half, 4,000, of which 3,000 are D1's. The
    // second makes it 100 % of the year so far, and pays D2 and D3 in full: 14,000 in all.
    Case(
      name: "Until a gated quarter is paid, a cancellation is settled on the one before",
      commission: "period: quarter, accumulate: year to date, pay: 1x, "
        + "gate: {measure: bookings, at: 90%, otherwise: 50%}",
      around: twelveMonths,
      deals: "D1,a,2026-01-10,60000,2026-05-10\nD2,a,2026-02-10,20000,\nD3,a,2026-04-20,120000,\n",
      lines: "2026-03-31 4000.00, D1 -3000.00, 2026-06-30 13000.00"),
    // 90,000 and 20,000 stand at 1x, because 90 % was reached before the second; the third at 2x
    // would be 2,000, of which the cap at 120 % of 10,000 leaves 1,000.
    Case(
      name: "A cap on pay holds over tiers by deal",
      commission:
        "period: quarter, tiers: by deal, rates: [{to: 100%, pay: 1x}, {pay: 2x}], cap: 120%",
      deals: "D1,a,2026-01-10,90000,\nD2,a,2026-01-20,20000,\nD3,a,2026-01-30,10000,\n",
      lines: "D1 9000.00, D2 2000.00, D3 1000.00"),
    // 80,000 alone are at 1x. The other way round it would be 18,000 and 2,000.
    Case(
      name: "Quarters are restated in the order of the cancellations, not of the deals",
      commission: StandingTests.retroactive, around: StandingTests.restates,
      deals: "D1,a,2026-01-10,80000,2026-06-10\nD2,a,2026-02-10,20000,2026-05-10\n",
      lines: "D1 8000.00, D2 12000.00, D2 -12000.00, D1 -8000.00"),
    // Without the first deal the second stays below the quota; with it 20,000 would be at 2x.
    Case(
      name: "A credit that is reduced starts the next deals lower",
      commission: "period: quarter, tiers: marginal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]",
      around: "clawback: {within: 12 months, attainment: reduces}",
      deals: "D1,a,2026-01-10,90000,2026-02-01\nD2,a,2026-02-10,30000,\n",
      lines: "D1 9000.00, D1 -9000.00, D2 3000.00"),
    // Half of the first deal stays: the second goes from 40,000 to 110,000.
    Case(
      name: "and by the share alone that is taken",
      commission: "period: quarter, tiers: marginal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]",
      around: "clawback: {within: 12 months, take: 50%, attainment: reduces}",
      deals: "D1,a,2026-01-10,80000,2026-02-01\nD2,a,2026-02-10,70000,\n",
      lines: "D1 8000.00, D1 -4000.00, D2 8000.00"),
    Case(
      name: "but after the deals of its own day",
      commission: "period: quarter, tiers: marginal, rates: [{to: 100%, pay: 1x}, {pay: 2x}]",
      around: "clawback: {within: 12 months, attainment: reduces}",
      deals: "D1,a,2026-01-10,90000,2026-02-10\nD2,a,2026-02-10,30000,\n",
      lines: "D1 9000.00, D2 5000.00, D1 -9000.00"),
  ]

  private static func text(_ statement: Statement) -> String {
    statement.lines.map { "\($0.deal ?? $0.date.description) \($0.pay.fixedPoint)" }
      .joined(separator: ", ")
  }

  @Test("are these", arguments: cases)
  func lines(_ sample: Case) throws {
    let statement = try StandingTests.run(sample.commission, sample.around, sample.deals)
    #expect(Self.text(statement) == sample.lines)
  }

  @Test("A bonus stays when the deal that reached it is cancelled, and is not paid again")
  func bonus() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {bonus: Club, measure: bookings, period: quarter, at: 100%, pay: 5000}
        clawback: {within: 12 months, attainment: reduces}
        """, file: "plan.yaml"
    ).plan
    let statement = try #require(
      plan.run(
        """
        deal_id,rep,close_date,amount,cancelled_date
        D1,a,2026-01-10,100000,2026-02-01
        D2,a,2026-02-10,1000,
        D3,a,2026-02-20,99000,
        D4,a,2026-02-21,50000,

        """
      ).first)
    #expect(Self.text(statement) == "D1 5000.00")
  }

  @Test("Every component is restated without the deal, and had paid it until then")
  func restated() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: First, measure: bookings, period: quarter, target: 75%, pay: 1x}
          - {commission: Second, measure: bookings, period: quarter, target: 25%, pay: 1x}
        clawback: {within: 12 months, attainment: restates}
        """, file: "plan.yaml"
    ).plan
    let statement = try #require(
      plan.run(
        """
        deal_id,rep,close_date,amount,cancelled_date
        D1,a,2026-01-10,60000,2026-05-10
        D2,a,2026-02-10,20000,

        """
      ).first)
    #expect(
      Self.text(statement)
        == "D1 4500.00, D1 1500.00, D2 1500.00, D2 500.00, D1 -4500.00, D1 -1500.00")
  }

  @Test(
    "A manager is credited with the deals of the team, and with own ones where the plan says so",
    arguments: [("true", "D1 3000.00"), ("and own", "D1 3000.00, D2 2000.00")])
  func team(kind: String, lines: String) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000, team: \(kind)}}
        components:
          - {commission: C, measure: bookings, period: quarter, pay: 1x}
        """, file: "plan.yaml"
    ).plan
    let statements = try plan.run(
      """
      deal_id,rep,close_date,amount
      D1,ann,2026-01-10,30000
      D2,mia,2026-02-10,20000

      """, roster: "rep,manager\nmia,\nann,mia\n")
    let manager = try #require(statements.first { $0.rep == "mia" })
    #expect(Self.text(manager) == lines)
  }

  @Test("A deal of nothing is one of the first deals, and no return")
  func firstOfNothing() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {}
        components: [{spiff: Start, pay: 500 each, first: 2 deals per quarter}]
        """, file: "plan.yaml"
    ).plan
    let statement = try plan.run([
      ("2026-01-10", "0"), ("2026-01-11", "0"), ("2026-01-12", "0"),
    ])
    #expect(statement.earned.fixedPoint == "1000.00")
  }

  // A quarter's quota is 100,000, and the year to date of the second one 200,000.
  @Test("The attainment of a bonus of the year to date is that of the year to date")
  func bonusToDate() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {sales: {quota: 400000}}
        components:
          - {bonus: Club, measure: sales, period: quarter, accumulate: year to date, at: 100%, pay: 1000}
        """, file: "plan.yaml"
    ).plan
    let statement = try plan.run([("2026-01-10", "100000"), ("2026-04-10", "100000")])
    #expect(statement.lines.map(\.attainmentAfter) == [1, 1])
  }

  // D2 closed first, and its 1,000 reach the quota at 1 %.
  @Test("The deals of a team count in the order of their days")
  func teamOrder() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {bookings: {quota: 1000, team: true}}
        components:
          - {commission: C, measure: bookings, period: year, tiers: marginal, rates: [{to: 100%, pay: 1%}, {pay: 10%}]}
        """, file: "plan.yaml"
    ).plan
    let statements = try plan.run(
      """
      deal_id,rep,close_date,amount
      D1,ann,2026-01-10,1000
      D2,bob,2026-01-05,1000

      """, roster: "rep,manager\nmia,\nann,mia\nbob,mia\n")
    let manager = try #require(statements.first { $0.rep == "mia" })
    #expect(Self.text(manager) == "D2 10.00, D1 100.00")
  }

  // The first deal stands though half of it is lost, so that nothing of the second is due to it.
  @Test("What lapsed of a deal is not paid again by the next one")
  func lapsed() throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x", StandingTests.half,
      "D1,a,2026-01-10,80000,2026-02-01\nD2,a,2026-02-10,20000,2026-02-20\n")
    #expect(statement.lapsed.fixedPoint == "5000.00")
    #expect(statement.incentivePaid.fixedPoint == "5000.00")
    // What lapsed is not due either.
    #expect(statement.notDue.fixedPoint == "5000.00")
  }

  // 10 % of March and August; 5 % of August and November.
  @Test("A component that a version brings or drops pays in its own months")
  func componentsOfVersions() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {sales: {}}
        components:
          - {commission: Old, measure: sales, period: month, pay: 10%}
        versions:
          - from: 2026-07-01
            components:
              - {commission: Old, measure: sales, period: month, pay: 10%}
              - {commission: New, measure: sales, period: month, pay: 5%}
          - from: 2026-10-01
            components:
              - {commission: New, measure: sales, period: month, pay: 5%}
        """, file: "plan.yaml"
    ).plan
    let statement = try plan.run([
      ("2026-03-10", "1000"), ("2026-08-10", "1000"), ("2026-11-10", "1000"),
    ])
    #expect(
      statement.components.map { "\($0.component) \($0.earned.fixedPoint)" }
        == ["Old 200.00", "New 100.00"])
    // Only what a year to date has paid can be more than it earned.
    #expect(statement.components.allSatisfy { $0.overpaid.minorUnits == 0 })
  }

  @Test("A month whose quota a ramp takes away has no share of it to reach")
  func bonusWithoutQuota() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        measures: {sales: {quota: 120000, ramp: [0%, 50%]}}
        components:
          - {bonus: Club, measure: sales, period: month, at: 100%, pay: 1000}
        """, file: "plan.yaml"
    ).plan
    // January has no quota, and February one of 5,000.
    let deals = "deal_id,rep,close_date,amount\nD1,a,2026-01-10,90000\nD2,a,2026-02-10,5000\n"
    let statement = try #require(
      plan.run(deals, roster: "rep,hire_date\na,2026-01-01\n").first)
    #expect(statement.earned.fixedPoint == "1000.00")
  }

  // By hand: 220,000 and 260,000 at a half and at three quarters, with 280,000 and 340,000 as they are. Three
  // months and a half of a quarter's days in service are the share of that quarter alone.
  @Test("The quota of a year is that of its quarters, ramped and phased")
  func phasedRamp() throws {
    func quotas(_ period: String, hired: String) throws -> [String] {
      let plan = try Plan.read(
        yaml: """
          plan: P
          currency: USD
          measures:
            acv: {quota: [220000, 260000, 280000, 340000], ramp: [50%, 50%, 50%, 75%, 75%, 75%]}
          components: [{commission: C, measure: acv, period: \(period), pay: 10%}]
          """, file: "plan.yaml"
      ).plan
      let statement = try #require(
        plan.run(
          "deal_id,rep,close_date,amount\nD1,a,2026-12-10,1000\n",
          roster: "rep,hire_date\na,\(hired)\n"
        ).first)
      return statement.periods.map { $0.quota?.fixedPoint(places: 2) ?? "" }
    }
    #expect(
      try quotas("quarter", hired: "2026-01-01")
        == ["110000.00", "195000.00", "280000.00", "340000.00"])
    #expect(try quotas("half", hired: "2026-01-01") == ["305000.00", "620000.00"])
    #expect(try quotas("year", hired: "2026-01-01") == ["925000.00"])
    // From July on: three months at a half of 280,000, three at three quarters of 340,000.
    #expect(try quotas("year", hired: "2026-07-01") == ["395000.00"])
  }

  // From February on, so that eleven months have it. A deal of the year is paid in instalments from
  // May on alone.
  @Test("What a version brings begins in its own month, and not before")
  func versions() throws {
    let drawn = try StandingTests.run(
      "period: month, pay: 1x",
      """
      versions:
        - {from: 2026-02-01, draw: {kind: non-recoverable, amount: 500, per: month}}
      """, "D1,a,2026-12-10,1000,\n")
    #expect(
      drawn.months.map(\.drawAdvanced.minorUnits)
        == [0] + Array(repeating: 50_000, count: 10) + [40_000])
    let guaranteed = try #require(
      Plan.read(
        yaml: """
          plan: P
          currency: USD
          variable: 12000
          measures: {bookings: {quota: 400000}}
          components:
            - {commission: C, measure: bookings, period: month, pay: 1x}
          versions:
            - {from: 2026-02-01, guarantee: {share: 50%, months: 6, per: month}}
          """, file: "plan.yaml"
      ).plan.run(
        "deal_id,rep,close_date,amount\nD1,a,2026-12-10,1000\n",
        roster: "rep,hire_date\na,2026-01-01\n"
      ).first)
    // A month of 12,000 is 1,000; the sixth month of service is June.
    #expect(
      guaranteed.months.map(\.guarantee.minorUnits)
        == [0] + Array(repeating: 50_000, count: 5) + Array(repeating: 0, count: 6))
    let inHalves = try StandingTests.run(
      "period: quarter, pay: 1x",
      "versions: [{from: 2026-05-01, paid: {close_date: 50%, close_date + 30 days: 50%}}]",
      "D1,a,2026-01-10,1000,\nD2,a,2026-05-10,1000,\n")
    #expect(
      inHalves.months.map(\.due.minorUnits).prefix(7) == [10_000, 0, 0, 0, 5_000, 5_000, 0])
  }

  @Test("Sales and quota are about the measure of the first commission")
  func primaryMeasure() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {renewals: {quota: 100000}, bookings: {quota: 400000}}
        components:
          - {bonus: B, measure: renewals, period: year, at: 100%, pay: 1000}
          - {commission: C, measure: bookings, period: year, pay: 1x}
        """, file: "plan.yaml"
    ).plan
    #expect(plan.primaryMeasure?.name == "bookings")
    // Half of the quota of the bookings is half of the variable, and no bonus.
    #expect(try plan.earnings(sales: 200_000).incentive.fixedPoint == "20000.00")
    // Twice the quota halves it.
    #expect(try plan.withQuota(800_000).earnings(sales: 200_000).incentive.fixedPoint == "10000.00")
  }

  // The second deal brings 100 %, and 2x: 8,000 for the first deal, which lost 4,000 and stands at
  // 16,000, and 4,000 of its own, of which half is lost.
  @Test("nor when the next one re-rates it")
  func lapsedAndRerated() throws {
    let statement = try StandingTests.run(
      StandingTests.retroactive, StandingTests.half,
      "D1,a,2026-01-10,80000,2026-02-01\nD2,a,2026-02-10,20000,2026-02-20\n")
    #expect(Self.text(statement) == "D1 8000.00, D2 12000.00")
    #expect(statement.lapsed.fixedPoint == "6000.00")
  }

  // Half of 8,000 is due; the other half waits for a payment that nobody has a day for. Half is kept.
  @Test("Where years begin within a month, so do months")
  func midMonth() throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x", "year starts: 2026-01-15",
      "D1,a,2026-03-14,1000,\nD2,a,2026-03-15,2000,\n")
    #expect(statement.months.map(\.earned.minorUnits).prefix(4) == [0, 10_000, 20_000, 0])
    #expect(statement.months.map(\.due.minorUnits).prefix(4) == [0, 10_000, 20_000, 0])
  }

  // A first quarter of 10,000 is below its threshold, with the deal and without it.
  @Test(
    "A restated deal that was credited is said, though nothing is taken back",
    arguments: ["", ", gate: {measure: bookings, at: 5%}"])
  func restatedForNothing(gate: String) throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x, threshold: 20%\(gate)", StandingTests.restates,
      "D1,a,2026-01-10,10000,2026-07-10\nD2,a,2026-05-10,60000,\n")
    #expect(statement.clawbacks.map(\.deal) == ["D1"])
    #expect(statement.clawback.minorUnits == 0)
    #expect(statement.earned.fixedPoint == "6000.00")
  }

  @Test("A cent that lapses is in its month")
  func lapsedCent() throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x", StandingTests.half, "D1,a,2026-01-10,0.20,2026-02-01\n")
    #expect(statement.lapsed.minorUnits == 1)
    #expect(statement.months.map(\.lapsed.minorUnits).prefix(4) == [0, 1, 0, 0])
  }

  @Test("Instalments of a clawback are equal, from the month of the cancellation on")
  func instalments() throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x", "clawback: {within: 12 months, instalments: 3}",
      "D1,a,2026-01-10,90000,2026-03-10\nD2,a,2026-03-01,200000,\n")
    #expect(
      statement.months.map(\.clawback.minorUnits.magnitude).prefix(7)
        == [0, 0, 300_000, 300_000, 300_000, 0, 0])
  }

  // As if D1 had never been: D2 pays 10,000, D3 what the cap leaves, and D4 nothing.
  @Test("The yearly cap holds for a restated year, in instalments too")
  func restatedCap() throws {
    let statement = try StandingTests.run(
      "period: quarter, pay: 1x",
      "cap: 15000\n\(StandingTests.half)\n\(StandingTests.restates)",
      "D1,a,2026-01-10,100000,2026-03-10\nD2,a,2026-02-10,100000,\nD3,a,2026-02-11,100000,\n"
        + "D4,a,2026-02-12,100000,\n")
    let net = statement.incentivePaid - statement.owedClawback
    #expect(net.fixedPoint == "15000.00")
  }

  @Test(
    "A part without a day lapses before what was paid is taken back",
    arguments: ["close_date: 50%, paid_date: 50%", "paid_date: 50%, close_date: 50%"])
  func withoutDay(paid: String) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: C, measure: bookings, period: quarter, pay: 1x}
        paid: {\(paid)}
        clawback: {within: 12 months, take: 50%}
        """, file: "plan.yaml"
    ).plan
    let statement = try #require(
      plan.run(
        """
        deal_id,rep,close_date,amount,paid_date,cancelled_date
        D1,a,2026-01-10,80000,,2026-03-10

        """
      ).first)
    #expect(statement.lapsed.fixedPoint == "4000.00")
    #expect(statement.clawback.fixedPoint == "0.00")
    #expect(statement.incentivePaid.fixedPoint == "4000.00")
  }

  // What attainment alone does not say, by the meaning of each case.
  @Test(
    "What a plan is priced by one attainment takes for granted is all that attainment leaves open")
  func assumptions() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures:
          bookings: {quota: 400000, ramp: [50%, 75%]}
          renewals: {quota: 100000, multiply: {kind: {new: 2}}}
          services: {where: {product: Service}}
          retention: {scored: true}
        components:
          - commission: New
            measure: bookings
            period: quarter
            target: 40%
            pay: 1x
            multiplier:
              - {measure: retention, steps: [{to: 90%, times: 0.8}, {times: 1}]}
              - {score: Leadership}
          - commission: Renewals
            measure: renewals
            period: quarter
            target: 40%
            tiers: by deal
            rates: [{to: 100%, pay: 1x}, {pay: 2x}]
          - {commission: Services, measure: services, period: deal, pay: 2%}
          - {objectives: Goals, period: half, target: 20%, goals: {Launch: 60%, Hiring: 40%}}
          - {spiff: Push, pay: 500 each}
        guarantee: {share: 80%, months: 5, per: month}
        draw: {kind: recoverable, amount: 1000, per: month, months: 6}
        """, file: "plan.yaml"
    ).plan
    let others: [EarningsAssumption] = [
      .onTarget(["Leadership", "Launch", "Hiring", "retention"]), .withoutDeals(["Push"]),
      .creditAfterFactors(["renewals"]), .dealsAsMarginal(["Renewals"]),
      .monthsAsDeals(["Services"]), .withoutFirstYear(["ramp", "guarantee"]),
      .drawFromStart(months: 6), .sameAttainment(["renewals"]), .evenPeriods(["Renewals"]),
    ]
    let byAttainment = plan.earningsAssumptions(bySales: false)
    #expect(Set(byAttainment) == Set(others + [.withoutSales(["services"])]))
    #expect(byAttainment.count == others.count + 1)
    #expect(
      Set(plan.earningsAssumptions(bySales: true)) == Set(others + [.sameSales(["services"])]))
  }

  // What is claimed is held against the engine: the same year, sold evenly and all but in the first quarter.
  @Test(
    "Sales are said to be spread like the quota where a year that is not sold so is paid otherwise",
    arguments: [
      ("{commission: C, measure: sales, period: quarter, pay: 10%}", false),
      (
        "{commission: C, measure: sales, period: year, tiers: marginal, rates: \(Self.bands)}",
        false
      ),
      (
        "{commission: C, measure: sales, period: quarter, tiers: marginal, rates: \(Self.bands)}",
        true
      ),
      (
        "{commission: C, measure: sales, period: quarter, accumulate: year to date, tiers: marginal, rates: \(Self.bands)}",
        true
      ),
      ("{commission: C, measure: sales, period: half, pay: 10%, cap: {attainment: 150%}}", true),
      ("{commission: C, measure: sales, period: month, pay: 10%, threshold: 50%}", true),
      (
        "{commission: C, measure: sales, period: quarter, pay: 10%, gate: {measure: extra, at: 80%}}",
        true
      ),
      ("{bonus: C, measure: sales, period: quarter, at: 100%, pay: 1000}", true),
      ("{bonus: C, measure: sales, period: year, at: 100%, pay: 1000}", false),
    ])
  func evenPeriods(component: String, isSaid: Bool) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {sales: {quota: 400000}, extra: {quota: 400000}}
        components:
          - \(component)
        """, file: "plan.yaml"
    ).plan
    func pay(_ amounts: [Int]) throws -> Money {
      let deals = amounts.enumerated().map { month, amount in
        (day: "2021-\(month < 9 ? "0" : "")\(month + 1)-10", amount: "\(amount)")
      }
      return try plan.run(deals).incentivePaid
    }
    let even = try pay([33_333, 33_333, 33_334] + Array(repeating: 33_333, count: 8) + [33_336])
    let uneven = try pay([350_000] + Array(repeating: 4_545, count: 10) + [4_550])
    #expect((even != uneven) == isSaid)
    #expect(plan.earningsAssumptions(bySales: false).contains(.evenPeriods(["C"])) == isSaid)
  }

  private static let bands: String = "[{to: 100%, pay: 10%}, {pay: 20%}]"

  @Test("Deals of one day are paid in the order of their numbers as text")
  func order() throws {
    var random = SeededGenerator(seed: 8)
    var ids: Set<String> = ["D1", "D10", "D2"]
    while ids.count < 300 {
      let length = Int.random(in: 1...14, using: &random)
      ids.insert(String((0..<length).compactMap { _ in "AB09-".randomElement(using: &random) }))
    }
    // Long beginnings that are the same, so that what stands behind decides.
    for end in ["", "1", "10", "2", "A"] { ids.insert("INVOICE-2026-\(end)") }
    let rows = ids.shuffled(using: &random).map { "\($0),a,2026-01-10,1000,\n" }
    let statement = try StandingTests.run("period: quarter, pay: 1x", "", rows.joined())
    #expect(
      statement.lines.compactMap(\.deal)
        == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("A return takes back a windfall as it was credited")
  func windfall() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000, windfall: {over: 100000, credit: 50%}}}
        components:
          - {commission: C, measure: bookings, period: quarter, pay: 1x}
        """, file: "plan.yaml"
    ).plan
    let statement = try plan.run([
      ("2026-01-10", "160000"), ("2026-02-10", "-160000"), ("2026-02-11", "100000"),
    ])
    #expect(Self.text(statement) == "D1 13000.00, D2 -13000.00, D3 10000.00")
  }

  @Test("Periods follow each other without a gap, whatever the rule of the component")
  func periods() throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: C, measure: bookings, period: quarter, target: 80%, pay: 1x}
          - {bonus: B, measure: bookings, period: half, at: 100%, pay: 1000}
          - {objectives: O, period: month, target: 20%, goals: {Plan: 100%}}
        """, file: "plan.yaml"
    ).plan
    let statement = try plan.run([("2026-01-10", "1000")])
    for (component, months) in [("C", 3), ("B", 6), ("O", 1)] {
      let periods = statement.periods.filter { $0.component == component }
      let starts = try stride(from: 1, through: 12, by: months).map { month in
        try #require(CalendarDate(year: 2026, month: month, day: 1))
      }
      #expect(periods.map(\.firstDay) == starts)
      #expect(periods.map { $0.lastDay.advanced(by: 1) } == starts.map { $0.addingMonths(months) })
    }
  }

  @Test(
    "The next step is where the rate rises or pay jumps, and nowhere else",
    arguments: [
      (
        "marginal, rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 1x}]", 50,
        "100000 3/20 0"
      ),
      (
        "marginal, rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 1x}]", 99,
        "100000 3/20 0"
      ),
      ("marginal, rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 1x}]", 100, "none"),
      ("marginal, rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 1x}]", 200, "none"),
      (
        "marginal, rates: [{to: 100%, pay: 2x}, {to: 150%, pay: 1x}, {pay: 3x}]", 50,
        "150000 3/10 0"
      ),
      ("marginal, rates: [{to: 100%, pay: 2x}, {pay: 1x}]", 50, "none"),
      ("retroactive, rates: [{to: 100%, pay: 1x}, {pay: 2x}]", 50, "100000 1/5 10000"),
      ("retroactive, rates: [{to: 100%, pay: 1x}, {pay: 2x}]", 100, "none"),
    ])
  func nextStep(tiers: String, percent: Int, step: String) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {commission: C, measure: bookings, period: quarter, tiers: \(tiers)}
        """, file: "plan.yaml"
    ).plan
    let curve = try #require(plan.periodCurves().first).curve
    let next = curve.nextStep(after: Ratio(1000 * percent))
    #expect(next.map { "\($0.at) \($0.rate) \($0.jump)" } ?? "none" == step)
  }
}
