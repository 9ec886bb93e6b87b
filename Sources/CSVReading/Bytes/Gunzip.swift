internal import CZlib
internal import Findings

/// The plain bytes of a gzip stream, of one member or several.
final class Gunzip: ByteStream {
  /// The first bytes of a gzip stream (RFC 1952, section 2.3.1).
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let source: any ByteStream
  private let name: String
  // zlib keeps a pointer to its own stream, so the struct must not move.
  private let state: UnsafeMutablePointer<z_stream>
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var isAtMemberStart = true

  init(_ source: any ByteStream, name: String) {
    self.source = source
    self.name = name
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    ontarget_inflate_init(state)
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
    guard !buffer.isEmpty else { return 0 }
    state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = state.pointee.avail_out
    while state.pointee.avail_out == room {
      if state.pointee.avail_in == 0 {
        let count = try source.read(into: input)
        if count == 0 {
          guard isAtMemberStart else { throw CSVFault.brokenGzip(name, "it ends too early") }
          return 0
        }
        state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_in = UInt32(count)
      }
      isAtMemberStart = false
      switch inflate(state, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END:
        isAtMemberStart = true
        inflateReset(state)
      default:
        let reason =
          state.pointee.msg.map { Inline(String(cString: $0)) } ?? "it cannot be unpacked"
        throw CSVFault.brokenGzip(name, reason)
      }
    }
    return Int(room - state.pointee.avail_out)
  }
}
