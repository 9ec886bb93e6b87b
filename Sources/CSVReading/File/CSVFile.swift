public import Findings
internal import WorkbookReading

/// A CSV file that has been opened, and whose encoding, delimiter and header are known.
///
/// A sheet of a workbook (.xlsx, .xlsm) is read as one: its rows are the lines.
public struct CSVFile: Sendable {
  /// The path as it was given, or "<stdin>".
  public let name: String
  /// The file and, in a workbook, the sheet.
  public let place: Place
  /// The names of the columns: trimmed, none empty, no two alike.
  public let header: [String]
  /// The line of the header, from 1; nil when the file has none.
  public let headerLine: Int?
  /// How the file is written, and why that was decided.
  public let dialect: CSVDialect
  /// What was found in the header, and around the cells of a workbook.
  public let findings: [Finding]

  /// The first rows, up to 255 of those that fit the header, to recognise columns by.
  public let sample: [[String]]

  /// The size of the file as it is stored, in bytes; nil for standard input and pipes.
  public private(set) var byteCount: Int?

  private(set) var options: CSVOptions
  /// How much is read at once; tests make it small.
  var blockSize: Int = BlockReader.blockSize
  /// How long a line may be that is rejected; a longer one ends the reading.
  var lineLimit: Int = 64 << 20
  /// Whether libcsv reads records without quotes too; tests compare both ways.
  var readsAllByLibCSV: Bool = false
  let delimiter: UInt8
  /// Where the first row begins in the decoded text, and its line.
  let dataOffset: Int
  let dataLine: Int
  private let source: TextSource

  /// Opens a file, or standard input for "-", and finds out how it is written.
  ///
  /// `deals.xlsx#Deals` is the sheet Deals of a workbook.
  ///
  /// - Throws: `.noInput` for a file that is not there or cannot be opened, `.badData` for one that
  ///   is empty or has no row below its header, and for a workbook that cannot be read or of which
  ///   several sheets could be meant; `.usage` for a delimiter that cannot be one.
  public init(path: String, options: CSVOptions = CSVOptions()) throws(InputFailure) {
    let given = SheetPath(path)
    let file = try SystemFile(path: given.file)
    var options = options
    options.sheet = given.sheet ?? options.sheet
    try self.init(file, name: given.file == "-" ? file.name : path, file: file.name, options)
  }

  /// Takes bytes for a file; `name` is what findings call it.
  public init(
    bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()
  ) throws(InputFailure) {
    try self.init(MemoryFile(bytes), name: name, file: name, options)
  }

  private init(
    _ bytes: any RandomAccessBytes, name: String, file: String, _ options: CSVOptions
  ) throws(InputFailure) {
    self.options = options
    self.name = name
    byteCount = bytes.byteCount
    if let asked = options.delimiter {
      guard asked.isASCII, !"\"\r\n".unicodeScalars.contains(where: asked.unicodeScalars.contains)
      else { throw CSVFault.badDelimiter(asked, file) }
    }
    let opened: SheetSource?
    if Workbook.signature(try bytes.bytes(at: 0, count: 4)) != nil {
      let sheet = try SheetSource(Workbook(bytes, name: file), asked: options.sheet)
      opened = sheet
      place = sheet.place
      source = try sheet.textSource()
    } else {
      if let sheet = options.sheet { throw CSVFault.notAWorkbook(file, sheet: sheet) }
      opened = nil
      place = Place(file: file)
      source = try TextSource(name: file, asked: options.encoding) { FileStream(bytes) }
    }
    guard !source.head.isEmpty else { throw CSVFault.empty(file) }
    if MarkupPage.begins(source.head) { throw CSVFault.markup(file) }

    let sniffer = DialectSniffer(text: source.head, isWhole: source.isWhole)
    let decision = sniffer.decide(
      delimiter: opened == nil ? options.delimiter : ",", header: options.header)
    delimiter = decision.delimiter.asciiValue ?? 0x2C
    guard let index = decision.header else {
      let line: Int? = if case .line(let line) = options.header { line } else { nil }
      throw CSVFault.noHeader(place, line: line)
    }
    let row = decision.samples[index]
    guard !row.isMalformed || options.header == .absent else {
      throw CSVFault.badHeader(place.at(line: row.line))
    }
    var findings: [Finding] = []
    if options.header == .absent {
      header = (1...row.fields.count).map { "column_\($0)" }
      headerLine = nil
      dataOffset = index == 0 ? 0 : decision.samples[index - 1].end
      dataLine = row.line
    } else {
      let place = place.at(line: row.line)
      (header, findings) = HeaderNames.repaired(row.fields, at: place) { column in
        opened.map { !$0.facts.hasData[column] } ?? false
      }
      headerLine = row.line
      dataOffset = row.end
      dataLine = row.line + row.lines
      if DialectSniffer.isData(row) { findings.append(CSVFault.headerLooksLikeData(place)) }
      let below = decision.samples[(index + 1)...]
      if options.expectedRows == nil, source.isWhole, below.allSatisfy(\.isBlank) {
        throw CSVFault.noRows(place)
      }
    }
    let decided = source.encoding
    if options.encoding == nil, decided.encoding != .utf8 {
      let place = place.at(line: decided.evidence?.line, column: decided.evidence?.column)
      findings.append(CSVFault.otherEncoding(place, decided.encoding.rawValue, decided.reason))
    }
    if let fault = source.foreign, fault.line < dataLine {
      // Below the header the pass over the rows says so.
      var lines = ForeignLines()
      lines.add(line: fault.line, column: fault.column, readAs: fault.character)
      findings.append(CSVFault.mixedEncoding(place, fault, of: lines))
    }
    self.findings = findings + (opened?.notes(headerLine: headerLine) ?? [])
    let columns = header.count
    sample = decision.samples[(headerLine == nil ? index : index + 1)...].lazy
      .filter { !$0.isBlank && $0.filled > 0 && $0.fields.count >= columns }
      .map { Array($0.fields.prefix(columns)) }
    dialect = CSVDialect(
      encoding: source.encoding.encoding, encodingReason: source.encoding.reason,
      delimiter: decision.delimiter,
      delimiterReason: opened == nil ? decision.delimiterReason : "cells of a sheet",
      bannerLines: row.line - 1, headerReason: decision.headerReason,
      isCompressed: source.isCompressed,
      sheet: opened?.description)
  }

  /// Returns the first bytes of a file as it is stored; nil where it cannot be read.
  package static func head(of path: String, count: Int) -> [UInt8]? {
    try? SystemFile(path: path).bytes(at: 0, count: count)
  }

  /// The same file, to be read without knowing how many rows it has.
  package func expectingNothing() -> CSVFile {
    var file = self
    file.options.expectedRows = nil
    return file
  }

  /// The same file, of which remarks below the rows are set aside when it is read.
  package func settingRemarksAside() -> CSVFile {
    var file = self
    file.options.setsRemarksAside = true
    return file
  }

  /// The line of the header, or the file alone where it has none.
  public var headerPlace: Place { place.at(line: headerLine) }

  /// Returns the decoded text from the first row on.
  func openRows() throws(InputFailure) -> any ByteStream {
    let stream = try source.open()
    let front = try stream.prefix(dataOffset)
    // The front of the text may have been repaired, which changes offsets, but never lines.
    var start = 0
    front.withUnsafeBufferPointer { bytes in
      let scanner = RecordScanner(delimiter: delimiter)
      for _ in 1..<dataLine {
        start = scanner.lineEnd(bytes, from: start, isFinal: true) ?? start
      }
    }
    return PrefixedStream(Array(front[start...]), stream)
  }

  var context: FileContext {
    let policy: InvalidUTF8Policy =
      if dialect.encoding != .utf8 { .impossible } else {
        options.encoding == .utf8 ? .reject : .windows1252
      }
    return FileContext(
      place: place, header: header, delimiter: delimiter, options: options, invalidUTF8: policy,
      readsAllByLibCSV: readsAllByLibCSV)
  }
}
