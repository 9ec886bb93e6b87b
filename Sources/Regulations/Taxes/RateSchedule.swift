public import Amounts

/// Rates on the slices of an amount, each from a bound on; below the first bound the rate is 0.
public struct RateSchedule: Hashable, Sendable {
  /// A slice of the amount and the rate on it.
  public struct Slice: Hashable, Sendable {
    /// Where the slice begins, in major units.
    public let from: Ratio
    /// The rate on it, as a fraction.
    public let rate: Ratio

    package init(from: Ratio, rate: Ratio) {
      self.from = from
      self.rate = rate
    }
  }

  /// The slices, in rising order; each ends where the next begins.
  public let slices: [Slice]
  // The same numbers for simulation, which asks a million times.
  private let bounds: [Double]
  private let rates: [Double]

  /// Creates a schedule from slices in rising order.
  package init(_ slices: [Slice]) {
    self.slices = slices
    bounds = slices.map { $0.from.doubleValue }
    rates = slices.map { $0.rate.doubleValue }
  }

  /// Returns the tax on an amount of major units, exactly.
  ///
  /// - Complexity: O(slices).
  public func tax(on amount: Ratio) throws(ArithmeticFailure) -> Ratio {
    var tax = Ratio.zero
    for (index, slice) in slices.enumerated() where slice.from < amount {
      let end = index + 1 < slices.count ? min(amount, slices[index + 1].from) : amount
      tax = try tax + slice.rate * (end - slice.from)
    }
    return tax
  }

  /// Returns the tax on an amount of major units as an estimate, for simulation.
  ///
  /// - Complexity: O(slices).
  public func tax(on amount: Double) -> Double {
    var tax = 0.0
    for index in bounds.indices where bounds[index] < amount {
      let end = index + 1 < bounds.count ? min(amount, bounds[index + 1]) : amount
      tax += rates[index] * (end - bounds[index])
    }
    return tax
  }
}
