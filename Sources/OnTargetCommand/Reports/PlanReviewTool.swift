import Amounts
import Analyses
import ArgumentParser
import Findings
import PayPlans
import PlanFiles

/// `ontarget report plan-review`.
struct PlanReviewTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "plan-review",
    abstract: "Review a pay plan: curve, readings, warnings, cost, who wins and who loses.",
    discussion: """
      With --previous and --deals the plan is held against last year's on the same deals.

      Example:
        ontarget report plan-review datasets/plans/marginal-accelerators.yaml --team 20 \\
          --previous datasets/plans/marginal-accelerators-2020.yaml \\
          --deals datasets/deals/team-2021.csv --roster datasets/deals/team-2021-roster.csv \\
          --rates datasets/deals/team-2021-rates.csv
      """)

  static let recipeKeys: [RecipeKey] =
    [
      RecipeKey("plan", .file, as: nil), RecipeKey("previous", .file, as: "--previous"),
      RecipeKey("deals", .file, as: "--deals"),
    ] + PayFileOptions.recipeKeys + [
      RecipeKey("team", .text, as: "--team"), RecipeKey("market", .text, as: "--market"),
      RecipeKey("goal", .text, as: "--goal"), RecipeKey("model", .text, as: "--model"),
      RecipeKey("trials", .text, as: "--trials"), RecipeKey("seed", .text, as: "--seed"),
      RecipeKey("reference quota", .text, as: "--reference-quota"),
    ]

  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Option(help: ArgumentHelp("Last year's plan.", valueName: "file"))
  var previous: String?

  @Option(
    help: ArgumentHelp("Deals that both plans are to pay, as CSV.", valueName: "file"))
  var deals: String?

  @OptionGroup var files: PayFileOptions
  @OptionGroup(title: "Cost") var model: ModelOptions
  @OptionGroup(title: "Cost") var team: TeamOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if deals == nil, let option = files.given.first {
      throw ValidationError("\(option) is about deals; say which with --deals")
    }
    if (deals == nil) != (previous == nil) {
      throw ValidationError(
        "who wins and loses takes both last year's plan and deals; give --previous and --deals")
    }
  }

  func subject(of call: Call) throws -> (subject: any ReportSubject, parts: Response.Parts) {
    var parts = Response.Parts()
    let (plan, findings) = try Plan.read(path: self.plan)
    parts.inputs.append(InputDescription(path: self.plan))
    let reading = try model.read()
    parts.inputs += reading.inputs
    parts.findings.add(reading.findings)
    var settings = PayOutlook.Settings(trials: model.trials ?? 100_000)
    settings.seed = model.seed ?? settings.seed
    settings.threads = model.threads
    settings.referenceQuota = try model.readReferenceQuota()
    try team.apply(to: &settings)
    var material = PlanReview.Material(
      plan: plan, findings: findings, model: reading.model, settings: settings)
    if let previous, let deals {
      let (old, oldFindings) = try Plan.read(path: previous)
      parts.inputs.append(InputDescription(path: previous))
      parts.findings.add(oldFindings)
      let current = try files.run(plan, on: deals)
      parts.inputs += current.inputs
      parts.findings.add(current.findings)
      material.previous = PlanReview.Previous(
        old,
        runs: PlanReview.Runs(
          current: current.pay, previous: try files.run(old, on: deals, forPeopleOn: plan).pay))
    }
    return (try PlanReview(material), parts)
  }
}
