import Answers
import ArgumentParser
import Findings
import PayAnswers
import PlanFiles
import Reports
import Simulation

/// `ontarget simulate`.
struct Simulate: PartableVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Show what pay plans pay: for quotas and sales, by attainment, or as a distribution.",
    discussion: """
      With --sales the grid answers what each quota pays for the same dollars sold. With \
      --attainment each line shows pay and what has to be sold for it on each quota. All figures \
      are exact to the minor unit. What attainment alone does not say (scores, spiffs, other \
      measures) is assumed, and listed below the answer. Lists are separated by commas; a range is \
      from..to/step.

      With --model, --trials, --exact, --at-least, --team or --sensitivity attainment varies: the \
      answer is a distribution, for one plan or several on the same draws. A model describes sales \
      over the plan's own quota; with --quota the sales stay and the quota changes. With --selling \
      deals are drawn and paid month by month, so that periods, draws, ramps and clawbacks count. A \
      percentile that lies where the plan jumps is named with the two amounts that it lies between. \
      With --roster each person has their own plan, quota and pay, and the team its cost.

      With --pipeline open deals come on top of --sales, which then is what is sold so far: the answer is \
      the expected pay, its band, the chance of the quota, and what each deal is worth, counted over \
      all outcomes. What is sold so far is spread like the quota over the months up to --closed-through.

      Examples:
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --quota 600000,690048,800000 --sales 480000..1040000/80000
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --attainment 70%..150%/10%
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --model lognormal:mean=0.95,cv=0.35 --at-least 100000 --team 20
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --model tough-2025 --exact --sensitivity
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --selling ranked:accounts=20,mean=0.95,chance=60% --trials 1000
        ontarget simulate ontarget:plans/marginal-accelerators \\
          ontarget:plans/manager-override \\
          --roster ontarget:deals/team-2021-roster --market 10%
        ontarget simulate ontarget:plans/account-executive-2021 \\
          --sales 420000 --closed-through 8 \\
          --pipeline 120k@9:60%,80k@10:35%,200k@12:20%
      """)

  @Argument(help: ArgumentHelp("Pay plans, as YAML; - for standard input.", valueName: "plan"))
  var plans: [String]

  @Option(
    help: ArgumentHelp(
      "Quotas for a year (default: the plan's own).", valueName: "amounts"))
  var quota: String?

  @Option(help: ArgumentHelp("What is sold in the year.", valueName: "amounts"))
  var sales: String?

  @Option(
    help: ArgumentHelp(
      "Sales as a percentage of the quota (default: 50%..150%/10%).", valueName: "percentages"))
  var attainment: String?

  @OptionGroup(title: "Options for a distribution") var model: ModelOptions
  @OptionGroup(title: "Options for a distribution") var reference: ReferenceQuotaOptions

  @Flag(
    help: """
      Work the distribution out by its closed form instead of by draws, and that of a team by convolution, \
      as far off as is said.
      """)
  var exact: Bool = false

  @Option(
    help: ArgumentHelp("Also give the chance of this much total pay.", valueName: "amounts"))
  var atLeast: String?

  @Option(
    help: ArgumentHelp(
      "Simulate deals instead, paid month by month as real ones are: \(SellingText.forms.joined(separator: ", ")).",
      valueName: "model"))
  var selling: String?

  @Flag(help: "With --selling: the year is the first of service, with its ramp and draw.")
  var newHire: Bool = false

  @Flag(help: "Also show what a change of each term of the plan by 10 % does to expected pay.")
  var sensitivity: Bool = false

  @OptionGroup(title: "Options for a distribution") var team: TeamOptions

  @Option(
    help: ArgumentHelp(
      "Who is on which plan, with which quota and pay: what to expect of each of them, and of all.",
      valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      """
      Open deals on top of --sales, each an amount, the number of the month in which it would close, and \
      the chance that it is won: \(DealPipeline.example).
      """, valueName: "deals"))
  var pipeline: String?

  @Option(
    help: ArgumentHelp(
      """
      With --pipeline: the number of the month up to which --sales were sold (default: the month before \
      that of the first open deal).
      """, valueName: "month"))
  var closedThrough: Int?

  @Option(
    help: ArgumentHelp(
      "With --part: which share of the draws to draw, such as 3/64.", valueName: "n/of"))
  var shard: String?

  @OptionGroup(title: "Parts") var part: PartOptions

  @OptionGroup var reading: TableReadingOptions

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    plans.map { WantedFile($0, .plan) }
      + [roster].compactMap { $0.map { WantedFile($0, .table(.roster)) } }
  }

  func respond(to call: Call) throws -> Response {
    if shard != nil { throw Parameter.shard.without(.part) }
    if let pipeline { return try forecast(pipeline) }
    if closedThrough != nil {
      throw InputFailure(
        .closedThrough, "question.together", "it is about what is sold before open deals close",
        remedy: "add \(.parameter(.pipeline))")
    }
    if let roster { return try people(of: roster) }
    if let selling { return try cash(selling) }
    if let setting = firstOfDistribution { return try outlook(setting) }
    return try grid()
  }

  /// A setting that asks for a distribution; nil where a grid is asked for.
  var firstOfDistribution: Parameter? {
    if let given = model.firstGiven { return given }
    let flags: [(Bool, Parameter)] = [
      (reference.referenceQuota != nil, .referenceQuota),
      (selling != nil, .selling), (newHire, .newHire), (exact, .exact), (atLeast != nil, .atLeast),
      (sensitivity, .sensitivity),
    ]
    return flags.first { $0.0 }?.1 ?? team.firstGiven
  }

  private var quotas: [AskedAmount] {
    get throws(InputFailure) {
      try quota.map { text throws(InputFailure) in try Series(text, .amount, .quota).amounts } ?? []
    }
  }

  private var amounts: [AskedAmount] {
    get throws(InputFailure) {
      try atLeast.map { text throws(InputFailure) in try Series(text, .amount, .atLeast).amounts }
        ?? []
    }
  }

  // MARK: Grids

  private func grid() throws -> Response {
    // Not in validate(): there a misspelt option with its value looks like one more plan.
    guard plans.count == 1 else {
      throw InputFailure(
        .model, "question.missing", "several plans are compared on the same draws",
        remedy: "add a model, such as \(.parameter(.model, "tough-2025"))")
    }
    var question = EarningsQuestion(plan: plans[0], quotas: try quotas)
    switch (sales, attainment) {
    case (_?, _?):
      throw Self.twoWays(.sales, .attainment, "they are two ways to say one thing")
    case (let sales?, nil):
      question.axis = .sales(try Series(sales, .amount, .sales).amounts)
    case (nil, let attainment?):
      question.axis = .attainment(try Series(attainment, .percentage, .attainment).values)
    case (nil, nil): break
    }
    return Response(try question.answer())
  }

  // MARK: Distributions

  private func outlook(_ setting: Parameter) throws -> Response {
    try Self.showingProgress(outlookQuestion(setting), \.progress) { Response(try $0.answer()) }
  }

  func outlookQuestion(_ setting: Parameter) throws -> OutlookQuestion {
    try refuseGrid(setting)
    if newHire {
      throw InputFailure(
        .newHire, "question.together", "it is about deals and months",
        remedy: "add \(.parameter(.selling))")
    }
    var question = OutlookQuestion(plans: plans)
    question.quotas = try quotas
    question.model = try model.choice(reference)
    question.isExact = exact
    question.amounts = try amounts
    question.team = try team.choice
    question.hasSensitivity = sensitivity
    return question
  }

  /// Computes with a question whose progress is shown.
  static func showingProgress<Asked, Result>(
    _ question: Asked, _ listener: WritableKeyPath<Asked, (@Sendable (Double) -> Void)?>,
    _ compute: (Asked) throws -> Result
  ) throws -> Result {
    var question = question
    let progress = ProgressLine()
    defer { progress?.finish() }
    if let progress { question[keyPath: listener] = { progress.show($0) } }
    return try compute(question)
  }

  private func people(of roster: String) throws -> Response {
    try Self.showingProgress(teamQuestion(roster), \.progress) { Response(try $0.answer()) }
  }

  func teamQuestion(_ roster: String) throws -> TeamOutlookQuestion {
    try refuseGrid(.roster)
    let others: [(Bool, Parameter)] = [
      (selling != nil, .selling), (newHire, .newHire),
      (sensitivity, .sensitivity), (atLeast != nil, .atLeast), (team.team != nil, .team),
      (quota != nil, .quota),
    ]
    if let (_, other) = others.first(where: { $0.0 }) {
      throw Self.twoWays(.roster, other, "each person is drawn on their own plan, quota and pay")
    }
    var question = TeamOutlookQuestion(plans: plans, roster: roster)
    question.model = try model.choice(reference)
    question.isExact = exact
    question.team = try team.choice
    question.tables = try reading.options(mapping: .roster)
    return question
  }

  private func cash(_ selling: String) throws -> Response {
    try Self.showingProgress(cashQuestion(selling), \.progress) { Response(try $0.answer()) }
  }

  func cashQuestion(_ selling: String) throws -> CashQuestion {
    try refuseGrid(.selling)
    let others: [(Bool, Parameter)] = [
      (model.attainment.model != nil, .model), (exact, .exact), (sensitivity, .sensitivity),
      (team.team != nil, .team), (team.goal != nil, .goal), (quota != nil, .quota),
    ]
    if let (_, other) = others.first(where: { $0.0 }) {
      throw Self.twoWays(.selling, other, "it is a model of its own, by draws")
    }
    var question = CashQuestion(plans: plans, selling: selling)
    question.draws = model.draws
    question.referenceQuota = try reference.amount
    question.market = try team.choice.market
    question.isNewHire = newHire
    question.amounts = try amounts
    return question
  }

  // MARK: Open deals

  private func forecast(_ pipeline: String) throws -> Response {
    let others: [(Bool, Parameter)] = [
      (attainment != nil, .attainment), (roster != nil, .roster),
      (model.attainment.model != nil, .model), (model.trials != nil, .trials),
      (model.threads != nil, .threads), (reference.referenceQuota != nil, .referenceQuota),
      (selling != nil, .selling), (newHire, .newHire), (exact, .exact), (atLeast != nil, .atLeast),
      (sensitivity, .sensitivity),
    ]
    if let other = others.first(where: { $0.0 })?.1 ?? team.firstGiven {
      throw Self.twoWays(
        .pipeline, other, "what is sold is said, and the chances are those of the deals")
    }
    let asked = try sales.map { text throws(InputFailure) in
      try Series(text, .amount, .sales).amounts
    }
    guard plans.count == 1, let sold = asked?.first, asked?.count == 1 else {
      throw InputFailure(
        .pipeline, "question.missing", "open deals come on top of one amount sold on one plan",
        remedy:
          "name one plan, and say what is sold so far, such as \(.parameter(.sales, "420000"))")
    }
    var question = PipelineQuestion(plan: plans[0], sales: sold, pipeline: pipeline)
    question.closedThrough = closedThrough
    question.seed = model.seed
    let quotas = try quotas
    guard quotas.count < 2 else {
      throw InputFailure(
        .quota, "question.range", "open deals are looked at on one quota", remedy: "write one")
    }
    question.quota = quotas.first
    return Response(try question.answer())
  }

  /// Refuses to fix what is sold where it is to vary.
  private func refuseGrid(_ setting: Parameter) throws(InputFailure) {
    guard let grid: Parameter = sales != nil ? .sales : attainment != nil ? .attainment : nil else {
      return
    }
    throw Self.twoWays(
      grid, setting, "it fixes what is sold, and \(.parameter(setting)) lets it vary")
  }

  private static func twoWays(
    _ first: Parameter, _ second: Parameter, _ reason: Inline
  ) -> InputFailure {
    InputFailure(
      first, "question.together", reason,
      remedy: "give one of \(.parameter(first)) and \(.parameter(second))")
  }
}
