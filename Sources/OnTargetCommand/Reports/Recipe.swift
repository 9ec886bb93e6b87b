import Findings
import YAMLReading

/// A key of a recipe and the argument of the command that it stands for.
struct RecipeKey {
  /// What a value is.
  enum Kind {
    /// A word, number or condition; of several, each is an argument.
    case text
    /// A list or range of numbers, which one argument takes.
    case series
    /// Yes or no.
    case flag
    /// A file, looked for beside the recipe; of several, each is an argument.
    case file
  }

  let name: String
  /// The option; nil for an argument without a name.
  let option: String?
  let kind: Kind

  init(_ name: String, _ kind: Kind, as option: String?) {
    self.name = name
    self.option = option
    self.kind = kind
  }

  /// The keys of every kind of report.
  static let common: [RecipeKey] = [
    RecipeKey("sections", .text, as: "--section"), RecipeKey("language", .text, as: "--locale"),
    RecipeKey("datasets", .file, as: "--datasets"),
  ]
}

/// A report as a file: its kind and its options, so that it can be made again without typing them.
struct Recipe {
  /// The kinds of reports with the verbs that write them.
  static let kinds: [(name: String, verb: any ReportVerb.Type)] = [
    ("salary", SalaryReportTool.self), ("plan-review", PlanReviewTool.self),
    ("statements", StatementReportTool.self), ("offers", OfferReportTool.self),
  ]

  /// The path of the file.
  let path: String
  /// The arguments that say the same.
  private(set) var arguments: [String] = []
  private let document: YAMLDocument
  private var places: [(option: String, value: YAMLValue)] = []

  /// Reads a recipe.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in it.
  init(path: String) throws(InputFailure) {
    self.path = path
    document = try YAMLDocument.read(path: path)
    let yaml = YAMLReader(document)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    if var keys = yaml.mapping(document.root, "a recipe"),
      let kindValue = keys.required("report"), let kind = yaml.text(kindValue, "the kind of report")
    {
      if let found = Self.kinds.first(where: { $0.name == kind }) {
        arguments = [kind]
        for key in RecipeKey.common + found.verb.recipeKeys {
          guard let value = keys.optional(key.name) else { continue }
          add(value, of: key, in: folder, yaml)
        }
        keys.finish()
      } else {
        yaml.report(
          "recipe.kind", at: kindValue, "there is no report \"\(kind)\"",
          remedy: NearMiss.remedy(for: kind, among: Self.kinds.map(\.name)))
      }
    }
    guard !yaml.log.hasErrors else { throw InputFailure(.badData, yaml.log) }
  }

  private mutating func add(
    _ value: YAMLValue, of key: RecipeKey, in folder: String, _ yaml: YAMLReader
  ) {
    if let option = key.option { places.append((option, value)) }
    if key.kind == .flag {
      if yaml.flag(value, "\"\(key.name)\"") == true {
        arguments += [key.option].compactMap(\.self)
      }
      return
    }
    var texts = yaml.listOrOne(value).compactMap { yaml.text($0, "\"\(key.name)\"") }
    switch key.kind {
    case .text, .flag: break
    case .series: texts = [texts.joined(separator: ",")]
    case .file: texts = texts.map { Self.path($0, in: folder) }
    }
    for text in texts {
      // In one piece, so that a value that begins with a hyphen is still a value.
      arguments.append(key.option.map { "\($0)=\(text)" } ?? text)
    }
  }

  /// A file beside the recipe, without the steps up that its folder takes back.
  private static func path(_ path: String, in folder: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var parts: [Substring] = []
    for part in (folder + path).split(separator: "/", omittingEmptySubsequences: false) {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The failure at the key that a message about an option is about; nil when it is not of this file.
  func failure(for message: String) -> InputFailure? {
    let words = message.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    guard let (option, value) = places.first(where: { words.contains(Substring($0.option)) }) else {
      return nil
    }
    let text =
      message.hasPrefix("\(option): ") ? String(message.dropFirst(option.count + 2)) : message
    return InputFailure(
      .badData,
      Finding(
        "recipe.value", at: document.place(of: value), text,
        excerpt: document.excerpt(line: value.line)))
  }
}
