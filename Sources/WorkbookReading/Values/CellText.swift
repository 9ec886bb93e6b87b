/// Texts of cells as fields of CSV.
enum CellText {
  /// Adds a text to a row: without line breaks, which would end the row, and in quotes where it needs them.
  ///
  /// `text` is UTF-8 as XML has it, in which `_x000D_` stands for a character that XML cannot hold
  /// (ECMA-376, part 1, section 22.9.2.19).
  static func append(_ text: [UInt8], to row: inout [UInt8]) {
    let text = text.contains(UInt8(ascii: "_")) ? unescaped(text) : text
    var needsQuotes = text.first == 0x20 || text.last == 0x20
    for byte in text where byte < 0x2D {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x09, 0x0A, 0x0D: needsQuotes = true
      default: continue
      }
    }
    if needsQuotes { row.append(UInt8(ascii: "\"")) }
    // A reader of CSV takes an apostrophe off that guards a formula, and this one belongs to the text.
    if text.first == UInt8(ascii: "'"), let next = text.first(where: { $0 != UInt8(ascii: "'") }),
      "=+-@\t\r".utf8.contains(next)
    {
      row.append(UInt8(ascii: "'"))
    }
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      // A return with a line feed is one line break, so one blank.
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: row.append(0x20)
      case UInt8(ascii: "\""):
        row.append(byte)
        row.append(byte)
      default: row.append(byte)
      }
      previous = byte
    }
    if needsQuotes { row.append(UInt8(ascii: "\"")) }
  }

  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "_"), index + 6 < text.count,
        text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_"),
        let code = UInt32(
          String(decoding: text[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result += Array(String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }
}
