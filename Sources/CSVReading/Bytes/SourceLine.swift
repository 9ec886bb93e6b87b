/// Lines, columns and excerpts of a record as it was written.
enum SourceLine {
  /// The longest line, in characters, that is shown below a finding.
  static let excerptLimit = 160

  /// Returns the line that an offset is on and where that line starts.
  static func of(
    _ offset: Int, in source: UnsafeBufferPointer<UInt8>, firstLine: Int
  ) -> (line: Int, start: Int) {
    var (line, start) = (firstLine, 0)
    var next = 0
    while next < offset {
      let byte = source[next]
      next += 1
      if byte == Byte.carriageReturn, next < source.count, source[next] == Byte.lineFeed {
        next += 1
      } else if byte != Byte.lineFeed, byte != Byte.carriageReturn {
        continue
      }
      (line, start) = (line + 1, next)
    }
    return (line, start)
  }

  /// Returns the column of an offset, from 1, in characters.
  static func column(
    of offset: Int, in source: UnsafeBufferPointer<UInt8>, lineStart: Int
  ) -> Int {
    guard lineStart < offset else { return 1 }
    return String(decoding: source[lineStart..<offset], as: UTF8.self).count + 1
  }

  /// Returns a line with a dot for each character of the cells that are not to be shown.
  ///
  /// Names and pay of other people stay out of messages, and the caret still fits. A place far to
  /// the right gets no excerpt.
  static func excerpt(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, column: Int, showing cell: Range<Int>,
    delimiter: UInt8
  ) -> String? {
    guard column <= excerptLimit else { return nil }
    let rest = source[start...]
    let end = rest.firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn } ?? source.count
    let shown = cell.clamped(to: start..<end)
    return String(
      (masked(source[start..<shown.lowerBound], delimiter)
        + String(decoding: source[shown], as: UTF8.self)
        + masked(source[shown.upperBound..<end], delimiter)).prefix(excerptLimit))
  }

  private static func masked(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ delimiter: UInt8)
    -> String
  {
    let separator = Character(Unicode.Scalar(delimiter))
    return String(
      String(decoding: bytes, as: UTF8.self).map { $0 == separator || $0 == "\"" ? $0 : "·" })
  }
}
