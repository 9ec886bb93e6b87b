/// Lines that are not UTF-8 in a file that mostly is, as joined exports have them.
enum UTF8Repair {
  /// Whether bytes are well-formed UTF-8.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Returns the bytes with each line that is not UTF-8 read as windows-1252, and those lines.
  ///
  /// Lines are counted from `firstLine`.
  static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1
  ) -> (bytes: [UInt8], lines: [Int]) {
    let scanner = RecordScanner(delimiter: 0x2C)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var lines: [Int] = []
    var (start, line) = (0, firstLine)
    while start < bytes.count,
      let end = scanner.lineEnd(bytes, from: start, isFinal: true)
    {
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if isValid(part) {
        output.append(contentsOf: part)
      } else {
        Windows1252.append(part, to: &output)
        lines.append(line)
      }
      (start, line) = (end, line + 1)
    }
    return (output, lines)
  }
}
