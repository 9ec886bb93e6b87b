public import Findings

/// Reads typed values out of a document and collects everything that is wrong with them.
///
/// A method that returns nil has reported why, so a caller collects what it can and looks at
/// `log` once at the end.
public final class YAMLReader {
  /// The document that is read.
  public let document: YAMLDocument
  /// What was found so far, each fault once.
  public private(set) var log: FindingLog = FindingLog()
  private var reported: Set<Finding> = []

  /// Creates a reader of a document.
  public init(_ document: YAMLDocument) {
    self.document = document
  }

  /// Adds a finding at a value, unless the same one was made before.
  public func report(
    _ kind: Finding.Kind, _ severity: Severity = .error, at value: YAMLValue, _ message: Inline,
    remedy: Inline? = nil
  ) {
    let finding = Finding(
      kind, severity, at: document.place(of: value), message,
      excerpt: document.excerpt(line: value.line), remedy: remedy)
    report(finding)
  }

  /// Adds a finding that was made elsewhere, with its line as the excerpt where it is in this file.
  package func report(_ finding: Finding) {
    var finding = finding
    if finding.excerpt == nil, let place = finding.place, place.file == document.file,
      let line = place.line
    {
      finding.excerpt = document.excerpt(line: line)
    }
    if reported.insert(finding).inserted { log.add(finding) }
  }

  /// Returns the text of a scalar.
  public func text(_ value: YAMLValue, _ what: Inline) -> String? {
    if let text = value.text { return text }
    report("yaml.type", at: value, "\(what) must be text, but this is \(value.kindInWords)")
    return nil
  }

  /// Returns the elements of a list.
  public func list(_ value: YAMLValue, _ what: Inline) -> [YAMLValue]? {
    if let elements = value.elements { return refusingGroups(elements) }
    report("yaml.type", at: value, "\(what) must be a list, but this is \(value.kindInWords)")
    return nil
  }

  /// Returns the elements of a list, or a lone value as a list of one.
  public func listOrOne(_ value: YAMLValue) -> [YAMLValue] {
    value.elements.map(refusingGroups) ?? [value]
  }

  /// Reports `[2,500]`, which is a list of 2 and 500 where 2,500 may be meant.
  private func refusingGroups(_ elements: [YAMLValue]) -> [YAMLValue] {
    for (value, next) in zip(elements, elements.dropFirst()) {
      guard let lead = value.text, let group = next.text, value.line == next.line,
        next.column == value.column + lead.count + 1, (1...3).contains(lead.count),
        group.count == 3, (lead + group).allSatisfy(\.isNumber)
      else { continue }
      report(
        "yaml.comma", at: value, "\(lead),\(group) may be one number or two",
        remedy: group.hasPrefix("0")
          ? "write \(lead)\(group) or \"\(lead),\(group)\" for one"
          : "write \(lead)\(group) or \"\(lead),\(group)\" for one, \(lead), \(group) for two")
    }
    return elements
  }

  /// Returns the entries of a mapping.
  public func mapping(_ value: YAMLValue, _ what: Inline) -> YAMLMapping? {
    guard value.entries != nil else {
      report(
        "yaml.type", at: value, "\(what) must be a group of keys, but this is \(value.kindInWords)")
      return nil
    }
    return YAMLMapping(value, what: what, reader: self)
  }

  /// Returns true for `true` and `yes`, false for `false` and `no`, in any case.
  public func flag(_ value: YAMLValue, _ what: Inline) -> Bool? {
    switch value.text?.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(
        "yaml.type", at: value, "\(what) must be true or false, but this is \(value.kindInWords)")
      return nil
    }
  }

  /// Returns a whole number that lies in a range.
  public func integer(_ value: YAMLValue, _ what: Inline, in range: ClosedRange<Int>) -> Int? {
    if let text = value.text, let number = Int(text), range.contains(number) { return number }
    report(
      "yaml.type", at: value,
      "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound), but this is \(value.kindInWords)"
    )
    return nil
  }

  /// Returns one of several words.
  public func choice<Value>(
    _ value: YAMLValue, _ what: Inline, among choices: KeyValuePairs<String, Value>
  ) -> Value? {
    if let text = value.text {
      for (name, choice) in choices where name == text.lowercased() { return choice }
    }
    let names = choices.map(\.key)
    report(
      "yaml.choice", at: value,
      "\(what) must be one of \(names.joined(separator: ", ")), but this is \(value.kindInWords)",
      remedy: value.text.flatMap { NearMiss.closest(to: $0, among: names) }.map {
        "did you mean \"\($0)\"?"
      })
    return nil
  }
}
