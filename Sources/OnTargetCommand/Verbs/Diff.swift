import ArgumentParser
import PayAnswers
import PlanFiles
import Reports

/// `ontarget diff`.
struct Diff: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change of plan, people or deals does to everybody's pay, in money.",
    discussion: """
      Everybody is paid twice, by OLD and by NEW, and the statements are held against each other: \
      each person, each part of pay, each line, and what the plans say otherwise. The differences add \
      up to the cent. Both sides have the same deals and files unless --new-deals and the like name \
      others; then OLD and NEW may be the same plan. Whoever a roster puts on either plan is on OLD \
      on the old side and on NEW on the new one. --with names further plans that people are on: then \
      everybody is paid by the plan of the roster, and a person's pay is the sum.

      Examples:
        ontarget diff ontarget:plans/marginal-accelerators-2020 \\
          ontarget:plans/marginal-accelerators \\
          --deals ontarget:deals/team-2021 \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates
        ontarget diff ontarget:plans/marginal-accelerators \\
          ontarget:plans/marginal-accelerators \\
          --deals ontarget:deals/team-2021 \\
          --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates \\
          --new-adjustments ontarget:deals/team-2021-adjustments
      """)

  @Argument(help: ArgumentHelp("The plan of the old side, as YAML.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The plan of the new side.", valueName: "new"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "A further plan that people are on, the same on both sides; may be repeated.",
      valueName: "plan"))
  var with: [String] = []

  @Option(help: ArgumentHelp("The deals, as CSV or .xlsx.", valueName: "file"))
  var deals: String

  @OptionGroup var files: PayFileOptions

  @Option(
    help: ArgumentHelp("The deals of the new side (default: the same).", valueName: "file"))
  var newDeals: String?

  @Option(
    help: ArgumentHelp("The roster of the new side (default: the same).", valueName: "file"))
  var newRoster: String?

  @Option(
    help: ArgumentHelp(
      "What foreign currencies are worth on the new side (default: the same).", valueName: "file"))
  var newRates: String?

  @Option(
    help: ArgumentHelp("The scores of the new side (default: the same).", valueName: "file"))
  var newScores: String?

  @Option(
    help: ArgumentHelp(
      "The amounts by hand of the new side (default: the same).", valueName: "file"))
  var newAdjustments: String?

  @Option(
    help: ArgumentHelp(
      "What customers paid, on the new side (default: the same).", valueName: "file"))
  var newReceipts: String?

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    let others: [(String?, FileKind)] = [
      (newDeals, .table(.deals)), (newRoster, .table(.roster)), (newRates, .table(.rates)),
      (newScores, .table(.scores)), (newAdjustments, .table(.adjustments)),
      (newReceipts, .table(.receipts)),
    ]
    return ([old, new] + with).map { WantedFile($0, .plan) }
      + [WantedFile(deals, .table(.deals))]
      + files.wantedFiles
      + others.compactMap { path, kind in path.map { WantedFile($0, kind) } }
  }

  func respond(to call: Call) throws -> Response {
    var question = StatementDifferenceQuestion(
      from: old, to: new, deals: deals, files: try files.files())
    question.otherPlans = with
    question.newDeals = newDeals
    question.newRoster = newRoster
    question.newRates = newRates
    question.newScores = newScores
    question.newAdjustments = newAdjustments
    question.newReceipts = newReceipts
    return Response(try question.answer())
  }
}
