internal import Amounts
internal import CXLSXWriter
package import Findings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Writes workbooks through libxlsxwriter, the same bytes for the same sheets.
package enum WorkbookWriter {
  /// The most rows of a sheet, its titles included.
  package static let rowLimit: Int = 1 << 20

  /// Returns the bytes of a workbook (.xlsx); `path` is where it goes, for findings.
  ///
  /// - Throws: `.cannotCreate` for a sheet of too many rows, `.inputOutput` when writing breaks off.
  package static func bytes(
    of sheets: [WorkbookSheet], for path: String
  ) throws(InputFailure) -> [UInt8] {
    for sheet in sheets where sheet.rows.count >= rowLimit {
      throw failure(
        "output.too-many-rows", .cannotCreate, path,
        "the table \"\(sheet.name)\" has \(sheet.rows.count) rows, and a sheet takes \(rowLimit)",
        remedy: "write CSV instead")
    }
    // The library writes to a path; the file has no name any more before anything is in it.
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/ontarget-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw brokenOff(path, Inline(String(cString: strerror(errno)))) }
    defer { close(descriptor) }
    unlink(template)

    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt("/dev/fd/\(descriptor)", &options) else {
      throw brokenOff(path, "there is not enough memory")
    }
    var properties = lxw_doc_properties()
    // Not the time of the clock, so that the same call writes the same file: 2000-01-01.
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    var formats = Formats(workbook)
    var names = SheetNames()
    for sheet in sheets {
      guard let target = workbook_add_worksheet(workbook, names.name(sheet.name)) else {
        workbook_close(workbook)
        throw brokenOff(path, "a sheet cannot be added")
      }
      write(sheet, to: target, &formats)
    }
    let status = workbook_close(workbook)
    guard status == LXW_NO_ERROR else {
      throw brokenOff(
        path,
        Inline(lxw_strerror(status).map { String(cString: $0) } ?? "\(status.rawValue)" as String))
    }
    return try contents(of: descriptor, for: path)
  }

  private static func contents(
    of descriptor: Int32, for path: String
  ) throws(InputFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &block, block.count, off_t(bytes.count))
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw brokenOff(path, Inline(String(cString: strerror(errno)))) }
      bytes += block[..<count]
    }
  }

  private static func brokenOff(_ path: String, _ reason: Inline) -> InputFailure {
    failure(
      "output.workbook", .inputOutput, path, "the workbook cannot be written: \(reason)",
      remedy: "is there room in the folder for temporary files?")
  }

  private static func failure(
    _ kind: Finding.Kind, _ code: InputFailure.Code, _ path: String, _ message: Inline,
    remedy: Inline
  ) -> InputFailure {
    InputFailure(code, Finding(kind, at: Place(file: path), message, remedy: remedy))
  }

  // MARK: Sheets

  private static func write(
    _ sheet: WorkbookSheet, to target: UnsafeMutablePointer<lxw_worksheet>, _ formats: inout Formats
  ) {
    for (column, title) in sheet.titles.enumerated() {
      let cells = sheet.rows.prefix(1000).map { width(of: $0[column]) }
      let widest = max(Double(title.count), cells.max() ?? 0)
      worksheet_set_column(
        target, lxw_col_t(column), lxw_col_t(column), min(60, max(8, widest + 2)), nil)
    }
    worksheet_freeze_panes(target, 1, 0)
    let bold = formats.bold
    for (column, title) in sheet.titles.enumerated() {
      worksheet_write_string(target, 0, lxw_col_t(column), writable(title), bold)
    }
    // The library keeps one row at a time, so that rows come in their order.
    for (index, row) in sheet.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        write(cell, to: target, lxw_row_t(index + 1), lxw_col_t(column), &formats)
      }
    }
  }

  /// The largest number of which a spreadsheet shows every digit.
  private static let exactLimit = 999_999_999_999_999

  private static func write(
    _ cell: WorkbookCell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t, _ formats: inout Formats
  ) {
    func number(_ value: Double, _ code: String?) {
      worksheet_write_number(sheet, row, column, value, code.map { formats[$0] } ?? nil)
    }
    func text(_ text: String) {
      worksheet_write_string(sheet, row, column, writable(text), nil)
    }
    switch cell {
    case .empty: return
    case .text(let words): text(words)
    case .boolean(let value): worksheet_write_boolean(sheet, row, column, value ? 1 : 0, nil)
    case .integer(let value):
      // A number of more digits would be shown as another one.
      if abs(value) <= exactLimit { number(Double(value), nil) } else { text("\(value)") }
    case .number(let value, let places): number(value, places.map { "#,##0\(decimals($0))" })
    case .percentage(let value, let places): number(value, "0\(decimals(places))%")
    case .money(let money):
      let digits = Int(money.currency.minorUnitDigits)
      guard money.minorUnits.magnitude <= UInt64(exactLimit) else {
        return text("\(money.currency.code) \(money.fixedPoint)")
      }
      number(
        Double(money.minorUnits) / Double(money.currency.minorUnitsPerMajor),
        "[$\(money.currency.code)] #,##0\(decimals(digits))")
    case .date(let date):
      var day = lxw_datetime()
      (day.year, day.month, day.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
      worksheet_write_datetime(sheet, row, column, &day, formats["yyyy-mm-dd"])
    }
  }

  private static func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: min(places, 15)) : ""
  }

  private static func width(of cell: WorkbookCell) -> Double {
    switch cell {
    case .empty: 0
    case .text(let text): Double(text.count)
    case .boolean: 5
    case .integer(let value): Double("\(value)".count)
    case .number(let value, let places):
      places.map {
        Double("\(Int(clamping: Int64(exactly: value.rounded()) ?? 0))".count * 4 / 3 + $0)
      }
        ?? Double(min(12, "\(value)".count))
    case .percentage: 8
    case .money(let money): Double(money.fixedPoint.count * 4 / 3 + 4)
    case .date: 10
    }
  }

  /// The text as XML can hold it and Excel reads it: without control characters, `_x0041_` as itself
  /// (ECMA-376, part 1, section 22.9.2.19), and cut at the 32,767 characters that a cell takes.
  static func writable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var units = 0
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: continue
      default:
        if scalar == "_", index + 6 < scalars.count, scalars[index + 1] == "x",
          scalars[index + 6] == "_",
          scalars[(index + 2)..<(index + 6)].allSatisfy(\.properties.isASCIIHexDigit)
        {
          result.append(contentsOf: "_x005F".unicodeScalars)
          units += 6
        }
        result.append(scalar)
      }
      units += scalar.value > 0xFFFF ? 2 : 1
      if units > 32_700, index + 1 < scalars.count {
        result.append(contentsOf: " … (cut)".unicodeScalars)
        break
      }
    }
    return String(result)
  }

  /// The formats of a workbook, each made once.
  private struct Formats {
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var known: [String: UnsafeMutablePointer<lxw_format>] = [:]
    let bold: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      self.workbook = workbook
      bold = workbook_add_format(workbook)
      format_set_bold(bold)
    }

    subscript(code: String) -> UnsafeMutablePointer<lxw_format>? {
      mutating get {
        if let format = known[code] { return format }
        guard let format = workbook_add_format(workbook) else { return nil }
        format_set_num_format(format, code)
        known[code] = format
        return format
      }
    }
  }
}
