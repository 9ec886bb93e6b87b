import Answers
import ArgumentParser
import Findings
import Reporting
import YAMLReading

/// A key of a recipe.
struct RecipeKey {
  /// The key, with what its value looks like and what it means.
  let grammar: Grammar.Key
  /// The setting that it stands for.
  let parameter: Parameter
  /// What its value is.
  let form: WrittenForm
  /// Whether it names files, which are looked for beside the recipe.
  let namesFiles: Bool
  /// Refuses texts that are not what is expected.
  let check: (_ texts: [String]) throws(InputFailure) -> Void

  /// The name.
  var name: String { grammar.name }
}

/// A report as a file: its kind and its settings, so that it can be made again without typing them.
struct Recipe {
  /// The keys of every kind of report.
  static var commonKeys: [RecipeKey] { ReportFrame.settings.compactMap(\.key) }

  /// The keys of the recipe of a kind.
  static func grammar(_ kind: String, _ verb: any ReportVerb.Type) -> Grammar {
    let report = Grammar.Key("report", .words([kind]), required: true, "the kind of the report")
    return Grammar(
      "\(kind) recipe", what: "a recipe",
      [report] + (Self.commonKeys + verb.recipeKeys).map(\.grammar))
  }

  /// The keys as the manual shows them: those of every kind, and those of each kind besides.
  static var tables: [Grammar] {
    let report = Grammar.Key(
      "report", .words(ReportTool.kindNames), required: true, "the kind of the report")
    return [Grammar("recipe", [report] + commonKeys.map(\.grammar))]
      + ReportTool.kinds.map { Grammar("\($0.kind) recipe", $0.recipeKeys.map(\.grammar)) }
  }

  /// The JSON Schema of recipes, for editors that complete and check YAML.
  static var schema: String {
    Grammar.schema(title: "OnTarget recipe", anyOf: ReportTool.kinds.map { grammar($0.kind, $0) })
  }

  /// The path of the file.
  let path: String
  /// The kind of the report.
  private(set) var kind = ""
  private var settings: [Parameter: (texts: [String], value: YAMLValue)] = [:]
  private var names: [Parameter: String] = [:]
  private let document: YAMLDocument

  /// Reads a recipe.
  ///
  /// - Throws: `.noInput` when it cannot be opened, `.badData` with every error in it.
  init(path: String) throws(InputFailure) {
    try self.init(try YAMLDocument.read(path: path))
  }

  /// Reads a recipe that is open.
  init(_ document: YAMLDocument) throws(InputFailure) {
    path = document.file
    self.document = document
    let yaml = YAMLReader(document)
    let folder = document.folder
    if var top = yaml.mapping(document.root, "a recipe"),
      let kindValue = top.required("report"), let kind = yaml.text(kindValue, "the kind of report")
    {
      self.kind = kind
      if let verb = ReportTool.kinds.first(where: { $0.kind == kind }) {
        let keys = yaml.group(document.root, Self.grammar(kind, verb))
        for key in Self.commonKeys + verb.recipeKeys {
          names[key.parameter] = key.name
          if let value = keys?[key.name] { add(value, of: key, in: folder, yaml) }
        }
      } else {
        yaml.report(
          "recipe.kind", at: kindValue, "there is no report \"\(kind)\"",
          remedy: NearMiss.remedy(for: kind, among: ReportTool.kindNames))
      }
    }
    guard !yaml.log.hasErrors else { throw InputFailure(.badData, yaml.log) }
  }

  private mutating func add(
    _ value: YAMLValue, of key: RecipeKey, in folder: String, _ yaml: YAMLReader
  ) {
    let texts: [String]
    switch key.form {
    case .flag:
      guard let flag = yaml.flag(value, "\"\(key.name)\"") else { return }
      texts = ["\(flag)"]
    case .one:
      guard let text = yaml.text(value, "\"\(key.name)\"") else { return }
      texts = [text]
    case .several, .series:
      let values = yaml.listOrOne(value)
      let read = values.compactMap { yaml.text($0, "\"\(key.name)\"") }
      guard read.count == values.count else { return }
      guard !values.isEmpty else {
        yaml.report("recipe.empty", at: value, "\"\(key.name)\" is empty", remedy: "leave it out")
        return
      }
      texts = key.form == .series ? [read.joined(separator: ",")] : read
    }
    do throws(InputFailure) {
      let found = key.namesFiles ? try Self.paths(texts, in: folder) : texts
      settings[key.parameter] = (found, value)
      try key.check(found)
    } catch {
      for finding in error.log.findings { yaml.report(placed(finding, at: value)) }
    }
  }

  /// What the recipe says of a setting; nil for nothing.
  func texts(of parameter: Parameter) -> [String]? { settings[parameter]?.texts }

  /// The language that it asks for; nil where it says none.
  var language: Language? { texts(of: .locale)?.last.flatMap { Language(code: $0) } }

  // MARK: Findings

  /// The same failure where what is about a setting of the recipe is at its key.
  ///
  /// - Parameters:
  ///   - failure: The failure.
  ///   - typed: What was typed, and so is not the recipe's.
  /// - Returns: The failure, of wrong data where a setting of the recipe is at fault.
  func placing(_ failure: InputFailure, besides typed: Typed) -> InputFailure {
    var code = failure.code
    let log = placing(failure.log, besides: typed) { code = .badData }
    return InputFailure(code, log)
  }

  /// The same findings where those about a setting of the recipe are at its key.
  func placing(
    _ log: FindingLog, besides typed: Typed, found: () -> Void = {}
  ) -> FindingLog {
    log.mapping { finding in
      guard case .parameter(let parameter) = finding.subject, typed[parameter] == nil,
        let value = settings[parameter]?.value
      else { return finding }
      found()
      return placed(finding, at: value)
    }
  }

  private func placed(_ finding: Finding, at value: YAMLValue) -> Finding {
    var finding = finding
    finding.subject = .place(document.place(of: value))
    finding.excerpt = document.excerpt(line: value.line)
    // Other settings that it speaks of are keys here, as far as there is one.
    let spell = { [names] (parameter: Parameter, value: String?) -> String in
      guard let name = names[parameter] else { return parameter.spelled(with: value) }
      return name + (value.map { ": \($0)" } ?? "")
    }
    finding.message = finding.message.spelling(spell)
    finding.remedy = finding.remedy?.spelling(spell)
    return finding
  }

  /// Bundled files, or files beside the recipe.
  private static func paths(
    _ paths: [String], in folder: String
  ) throws(InputFailure) -> [String] {
    try BundledFiles.resolve(
      paths.map { $0.hasPrefix(BundledFiles.scheme) ? $0 : path($0, in: folder) })
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
    let names = ReportTool.kindNames
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
