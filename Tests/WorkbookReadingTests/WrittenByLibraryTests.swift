import CSVReading
import CXLSXWriter
import Findings
import Foundation
import TestSupport
import Testing

/// Workbooks of libxlsxwriter, which writes as Excel does.
@Suite("Workbooks that a library wrote")
struct WrittenByLibraryTests {
  /// Writes a sheet, and reads it through its path.
  static func read(
    named name: String = "Deals",
    _ fill: (OpaqueSheet) -> Void
  ) throws -> SheetReading {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "book.xlsx").path
    let workbook = try #require(workbook_new(path))
    let sheet = try #require(workbook_add_worksheet(workbook, name))
    fill(OpaqueSheet(workbook: workbook, sheet: sheet))
    #expect(workbook_close(workbook) == LXW_NO_ERROR)
    return try SheetReading(Array(Data(contentsOf: URL(filePath: path))))
  }

  struct OpaqueSheet {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(workbook)
      format_set_num_format(format, code)
      return format
    }

    func add(_ row: UInt32, _ cells: [String]) {
      for (column, text) in cells.enumerated() {
        worksheet_write_string(sheet, row, UInt16(column), text, nil)
      }
    }
  }

  @Test("Texts, numbers, dates, times, percentages, money, booleans and formulas")
  func kinds() throws {
    let table = try Self.read { book in
      book.add(0, ["id", "amount", "day", "moment", "share", "euro", "won", "double", "word"])
      let sheet = book.sheet
      worksheet_write_string(sheet, 1, 0, "006Aa00000AbCdE", nil)
      worksheet_write_number(sheet, 1, 1, 9225.225, book.format("#,##0.00"))
      var day = lxw_datetime(year: 2026, month: 10, day: 31, hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(sheet, 1, 2, &day, book.format("dd.mm.yyyy"))
      var moment = lxw_datetime(year: 2026, month: 10, day: 31, hour: 23, min: 40, sec: 0)
      worksheet_write_datetime(sheet, 1, 3, &moment, book.format("yyyy-mm-dd hh:mm"))
      worksheet_write_number(sheet, 1, 4, 0.125, book.format("0.0%"))
      worksheet_write_number(sheet, 1, 5, -1250.5, book.format("#,##0.00 [$€-407]"))
      worksheet_write_boolean(sheet, 1, 6, 1, nil)
      worksheet_write_formula_num(sheet, 1, 7, "=B2*2", nil, 18450.45)
      worksheet_write_formula_str(sheet, 1, 8, "=\"a\"&\"b\"", nil, "ab")
    }
    #expect(
      table.rows == [
        [
          "006Aa00000AbCdE", "9225.2250", "2026-10-31", "2026-10-31 23:40:00", "12.5%", "-€1250.5",
          "TRUE", "18450.45", "ab",
        ]
      ])
    // The library asks for its formulas to be computed when the workbook is opened.
    #expect(table.notes.map(\.kind) == ["workbook.uncomputed"])
  }

  @Test("Hidden rows and merged cells")
  func hidden() throws {
    let table = try Self.read { book in
      book.add(0, ["a", "b"])
      book.add(1, ["1", "x"])
      book.add(2, ["2", "y"])
      var options = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
      worksheet_set_row_opt(book.sheet, 2, LXW_DEF_ROW_HEIGHT, nil, &options)
      worksheet_merge_range(book.sheet, 3, 0, 4, 0, "3", nil)
    }
    #expect(table.rows == [["1", "x"], ["2", "y"], ["3", ""]])
    #expect(table.notes.map(\.kind) == ["workbook.hidden-rows", "workbook.merged-cells"])
  }

  @Test("Random tables come back as they were written")
  func randomTables() throws {
    var generator = SeededGenerator(seed: FreshSeed.value)
    let pieces = ["a", "ü", ",", "\"", ";", " ", "\u{1F600}", "=", "'", "_x", "&", "<b>"]
    var rows: [[String]] = []
    for index in 0..<3000 {
      var cells = (0..<4).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      cells[0] = "r\(index)"
      rows.append(cells)
    }
    let written = rows
    let table = try Self.read { book in
      book.add(0, ["a", "b", "c", "d"])
      for (index, cells) in written.enumerated() { book.add(UInt32(index + 1), cells) }
    }
    // Not the tables themselves, which would fill the log.
    #expect(table.rows.count == rows.count)
    #expect(zip(table.rows, rows).first { $0 != $1 }.map { "\($0) \($1)" } == nil)
    #expect(table.lines == Array(2...3001))
  }
}
