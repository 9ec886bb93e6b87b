/// How a value between two representable ones is rounded.
public enum RoundingRule: String, Hashable, Sendable, CaseIterable {
  /// To the nearest, ties to the even neighbour: the default, because it has no drift over many lines.
  case halfToEven = "half to even"
  /// To the nearest, ties away from zero, as commercial documents often ask for.
  case halfUp = "half up"
  /// Towards negative infinity; used where a remainder is handed out afterwards.
  case down
}
