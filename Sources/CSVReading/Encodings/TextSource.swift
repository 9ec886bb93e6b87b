internal import Findings

/// The text of an input in UTF-8, from its start, as often as it is asked for.
struct TextSource: Sendable {
  let name: String
  let encoding: EncodingSniffer.Decision
  let isCompressed: Bool
  /// The front of the text, and whether it is all of it.
  let head: [UInt8]
  let isWhole: Bool
  private let makeRaw: @Sendable () -> any ByteStream

  /// How many plain bytes are looked at to find out how a file is written.
  private static let headSize = 1 << 18

  init(
    name: String, asked: CSVEncoding?, makeRaw: @escaping @Sendable () -> any ByteStream
  ) throws(InputFailure) {
    self.name = name
    self.makeRaw = makeRaw
    let raw = makeRaw()
    let magic = try raw.prefix(Gunzip.magic.count)
    isCompressed = magic == Gunzip.magic
    let whole = PrefixedStream(magic, raw)
    let plain: any ByteStream = isCompressed ? Gunzip(whole, name: name) : whole
    let plainHead = try plain.prefix(Self.headSize)
    // "PK", 3, 4: a ZIP archive, which is what Excel and LibreOffice write. D0 CF 11 E0: older Excel.
    if plainHead.starts(with: [0x50, 0x4B, 3, 4])
      || plainHead.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw CSVFault.spreadsheet(name)
    }
    isWhole = plainHead.count < Self.headSize
    encoding = EncodingSniffer.decide(plainHead, isWhole: isWhole, asked: asked)
    let text = Array(plainHead[encoding.markLength...])
    let decoded = try Self.decoded(MemoryStream(text), encoding).prefix(3 * Self.headSize)
    head =
      encoding.encoding == .utf8 && asked == nil
      ? decoded.withUnsafeBufferPointer { UTF8Repair.repaired($0).bytes } : decoded
  }

  /// Returns the text from its start.
  func open() throws(InputFailure) -> any ByteStream {
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
