internal import Findings
internal import WorkbookReading

/// The text of an input in UTF-8, from its start, as often as it is asked for.
struct TextSource: Sendable {
  let name: String
  let encoding: EncodingSniffer.Decision
  let isCompressed: Bool
  /// The front of the text, and whether it is all of it.
  let head: [UInt8]
  let isWhole: Bool
  /// The first byte of the front that is not UTF-8 in a file that otherwise is.
  private(set) var foreign: ForeignLines.Fault?
  private let makeRaw: @Sendable () -> any ByteStream
  private let makeSheet: (@Sendable () throws(InputFailure) -> SheetText)?

  /// How many plain bytes are looked at to find out how a file is written.
  private static let headSize = 1 << 18

  init(
    name: String, asked: CSVEncoding?, makeRaw: @escaping @Sendable () -> any ByteStream
  ) throws(InputFailure) {
    self.name = name
    self.makeRaw = makeRaw
    makeSheet = nil
    let raw = makeRaw()
    let magic = try raw.prefix(Gunzip.magic.count)
    isCompressed = magic == Gunzip.magic
    let whole = PrefixedStream(magic, raw)
    let plain: any ByteStream = isCompressed ? Gunzip(whole, name: name) : whole
    let plainHead = try plain.prefix(Self.headSize)
    if Workbook.signature(plainHead) != nil { throw CSVFault.spreadsheet(name) }
    isWhole = plainHead.count < Self.headSize
    encoding = EncodingSniffer.decide(plainHead, isWhole: isWhole, asked: asked)
    let text = Array(plainHead[encoding.markLength...])
    let decoded = try Self.decoded(MemoryStream(text), encoding).prefix(3 * Self.headSize)
    if encoding.encoding == .utf8, asked == nil {
      let repaired = decoded.withUnsafeBufferPointer { UTF8Repair.repaired($0) }
      head = repaired.bytes
      foreign = repaired.foreign.first
    } else {
      head = decoded
    }
  }

  /// The text of a sheet, of which everything is known.
  init(
    sheet: String, name: String, open: @escaping @Sendable () throws(InputFailure) -> SheetText
  ) throws(InputFailure) {
    self.name = name
    makeSheet = open
    makeRaw = { MemoryStream([]) }
    isCompressed = false
    head = try open().prefix(Self.headSize)
    isWhole = head.count < Self.headSize
    encoding = EncodingSniffer.Decision(
      encoding: .utf8, reason: "the sheet \"\(sheet)\" of a workbook", markLength: 0)
  }

  /// Returns the text from its start.
  func open() throws(InputFailure) -> any ByteStream {
    if let makeSheet { return try makeSheet() }
    let raw = makeRaw()
    let plain: any ByteStream = isCompressed ? Gunzip(raw, name: name) : raw
    try plain.skip(encoding.markLength)
    return Self.decoded(plain, encoding)
  }

  private static func decoded(
    _ plain: any ByteStream, _ decision: EncodingSniffer.Decision
  ) -> any ByteStream {
    decision.encoding == .utf8 ? plain : Transcoder(plain, from: decision.encoding)
  }
}
