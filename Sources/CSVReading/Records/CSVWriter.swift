/// Writes fields as RFC 4180 records with LF line ends.
public struct CSVWriter: Sendable {
  /// The character between fields; a field that holds it is quoted.
  public var delimiter: Character

  /// Creates a writer.
  public init(delimiter: Character = ",") {
    self.delimiter = delimiter
  }

  /// Returns one record, its line end included.
  ///
  /// A field is quoted when it holds the delimiter, a quote or a line break, or has blanks at an
  /// edge, which some readers would trim. A record of one empty field is written as `""`, because
  /// readers skip blank lines.
  public func record(_ fields: [String]) -> String {
    if fields == [""] { return "\"\"\n" }
    return fields.map(quoted).joined(separator: String(delimiter)) + "\n"
  }

  private func quoted(_ field: String) -> String {
    // Scalars and not characters: a quote with an accent after it is one character, and still ends
    // the field for a reader.
    let separators = delimiter.unicodeScalars
    let needsQuotes =
      field.unicodeScalars.contains {
        $0 == "\"" || $0 == "\n" || $0 == "\r" || separators.contains($0)
      }
      || field.first?.isWhitespace == true || field.last?.isWhitespace == true
    guard needsQuotes else { return field }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in field.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }
}
