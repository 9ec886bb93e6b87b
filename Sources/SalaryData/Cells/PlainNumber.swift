internal import Amounts

/// The quick way for the cells that most files consist of: digits, perhaps grouped, perhaps with
/// decimals, perhaps behind a dollar sign.
///
/// Whatever it does not know is left to `WrittenAmount`, which knows the same and much more.
enum PlainNumber {
  /// What a cell holds.
  enum Outcome {
    case empty
    case number(Double, hasDollar: Bool)
    case other
  }

  /// Reads a cell; what its separators say is counted.
  ///
  /// The result is the double nearest to the written number: up to 15 digits are an exact integer,
  /// and one division by an exact power of ten rounds once.
  @inline(__always)
  static func read(
    _ bytes: Span<UInt8>, _ decimal: DecimalConvention, _ evidence: inout DecimalEvidence
  ) -> Outcome {
    var position = 0
    var end = bytes.count
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    while end > position, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard position < end else { return .empty }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var hasDollar = false
    if position < end, bytes[position] == UInt8(ascii: "$") {
      hasDollar = true
      position += 1
    }
    let start = position
    var value: UInt64 = 0
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      position += 1
    }
    guard position > start, position - start <= 15 else { return .other }
    if position == end {
      return .number(isNegative ? -Double(value) : Double(value), hasDollar: hasDollar)
    }
    guard
      let number = separated(
        bytes, start..<end, at: position, whole: value, decimal, &evidence)
    else { return .other }
    return .number(isNegative ? -number : number, hasDollar: hasDollar)
  }

  /// Reads on from the first separator.
  private static func separated(
    _ bytes: Span<UInt8>, _ range: Range<Int>, at separator: Int, whole: UInt64,
    _ decimal: DecimalConvention, _ evidence: inout DecimalEvidence
  ) -> Double? {
    let point = UInt8(ascii: ".")
    let comma = UInt8(ascii: ",")
    let (decimalMark, groupMark) = decimal == .point ? (point, comma) : (comma, point)
    var value = whole
    var position = separator
    var groups = 0
    while position < range.upperBound, bytes[position] == groupMark {
      guard groups > 0 || separator - range.lowerBound <= 3,
        let group = digits(bytes, position + 1, upTo: range.upperBound), group.count == 3
      else { return nil }
      value = value &* 1000 &+ group.value
      groups += 1
      position += 4
    }
    var decimals = 0
    if position < range.upperBound, bytes[position] == decimalMark {
      guard let fraction = digits(bytes, position + 1, upTo: range.upperBound) else { return nil }
      decimals = fraction.count
      value = value &* powers[min(decimals, 15)] &+ fraction.value
      position += 1 + decimals
    }
    let wholeDigits = separator - range.lowerBound + 3 * groups
    guard position == range.upperBound, wholeDigits + decimals <= 15 else { return nil }
    // "57.504" may as well be fifty-seven thousand, "0.504" may not.
    let startsWithZero = bytes[range.lowerBound] == UInt8(ascii: "0")
    if groups == 0 {
      let looksGrouped = decimals == 3 && wholeDigits <= 3 && !startsWithZero
      evidence.add(looksGrouped ? decimal.opposite : decimal, isCertain: !looksGrouped)
    } else if groups == 1, decimals == 0 {
      evidence.add(startsWithZero ? decimal.opposite : decimal, isCertain: startsWithZero)
    } else {
      evidence.add(decimal, isCertain: true)
    }
    return Double(value) / Double(powers[decimals])
  }

  private static func digits(
    _ bytes: Span<UInt8>, _ start: Int, upTo end: Int
  ) -> (value: UInt64, count: Int)? {
    var value: UInt64 = 0
    var position = start
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      position += 1
    }
    return position > start && position - start <= 15 ? (value, position - start) : nil
  }

  private static let powers: [UInt64] = (0...15).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
