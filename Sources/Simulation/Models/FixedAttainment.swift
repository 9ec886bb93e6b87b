public import Statistics

/// The same attainment every year.
public struct FixedAttainment: AttainmentModel {
  /// The attainment.
  public let value: Double

  /// Creates the model; fails unless the value is finite and not negative.
  public init(_ value: Double) throws(ParameterFailure) {
    guard value >= 0, value.isFinite else {
      throw ParameterFailure(
        parameter: "attainment", value: value, requirement: "0 or more and finite")
    }
    self.value = value
  }

  public var hasAtoms: Bool { true }

  public var label: String { "fixed at \(value.short)" }

  public func draw(using generator: inout Xoshiro256PlusPlus) -> Double { value }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    value < bound ? power(value, order) : 0
  }
}

/// Returns x to a small whole power.
func power(_ x: Double, _ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<max(0, exponent) { result *= x }
  return result
}
