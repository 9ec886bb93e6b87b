/// What became of the values of a column that were held against a vocabulary.
public struct Classification: Sendable {
  /// The column with the title or code of each known value; unknown ones are kept or missing.
  public let column: CategoryColumn
  /// The values that no spelling fits, with the number of rows of each, the most frequent first.
  public let unmatched: [(value: String, rows: Int)]
}

extension CategoryColumn {
  /// What stands in place of a value that is not in the vocabulary.
  public enum Unmatched: Hashable, Sendable {
    case keepAsWritten
    case missing
    /// One name for all of them, such as "Other".
    case named(String)
  }

  /// Replaces each value by what a function makes of it, and lists those for which it has nothing.
  ///
  /// - Complexity: O(n), and one call for each distinct value.
  public func classified(
    unmatched policy: Unmatched, _ meaning: (String) -> String?
  ) -> Classification {
    var unknown: Set<String> = []
    let column = mapLabels { label in
      if let known = meaning(label) { return known }
      unknown.insert(label)
      return switch policy {
      case .keepAsWritten: label
      case .missing: nil
      case .named(let name): name
      }
    }
    let unmatched = values(where: unknown.contains)
    return Classification(column: column, unmatched: unmatched)
  }

  /// Returns the values for which a test holds, with the number of rows of each, the most frequent first.
  ///
  /// - Complexity: O(n), and one call for each distinct value.
  func values(where test: (String) -> Bool) -> [(value: String, rows: Int)] {
    zip(labels, counts()).filter { !$0.0.isEmpty && $0.1 > 0 && test($0.0) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map { (value: $0.0, rows: $0.1) }
  }
}
