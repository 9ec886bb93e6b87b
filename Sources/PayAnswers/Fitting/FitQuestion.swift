public import Answers
public import Findings
public import Tables

/// Which model of attainment fits a history?
public struct FitQuestion: Question, Hashable {
  /// The path of the history.
  public var history: String
  /// The column with the attainments; nil for that of attainments, or the only one.
  public var column: String?
  /// How the history is read.
  public var tables: TableOptions
  /// The seed of the samples behind the p-values.
  public var seed: UInt64
  /// The number of threads, which changes no figure; nil for one a core.
  public var threads: Int?

  /// Creates a question about a history.
  public init(
    history: String, column: String? = nil, tables: TableOptions = TableOptions(),
    seed: UInt64 = 1, threads: Int? = nil
  ) {
    self.history = history
    self.column = column
    self.tables = tables
    self.seed = seed
    self.threads = threads
  }

  public func answer() throws(InputFailure) -> Reply<ModelFit> {
    try DrawChoice(threads: threads).check()
    let read = try AttainmentHistory(path: history, column: column, tables)
    return Reply(
      ModelFit(read, seed: seed, threads: threads),
      inputs: [InputDescription(path: history, rows: read.rows, rejected: read.rejected)],
      findings: read.findings)
  }
}
