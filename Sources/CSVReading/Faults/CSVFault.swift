internal import Findings

/// The wording of what can be wrong with a CSV file, one function for each cause.
enum CSVFault {
  // MARK: The file

  static func isDirectory(_ path: String) -> InputFailure {
    InputFailure(
      .noInput,
      Finding(
        "csv.directory", at: Place(file: path), "this is a directory, not a file",
        remedy: "name one file in it"))
  }

  static func empty(_ name: String) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.empty", at: Place(file: name), "the file is empty",
        remedy: "a CSV file has a header and at least one row"))
  }

  static func spreadsheet(_ name: String) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.spreadsheet", at: Place(file: name),
        "this is a workbook or an archive in a compressed file",
        remedy: "unpack it first"))
  }

  static func markup(_ name: String) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.markup", at: Place(file: name),
        "this is a page of HTML or XML, whatever its name says",
        remedy: "export it as .csv or .xlsx; of a report in Salesforce the details only"))
  }

  static func notAWorkbook(_ name: String, sheet: String) -> InputFailure {
    InputFailure(
      .usage,
      Finding(
        "csv.no-sheets", at: Place(file: name),
        "this is a text and has no sheets, so not \"\(sheet)\" either",
        remedy: "name the file alone"))
  }

  static func noHeader(_ place: Place, line: Int?) -> InputFailure {
    let message: Inline? = line.map {
      "the header was to be on line \($0), and the file ends before"
    }
    return InputFailure(
      .badData,
      Finding(
        "csv.no-header", at: place, message ?? "the file holds nothing but blank lines")
    )
  }

  static func noRows(_ header: Place) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.no-rows", at: header,
        "there is a header and no row below it"))
  }

  /// A row that was cut looks whole where the cut goes through its last field.
  static func openLastLine(_ place: Place) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.open-last-line", at: place,
        "the last line has no line end, so that it may be the half of a row",
        remedy: "write the file again, each row with its line end"))
  }

  static func otherRowCount(_ place: Place, expected: Int, read: Int) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.row-count", at: place, "expected \(expected) data rows, read \(read)",
        remedy: read < expected
          ? "whoever wrote it stopped too early; let it be written again"
          : "it holds more than was meant; let it be written again"))
  }

  static func badHeader(_ place: Place) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.bad-header", at: place,
        "the header cannot be read: a quote is left open, or text follows a closing quote",
        remedy: "in a quoted name, write a quote as two quotes"))
  }

  static func badDelimiter(_ delimiter: Character, _ name: String) -> InputFailure {
    InputFailure(
      .usage,
      Finding(
        "csv.bad-delimiter", at: Place(file: name),
        "\"\(delimiter)\" cannot be a delimiter",
        remedy: "a delimiter is one ASCII character and no quote or line break"))
  }

  static func brokenGzip(_ name: String, _ reason: Inline) -> InputFailure {
    InputFailure(
      .badData,
      Finding("csv.broken-gzip", at: Place(file: name), "the gzip data is damaged: \(reason)"))
  }

  static func endlessLine(_ place: Place, limit: Int) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "csv.endless-line", at: place, "the line does not end within \(limit >> 20) MiB",
        remedy: "is this a CSV file?"))
  }

  // MARK: The header

  static func emptyName(_ place: Place, column: Int, now name: String) -> Finding {
    Finding(
      "csv.empty-name", .warning, at: place,
      "column \(column) has no name and is called \"\(name)\"")
  }

  static func repeatedName(_ place: Place, _ written: String, column: Int, now name: String)
    -> Finding
  {
    Finding(
      "csv.repeated-name", .warning, at: place,
      "a second column is called \"\(written)\"; column \(column) is called \"\(name)\"")
  }

  static func headerLooksLikeData(_ place: Place) -> Finding {
    Finding(
      "csv.header-looks-like-data", .warning, at: place,
      "the first row was taken for the header, but it looks like data",
      remedy: "if the file has no header, say so")
  }

  // MARK: Rows

  static func tooFewFields(_ place: Place, count: Int, header: [String]) -> Finding {
    var missing = header.dropFirst(count).prefix(3).map { "\"\($0)\"" as Inline }
    if header.count - count > 3 { missing.append("…") }
    let list = missing.joined(separator: ", ")
    return Finding(
      "csv.too-few-fields", at: place,
      header.count - count == 1
        ? "the row has \(fields(count)) and the header \(header.count); \(list) is missing"
        : "the row has \(fields(count)) and the header \(header.count); \(list) are missing",
      remedy: "is a delimiter missing, or a line broken outside quotes?")
  }

  static func tooManyFields(_ place: Place, count: Int, header: [String], value: String) -> Finding
  {
    Finding(
      "csv.too-many-fields", at: place,
      "the row has \(fields(count)) and the header \(header.count); the first too many is \"\(shortened(value))\"",
      remedy: "a field that holds the delimiter must be quoted")
  }

  static func strayQuote(_ place: Place, value: String) -> Finding {
    Finding(
      "csv.stray-quote", at: place,
      "there is a quote inside the unquoted field \"\(shortened(value))\"",
      remedy: "quote the whole field, and write a quote in it as two quotes")
  }

  static func textAfterQuote(_ place: Place, value: String) -> Finding {
    Finding(
      "csv.text-after-quote", at: place,
      "\"\(shortened(value))\" follows the closing quote of the field",
      remedy: "in a quoted field, write a quote as two quotes")
  }

  static func openQuote(_ place: Place) -> Finding {
    openQuote(place, "the quote that opens here is left open: the file ends before it is closed")
  }

  static func openQuote(_ place: Place, limit: Int) -> Finding {
    openQuote(
      place, "the quote that opens here is left open: its row is longer than \(limit) bytes")
  }

  static func openQuote(_ place: Place, until line: Int) -> Finding {
    openQuote(
      place,
      "the quote that opens here is left open, or closed in the wrong place: line \(line) does not fit"
    )
  }

  private static func openQuote(_ place: Place, _ message: Inline) -> Finding {
    Finding(
      "csv.open-quote", at: place, message,
      remedy: "close the quote, and double a quote that is part of the text")
  }

  static func rowTooLong(_ place: Place, limit: Int) -> Finding {
    Finding("csv.row-too-long", at: place, "the row is longer than \(limit) bytes")
  }

  static func notUTF8(_ place: Place) -> Finding {
    Finding(
      "csv.not-utf8", at: place, "there is a byte here that is not UTF-8",
      remedy: "leave the encoding to be detected, or name the right one")
  }

  static func mixedEncoding(
    _ file: Place, _ first: ForeignLines.Fault, of lines: ForeignLines
  ) -> Finding {
    let character = first.character
    let next = lines.next.map { "\($0)" }.joined(separator: ", ")
    return Finding(
      "csv.mixed-encoding", .warning, at: file.at(line: first.line, column: first.column),
      lines.count == 1
        ? "this byte is not UTF-8 in a file that otherwise is; it is read as \"\(character)\", as in windows-1252"
        : "this byte is not UTF-8 in a file that otherwise is; it is read as \"\(character)\", as in windows-1252, and so are those on \(lines.count - 1) more lines: \(next)\(lines.next.count < lines.count - 1 ? ", …" : "")",
      remedy: "save the file again as UTF-8")
  }

  static func otherEncoding(_ place: Place, _ name: String, _ reason: Inline) -> Finding {
    Finding(
      "csv.encoding", .note, at: place, "the file is read as \(name): \(reason)",
      remedy: "if names come out wrong, save it again as UTF-8")
  }

  private static func fields(_ count: Int) -> Inline {
    "\(count) fields"
  }

  private static func shortened(_ value: String) -> String {
    value.count <= 40 ? value : value.prefix(40) + "…"
  }
}
