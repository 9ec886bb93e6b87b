/// A period that an index has no value for.
public struct IndexGap: Error, Hashable, Sendable {
  /// The name of the index.
  public let index: String
  /// The period that was asked for, such as "2023 Q2".
  public let period: String
  /// The last period before it that has a value.
  public let previous: String?
  /// The first period after it that has a value; nil beyond the end of the index.
  public let next: String?

  /// Whether the index ends before the period, so that an extrapolation could be asked for.
  public var isBeyondEnd: Bool { next == nil && previous != nil }
}

extension IndexGap: CustomStringConvertible {
  /// What is missing and what there is instead, in one sentence without a full stop.
  public var description: String {
    switch (previous, next) {
    case (let previous?, let next?):
      "\(index) has no value for \(period) (there are values for \(previous) and \(next))"
    case (let previous?, nil): "\(index) ends at \(previous), before \(period)"
    case (nil, let next?): "\(index) begins at \(next), after \(period)"
    case (nil, nil): "\(index) has no values"
    }
  }
}
