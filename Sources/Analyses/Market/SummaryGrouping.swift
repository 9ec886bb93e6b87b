internal import Reporting
internal import SalaryData

/// By what the groups of a published table are told apart.
public enum SummaryGrouping: String, Hashable, Sendable, CaseIterable {
  case sector
  case state
  case occupation

  /// The name of a group within its table.
  func title(of group: SummaryGroup) -> String {
    switch self {
    case .sector: group.industry.title
    case .state: group.area
    case .occupation: group.occupation.title
    }
  }

  /// The heading of the column that names the groups.
  var heading: Inline {
    switch self {
    case .sector: "Sector"
    case .state: "State"
    case .occupation: "Occupation"
    }
  }
}
