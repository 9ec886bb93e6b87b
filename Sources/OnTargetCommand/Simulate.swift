import Amounts
import Analyses
import ArgumentParser
import Findings
import PayPlans
import PlanFiles
import Simulation

/// `ontarget simulate`.
struct Simulate: Verb {
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
      percentile that lies where the plan jumps is named with the two amounts that it lies between.

      Examples:
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --quota 600000,690048,800000 --sales 480000..1040000/80000
        ontarget simulate datasets/plans/account-executive-2021.yaml --attainment 70%..150%/10%
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --model lognormal:mean=0.95,cv=0.35 --at-least 100000 --team 20
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --model tough-2025 --exact --sensitivity
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --selling ranked:accounts=20,mean=0.95,chance=60% --trials 1000
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

  @Flag(help: "Work the distribution out by its closed form instead of by draws.")
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

  @OptionGroup(title: "Options for a distribution") var teamOptions: TeamOptions

  @OptionGroup var output: OutputOptions

  /// The options that ask for a distribution.
  private var distributionOptions: [String] {
    model.given
      + [
        selling.map { _ in "--selling" }, newHire ? "--new-hire" : nil,
        exact ? "--exact" : nil, atLeast.map { _ in "--at-least" },
        sensitivity ? "--sensitivity" : nil,
      ].compactMap(\.self) + teamOptions.given
  }

  private var team: Int? { teamOptions.team }

  func validate() throws {
    if sales != nil, attainment != nil {
      throw ValidationError("--sales and --attainment are two ways to say one thing; give one")
    }
    if let option = distributionOptions.first, sales != nil || attainment != nil {
      let grid = sales == nil ? "--attainment" : "--sales"
      throw ValidationError("\(grid) fixes what is sold, and \(option) lets it vary; give one")
    }
    if exact, model.trials != nil || model.seed != nil || model.threads != nil || team != nil {
      throw ValidationError("--exact draws nothing: leave out --trials, --seed, --threads, --team")
    }
    if team == nil, teamOptions.goal != nil || (teamOptions.market != nil && selling == nil) {
      throw ValidationError("--market and --goal are about a team; add --team")
    }
    if selling != nil, model.model != nil || exact || sensitivity || team != nil || quota != nil {
      throw ValidationError(
        "--selling is a model of its own, by draws: leave out --model, --exact, --sensitivity, --team and --quota"
      )
    }
    if newHire, selling == nil {
      throw ValidationError("--new-hire is about deals and months; add --selling")
    }
  }

  func respond(to call: Call) throws -> Response {
    // Not in validate(): there a misspelt option with its value looks like one more plan.
    if plans.count > 1, distributionOptions.isEmpty {
      throw ValidationError(
        "several plans are compared on the same draws; add a model, such as --model tough-2025")
    }
    let quotas = try quota.map { try Series($0, .amount, option: "--quota").values }
    if quotas?.contains(.zero) == true {
      throw ValidationError("--quota: a quota of 0 has no attainment; write one above 0")
    }
    do {
      if let selling { return try cash(selling) }
      return distributionOptions.isEmpty
        ? try grid(quotas: quotas) : try outlook(quotas: quotas)
    } catch ArithmeticFailure.overflow {
      throw ValidationError("an amount is too large to compute exactly")
    } catch ArithmeticFailure.divisionByZero {
      throw ValidationError("the plan's quota is 0; say another, for example --quota 690048")
    } catch let failure as ModelFailure {
      throw ValidationError("\(failure)")
    }
  }

  // MARK: Grids

  private func grid(quotas: [Ratio]?) throws -> Response {
    let axis = try axis
    let (plan, findings) = try Plan.read(path: plans[0])
    for (text, option) in [(quota, "--quota"), (sales, "--sales")] {
      if let text { try Series(text, .amount, option: option).require(plan.currency) }
    }
    let measure = plan.primaryMeasure
    guard quotas != nil || measure?.quota != nil || measure?.isScored == true || sales != nil else {
      throw ValidationError(
        "the plan has no quota to attain; say one, such as --quota 690048, or say --sales")
    }
    let grid = try EarningsGrid(plan: plan, quotas: quotas ?? [], axis: axis)
    return Response(answer: grid, inputs: [InputDescription(path: plans[0])], findings: findings)
  }

  private var axis: EarningsGrid.Axis {
    get throws {
      if let sales {
        return .sales(try Series(sales, .amount, option: "--sales").values)
      }
      return .attainment(
        try Series(attainment ?? "50%..150%/10%", .percentage, option: "--attainment").values)
    }
  }

  // MARK: Distributions

  private func outlook(quotas: [Ratio]?) throws -> Response {
    let reading = try model.read()
    var findings = reading.findings
    var scenarios: [PayOutlook.Scenario] = []
    var settings = try settings()
    for path in plans {
      let (plan, found) = try Plan.read(path: path)
      findings.add(found)
      guard quotas != nil || plan.primaryMeasure?.quota != nil || settings.referenceQuota != nil
      else {
        throw ValidationError(
          "\(path): the plan has no quota to attain; say one, such as --reference-quota 690048")
      }
      if let quotas {
        scenarios += quotas.map { PayOutlook.Scenario(plan, quota: $0) }
      } else {
        scenarios.append(PayOutlook.Scenario(plan))
      }
    }
    let progress = ProgressLine()
    defer { progress?.finish() }
    if let progress { settings.progress = { progress.show($0) } }
    let outlook = try PayOutlook(scenarios, model: reading.model, settings: settings)
    return Response(
      answer: outlook, inputs: plans.map { InputDescription(path: $0) } + reading.inputs,
      findings: findings)
  }

  private func cash(_ selling: String) throws -> Response {
    var findings = FindingLog()
    var read: [Plan] = []
    for path in plans {
      let (plan, found) = try Plan.read(path: path)
      findings.add(found)
      read.append(plan)
    }
    var settings = try settings()
    settings.trials = model.trials ?? 10_000
    let progress = ProgressLine()
    defer { progress?.finish() }
    if let progress { settings.progress = { progress.show($0) } }
    let outlook = try CashOutlook(
      read, selling: try SellingText(selling), isNewHire: newHire, settings: settings)
    return Response(
      answer: outlook, inputs: plans.map { InputDescription(path: $0) }, findings: findings)
  }

  private func settings() throws -> PayOutlook.Settings {
    var settings = PayOutlook.Settings(trials: exact ? nil : model.trials ?? 100_000)
    settings.seed = model.seed ?? settings.seed
    settings.threads = model.threads
    settings.referenceQuota = try model.readReferenceQuota()
    if let atLeast {
      settings.amounts = try Series(atLeast, .amount, option: "--at-least").values
        .map(\.doubleValue)
    }
    settings.hasSensitivity = sensitivity
    try teamOptions.apply(to: &settings)
    return settings
  }
}
