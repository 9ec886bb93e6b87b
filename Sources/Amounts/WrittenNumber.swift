/// A run of digits with separators as it stands in a text, before its separators are understood.
struct WrittenNumber: Hashable, Sendable {
  /// Digits, points, commas, apostrophes and blanks; begins and ends with a digit.
  var text: [UInt8]
  /// The power of ten behind an "E".
  var exponent: Int = 0

  /// Returns the value; nil when the separators do not fit the convention, or it is too large.
  ///
  /// Groups are of three digits, or of two before the last three as in "5,00,000".
  func value(_ convention: DecimalConvention) -> Ratio? {
    let parts = text.split(
      separator: convention.decimalSeparator, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = Self.ungrouped(whole) else { return nil }
    var plain = String(decoding: digits, as: UTF8.self)
    if parts.count == 2 {
      guard parts[1].allSatisfy(Self.isDigit) else { return nil }
      plain += "." + String(decoding: parts[1], as: UTF8.self)
    }
    guard let value = Ratio(decimal: plain) else { return nil }
    guard exponent != 0 else { return value }
    guard (-12...12).contains(exponent) else { return nil }
    let power = Ratio(Int128(powerOfTen(Int(exponent.magnitude))))
    return exponent > 0 ? try? value * power : try? value / power
  }

  private static func ungrouped(_ whole: ArraySlice<UInt8>) -> [UInt8]? {
    guard let separator = whole.first(where: { !isDigit($0) }) else { return Array(whole) }
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy(isDigit) }), let first = groups.first,
      let last = groups.last
    else { return nil }
    let middle = groups.dropFirst().dropLast()
    let isWestern = (1...3).contains(first.count) && middle.allSatisfy { $0.count == 3 }
    let isIndian =
      separator == UInt8(ascii: ",") && (1...2).contains(first.count)
      && middle.allSatisfy { $0.count == 2 }
    guard last.count == 3, isWestern || isIndian else { return nil }
    return groups.flatMap { $0 }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
