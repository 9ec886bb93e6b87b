import Amounts
import Analyses
public import ArgumentParser
import Findings
import PayPlans
import PlanFiles
public import Simulation

/// `ontarget solve`.
struct Solve: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find the quota, rate, accelerator, cap, mix or attainment that meets an aim.",
    discussion: """
      --find quota --share 65%: the quota that so many people reach. --find quota, rate, \
      accelerator or cap --cost 110000: the number for which the expected total pay of one person \
      is this much. --find mix --risk 20%: the mix of base and variable for which pay varies by so \
      much of its mean. --find attainment --pay 150000: the attainment that pays this much. Pay is \
      what is paid in the year, less what is still owed on a draw at its end. Sales stay as the model \
      has them when the plan changes. An answer is priced again with its number in \
      the plan; where pay jumps over the aim there is none. A plan without a quota needs \
      --reference-quota. The exit status is 1 when there is no solution.

      Examples:
        ontarget solve datasets/plans/account-executive-2021.yaml --find quota --share 65% \\
          --model lognormal:mean=0.95,cv=0.35
        ontarget solve datasets/plans/account-executive-2021.yaml --find accelerator --cost 120000 \\
          --model healthy-60
        ontarget solve datasets/plans/account-executive-2021.yaml --find attainment --pay 150000
      """)

  @Argument(help: ArgumentHelp("The pay plan, as YAML; - for standard input.", valueName: "plan"))
  var plan: String

  @Option(help: "What to find.")
  var find: Solution.Unknown

  @Option(
    help: ArgumentHelp("The share of people that reaches the quota.", valueName: "percentage"))
  var share: String?

  @Option(help: ArgumentHelp("The expected total pay of one person.", valueName: "amount"))
  var cost: String?

  @Option(
    help: ArgumentHelp(
      "The standard deviation of total pay over its mean.", valueName: "percentage"))
  var risk: String?

  @Option(help: ArgumentHelp("The total pay of a year.", valueName: "amount"))
  var pay: String?

  @Option(help: "The commission whose rates or cap change (default: the first).")
  var component: String?

  @OptionGroup(title: "Options for the model") var model: ModelOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let given = [share, cost, risk, pay].count { $0 != nil }
    let wanted =
      switch find {
      case .quota: share ?? cost
      case .rate, .accelerator, .cap: cost
      case .mix: risk
      case .attainment: pay
      }
    guard given == 1, wanted != nil else {
      let options =
        switch find {
        case .quota: "--share or --cost"
        case .rate, .accelerator, .cap: "--cost"
        case .mix: "--risk"
        case .attainment: "--pay"
        }
      throw ValidationError("--find \(find.rawValue) needs \(options), and no other aim")
    }
  }

  func respond(to call: Call) throws -> Response {
    let aim = try aim
    let reading = try model.read()
    let (plan, found) = try Plan.read(path: plan)
    var findings = reading.findings
    findings.add(found)
    do {
      let solution = try PlanSolution(
        find, for: aim, plan: plan, component: try componentIndex(in: plan),
        model: reading.model, referenceQuota: try model.readReferenceQuota(),
        trials: model.trials ?? 100_000, seed: model.seed ?? 1, threads: model.threads)
      return Response(
        answer: solution, inputs: [InputDescription(path: self.plan)] + reading.inputs,
        findings: findings, status: solution.isFound ? .done : .answerIsNo)
    } catch is ArithmeticFailure {
      throw ValidationError("an amount is too large to compute exactly")
    } catch let failure as ModelFailure {
      throw ValidationError("\(failure)")
    }
  }

  private var aim: PlanSolution.Aim {
    get throws {
      if let share { return .share(try Series.percentage(share, option: "--share")) }
      if let cost { return .cost(try Series.amount(cost, option: "--cost")) }
      if let risk { return .risk(try Series.percentage(risk, option: "--risk")) }
      return .pay(try Series.amount(pay ?? "", option: "--pay"))
    }
  }

  private func componentIndex(in plan: Plan) throws -> Int? {
    guard let component else { return nil }
    let names = plan.components.map(\.name)
    if let index = names.firstIndex(where: { $0.lowercased() == component.lowercased() }) {
      return index
    }
    throw ValidationError(
      "--component: the plan has no component \"\(component)\"; \(NearMiss.remedy(for: component, among: names) ?? "")"
    )
  }
}

extension Solution.Unknown: ExpressibleByArgument {}
