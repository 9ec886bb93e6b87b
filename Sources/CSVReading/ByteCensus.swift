internal import CByteScan

/// What a run of bytes holds, counted 64 bytes at a time.
struct ByteCensus {
  /// The line ends: LF, CRLF or CR, inside quotes too.
  var lines = 0
  var hasQuote = false

  /// Counts; the memory must be readable for 64 bytes past the end, as in a `BlockBuffer`.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard var next = bytes.baseAddress else { return }
    var left = bytes.count
    var afterReturn: UInt64 = 0
    while left > 0 {
      let valid: UInt64 = left >= 64 ? .max : (1 << UInt64(left)) - 1
      let feeds = ontarget_equal64(next, Byte.lineFeed) & valid
      let returns = ontarget_equal64(next, Byte.carriageReturn) & valid
      hasQuote = hasQuote || ontarget_equal64(next, Byte.quote) & valid != 0
      // A feed right after a return ends the same line.
      let pairs = feeds & (returns << 1 | afterReturn)
      afterReturn = returns >> 63
      lines += feeds.nonzeroBitCount + returns.nonzeroBitCount - pairs.nonzeroBitCount
      next += 64
      left -= 64
    }
  }
}
