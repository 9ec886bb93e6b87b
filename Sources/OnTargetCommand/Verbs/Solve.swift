import Answers
public import ArgumentParser
import Findings
import PayAnswers
import Reports
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
      has them when the plan changes; all models have a closed form, so that nothing is drawn. An answer is priced again with its number in \
      the plan; where pay jumps over the aim there is none. A plan without a quota needs \
      --reference-quota. The exit status is 1 when there is no solution.

      Examples:
        ontarget solve ontarget:plans/account-executive-2021 --find quota \\
          --share 65% --model lognormal:mean=0.95,cv=0.35
        ontarget solve ontarget:plans/account-executive-2021 \\
          --find accelerator --cost 120000 --model healthy-60
        ontarget solve ontarget:plans/account-executive-2021 --find attainment \\
          --pay 150000
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

  @OptionGroup(title: "Options for the model") var model: AttainmentOptions
  @OptionGroup(title: "Options for the model") var reference: ReferenceQuotaOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { [WantedFile(plan, .plan)] }

  func respond(to call: Call) throws -> Response {
    let reply = try SolveQuestion(
      find, of: plan, for: aim, component: component,
      model: model.choice(reference)
    ).answer()
    return Response(reply, status: reply.answer.isFound ? .done : .answerIsNo)
  }

  private var aim: PlanSolution.Aim {
    get throws(InputFailure) {
      var aims: [PlanSolution.Aim] = []
      if let share { aims.append(.share(try Series.percentage(share, .share))) }
      if let cost { aims.append(.cost(try Series.amount(cost, .cost))) }
      if let risk { aims.append(.risk(try Series.percentage(risk, .risk))) }
      if let pay { aims.append(.pay(try Series.amount(pay, .pay))) }
      guard aims.count == 1 else { throw SolveQuestion.wrongAim(for: find) }
      return aims[0]
    }
  }
}

extension Solution.Unknown: ExpressibleByArgument {}
