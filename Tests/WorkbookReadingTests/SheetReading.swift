import CSVReading
import Findings
import TestSupport

/// What a workbook gives as a table.
struct SheetReading {
  var header: [String]
  var rows: [[String]] = []
  var lines: [Int] = []
  var notes: [Finding]
  var dialect: CSVDialect

  init(_ bytes: [UInt8], sheet: String? = nil) throws(InputFailure) {
    var options = CSVOptions(isStrict: true)
    options.sheet = sheet
    let file = try CSVFile(bytes: bytes, name: "book.xlsx", options: options)
    (header, notes, dialect) = (file.header, file.findings, file.dialect)
    var rows: [[String]] = []
    var lines: [Int] = []
    try file.records { record in
      rows.append((0..<record.count).map { record.text($0) })
      lines.append(record.line)
    }
    (self.rows, self.lines) = (rows, lines)
  }

  init(_ workbook: HandmadeWorkbook, sheet: String? = nil) throws {
    try self.init(workbook.bytes(), sheet: sheet)
  }

  /// The kinds that a failure or the notes have.
  static func failure(_ bytes: [UInt8], sheet: String? = nil) -> [String] {
    do throws(InputFailure) {
      _ = try SheetReading(bytes, sheet: sheet)
      return []
    } catch {
      return error.log.findings.map(\.kind.rawValue)
    }
  }
}

/// A row of XML: the cells of the columns A, B, … as they are written, with their place filled in.
func row(_ number: Int, _ cells: String..., attributes: String = "") -> String {
  let letters = Array("ABCDEFGH")
  let filled = cells.enumerated().filter { !$0.element.isEmpty }.map { index, cell in
    cell.replacing("<c", with: "<c r=\"\(letters[index])\(number)\"", maxReplacements: 1)
  }
  return "<row r=\"\(number)\"\(attributes)>\(filled.joined())</row>"
}

/// A text in its cell.
func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

/// A number in the style of an index.
func number(_ digits: String, _ style: Int = 0) -> String {
  "<c s=\"\(style)\"><v>\(digits)</v></c>"
}
