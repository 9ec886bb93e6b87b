/// Text with emphasis, code, links and footnotes, as a value that every writer escapes for itself.
///
/// A string literal is plain text, and so is everything interpolated into it that is not itself
/// an `Inline`. Markup in people's data therefore never becomes markup in a report:
///
///     let line: Inline = "The median of \(sector) is \(.strong(numbers.money(median)))."
public struct Inline: Hashable, Sendable {
  /// A stretch of text of one kind.
  package indirect enum Run: Hashable, Sendable {
    case text(String)
    case code(String)
    case emphasis(Inline)
    case strong(Inline)
    case link(Inline, destination: String)
    case footnote(Inline)
  }

  package var runs: [Run]

  package init(runs: [Run]) {
    self.runs = runs
  }

  /// Creates plain text; a line break in it stays a line break where the place allows one.
  public init(_ text: some StringProtocol) {
    runs = text.isEmpty ? [] : [.text(text.printable)]
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

  /// Whether there is nothing to show.
  public var isEmpty: Bool { runs.isEmpty }

  /// Returns both texts, one after the other.
  public static func + (left: Inline, right: Inline) -> Inline {
    Inline(runs: left.runs + right.runs)
  }

  /// Adds text at the end.
  public static func += (left: inout Inline, right: Inline) { left = left + right }

  /// The characters alone, without marks and footnotes.
  public var plainText: String { runs.map(\.plainText).joined() }
}

extension Inline.Run {
  var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let content), .strong(let content), .link(let content, _): content.plainText
    case .footnote: ""
    }
  }
}

extension Inline: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(value)
  }

  public init(stringInterpolation: StringInterpolation) {
    runs = stringInterpolation.runs
  }

  /// Collects the runs of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var runs: [Run] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      runs.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
      runs += Inline(literal).runs
    }

    /// Adds formatted text as it is.
    public mutating func appendInterpolation(_ inline: Inline) {
      runs += inline.runs
    }

    /// Adds the description of a value as plain text.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
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
