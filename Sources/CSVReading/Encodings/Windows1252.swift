/// Windows code page 1252 as the web reads it.
enum Windows1252 {
  /// Appends the UTF-8 form of some bytes.
  static func append(_ bytes: some Sequence<UInt8>, to output: inout [UInt8]) {
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
      } else if byte < 0xA0 {
        output.append(contentsOf: UTF8Bytes.of(UInt32(special[Int(byte) - 0x80])))
      } else {
        output.append(0xC0 | byte >> 6)
        output.append(0x80 | byte & 0x3F)
      }
    }
  }

  // WHATWG Encoding Standard, index windows-1252; the five bytes without a character are controls.
  private static let special: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

/// Writes scalars as UTF-8.
enum UTF8Bytes {
  /// Returns the bytes of a scalar, or of U+FFFD for a value that is none.
  static func of(_ value: UInt32) -> Unicode.UTF8.EncodedScalar {
    Unicode.UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")
      ?? Unicode.UTF8.encodedReplacementCharacter
  }
}
