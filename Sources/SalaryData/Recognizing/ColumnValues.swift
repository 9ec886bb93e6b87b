internal import Amounts
internal import Tables

/// What the first values of a column look like.
struct ColumnValues {
  /// The sampled values that are not empty.
  let values: [String]
  let decimal: DecimalEvidence

  init(_ values: [String]) {
    self.values = values.filter { !MissingMark.isMissing($0) }
    decimal = self.values.reduce(into: DecimalEvidence()) { $0.add($1) }
  }

  /// Returns the share of the values that a test holds for; 0 without values.
  func share(_ test: (String) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: test)) / Double(values.count)
  }

  /// The values that can be read as amounts.
  var amounts: [WrittenAmount] {
    values.compactMap { try? WrittenAmount($0, decimal: decimal.convention) }
  }

  /// The share of the values that can be read as amounts.
  var amountShare: Double {
    values.isEmpty ? 0 : Double(amounts.count) / Double(values.count)
  }

  /// The middle of the amounts, or nil without amounts.
  var medianAmount: Double? {
    let sorted = amounts.map(\.middle.doubleValue).sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }

  /// Whether the values are the whole numbers of a count or of identifiers: each one more than the last.
  var isSequence: Bool {
    let numbers = values.map { Int($0) }
    guard numbers.count > 2 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      guard let first, let second else { return false }
      return second == first + 1
    }
  }
}
