internal import Findings
internal import Yams

extension YAMLDocument {
  /// Returns a finding for what Yams could not read, with the place that libyaml names.
  static func finding(for error: any Error, file: String, lines: [String]) -> Finding {
    guard let error = error as? YamlError else {
      return Finding("yaml.syntax", at: Place(file: file), "this is not YAML: \("\(error)")")
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return syntaxFinding(problem, at: mark, file: file, lines: lines)
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let mark = secondUse(of: name, after: context.mark, lines: lines)
      return Finding(
        "yaml.duplicate-key",
        at: Place(file: file, line: mark.line, column: mark.column),
        "the key \"\(name)\" is written twice here; the first is on line \(context.mark.line)",
        excerpt: lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : nil,
        remedy: "keep one of the two")
    case .reader(let problem, let offset, _, let yaml):
      guard let offset,
        let end = yaml.index(yaml.startIndex, offsetBy: offset, limitedBy: yaml.endIndex)
      else { return Finding("yaml.syntax", at: Place(file: file), Inline(problem)) }
      let lead = yaml[..<end]
      let line = lead.count { $0.isNewline } + 1
      let column = lead.reversed().prefix { !$0.isNewline }.count + 1
      return Finding(
        "yaml.syntax", at: Place(file: file, line: line, column: column),
        "a character that YAML does not allow: \(problem)")
    default:
      return Finding("yaml.syntax", at: Place(file: file), "this is not YAML: \("\(error)")")
    }
  }

  private static func syntaxFinding(
    _ problem: String, at mark: Mark, file: String, lines: [String]
  ) -> Finding {
    let excerpt = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : nil
    var remedy: Inline?
    if excerpt?.contains("\t") == true, problem.contains("token") {
      remedy = "indent with spaces; YAML does not allow tabs"
    } else if problem.contains("mapping values are not allowed") {
      remedy = "put text that holds \": \" in quotes, and check the indentation"
    } else if problem.contains("did not find expected key") {
      remedy = "check the indentation: keys of one group start in the same column"
    }
    return Finding(
      "yaml.syntax", at: Place(file: file, line: mark.line, column: mark.column),
      "this is not YAML: \(problem)", excerpt: excerpt, remedy: remedy)
  }

  /// Finds where a key stands again; Yams names only its first place.
  private static func secondUse(
    of name: String, after mark: Mark, lines: [String]
  ) -> (line: Int, column: Int) {
    for index in lines.indices.dropFirst(mark.line) {
      let rest = lines[index].dropFirst(mark.column - 1)
      let lead = lines[index].prefix(mark.column - 1)
      if lead.allSatisfy({ $0 == " " || $0 == "-" }), rest.hasPrefix("\(name):") {
        return (index + 1, mark.column)
      }
    }
    return (mark.line, mark.column)
  }
}
