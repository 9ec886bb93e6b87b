public import Phrases

/// Something that keeps a regression from being computed.
public enum RegressionFailure: Error, Hashable, Sendable {
  /// A column has another length than the response.
  case lengthsDiffer(column: String, length: Int, rows: Int)
  /// A value is NaN or infinite; missing values must be left out before.
  case notFinite(column: String, row: Int)
  /// A weight is negative, NaN or infinite, or weights and their meaning do not go together.
  case weights(SampleFailure)
  /// A code of a factor names no level.
  case unknownLevel(factor: String, row: Int, code: Int)
  /// There are no more rows than columns, so that nothing is left to estimate errors from.
  case tooFewRows(rows: Int, columns: Int)
  /// There are more columns than can be solved for; a factor may be an identifier.
  case tooManyColumns(columns: Int, most: Int)
  /// The share of a quantile regression is not inside (0, 1).
  case shareOutside(Double)
  /// A record decides its own fitted value, so that HC3 is not defined; HC1 is.
  case fullLeverage(row: Int)
  /// Clustered errors need two clusters.
  case tooFewClusters
  /// A column is a combination of others in one of the groups, so that groups cannot be compared.
  case aliased(column: String, group: String)
  /// The regression has no such factor, or nothing but one level of it.
  case noSuchFactor(String)
  /// The search for the optimum did not end.
  case notConverged
}

extension RegressionFailure {
  /// What is wrong.
  public var words: Inline {
    switch self {
    case .lengthsDiffer(let column, let length, let rows):
      "the column \(column) has \(length) entries for \(rows) rows"
    case .notFinite(let column, let row):
      "row \(row) of \(column) is not a finite number; leave missing values out"
    case .weights(let failure): failure.words
    case .unknownLevel(let factor, let row, let code):
      "row \(row) of \(factor) has code \(code), which is no level"
    case .tooFewRows(let rows, let columns):
      "\(rows) rows are too few for \(columns) coefficients"
    case .tooManyColumns(let columns, let most):
      "\(columns) columns are more than the \(most) that can be solved for; is a factor an identifier?"
    case .shareOutside(let share): "the quantile \(share) is not between 0 and 1"
    case .fullLeverage(let row):
      "row \(row) alone decides a coefficient, so HC3 errors are not defined; use HC1, or merge the level that has one record"
    case .tooFewClusters: "clustered errors need at least two clusters"
    case .aliased(let column, let group):
      "\(column) cannot be told from other columns in \(group); leave it out or merge levels"
    case .noSuchFactor(let name): "\(name) is not a factor with two levels in this regression"
    case .notConverged: "the quantile regression did not converge"
    }
  }
}

extension RegressionFailure: CustomStringConvertible {
  public var description: String { words.plainText }
}
