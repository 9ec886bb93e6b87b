/// An exact amount of money: a whole number of minor units of a currency.
///
/// Sums and comparisons need one currency on both sides. Currencies are matched when files are
/// read, so a mismatch here is a fault of the program and a precondition stops it.
public struct Money: Hashable, Sendable {
  /// The amount in minor units, such as cents.
  public let minorUnits: Int64
  /// The currency that the minor units belong to.
  public let currency: Currency

  /// Creates an amount from minor units.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Creates an amount by rounding an exact number of major units to the minor unit.
  public init(
    rounding majorUnits: Ratio, currency: Currency, rule: RoundingRule = .halfToEven
  ) throws(ArithmeticFailure) {
    self.init(
      minorUnits: try majorUnits.rounded(times: currency.minorUnitsPerMajor, rule),
      currency: currency)
  }

  /// Returns an amount of 0 in a currency.
  public static func zero(_ currency: Currency) -> Money {
    Money(minorUnits: 0, currency: currency)
  }

  /// The amount in major units, exactly.
  public var majorUnits: Ratio {
    // The divisor is not zero.
    (try? Ratio(Int128(minorUnits), over: Int128(currency.minorUnitsPerMajor))) ?? .zero
  }

  /// Returns the sum of two amounts of one currency.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "adding \(left.currency) and \(right.currency)")
    return Money(minorUnits: left.minorUnits + right.minorUnits, currency: left.currency)
  }

  /// Returns the difference of two amounts of one currency.
  public static func - (left: Money, right: Money) -> Money { left + (-right) }

  /// Adds an amount of the same currency.
  public static func += (left: inout Money, right: Money) { left = left + right }

  /// Subtracts an amount of the same currency.
  public static func -= (left: inout Money, right: Money) { left = left - right }

  /// Returns the amount with the opposite sign.
  public static prefix func - (money: Money) -> Money {
    Money(minorUnits: -money.minorUnits, currency: money.currency)
  }
}

extension Money: Comparable {
  public static func < (left: Money, right: Money) -> Bool {
    precondition(
      left.currency == right.currency, "comparing \(left.currency) and \(right.currency)")
    return left.minorUnits < right.minorUnits
  }
}

extension Money: CustomStringConvertible {
  /// The amount and its currency, such as "57504.00 USD".
  public var description: String { "\(fixedPoint) \(currency.code)" }
}
