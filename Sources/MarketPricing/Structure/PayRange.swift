public import Amounts

/// The pay that a grade may have, from its minimum to its maximum.
public struct PayRange: Hashable, Sendable {
  /// The lowest pay.
  public let minimum: Ratio
  /// The pay of the market, or the middle of the range.
  public let midpoint: Ratio
  /// The highest pay.
  public let maximum: Ratio

  /// Creates a range; nil unless 0 < minimum ≤ midpoint ≤ maximum and minimum < maximum.
  ///
  /// Without a midpoint it is the middle.
  public init?(minimum: Ratio, midpoint: Ratio? = nil, maximum: Ratio) {
    guard let midpoint = try? midpoint ?? (minimum + maximum) / 2 else { return nil }
    guard .zero < minimum, minimum <= midpoint, midpoint <= maximum, minimum < maximum else {
      return nil
    }
    self.minimum = minimum
    self.midpoint = midpoint
    self.maximum = maximum
  }

  /// Creates the range with a spread around a midpoint: the minimum is midpoint / (1 + spread / 2), and
  /// the maximum as far above the midpoint as the minimum is below.
  ///
  /// The minimum is what is rounded, so that the midpoint stays the exact middle.
  ///
  /// - Parameters:
  ///   - midpoint: The midpoint before it is rounded; above 0.
  ///   - spread: Maximum over minimum, less 1; above 0.
  ///   - rounding: The steps that midpoint and minimum are rounded to.
  /// - Throws: For numbers without an exact representation.
  public init(
    midpoint: Ratio, spread: Ratio, _ rounding: RangeRounding = RangeRounding()
  ) throws(ArithmeticFailure) {
    self.midpoint =
      try rounding.midpoint.map { (step) throws(ArithmeticFailure) in
        try midpoint.rounded(toMultipleOf: step)
      } ?? midpoint
    let exact = try self.midpoint / (.one + spread / 2)
    minimum =
      try rounding.minimum.map { (step) throws(ArithmeticFailure) in
        try exact.rounded(toMultipleOf: step)
      } ?? exact
    maximum = try self.midpoint * 2 - minimum
  }

  /// Maximum over minimum, less 1.
  public var spread: Ratio? { try? maximum / minimum - .one }

  /// Pay over the midpoint.
  public func compaRatio(of pay: Ratio) -> Ratio? { try? pay / midpoint }

  /// How far into the range pay is: 0 at the minimum, 1 at the maximum, beyond them outside.
  public func penetration(of pay: Ratio) -> Ratio? {
    try? (pay - minimum) / (maximum - minimum)
  }

  /// Where pay stands; the quarters of the range have their lower ends, and the last its upper one too.
  public func position(of pay: Ratio) -> Position? {
    if pay < minimum { return .below }
    if maximum < pay { return .above }
    guard let quarters = try? penetration(of: pay).map({ try $0 * 4 }) else { return nil }
    return .quarter(min(4, Int(quarters.rounded(.down).doubleValue) + 1))
  }

  /// A place in or outside a range.
  public enum Position: Hashable, Sendable {
    /// Below the minimum ("green circle").
    case below
    /// In a quarter of the range, from 1.
    case quarter(Int)
    /// Above the maximum ("red circle").
    case above
  }

  /// What the overlap of two ranges is a part of; all three are in use, and differ by half.
  public enum OverlapBase: String, Hashable, Sendable, CaseIterable {
    case higher, lower, union
  }

  /// Returns what a range shares with a higher one, as a part of one of them or of both; 0 where they
  /// do not meet.
  public func overlap(with higher: PayRange, over base: OverlapBase) -> Ratio? {
    let width =
      switch base {
      case .higher: try? higher.maximum - higher.minimum
      case .lower: try? maximum - minimum
      case .union: try? higher.maximum - minimum
      }
    guard let width, let shared = try? maximum - higher.minimum else { return nil }
    return try? max(.zero, shared) / width
  }
}

/// The steps that the ends of ranges are rounded to, halves up; nil leaves them as they come.
public struct RangeRounding: Hashable, Sendable {
  /// The step of midpoints.
  public var midpoint: Ratio?
  /// The step of minimums.
  public var minimum: Ratio?

  /// Creates a rounding.
  public init(midpoint: Ratio? = nil, minimum: Ratio? = nil) {
    self.midpoint = midpoint
    self.minimum = minimum
  }
}
