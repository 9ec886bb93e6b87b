internal import Findings

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
