public import Amounts

/// A point on a scale: a share of the period's quota or target, or an amount that stays as written.
public enum Level: Hashable, Sendable {
  /// A share of the quota or target of the period, such as 1 for 100 %.
  case share(Ratio)
  /// An amount in the currency, or a number of units.
  case amount(Ratio)

  /// Returns the level in the currency or in units, given what a share is a share of.
  func resolved(of whole: Ratio) throws(ArithmeticFailure) -> Ratio {
    switch self {
    case .share(let share): try share * whole
    case .amount(let amount): amount
    }
  }

  /// Returns the level with another number.
  package func changed(
    _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) -> Level {
    switch self {
    case .share(let number): .share(try change(number))
    case .amount(let number): .amount(try change(number))
    }
  }

  package var isShare: Bool {
    if case .share = self { true } else { false }
  }

  /// The number alone, to compare levels of one kind.
  package var number: Ratio {
    switch self {
    case .share(let number), .amount(let number): number
    }
  }
}
