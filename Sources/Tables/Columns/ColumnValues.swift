package import Amounts
package import Findings

/// What the first values of a column look like.
package struct ColumnValues {
  /// The sampled values that are not empty.
  package let values: [String]
  package let decimal: DecimalEvidence

  package init(_ values: [String]) {
    self.values = values.filter { !MissingMark.isMissing($0) }
    decimal = self.values.reduce(into: DecimalEvidence()) { $0.add($1) }
  }

  /// Returns the share of the values that a test holds for; 0 without values.
  package func share(_ test: (String) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: test)) / Double(values.count)
  }

  /// Returns what the values say for a role that its cells have to fit, or nil when they speak against it.
  ///
  /// - Parameters:
  ///   - fits: Whether a value is one of the role; nil for roles that any text can fill.
  ///   - least: The share of the values that has to fit.
  /// - Returns: How many of them fit.
  package func evidence(fitting fits: ((String) -> Bool)?, least: Double) -> Inline? {
    if values.isEmpty { return "no values at the top of the file" }
    guard let fits else { return "any text fits" }
    let fitting = values.count(where: fits)
    guard Double(fitting) >= least * Double(values.count) else { return nil }
    return "\(fitting) of \(values.count) values at the top of the file fit"
  }

  /// Returns what the values say for telling rows apart, or nil when most of them repeat.
  package var evidenceOfIdentity: Inline? {
    if values.isEmpty { return "no values at the top of the file" }
    let different = Set(values).count
    guard 2 * different > values.count else { return nil }
    return "\(different) of \(values.count) values at the top of the file differ"
  }

  /// Whether most of the values answer a question by yes or no; "NO" is not Norway there.
  package var isYesOrNo: Bool { share(WrittenFlag.isWord) >= 0.5 }

  /// The values that can be read as amounts.
  package var amounts: [WrittenAmount] {
    values.compactMap { try? WrittenAmount($0, decimal: decimal.convention) }
  }

  /// The share of the values that can be read as amounts.
  package var amountShare: Double {
    values.isEmpty ? 0 : Double(amounts.count) / Double(values.count)
  }

  /// The middle of the amounts, or nil without amounts.
  package var medianAmount: Double? {
    let sorted = amounts.map(\.middle.doubleValue).sorted()
    return sorted.isEmpty ? nil : sorted[sorted.count / 2]
  }

  /// Whether the values are the whole numbers of a count or of identifiers: each one more than the last.
  package var isSequence: Bool {
    let numbers = values.map { Int($0) }
    guard numbers.count > 2 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      guard let first, let second else { return false }
      return second == first + 1
    }
  }
}
