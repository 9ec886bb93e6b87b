/// Bytes that are not UTF-8 in a file that mostly is, as joined exports have them.
enum UTF8Repair {
  /// Whether bytes are well-formed UTF-8.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Returns the bytes with each that is no part of UTF-8 read as windows-1252, and where the first of
  /// them is on each line that has any.
  ///
  /// Lines are counted from `firstLine`.
  static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1
  ) -> (bytes: [UInt8], foreign: ForeignLines) {
    let scanner = RecordScanner(delimiter: 0x2C)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var foreign = ForeignLines()
    var (start, line) = (0, firstLine)
    while start < bytes.count,
      let end = scanner.lineEnd(bytes, from: start, isFinal: true)
    {
      let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if isValid(part) {
        output.append(contentsOf: part)
      } else {
        var first: Int?
        for piece in pieces(of: part) {
          if piece.isValid {
            output.append(contentsOf: part[piece.range])
          } else {
            first = first ?? piece.range.lowerBound
            Windows1252.append(part[piece.range], to: &output)
          }
        }
        if let first {
          let column = SourceLine.column(of: first, in: part, lineStart: 0)
          var character: [UInt8] = []
          Windows1252.append(part[first...first], to: &character)
          foreign.add(
            line: line, column: column, readAs: String(decoding: character, as: UTF8.self))
        }
      }
      (start, line) = (end, line + 1)
    }
    return (output, foreign)
  }

  /// The number of characters beyond ASCII, and of bytes that are no part of any.
  static func census(of bytes: UnsafeBufferPointer<UInt8>) -> (characters: Int, foreign: Int) {
    var (characters, foreign) = (0, 0)
    for piece in pieces(of: bytes) where bytes[piece.range.lowerBound] >= 0x80 {
      if piece.isValid { characters += 1 } else { foreign += 1 }
    }
    return (characters, foreign)
  }

  /// The offset of the first byte that is no part of a character; nil where there is none.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    pieces(of: bytes).first { !$0.isValid }?.range.lowerBound
  }

  /// The characters, and the bytes that are no part of any, one by one.
  private static func pieces(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> some Sequence<(range: Range<Int>, isValid: Bool)> {
    sequence(state: 0) { offset -> (range: Range<Int>, isValid: Bool)? in
      guard offset < bytes.count else { return nil }
      let byte = bytes[offset]
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0x80 ? 2 : 1
      let end = offset + length
      let isWhole =
        end <= bytes.count && isValid(UnsafeBufferPointer(rebasing: bytes[offset..<end]))
      let range = offset..<(isWhole ? end : offset + 1)
      offset = range.upperBound
      return (range, isWhole)
    }
  }
}
