public import Findings

/// The explanations of all kinds of findings, and the words of the field.
public struct ExplanationBook: Sendable {
  /// The families, by name.
  public let families: [ExplanationFamily]
  /// The words of the field and of letters.
  public let glossary: Glossary

  /// The pages that are compiled into this module.
  public static let standard: ExplanationBook = ExplanationBook(
    families: EmbeddedTexts.all.filter { $0.name != glossaryPage }.map { file in
      ExplanationFamily(name: String(file.name.prefix { $0 != "." }), page: file.text)
    },
    glossary: Glossary(
      page: EmbeddedTexts.all.first { $0.name == glossaryPage }?.text ?? ""))

  private static let glossaryPage = "glossary.md"

  /// Every explanation, family by family.
  public var explanations: [Explanation] { families.flatMap(\.explanations) }

  /// What a name means to somebody who looks something up.
  public enum Entry: Hashable, Sendable {
    /// A kind, or those that share the word after the dot.
    case kinds([Explanation])
    /// All kinds of a family.
    case family(ExplanationFamily)
    /// A word of the field ("accelerator") or of letters ("kicker"), and the kinds that share it.
    case terms([GlossaryTerm], kinds: [Explanation])
  }

  /// Looks up a kind ("plan.tiers"), the word after its dot ("tiers"), a family ("plan"), or a word of
  /// the glossary ("kicker").
  ///
  /// - Throws: `InputFailure` with what was probably meant.
  /// - Complexity: O(number of explanations).
  public func entry(named name: String) throws(InputFailure) -> Entry {
    let all = explanations
    let wanted = name.lowercased()
    if let explanation = all.first(where: { $0.kind.rawValue == wanted }) {
      return .kinds([explanation])
    }
    if let family = families.first(where: { $0.name == wanted }) { return .family(family) }
    let namesakes = all.filter { $0.kind.rawValue.dropFirst($0.family.count + 1) == wanted }
    let terms = glossary.terms(named: name)
    if !terms.isEmpty { return .terms(terms, kinds: namesakes) }
    if !namesakes.isEmpty { return .kinds(namesakes) }
    let names = all.map(\.kind.rawValue)
    let near =
      NearMiss.closest(to: wanted, among: names)
      ?? NearMiss.closest(to: wanted, among: families.map(\.name))
      ?? NearMiss.closest(to: wanted, among: glossary.terms.flatMap(\.names))
      ?? names.first { name in
        // A slip in the word after the dot alone.
        NearMiss.closest(to: wanted, among: [String(name.drop { $0 != "." }.dropFirst())]) != nil
      }
    throw InputFailure(
      .usage,
      Finding(
        "explain.unknown-name", at: Place(file: "explain"),
        "nothing that is found and no word of the field is called \"\(name)\"",
        remedy: near.map { "did you mean \"\($0)\"?" } ?? "leave the name out to see all"))
  }
}

extension FindingLog {
  /// The kinds of which the book says more, each once, in the order found; that nothing has the name
  /// that was looked up is none of them.
  ///
  /// - Complexity: O(number of findings that were kept).
  public var kindsToExplain: [Finding.Kind] {
    var kinds: [Finding.Kind] = []
    for kind in findings.map(\.kind) where !kinds.contains(kind) {
      if kind != "explain.unknown-name" { kinds.append(kind) }
    }
    return kinds
  }
}
