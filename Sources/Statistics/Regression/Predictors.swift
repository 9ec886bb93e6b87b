/// The right-hand side of a regression: an intercept, numbers and factors.
///
/// Factors stay codes and become columns of zeros and ones only block by block, so that a factor of
/// fifty levels takes no more memory than a number.
public struct Predictors: Sendable {
  /// A variable, by a name, as one or more columns of numbers.
  public struct Term: Sendable {
    /// The name, as in "experience" or "industry".
    public let name: String
    let content: Content

    enum Content: Sendable {
      case number([Double])
      case factor(codes: [Int], levels: [String], reference: Int)
    }

    /// A variable that enters as it is.
    public static func number(_ name: String, _ values: [Double]) -> Term {
      Term(name: name, content: .number(values))
    }

    /// A variable with levels: each but the reference becomes a column of zeros and ones.
    public static func factor(
      _ name: String, codes: [Int], levels: [String], reference: Int = 0
    ) -> Term {
      Term(name: name, content: .factor(codes: codes, levels: levels, reference: reference))
    }
  }

  /// One column of the model matrix.
  struct Column: Sendable {
    let name: String
    /// The index of the term; nil for the intercept.
    let term: Int?
    /// The level that the column stands for.
    let level: Int?
  }

  /// The variables, in the order of the columns of the design.
  public let terms: [Term]
  /// The number of rows, which all variables share.
  public let rows: Int
  let columns: [Column]

  /// The names of the columns: "(Intercept)", "experience", "industry=Media".
  public var columnNames: [String] { columns.map(\.name) }

  /// Creates predictors with an intercept, unless it is turned off.
  ///
  /// - Complexity: O(rows · terms).
  public init(_ terms: [Term], rows: Int, intercept: Bool = true) throws(RegressionFailure) {
    var columns = intercept ? [Column(name: "(Intercept)", term: nil, level: nil)] : []
    for (index, term) in terms.enumerated() {
      switch term.content {
      case .number(let values):
        guard values.count == rows else {
          throw .lengthsDiffer(column: term.name, length: values.count, rows: rows)
        }
        if let row = values.firstIndex(where: { !$0.isFinite }) {
          throw .notFinite(column: term.name, row: row)
        }
        columns.append(Column(name: term.name, term: index, level: nil))
      case .factor(let codes, let levels, let reference):
        guard codes.count == rows else {
          throw .lengthsDiffer(column: term.name, length: codes.count, rows: rows)
        }
        if let row = codes.firstIndex(where: { !levels.indices.contains($0) }) {
          throw .unknownLevel(factor: term.name, row: row, code: codes[row])
        }
        for level in levels.indices where level != reference {
          columns.append(Column(name: "\(term.name)=\(levels[level])", term: index, level: level))
        }
      }
    }
    self.terms = terms
    self.rows = rows
    self.columns = columns
  }

  /// Returns only some rows.
  ///
  /// - Complexity: O(rows · terms).
  func selecting(_ selected: [Int]) throws(RegressionFailure) -> Predictors {
    let terms = terms.map { term in
      switch term.content {
      case .number(let values): Term.number(term.name, selected.map { values[$0] })
      case .factor(let codes, let levels, let reference):
        Term.factor(
          term.name, codes: selected.map { codes[$0] }, levels: levels, reference: reference)
      }
    }
    return try Predictors(terms, rows: selected.count, intercept: columns.first?.term == nil)
  }

  /// Writes one row into a buffer of as many numbers as there are columns.
  func fill(row: Int, into x: UnsafeMutableBufferPointer<Double>) {
    for (index, column) in columns.enumerated() {
      guard let term = column.term else {
        x[index] = 1
        continue
      }
      switch terms[term].content {
      case .number(let values): x[index] = values[row]
      case .factor(let codes, _, _): x[index] = codes[row] == column.level ? 1 : 0
      }
    }
  }

  /// Writes a column of a block of rows, each times a factor.
  func fill(
    _ column: Int, rows: Range<Int>, scaledBy scale: [Double]?,
    into x: UnsafeMutablePointer<Double>
  ) {
    let (start, column) = (rows.lowerBound, columns[column])
    func factor(_ row: Int) -> Double { scale?[row] ?? 1 }
    guard let term = column.term else {
      for row in rows { x[row - start] = factor(row) }
      return
    }
    switch terms[term].content {
    case .number(let values):
      for row in rows { x[row - start] = values[row] * factor(row) }
    case .factor(let codes, _, _):
      for row in rows { x[row - start] = codes[row] == column.level ? factor(row) : 0 }
    }
  }
}
