package import Amounts

extension Ratio {
  /// Returns the nearest multiple of a step above 0, halves up.
  package func rounded(toMultipleOf step: Ratio) throws(ArithmeticFailure) -> Ratio {
    try (self / step).rounded(.halfUp) * step
  }

  /// Takes an estimate of pay to the hundredth, halves away from 0.
  package init(cents estimate: Double) throws(ArithmeticFailure) {
    guard let cents = Int128(exactly: (estimate * 100).rounded()) else { throw .overflow }
    try self.init(cents, over: 100)
  }

  /// Takes an estimate with fifteen decimals, more than it has, so that it can be multiplied exactly from there on.
  init(estimate: Double) throws(ArithmeticFailure) {
    guard let scaled = Int128(exactly: (estimate * 1e15).rounded()) else { throw .overflow }
    try self.init(scaled, over: 1_000_000_000_000_000)
  }
}
