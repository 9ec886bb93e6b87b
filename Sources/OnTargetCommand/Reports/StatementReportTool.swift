import Answers
import ArgumentParser
import PayAnswers
import Reports

/// `ontarget report statements`.
struct StatementReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "statements",
    abstract: "Write a pay statement for each rep, a page each, and an overview.",
    discussion: """
      With --output FILE.md or FILE.html the pages are files in a folder FILE; else they follow the \
      overview. Takes the files that `ontarget pay` takes.

      Example:
        ontarget report statements datasets/plans/marginal-accelerators.yaml \\
          datasets/deals/team-2021.csv --roster datasets/deals/team-2021-roster.csv \\
          --rates datasets/deals/team-2021-rates.csv --period 2021-Q2
      """)

  static let recipeKeys: [RecipeKey] =
    [RecipeKey("plan", .file, as: nil), RecipeKey("deals", .file, as: nil)]
    + PayFileOptions.recipeKeys + [
      RecipeKey("period", .text, as: "--period"), RecipeKey("reps", .texts, as: "--rep"),
    ]

  @OptionGroup var input: PayInputOptions
  @OptionGroup var selection: StatementOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var output: OutputOptions

  func subject(of call: Call) throws -> (subject: any ReportSubject, parts: Response.Parts) {
    let reply = try selection.question(input).answer()
    return (
      StatementPack(reply.answer), Response.Parts(inputs: reply.inputs, findings: reply.findings)
    )
  }
}
