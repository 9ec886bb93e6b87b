/// The ways in which people write that there is no value.
package enum MissingMark {
  private static let marks: Set<String> = [
    "", "n/a", "na", "n.a.", "nan", "null", "none", "nil", "-", "--", "---", "?", ".", "..", "…",
    "k.a.", "k. a.", "ka", "keine angabe", "keine", "unknown", "unbekannt", "missing", "#n/a",
    "not applicable", "not available", "not provided", "not disclosed", "prefer not to say",
    "prefer not to answer", "rather not say", "tbd", "entfällt", "void", "<na>", "(blank)",
  ]

  /// Whether a text stands for a missing value.
  package static func isMissing(_ text: some StringProtocol) -> Bool {
    let trimmed = text.drop(while: \.isWhitespace)
    guard trimmed.utf8.count <= 24 else { return false }
    guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return true }
    return marks.contains(trimmed[...end].lowercased())
  }
}
