internal import Findings

/// A run of whole records at the front of a buffer.
///
/// What follows it in the buffer is the evidence for rejecting its last records, if that was needed.
struct Block {
  /// The position of the block in the file's order, from 0.
  let index: Int
  /// The line of its first byte, from 1.
  let firstLine: Int
  /// The offset after its last record.
  var end: Int
  /// Whether the file ends with it.
  let isLast: Bool
}

/// Cuts a stream into blocks of whole records.
///
/// Each block begins where a record begins, so the state of quotes is always known, and what is
/// left to do for each block can be done on any thread.
final class BlockReader {
  /// Large enough that what is done once for each block does not count, small enough for caches.
  static let blockSize = 1 << 20

  private let stream: any ByteStream
  private let scanner: RecordScanner
  private let recordLimit: Int
  private let blockSize: Int
  private let name: String
  private var carried: [UInt8] = []
  private var line: Int
  private var index = 0
  private var hasEnded = false

  init(
    _ stream: any ByteStream, delimiter: UInt8, recordLimit: Int, firstLine: Int, name: String,
    blockSize: Int
  ) {
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
      if cut == 0, buffer.count > recordLimit + blockSize {
        throw CSVFault.lineTooLong(Place(file: name, line: line), limit: recordLimit)
      }
    }
    carried = Array(buffer.contents[cut...])
    defer {
      line += ByteCensus.lines(UnsafeBufferPointer(rebasing: buffer.contents[..<cut]))
      index += 1
    }
    return Block(
      index: index, firstLine: line, end: cut, isLast: hasEnded && cut == buffer.count)
  }

  /// Returns the offset after the last record that surely ends within the bytes, or 0.
  private func lastRecordEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    while let quote = bytes[start...].firstIndex(of: Byte.quote) {
      start = lastLineEnd(in: bytes, from: start, to: quote)
      switch scanner.scan(bytes, from: start, isFinal: false) {
      case .complete(let end) where end - start <= recordLimit:
        start = end
        continue
      case .unfinished where bytes.count - start <= recordLimit:
        return start
      case .complete, .malformed, .unfinished:
        // The parser rejects the first line of such a record and goes on with the next.
        guard let end = scanner.lineEnd(bytes, from: start, isFinal: false) else { return start }
        start = end
      }
    }
    return lastLineEnd(in: bytes, from: start, to: bytes.count)
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
