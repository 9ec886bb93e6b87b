import Answers
import ArgumentParser
import CSVReading
import PayAnswers
import PlanFiles
import Reports
import SalaryData
import Tables

/// What is done with rows of the deals that are refused, the same for every verb that pays deals.
struct RefusedDealsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the rows of the deals that cannot be read as CSV.", valueName: "file")
  )
  var rejects: String?

  /// The file for the refused rows, where they were asked for.
  var sideOutputs: [String] { [rejects].compactMap(\.self) }

  /// Writes the refused rows where they were asked for.
  ///
  /// A refused row stops the payment, so that they are those that a check finds.
  func write(of deals: String, plan: String, _ others: PayFileOptions) throws {
    guard let rejects else { return }
    guard deals != "-" else {
      throw ValidationError(
        "--rejects reads the deals again, which standard input cannot; name a file")
    }
    var question = CheckQuestion([deals], datasets: DatasetOptions.opener(nil))
    let tables = try others.files().tables
    question.csv.keepsRejects = true
    question.salaries.mapping = tables.mapping
    question.salaries.decimal = tables.decimal
    question.plan = plan
    question.roster = others.roster
    for (setting, text) in [("dates", tables.dates?.rawValue), ("all_by", tables.allBy)] {
      guard let text else { continue }
      try question.salaries.mapping.add("\(setting)=\(text)", to: .deals, among: TableKind.all)
    }
    let files = try question.answer().answer.files
    try OutputFile.write(
      files.first?.rejects ?? [], to: rejects,
      besides: [plan, deals] + others.wantedFiles.map(\.path))
  }
}
