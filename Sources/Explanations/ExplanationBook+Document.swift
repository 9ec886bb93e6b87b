internal import Findings
public import Reporting

extension ExplanationBook {
  /// The list of all kinds, family by family.
  public var document: Document {
    Document(
      title: "What OnTarget finds, and what it means",
      blocks: [
        .paragraph(
          """
          Every finding has a name. \(Inline.code("ontarget explain plan.tiers")) says what one means, \
          why it harms and how to mend it; \(Inline.code("ontarget explain plan")) lists those of one \
          family.
          """)
      ] + families.flatMap { [.section("\(.code($0.name)): \(.phrase($0.title))")] + $0.overview })
  }
}

extension ExplanationFamily {
  /// The kinds of the family.
  public var document: Document {
    Document(title: "\(.code(name)): \(.phrase(title))", blocks: overview)
  }

  fileprivate var overview: [Block] {
    var table = Table([.text("Name"), .text("What it says")])
    for explanation in explanations {
      table.append([.code(explanation.kind.rawValue), Inline(markdown: explanation.summary)])
    }
    return [.paragraph(Inline(markdown: introduction)), .table(table)]
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

  /// What programs read of explanations, one record each.
  public static func table(of explanations: [Explanation]) -> RecordTable {
    var table = RecordTable([
      "kind", "family", "meaning", "harm", "seen", "mend", "before", "after",
    ])
    for explanation in explanations {
      table.append([
        .text(explanation.kind.rawValue), .text(explanation.family),
        .text(explanation.meaning.joined(separator: "\n\n")), .text(explanation.harm),
        .text(explanation.seen), .text(explanation.mend),
        .text(explanation.before?.text), .text(explanation.after?.text),
      ])
    }
    return table
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
