public import Findings

/// A condition on one column, such as "industry=Information" or "experience>=5".
public struct RowCondition: Hashable, Sendable {
  /// How a value is held against the one of the condition.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case less = "<"
    case greater = ">"
    /// The value contains the text; case does not matter.
    case contains = "~"

    /// Whether only numbers can be compared so.
    var isOfNumbers: Bool {
      switch self {
      case .less, .atMost, .greater, .atLeast: true
      case .equal, .notEqual, .contains: false
      }
    }
  }

  /// The name of the column.
  public let column: String
  /// How the value is compared.
  public let comparison: Comparison
  /// What it is compared with.
  public let operand: String

  /// Reads "COLUMN=VALUE", or the same with another comparison.
  public init(_ text: String) throws(InputFailure) {
    let marks = Comparison.allCases.compactMap { comparison in
      text.firstRange(of: comparison.rawValue).map { (comparison, $0) }
    }
    // Of "<=" and "=" the longer begins first; of two that begin together the longer is meant.
    let first = marks.min { left, right in
      (left.1.lowerBound, -left.0.rawValue.count) < (right.1.lowerBound, -right.0.rawValue.count)
    }
    guard let (comparison, range) = first, range.lowerBound > text.startIndex else {
      throw InputFailure(
        .usage,
        Finding(
          "condition.syntax", about: .where, "\"\(text)\" is not a condition",
          remedy: "write COLUMN=VALUE, or another of != < <= > >= ~ instead of ="))
    }
    column = String(text[..<range.lowerBound]).trimmed
    self.comparison = comparison
    operand = String(text[range.upperBound...]).trimmed
    if let meant = Self.meant(comparison, operand) {
      throw InputFailure(
        .usage,
        Finding(
          "condition.syntax", about: .where, "\"\(text)\" is not a condition",
          remedy: "did you mean \(column)\(meant)?"))
    }
    if comparison.isOfNumbers, Double(operand) == nil {
      throw InputFailure(
        .usage,
        Finding(
          "condition.number", about: .where,
          "\"\(operand)\" in \"\(text)\" is not a number, so nothing is less or greater"))
    }
  }

  /// What other languages write with two marks where one of them was read as part of the value: ">="
  /// for "=>5", "=" for "==x", "!=" for "<>5".
  private static func meant(_ comparison: Comparison, _ operand: String) -> String? {
    let rest = String(operand.dropFirst()).trimmed
    switch (comparison, operand.first) {
    // A group may be named ">1000 people", but hardly by the number alone.
    case (.equal, ">") where Double(rest) != nil: return ">=\(rest)"
    case (.equal, "<") where Double(rest) != nil: return "<=\(rest)"
    case (.equal, "="): return "=\(rest)"
    case (.less, ">"): return "!=\(rest)"
    default: return nil
    }
  }

  /// Returns a test of a row by its number; a missing value fits no condition but `!=`.
  func test(in table: SalaryTable) throws(InputFailure) -> (Int) -> Bool {
    switch table[column] {
    case nil: throw table.unknownColumn(column, of: .where)
    case .numbers(let numbers):
      return { row in matches(numbers[row]) }
    case .categories(let categories) where comparison.isOfNumbers:
      let numbers = categories.readNumbers().numbers
      return { row in matches(numbers[row]) }
    case .categories(let categories):
      let fits = categories.labels.map(matches)
      return { row in fits[Int(categories.codes[row])] }
    }
  }

  private func matches(_ value: Double) -> Bool {
    guard let bound = Double(operand) else { return comparison == .notEqual }
    return switch comparison {
    case .equal, .contains: value == bound
    case .notEqual: value != bound
    case .less: value < bound
    case .atMost: value <= bound
    case .greater: value > bound
    case .atLeast: value >= bound
    }
  }

  private func matches(_ label: String) -> Bool {
    switch comparison {
    case .equal: label.lowercased() == operand.lowercased()
    case .notEqual: label.lowercased() != operand.lowercased()
    case .contains: label.lowercased().contains(operand.lowercased())
    // Numbers are compared as numbers.
    case .less, .atMost, .greater, .atLeast: false
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
