import Answers
import ArgumentParser
import Explanations
import Reporting

/// `ontarget explain`.
struct Explain: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Say what an error, a warning, a note or a word of the field means, and how to mend it.",
    discussion: """
      The names stand behind "more:" below what is found, and in the JSON and CSV of check. Without a \
      name all of them are listed; the name of a family, such as plan or csv, lists its own. Words of \
      the field and of offer letters, such as kicker, are explained with the key that says them.

      Examples:
        ontarget explain plan.tiers
        ontarget explain deals
        ontarget explain kicker OTE
      """)

  @Argument(help: ArgumentHelp("What was found, such as plan.tiers, or a word.", valueName: "name"))
  var names: [String] = []

  @OptionGroup var output: OutputOptions

  func respond(to call: Call) throws -> Response {
    let book = ExplanationBook.standard
    guard !names.isEmpty else {
      let list = book.document
      let document = Document(
        title: list.title,
        blocks: [
          .paragraph(
            """
            Every finding has a name. \(Inline.code("ontarget explain plan.tiers")) says what one \
            means, why it harms and how to mend it; \(Inline.code("ontarget explain plan")) lists \
            those of one family.
            """)
        ] + list.blocks)
      return Response(answer: Explained(document: document, explanations: book.explanations))
    }
    var documents: [Document] = []
    var explanations: [Explanation] = []
    var terms: [GlossaryTerm] = []
    for name in names {
      switch try book.entry(named: name) {
      case .kinds(let kinds):
        documents += kinds.map(\.document)
        explanations += kinds
      case .family(let family):
        documents.append(family.document)
        explanations += family.explanations
      case .terms(let words, let kinds):
        documents += words.map(\.document) + kinds.map(\.document)
        explanations += kinds
        terms += words
      }
    }
    var document = documents[0]
    if documents.count > 1 {
      document = Document(
        title: terms.isEmpty ? "What was found" : "What it means",
        blocks: documents.flatMap { $0.nested(below: 1).blocks })
    }
    return Response(
      answer: Explained(document: document, explanations: explanations, terms: terms))
  }
}

/// The pages that were asked for.
private struct Explained: Answer {
  var document: Document
  var explanations: [Explanation]
  var terms: [GlossaryTerm] = []

  var tables: [NamedTable] {
    let tables = [
      NamedTable("explanations", Explanation.sheet(of: explanations).records),
      NamedTable("terms", GlossaryTerm.sheet(of: terms).records),
    ]
    // The first is the one that CSV is of.
    return explanations.isEmpty ? tables.reversed() : tables
  }
}
