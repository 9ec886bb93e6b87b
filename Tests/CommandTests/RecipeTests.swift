import Foundation
import TestSupport
import Testing

@Suite("Recipes of reports")
struct RecipeTests {
  private func run(_ recipe: String, _ arguments: [String] = []) throws -> Program.Result {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "recipe.yaml")
    try recipe.write(to: path, atomically: true, encoding: .utf8)
    return try Executable.run(["report", path.path] + arguments)
  }

  private static let plan = Executable.root.appending(path: SimulateTests.plan).path

  @Test("A recipe says what options say")
  func sameAsOptions() throws {
    let recipe = try run(
      """
      report: salary
      plan: \(Self.plan)
      quotas: [500000, 700000]
      sales: 600000
      sections: [earnings, quotas]
      """)
    let options = try Executable.run([
      "report", "salary", "--plan", Self.plan, "--quota", "500000,700000", "--sales", "600000",
      "--section", "earnings", "--section", "quotas",
    ])
    #expect(recipe.status == 0)
    // All but the command and the recipe among the inputs.
    let end = "## How to make this report again"
    #expect(
      recipe.output.components(separatedBy: end)[0]
        == options.output.components(separatedBy: end)[0]
    )
    #expect(recipe.output.contains("## What a quota is worth"))
    #expect(!recipe.output.contains("## The role"))
  }

  @Test("What is typed wins over the recipe")
  func override() throws {
    let recipe = "report: salary\nquotas: 500000\nlanguage: de\nsections: quotas\n"
    let german = try run(recipe)
    #expect(german.output.contains("500.000"))
    let english = try run(recipe, ["--quota", "640000", "--locale", "en"])
    #expect(english.output.contains("640,000"))
    #expect(!english.output.contains("500,000"))
    #expect(try run(recipe, ["--section", "trend"]).output.contains("05/2025"))
    #expect(!(try run(recipe, ["--section", "trend"])).output.contains("500.000"))
    // Programs read the same in every language.
    #expect(try run(recipe, ["--format", "csv"]).status == 0)
    // Options that only its kind of report has.
    let review = "report: plan-review\nplan: \(Self.plan)\ntrials: 1000\n"
    #expect(try run(review, ["--team", "7"]).output.contains("A team of 7 people"))
  }

  @Test("A kind that is none is asked about, and a recipe of another kind is refused")
  func kinds() throws {
    #expect(try Executable.run(["report", "salry"]).errors.contains("did you mean \"salary\""))
    let folder = try ScratchFolder()
    let recipe = try folder.write("report: salary\n", to: "r.yaml")
    let result = try Executable.run(["report", "offers", recipe])
    #expect(result.status == 64)
    #expect(result.errors.contains("is a recipe for the report \"salary\""))
  }

  @Test(
    "What is wrong in a recipe is said with its place",
    arguments: [
      ("report: salery\n", "recipe.yaml:1:9: error: there is no report \"salery\""),
      ("report: salary\nquota: 5\n", "recipe.yaml:2:1: error: a recipe has no key \"quota\""),
      ("plan: x.yaml\n", "needs the key \"report\""),
      ("report: salary\nquotas: 5..4/1\n", "recipe.yaml:2:9: error:"),
      ("report: salary\ntrials: many\n", "recipe.yaml:2:9: error:"),
      ("report: salary\nmodel: lognormaal:mean=1\n", "recipe.yaml:2:8: error:"),
      ("report: salary\nlanguage: xx\n", "recipe.yaml:2:11: error:"),
      ("report: salary\nplan: gone.yaml\n", "gone.yaml"),
      (
        "report: salary\nsections: [earnings, trendz]\n",
        "recipe.yaml:2:11: error: this report has no section \"trendz\""
      ),
      ("report: salary\nsections: data\n", "recipe.yaml:2:11: error: there is nothing to say"),
      ("report: salary\nsections: []\n", "recipe.yaml:2:11: error: \"sections\" is empty"),
      (
        "report: salary\nlanguage: [de, en]\n", "recipe.yaml:2:11: error: \"language\" must be text"
      ),
      ("report: salary\nquotas: 600.000\n", "may be 600 or 600000"),
      ("report: statements\nplan: p.yaml\n", "needs the key \"deals\""),
      ("- report\n", "must be a group of keys"),
      ("report: salary\nwhere: a=b\n", "recipe.yaml:2:8: error: it says something about data"),
      ("report: salary\nby: state\n", "recipe.yaml:2:5: error: it says something about data"),
      ("report: salary\nwhere: ab\n", "recipe.yaml:2:8: error: \"ab\" is not a condition"),
      ("report: salary\ntrials: 0\n", "recipe.yaml:2:9: error: 0 is not a number of years"),
      ("report: salary\nquotas: 0\n", "recipe.yaml:2:9: error: an amount of 0 or less"),
      ("report: offers\noffers: o.yaml\nyears: 9\n", "recipe.yaml:3:8: error: 9 is not from 1"),
      (
        "report: plan-review\nplan: p.yaml\nroster: r.csv\n",
        "recipe.yaml:3:9: error: it says something about deals"
      ),
      ("", "recipe.yaml"),
    ])
  func wrong(recipe: String, message: String) throws {
    let result = try run(recipe)
    #expect([64, 65, 66].contains(result.status))
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("What is typed in place of a recipe's setting is no fault of the recipe")
  func typedFault() throws {
    let recipe = "report: offers\noffers: o.yaml\nyears: 3\n"
    let result = try run(recipe, ["--years", "9"])
    #expect(result.status == 64)
    #expect(result.errors.contains("--years: error: 9 is not from 1 to 5"))
  }

  @Test("All that is wrong in a recipe is said at once")
  func allFaults() throws {
    let result = try run("report: salary\nquotas: 5..4/1\ntrials: many\nlanguage: xx\n")
    for line in 2...4 { #expect(result.errors.contains("recipe.yaml:\(line):")) }
  }

  /// The rows of a table of docs/reports.md with a kind of report, and what stands in backquotes.
  private static func documented(_ heading: String) throws -> [(kind: String, names: [String])] {
    let page = try String(
      contentsOf: Executable.root.appending(path: "docs/reports.md"), encoding: .utf8)
    let table = page.components(separatedBy: heading).dropFirst().first ?? ""
    var kind = ""
    return table.split(separator: "\n").prefix { $0.hasPrefix("|") || $0.isEmpty }.dropFirst().map {
      let cells = $0.split(separator: "|", omittingEmptySubsequences: false)
      let names = cells.dropFirst().prefix(2).map {
        $0.matches(of: /`([^`]+)`/).map { String($0.output.1) }
      }
      kind = names.first?.first ?? kind
      return (kind, names.last ?? [])
    }.filter { !$0.kind.isEmpty }
  }

  private static let smallest: [String: String] = [
    "salary": "trials: 100\n", "plan-review": "plan: \(plan)\ntrials: 100\n",
    "statements": """
    plan: \(plan)
    deals: \(Executable.root.path)/datasets/deals/team-2021.csv
    rates: \(Executable.root.path)/datasets/deals/team-2021-rates.csv

    """,
    "offers": "offers: \(Executable.root.path)/datasets/offers/harbor.yaml\ntrials: 100\n",
    "gap": """
    employees: \(Executable.root.path)/datasets/examples/payroll.csv
    rules: eu
    year: 2026

    """,
  ]

  @Test("Every section of the documentation is one", arguments: smallest.keys.sorted())
  func sections(kind: String) throws {
    let rows = try Self.documented("| kind | sections, in their order |\n")
    let names = try #require(rows.first { $0.kind == kind }).names
    // These have nothing to say without more files.
    let shown = names.filter { !["data", "winners"].contains($0) }
    let recipe = "report: \(kind)\nsections: \(shown)\n" + (Self.smallest[kind] ?? "")
    let result = try run(recipe.replacing("\"", with: ""))
    #expect(result.status == 0, "\(result.errors)")
    // And all of them: without the choice the report is the same.
    let all = try run("report: \(kind)\n" + (Self.smallest[kind] ?? ""))
    let end = "## How to make this report again"
    #expect(
      result.output.components(separatedBy: end)[0] == all.output.components(separatedBy: end)[0])
  }

  @Test("Files are looked for beside the recipe")
  func besides() throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "recipes"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Self.plan, toPath: folder.url.appending(path: "plan.yaml").path)
    let path = folder.url.appending(path: "recipes/r.yaml")
    try "report: salary\nplan: ../plan.yaml\nsections: plan\n".write(
      to: path, atomically: true, encoding: .utf8)
    let result = try Executable.run(["report", path.path])
    #expect(result.status == 0)
    #expect(result.output.contains("`\(folder.url.appending(path: "plan.yaml").path)`"))
  }

  @Test("People's data join the report, however hostile they are")
  func hostileData() throws {
    let folder = try ScratchFolder()
    let names = [
      "A|B", "<script>alert(1)</script>", "\"line\nbreak\"", "\u{202E}עברית", "=1+1", "`x`", "日本語",
    ]
    var rows = "industry,base_pay\n"
    for (index, name) in names.enumerated() {
      for step in 0..<3 { rows += "\(name),\(50_000 + 1_000 * index + 10 * step)\n" }
    }
    // More groups than 250 are no groups, which is refused.
    for index in 0..<240 { rows += "Group \(index),\(60_000 + index)\n" }
    let data = folder.url.appending(path: "data.csv")
    try rows.write(to: data, atomically: true, encoding: .utf8)
    for format in ["markdown", "html", "text"] {
      let result = try Executable.run([
        "report", "salary", "--data", data.path, "--by", "industry", "--section", "data",
        "--format", format,
      ])
      #expect(result.status == 0, "\(result.errors)")
      // What a terminal shows is no markup.
      #expect(format == "text" || !result.output.contains("<script"))
      #expect(!result.output.unicodeScalars.contains("\u{202E}"))
      #expect(result.output.contains("Group 239"))
      if format == "markdown" {
        let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("| A\\|B") }
        #expect(!lines.isEmpty)
      }
    }
  }

  @Test("One row is a report, and none is refused")
  func fewRows() throws {
    let folder = try ScratchFolder()
    for (rows, status) in [("A,50000\n", 0), ("", 65)] {
      let data = try folder.write("industry,base_pay\n" + rows, to: "data.csv")
      let result = try Executable.run([
        "report", "salary", "--data", data, "--by", "industry", "--section", "data",
      ])
      #expect(result.status == status)
      #expect(
        result.output.contains("The one person in the data at hand is paid $50,000.")
          == (status == 0))
      #expect(result.errors.contains("there is a header and no row below it") == (status == 65))
    }
  }
}
