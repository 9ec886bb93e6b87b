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
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - isShort: Whether there is room for one name only, as in a chart.
  /// - Returns: The name.
  package func name(of group: SummaryGroup, isShort: Bool = false) -> Inline {
    switch self {
    case .sector: .name(group.industry.title, of: "sector", isShort: isShort)
    case .state: Inline(group.area)
    case .occupation: .name(group.occupation.title, of: "occupation", isShort: isShort)
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

  /// The same in one name only, where room is short, as in a chart.
  var shortOccupationName: Inline { .name(title, of: "occupation", isShort: true) }
}
