internal import Amounts
public import Findings
package import YAMLReading

/// The layout of a payroll file, as a file describes it: what stands above and below the rows, and what a
/// row has.
public struct PayrollTemplate: Sendable {
  /// How lines end.
  enum LineEnd: String, Hashable, Sendable {
    case lf = "\n"
    case crlf = "\r\n"
  }

  /// How characters are written as bytes.
  enum Encoding: Hashable, Sendable {
    case ascii
    case utf8
    case windows1252
  }

  /// A text with places for values.
  struct Text: Sendable {
    /// The text as written.
    var source: String
    /// Where it is written.
    var place: Place
  }

  /// The name of the layout.
  public let name: String
  let encoding: Encoding
  let lineEnd: LineEnd
  let hasDecimalComma: Bool
  let delimiter: Character
  let settings: [String: String]
  let head: [Text]
  let row: [Text]
  let foot: [Text]
  let document: YAMLDocument

  /// Reads a template.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in it.
  public init(path: String) throws(InputFailure) {
    try self.init(try YAMLDocument.read(path: path))
  }

  /// Reads the text of a template; `file` is the name that findings show.
  public init(yaml: String, file: String) throws(InputFailure) {
    try self.init(try YAMLDocument(text: yaml, file: file))
  }

  private init(_ document: YAMLDocument) throws(InputFailure) {
    let reader = YAMLReader(document)
    let group = reader.group(document.root, .payrollTemplate)
    func text(_ key: String) -> String? {
      group?[key].flatMap { reader.text($0, .code("\"\(key)\"")) }
    }
    func texts(_ key: String) -> [Text] {
      guard let value = group?[key] else { return [] }
      return reader.listOrOne(value).compactMap { element in
        reader.text(element, .code("each of \"\(key)\"")).map {
          Text(source: $0, place: document.place(of: element))
        }
      }
    }
    name = text("payroll") ?? ""
    encoding =
      group?["encoding"].flatMap {
        reader.choice($0, .code("\"encoding\""), among: Grammar.payrollEncodings.choices)
      } ?? .utf8
    lineEnd =
      group?["line ends"].flatMap {
        reader.choice($0, .code("\"line ends\""), among: Grammar.payrollLineEnds.choices)
      } ?? .lf
    hasDecimalComma =
      group?["decimal"].flatMap {
        reader.choice($0, .code("\"decimal\""), among: Grammar.payrollDecimals.choices)
      } ?? false
    let separator = text("delimiter") ?? ","
    delimiter = separator == "tab" ? "\t" : separator.first ?? ","
    if let value = group?["delimiter"], separator != "tab", separator.count != 1 {
      reader.report(
        "ledger.delimiter", at: value, "a delimiter is one character, or the word tab")
    }
    var said: [String: String] = [:]
    if let value = group?["settings"],
      reader.mapping(value, .code("\"settings\"")) != nil
    {
      for entry in value.entries ?? [] {
        said[entry.name] = reader.text(entry.value, .code("\"\(entry.name)\""))
      }
    }
    settings = said
    head = texts("head")
    row = texts("row")
    foot = texts("foot")
    self.document = document
    if let value = group?["row"], !row.contains(where: { $0.source.contains("{amount}") }) {
      reader.report(
        "ledger.template", at: value, "no field of a row has the place {amount}",
        remedy: "without it the file would pay nobody anything")
    }
    if reader.log.hasErrors { throw InputFailure(.badData, reader.log) }
  }
}

extension Grammar {
  static let payrollEncodings = Words<PayrollTemplate.Encoding>([
    "utf-8": .utf8, "ascii": .ascii, "windows-1252": .windows1252,
  ])
  static let payrollLineEnds = Words<PayrollTemplate.LineEnd>(["lf": .lf, "crlf": .crlf])
  static let payrollDecimals = Words<Bool>(["point": false, "comma": true])

  package static let payrollTemplate = Grammar(
    "payroll template", what: "a payroll template",
    [
      .init("payroll", .text, required: true, "the name of the layout"),
      .init("encoding", .word(payrollEncodings), default: "`utf-8`", "how characters are written"),
      .init("line ends", .word(payrollLineEnds), default: "`lf`", "how lines end"),
      .init("decimal", .word(payrollDecimals), default: "`point`", "the mark before the cents"),
      .init(
        "delimiter", .text, default: "`,`", "what stands between fields: a character, or `tab`"),
      .init(
        "settings", .named(.text), default: "none",
        "what is the company's own, such as `company: ABC`, for places of that name; one that is `?` has to be said with `--set`"
      ),
      .init("head", .oneOrList(.text), default: "none", "the lines above the rows"),
      .init(
        "row", .list(.text, atLeast: 1), required: true,
        "the fields of a row, each a text with places such as `{employee id}` and `{amount}`"),
      .init("foot", .oneOrList(.text), default: "none", "the lines below the rows"),
    ])
}

extension PayrollTemplate {
  /// The JSON Schema of the template, for editors that complete and check YAML.
  ///
  /// - Complexity: O(number of keys).
  public static var schema: String {
    Grammar.payrollTemplate.schema(title: "OnTarget payroll template")
  }
}
