/// What the weights of records mean; the estimates are the same, their variances are not.
public enum Weighting: String, Sendable, Hashable, CaseIterable {
  /// There are none: every record stands for itself.
  case none
  /// A record stands for that many identical ones; whole numbers.
  case frequency
  /// A record represents that many of the population it was sampled from.
  case sampling
  /// The variance of a record is inversely proportional to its weight.
  case reliability
}
