/// A word of the field, or of an offer letter.
public struct GlossaryTerm: Hashable, Sendable {
  /// The word and others for the same thing.
  public var names: [String]
  /// What it means, in Markdown; nil for the words of letters, which a key says.
  public var meaning: String?
  /// Who says so, in Markdown; nil where nobody need.
  public var source: String?
  /// The key of a plan or an offer that says it; nil for what is no key.
  public var key: String?
  /// The key with a value, in YAML.
  public var example: String?
}

/// The words of the field, from the page that people read as `docs/glossary.md`.
public struct Glossary: Sendable {
  /// The terms, in the order of the page.
  public let terms: [GlossaryTerm]

  /// Reads a page: tables of terms and of the words of letters, which the first cell of each tells apart.
  ///
  /// A page is part of the program, so that nothing is reported here; tests say what one lacks.
  init(page: String) {
    var terms: [GlossaryTerm] = []
    var isOfLetters = false
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
        .map { $0.trimmed }
      guard cells.count == 3, !cells[0].hasPrefix("---") else { continue }
      if cells[0] == "term" || cells[0] == "the letter" {
        isOfLetters = cells[0] == "the letter"
        continue
      }
      let names = Self.names(in: cells[0])
      let code = cells.map { $0.filter { $0 != "`" } }
      terms.append(
        isOfLetters
          ? GlossaryTerm(names: names, key: code[1], example: code[2] + "\n")
          : GlossaryTerm(
            names: names, meaning: cells[1], source: cells[2].isEmpty ? nil : cells[2]))
    }
    self.terms = terms
  }

  /// The names between commas, which in quotes belong to a name; a remark in parentheses is none.
  private static func names(in cell: String) -> [String] {
    cell.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part in
        index.isMultiple(of: 2)
          ? part.split(separator: ",").map { $0.prefix { $0 != "(" }.trimmed } : [part.trimmed]
      }
      .filter { !$0.isEmpty }
  }

  /// Returns the terms of a name, whatever its capitals and hyphens, in the singular or the plural.
  ///
  /// - Complexity: O(number of terms).
  public func terms(named name: String) -> [GlossaryTerm] {
    let wanted = Self.key(name)
    return terms.filter { $0.names.contains { Self.key($0) == wanted } }
  }

  private static func key(_ name: String) -> String {
    let key = name.lowercased().map { $0 == "-" ? " " : $0 }
    return String(key.last == "s" ? key.dropLast() : key[...])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
