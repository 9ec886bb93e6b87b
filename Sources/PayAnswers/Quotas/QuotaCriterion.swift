public import Amounts

/// What quotas go by.
public enum QuotaCriterion: Hashable, Sendable {
  /// The same for everybody.
  case equal
  /// What each person reached in the periods of a history.
  case history
  /// A number in a column of the roster, such as the potential of a territory.
  case column(String)

  /// Reads the name of one: "equal", "history", or that of a column.
  public init(_ name: String) {
    switch name.lowercased() {
    case "equal": self = .equal
    case "history": self = .history
    default: self = .column(name)
    }
  }
}

/// A criterion with the part of a quota that goes by it.
public struct QuotaWeight: Hashable, Sendable {
  /// What it goes by.
  public var criterion: QuotaCriterion
  /// The part, as a fraction; all parts together are 1.
  public var part: Ratio

  /// Creates a weight; alone it is the whole.
  public init(_ criterion: QuotaCriterion, _ part: Ratio = .one) {
    self.criterion = criterion
    self.part = part
  }
}
