/// An exact rational number, for rates, shares and amounts before rounding.
///
/// Numerator and denominator have up to 512 bits, or 154 digits: sums of products of figures with
/// many decimals, over quotas with cents, stay exact. Operators throw `ArithmeticFailure.overflow`
/// where the result has more, instead of trapping, because the numbers come from people's files.
public struct Ratio: Sendable {
  /// Nearly all values fit in two machine words, and are copied without counting references.
  ///
  /// Machine words need not be in lowest terms: the amounts of a file are all hundredths, and so are their
  /// sums, without a search for common factors. What does not fit is reduced, so that a value is wide only
  /// where its lowest terms are.
  private enum Storage: Sendable {
    case small(top: Int64, bottom: Int64)
    case wide(WideFraction)
  }

  private let storage: Storage

  /// The number 0.
  public static let zero: Ratio = Ratio(0)
  /// The number 1.
  public static let one: Ratio = Ratio(1)

  private init(_ storage: Storage) { self.storage = storage }

  private init(top: Int64, bottom: Int64) { self.init(.small(top: top, bottom: bottom)) }

  /// Creates a whole number, with the denominator 1.
  public init(_ integer: Int) {
    if integer != .min {
      self.init(top: Int64(integer), bottom: 1)
    } else {
      self.init(Int128(integer))
    }
  }

  /// Creates a whole number, with the denominator 1.
  public init(_ integer: Int128) { self.init(lowestTerms: integer, 1) }

  /// Creates the quotient of two integers.
  public init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFailure) {
    guard denominator != 0 else { throw .divisionByZero }
    if let value = Ratio(narrow: numerator, denominator) {
      self = value
      return
    }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    self.init(
      isNegative: (numerator < 0) != (denominator < 0), numerator.magnitude / divisor,
      denominator.magnitude / divisor)
  }

  /// Creates a value from a fraction that need not be in lowest terms, where machine words hold it.
  private init?(narrow numerator: Int128, _ denominator: Int128) {
    guard let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator),
      top != .min, bottom > 0
    else { return nil }
    self.init(top: top, bottom: bottom)
  }

  /// Creates a value from a fraction in lowest terms whose denominator is positive.
  private init(lowestTerms numerator: Int128, _ denominator: Int128) {
    self =
      Ratio(narrow: numerator, denominator)
      ?? Ratio(isNegative: numerator < 0, numerator.magnitude, denominator.magnitude)
  }

  /// Returns two machine words in lowest terms.
  private static func lowestTerms(_ top: Int64, _ bottom: Int64) -> (top: Int64, bottom: Int64) {
    let divisor = Int64(greatestCommonDivisor(top.magnitude, bottom.magnitude))
    return (top / divisor, bottom / divisor)
  }

  private init(isNegative: Bool, _ numerator: UInt128, _ denominator: UInt128) {
    if let top = Int64(exactly: numerator), let bottom = Int64(exactly: denominator) {
      self.init(top: isNegative ? -top : top, bottom: bottom)
    } else {
      self.init(
        .wide(
          WideFraction(isNegative: isNegative, WideInteger(numerator), WideInteger(denominator))))
    }
  }

  /// Creates a value from a fraction in lowest terms, in machine words where they hold it.
  private init(lowestTerms fraction: WideFraction) {
    if let numerator = fraction.numerator.narrow, let top = Int64(exactly: numerator),
      let denominator = fraction.denominator.narrow, let bottom = Int64(exactly: denominator)
    {
      self.init(top: fraction.isNegative ? -top : top, bottom: bottom)
    } else {
      self.init(.wide(fraction))
    }
  }

  private init(checking fraction: WideFraction) throws(ArithmeticFailure) {
    guard fraction.isInRange else { throw .overflow }
    self.init(lowestTerms: fraction)
  }

  private var widened: WideFraction {
    switch storage {
    case .small(let top, let bottom):
      let (top, bottom) = Self.lowestTerms(top, bottom)
      return WideFraction(
        isNegative: top < 0, WideInteger(UInt128(top.magnitude)),
        WideInteger(UInt128(bottom.magnitude)))
    case .wide(let fraction): return fraction
    }
  }

  /// Creates the exact value of a finite decimal such as "-57504.25"; nil for other text.
  ///
  /// The point is the decimal separator; neither grouping nor exponents are read here. A text of
  /// more than 38 digits is no number that somebody means.
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

  /// The numerator in lowest terms, which carries the sign; nil where it needs more than 127 bits.
  public var numerator: Int128? {
    switch storage {
    case .small(let top, let bottom): return Int128(Self.lowestTerms(top, bottom).top)
    case .wide(let fraction):
      guard let magnitude = fraction.numerator.narrow, let value = Int128(exactly: magnitude) else {
        return nil
      }
      return fraction.isNegative ? -value : value
    }
  }

  /// The denominator, always positive and without a common factor with the numerator; nil where it
  /// needs more than 127 bits.
  public var denominator: Int128? {
    switch storage {
    case .small(let top, let bottom): Int128(Self.lowestTerms(top, bottom).bottom)
    case .wide(let fraction): fraction.denominator.narrow.flatMap { Int128(exactly: $0) }
    }
  }

  /// A near binary floating-point number, for estimates and charts, never for pay that is owed.
  public var doubleValue: Double {
    switch storage {
    case .small(let top, let bottom):
      // The quotient of integers that a double holds is the nearest one; others are rounded twice, and
      // always in lowest terms, so that equal values have equal doubles.
      if top.magnitude | bottom.magnitude < 1 << 53 { return Double(top) / Double(bottom) }
      let (top, bottom) = Self.lowestTerms(top, bottom)
      return Double(top) / Double(bottom)
    case .wide(let fraction): return fraction.doubleValue
    }
  }

  /// Whether the value is a whole number.
  public var isInteger: Bool {
    switch storage {
    case .small(let top, let bottom): bottom == 1 || top.isMultiple(of: bottom)
    case .wide(let fraction): fraction.isInteger
    }
  }

  /// The whole number that the value is rounded to.
  public func rounded(_ rule: RoundingRule = .halfToEven) -> Ratio {
    if isInteger { return self }
    guard case .small(let top, let bottom) = storage else {
      return Ratio(lowestTerms: widened.rounded(rule))
    }
    let magnitude = Int64(
      rule.quotient(top.magnitude, over: bottom.magnitude, isNegative: top < 0))
    return Ratio(top: top < 0 ? -magnitude : magnitude, bottom: 1)
  }

  /// The whole number that the value times another is rounded to, as of minor units.
  ///
  /// Where the product of two machine words fits in one, it is divided once and never reduced.
  ///
  /// - Throws: where the rounded number does not fit.
  func rounded(times factor: Int64, _ rule: RoundingRule) throws(ArithmeticFailure) -> Int64 {
    if case .small(let top, let bottom) = storage, factor > 0 {
      let (product, overflow) = top.magnitude.multipliedReportingOverflow(by: factor.magnitude)
      if !overflow,
        let magnitude = Int64(
          exactly: rule.quotient(product, over: bottom.magnitude, isNegative: top < 0))
      {
        return top < 0 ? -magnitude : magnitude
      }
    }
    let exact = try self * Ratio(Int128(factor))
    guard let whole = Int64(exactly: exact.rounded(rule)) else { throw .overflow }
    return whole
  }

  /// Returns the sum.
  public static func + (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return try Ratio(checking: left.widened + right.widened)
    }
    if b == d {
      let (sum, overflow) = a.addingReportingOverflow(c)
      if !overflow, sum != .min { return Ratio(top: sum, bottom: b) }
    }
    let shared = Int64(greatestCommonDivisor(b.magnitude, d.magnitude))
    let rest = b / shared
    // All terms are below 2 to the power of 126.
    let sum = Int128(a) &* Int128(d / shared) &+ Int128(c) &* Int128(rest)
    return Ratio(narrow: sum, Int128(rest) &* Int128(d)) ?? lowestSum(a, b, c, d)
  }

  /// Returns a / b + c / d in lowest terms.
  private static func lowestSum(_ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64) -> Ratio {
    let ((a, b), (c, d)) = (lowestTerms(a, b), lowestTerms(c, d))
    // Over the least common denominator. All terms are below 2 to the power of 126, and what can be
    // cancelled divides the shared part of the denominators (Knuth, The Art of Computer Programming,
    // volume 2, section 4.5.1).
    let shared = Int64(greatestCommonDivisor(b.magnitude, d.magnitude))
    let rest = b / shared
    let sum = Int128(a) &* Int128(d / shared) &+ Int128(c) &* Int128(rest)
    if shared == 1 { return Ratio(lowestTerms: sum, Int128(rest) &* Int128(d)) }
    let divisor = Int64(
      greatestCommonDivisor(UInt64(sum.magnitude % UInt128(shared.magnitude)), shared.magnitude))
    return Ratio(
      lowestTerms: divisor == 1 ? sum : sum / Int128(divisor), Int128(rest) &* Int128(d / divisor))
  }

  /// Returns the difference.
  public static func - (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    try left + (-right)
  }

  /// Returns the product.
  public static func * (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return try Ratio(checking: left.widened * right.widened)
    }
    let (top, bottom) = product(a, b, c, d)
    if let product = Ratio(narrow: top, bottom) { return product }
    // Of factors in lowest terms the product is in lowest terms, with the cross factors gone.
    let (first, second) = (lowestTerms(a, b), lowestTerms(c, d))
    let lowest = product(first.top, first.bottom, second.top, second.bottom)
    return Ratio(lowestTerms: lowest.top, lowest.bottom)
  }

  /// Returns a / b times c / d without the cross factors.
  @inline(__always)
  private static func product(
    _ a: Int64, _ b: Int64, _ c: Int64, _ d: Int64
  ) -> (top: Int128, bottom: Int128) {
    let first = Int64(greatestCommonDivisor(a.magnitude, d.magnitude))
    let second = Int64(greatestCommonDivisor(c.magnitude, b.magnitude))
    return (Int128(a / first) &* Int128(c / second), Int128(b / second) &* Int128(d / first))
  }

  /// Returns the quotient.
  public static func / (left: Ratio, right: Ratio) throws(ArithmeticFailure) -> Ratio {
    guard case .small(let top, let bottom) = right.storage else {
      return try Ratio(checking: left.widened * right.widened.reciprocal)
    }
    guard top != 0 else { throw .divisionByZero }
    return try left * Ratio(top: top < 0 ? -bottom : bottom, bottom: abs(top))
  }

  /// Returns the value with the opposite sign.
  public static prefix func - (value: Ratio) -> Ratio {
    switch value.storage {
    case .small(let top, let bottom): Ratio(top: -top, bottom: bottom)
    case .wide(let fraction): Ratio(lowestTerms: fraction.negated)
    }
  }
}

extension Ratio: Hashable {
  /// Compares values, in whatever terms they are kept.
  public static func == (left: Ratio, right: Ratio) -> Bool {
    switch (left.storage, right.storage) {
    case (.small(let a, let b), .small(let c, let d)):
      b == d ? a == c : Int128(a) &* Int128(d) == Int128(c) &* Int128(b)
    case (.wide(let left), .wide(let right)): left == right
    // What machine words hold is never wide.
    case (.small, .wide), (.wide, .small): false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch storage {
    case .small(let top, let bottom):
      let lowest = Self.lowestTerms(top, bottom)
      hasher.combine(lowest.top)
      hasher.combine(lowest.bottom)
    case .wide(let fraction): hasher.combine(fraction)
    }
  }
}

extension Ratio: Comparable {
  /// Compares exactly, which cannot overflow.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    guard case .small(let a, let b) = left.storage, case .small(let c, let d) = right.storage else {
      return left.widened < right.widened
    }
    return b == d ? a < c : Int128(a) &* Int128(d) < Int128(c) &* Int128(b)
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Ratio {
  /// Reads "numerator/denominator", or an integer, as `description` writes it.
  package init?(fraction text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let top = parts.first.flatMap({ Int128($0) }), parts.count <= 2 else { return nil }
    guard parts.count == 2 else {
      self.init(top)
      return
    }
    guard let bottom = Int128(parts[1]), let value = try? Ratio(top, over: bottom) else {
      return nil
    }
    self = value
  }
}

extension Ratio: CustomStringConvertible {
  /// The value as "numerator/denominator", or as a plain integer.
  public var description: String {
    switch storage {
    case .small(let top, let bottom):
      let (top, bottom) = Self.lowestTerms(top, bottom)
      return bottom == 1 ? "\(top)" : "\(top)/\(bottom)"
    case .wide(let fraction): return fraction.description
    }
  }
}

extension Ratio {
  /// The digits of the value times a power of ten up to the 38th, rounded; and whether it is negative.
  func digits(places: Int, rounding: RoundingRule) -> (digits: String, isNegative: Bool) {
    let power = powerOfTen(places)
    if case .small(let top, let bottom) = storage, let power = UInt64(exactly: power) {
      let divisor = UInt128(bottom.magnitude)
      var (magnitude, remainder) = (UInt128(top.magnitude) &* UInt128(power))
        .quotientAndRemainder(dividingBy: divisor)
      if remainder != 0,
        rounding.goesUp(
          from: remainder, to: divisor - remainder, isOdd: magnitude & 1 == 1, isNegative: top < 0)
      {
        magnitude += 1
      }
      return ("\(magnitude)", top < 0 && magnitude != 0)
    }
    let rounded = widened.rounded(rounding, times: power)
    return ("\(rounded.numerator)", rounded.isNegative && !rounded.numerator.isZero)
  }

  /// The decimal places that write the value exactly; nil when no number of them does.
  public var decimalPlaces: Int? {
    // The denominator is a product of twos and fives, and the larger power counts.
    var rest = widened.denominator
    let twos = rest.trailingZeroBitCount
    rest = rest >> twos
    var fives = 0
    while rest.narrow != 1 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 5)
      guard remainder == 0 else { return nil }
      rest = quotient
      fives += 1
    }
    return max(twos, fives)
  }
}

extension Int64 {
  /// Creates the integer that an exact number is; nil when it is none, or too large.
  public init?(exactly value: Ratio) {
    guard value.isInteger, let integer = value.numerator else { return nil }
    self.init(exactly: integer)
  }
}

/// Returns 10 to a power from 0 to 38.
func powerOfTen(_ exponent: Int) -> UInt128 {
  (0..<max(0, min(exponent, 38))).reduce(1) { power, _ in power * 10 }
}

extension Sequence<Ratio> {
  /// Returns the sum, exactly.
  ///
  /// - Throws: where it does not fit.
  package func sum() throws(ArithmeticFailure) -> Ratio {
    var sum = Ratio.zero
    for value in self { sum = try sum + value }
    return sum
  }
}
