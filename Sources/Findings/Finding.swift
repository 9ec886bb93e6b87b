/// Something that is wrong, or worth knowing, in a file that a person wrote.
///
/// A finding is a value: readers collect findings and go on; only the command prints them.
public struct Finding: Hashable, Sendable {
  /// A stable name for a kind of finding, such as "csv.open-quote".
  public struct Kind: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// What kind of thing it is; stable across versions, unlike the message.
  public var kind: Kind
  /// How bad it is.
  public var severity: Severity
  /// What it is about: a place in a file, or a setting of the question.
  public var subject: Subject
  /// What is wrong, in one sentence without a final full stop.
  public var message: Inline
  /// The line of the file, shown with a caret below the place.
  public var excerpt: String?
  /// How to mend it.
  public var remedy: Inline?

  /// What a finding is about.
  public enum Subject: Hashable, Sendable {
    /// A place in a file.
    case place(Place)
    /// A setting of the question.
    case parameter(Parameter)
  }

  /// Creates a finding about a place in a file.
  public init(
    _ kind: Kind, _ severity: Severity = .error, at place: Place, _ message: Inline,
    excerpt: String? = nil, remedy: Inline? = nil
  ) {
    self.init(
      kind, severity, about: .place(place), message, excerpt: excerpt, remedy: remedy)
  }

  /// Creates a finding about a setting of the question.
  public init(
    _ kind: Kind, _ severity: Severity = .error, about parameter: Parameter, _ message: Inline,
    remedy: Inline? = nil
  ) {
    self.init(kind, severity, about: .parameter(parameter), message, remedy: remedy)
  }

  /// Creates a finding.
  public init(
    _ kind: Kind, _ severity: Severity = .error, about subject: Subject, _ message: Inline,
    excerpt: String? = nil, remedy: Inline? = nil
  ) {
    self.kind = kind
    self.severity = severity
    self.subject = subject
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }
}

extension Finding.Subject: CustomStringConvertible {
  /// The place as compilers write it, or the name of the setting.
  public var description: String {
    switch self {
    case .place(let place): place.description
    case .parameter(let parameter): parameter.name
    }
  }
}

extension Finding {
  /// The place in a file that it is about; nil for a setting of the question.
  public var place: Place? {
    guard case .place(let place) = subject else { return nil }
    return place
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
  /// The finding in English as compilers print it, with settings by their names.
  public var description: String { text() }

  /// The finding as compilers print it: the subject and message, the line with a caret, the remedy.
  ///
  /// - Parameter book: The words, and how settings of the question are spelled.
  /// - Returns: The text, without a line end.
  public func text(in book: Phrasebook = Phrasebook(.english)) -> String {
    let words = { (phrase: Inline) in phrase.translated(by: book).plainText }
    let subject =
      switch subject {
      case .place(let place): "\(place)"
      case .parameter(let parameter): words(.parameter(parameter))
      }
    var lines = ["\(subject): \(severity.rawValue): \(words(message))"]
    if let excerpt {
      let indent = "    "
      lines.append(indent + excerpt)
      if let column = place?.column, column >= 1 {
        // Tabs stay tabs, so that the caret stands below its character in any viewer.
        let lead = excerpt.prefix(column - 1).map { (character) -> Character in
          character == "\t" ? "\t" : " "
        }
        lines.append(indent + String(lead) + "^")
      }
    }
    if let remedy { lines.append("  \(words(remedy))") }
    return lines.joined(separator: "\n")
  }
}
