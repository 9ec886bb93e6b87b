public import Findings

/// The explanations of all kinds of findings.
public struct ExplanationBook: Sendable {
  /// The families, by name.
  public let families: [ExplanationFamily]

  /// The pages that are compiled into this module.
  public static let standard: ExplanationBook = ExplanationBook(
    families: EmbeddedTexts.all.map { file in
      ExplanationFamily(name: String(file.name.prefix { $0 != "." }), page: file.text)
    })

  /// Every explanation, family by family.
  public var explanations: [Explanation] { families.flatMap(\.explanations) }

  /// What a name means to somebody who looks something up.
  public enum Entry: Hashable, Sendable {
    /// A kind, or those that share the word after the dot.
    case kinds([Explanation])
    /// All kinds of a family.
    case family(ExplanationFamily)
  }

  /// Looks up a kind ("plan.tiers"), the word after its dot ("tiers"), or a family ("plan").
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
    if !namesakes.isEmpty { return .kinds(namesakes) }
    let names = all.map(\.kind.rawValue)
    let near =
      NearMiss.closest(to: wanted, among: names)
      ?? NearMiss.closest(to: wanted, among: families.map(\.name))
      ?? names.first { name in
        // A slip in the word after the dot alone.
        NearMiss.closest(to: wanted, among: [String(name.drop { $0 != "." }.dropFirst())]) != nil
      }
    throw InputFailure(
      .usage,
      Finding(
        "explain.unknown-name", at: Place(file: "explain"),
        "nothing that is found is called \"\(name)\"",
        remedy: near.map { "did you mean \"\($0)\"?" } ?? "say ontarget explain to see all names"))
  }
}

extension FindingLog {
  /// The line that says where more is written about what was found; nil where nothing was found, or
  /// only that nothing has the name that was looked up.
  ///
  /// - Complexity: O(number of findings that were kept).
  public var invitationToExplain: Inline? {
    var kinds: [String] = []
    for kind in findings.map(\.kind.rawValue) where !kinds.contains(kind) {
      if kind != "explain.unknown-name" { kinds.append(kind) }
    }
    return kinds.isEmpty
      ? nil : "more: \(.code("ontarget explain " + kinds.joined(separator: " ")))"
  }
}
