/// An interval that covers the true value in the stated share of samples.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The lower limit; nil where the method finds none.
  public let lower: Double?
  /// The upper limit; nil where the method finds none.
  public let upper: Double?
  /// The share of samples in which such an interval covers the true value, such as 0.95.
  public let level: Double

  /// Creates an interval.
  public init(lower: Double?, upper: Double?, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// Whether a value lies inside; a missing limit excludes nothing.
  public func contains(_ value: Double) -> Bool {
    (lower.map { $0 <= value } ?? true) && (upper.map { value <= $0 } ?? true)
  }
}
