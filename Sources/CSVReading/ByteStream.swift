internal import Findings

/// Bytes that come one after the other.
protocol ByteStream: AnyObject {
  /// Writes the next bytes to the front of the buffer and returns how many; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int
}

extension ByteStream {
  /// Reads until the buffer is full or the stream ends, and returns the number of bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Reads up to a number of bytes from the front.
  func prefix(_ limit: Int) throws(InputFailure) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: limit, alignment: 64)
    defer { buffer.deallocate() }
    let count = try fill(buffer)
    return Array(buffer[..<count])
  }

  /// Reads and drops a number of bytes.
  func skip(_ count: Int) throws(InputFailure) {
    guard count > 0 else { return }
    _ = try prefix(count)
  }
}

/// The bytes of an array.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - offset)
    buffer.copyBytes(from: bytes[offset..<offset + count])
    offset += count
    return count
  }
}

/// The bytes of a file: from its start by offset where it can seek, else as they come.
final class FileStream: ByteStream {
  private let file: SystemFile
  private var offset: Int?

  init(_ file: SystemFile) {
    self.file = file
    offset = file.isSeekable ? 0 : nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let count = try file.read(into: buffer, at: offset)
    offset = offset.map { $0 + count }
    return count
  }
}

/// Bytes that were read ahead, then the rest of their stream.
final class PrefixedStream: ByteStream {
  private let head: MemoryStream
  private let rest: any ByteStream

  init(_ head: [UInt8], _ rest: any ByteStream) {
    self.head = MemoryStream(head)
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    let count = head.read(into: buffer)
    return count > 0 ? count : try rest.read(into: buffer)
  }
}
