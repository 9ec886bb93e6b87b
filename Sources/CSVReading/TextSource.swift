internal import Findings
internal import Synchronization

/// The text of an input in UTF-8, from its start, as often as the input can be read.
final class TextSource: @unchecked Sendable {
  // Everything else is constant; the one live stream of standard input is only taken, under a lock.
  private let lock = Mutex(())
  private var live: (any ByteStream)?

  let name: String
  let encoding: EncodingSniffer.Decision
  let isCompressed: Bool
  /// The front of the text, and whether it is all of it.
  let head: [UInt8]
  let isWhole: Bool
  let isRepeatable: Bool
  private let makeRaw: @Sendable () -> any ByteStream

  /// How many plain bytes are looked at to find out how a file is written.
  private static let headSize = 1 << 18

  init(
    name: String, asked: CSVEncoding?, isRepeatable: Bool,
    makeRaw: @escaping @Sendable () -> any ByteStream
  ) throws(InputFailure) {
    self.name = name
    self.isRepeatable = isRepeatable
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
    live = isRepeatable ? nil : PrefixedStream(plainHead, plain)
  }

  /// Returns the text from its start.
  func open() throws(InputFailure) -> any ByteStream {
    let plain: any ByteStream
    if isRepeatable {
      let raw = makeRaw()
      plain = isCompressed ? Gunzip(raw, name: name) : raw
    } else {
      let taken = lock.withLock { _ in
        defer { live = nil }
        return live
      }
      guard let taken else { throw CSVFault.alreadyRead(name) }
      plain = taken
    }
    try plain.skip(encoding.markLength)
    return Self.decoded(plain, encoding)
  }

  private static func decoded(
    _ plain: any ByteStream, _ decision: EncodingSniffer.Decision
  ) -> any ByteStream {
    decision.encoding == .utf8 ? plain : Transcoder(plain, from: decision.encoding)
  }
}
