/// The ways in which people write that there is no value.
package enum MissingMark {
  /// Those that say that there is nothing.
  private static let none: Set<String> = [
    "", "n/a", "na", "n.a.", "nan", "null", "none", "nil", "-", "--", "---", "#n/a", "<na>",
    "(blank)", "not applicable", "entfällt", "keine",
  ]
  /// Those that say that it is not known, or not said.
  private static let unknown: Set<String> = [
    "?", ".", "..", "…", "k.a.", "k. a.", "ka", "keine angabe", "unknown", "unbekannt", "missing",
    "not available", "not provided", "not disclosed", "prefer not to say",
    "prefer not to answer", "rather not say", "tbd", "void",
  ]

  /// Whether a text stands for a missing value.
  package static func isMissing(_ text: some StringProtocol) -> Bool {
    folded(text).map { none.contains($0) || unknown.contains($0) } ?? false
  }

  /// Whether a text says that there is nothing.
  package static func isNone(_ text: some StringProtocol) -> Bool {
    folded(text).map { none.contains($0) } ?? false
  }

  /// The text without blanks around it, in lower case; nil for one that is no mark by its length or a digit.
  private static func folded(_ text: some StringProtocol) -> String? {
    // No mark has a digit, and most cells do.
    if text.utf8.contains(where: { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }) {
      return nil
    }
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.utf8.count <= 24 else { return nil }
    guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return trimmed[...end].lowercased()
  }
}
