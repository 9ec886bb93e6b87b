import Explanations
import Findings
import Foundation
import TestSupport
import Testing

/// Runs the examples of `ontarget explain`: what "has it" must be found, and what "does not" must not.
@Suite("The examples of explanations")
struct ExplanationExampleTests {
  /// Notes that answers show as sentences, without their names.
  static let sentences: Set<String> = [
    "salary.annualized", "salary.approximate", "salary.at-least", "salary.at-most", "salary.copies",
    "salary.currency-assumed", "salary.decimal-likely", "salary.extras", "salary.period-assumed",
    "salary.ranges", "salary.unreadable-date",
  ]

  static let families = ExplanationBook.standard.families.filter { family in
    family.explanations.contains { $0.before != nil }
  }

  @Test("Most pages have an example")
  func count() {
    let explanations = ExplanationBook.standard.explanations
    #expect(explanations.count { $0.before != nil } > explanations.count / 2)
  }

  @Test(
    "An example that has a fault is found to have it, and one that is mended is not",
    arguments: families)
  func examples(of family: ExplanationFamily) throws {
    for explanation in family.explanations {
      let kind = explanation.kind.rawValue
      guard let before = explanation.before, !Self.sentences.contains(kind) else { continue }
      let found = try Self.found(before, for: kind)
      #expect(found.kinds.contains(kind), "\(kind): \(found.errors)")
      guard let after = explanation.after else { continue }
      let mended = try Self.found(after, for: kind)
      #expect(!mended.kinds.contains(kind), "\(kind) is still found")
      #expect(mended.status <= 1, "\(kind): \(mended.errors)")
    }
  }

  struct Found {
    var kinds: Set<String>
    var errors: String
    var status: Int32
  }

  @Test("What is found in the examples is said in German too", arguments: families)
  func german(of family: ExplanationFamily) throws {
    for explanation in family.explanations {
      let kind = explanation.kind.rawValue
      // That something stays English is said of other languages only.
      guard let before = explanation.before, kind != "language.untranslated" else { continue }
      // A table for people has the findings of `check` in its text.
      let english = try Self.messages(
        in: Self.run(before, for: kind, ["--format", "text"]), #/: (error|warning|note): (.+)/#)
      let german = try Self.messages(
        in: Self.run(before, for: kind, ["--format", "text", "--locale", "de"]),
        #/: (Fehler|Warnung|Hinweis): (.+)/#)
      #expect(english.count == german.count, "\(kind): \(english) \(german)")
      let same = Set(english).intersection(german)
      #expect(same.isEmpty, "\(kind): \(same)")
    }
  }

  /// The messages of the findings that a call prints.
  private static func messages(
    in result: Program.Result, _ line: Regex<(Substring, Substring, Substring)>
  ) -> [String] {
    (result.errors + result.output).split(separator: "\n").compactMap { text in
      text.firstMatch(of: line).map { String($0.output.2) }
    }
  }

  /// Runs an example in the call that reads such a file, and returns what is found.
  static func found(_ example: Explanation.Example, for kind: String) throws -> Found {
    let result = try run(example, for: kind, ["--format", "json"])
    return Found(kinds: kinds(in: result), errors: result.errors, status: result.status)
  }

  /// Runs an example in the call that reads such a file; a check is made with more options.
  private static func run(
    _ example: Explanation.Example, for kind: String, _ options: [String]
  ) throws -> Program.Result {
    let folder = try ScratchFolder()
    let family = String(kind.prefix { $0 != "." })
    func file(_ name: String, _ text: String) throws -> String {
      try folder.write(text, to: name)
    }
    func plan(_ text: String) throws -> String {
      try file("plan.yaml", completed(text, from: "docs/plan-format.md"))
    }
    func deals() throws -> String {
      try file(
        "deals.csv", "deal_id,rep,close_date,amount,cancelled_date\nD1,ann,2021-05-10,1000,\n")
    }
    let clawback = "clawback: {within: 12 months}\n"
    let text = example.text
    let arguments: [String]
    switch family {
    case _ where example.language == "sh":
      let lines = text.components(separatedBy: "\n")
      arguments = try #require(DocumentationTests.commands(in: lines).first)
    case "plan", "yaml": arguments = ["check", try plan(text)]
    case "csv" where !["csv.column", "csv.missing-column"].contains(kind), "salary":
      arguments = ["check", try file("people.csv", text)]
    case "csv", "deals", "table":
      arguments = ["pay", try plan(clawback), try file("deals.csv", text)]
    case "file": arguments = ["check", try file("x.csv", text)]
    case "scores":
      let scored = """
        measures: {bookings: {quota: 400000}, retention: {scored: true}}
        components:
          - {commission: Sales, measure: bookings, period: quarter, pay: 1x}
          - {commission: Retention, measure: retention, period: quarter, pay: 1x, target: 20%}

        """
      arguments = ["pay", try plan(scored), try deals(), "--scores", try file("x.csv", text)]
    case "roster", "rates", "adjustments":
      arguments = ["pay", try plan(clawback), try deals(), "--\(family)", try file("x.csv", text)]
    case "payments", "reconcile":
      arguments = ["reconcile", try plan(clawback), try deals(), try file("x.csv", text)]
    case "survey":
      arguments = ["price", "ACC", "--surveys", try file("x.csv", text)]
    case "match":
      arguments = [
        "price", "--surveys", "datasets/examples/survey-north.csv", "--matches",
        try file("x.csv", text),
      ]
    case "grades": arguments = ["ranges", "--grades", try file("x.csv", text)]
    case "employees":
      arguments = [
        "ranges", "--grades", "datasets/examples/pay-grades.csv", "--people",
        try file("x.csv", text),
      ]
    case "matrix":
      arguments = [
        "merit", "datasets/examples/employees.csv", "--grades",
        "datasets/examples/pay-grades.csv", "--budget", "3%", "--matrix", try file("x.csv", text),
      ]
    case "gifts": arguments = ["gifts", try file("x.csv", text)]
    case "payroll":
      let rules = kind == "payroll.category" ? "eu" : "uk"
      let saysBonuses = kind == "payroll.no-bonus" || text.contains("bonus")
      arguments =
        ["report", "gap", try file("x.csv", text), "--rules", rules, "--year", "2026"]
        + (saysBonuses ? [] : ["--map", "bonus="])
    case "history": arguments = ["fit", try file("x.csv", text)]
    case "ladder": arguments = ["path", try file("x.yaml", text)]
    case "offer":
      let offer = try completed(text, from: "docs/offer-format.md")
      arguments = ["offers", try file("x.yaml", offer)]
    case "recipe":
      let output = folder.url.appending(path: "report.md").path
      arguments = ["report", try file("x.yaml", text), "--output", output]
    default:
      Issue.record("nothing reads an example of \(family)")
      arguments = []
    }
    return try Executable.run(arguments + options)
  }

  /// The kinds that standard error invites to look up, and those in the JSON of `check`.
  private static func kinds(in result: Program.Result) -> Set<String> {
    let invitations = result.errors.matches(
      of: #/^(?:more|mehr dazu): ontarget explain (.+)$/#.anchorsMatchLineEndings())
    var kinds = Set(invitations.flatMap { $0.output.1.split(separator: " ") }.map(String.init))
    let json = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let answer = json?["result"] as? [String: Any]
    for finding in answer?["findings"] as? [[String: Any]] ?? [] {
      if let kind = finding["kind"] as? String { kinds.insert(kind) }
    }
    return kinds
  }

  /// Adds the default of every top-level key that an example leaves out, as the pages of the formats do.
  private static func completed(_ yaml: String, from page: String) throws -> String {
    let page = try String(contentsOf: Executable.root.appending(path: page), encoding: .utf8)
    let lead = try #require(page.firstRange(of: "```yaml defaults\n"))
    let end = try #require(page[lead.upperBound...].firstRange(of: "```"))
    func key(_ line: Substring) -> Substring { line.prefix { $0 != ":" } }
    let written = Set(yaml.split(separator: "\n").map(key))
    let rivals: [Substring: Substring] = ["variable": "ote", "model": "chance of quota"]
    return page[lead.upperBound..<end.lowerBound].split(separator: "\n")
      .filter { !written.contains(key($0)) && !(rivals[key($0)].map(written.contains) ?? false) }
      .reduce(yaml) { $0 + $1 + "\n" }
  }
}
