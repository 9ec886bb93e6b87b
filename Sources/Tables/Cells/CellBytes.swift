package import Amounts

/// The usual forms of numbers and days, read from bytes.
///
/// A file of a million deals has millions of such cells; what is written in another form takes the
/// way through text.
package enum CellBytes {
  /// What the point of a number says about the column.
  package enum Point {
    /// There is none.
    case absent
    /// It can only stand before the decimals: "1234.56".
    case certain
    /// It may as well group thousands: "12.500".
    case open
  }

  /// Returns a text without the blanks around it, which nobody sees.
  package static func label(_ bytes: Span<UInt8>) -> String {
    if bytes.isEmpty { return "" }
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    // A byte above ASCII may end a blank of another width.
    if isPlain(bytes[0]), isPlain(bytes[bytes.count - 1]) { return text }
    return String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte > UInt8(ascii: " ") && byte < 0x80 }

  /// Reads up to 15 digits with at most one point, such as "-1234.56".
  package static func number(_ bytes: Span<UInt8>) -> (value: Ratio, point: Point)? {
    guard !bytes.isEmpty, bytes.count <= 17 else { return nil }
    var index = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    let first = index < bytes.count ? bytes[index] : 0
    var digits = 0
    var decimals = -1
    var value: Int64 = 0
    var scale: Int64 = 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
        continue
      }
      guard byte &- UInt8(ascii: "0") <= 9, digits < 15 else { return nil }
      digits += 1
      value = value * 10 + Int64(byte &- UInt8(ascii: "0"))
      if decimals >= 0 {
        decimals += 1
        scale *= 10
      }
    }
    guard digits > 0 else { return nil }
    let whole = digits - max(decimals, 0)
    let looksGrouped = decimals == 3 && (1...3).contains(whole) && first != UInt8(ascii: "0")
    let point: Point = decimals < 0 ? .absent : looksGrouped ? .open : .certain
    guard let number = try? Ratio(Int128(isNegative ? -value : value), over: Int128(scale)) else {
      return nil
    }
    return (number, point)
  }

  /// Reads a day in ISO 8601, such as "2021-05-31".
  package static func date(_ bytes: Span<UInt8>) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    guard let century = pair(bytes, 0), let year = pair(bytes, 2), let month = pair(bytes, 5),
      let day = pair(bytes, 8)
    else { return nil }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
  }

  /// Reads two digits.
  private static func pair(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let (tens, ones) = (
      bytes[start] &- UInt8(ascii: "0"), bytes[start + 1] &- UInt8(ascii: "0")
    )
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : nil
  }
}
