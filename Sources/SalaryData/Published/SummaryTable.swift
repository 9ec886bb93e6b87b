public import CSVReading

/// A published table of pay by group, such as one of OEWS.
///
/// OEWS counts straight-time gross pay with commissions and production bonuses, so it is neither
/// base pay nor on-target earnings.
public struct SummaryTable: Sendable {
  /// The path that it was read from.
  public let path: String
  /// The groups, in the order of the file.
  public let groups: [SummaryGroup]
  /// How many rows the file has, what became of them, and what was found in them.
  public let tally: CSVTally

  /// Creates a table.
  public init(path: String, groups: [SummaryGroup], tally: CSVTally) {
    self.path = path
    self.groups = groups
    self.tally = tally
  }
}
