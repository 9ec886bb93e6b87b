package import Findings

/// Bytes that can be read from any offset, as often as needed and by several threads.
package protocol RandomAccessBytes: AnyObject, Sendable {
  /// How many there are.
  var byteCount: Int { get }
  /// Writes the bytes from an offset on to the front of the buffer and returns how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputFailure) -> Int
}

extension RandomAccessBytes {
  /// Up to a number of bytes from an offset on.
  package func bytes(at offset: Int, count: Int) throws(InputFailure) -> [UInt8] {
    guard offset >= 0, offset < byteCount else { return [] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(count, byteCount - offset), alignment: 16)
    defer { buffer.deallocate() }
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let step = try read(into: rest, at: offset + filled)
      if step == 0 { break }
      filled += step
    }
    return Array(buffer[..<filled])
  }
}
