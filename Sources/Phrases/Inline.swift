public import Amounts

/// Text with emphasis, code, links and footnotes, as a value that every writer escapes for itself
/// and that takes its words and numbers from the language of the document.
///
/// A string literal is a phrase: the English text, which a `Phrasebook` may know in other languages.
/// What is interpolated into it and is not itself an `Inline` is plain text, so that markup in
/// people's data never becomes markup in a report:
///
///     let line: Inline = "The median of \(sector) is \(.strong(.money(median)))."
///
/// In English it is written "The median of Utilities is **$92,820.00**."; a German phrasebook has an
/// entry for "The median of %1 is %2.", and the amount becomes "92.820,00 $" by itself.
public struct Inline: Hashable, Sendable {
  /// A stretch of text of one kind.
  package indirect enum Run: Hashable, Sendable {
    case text(String)
    case code(String)
    case emphasis(Inline)
    case strong(Inline)
    case link(Inline, destination: String)
    case footnote(Inline)
    /// Words of the program, with values in the places that are written %1, %2 …
    case phrase(Phrase, [Inline])
    /// An official English name, which a language may put its own before, or in its place where room is
    /// short; the context is what it names.
    case name(Phrase, isShort: Bool)
    /// A setting of a question, spelled as whoever asks writes it, and what it could be set to.
    case parameter(Parameter, String?)
    /// A number or date, whose text depends on the language.
    case value(LocalizedValue)
  }

  package var runs: [Run]

  package init(runs: [Run]) {
    self.runs = runs
  }

  /// Creates plain text, the same in every language; a line break in it stays one where the place allows it.
  public init(_ text: some StringProtocol) {
    runs = text.isEmpty ? [] : [.text(text.printable)]
  }

  /// Creates plain text, or the mark for a value that is not there.
  public init(_ text: (some StringProtocol)?) {
    self = text.map { Inline($0) } ?? .missing
  }

  /// Creates text with its tabs and line ends, such as a line of a file above which a caret stands.
  package static func verbatim(_ text: String) -> Inline {
    Inline(runs: [.text(text.printableLines)])
  }

  /// Creates words of the program that are no literal where they are used, such as a name; values
  /// have no places in them.
  public static func phrase(_ english: String) -> Inline { Inline(stringLiteral: english) }

  /// The same phrase in one of its meanings, where other languages have different words for them:
  /// "Left" that is still free, and "Left" who went.
  public func meaning(_ context: String) -> Inline {
    Inline(
      runs: runs.map { run in
        guard case .phrase(let phrase, let values) = run else { return run }
        return .phrase(Phrase(phrase.english, context: context), values)
      })
  }

  /// Creates an official English name, such as the title of an occupation; where the language has one of
  /// its own, that stands first: "Versorgung (Utilities)".
  ///
  /// - Parameters:
  ///   - english: The name.
  ///   - kind: What it names, such as "sector"; the context of its entry in a language's file.
  ///   - isShort: Whether there is room for one name only, as in a chart: "Versorgung".
  /// - Returns: The name.
  public static func name(_ english: String, of kind: String, isShort: Bool = false) -> Inline {
    Inline(
      runs: english.isEmpty ? [] : [.name(Phrase(english, context: kind), isShort: isShort)])
  }

  /// No text.
  public static let empty: Inline = Inline(runs: [])

  /// Stressed text, usually set in italics.
  public static func emphasis(_ content: Inline) -> Inline { Inline(runs: [.emphasis(content)]) }

  /// Important text, usually set in bold.
  public static func strong(_ content: Inline) -> Inline { Inline(runs: [.strong(content)]) }

  /// Text as typed on or printed by a machine, in a fixed-width face.
  public static func code(_ text: String) -> Inline { Inline(runs: [.code(text.printable)]) }

  /// Text that leads to an address; only web, mail and relative addresses become links.
  public static func link(_ content: Inline, to destination: String) -> Inline {
    Inline(runs: [.link(content, destination: destination)])
  }

  /// A mark that leads to a note at the end of the document, such as the source of a figure.
  ///
  /// Notes are numbered by the writer in the order of their first mark; equal notes share a number.
  public static func footnote(_ content: Inline) -> Inline { Inline(runs: [.footnote(content)]) }

  /// A setting of a question as machine text, such as "--adjust" on a command line.
  ///
  /// - Parameters:
  ///   - parameter: The setting.
  ///   - value: What it could be set to, such as "experience,level".
  /// - Returns: The setting and the value, spelled when the text is translated.
  public static func parameter(_ parameter: Parameter, _ value: String? = nil) -> Inline {
    Inline(runs: [.parameter(parameter, value?.printable)])
  }

  /// The same on one line, so that a line end in people's data begins no line of its own.
  package var oneLine: Inline { Inline(runs: runs.map { $0.oneLine }) }

  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  /// Returns both texts, one after the other.
  public static func + (left: Inline, right: Inline) -> Inline {
    Inline(runs: left.runs + right.runs)
  }

  /// Adds text at the end.
  public static func += (left: inout Inline, right: Inline) { left = left + right }

  /// The characters alone, without marks and footnotes; in English until the text is translated.
  public var plainText: String { runs.map { $0.plainText }.joined() }
}

extension Inline.Run {
  fileprivate var oneLine: Self {
    switch self {
    case .text(let text): .text(text.oneLine)
    case .code(let text): .code(text.oneLine)
    case .emphasis(let content): .emphasis(content.oneLine)
    case .strong(let content): .strong(content.oneLine)
    case .link(let content, let destination): .link(content.oneLine, destination: destination)
    case .footnote(let content): .footnote(content.oneLine)
    case .phrase(let phrase, let values): .phrase(phrase, values.map { $0.oneLine })
    case .parameter(let parameter, let value): .parameter(parameter, value?.oneLine)
    case .name, .value: self
    }
  }

  package var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let content), .strong(let content), .link(let content, _): content.plainText
    case .footnote: ""
    case .phrase, .name, .parameter:
      translated(by: Phrasebook(.english)).map { $0.plainText }.joined()
    case .value(let value): value.text(in: .english)
    }
  }
}

extension Inline: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    runs = value.isEmpty ? [] : [.phrase(Phrase(value), [])]
  }

  public init(stringInterpolation: StringInterpolation) {
    runs = [.phrase(Phrase(stringInterpolation.template), stringInterpolation.values)]
  }

  /// Collects the words and the values of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var template: String = ""
    fileprivate var values: [Inline] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 2 * interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      template += literal
    }

    /// Adds formatted text as it is.
    public mutating func appendInterpolation(_ inline: Inline) {
      values.append(inline)
      template += "%\(values.count)"
    }

    /// Adds a day in the figures of the language, such as "2021-05-31".
    public mutating func appendInterpolation(_ date: CalendarDate) {
      appendInterpolation(Inline.numericDate(date))
    }

    /// Adds a month in the figures of the language, such as "2021-05".
    public mutating func appendInterpolation(_ month: YearMonth) {
      appendInterpolation(Inline.numericMonth(month))
    }

    /// Adds the description of a value as plain text.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendInterpolation(Inline(value.description))
    }
  }
}

extension Sequence<Inline> {
  /// Returns the texts in a row with a separator between them.
  public func joined(separator: Inline = .empty) -> Inline {
    reduce(into: (result: Inline.empty, isFirst: true)) { state, inline in
      if !state.isFirst { state.result += separator }
      state.result += inline
      state.isFirst = false
    }.result
  }
}

extension Inline: CustomStringConvertible {
  /// The characters alone in English, for messages of tests and debuggers.
  public var description: String { plainText }
}
