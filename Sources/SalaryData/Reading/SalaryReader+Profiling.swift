internal import Amounts
public import CSVReading
public import Findings
internal import Tables

extension SalaryReader {
  /// Returns what each column of a file holds: what it was taken for, how much is missing, its range.
  ///
  /// It reads the file once, so that an input that can be read only once cannot be read as salaries
  /// afterwards.
  ///
  /// - Complexity: O(size of the file); the memory does not depend on it.
  public func profile(_ file: CSVFile) throws(InputFailure) -> [ColumnProfile] {
    let recognition = try recognize(file)
    let start = recognition.columns.map { decision in
      ColumnSurvey(
        isNumeric: decision.role?.isNumeric == true,
        decimal: options.decimal
          ?? ColumnValues(file.sample.map { $0[decision.position] }).decimal.convention)
    }
    let (surveys, _) = try file.reduce(threads: options.threads) {
      start
    } _: { (surveys, record) throws(InputFailure) in
      for column in surveys.indices { surveys[column].add(record, column) }
    } merge: { total, next in
      for column in total.indices { total[column].add(next[column]) }
    }
    return zip(recognition.columns, surveys).map { $1.profile($0) }
  }
}

/// What is collected about one column.
private struct ColumnSurvey: Sendable {
  let isNumeric: Bool
  let decimal: DecimalConvention
  private var rows = 0
  private var missing = 0
  private var smallest = Double.infinity
  private var largest = -Double.infinity
  private var values = ByteInterner()
  /// For each of the values whether it only says that there is none.
  private var isMissing: [Bool] = [true]

  init(isNumeric: Bool, decimal: DecimalConvention) {
    self.isNumeric = isNumeric
    self.decimal = decimal
  }

  mutating func add(_ record: borrowing CSVRecord, _ column: Int) {
    rows += 1
    let code = intern(record, column)
    guard isNumeric else {
      if code.map({ isMissing[$0] }) ?? MissingMark.isMissing(record.text(column)) { missing += 1 }
      return
    }
    var evidence = DecimalEvidence()
    let outcome = record.withBytes(column) { PlainNumber.read($0, decimal, &evidence) }
    switch outcome {
    case .number(let number, _): extend(to: number)
    case .empty: missing += 1
    case .other: addText(record.text(column))
    }
  }

  /// Numbers the value of a cell; nil when there are already too many.
  private mutating func intern(_ record: borrowing CSVRecord, _ column: Int) -> Int? {
    guard values.count <= ColumnProfile.distinctLimit + 1 else { return nil }
    let code = record.withBytes(column) { bytes in
      bytes.withUnsafeBufferPointer { Int(values.code(for: $0)) }
    }
    if code == isMissing.count { isMissing.append(MissingMark.isMissing(record.text(column))) }
    return code
  }

  private mutating func addText(_ text: String) {
    if MissingMark.isMissing(text) {
      missing += 1
    } else if let amount = try? WrittenAmount(text, decimal: decimal) {
      extend(to: amount.lower.doubleValue)
      extend(to: amount.upper.doubleValue)
    }
  }

  private mutating func extend(to number: Double) {
    smallest = min(smallest, number)
    largest = max(largest, number)
  }

  mutating func add(_ next: ColumnSurvey) {
    rows += next.rows
    missing += next.missing
    smallest = min(smallest, next.smallest)
    largest = max(largest, next.largest)
    if values.count <= ColumnProfile.distinctLimit + 1 { _ = values.add(next.values) }
  }

  func profile(_ decision: ColumnDecision) -> ColumnProfile {
    ColumnProfile(
      decision: decision, rows: rows, missing: missing,
      smallest: smallest <= largest ? smallest : nil,
      largest: smallest <= largest ? largest : nil,
      distinct: values.count - 1 <= ColumnProfile.distinctLimit ? values.count - 1 : nil,
      examples: (1..<max(values.count, 1)).lazy.map { values.label(UInt32($0)) }
        .filter { !MissingMark.isMissing($0) }.prefix(ColumnProfile.exampleCount).map(\.self))
  }
}
