/// A computation with exact numbers that has no representable answer.
public enum ArithmeticFailure: Error, Hashable, Sendable {
  /// The result needs more than the 512 bits of a `Ratio`, or more than the minor units of a `Money` hold.
  case overflow
  /// The divisor is zero.
  case divisionByZero
}
