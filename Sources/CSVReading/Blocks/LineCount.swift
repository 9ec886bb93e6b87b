internal import CByteScan

/// Counts line ends, 64 bytes at a time.
enum LineCount {
  /// Returns the number of line ends: LF, CRLF or CR, inside quotes too.
  ///
  /// The memory must be readable for 64 bytes past the end, as in a `BlockBuffer`.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard var next = bytes.baseAddress else { return 0 }
    var lines = 0
    var left = bytes.count
    var afterReturn: UInt64 = 0
    while left > 0 {
      let valid: UInt64 = left >= 64 ? .max : (1 << UInt64(left)) - 1
      let feeds = ontarget_equal64(next, Byte.lineFeed) & valid
      let returns = ontarget_equal64(next, Byte.carriageReturn) & valid
      lines += feeds.nonzeroBitCount
      if returns | afterReturn != 0 {
        // A feed right after a return ends the same line.
        let pairs = feeds & (returns << 1 | afterReturn)
        lines += returns.nonzeroBitCount - pairs.nonzeroBitCount
        afterReturn = returns >> 63
      }
      next += 64
      left -= 64
    }
    return lines
  }
}
