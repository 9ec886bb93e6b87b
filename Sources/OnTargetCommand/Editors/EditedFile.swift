import Amounts
import CareerAnswers
import Findings
import PayPlans
import Phrases
import PlanFiles
import Reports
import YAMLReading

/// A file in YAML as somebody edits it: what is wrong with it, what may stand at a place, and what its
/// rules pay.
struct EditedFile {
  /// The path, which the files that it names are looked for beside.
  let path: String
  /// The lines as they are on the screen.
  let lines: [Substring]
  /// What was found, as `ontarget check` finds it.
  let findings: [Finding]
  /// The file as values; of the last text that could be read.
  let document: YAMLDocument?
  /// The plan; nil in other files and while something is wrong.
  let plan: Plan?
  private let grammar: Grammar?
  /// The text.
  let text: String

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: What the editor holds, saved or not.
  ///   - path: Where it is saved.
  ///   - before: The same file before the last change: what it names is known while a change is not YAML.
  init(_ text: String, path: String, before: EditedFile? = nil) {
    self.path = path
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var read: YAMLDocument?
    var log = FindingLog()
    do throws(InputFailure) {
      let document = try YAMLDocument(text: text, file: path)
      read = document
      let checker = YAMLChecker { (document) throws(InputFailure) in _ = try Recipe(document) }
      log = try checker.check(document).log
    } catch {
      log = error.log
    }
    document = read ?? before?.document
    let known = document.flatMap { FileKind.kind(of: $0) }
    // Most YAML is of other programs.
    findings = known != nil || Self.isNamed(text) ? log.findings : []
    let kind = known ?? .plan
    grammar = document.flatMap { Self.grammar(of: kind, $0) } ?? Grammar.plan
    plan = kind == .plan ? read.flatMap { try? Plan.read($0).plan } : nil
  }

  /// Whether a line says that it is a file of this program, although it may not be YAML yet.
  private static func isNamed(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      FileKind.naming.contains { line.hasPrefix("\($0.key):") }
    }
  }

  private static func grammar(of kind: FileKind, _ document: YAMLDocument) -> Grammar? {
    switch kind {
    case .offer: return .offer
    case .ladder: return .ladder
    case .role: return .roleFile
    case .recipe:
      let name = document.root.entries?.first { $0.name == "report" }?.value.text
      return ReportTool.kinds.first { $0.kind == name }.map { Recipe.grammar($0.kind, $0) }
        ?? Recipe.tables.first
    default: return .plan
    }
  }

  /// The name of this file in front of a finding that is of another one.
  func message(of finding: Finding) -> String {
    var text = finding.message.plainText
    if let place = finding.place, place.file != path { text = "\(place): \(text)" }
    if let remedy = finding.remedy { text += "\n\(remedy.plainText)" }
    return text
  }
}

// MARK: Completing

extension EditedFile {
  /// What may be typed at a place.
  struct Completion {
    /// What is shown and typed.
    var label: String
    /// What is typed, where it is more than that.
    var typed: String
    /// What a value looks like.
    var detail: String
    /// What it means, in Markdown.
    var help: String
    var isKey: Bool
  }

  /// What may be typed at a line and a column, both from 0 and in characters.
  func completions(line: Int, column: Int) -> [Completion] {
    guard let grammar, lines.indices.contains(line) else { return [] }
    let before = lines[..<line].joined(separator: "\n") + (line > 0 ? "\n" : "")
    let head = before + lines[line].prefix(column)
    guard let context = CursorContext(before: head[...]) else { return [] }
    let kinds = Self.kinds(at: context.path, in: grammar)
    if context.isValue { return values(of: kinds) }
    let siblings = Set(
      document?.value(at: context.path)?.entries?.filter { $0.key.line != line + 1 }.map(\.name)
        ?? [])
    var groups = kinds.flatMap(\.groups)
    let fitting = groups.filter { group in siblings.allSatisfy { group.key($0) != nil } }
    if !fitting.isEmpty { groups = fitting }
    var known = siblings
    return groups.flatMap(\.keys).filter { known.insert($0.name).inserted }.map { key in
      Completion(
        label: key.name, typed: "\(key.name): ", detail: key.kind.words, help: key.markdown,
        isKey: true)
    }
  }

  private func values(of kinds: [ValueKind]) -> [Completion] {
    var names = kinds.flatMap(\.choices)
    if kinds.contains(where: \.namesMeasure) { names += measureNames }
    return names.map {
      Completion(label: $0, typed: $0, detail: "", help: "", isKey: false)
    }
  }

  private var measureNames: [String] {
    document?.value(at: [.key("measures")])?.entries?.map(\.name) ?? []
  }

  /// What the value at the end of a way may look like.
  private static func kinds(at path: [CursorContext.Step], in grammar: Grammar) -> [ValueKind] {
    path.reduce([.group(grammar)]) { kinds, step in kinds.flatMap { $0.inside(step) } }
  }
}

// MARK: Reading

extension EditedFile {
  /// A key of the file, with what the format says of it.
  struct WrittenKey {
    var entry: YAMLValue.Entry
    var key: Grammar.Key?
    /// The kinds that its value may be of.
    var kinds: [ValueKind]
  }

  /// The key whose name or plain value is at a line and a column, both from 0.
  func key(line: Int, column: Int) -> WrittenKey? {
    guard let grammar, let document else { return nil }
    func isHere(_ value: YAMLValue) -> Bool {
      guard let text = value.text, value.line == line + 1 else { return false }
      return (value.column - 1...value.column - 1 + text.count).contains(column)
    }
    func search(_ value: YAMLValue, _ kinds: [ValueKind]) -> WrittenKey? {
      for entry in value.entries ?? [] {
        let inner = kinds.flatMap { $0.inside(.key(entry.name)) }
        let key = kinds.flatMap(\.groups).lazy.compactMap { $0.key(entry.name) }.first
        if isHere(entry.key) || isHere(entry.value) {
          return WrittenKey(entry: entry, key: key, kinds: inner)
        }
        if let found = search(entry.value, inner) { return found }
      }
      for (index, element) in (value.elements ?? []).enumerated() {
        if let found = search(element, kinds.flatMap { $0.inside(.element(index)) }) {
          return found
        }
      }
      return nil
    }
    return search(document.root, [.group(grammar)])
  }

  /// What is said of a place, in Markdown: what the key does, and what its rule pays.
  func help(line: Int, column: Int) -> String? {
    guard let written = key(line: line, column: column) else { return nil }
    var paragraphs: [String] = []
    if let key = written.key {
      paragraphs.append("`\(key.name)`: \(key.kind.words)\n\n\(key.markdown)")
    }
    if let plan, let index = component(at: line + 1) {
      let component = plan.components[index]
      paragraphs.append(component.summary(in: plan).plainText)
      let amounts = Self.attainments.compactMap { attainment -> String? in
        guard let earnings = try? plan.earnings(attainment: attainment),
          earnings.components.indices.contains(index)
        else { return nil }
        return "\(Self.percent(attainment)): \(earnings.components[index].earned)"
      }
      if !amounts.isEmpty {
        paragraphs.append("At an attainment of " + amounts.joined(separator: ", at "))
      }
    }
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }

  private static let attainments: [Ratio] = [50, 80, 100, 120, 150].compactMap {
    try? Ratio($0, over: 100)
  }

  private static func percent(_ share: Ratio) -> String {
    (Inline.percentage(share) as Inline).plainText
  }

  /// The component that a line is of.
  private func component(at line: Int) -> Int? {
    guard let plan, let end = document?.value(at: [.key("components")])?.lastLine, line <= end
    else { return nil }
    return plan.components.lastIndex { $0.place?.line.map { $0 <= line } ?? false }
  }

  /// Money beside lines: what the plan and each of its components pay at quota.
  var lenses: [(line: Int, title: String)] {
    guard let plan, let earnings = try? plan.earnings(attainment: .one) else { return [] }
    var title = "at quota: \(earnings.incentive) of incentive"
    if let variable = plan.variable, .zero < variable,
      let paid = try? earnings.incentive.majorUnits / variable
    {
      title += ", \(Self.percent(paid)) of the target"
    }
    if earnings.base.minorUnits != 0 {
      title += ", \(earnings.base + earnings.incentive) with base"
    }
    let components = zip(plan.components, earnings.components).compactMap { component, pay in
      component.place?.line.map { (line: $0, title: "at quota: \(pay.earned)") }
    }
    return [(line: plan.place?.line ?? 1, title: title)] + components
  }

  /// Where the measure is defined that is named at a line and a column, both from 0.
  func definition(line: Int, column: Int) -> YAMLValue? {
    guard let written = key(line: line, column: column), let name = written.entry.value.text,
      written.kinds.contains(where: \.namesMeasure)
    else { return nil }
    return document?.value(at: [.key("measures")])?.entries?.first { $0.name == name }?.key
  }
}

// MARK: Ways

extension YAMLDocument {
  /// The value at the end of a way; nil where it ends before.
  fileprivate func value(at path: [CursorContext.Step]) -> YAMLValue? {
    path.reduce(root as YAMLValue?) { value, step in
      switch step {
      case .key(let name): value?.entries?.first { $0.name == name }?.value
      case .element(let index):
        value?.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
  }
}

extension YAMLValue {
  /// The last line on which something of it begins.
  fileprivate var lastLine: Int {
    let inner = (entries?.map(\.value) ?? []) + (elements ?? [])
    return inner.map(\.lastLine).max() ?? line
  }
}

extension ValueKind {
  /// The kinds that stand behind a step into a value of this kind.
  fileprivate func inside(_ step: CursorContext.Step) -> [ValueKind] {
    switch (self, step) {
    case (.group(let grammar), .key(let name)): grammar.key(name).map { [$0.kind] } ?? []
    case (.named(let kind, _), .key): [kind]
    case (.list(let kind, _), .element): [kind]
    case (.either(let kinds), _): kinds.flatMap { $0.inside(step) }
    case (.defined(_, let kind, _), _): kind.inside(step)
    default: []
    }
  }

  /// The groups that a value of this kind may be.
  fileprivate var groups: [Grammar] {
    switch self {
    case .group(let grammar): [grammar]
    case .either(let kinds): kinds.flatMap(\.groups)
    case .defined(_, let kind, _): kind.groups
    default: []
    }
  }

  /// The words that a value may be.
  fileprivate var choices: [String] {
    switch self {
    case .words(let words): words
    case .flag: ["true", "false"]
    case .either(let kinds): kinds.flatMap(\.choices)
    case .defined(_, let kind, _): kind.choices
    default: []
    }
  }

  /// Whether a value names a measure.
  fileprivate var namesMeasure: Bool {
    switch self {
    case .scalar(let scalar): scalar.words == "measure"
    case .either(let kinds): kinds.contains(where: \.namesMeasure)
    case .defined(_, let kind, _): kind.namesMeasure
    default: false
    }
  }
}

extension Grammar.Key {
  /// What it means, with what holds without it.
  fileprivate var markdown: String {
    if isRequired { return "\(help) (required)" }
    return standard.map { "\(help) (default: \($0))" } ?? help
  }
}
