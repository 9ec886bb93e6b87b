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
