import Answers
import ArgumentParser
import Findings
import PayAnswers
import Reports

/// `ontarget report plan-review`.
struct PlanReviewTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "plan-review",
    abstract: "Review pay plans: curve, readings, warnings, cost, who wins and who loses.",
    discussion: """
      With --previous and --deals a plan is held against last year's on the same deals. Several plans \
      have an overview and a page each: with --roster what to expect of the people on them, and with \
      --previous for each of them, in the same order, who wins and who loses.

      Examples:
        ontarget report plan-review ontarget:plans/marginal-accelerators \\
          --team 20 --previous ontarget:plans/marginal-accelerators-2020 \\
          --deals ontarget:deals/team-2021 \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates
        ontarget report plan-review ontarget:plans/marginal-accelerators \\
          ontarget:plans/manager-override \\
          --roster ontarget:deals/team-2021-roster --trials 2000
      """)

  static var settings: [Setting<PlanReviewQuestion>] {
    [
      Setting(
        "plan", .plan, .files, required: true,
        "the [pay plan](plan-format.md), or several that people are on"
      ) { $0.plans = $1 },
      Setting(
        "previous", .previous, .files,
        "last year's plan; of several one for each, in the same order"
      ) { $0.previous = $1 },
      Setting("deals", .deals, .file, "deals that both plans are to pay") { $0.deals = $1 },
    ]
      + PayFileOptions.settings(\.files) + ModelOptions.settings(\.model)
      + [
        Setting(
          "reference quota", .referenceQuota, .amount, default: "the plan's own",
          "the quota that attainment is measured against"
        ) {
          $0.model.referenceQuota = $1
        }
      ] + TeamOptions.settings(\.team)
  }
  static var unasked: PlanReviewQuestion {
    var question = PlanReviewQuestion(plans: [])
    question.files.tables = .withWords
    return question
  }

  @Argument(help: ArgumentHelp("Pay plans, as YAML.", valueName: "plan"))
  var plans: [String] = []

  @Option(
    help: ArgumentHelp(
      "Last year's plan; of several plans one for each, in the same order.", valueName: "file"))
  var previous: [String] = []

  @Option(
    help: ArgumentHelp("Deals that both plans are to pay, as CSV or .xlsx.", valueName: "file"))
  var deals: String?

  @OptionGroup var files: PayFileOptions
  @OptionGroup(title: "Cost") var model: ModelOptions
  @OptionGroup(title: "Cost") var reference: ReferenceQuotaOptions
  @OptionGroup(title: "Cost") var team: TeamOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var output: OutputOptions

  var typed: Typed {
    Typed(
      [(.plan, plans), (.previous, previous), (.deals, text(deals))] + files.typed
        + model.typed + [(.referenceQuota, text(reference.referenceQuota))] + team.typed)
  }
}
