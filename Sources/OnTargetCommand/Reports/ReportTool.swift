import Answers
import ArgumentParser
import Findings
import Reporting

/// `ontarget report`.
struct ReportTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Write a report that others can make again: salaries, a plan, statements, offers, pay gaps.",
    discussion: """
      A report opens with what was found, and ends with the command, the inputs and their checksums. \
      Written to FILE.md or FILE.html with --output, its charts and pages go into a folder FILE beside it.

      A recipe is a YAML file with the kind of the report and its settings, for example:

        report: salary
        plan: ../datasets/plans/account-executive-2021.yaml
        quotas: [600000, 690048, 800000]
        sections: [baseline, industries, quotas]
        language: de

      Files that it names are looked for beside it; options on the command line win over it. A \
      recipe stands in the place of everything else: ontarget report RECIPE.yaml [options of its kind].

      Examples:
        ontarget report reports/account-executive-2021-05.yaml
        ontarget report salary --section baseline --section trend
      """,
    subcommands: [
      SalaryReportTool.self, PlanReviewTool.self, StatementReportTool.self, OfferReportTool.self,
      GapReportTool.self,
    ],
    defaultSubcommand: SalaryReportTool.self)

  /// The verbs that write a report each; a recipe names its kind by the name of the verb.
  static var kinds: [any ReportVerb.Type] {
    configuration.subcommands.compactMap { $0 as? any ReportVerb.Type }
  }

  /// The names of the kinds.
  static var kindNames: [String] { kinds.map { $0.kind } }

  /// The keys of a recipe for a kind of report; nil where there is no such kind.
  static func recipeKeys(ofKind name: String) -> [RecipeKey]? {
    for verb in kinds where verb.kind == name { return verb.recipeKeys }
    return nil
  }
}

/// The options that every report has.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show this section only; may be repeated (default: all).", valueName: "name"))
  var section: [String] = []
}

/// What a report shows of its answer, and in which language.
struct ReportFrame {
  /// The sections; nil for all.
  var sections: [String]?
  /// The language of the document; nil where nothing is said.
  var language: Language?

  static var settings: [Setting<ReportFrame>] {
    [
      Setting(
        "sections", .section, .texts, default: "all",
        "the sections to show, [by their names](reports.md#sections)"
      ) { $0.sections = $1 },
      Setting("language", .locale, .language, default: "`en`", "the language of the report") {
        $0.language = $1
      },
    ]
  }
}

/// A verb that writes a report: it asks what a recipe and its options say.
protocol ReportVerb: Verb {
  /// What is asked.
  associatedtype Asked: Question where Asked.Result: ReportSubject

  /// The settings of the question, by their keys in a recipe.
  static var settings: [Setting<Asked>] { get }

  /// The question before anything is set.
  static var unasked: Asked { get }

  /// What the options of the question say.
  var typed: Typed { get }

  /// The options of every report.
  var options: ReportOptions { get }
}

extension ReportVerb {
  /// The kind of the report as a recipe names it.
  static var kind: String { configuration.commandName ?? "" }

  /// The keys of a recipe for this kind of report.
  static var recipeKeys: [RecipeKey] { settings.compactMap(\.key) }

  var wantedFiles: [WantedFile] {
    let typed = typed
    return WantedFile.named { typed[$0] }
  }

  func respond(to call: Call) throws -> Response { try report(to: call) }

  /// What the recipe and the options ask.
  func asked(by call: Call) throws -> (question: Asked, frame: ReportFrame, typed: Typed) {
    let typed = typed.adding(.section, options.section)
    var question = Self.unasked
    try Self.settings.fill(&question, typed: typed, recipe: call.recipe)
    var frame = ReportFrame()
    try ReportFrame.settings.fill(&frame, typed: typed, recipe: call.recipe)
    return (question, frame, typed)
  }

  /// Writes the report that the recipe and the options ask for.
  func report(to call: Call) throws -> Response {
    let recipe = call.recipe
    let (question, frame, typed) = try asked(by: call)
    do throws(InputFailure) {
      let reply = try question.answer()
      let language = output.locale ?? frame.language ?? .english
      var inputs =
        (recipe.map { [InputDescription(path: $0.path)] } ?? [])
        + reply.inputs.filter { $0.language == nil || $0.language == language }
      for index in inputs.indices {
        inputs[index].sha256 = try Checksum.sha256(ofFile: inputs[index].path)
      }
      let report = try ReproducibleReport(
        reply.answer, sections: frame.sections, command: call.text, version: ToolVersion.current,
        inputs: inputs)
      let findings = recipe?.placing(reply.findings, besides: typed) ?? reply.findings
      return Response(answer: report, inputs: inputs, findings: findings)
    } catch {
      throw recipe?.placing(error, besides: typed) ?? error
    }
  }
}
