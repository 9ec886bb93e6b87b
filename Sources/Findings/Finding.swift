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

  /// The word for it.
  package var title: Inline {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// A place in a file: one-based line and column, counted in characters as editors count them, or the
/// row and column of a cell in a sheet of a workbook.
public struct Place: Hashable, Sendable {
  /// The path as the user gave it, or "<stdin>".
  public var file: String
  /// The name of the sheet; nil in what is no workbook.
  public var sheet: String?
  /// The line, or the row of a sheet, from 1.
  public var line: Int?
  /// The column, from 1.
  public var column: Int?

  /// Creates a place.
  public init(file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
  }

  /// Returns a place in the same file and sheet.
  public func at(line: Int?, column: Int? = nil) -> Place {
    Place(file: file, sheet: sheet, line: line, column: column)
  }

  /// The letters of a sheet's column, such as "D" for 4.
  package static func columnName(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension Place: CustomStringConvertible {
  /// The place as compilers write it, `file:line:column`, or as spreadsheets do, `file:Sheet!D17`.
  public var description: String {
    if let sheet {
      let cell = line.map { "!\(column.map(Self.columnName) ?? "")\($0)" } ?? ""
      return "\(file):\(sheet)\(cell)"
    }
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
  public func text(in book: Phrasebook = Phrasebook(.english)) -> String { book.text(words) }

  /// The same as a phrase of several lines.
  package var words: Inline {
    let subject: Inline =
      switch subject {
      // A line end in the name of a file must not begin a finding of its own.
      case .place(let place): Inline(place.description.oneLine)
      case .parameter(let parameter): .parameter(parameter)
      }
    var words: Inline = "\(subject): \(severity.title): \(message.oneLine)"
    if let excerpt {
      let indent = "    "
      func shown(_ text: some StringProtocol) -> String {
        String(text.printableLines.map { $0 == "\n" ? " " : $0 })
      }
      var lines = [indent + shown(excerpt)]
      // The excerpt of a sheet names its cells; a caret would stand below any of them.
      if let place, place.sheet == nil, let column = place.column, column >= 1 {
        // Tabs stay tabs, so that the caret stands below its character in any viewer.
        let lead = shown(excerpt.prefix(column - 1)).map { (character) -> Character in
          character == "\t" ? "\t" : " "
        }
        lines.append(indent + String(lead) + "^")
      }
      for line in lines { words += .verbatim("\n" + line) }
    }
    if let remedy { words += .verbatim("\n  ") + remedy }
    return words
  }
}
