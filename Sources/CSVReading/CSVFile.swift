public import Findings

/// A CSV file that has been opened, and whose encoding, delimiter and header are known.
public struct CSVFile: Sendable {
  /// The path as it was given, or "<stdin>".
  public let name: String
  /// The names of the columns: trimmed, none empty, no two alike.
  public let header: [String]
  /// The line of the header, from 1; nil when the file has none.
  public let headerLine: Int?
  /// How the file is written, and why that was decided.
  public let dialect: CSVDialect
  /// What was found in the header.
  public let findings: [Finding]

  let options: CSVOptions
  let delimiter: UInt8
  /// Where the first row begins in the decoded text, and its line.
  let dataOffset: Int
  let dataLine: Int
  private let source: TextSource

  /// Opens a file, or standard input for "-", and finds out how it is written.
  ///
  /// - Throws: `.noInput` for a file that is not there or cannot be opened, `.badData` for one that
  ///   is empty or has no row below its header, `.usage` for a delimiter that cannot be one.
  public init(path: String, options: CSVOptions = CSVOptions()) throws(InputFailure) {
    let file = try SystemFile(path: path)
    try self.init(
      TextSource(name: file.name, asked: options.encoding, isRepeatable: file.isSeekable) {
        FileStream(file)
      }, options)
  }

  /// Takes bytes for a file; `name` is what findings call it.
  public init(
    bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()
  ) throws(InputFailure) {
    try self.init(
      TextSource(name: name, asked: options.encoding, isRepeatable: true) { MemoryStream(bytes) },
      options)
  }

  private init(_ source: TextSource, _ options: CSVOptions) throws(InputFailure) {
    self.source = source
    self.options = options
    name = source.name
    if let asked = options.delimiter {
      guard asked.isASCII, !"\"\r\n".unicodeScalars.contains(where: asked.unicodeScalars.contains)
      else { throw CSVFault.badDelimiter(asked, name) }
    }
    guard !source.head.isEmpty else { throw CSVFault.empty(name) }

    let sniffer = DialectSniffer(text: source.head, isWhole: source.isWhole)
    let decision = sniffer.decide(delimiter: options.delimiter, header: options.header)
    delimiter = decision.delimiter.asciiValue ?? 0x2C
    guard let index = decision.header else {
      let line: Int? = if case .line(let line) = options.header { line } else { nil }
      throw CSVFault.noHeader(name, line: line)
    }
    let sample = decision.samples[index]
    var findings: [Finding] = []
    if options.header == .absent {
      header = (1...sample.fields.count).map { "column_\($0)" }
      headerLine = nil
      dataOffset = index == 0 ? 0 : decision.samples[index - 1].end
      dataLine = sample.line
    } else {
      let place = Place(file: name, line: sample.line)
      (header, findings) = HeaderNames.repaired(sample.fields, at: place)
      headerLine = sample.line
      dataOffset = sample.end
      dataLine = sample.line + sample.lines
      if DialectSniffer.isData(sample) { findings.append(CSVFault.headerLooksLikeData(place)) }
      let rest = decision.samples[(index + 1)...]
      if source.isWhole, rest.allSatisfy(\.isBlank) {
        throw CSVFault.noRows(name, headerLine: sample.line)
      }
    }
    self.findings = findings
    dialect = CSVDialect(
      encoding: source.encoding.encoding, encodingReason: source.encoding.reason,
      delimiter: decision.delimiter, delimiterReason: decision.delimiterReason,
      bannerLines: sample.line - 1, headerReason: decision.headerReason,
      isCompressed: source.isCompressed)
  }

  /// Returns the decoded text from the first row on.
  func openRows() throws(InputFailure) -> any ByteStream {
    let stream = try source.open()
    try stream.skip(dataOffset)
    return stream
  }

  var context: FileContext {
    FileContext(
      name: name, header: header, delimiter: delimiter, recordLimit: options.recordLimit,
      isStrict: options.isStrict, keepsRejects: options.keepsRejects)
  }
}
