internal import Amounts
internal import PayPlans

/// The usual forms of numbers and days, read from bytes.
///
/// A file of a million deals has millions of such cells; what is written in another form takes the
/// way through text.
enum CellBytes {
  /// Reads up to 15 digits with at most one point, such as "-1234.56".
  static func number(_ bytes: Span<UInt8>) -> Ratio? {
    guard !bytes.isEmpty, bytes.count <= 17 else { return nil }
    var index = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var digits = 0
    var value: Int64 = 0
    var scale: Int64 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
        continue
      }
      guard byte &- UInt8(ascii: "0") <= 9, digits < 15 else { return nil }
      digits += 1
      value = value * 10 + Int64(byte &- UInt8(ascii: "0"))
      scale *= 10
    }
    guard digits > 0 else { return nil }
    return try? Ratio(Int128(isNegative ? -value : value), over: Int128(max(1, scale)))
  }

  /// Reads a day in ISO 8601, such as "2021-05-31".
  static func date(_ bytes: Span<UInt8>) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var parts = (year: 0, month: 0, day: 0)
    for index in bytes.indices where index != 4 && index != 7 {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      switch index {
      case 0...3: parts.year = parts.year * 10 + Int(digit)
      case 5, 6: parts.month = parts.month * 10 + Int(digit)
      default: parts.day = parts.day * 10 + Int(digit)
      }
    }
    return CalendarDate(year: parts.year, month: parts.month, day: parts.day)
  }
}
