internal import CByteScan

/// The offsets in a block that matter: delimiters, line ends and quotes.
///
/// The fields of a record without quotes lie between neighbouring entries, so that splitting a
/// record costs nothing beyond this index, which is made 64 bytes at a time.
final class FieldIndex {
  /// The offset of each byte that is a delimiter, line end or quote; the entry before the first is -1.
  private(set) var offsets: UnsafeMutablePointer<Int32>
  /// The entries of `offsets` that are line ends or quotes.
  private(set) var marks: UnsafeMutablePointer<Int32>
  private(set) var markCount = 0
  private(set) var isASCII = true
  private var capacity = 0
  private static let stride = 8

  init() {
    offsets = UnsafeMutablePointer<Int32>.allocate(capacity: 1) + 1
    marks = .allocate(capacity: 1)
  }

  deinit {
    (offsets - 1).deallocate()
    marks.deallocate()
  }

  /// Indexes bytes; the memory must be readable for 64 bytes past the end, as in a `BlockBuffer`.
  func build(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    reserve(bytes.count)
    offsets[-1] = -1
    markCount = 0
    isASCII = true
    guard let start = bytes.baseAddress else { return }
    let (offsets, marks) = (self.offsets, self.marks)
    var (entry, mark, base) = (0, 0, 0)
    var high: UInt64 = 0
    while base < bytes.count {
      let left = bytes.count - base
      let valid: UInt64 = left >= 64 ? .max : (1 << UInt64(left)) - 1
      let next = start + base
      high |= ontarget_high64(next) & valid
      var special =
        (ontarget_equal64(next, Byte.lineFeed) | ontarget_equal64(next, Byte.carriageReturn)
          | ontarget_equal64(next, Byte.quote)) & valid
      let all = (ontarget_equal64(next, delimiter) & valid) | special
      while special != 0 {
        let bit = special & (0 &- special)
        marks[mark] = Int32(truncatingIfNeeded: entry &+ (all & (bit &- 1)).nonzeroBitCount)
        mark &+= 1
        special ^= bit
      }
      let end = entry &+ all.nonzeroBitCount
      var rest = all
      while entry < end {
        // Eight at a time without asking whether there are as many: what is too much is overwritten.
        for place in 0..<Self.stride {
          offsets[entry &+ place] = Int32(truncatingIfNeeded: base &+ rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
        entry &+= Self.stride
      }
      entry = end
      base &+= 64
    }
    markCount = mark
    isASCII = high == 0
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    (offsets - 1).deallocate()
    marks.deallocate()
    // One entry for each byte: only what is used is ever touched, and so takes memory.
    offsets = UnsafeMutablePointer<Int32>.allocate(capacity: count + 1 + Self.stride) + 1
    marks = .allocate(capacity: count)
    capacity = count
  }
}
