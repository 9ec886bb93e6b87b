public import Findings

/// What became of the rows of a file: each was used, rejected, or set aside by a rule.
public struct CSVTally: Sendable {
  /// The rows read; blank lines and what stands above the header are not rows.
  public internal(set) var rows: Int = 0
  /// The rows that have something wrong with them.
  public internal(set) var rejected: Int = 0
  /// The rule of rows with nothing but delimiters.
  package static let emptyRow: String = "empty row"
  /// The rule of lines about the export, such as "Confidential Information - Do Not Distribute".
  package static let remark: String = "remark"
  /// The rows that a rule left out, by the name of the rule; the reader's own are `emptyRow` and `remark`.
  public internal(set) var setAside: [String: Int] = [:]
  /// What was found in the rows, in the order of the file.
  public internal(set) var findings: FindingLog = FindingLog()
  /// The rejected rows as UTF-8 CSV text below their header; empty unless `CSVOptions.keepsRejects`.
  ///
  /// The first two columns are the line and the reason. The rest is each row as it was written, so
  /// that the file can be mended in place and read again: readers take columns by name.
  public internal(set) var rejects: [UInt8] = []

  /// The rows that were not used, in the order of the file; empty unless `CSVOptions.keepsFates`.
  public internal(set) var fates: [Fate] = []

  /// Why a row was not used.
  public struct Fate: Sendable {
    /// The line on which the row begins.
    public let line: Int
    /// The name of the rule that set it aside; nil for a row that was rejected.
    public let rule: String?
    /// What is wrong with a rejected row.
    public let reasons: [Inline]
  }

  /// The lines of a UTF-8 file that are not UTF-8.
  var foreignLines = ForeignLines()

  /// The rows that were used: what neither rejection nor a rule took away.
  public var used: Int { rows - rejected - setAside.values.reduce(0, +) }

  /// Creates a tally of nothing.
  public init() {}

  /// Adds the tally of the rows that follow.
  mutating func append(_ next: CSVTally) {
    rows += next.rows
    rejected += next.rejected
    for (rule, count) in next.setAside { setAside[rule, default: 0] += count }
    findings.add(next.findings)
    rejects += next.rejects
    fates += next.fates
    foreignLines.append(next.foreignLines)
  }
}
