package import Findings

extension Parameter {
  // MARK: Markets

  /// The month to bring pay to.
  package static let ageTo: Parameter = Parameter("age to")
  /// The characteristics to compare at.
  package static let adjust: Parameter = Parameter("adjust")
  /// The column that tells the two groups of a gap apart.
  package static let between: Parameter = Parameter("between")
  /// The people of a gap report.
  package static let employees: Parameter = Parameter("employees")
  /// The weekly hours of full time.
  package static let fullTime: Parameter = Parameter("full time")
  /// Whether an employer is a public body.
  package static let publicBody: Parameter = Parameter("public body")
  /// Whose rules a gap report follows.
  package static let rules: Parameter = Parameter("rules")
  /// The people that a group of a gap report needs to be shown.
  package static let smallestGroup: Parameter = Parameter("smallest group")
  /// The month up to which what is sold was sold.
  package static let closedThrough: Parameter = Parameter("closed through")
  /// The column of clusters that were drawn whole.
  package static let cluster: Parameter = Parameter("cluster")
  /// The two groups of a gap.
  package static let groups: Parameter = Parameter("groups")
  /// What to do about a stratum with one sampling unit.
  package static let lonelyUnits: Parameter = Parameter("lonely units")
  /// Which pay counts.
  package static let pay: Parameter = Parameter("pay")
  /// The column of strata.
  package static let strata: Parameter = Parameter("strata")
  /// The column of weights.
  package static let weight: Parameter = Parameter("weight")
  /// What the weights mean.
  package static let weightKind: Parameter = Parameter("weight kind")

  // MARK: Pay

  /// Amounts added or taken by hand.
  package static let adjustments: Parameter = Parameter("adjustments")
  /// Amounts of pay whose chance is wanted.
  package static let atLeast: Parameter = Parameter("at least")
  /// What is sold over the quota.
  package static let attainment: Parameter = Parameter("attainment")
  /// What quotas go by.
  package static let dividedBy: Parameter = Parameter("by")
  /// The column of a history.
  package static let column: Parameter = Parameter("column")
  /// The component of a plan that changes.
  package static let component: Parameter = Parameter("component")
  /// The correlation of the normal scores of two people's attainments.
  package static let correlation: Parameter = Parameter("correlation")
  /// The expected pay that is aimed at.
  package static let cost: Parameter = Parameter("cost")
  /// The last day that is known.
  package static let asOf: Parameter = Parameter("as of")
  /// The deals that are paid.
  package static let deals: Parameter = Parameter("deals")
  /// Whether the closed form is asked for.
  package static let exact: Parameter = Parameter("exact")
  /// The deal to explain.
  package static let explain: Parameter = Parameter("explain")
  /// The number of a plan that is to be found.
  package static let find: Parameter = Parameter("find")
  /// What a team is to sell.
  package static let goal: Parameter = Parameter("goal")
  /// What people reached in past periods.
  package static let history: Parameter = Parameter("history")
  /// Columns of the roster that go into the payroll file.
  package static let keptColumns: Parameter = Parameter("keep")
  /// How far the quotas of a team add up above its manager's.
  package static let managerOverAssignment: Parameter = Parameter("manager over assignment")
  /// How much a common factor varies the sales of a team.
  package static let market: Parameter = Parameter("market")
  /// The greatest quota of a full year.
  package static let maximum: Parameter = Parameter("maximum")
  /// The least quota of a full year.
  package static let minimum: Parameter = Parameter("minimum")
  /// How attainment varies.
  package static let model: Parameter = Parameter("model")
  /// The share of a limit from which somebody is near it.
  package static let near: Parameter = Parameter("near")
  /// Amounts added or taken by hand, on the new side of a difference.
  package static let newAdjustments: Parameter = Parameter("new adjustments")
  /// The deals of the new side of a difference.
  package static let newDeals: Parameter = Parameter("new deals")
  /// What foreign currencies are worth, on the new side of a difference.
  package static let newRates: Parameter = Parameter("new rates")
  /// What customers paid, on the new side of a difference.
  package static let newReceipts: Parameter = Parameter("new receipts")
  /// Who is on the plan, on the new side of a difference.
  package static let newRoster: Parameter = Parameter("new roster")
  /// The scores of the new side of a difference.
  package static let newScores: Parameter = Parameter("new scores")
  /// How many parts there are to be.
  package static let into: Parameter = Parameter("into")
  /// How many rows a file has.
  package static let expectRows: Parameter = Parameter("expect rows")
  /// Whether the year is the first of service.
  package static let newHire: Parameter = Parameter("new hire")
  /// How far quotas add up above the company's number.
  package static let overAssignment: Parameter = Parameter("over assignment")
  /// The days that statements show.
  package static let period: Parameter = Parameter("period")
  /// Open deals, with the chances that they are won.
  package static let pipeline: Parameter = Parameter("pipeline")
  /// The plans that are priced.
  package static let plan: Parameter = Parameter("plan")
  /// Last year's plan.
  package static let previous: Parameter = Parameter("previous")
  /// The quotas of a year.
  package static let quota: Parameter = Parameter("quota")
  /// The shares of a quota in the first months of service.
  package static let ramp: Parameter = Parameter("ramp")
  /// What foreign currencies are worth.
  package static let rates: Parameter = Parameter("rates")
  /// What customers paid for deals.
  package static let receipts: Parameter = Parameter("receipts")
  /// The quota that attainment is measured against.
  package static let referenceQuota: Parameter = Parameter("reference quota")
  /// The people whose statements are shown.
  package static let rep: Parameter = Parameter("rep")
  /// The risk that is aimed at.
  package static let risk: Parameter = Parameter("risk")
  /// Whether plans are priced under other readings.
  package static let readings: Parameter = Parameter("readings")
  /// Who is on a plan.
  package static let roster: Parameter = Parameter("roster")
  /// What quotas are multiples of.
  package static let roundTo: Parameter = Parameter("round to")
  /// What is sold in a year.
  package static let sales: Parameter = Parameter("sales")
  /// Scores of objectives and scored measures.
  package static let scores: Parameter = Parameter("scores")
  /// The shares of the parts of a year.
  package static let seasonality: Parameter = Parameter("seasonality")
  /// The seed of random numbers.
  package static let seed: Parameter = Parameter("seed")
  /// How deals are won.
  package static let selling: Parameter = Parameter("selling")
  /// Whether the effect of each term is wanted.
  package static let sensitivity: Parameter = Parameter("sensitivity")
  /// Which share of the draws is drawn.
  package static let shard: Parameter = Parameter("shard")
  /// The share of people that reaches the quota.
  package static let share: Parameter = Parameter("share")
  /// The first day of the year that quotas are for, or that deals are paid in.
  package static let starts: Parameter = Parameter("starts")
  /// The number of people in a team.
  package static let team: Parameter = Parameter("team")
  /// The number of threads.
  package static let threads: Parameter = Parameter("threads")
  /// What a company is to reach.
  package static let total: Parameter = Parameter("total")
  /// The number of simulated years.
  package static let trials: Parameter = Parameter("trials")
  /// The year over which gifts are added up.
  package static let year: Parameter = Parameter("year")

  // MARK: Careers

  /// What locations cost.
  package static let costOfLiving: Parameter = Parameter("cost of living")
  /// The yearly rate at which later pay counts less.
  package static let discount: Parameter = Parameter("discount")
  /// Under which status taxes are paid.
  package static let filingStatus: Parameter = Parameter("filing status")
  /// Whether taxes are taken off.
  package static let net: Parameter = Parameter("net")
  /// The offers of employment.
  package static let offers: Parameter = Parameter("offers")
  /// How much risk matters.
  package static let riskAversion: Parameter = Parameter("risk aversion")
  /// The years that are looked at.
  package static let years: Parameter = Parameter("years")

  // MARK: Documents

  /// Salary files that are compared in a report.
  package static let data: Parameter = Parameter("data")
  /// Where the bundled datasets are.
  package static let datasets: Parameter = Parameter("datasets")
  /// The file that the answer's chart is written to.
  package static let chart: Parameter = Parameter("chart")
  /// Whether checksums of the inputs are wanted.
  package static let checksums: Parameter = Parameter("checksums")
  /// How an answer is written.
  package static let format: Parameter = Parameter("format")
  /// The language of documents.
  package static let locale: Parameter = Parameter("locale")
  /// The file that an answer is written to.
  package static let output: Parameter = Parameter("output")
  /// The file that a part of an answer is written to.
  package static let part: Parameter = Parameter("part")
  /// The parts of an answer.
  package static let parts: Parameter = Parameter("parts")
  /// The role that a report is about.
  package static let role: Parameter = Parameter("role")
  /// The sections of a report.
  package static let section: Parameter = Parameter("section")
  /// The table that is written.
  package static let table: Parameter = Parameter("table")
}
