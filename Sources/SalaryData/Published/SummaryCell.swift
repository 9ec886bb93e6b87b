/// A cell of a published table: a number, or the reason why there is none.
public enum SummaryCell: Hashable, Sendable {
  /// The published number, in dollars a year, jobs or per cent by its column.
  case value(Double)
  /// The number lies at or above a bound and was not published.
  case topCoded(lowerBound: Double)
  /// The publisher withheld the estimate.
  case suppressed
  /// The table has no such cell.
  case missing

  /// The published number, if there is one.
  public var value: Double? {
    if case .value(let number) = self { number } else { nil }
  }

  /// The number, or the bound that it does not lie below.
  public var lowerBound: Double? {
    switch self {
    case .value(let number), .topCoded(let number): number
    case .suppressed, .missing: nil
    }
  }

  /// Returns the cell with its number or bound changed, such as moved to another date.
  public func map(_ transform: (Double) -> Double) -> SummaryCell {
    switch self {
    case .value(let number): .value(transform(number))
    case .topCoded(let bound): .topCoded(lowerBound: transform(bound))
    case .suppressed, .missing: self
    }
  }
}
