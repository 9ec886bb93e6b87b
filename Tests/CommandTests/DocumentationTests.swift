import Foundation
import TestSupport
import Testing

@Suite("What the documentation shows")
struct DocumentationTests {
  static let verbs = [
    "check", "compare", "datasets", "diff", "explain", "fit", "gap", "gifts", "merit", "offers",
    "path", "pay", "price", "quotas", "ranges", "rank", "reconcile", "report", "simulate", "solve",
  ]

  @Test(
    "The examples of --help run as they stand",
    arguments: verbs + [
      "", "notebook run", "notebook check", "report salary", "report plan-review",
      "report statements", "report offers", "report gap", "init plan", "init offer",
      "init roster", "init deals", "init ladder", "init report", "mcp", "split",
    ] + (PageTests.hasEngine ? ["page"] : []))
  func helpExamples(verb: String) throws {
    let help = try Executable.run(verb.split(separator: " ").map(String.init) + ["--help"])
    #expect(help.status == 0)
    let examples = Self.commands(in: help.output.components(separatedBy: "\n"))
    #expect(!examples.isEmpty, "the help of \(verb) has no example")
    for example in examples where PageTests.hasEngine || !example.contains("--interactive") {
      #expect(!example.contains { $0.hasPrefix("datasets/") }, "it runs in a checkout only")
      try Self.run(example)
    }
  }

  @Test(
    "The examples of --help can be pasted from 80 columns",
    arguments: verbs + [
      "", "notebook run", "notebook check", "report salary", "report plan-review",
      "report statements", "report offers", "report gap", "ledger init", "ledger calculate",
      "ledger payroll", "ledger journal", "ledger statement", "init plan", "init offer",
      "init roster", "init deals", "init ladder", "init report", "page", "mcp",
      "split", "merge",
    ])
  func narrowExamples(verb: String) throws {
    let help = try Executable.run(verb.split(separator: " ").map(String.init) + ["--help"])
    let lines = help.output.components(separatedBy: "\n")
    var isOpen = false
    for line in lines where isOpen || line.hasPrefix("  ontarget ") {
      #expect(line.count <= 80)
      isOpen = line.hasSuffix("\\")
    }
  }

  /// The examples of a ledger tell one story, each verb after the one before.
  @Test("The examples of ledger --help run one after the other as they stand")
  func ledgerExamples() throws {
    let folder = try ScratchFolder()
    for verb in [
      "init", "open", "calculate", "approve", "close", "status", "statement", "payroll", "pay",
      "dispute", "answer", "verify", "replay", "export", "journal",
    ] {
      let help = try Executable.run(["ledger", verb, "--help"])
      let examples = Self.commands(in: help.output.components(separatedBy: "\n"))
      #expect(!examples.isEmpty, "the help of ledger \(verb) has no example")
      for example in examples { try Self.run(example, in: folder.url) }
    }
  }

  /// The examples of merge begin with the parts that it puts together.
  @Test("The examples of merge --help run one after the other as they stand")
  func mergeExamples() throws {
    let folder = try ScratchFolder()
    let help = try Executable.run(["merge", "--help"])
    let examples = Self.commands(in: help.output.components(separatedBy: "\n"))
    #expect(examples.count > 2)
    for example in examples { try Self.run(example, in: folder.url) }
  }

  @Test(
    "The commands of a page run as they stand",
    arguments: [
      "README.md", "docs/reports.md", "docs/offer-format.md", "docs/tables.md", "docs/market.md",
      "docs/gap-reports.md", "docs/ledger.md", "docs/quotas.md", "docs/scale.md",
    ] + (PageTests.hasEngine ? ["docs/page.md"] : []))
  func pageExamples(page: String) throws {
    let text = try String(contentsOf: Executable.root.appending(path: page), encoding: .utf8)
    let examples = Self.commands(in: text.components(separatedBy: "\n"))
    #expect(examples.count >= 3)
    let folder = try ScratchFolder()
    for example in examples {
      #expect(!example.contains { $0.hasPrefix("datasets/") }, "it runs in a checkout only")
      try Self.run(example, in: folder.url)
    }
  }

  @Test("The library example of the README is the snippet that the build compiles")
  func readmeSnippet() throws {
    func text(_ path: String) throws -> String {
      try String(contentsOf: Executable.root.appending(path: path), encoding: .utf8)
    }
    let snippet = try text("Snippets/PlanEarnings.swift")
    #expect(try text("README.md").contains("```swift\n\(snippet)```"))
  }

  @Test("Every verb answers in every format", arguments: verbs)
  func formats(verb: String) throws {
    let team = [
      "datasets/plans/marginal-accelerators.yaml", "datasets/deals/team-2021.csv", "--roster",
      "datasets/deals/team-2021-roster.csv", "--rates", "datasets/deals/team-2021-rates.csv",
    ]
    let inputs: [String: [String]] = [
      "check": [SimulateTests.plan], "simulate": [SimulateTests.plan],
      "compare": ["datasets/oews-2021-national.csv", "--by", "occupation"],
      "fit": ["datasets/examples/attainment-history.csv"],
      "solve": [SimulateTests.plan, "--find", "attainment", "--pay", "150000"],
      "gap": [PeopleComparisonTests.people, "--between", "gender"],
      "rank": ["72000", "datasets/oews-2021-national.csv", "--by", "occupation"],
      "gifts": ["datasets/gifts/register-2026.csv"],
      "price": ["Senior Accountant", "--surveys", "datasets/examples/survey-north.csv"],
      "ranges": ["--grades", "datasets/examples/pay-grades.csv"],
      "merit": [
        "datasets/examples/employees.csv", "--grades", "datasets/examples/pay-grades.csv",
        "--matrix", "datasets/examples/merit-matrix.csv", "--budget", "3.5%",
      ],
      "offers": ["datasets/offers/northwind.yaml", "datasets/offers/harbor.yaml"],
      "pay": team,
      "quotas": [
        "3000000", "--roster", "datasets/examples/quota-roster.csv", "--starts", "2026-01-01",
      ],
      "diff": team.prefix(1) + team.prefix(1) + ["--deals"] + team.dropFirst(),
      "reconcile": team.prefix(2) + ["datasets/deals/team-2021-paid.csv"] + team.dropFirst(2),
    ]
    for format in ["markdown", "json", "csv", "text", "html"] {
      let result = try Executable.run([verb] + (inputs[verb] ?? []) + ["--format", format])
      #expect(result.status <= 1, "\(result.errors)")
      #expect(!result.output.isEmpty)
      if format == "json" {
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let envelope = try #require(object as? [String: Any])
        #expect(Set(envelope.keys) == ["ontarget", "inputs", "result"])
      }
    }
  }

  /// Whether an example needs no file of its own that one before it has written.
  static func standsAlone(_ example: [String]) -> Bool {
    example.allSatisfy { argument in
      !argument.hasSuffix(".yaml")
        || FileManager.default.fileExists(atPath: Executable.root.appending(path: argument).path)
    }
  }

  static func readme() throws -> String {
    try String(contentsOf: Executable.root.appending(path: "README.md"), encoding: .utf8)
  }

  /// The lines that are commands of the tool, joined where a backslash wraps them.
  ///
  /// Usage lines, which have placeholders in angle brackets, are none.
  static func commands(in lines: [String]) -> [[String]] {
    var commands: [String] = []
    var isOpen = false
    for line in lines {
      let text = line.trimmingCharacters(in: .whitespaces)
      if isOpen, let last = commands.popLast() {
        commands.append(last + " " + text)
      } else if text.hasPrefix("ontarget "), !text.contains("<") {
        commands.append(text)
      } else {
        continue
      }
      isOpen = text.hasSuffix("\\")
    }
    return commands.map { Array(words(of: $0).dropFirst()) }
  }

  /// Splits a command as a shell does, for the double quotes that the examples use.
  private static func words(of command: String) -> [String] {
    let parts = command.replacing("\\", with: "").split(
      separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }

  /// Runs an example outside of the checkout.
  @discardableResult
  static func run(_ arguments: [String]) throws -> Program.Result {
    let folder = try ScratchFolder()
    return try run(arguments, in: folder.url)
  }

  /// Runs an example in a folder, where those before it may have written too.
  ///
  /// The recipes and notebooks of the checkout are no bundled files, so that what names one runs there.
  @discardableResult
  static func run(_ arguments: [String], in folder: URL) throws -> Program.Result {
    var arguments = arguments
    var place = folder
    let inCheckout = ["reports/", "notebooks-md/", "datasets/"]
    if arguments.contains(where: { inCheckout.contains(where: $0.hasPrefix) }) {
      place = Executable.root
      if let index = arguments.firstIndex(of: "--output"), index + 1 < arguments.count {
        let name = URL(filePath: arguments[index + 1]).lastPathComponent
        arguments[index + 1] = folder.appending(path: name).path
      }
    }
    let result = try Executable.run(arguments, in: place)
    // 1 is an answer: a file that has slips in it, to show what the verb finds.
    #expect(result.status <= 1, "ontarget \(arguments.joined(separator: " ")): \(result.errors)")
    return result
  }
}
