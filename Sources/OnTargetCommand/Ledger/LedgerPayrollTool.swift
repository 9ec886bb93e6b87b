import Answers
import ArgumentParser
import Findings
import LedgerAnswers
import LedgerFiles

/// `ontarget ledger payroll`.
struct LedgerPayrollTool: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "payroll",
    abstract: "Write the file that payroll reads; after it the period is never opened again.",
    discussion: """
      The layout is a template: datasets/payroll has a general one and some of known programs, with \
      settings such as the number of the company. Who has to be paid nothing is not in the file; what \
      is below zero is carried. The answer has the control totals. Asked again, the verb writes the \
      same file.

      Example:
        ontarget ledger payroll pay.ledger 2026-01 \\
          --template ontarget:payroll/general --file payroll-2026-01.csv \\
          --by payroll --on 2026-02-04
      """)

  @OptionGroup var target: LedgerArgument
  @OptionGroup var time: LedgerPeriodArgument

  @Option(help: ArgumentHelp("The layout of the file.", valueName: "file"))
  var template: String

  @Option(
    help: ArgumentHelp(
      "The file; with several currencies each has its own, such as pay-EUR.csv for pay.csv.",
      valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "A setting of the template, such as company=ABC; may be repeated.", valueName: "name=value"))
  var set: [String] = []

  @OptionGroup var stamp: LedgerStampOptions
  @OptionGroup var output: OutputOptions

  var sideInputs: [String] { [target.path, template] }
  var sideOutputs: [String] { [file] }

  func respond(to call: Call) throws -> Response {
    var settings: [String: String] = [:]
    for text in set {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        throw ValidationError("--set: \"\(text)\" does not say what is set; write name=value")
      }
      settings[String(text[..<equals])] = String(text[text.index(after: equals)...])
    }
    // Once the ledger has the file, the period is never opened again: it has to have a place before.
    try OutputFile.checkPlace(of: file)
    let reply = try LedgerPayroll(
      target.path, time.period, template: template, settings: settings, try stamp.stamp()
    ).answer()
    // The ledger has them by now, so that a file that cannot be written is written by asking again.
    for kept in reply.answer.files {
      try OutputFile.write(
        kept.bytes ?? [], to: path(kept.value, of: reply.answer.files.count), besides: sideInputs)
    }
    var response = Response(reply)
    let paths = reply.answer.files.map { path($0.value, of: reply.answer.files.count) }
    if paths.count > 1 {
      response.findings.add(
        Finding(
          "ledger.payroll-files", .note, at: Place(file: file),
          "each currency has a file of its own: \(paths.joined(separator: ", "))"
        ))
    }
    return response
  }

  private func path(_ currency: String, of count: Int) -> String {
    guard count > 1 else { return file }
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "\(file)-\(currency)"
    }
    let ending = name[dot...]
    return "\(file.dropLast(ending.count))-\(currency)\(ending)"
  }
}
