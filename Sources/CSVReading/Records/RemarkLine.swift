/// Lines about an export that stand below or among its rows.
package enum RemarkLine {
  /// How they begin, in lower case.
  private static let beginnings = [
    "confidential information", "copyright", "©", "(c) ", "grand total", "total (", "total records",
    "filtered by", "generated", "as of ", "record count", "sum of ", "report generated",
    "data as of", "exported", "stand:", "vertraulich", "erstellt am", "erzeugt am", "gefiltert",
  ]

  /// Whether the only text of a row is such a line.
  package static func matches(_ text: some StringProtocol) -> Bool {
    let plain = text.drop(while: \.isWhitespace).lowercased()
    return beginnings.contains { plain.hasPrefix($0) }
  }
}
