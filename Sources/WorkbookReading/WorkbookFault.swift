internal import Findings

/// The wording of what can be wrong with a workbook as a file, one function for each cause.
enum WorkbookFault {
  static func encrypted(_ name: String) -> InputFailure {
    failure(
      "workbook.encrypted", name, "the workbook is protected by a password, so it cannot be read",
      remedy: "open it, remove the password (File, Info, Protect Workbook), and save it")
  }

  static func oldFormat(_ name: String) -> InputFailure {
    failure(
      "workbook.old-format", name, "this is a workbook in a binary format of Excel, not .xlsx",
      remedy: "open it and save it as .xlsx or as CSV")
  }

  static func unknownArchive(_ name: String, isOpenDocument: Bool) -> InputFailure {
    isOpenDocument
      ? failure(
        "workbook.unknown", name, "this is an OpenDocument file, not .xlsx",
        remedy: "save the sheet as .xlsx or as CSV")
      : failure(
        "workbook.unknown", name, "this is an archive without a workbook in it",
        remedy: "unpack the archive and name the file in it")
  }

  static func broken(_ name: String, _ reason: Inline) -> InputFailure {
    broken(Place(file: name), reason)
  }

  static func broken(_ place: Place, _ reason: Inline) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "workbook.broken", at: place, "the workbook is damaged: \(reason)",
        remedy: "copy or download it again, or open it in a spreadsheet and save it"))
  }

  static func tooLarge(_ place: Place, _ what: Inline) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "workbook.too-large", at: place, "\(what), more than any workbook holds",
        remedy: "if it comes from someone you trust, save the sheet as CSV"))
  }

  static func noSheet(_ name: String, _ asked: String, among names: [String]) -> InputFailure {
    let known = names.map { "\"\($0)\"" }.joined(separator: ", ")
    return failure(
      "workbook.no-sheet", name, "the workbook has no sheet \"\(asked)\"",
      remedy: NearMiss.remedy(for: asked, among: names) ?? "its sheets are \(known)")
  }

  static func whichSheet(_ name: String, _ sheets: [(name: String, facts: SheetFacts)])
    -> InputFailure
  {
    let list = sheets.map { "\"\($0.name)\" (\($0.facts.size))" }.joined(separator: ", ")
    let first = sheets.first?.name ?? ""
    return failure(
      "workbook.which-sheet", name, "the workbook has \(sheets.count) sheets with data: \(list)",
      remedy: "name one, such as \(SheetPath.quoted(file: name, sheet: first))")
  }

  static func onlyHidden(_ name: String, _ sheets: [(name: String, facts: SheetFacts)])
    -> InputFailure
  {
    let list = sheets.map { "\"\($0.name)\" (\($0.facts.size))" }.joined(separator: ", ")
    return failure(
      "workbook.which-sheet", name, "only hidden sheets of the workbook have data: \(list)",
      remedy: "name one, such as \(SheetPath.quoted(file: name, sheet: sheets.first?.name ?? ""))")
  }

  static func empty(_ name: String, sheet: String?) -> InputFailure {
    let message: Inline? = sheet.map { "the sheet \"\($0)\" holds nothing" }
    return failure("workbook.empty", name, message ?? "no sheet of the workbook holds anything")
  }

  private static func failure(
    _ kind: Finding.Kind, _ name: String, _ message: Inline, remedy: Inline? = nil
  ) -> InputFailure {
    InputFailure(.badData, Finding(kind, at: Place(file: name), message, remedy: remedy))
  }
}
