package import Amounts

/// The language of a document: how it writes numbers and dates, and its words for the phrases of the code.
///
/// Each language is one file of the folder `Languages`, and nothing else in the code lists them;
/// `LanguageFile` says what stands in it.
public struct Language: Hashable, Sendable {
  /// Its two-letter ISO 639-1 code, such as "de".
  public let code: String
  /// What its file says.
  let file: LanguageFile

  init(code: String, file: LanguageFile) {
    self.code = code
    self.file = file
  }

  /// Creates a language of the text of a file, where none is compiled in.
  ///
  /// - Parameters:
  ///   - code: Its two-letter code.
  ///   - text: What its file says.
  package init(code: String, text: String) { self.init(code: code, file: LanguageFile(text)) }

  /// What its file says; empty for a language that is not compiled in.
  package var text: String {
    EmbeddedTexts.all.first { $0.name == "\(code).txt" }?.text ?? ""
  }

  /// What its file says, with those entries alone whose English phrase is wanted.
  package func text(for isWanted: (String) -> Bool) -> String {
    var lines = LanguageLines(text[...])
    var kept = ""
    while let line = lines.next(), !line.isEmpty { kept += "\(line)\n" }
    kept += "\n"
    var context = ""
    var isKept = false
    while let line = lines.next() {
      switch line.utf8.first {
      case nil, UInt8(ascii: "#"): break
      case UInt8(ascii: "@"): context = "\(line)\n"
      case UInt8(ascii: "="): if isKept { kept += "\(line)\n" }
      default:
        isKept = isWanted(line.unescaped ?? "")
        if isKept { kept += "\(context)\(line)\n" }
        context = ""
      }
    }
    return kept
  }

  /// What stands before decimals.
  package var decimalConvention: DecimalConvention { file.head.decimal == "," ? .comma : .point }

  /// Its name for itself, such as "Deutsch".
  public var name: String { file.head.name }

  /// Every language, English first and the others by their codes.
  public static let all: [Language] = EmbeddedTexts.all
    .map { text in
      Language(code: String(text.name.prefix { $0 != "." }), file: LanguageFile(text.text))
    }
    .sorted { ($0.code == "en" ? "" : $0.code) < ($1.code == "en" ? "" : $1.code) }

  /// Finds a language; nil for a code that no file has.
  public init?(code: some StringProtocol) {
    guard let language = Self.all.first(where: { $0.code == code }) else { return nil }
    self = language
  }

  /// English with American number format: "57,504.00".
  public static let english: Language =
    Language(code: "en") ?? Language(code: "en", file: LanguageFile(""))

  /// German: "57.504,00".
  public static let german: Language = Language(code: "de") ?? .english

  public static func == (left: Language, right: Language) -> Bool { left.code == right.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
