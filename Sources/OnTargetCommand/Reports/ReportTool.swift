import Answers
import ArgumentParser
import Findings

/// `ontarget report`.
struct ReportTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a report that others can make again: salaries, a plan, statements, offers.",
    discussion: """
      A report opens with what was found, and ends with the command, the inputs and their checksums. \
      Written to FILE.md or FILE.html with --output, its charts and pages go into a folder FILE beside it.

      A recipe is a YAML file with the kind of the report and its options, for example:

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
    ],
    defaultSubcommand: SalaryReportTool.self)
}

/// The options that every report has.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Show this section only; may be repeated (default: all).", valueName: "name"))
  var section: [String] = []
}

/// A verb that writes a report.
protocol ReportVerb: Verb {
  /// The keys of a recipe for this kind of report.
  static var recipeKeys: [RecipeKey] { get }

  /// The options of every report.
  var options: ReportOptions { get }

  /// Computes what the report is about.
  func subject(of call: Call) throws -> (subject: any ReportSubject, parts: Response.Parts)
}

extension ReportVerb {
  func respond(to call: Call) throws -> Response {
    let (subject, parts): (any ReportSubject, Response.Parts)
    do {
      (subject, parts) = try self.subject(of: call)
    } catch let error as ValidationError {
      throw call.recipe?.failure(for: error.message) ?? error
    } catch let failure as InputFailure {
      throw call.recipe?.failure(for: failure) ?? failure
    }
    var inputs = (call.recipe.map { [InputDescription(path: $0.path)] } ?? []) + parts.inputs
    for index in inputs.indices {
      inputs[index].sha256 = try Checksum.sha256(ofFile: inputs[index].path)
    }
    let report: ReproducibleReport
    do throws(InputFailure) {
      report = try ReproducibleReport(
        subject, sections: options.section.isEmpty ? nil : options.section, command: call.text,
        version: ToolVersion.current, inputs: inputs)
    } catch {
      throw call.recipe?.failure(for: error) ?? error
    }
    return Response(answer: report, inputs: inputs, findings: parts.findings)
  }
}
