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
}
