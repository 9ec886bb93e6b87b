/// An exact rational number in lowest terms, for rates, shares and amounts before rounding.
///
/// Operators throw `ArithmeticFailure.overflow` instead of trapping, because numerators and
/// denominators come from people's files.
public struct Ratio: Hashable, Sendable {
  /// The numerator, which carries the sign.
  public let numerator: Int128
  /// The denominator, always positive and without a common factor with the numerator.
  public let denominator: Int128

  /// The number 0.
  public static let zero: Ratio = Ratio(0)
  /// The number 1.
  public static let one: Ratio = Ratio(1)

  /// Creates a whole number.
  public init(_ integer: Int) {
    numerator = Int128(integer)
    denominator = 1
  }

  /// Creates a whole number.
  public init(_ integer: Int128) {
    numerator = integer
    denominator = 1
  }

  /// Creates the quotient of two integers in lowest terms.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFailure) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = numerator / Int128(divisor) * sign
    self.denominator = denominator / Int128(divisor) * sign
  }

  private init(lowestTerms numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Creates the exact value of a finite decimal such as "-57504.25"; nil for other text.
  ///
  /// The point is the decimal separator; neither grouping nor exponents are read here.
  public init?(decimal text: some StringProtocol) {
    var significand: Int128 = 0
    var scale: Int128 = 1
    var sawDigit = false
    var sawPoint = false
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int128(byte - UInt8(ascii: "0"))
        let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
        guard !overflow, product <= .max - digit else { return nil }
        significand = product + digit
        sawDigit = true
        if sawPoint {
          let (wider, overflow) = scale.multipliedReportingOverflow(by: 10)
          guard !overflow else { return nil }
          scale = wider
        }
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      default: return nil
      }
    }
    guard sawDigit, let value = try? Ratio(isNegative ? -significand : significand, over: scale)
    else { return nil }
    self = value
  }

  /// The nearest binary floating-point number, for estimates and charts, never for pay that is owed.
  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  /// Whether the value is a whole number.
  public var isInteger: Bool { denominator == 1 }

  /// The value rounded to an integer.
  public func rounded(_ rule: RoundingRule = .halfToEven) -> Int128 {
    var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    if remainder < 0 {
      quotient -= 1
      remainder += denominator
    }
    // quotient is now the floor, and remainder in 0 ..< denominator.
    switch rule {
    case .down: return quotient
    case .halfToEven, .halfUp:
      let rest = denominator - remainder
      if remainder != rest { return remainder < rest ? quotient : quotient + 1 }
      let roundsUp = rule == .halfUp ? numerator > 0 : quotient % 2 != 0
      return roundsUp ? quotient + 1 : quotient
    }
  }

  /// Returns the sum.
  public static func + (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    if left.denominator == right.denominator {
      let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
      guard !overflow else { throw .overflow }
      return left.denominator == 1 ? Ratio(sum) : try Ratio(sum, over: left.denominator)
    }
    // Over the least common denominator, which keeps the intermediate numbers small.
    let shared = Int128(
      greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let scaledLeft = try product(left.numerator, right.denominator / shared)
    let scaledRight = try product(right.numerator, left.denominator / shared)
    let (sum, overflow) = scaledLeft.addingReportingOverflow(scaledRight)
    guard !overflow else { throw .overflow }
    return try Ratio(sum, over: try product(left.denominator, right.denominator / shared))
  }

  /// Returns the difference.
  public static func - (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    try left + (-right)
  }

  /// Returns the product.
  public static func * (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    let first = Int128(greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude))
    let second = Int128(
      greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude))
    // Both factors are in lowest terms; with the cross factors gone, so is the product.
    return Ratio(
      lowestTerms: try product(left.numerator / first, right.numerator / second),
      try product(left.denominator / second, right.denominator / first))
  }

  /// Returns the quotient.
  public static func / (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    guard right.numerator != 0 else { throw .divisionByZero }
    let sign: Int128 = right.numerator < 0 ? -1 : 1
    return try left
      * Ratio(lowestTerms: right.denominator * sign, Int128(right.numerator.magnitude))
  }

  /// Returns the value with the opposite sign.
  public static prefix func - (value: Ratio) -> Ratio {
    Ratio(lowestTerms: -value.numerator, value.denominator)
  }

  private static func product(_ left: Int128, _ right: Int128) throws(ArithmeticFailure) -> Int128 {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    // The most negative number has no opposite, so it is left out of the range.
    guard !overflow, result != .min else { throw .overflow }
    return result
  }
}

extension Ratio: Comparable {
  /// Compares by cross multiplication in 256 bits, which cannot overflow.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Ratio: CustomStringConvertible {
  /// The value as "numerator/denominator", or as a plain integer.
  public var description: String {
    isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// Euclid's algorithm; of 0 and 0 it is 1, so that a quotient by it is always defined.
private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (larger, smaller) = (first, second)
  while smaller != 0 {
    if larger <= UInt128(UInt64.max), smaller <= UInt128(UInt64.max) {
      // Machine division is several times as fast as the 128-bit routine.
      var (a, b) = (UInt64(larger), UInt64(smaller))
      while b != 0 { (a, b) = (b, a % b) }
      return UInt128(a)
    }
    (larger, smaller) = (smaller, larger % smaller)
  }
  return larger == 0 ? 1 : larger
}
