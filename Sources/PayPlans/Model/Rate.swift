public import Amounts

/// What a band pays for the credit in it.
public enum Rate: Hashable, Sendable {
  /// A multiple of the base commission rate, which is the target over the quota of the period.
  case multiple(Ratio)
  /// A share of the credited amount, such as 8/100 for 8 %.
  case share(Ratio)
  /// An amount of money for each credited unit.
  case each(Ratio)

  /// Returns the pay for one unit of credit.
  ///
  /// A multiple pays nothing where there is no quota to divide by.
  func resolved(quota: Ratio?, target: Ratio?) throws(ArithmeticFailure) -> Ratio {
    switch self {
    case .share(let rate), .each(let rate): rate
    case .multiple(let multiple):
      if let quota, let target, quota > .zero { try multiple * target / quota } else { .zero }
    }
  }

  /// Returns the rate with another number.
  func changed(
    _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) -> Rate {
    switch self {
    case .multiple(let number): .multiple(try change(number))
    case .share(let number): .share(try change(number))
    case .each(let number): .each(try change(number))
    }
  }

  var isMultiple: Bool {
    if case .multiple = self { true } else { false }
  }
}
