import Explanations
import Findings
import Foundation
import Reporting
import Testing

@Suite("The explanations of findings")
struct ExplanationTests {
  static let book = ExplanationBook.standard
  static let sources: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// The kinds that the sources write: every literal of two words with a dot between them, but for
  /// comments and what is the name of a file.
  static func kindsInSources() throws -> Set<String> {
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    let literal = /"([a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*)"/
    let isFileName = /\.(svg|md|csv|css|js|json|yaml|txt|html)$/
    var kinds: Set<String> = []
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") {
        guard !line.drop(while: \.isWhitespace).hasPrefix("//") else { continue }
        for match in line.matches(of: literal) where !match.1.contains(isFileName) {
          kinds.insert(String(match.1))
        }
      }
    }
    return kinds
  }

  @Test("Every kind of the sources has a page, and every page a kind")
  func pages() throws {
    let kinds = try Self.kindsInSources()
    let pages = Self.book.explanations.map(\.kind.rawValue)
    #expect(kinds.count > 200)
    #expect(kinds.subtracting(pages).sorted() == [], "have no page")
    #expect(Set(pages).subtracting(kinds).sorted() == [], "are no kinds")
    #expect(pages.count == Set(pages).count)
  }

  @Test("A page says everything", arguments: book.families)
  func wholePages(family: ExplanationFamily) {
    #expect(!family.title.isEmpty)
    for explanation in family.explanations {
      #expect(explanation.family == family.name)
      #expect(!explanation.meaning.isEmpty, "\(explanation.kind.rawValue)")
      #expect(!explanation.harm.isEmpty, "\(explanation.kind.rawValue)")
      #expect(!explanation.mend.isEmpty, "\(explanation.kind.rawValue)")
      if explanation.after != nil { #expect(explanation.before != nil) }
    }
  }

  @Test("A page cites who published what it says was seen")
  func sources() {
    let seen = Self.book.explanations.compactMap(\.seen)
    #expect(seen.count > 15)
    for text in seen {
      let names = ["](http", "Salesforce", "Bureau of Labor Statistics"]
      #expect(names.contains { text.contains($0) }, "\(text)")
    }
  }

  @Test("Names are found by their words, their family, and near misses")
  func names() throws {
    #expect(try kinds("plan.tiers") == ["plan.tiers"])
    #expect(try kinds("tiers") == ["plan.tiers"])
    #expect(try kinds("two-meanings") == ["offer.two-meanings", "plan.two-meanings"])
    guard case .family(let family) = try Self.book.entry(named: "deals") else {
      Issue.record("deals is no family")
      return
    }
    #expect(family.explanations.contains { $0.kind == "deals.rep" })
    for (slip, meant) in [
      ("plan.teirs", "plan.tiers"), ("csv.openquote", "csv.open-quote"), ("plann", "plan"),
      ("tirs", "plan.tiers"),
    ] {
      let failure = #expect(throws: InputFailure.self) { try Self.book.entry(named: slip) }
      #expect(failure?.log.findings.first?.remedy == "did you mean \"\(meant)\"?")
    }
  }

  @Test(
    "Words of the field and of letters are found, with the key that says them",
    arguments: [
      ("kicker", ["bonus", "spiff"]), ("Draw against commission", ["draw"]), ("OTE", ["ote"]),
      ("on target earnings", ["ote"]), ("accelerators", ["rates"]), ("compa-ratio", []),
      ("10 % of ARR up to quota, then 15 %", ["rates"]), ("RSU", ["equity"]),
    ])
  func words(name: String, keys: [String]) throws {
    guard case .terms(let terms, _) = try Self.book.entry(named: name) else {
      Issue.record("no term")
      return
    }
    #expect(terms.compactMap(\.key) == keys)
    for term in terms {
      #expect((term.meaning == nil) == (term.key != nil))
      #expect(term.document.markdown().contains(term.example ?? term.names[0]))
    }
  }

  @Test("A word that is also that of a finding gives both")
  func wordAndFinding() throws {
    guard case .terms(let terms, let kinds) = try Self.book.entry(named: "cliff") else {
      Issue.record("no term")
      return
    }
    #expect(terms.map { $0.names.first } == ["cliff", "cliff"])
    #expect(kinds.map(\.kind.rawValue) == ["offer.cliff", "plan.cliff"])
  }

  private func kinds(_ name: String) throws -> [String] {
    guard case .kinds(let kinds) = try Self.book.entry(named: name) else { return [] }
    return kinds.map(\.kind.rawValue)
  }

  @Test("Code and links of a page become code and links, and the rest stays as it is")
  func markup() throws {
    let tiers = try #require(Self.book.explanations.first { $0.kind == "plan.tiers" })
    let text = tiers.document.markdown()
    #expect(text.contains("Several bands do not say how they pay"))
    #expect(text.contains("[Earnbase](https://www.earnbase.no/glossary/retroactive-tier-jumping)"))
    #expect(text.contains("`tiers: marginal`"))
    #expect(text.contains("```yaml\ncomponents:\n"))
  }
}
