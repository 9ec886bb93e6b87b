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
