import ArgumentParser
import Findings
import YAMLReading

/// A key of a recipe and the argument of the command that it stands for.
struct RecipeKey {
  /// What a value is.
  enum Kind {
    /// A word or a number.
    case text
    /// Words or conditions, each an argument.
    case texts
    /// A list or range of numbers, which one argument takes.
    case series
    /// Yes or no.
    case flag
    /// A file, looked for beside the recipe.
    case file
    /// Files, each an argument.
    case files
  }

  let name: String
  /// The option; nil for an argument without a name.
  let option: String?
  let kind: Kind

  /// An argument without a name has to be there.
  var isRequired: Bool { option == nil }

  init(_ name: String, _ kind: Kind, as option: String?) {
    self.name = name
    self.option = option
    self.kind = kind
  }

  /// The keys of every kind of report.
  static let common: [RecipeKey] = [
    RecipeKey("sections", .texts, as: "--section"), RecipeKey("language", .text, as: "--locale"),
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
  /// The kind of the report.
  private(set) var kind = ""
  private var arguments: [(option: String?, text: String)] = []
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
      self.kind = kind
      if let found = Self.kinds.first(where: { $0.name == kind }) {
        for key in RecipeKey.common + found.verb.recipeKeys {
          let value = key.isRequired ? keys.required(key.name) : keys.optional(key.name)
          if let value { add(value, of: key, in: folder, yaml) }
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
      if yaml.flag(value, "\"\(key.name)\"") == true { arguments.append((key.option, "")) }
      return
    }
    let isOne = key.kind == .text || key.kind == .file
    let values = isOne ? [value] : yaml.listOrOne(value)
    if values.isEmpty {
      yaml.report("recipe.empty", at: value, "\"\(key.name)\" is empty", remedy: "leave it out")
    }
    var texts = values.compactMap { yaml.text($0, "\"\(key.name)\"") }
    switch key.kind {
    case .text, .texts, .flag: break
    case .series: texts = [texts.joined(separator: ",")]
    case .file, .files: texts = texts.map { Self.path($0, in: folder) }
    }
    arguments += texts.map { (key.option, $0) }
  }

  /// The arguments of the report that the recipe describes, where what is typed wins over it.
  func arguments(besides typed: [String]) -> [String] {
    let own = arguments.filter { argument in
      guard let option = argument.option else { return true }
      return !typed.contains { $0 == option || $0.hasPrefix(option + "=") }
    }
    // In one piece, so that a value that begins with a hyphen is still a value.
    return [kind]
      + own.map { argument in
        switch argument.option {
        case let option? where argument.text.isEmpty: option
        case let option?: "\(option)=\(argument.text)"
        case nil: argument.text
        }
      } + typed
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

  /// The same failure at the key of the option that it is about; nil when it is not of this file.
  func failure(for failure: InputFailure) -> InputFailure? {
    guard var finding = failure.log.findings.first,
      case .parameter(let parameter) = finding.subject,
      let value = places.first(where: { $0.option == parameter.option })?.value
    else { return nil }
    finding.kind = "recipe.value"
    finding.subject = .place(document.place(of: value))
    finding.excerpt = document.excerpt(line: value.line)
    return InputFailure(.badData, finding)
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
        "recipe.value", at: document.place(of: value), Inline(text),
        excerpt: document.excerpt(line: value.line)))
  }
}

extension Recipe {
  /// Finds the recipe in the arguments of `ontarget report`.
  ///
  /// It is the first argument, after the name of a kind if there is one, that is a file with the key
  /// of a recipe; plans and offers have none.
  ///
  /// - Returns: The recipe and the arguments beside it; nil where there is none.
  /// - Throws: `InputFailure` for what is wrong in the recipe, `ValidationError` for a kind that is none.
  static func find(in arguments: [String]) throws -> (recipe: Recipe, typed: [String])? {
    guard arguments.first == "report" else { return nil }
    var typed = Array(arguments.dropFirst())
    let names = kinds.map(\.name)
    let named = typed.first.flatMap { names.contains($0) ? $0 : nil }
    if named != nil { typed.removeFirst() }
    if named == nil, let first = typed.first, !first.hasPrefix("-") {
      guard first.contains(".") || first.contains("/") else {
        if first == "help" { return nil }
        throw ValidationError(
          "there is no report \"\(first)\"; \(NearMiss.remedy(for: first, among: names) ?? "")")
      }
      typed.removeFirst()
      return (try Recipe(path: first), typed)
    }
    let index = typed.firstIndex { argument in
      guard argument.hasSuffix(".yaml") || argument.hasSuffix(".yml") else { return false }
      let keys = (try? YAMLDocument.read(path: argument))?.root.entries ?? []
      return keys.contains { $0.name == "report" }
    }
    guard let index else { return nil }
    let recipe = try Recipe(path: typed.remove(at: index))
    if let named, named != recipe.kind {
      throw ValidationError("\(recipe.path) is a recipe for the report \"\(recipe.kind)\"")
    }
    return (recipe, typed)
  }
}
