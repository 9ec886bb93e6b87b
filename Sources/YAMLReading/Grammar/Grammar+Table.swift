extension Grammar {
  /// The key table of the manual, in Markdown.
  package var table: String {
    var lines = ["| key | value | default | meaning |", "| --- | --- | --- | --- |"]
    for key in keys {
      let standard = key.isRequired ? "required" : key.standard ?? ""
      lines.append("| `\(key.name)` | \(key.kind.words) | \(standard) | \(key.help) |")
    }
    return lines.map { $0.replacing("|  |", with: "| |") + "\n" }.joined()
  }
}

extension Grammar {
  /// Returns a manual with the table of a group below each line `<!-- keys: NAME -->`, and the groups shown.
  ///
  /// A table that stands there is replaced.
  ///
  /// - Complexity: O(length of the manual).
  package func writingTables(into manual: String) -> (text: String, groups: [String]) {
    var lines: [Substring] = []
    var shown: [String] = []
    var isInTable = false
    for line in manual.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInTable, line.hasPrefix("|") { continue }
      isInTable = false
      lines.append(line)
      guard line.hasPrefix("<!-- keys: "), line.hasSuffix(" -->") else { continue }
      let name = String(line.dropFirst(11).dropLast(4))
      guard let group = groups.first(where: { $0.name == name }) else { continue }
      shown.append(name)
      lines += group.table.split(separator: "\n")
      isInTable = true
    }
    return (lines.joined(separator: "\n"), shown)
  }
}

extension ValueKind {
  /// The kind in words, for key tables and editors.
  package var words: String {
    let words = alternatives
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private var alternatives: [String] {
    switch self {
    case .scalar(let scalar): [scalar.words]
    case .words(let words): words.map { "`\($0)`" }
    case .flag: ["`true`", "`false`"]
    case .integer(let range): ["whole number from \(range.lowerBound) to \(range.upperBound)"]
    case .list(let kind, _): ["list of \(kind.plural)"]
    case .named(let kind, _): ["\(kind.words) by name"]
    case .group(let grammar): [grammar.summary]
    case .either(let kinds): kinds.flatMap(\.alternatives)
    case .defined(_, let kind, let words): words.map { [$0] } ?? kind.alternatives
    }
  }

  private var plural: String {
    switch self {
    case .scalar(let scalar): scalar.words + "s"
    case .group(let grammar) where grammar.isLarge: grammar.name + "s"
    case .defined(_, _, let words?): words + "s"
    case .either(let kinds): kinds.map(\.plural).joined(separator: " or ")
    default: words
    }
  }
}

extension Grammar {
  /// Whether it has too many keys for a cell.
  fileprivate var isLarge: Bool { keys.count > 3 }

  /// The group in a cell: its keys where they are few, else its name.
  fileprivate var summary: String {
    isLarge ? name : "`{" + keys.map { "\($0.name): …" }.joined(separator: ", ") + "}`"
  }
}
