internal import Findings

/// Finds the encoding of a file from its first bytes.
enum EncodingSniffer {
  struct Decision {
    var encoding: CSVEncoding
    var reason: Inline
    /// The length of the byte-order mark, which is no part of the text.
    var markLength: Int
    /// The line and column of the first byte that speaks for it, where it is one byte.
    var evidence: (line: Int, column: Int)?
  }

  /// Decides from the front of a file; `isWhole` says that there is no more of it.
  static func decide(_ head: [UInt8], isWhole: Bool, asked: CSVEncoding?) -> Decision {
    let mark = byteOrderMark(head)
    if let asked {
      let isUTF16 = asked == .utf16LittleEndian || asked == .utf16BigEndian
      if let mark, mark.encoding == asked || isUTF16 && mark.encoding != .utf8 { return mark }
      return Decision(encoding: asked, reason: "as asked", markLength: 0)
    }
    if let mark { return mark }
    if let utf16 = utf16WithoutMark(head) { return utf16 }
    // A character cut in two at the end of the head is no sign of another encoding.
    let text = isWhole ? head[...] : head[..<(head.count - unfinishedTail(head))]
    if text.allSatisfy({ $0 < 0x80 }) {
      return Decision(encoding: .utf8, reason: "nothing but ASCII so far", markLength: 0)
    }
    return text.withUnsafeBufferPointer { text in
      let (characters, foreign) = UTF8Repair.census(of: text)
      if foreign == 0 {
        return Decision(encoding: .utf8, reason: "valid UTF-8", markLength: 0)
      }
      // In windows-1252 hardly any two letters in a row happen to be a character of UTF-8.
      if foreign <= characters {
        return Decision(encoding: .utf8, reason: "most of it is valid UTF-8", markLength: 0)
      }
      let fault = UTF8Repair.firstFault(in: text) ?? 0
      let (line, start) = SourceLine.of(fault, in: text, firstLine: 1)
      return Decision(
        encoding: .windows1252, reason: "not valid UTF-8; Latin-1 is a part of it", markLength: 0,
        evidence: (line, SourceLine.column(of: fault, in: text, lineStart: start)))
    }
  }

  private static func byteOrderMark(_ head: [UInt8]) -> Decision? {
    let reason: Inline = "a byte-order mark"
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Decision(encoding: .utf8, reason: reason, markLength: 3)
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return Decision(encoding: .utf16LittleEndian, reason: reason, markLength: 2)
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return Decision(encoding: .utf16BigEndian, reason: reason, markLength: 2)
    }
    return nil
  }

  /// Western text in UTF-16 has a zero in nearly every second byte, and none in the others.
  private static func utf16WithoutMark(_ head: [UInt8]) -> Decision? {
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (offset, byte) in head.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
    let half = head.count / 2
    let reason: Inline = "a zero in every second byte"
    if zeros[1] > half * 7 / 10, zeros[0] < half / 10 {
      return Decision(encoding: .utf16LittleEndian, reason: reason, markLength: 0)
    }
    if zeros[0] > half * 7 / 10, zeros[1] < half / 10 {
      return Decision(encoding: .utf16BigEndian, reason: reason, markLength: 0)
    }
    return nil
  }

  /// The number of bytes at the end that begin a UTF-8 character and do not finish it.
  private static func unfinishedTail(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }
}
