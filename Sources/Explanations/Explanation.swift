public import Findings

/// What a kind of finding means, why it harms, who had it, and how to mend it.
public struct Explanation: Hashable, Sendable {
  /// A stretch of a file, or a call, that has the fault or is free of it.
  public struct Example: Hashable, Sendable {
    /// The language of the text: "yaml", "csv", "sh" …
    public var language: String
    /// The text, each line with its end.
    public var text: String
  }

  /// The kind, such as "plan.tiers".
  public var kind: Finding.Kind
  /// What it means: paragraphs of Markdown, the first sentence of which can stand alone.
  public var meaning: [String]
  /// What goes wrong where it is left as it is, in Markdown.
  public var harm: String
  /// The published plan or file that had it, with its publisher, in Markdown; nil where none is known.
  public var seen: String?
  /// What to do, in Markdown.
  public var mend: String
  /// Something that has it; nil where no few lines could show it, as with a disk that is full.
  public var before: Example?
  /// The same without it.
  public var after: Example?

  /// The family, which is the word before the dot.
  public var family: String { String(kind.rawValue.prefix { $0 != "." }) }

  /// The first sentence of the meaning.
  public var summary: String {
    guard let first = meaning.first else { return "" }
    return first.firstRange(of: ". ").map { String(first[..<$0.lowerBound]) + "." } ?? first
  }
}

/// The kinds of findings about one thing, such as pay plans.
public struct ExplanationFamily: Hashable, Sendable {
  /// The word before the dot of its kinds, such as "plan".
  public var name: String
  /// The title, such as "Pay plans".
  public var title: String
  /// Where such findings come from, in Markdown.
  public var introduction: String
  /// The explanations, in the order of the page.
  public var explanations: [Explanation]
}
