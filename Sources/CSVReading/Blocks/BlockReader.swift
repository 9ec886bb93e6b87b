internal import Findings

/// Cuts a stream into blocks of whole records.
///
/// Each block begins where a record begins, so the state of quotes is always known, and what is
/// left to do for each block can be done on any thread.
final class BlockReader {
  /// Large enough that what is done once for each block does not count, small enough for caches.
  static let blockSize = 1 << 20

  /// The most memory that a line may take before it turns out to be too long for a record.
  private let lineLimit: Int
  private let stream: any ByteStream
  private let scanner: RecordScanner
  private let recordLimit: Int
  private let blockSize: Int
  private let name: String
  /// Whether a last line without a line end is refused.
  private let needsLastLineEnd: Bool
  private var carried: [UInt8] = []
  private var line: Int
  private var index = 0
  private var hasEnded = false

  init(
    _ stream: any ByteStream, delimiter: UInt8, recordLimit: Int, firstLine: Int, name: String,
    blockSize: Int, lineLimit: Int, needsLastLineEnd: Bool = false
  ) {
    self.needsLastLineEnd = needsLastLineEnd
    self.lineLimit = lineLimit
    self.stream = stream
    self.scanner = RecordScanner(delimiter: delimiter)
    self.recordLimit = recordLimit
    self.blockSize = blockSize
    self.name = name
    line = firstLine
  }

  /// Makes the reader behave as if its stream had ended.
  func stop() {
    hasEnded = true
    carried = []
  }

  /// Reads the next block into a buffer, or returns nil at the end.
  func next(into buffer: BlockBuffer) throws(InputFailure) -> Block? {
    buffer.count = 0
    buffer.append(carried)
    carried = []
    var cut = 0
    while cut == 0 {
      if !hasEnded {
        hasEnded = try buffer.fill(to: buffer.count + blockSize, from: stream)
      }
      guard buffer.count > 0 else { return nil }
      cut = hasEnded ? buffer.count : lastRecordEnd(in: buffer.contents)
      if cut == 0, buffer.count > max(recordLimit, lineLimit) + blockSize {
        throw CSVFault.endlessLine(Place(file: name, line: line), limit: buffer.count)
      }
    }
    if needsLastLineEnd, hasEnded, let last = buffer.contents.last, last != Byte.lineFeed,
      last != Byte.carriageReturn
    {
      let lines = LineCount.of(buffer.contents)
      throw CSVFault.openLastLine(Place(file: name, line: line + lines))
    }
    carried = Array(buffer.contents[cut...])
    defer {
      line += LineCount.of(UnsafeBufferPointer(rebasing: buffer.contents[..<cut]))
      index += 1
    }
    return Block(
      index: index, firstLine: line, end: cut, isLast: hasEnded && cut == buffer.count)
  }

  /// Returns the offset after the last record that surely ends within the bytes, or 0.
  ///
  /// This runs for one thread at a time, so it hops from quote to quote, and only follows a record
  /// from its start where quotes do not fit or the limit is near.
  private func lastRecordEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var recordStart = 0
    var outside = 0  // No quote is open here, and the bytes from the record's start are sound.
    while true {
      let quote = bytes.firstOffset(of: Byte.quote, from: outside)
      let lineEnd = lastLineEnd(in: bytes, from: outside, to: quote ?? bytes.count)
      let isLong = (quote ?? bytes.count) - recordStart > recordLimit && outside > recordStart
      if !isLong {
        if lineEnd > outside { recordStart = lineEnd }
        guard let quote else { return recordStart }
        if let next = afterQuotedField(in: bytes, at: quote, recordStart: recordStart) {
          outside = next
          continue
        }
      }
      switch scanner.scan(bytes, from: recordStart, isFinal: false) {
      case .complete(let end) where end - recordStart <= recordLimit: recordStart = end
      case .unfinished where bytes.count - recordStart <= recordLimit: return recordStart
      case .complete, .malformed, .unfinished:
        // The parser rejects the first line of such a record and goes on with the next.
        guard let end = scanner.lineEnd(bytes, from: recordStart, isFinal: false) else {
          return recordStart
        }
        recordStart = end
      }
      outside = recordStart
    }
  }

  /// Returns the offset after a quoted field that opens and closes as it should, if it does.
  private func afterQuotedField(
    in bytes: UnsafeBufferPointer<UInt8>, at quote: Int, recordStart: Int
  ) -> Int? {
    guard quote == recordStart || bytes[quote - 1] == scanner.delimiter else { return nil }
    var from = quote + 1
    while let close = bytes.firstOffset(of: Byte.quote, from: from) {
      let next = close + 1
      guard next < bytes.count, next - recordStart <= recordLimit else { return nil }
      let byte = bytes[next]
      if byte == scanner.delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn {
        return next
      }
      guard byte == Byte.quote else { return nil }
      from = next + 1
    }
    return nil
  }

  /// Returns the offset after the last line end in a range without quotes, or its start.
  ///
  /// A return that is the last byte may be half of a line end.
  private func lastLineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var offset = end
    while offset > start {
      let byte = bytes[offset - 1]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn && offset < bytes.count {
        return offset
      }
      offset -= 1
    }
    return start
  }
}
