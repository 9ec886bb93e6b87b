import Amounts
import Findings
import PayPlans
import Testing

/// Worked examples that others published; each plan file names its source.
@Suite("Published examples")
struct PublishedExamplesTests {
  struct Lines: CustomTestStringConvertible, Sendable {
    let plan: String
    let deals: [(day: String, amount: String)]
    let pays: [String]
    var testDescription: String { plan }

    init(_ plan: String, _ deals: [(day: String, amount: String)], pays: [String]) {
      self.plan = plan
      self.deals = deals
      self.pays = pays
    }

    /// One deal.
    init(_ plan: String, _ amount: String, pays: String) {
      self.init(plan, [("2021-02-15", amount)], pays: [pays])
    }

    /// Several deals on one day.
    init(_ plan: String, sameDay amounts: [String], pays: [String]) {
      self.init(plan, amounts.map { ("2021-02-15", $0) }, pays: pays)
    }
  }

  @Test(
    "Deals pay what was published, or what is correct where the source erred",
    arguments: [
      Lines("excelforum-861932", "150000", pays: "8250.00"),
      Lines(
        "excelforum-861932",
        [("2021-02-01", "50000"), ("2021-05-01", "75000"), ("2021-08-01", "150000")],
        pays: ["2500.00", "3750.00", "7500.00"]),
      Lines("bonuspaycalc-tiers", "180000", pays: "10600.00"),
      Lines(
        "bonuspaycalc-accelerator", sameDay: ["115000", "50000"], pays: ["6900.00", "3750.00"]),
      Lines("sparrowgenie-med-device", "600000", pays: "26000.00"),
      Lines("earnbase-retroactive", "180000", pays: "108000.00"),
      Lines("earnbase-marginal", "180000", pays: "98000.00"),
      Lines(
        "earnbase-retroactive", sameDay: ["99999.99", "0.01"], pays: ["50000.00", "10000.00"]),
      Lines(
        "mytime-boundaries",
        [
          ("2021-01-31", "400"), ("2021-02-28", "100"), ("2021-03-31", "1500"),
          ("2021-04-30", "5000"),
        ], pays: ["100.00", "25.00", "425.00", "1675.00"]),
      Lines("spiff-trailhead", "102000", pays: "5640.00"),
      Lines(
        "oracle-step", sameDay: ["200", "300", "1500", "1200", "2000", "4500"],
        pays: ["2.00", "3.00", "20.00", "14.00", "30.00", "95.00"]),
      Lines(
        "oracle-interpolated", sameDay: ["200", "300", "1500", "1200", "2000", "4500"],
        pays: ["2.00", "3.00", "20.00", "14.00", "30.00", "80.00"]),
      Lines("oracle-blended", "2500", pays: "40.00"),
      Lines("oracle-blended", "4000", pays: "70.00"),
      Lines(
        "oracle-flat", sameDay: ["5000", "15000", "60000"],
        pays: ["50.00", "300.00", "1800.00"]),
      Lines(
        "oracle-split", sameDay: ["5000", "15000", "60000"],
        pays: ["50.00", "200.00", "1200.00"]),
      Lines("prowi-accelerator", "195000", pays: "18000.00"),
      Lines("retroactive-to-quota", "80000", pays: "48000.00"),
      Lines("retroactive-to-quota", "110000", pays: "69000.00"),
      Lines("retroactive-to-quota", "175000", pays: "172500.00"),
      Lines("xactly-concept", sameDay: ["75000", "1000"], pays: ["1500.00", "20.00"]),
      Lines("dokan-3324", "6.45", pays: "1.94"),
      Lines("oca-agreement-36", sameDay: ["1000", "10500"], pays: ["50.00", "1700.00"]),
      Lines("bentega-ote", "600000", pays: "30000.00"),
      Lines("yourprofoundinfo-rate", "235000", pays: "17625.00"),
    ])
  func lines(_ example: Lines) throws {
    let statement = try published(example.plan).run(example.deals)
    #expect(statement.pays == example.pays)
  }

  @Test("The same six transactions accumulated over a quarter pay 285")
  func accumulated() throws {
    var plan = try published("oracle-step")
    guard case .commission(var commission) = plan.components[0].rule else { return }
    commission.period = .quarter
    plan.components[0].rule = .commission(commission)
    let amounts = ["200", "300", "1500", "1200", "2000", "4500"]
    #expect(try plan.run(amounts.map { ("2021-02-15", $0) }).earned.fixedPoint == "285.00")
  }

  @Test(
    "An attainment pays the published incentive",
    arguments: [
      ("revopsmasters-accelerator", "1.3", "145000.00"),
      ("revopsmasters-decelerator", "0.4", "20000.00"),
      ("revopsmasters-decelerator", "1", "75000.00"),
      ("revopsmasters-decelerator-retroactive", "0.99", "99000.00"),
      ("pulserevops-q264", "1.1", "67500.00"), ("pulserevops-q264", "1.2", "75900.00"),
      ("pulserevops-q264", "1.3", "84900.00"), ("pulserevops-q264", "0.99", "0.00"),
      ("bonuspaycalc-curve", "0.85", "5000.00"), ("bonuspaycalc-curve", "0.69", "0.00"),
      ("bonuspaycalc-curve", "2", "20000.00"), ("ecsell-anchors", "0.74", "0.00"),
      ("ecsell-anchors", "0.75", "5000.00"), ("ecsell-anchors", "1", "10000.00"),
      ("ecsell-anchors", "1.5", "30000.00"), ("salesloft-inbound", "1", "12000.00"),
      ("salesloft-inbound", "1.25", "24000.00"), ("scribd-462556092", "1", "105600.00"),
      ("lenny-cost", "0.6", "45000.00"), ("lenny-cost", "1", "75000.00"),
      ("lenny-cost", "1.3", "110625.00"), ("posthog-linear", "0", "0.00"),
      ("posthog-linear", "1", "100000.00"), ("posthog-linear", "2", "200000.00"),
    ])
  func attainments(_ plan: String, attainment: String, incentive: String) throws {
    let earnings = try published(plan).earnings(
      attainment: #require(Ratio(decimal: attainment)))
    #expect(earnings.incentive.fixedPoint == incentive)
  }

  @Test(
    "Retroactive to quota at a base rate of 0.5",
    arguments: [
      ("140000", "90000.00"), ("100010", "50007.50"),
    ])
  func anchored(sales: String, pay: String) throws {
    var plan = try published("retroactive-to-quota")
    plan.variable = 50000
    #expect(try plan.run([("2021-02-15", sales)]).pays == [pay])
  }

  @Test("Product rates do not stack")
  func productRates() throws {
    let statement = try published("etendo-680").run(
      "deal_id,rep,close_date,amount,product\n1,ann,2021-02-01,20,A\n2,ann,2021-02-01,30,B\n")[0]
    #expect(statement.pays == ["2.00", "15.00"])
  }

  @Test("Gross margin is margin over price")
  func margin() throws {
    let statement = try published("ehow-margin").run(
      "deal_id,rep,close_date,amount,margin,margin_share\n1,ann,2021-02-01,150,50,33.33%\n")[0]
    #expect(statement.pays == ["5.00"])
  }

  @Test("A recoverable draw")
  func draw() throws {
    let sales = ["27500", "30000", "15000", "23750", "30000", "27500"]
    let statement = try published("siebel-draw").run(
      sales.enumerated().map { ("2021-0\($0 + 1)-10", $1) })
    #expect(
      statement.months.prefix(6).map(\.incentivePaid.fixedPoint) == [
        "2750.00", "3000.00", "2000.00", "2000.00", "2875.00", "2750.00",
      ])
    #expect(
      statement.months.prefix(6).map(\.owedDraw.fixedPoint) == [
        "0.00", "0.00", "500.00", "125.00", "0.00", "0.00",
      ])
  }

  @Test("A ramp with a guarantee")
  func ramp() throws {
    let sales = ["0", "10000", "27500", "35000", "47500", "55000"]
    var csv = "deal_id,rep,close_date,amount\n"
    for (index, amount) in sales.enumerated() where amount != "0" {
      csv += "\(index),michael,2021-0\(index + 1)-20,\(amount)\n"
    }
    let statement = try published("prowi-ramp").run(
      csv, roster: "rep,hire_date\nmichael,2021-01-01\n")[0]
    #expect(
      statement.months.prefix(6).map(\.total.fixedPoint) == [
        "7500.00", "7000.00", "7250.00", "8000.00", "9250.00", "10000.00",
      ])
    let quotas = try #require(statement.periods.prefix(6).map(\.quota) as? [Ratio])
    #expect(quotas == [0, 12500, 25000, 37500, 50000, 50000])
  }

  @Test("A holdback is paid later, and lapses with the deal")
  func holdback() throws {
    let plan = try published("lenny-holdback")
    let kept = try plan.run([("2021-01-15", "68750")])
    #expect(kept.earned.fixedPoint == "18562.50")
    #expect(kept.months[0].incentivePaid.fixedPoint == "14850.00")
    #expect(kept.months[3].incentivePaid.fixedPoint == "3712.50")
    let lost = try plan.run(
      "deal_id,rep,close_date,amount,cancelled_date\n1,ann,2021-01-15,15000,2021-03-18\n")[0]
    #expect(lost.earned.fixedPoint == "4050.00")
    #expect(lost.incentivePaid.fixedPoint == "3240.00")
    #expect(lost.notDue.fixedPoint == "810.00")
  }

  @Test("A floor is compared with what is due")
  func floor() throws {
    let statement = try published("lenny-draw").run([("2021-01-15", "27500")])
    #expect(statement.months[0].due.fixedPoint == "5940.00")
    #expect(statement.months[2].drawAdvanced.fixedPoint == "12810.00")
    #expect(statement.months[0].incentivePaid.fixedPoint == "5940.00")
    #expect(statement.months[2].incentivePaid.fixedPoint == "12810.00")
    #expect(statement.months[3].due.fixedPoint == "1485.00")
  }

  @Test("A clawback takes a share")
  func clawback() throws {
    let half = try published("core8-clawback").run(
      "deal_id,rep,close_date,amount,cancelled_date\n1,ann,2021-01-15,100000,2021-03-18\n")[0]
    #expect(half.clawback.fixedPoint == "-5000.00")
    // 2020 has 366 days: 183 of them are half of the window.
    let unserved = try published("zepys-clawback").run(
      "deal_id,rep,close_date,amount,cancelled_date\n1,ann,2020-01-01,10000,2020-07-02\n")[0]
    #expect(unserved.clawback.fixedPoint == "-500.00")
    let held = try published("zepys-holdback").run([("2021-01-15", "10000")])
    #expect(held.months[0].incentivePaid.fixedPoint == "700.00")
    #expect(held.months[12].incentivePaid.fixedPoint == "300.00")
  }

  @Test("What is not paid for is not due")
  func cash() throws {
    let statement = try published("quotapath-eligibility").run(
      "deal_id,rep,close_date,amount,paid_date,second_payment_date\n"
        + "1,ann,2021-01-15,10000,2021-02-01,\n")[0]
    #expect(statement.notDue.fixedPoint == "500.00")
    #expect(statement.incentivePaid.fixedPoint == "500.00")
  }

  @Test("A mid-year hire has a quota and a target by days")
  func proration() throws {
    let statement = try published("masters-proration").run(
      "deal_id,rep,close_date,amount\n1,ann,2019-07-01,1000\n",
      roster: "rep,hire_date\nann,2019-06-01\n")[0]
    #expect(statement.periods[0].quota?.fixedPoint(places: 2) == "469041.10")
    #expect(statement.periods[0].target?.fixedPoint(places: 2) == "43972.60")
  }

  @Test("The first day in service counts", arguments: [("15", "10.67"), ("21", "6.67")])
  func midMonth(day: String, goal: String) throws {
    let statement = try published("masters-goal").run(
      "deal_id,rep,close_date,amount\n1,ann,2019-06-25,1\n",
      roster: "rep,hire_date\nann,2019-06-\(day)\n")[0]
    #expect(statement.periods[5].quota?.fixedPoint(places: 2) == goal)
  }

  @Test("A month to date")
  func monthToDate() throws {
    let statement = try published("performio-month-to-date").run(
      "deal_id,rep,close_date,amount\n1,ann,2017-02-25,1\n",
      roster: "rep,end_date\nann,2017-02-27\n")[0]
    #expect(statement.periods[1].quota?.fixedPoint(places: 2) == "964.29")
  }

  @Test("A split is paid by share")
  func split() throws {
    let statements = try published("prowi-split").run(
      "deal_id,rep,close_date,amount,share\n1,A,2021-02-01,100000,60%\n"
        + "1,B,2021-02-01,100000,40%\n")
    #expect(statements.map(\.earned.fixedPoint) == ["6000.00", "4000.00"])
  }

  @Test("A manager is credited for the team, each deal once")
  func rollUp() throws {
    let plan = try published("sap-rollup")
    let statements = try plan.run(
      "deal_id,rep,close_date,amount,share\n"
        + "1,alice,2021-02-01,50000,60%\n1,bob,2021-02-01,50000,30%\n1,eve,2021-02-01,50000,10%\n"
        + "2,alice,2021-02-02,170000,\n3,carol,2021-02-02,180000,\n4,dave,2021-02-02,150000,\n",
      roster: "rep,plan,manager\nmax,Manager,\nalice,AE,max\nbob,AE,alice\neve,AE,\n"
        + "carol,AE,max\ndave,AE,carol\n")
    // 30,000 and 15,000 of the split deal, and all of the others.
    #expect(statements.count == 1)
    #expect(statements[0].periods[0].credit == 545_000)
    #expect(statements[0].lines.first?.credit == 45000)
  }

  @Test("An executive plan whose parts are linked")
  func linked() throws {
    let scores = """
      rep,period_end,name,score
      ann,2009-03-31,MBO,100%
      ann,2009-03-31,operating income,186%
      ann,2009-03-31,revenue,96%
      """
    let deals = "deal_id,rep,close_date,amount\n1,ann,2009-01-01,1\n"
    var plan = try published("sec-mibp")
    let statement = try plan.run(deals, scores: scores)[0]
    #expect(
      statement.components.map(\.earned.fixedPoint) == ["2500.00", "2500.00", "1875.00"])
    #expect(statement.earned.fixedPoint == "6875.00")
    guard case .commission(var income) = plan.components[1].rule else { return }
    income.gates = []
    plan.components[1].rule = .commission(income)
    #expect(try plan.run(deals, scores: scores)[0].components[1].earned.fixedPoint == "4650.00")
  }

  @Test("Milestones of a quarter or of the year so far")
  func milestones() throws {
    let plan = try published("sec-milestones")
    #expect(try plan.earnings(attainment: 1).incentive.fixedPoint == "125000.00")
    // The missed second quarter is not repaid; the third qualifies by the year so far.
    let statement = try plan.run([
      ("2009-02-01", "1000000"), ("2009-05-01", "500000"), ("2009-08-01", "1600000"),
    ])
    #expect(statement.components[0].earned.fixedPoint == "40000.00")
    // The first quarter alone reaches the goal of the half year, so no deal of the second does.
    let ahead = try plan.run([("2009-02-01", "2100000"), ("2009-05-01", "400000")])
    #expect(ahead.components[0].earned.fixedPoint == "40000.00")
    #expect(ahead.lines.map(\.date.description) == ["2009-02-01", "2009-06-30"])
  }

  @Test("Second rates wait until every product has passed its hurdle")
  func hurdle() throws {
    let header = "deal_id,rep,close_date,amount,product\n"
    let sold = "1,ann,2021-02-01,1100000,A\n2,ann,2021-02-01,525000,B\n"
    let plan = try published("alexander-hurdle")
    let below = try plan.run(header + sold + "3,ann,2021-02-01,160000,C\n")[0]
    #expect(
      below.components.map(\.earned.fixedPoint) == ["22000.00", "42000.00", "8000.00"])
    let above = try plan.run(header + sold + "3,ann,2021-02-01,190000,C\n")[0]
    #expect(
      above.components.map(\.earned.fixedPoint) == ["24000.00", "43000.00", "9500.00"])
  }

  @Test("An offer with credited shares and a guarantee")
  func offer() throws {
    let statement = try published("medsales-offer").run(
      "deal_id,rep,close_date,amount,credited\n1,ann,2021-02-01,300000,direct\n"
        + "2,ann,2021-05-01,300000,direct\n3,ann,2021-08-01,300000,direct\n"
        + "4,ann,2021-11-01,300000,direct\n",
      roster: "rep,hire_date\nann,2021-01-01\n")[0]
    #expect(statement.lines.first?.pay.fixedPoint == "12150.00")
    #expect(statement.earned.fixedPoint == "48600.00")
    #expect(statement.guarantee.fixedPoint == "3600.00")
    #expect(statement.total.fixedPoint == "157200.00")
  }
}
