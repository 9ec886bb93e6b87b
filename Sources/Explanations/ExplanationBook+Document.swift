internal import Findings
public import Reporting

extension ExplanationBook {
  /// The list of all kinds, family by family.
  public var document: Document {
    Document(
      title: "What OnTarget finds, and what it means",
      blocks: families.flatMap {
        [.section("\(.code($0.name)): \(.phrase($0.title))")] + $0.overview
      })
  }
}

extension ExplanationFamily {
  /// The kinds of the family.
  public var document: Document {
    Document(title: "\(.code(name)): \(.phrase(title))", blocks: overview)
  }

  fileprivate var overview: [Block] {
    [
      .paragraph(Inline(markdown: introduction)),
      .table(Explanation.sheet(of: explanations).table()),
    ]
  }
}

extension Explanation {
  /// The page of the kind.
  public var document: Document {
    var document = Document(
      title: .code(kind.rawValue), blocks: meaning.map { .paragraph(Inline(markdown: $0)) })
    document.append(.paragraph("\(.strong("Why it harms:")) \(Inline(markdown: harm))"))
    if let seen {
      document.append(.paragraph("\(.strong("Seen in public:")) \(Inline(markdown: seen))"))
    }
    document.append(.paragraph("\(.strong("What to do:")) \(Inline(markdown: mend))"))
    if let before {
      document.append(.paragraph("This has it:"))
      document.append(.code(before.text, language: before.language))
    }
    if let after {
      document.append(.paragraph("This does not:"))
      document.append(.code(after.text, language: after.language))
    }
    return document
  }

  /// What programs read of explanations, one record each; people read a list of the kinds, or pages.
  public static func sheet(of explanations: [Explanation]) -> Sheet<Explanation> {
    var sheet = Sheet(explanations)
    sheet.add("kind", "Name", .code) { .text($0.kind.rawValue) }
    sheet.add("family") { .text($0.family) }
    sheet.add("meaning", .text("What it says")) {
      .text($0.meaning.joined(separator: "\n\n"))
    } cell: {
      Inline(markdown: $0.summary)
    }
    sheet.add("harm") { .text($0.harm) }
    sheet.add("seen") { .text($0.seen) }
    sheet.add("mend") { .text($0.mend) }
    sheet.add("before") { .text($0.before?.text) }
    sheet.add("after") { .text($0.after?.text) }
    return sheet
  }
}

extension GlossaryTerm {
  /// What the word means, and the key that says it.
  public var document: Document {
    var document = Document(
      title: .init(names.joined(separator: ", ")),
      blocks: meaning.map { [.paragraph(Inline(markdown: $0))] } ?? [])
    if let key, let example {
      document.append(.paragraph("In a plan or an offer the key \(.code(key)) says it:"))
      document.append(.code(Inline(example), language: "yaml"))
    }
    if let source {
      document.append(.paragraph("\(.strong("Source:")) \(Inline(markdown: source))"))
    }
    return document
  }

  /// What programs read of terms, one record each.
  public static func sheet(of terms: [GlossaryTerm]) -> Sheet<GlossaryTerm> {
    var sheet = Sheet(terms)
    sheet.add("term") { .text($0.names.first) }
    sheet.add("other_names") { .text($0.names.dropFirst().joined(separator: ", ")) }
    sheet.add("meaning") { .text($0.meaning) }
    sheet.add("key") { .text($0.key) }
    sheet.add("example") { .text($0.example) }
    sheet.add("source") { .text($0.source) }
    return sheet
  }
}

extension Inline {
  /// Reads the marks that the pages use: `code` and [links](address).
  init(markdown: String) {
    var template = ""
    var values: [Inline] = []
    var rest = markdown[...]
    func add(_ value: Inline) {
      values.append(value)
      template += "%\(values.count)"
    }
    while let first = rest.first {
      rest.removeFirst()
      if first == "`", let end = rest.firstIndex(of: "`") {
        add(.code(String(rest[..<end])))
        rest = rest[end...].dropFirst()
      } else if first == "[", let middle = rest.firstRange(of: "]("),
        let end = rest[middle.upperBound...].firstIndex(of: ")")
      {
        add(
          .link(
            Inline(rest[..<middle.lowerBound]), to: String(rest[middle.upperBound..<end])))
        rest = rest[end...].dropFirst()
      } else {
        template.append(first)
      }
    }
    self.init(runs: [.phrase(Phrase(template), values)])
  }
}
