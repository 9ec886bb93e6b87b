internal import Findings
internal import WorkbookReading

/// The sheet of a workbook that a file is read from.
struct SheetSource {
  private let workbook: Workbook
  private let sheet: Workbook.Sheet
  let facts: SheetFacts

  /// Chooses a sheet, which reads through it once.
  init(_ workbook: Workbook, asked: String?) throws(InputFailure) {
    self.workbook = workbook
    (sheet, facts) = try workbook.choose(asked)
  }

  var place: Place { workbook.place(of: sheet) }

  var description: CSVDialect.Sheet {
    CSVDialect.Sheet(name: sheet.name, rows: facts.rows, columns: facts.columns)
  }

  func textSource() throws(InputFailure) -> TextSource {
    let (workbook, sheet, width) = (workbook, sheet, facts.columns)
    return try TextSource(sheet: sheet.name, name: place.file) { () throws(InputFailure) in
      try workbook.text(of: sheet, width: width)
    }
  }

  func notes(headerLine: Int?) -> [Finding] {
    workbook.notes(on: sheet, facts, headerRow: headerLine)
  }
}
