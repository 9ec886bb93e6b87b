package import Reporting
package import SalaryData

/// By what the groups of a published table are told apart.
public enum SummaryGrouping: String, Hashable, Sendable, CaseIterable {
  case sector
  case state
  case occupation

  /// The name of a group within its table.
  package func title(of group: SummaryGroup) -> String {
    switch self {
    case .sector: group.industry.title
    case .state: group.area
    case .occupation: group.occupation.title
    }
  }

  /// The name of a group for people: official titles with the language's own before them.
  package func name(of group: SummaryGroup) -> Inline {
    switch self {
    case .sector: group.industry.sectorName
    case .state: Inline(group.area)
    case .occupation: group.occupation.occupationName
    }
  }

  /// One group within a sentence or a list.
  package var name: Inline {
    switch self {
    case .sector: "sector"
    case .state: "state"
    case .occupation: "occupation"
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

  /// The title of what shows pay by these groups.
  var payTitle: Inline {
    switch self {
    case .sector: "Pay by sector"
    case .state: "Pay by state"
    case .occupation: "Pay by occupation"
    }
  }

  /// The groups of one table taken together, without those that contain others.
  func pool(_ groups: [SummaryGroup]) -> SummaryPool? {
    let parts = SummaryPool.withoutTotals(groups)
    // Two groups of one name, such as of two files, are the same jobs twice.
    guard parts.count > 1, let first = parts.first,
      Set(parts.map { title(of: $0) }).count == parts.count
    else {
      return nil
    }
    let all = SummaryGroup.Class(code: "", title: "together")
    return SummaryPool(
      parts, occupation: self == .occupation ? all : first.occupation,
      industry: self == .sector ? all : first.industry,
      area: self == .state ? "together" : first.area)
  }
}

extension SummaryGroup.Class {
  /// The title of a sector of NAICS, with the language's own before it.
  package var sectorName: Inline { .name(title, of: "sector") }

  /// The title of an occupation of the SOC, with the language's own before it.
  package var occupationName: Inline { .name(title, of: "occupation") }
}
