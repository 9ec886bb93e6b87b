/// What to do about a stratum with a single sampling unit, which shows no variance of its own.
public enum LonelyUnitPolicy: String, Sendable, Hashable, CaseIterable {
  /// Refuse to estimate a variance.
  case fail
  /// Compare it with the mean of all sampling units: conservative.
  case centerAtGrandMean
  /// Take it as chosen with certainty: no contribution to the variance.
  case certainty
}
