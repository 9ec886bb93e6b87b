public import Findings

/// A published table of pay by group, such as one of OEWS.
///
/// OEWS counts straight-time gross pay with commissions and production bonuses, so it is neither
/// base pay nor on-target earnings.
public struct SummaryTable: Sendable {
  /// The groups, in the order of the file.
  public let groups: [SummaryGroup]
  /// How many rows the file has and what became of them.
  public let rows: RowCount
  /// What was found while reading.
  public let log: FindingLog

  /// Creates a table.
  public init(groups: [SummaryGroup], rows: RowCount, log: FindingLog) {
    self.groups = groups
    self.rows = rows
    self.log = log
  }
}
