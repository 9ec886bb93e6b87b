/// A fraction in lowest terms whose parts may be wider than machine words: what a `Ratio` is then.
final class WideFraction: Hashable, Sendable {
  let isNegative: Bool
  let numerator: WideInteger
  /// Never 0.
  let denominator: WideInteger

  /// The most bits of the numerator and of the denominator of a ratio.
  static let bitLimit: Int = 512

  init(isNegative: Bool, _ numerator: WideInteger, _ denominator: WideInteger) {
    self.isNegative = isNegative
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether the parts are small enough for a ratio.
  var isInRange: Bool {
    numerator.bitWidth <= Self.bitLimit && denominator.bitWidth <= Self.bitLimit
  }

  var isInteger: Bool { denominator.narrow == 1 }

  var doubleValue: Double {
    let magnitude = numerator.doubleValue / denominator.doubleValue
    return isNegative ? -magnitude : magnitude
  }

  var negated: WideFraction { WideFraction(isNegative: !isNegative, numerator, denominator) }

  /// One over the value, which is not 0.
  var reciprocal: WideFraction { WideFraction(isNegative: isNegative, denominator, numerator) }

  /// The whole number that the value, times a power of ten up to the 38th, is rounded to.
  func rounded(_ rule: RoundingRule, times power: UInt128 = 1) -> WideFraction {
    let scaled = numerator * WideInteger(power)
    var (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    if !remainder.isZero {
      var rest = denominator
      rest -= remainder
      if rule.goesUp(from: remainder, to: rest, isOdd: quotient.isOdd, isNegative: isNegative) {
        quotient = quotient + WideInteger(1)
      }
    }
    return WideFraction(isNegative: isNegative && !quotient.isZero, quotient, WideInteger(1))
  }

  /// Adds over the least common denominator; what can be cancelled then divides what the
  /// denominators share (Knuth, The Art of Computer Programming, volume 2, section 4.5.1).
  ///
  /// The sum may be out of range for a ratio, as the product may; it always fits the integers.
  static func + (left: WideFraction, right: WideFraction) -> WideFraction {
    let shared = WideInteger.greatestCommonDivisor(left.denominator, right.denominator)
    let rest = left.denominator / shared
    let first = left.numerator * (right.denominator / shared)
    let second = right.numerator * rest
    var sum = first
    var isNegative = left.isNegative
    if left.isNegative == right.isNegative {
      sum = first + second
    } else if second < first {
      sum -= second
    } else {
      sum = second
      sum -= first
      isNegative = right.isNegative && !sum.isZero
    }
    let divisor = WideInteger.greatestCommonDivisor(sum, shared)
    return WideFraction(
      isNegative: isNegative, sum / divisor, rest * (right.denominator / divisor))
  }

  /// Multiplies; with the cross factors gone, the product is in lowest terms.
  static func * (left: WideFraction, right: WideFraction) -> WideFraction {
    let first = WideInteger.greatestCommonDivisor(left.numerator, right.denominator)
    let second = WideInteger.greatestCommonDivisor(right.numerator, left.denominator)
    let numerator = (left.numerator / first) * (right.numerator / second)
    return WideFraction(
      isNegative: left.isNegative != right.isNegative && !numerator.isZero, numerator,
      (left.denominator / second) * (right.denominator / first))
  }

  static func == (left: WideFraction, right: WideFraction) -> Bool {
    left.isNegative == right.isNegative && left.numerator == right.numerator
      && left.denominator == right.denominator
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(numerator)
    hasher.combine(denominator)
  }

  static func < (left: WideFraction, right: WideFraction) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative ? isSmaller(right, left) : isSmaller(left, right)
  }

  /// Compares magnitudes by their continued fractions, which needs no wider product.
  private static func isSmaller(_ left: WideFraction, _ right: WideFraction) -> Bool {
    var (a, b) = (left.numerator, left.denominator)
    var (c, d) = (right.numerator, right.denominator)
    while true {
      let (first, firstRest) = a.quotientAndRemainder(dividingBy: b)
      let (second, secondRest) = c.quotientAndRemainder(dividingBy: d)
      if first != second { return first < second }
      if secondRest.isZero { return false }
      if firstRest.isZero { return true }
      // Of what is left the reciprocals are compared, in the other order.
      (a, b, c, d) = (d, secondRest, b, firstRest)
    }
  }
}

extension WideFraction: CustomStringConvertible {
  var description: String {
    "\(isNegative ? "-" : "")\(numerator)\(isInteger ? "" : "/\(denominator)")"
  }
}
