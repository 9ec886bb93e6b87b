internal import Findings

/// Growing memory for one block of a file, padded so that 64 bytes can be read from any of them.
final class BlockBuffer {
  private static let padding = 64
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(capacity: capacity + Self.padding)
    (bytes + capacity).initialize(repeating: 0, count: Self.padding)
  }

  deinit { bytes.deallocate() }

  var contents: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Self.padding)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    (bytes, capacity) = (larger, wanted)
  }

  func append(_ more: [UInt8]) {
    reserve(count + more.count)
    for byte in more {
      bytes[count] = byte
      count += 1
    }
  }

  /// Reads from a stream until the buffer holds a number of bytes, and returns whether it ended.
  func fill(to target: Int, from stream: any ByteStream) throws(InputFailure) -> Bool {
    reserve(target)
    let room = UnsafeMutableRawBufferPointer(start: bytes + count, count: target - count)
    let read = try stream.fill(room)
    count += read
    return read < room.count
  }
}
