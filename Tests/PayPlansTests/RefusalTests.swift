import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// What the plan-file page refuses, with the exact message and place.
@Suite("Refusals")
struct RefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let replaced: String
    let by: String
    let place: String
    let message: String
    var testDescription: String { message }

    init(_ replaced: String, _ by: String, _ place: String, _ message: String) {
      (self.replaced, self.by, self.place, self.message) = (replaced, by, place, message)
    }
  }

  @Test(
    "In a plan",
    arguments: [
      Case(
        "{to: 100%, pay: 1x}", "{to: 100%, pay: 1x, form: 2}", "14:29",
        "a band has no key \"form\""),
      Case(
        "{to: 100%, pay: 1x}", "{to: 100%, pay: 1x}\n      - {to: 90%, pay: 2x}", "15:14",
        "the bands do not rise: this one ends where an earlier one did, or below it"),
      Case(
        "{to: 100%, pay: 1x}", "{to: 100%, pay: 1x}\n      - {to: 100%, pay: 2x}", "15:14",
        "the bands do not rise: this one ends where an earlier one did, or below it"),
      Case(
        "{to: 100%, pay: 1x}", "{pay: 1x}\n      - {to: 100%, pay: 2x}", "15:14",
        "a `to` follows a band without one, which has no end"),
      Case(
        "- {pay: 2x}", "- {to: 200%, pay: 2x}", "15:14",
        "the last band ends here, so nothing says what credit above it pays"),
      Case(
        "{to: 100%, pay: 1x}", "{to: 100%, pay: 1x}\n      - {to: 600000, pay: 2x}", "15:14",
        "one table has bands in percentages and in amounts"),
      Case(
        "    tiers: marginal\n", "", "13:7",
        "`tiers` must say how these 2 bands pay: the readings differ by real money"),
      Case(
        "quota: 500000", "quota: 500000\n    phasing: [20%, 20%, 20%, 30%]", "8:14",
        "the shares of the phasing sum to 90%, not to 100%"),
      Case(
        "quota: 500000", "quota: 500000\n    phasing: [50%, 30%, 20%]", "8:14",
        "phasing needs 2, 4 or 12 shares, but these are 3"),
      Case(
        "quota: 500000", "quota: -500000", "7:12",
        "quota must not be negative, but this is \"-500000\""),
      Case(
        "base: 50000", "base: 050000", "3:7", "base begins with a zero: \"050000\""),
      Case(
        "quota: 500000", "quota: 500000\n    phasing: [25,000, 75,000]", "8:15",
        "25,000 may be one number or two"),
      Case(
        "quota: 500000", "quota: 0", "6:3",
        "the measure \"bookings\" has a quota of 0, so there is no attainment"),
      Case(
        "    measure: bookings", "    measure: renewals", "10:14",
        "there is no measure \"renewals\""),
      Case(
        "    measure: bookings", "    measure: bookings\n    target: 60000", "9:5",
        "the targets of the components sum to 60000 USD, more than the variable of 50000 USD"),
      Case(
        "variable: 50000", "variable: 50000\note: 120000", "4:1",
        "`variable` is 50,000, but the rest of `ote` makes it 70,000"),
      Case(
        "variable: 50000", "variable: 50000\note: 100000\nmix: 60/40", "3:1",
        "`base` is 50,000, but `ote` with `mix` makes it 60,000"),
      Case(
        "base: 50000\nvariable: 50000", "variable: 50000\note: 40000", "3:1",
        "the variable is more than the `ote`"),
      Case(
        "base: 50000\nvariable: 50000", "ote: 100000", "3:1",
        "`ote` does not say how much of it is salary"),
      Case(
        "variable: 50000\n", "", "8:5",
        "\"New business\" pays shares of the variable, which the plan does not say"),
      Case(
        "    quota: 500000", "    where: {stage: Won}", "9:5",
        "\"New business\" refers to the quota of \"bookings\", which has none"),
      Case(
        "period: year", "period: deal", "13:5",
        "`period: deal` needs amounts: one deal has no quota to be a percentage of"),
      Case(
        "components:", "paid: {close_date: 50%, paid_date: 40%}\ncomponents:", "8:7",
        "the shares of `paid` sum to 90%, not to 100%"),
      Case(
        "components:", "clawback: {within: 12, take: full}\ncomponents:", "8:20",
        "`within` must be a time, but this is \"12\""),
      Case(
        "components:", "draw: {kind: added, amount: 1, per: month, forgive: true}\ncomponents:",
        "8:44", "nothing is owed on a draw that is added, so `forgive` says nothing"),
      Case(
        "components:", "versions: [{from: 2021-07-01, currency: EUR}]\ncomponents:", "8:31",
        "a version cannot change \"currency\""),
      Case(
        "components:",
        "year starts: 2021-01-01\nversions: [{from: 2022-07-01, variable: 1}]\ncomponents:", "9:12",
        "the terms from 2022-07-01 lie outside the plan year from 2021-01-01 to 2021-12-31"),
      Case(
        "components:", "guarantee: {share: 150%, months: 3, per: month}\ncomponents:", "8:20",
        "share must be between 0% and 100%, but this is \"150%\""),
    ])
  func plan(_ fault: Case) throws {
    let found = failure(PlanFindingsTests.sound.replacing(fault.replaced, with: fault.by))
    let finding = try #require(
      found.first { $0.message.plainText == fault.message }, "\(found.map(\.description))")
    #expect(finding.place?.description == "plan.yaml:\(fault.place)")
    #expect(finding.excerpt != nil)
  }

  @Test("`pays: above` beside interpolated corners")
  func paysAbove() throws {
    let yaml = """
      plan: Test
      currency: USD
      variable: 1
      measures: {sales: {quota: 1}}
      components:
        - commission: C
          measure: sales
          period: year
          tiers: interpolated
          threshold: {at: 50%, pays: above}
          rates: [{at: 50%, pay: 0%}, {at: 100%, pay: 100%}]
      """
    let finding = try #require(failure(yaml).first)
    #expect(
      finding.message.plainText
        == "`pays: above` and `interpolated` both say what is paid where pay begins")
    #expect(finding.place?.description == "plan.yaml:10:26")
  }

  @Test("`attainment: reduces` beside a gate")
  func reduces() throws {
    let yaml =
      PlanFindingsTests.sound.replacing(
        "tiers: marginal", with: "tiers: marginal\n    gate: {measure: bookings, at: 80%}")
      + "\nclawback: {within: 90 days, attainment: reduces}"
    let finding = try #require(failure(yaml).first)
    #expect(
      finding.message.plainText
        == "`attainment: reduces` cannot stand beside the gate or multiplier of \"New business\"")
    #expect(finding.place?.description == "plan.yaml:17:11")
  }

  static let flat = """
    plan: Flat
    currency: USD
    measures: {sales: {}}
    components: [{commission: C, measure: sales, period: month, pay: 10%}]
    """

  /// The findings of a run that is refused.
  func refused(
    _ deals: String, roster: String? = nil, plan yaml: String = flat
  ) throws -> [Finding] {
    let plan = try Plan.read(yaml: yaml, file: "plan.yaml").plan
    do {
      _ = try plan.run(deals, roster: roster)
      return []
    } catch let error as InputFailure {
      return error.log.findings
    }
  }

  @Test(
    "In deals",
    arguments: [
      (
        "1,ann,2021-02-01,50%,",
        "deals.csv:2:18: error: amount must be an amount, but \"50%\" is a percentage"
      ),
      ("1,ann,2021-02-01,12;34,", "deals.csv:2:18: error: amount \"12;34\" is not an amount"),
      ("1,ann,2021-02-30,1,", "deals.csv:2:7: error: close_date \"2021-02-30\" is not a date"),
      ("1,ann,,1,", "deals.csv:2:7: error: close_date is empty"),
      (",ann,2021-02-01,1,", "deals.csv:2:1: error: deal_id is empty"),
      (
        "1,ann,2021-02-01,1,120%",
        "deals.csv:2:20: error: share \"120%\" is not a share between 0% and 100%"
      ),
      (
        "1,ann,2021-02-01,1,60%\n1,bob,2021-02-01,1,60%",
        "deals.csv:3: error: the deal \"1\" is credited for 120% with this share"
      ),
      (
        "1,ann,2021-02-01,1,60%\n1,ann,2021-02-01,1,40%",
        "deals.csv:3: error: the deal \"1\" stands here for \"ann\" again, first on line 2"
      ),
      (
        "1,ann,2021-02-01,1,\n2,ann,2022-02-01,1,",
        "deals.csv:3: error: the deal \"2\" closed on 2022-02-01, outside the plan year from 2021-01-01 to 2021-12-31"
      ),
      (
        "1,anne,2021-02-01,1,", "deals.csv:2: error: the rep \"anne\" is not on the roster"
      ),
      (
        "1,bob,2021-02-01,1,",
        "deals.csv:2: error: the deal \"1\" closed on 2021-02-01, before \"bob\" was hired on 2021-03-01"
      ),
      (
        "1,eve,2021-12-01,1,",
        "deals.csv:2: error: the deal \"1\" closed on 2021-12-01, after \"eve\" left on 2021-06-30"
      ),
    ])
  func deals(_ rows: String, message: String) throws {
    // Two shares of one deal need two people who are in service.
    let hired = rows.contains("60%") ? "" : "2021-03-01"
    let found = try refused(
      "deal_id,rep,close_date,amount,share\n\(rows)\n",
      roster: "rep,hire_date,end_date\nann,,\nbob,\(hired),\neve,,2021-06-30\n")
    #expect(found.first?.description.split(separator: "\n").first.map(String.init) == message)
    #expect(found.count == 1)
  }

  @Test("A misspelt rep gets a suggestion")
  func misspelt() throws {
    let found = try refused(
      "deal_id,rep,close_date,amount\n1,anne,2021-02-01,1\n", roster: "rep\nann\n")
    #expect(found.first?.remedy?.plainText == "did you mean \"ann\"?")
  }

  @Test("A column that the plan refers to must be there")
  func column() throws {
    let plan = try Plan.read(
      yaml: Self.flat.replacing("sales: {}", with: "sales: {where: {stage: Won}}"),
      file: "plan.yaml"
    ).plan
    #expect {
      try plan.run("deal_id,rep,close_date,amount,stagee\n1,ann,2021-02-01,1,Won\n")
    } throws: { error in
      let finding = (error as? InputFailure)?.log.findings.first
      return finding?.message.plainText == "there is no column \"stage\", which the plan refers to"
        && finding?.place?.description == "deals.csv:1"
        && finding?.remedy?.plainText == "did you mean \"stagee\"?"
    }
  }

  @Test("A foreign currency needs a rate of its month")
  func currency() throws {
    let found = try refused(
      "deal_id,rep,close_date,amount,currency\n1,ann,2021-02-01,1,EUR\n2,ann,2021-02-01,1,EUR\n")
    #expect(
      found.map(\.message.plainText) == [
        "there is no rate from EUR in 2021-02 to the plan's currency USD"
      ])
  }

  @Test(
    "In a roster",
    arguments: [
      (
        "rep,manager\nann,bob\nbob,eve\neve,ann\n",
        "roster.csv:2: error: the managers form a loop: ann → bob → eve → ann"
      ),
      ("rep,manager\nann,ann\n", "roster.csv:2: error: the managers form a loop: ann → ann"),
      ("rep,name\nann,Ann\nann,Anna\n", "roster.csv:3:1: error: \"ann\" is on the roster twice"),
      (
        "rep,hire_date,end_date\nann,2021-05-01,2021-04-01\n",
        "roster.csv:2:16: error: end_date is before the hire_date 2021-05-01"
      ),
      ("rep,plan\nann,Other\n", "roster.csv: error: nobody on the roster is on the plan \"Flat\""),
      ("rep,quota\nann,0\n", "roster.csv:2:5: error: a quota of 0 leaves no attainment"),
      (
        "rep,quota\nann,100%\n",
        "roster.csv:2:5: error: quota must be an amount, but \"100%\" is a percentage"
      ),
      ("rep,base\nann,-5\n", "roster.csv:2:5: error: base must not be negative"),
    ])
  func roster(_ text: String, message: String) throws {
    let found = try refused("deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n", roster: text)
    #expect(found.first?.description.split(separator: "\n").first.map(String.init) == message)
  }

  @Test("An adjustment outside the plan year, or of nobody")
  func adjustment() throws {
    let plan = try Plan.read(yaml: Self.flat, file: "plan.yaml").plan
    #expect {
      try plan.run(
        "deal_id,rep,close_date,amount\n1,ann,2021-02-01,1\n",
        adjustments: "rep,date,amount,reason\nann,2020-12-31,1,x\nanna,2021-01-01,1,x\n")
    } throws: { error in
      (error as? InputFailure)?.log.findings.map(\.message.plainText) == [
        "there is no rep \"anna\" to adjust",
        "the adjustment of \"ann\" on 2020-12-31 lies outside the plan year from 2021-01-01 to 2021-12-31",
      ]
    }
  }

  @Test("Amounts that are too large to add exactly are refused, not trapped")
  func large() throws {
    let found = try refused(
      "deal_id,rep,close_date,amount\n1,ann,2021-02-01,99999999999999999999999999999\n")
    #expect(found.first?.kind == "table.amount")
    let header = "deal_id,rep,close_date,amount,share\n"
    func rows(_ count: Int) -> String {
      (0..<count).reduce(header) { $0 + "\($1),ann,2021-02-01,999999999999,0.\(900_003 + $1)\n" }
    }
    let tenfold = Self.flat.replacing("10%", with: "1000%")
    #expect(try refused(rows(40), plan: tenfold).isEmpty)
    #expect(try refused(rows(300), plan: tenfold).map(\.kind) == ["deals.too-large"])
  }
}
