/// How a value between two representable ones is rounded.
public enum RoundingRule: String, Hashable, Sendable, CaseIterable {
  /// To the nearest, ties to the even neighbour: the default, because it has no drift over many lines.
  case halfToEven = "half to even"
  /// To the nearest, ties away from zero, as commercial documents often ask for.
  case halfUp = "half up"
  /// Towards negative infinity; used where a remainder is handed out afterwards.
  case down
}

extension RoundingRule {
  /// Whether the magnitude of what is no whole number goes up to the next one.
  ///
  /// The distances are those from the whole number below it and to the one above it; `isOdd` is
  /// about the one below.
  func goesUp<Distance: Comparable>(
    from below: Distance, to above: Distance, isOdd: Bool, isNegative: Bool
  ) -> Bool {
    switch self {
    case .halfToEven: above < below || above == below && isOdd
    case .halfUp: above <= below
    case .down: isNegative
    }
  }

  /// Returns the magnitude of a fraction, rounded to a whole number.
  func quotient(_ top: UInt64, over bottom: UInt64, isNegative: Bool) -> UInt64 {
    let (quotient, remainder) = top.quotientAndRemainder(dividingBy: bottom)
    guard remainder != 0,
      goesUp(
        from: remainder, to: bottom - remainder, isOdd: quotient & 1 == 1, isNegative: isNegative)
    else { return quotient }
    return quotient + 1
  }

  /// Returns a fraction with a positive denominator, rounded to a whole number.
  package func quotient(_ top: Int64, over bottom: Int64) -> Int64 {
    let quotient = quotient(top.magnitude, over: bottom.magnitude, isNegative: top < 0)
    return Int64(truncatingIfNeeded: top < 0 ? 0 &- quotient : quotient)
  }
}
