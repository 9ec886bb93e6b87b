/// Something that is wrong, or worth knowing, in a file that a person wrote.
///
/// A finding is a value: readers collect findings and go on; only the command prints them.
public struct Finding: Hashable, Sendable {
  /// A stable name for a kind of finding, such as "csv.unclosed-quote".
  public struct Kind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// What kind of thing it is; stable across versions, unlike the message.
  public var kind: Kind
  /// How bad it is.
  public var severity: Severity
  /// Where it is, as far as that is known.
  public var place: Place
  /// What is wrong, in one sentence without a final full stop.
  public var message: String
  /// The line of the file, shown with a caret below the place.
  public var excerpt: String?
  /// How to mend it.
  public var remedy: String?

  /// Creates a finding.
  public init(
    _ kind: Kind, _ severity: Severity = .error, at place: Place, _ message: String,
    excerpt: String? = nil, remedy: String? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.place = place
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }
}

/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Probably not what was meant; the result still holds.
  case warning
  /// The thing at this place cannot be used.
  case error

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in a file: one-based line and column, counted in characters as editors count them.
public struct Place: Hashable, Sendable {
  /// The path as the user gave it, or "<stdin>".
  public var file: String
  /// The line, from 1.
  public var line: Int?
  /// The column, from 1.
  public var column: Int?

  /// Creates a place.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// The place as compilers write it: `file:line:column`.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

extension Finding: CustomStringConvertible {
  /// The finding as compilers print it: the place and message, the line with a caret, the remedy.
  public var description: String {
    var lines = ["\(place): \(severity.rawValue): \(message)"]
    if let excerpt {
      let indent = "    "
      lines.append(indent + excerpt)
      if let column = place.column, column >= 1 {
        // Tabs stay tabs, so that the caret stands below its character in any viewer.
        let lead = excerpt.prefix(column - 1).map { (character) -> Character in
          character == "\t" ? "\t" : " "
        }
        lines.append(indent + String(lead) + "^")
      }
    }
    if let remedy { lines.append("  \(remedy)") }
    return lines.joined(separator: "\n")
  }
}
