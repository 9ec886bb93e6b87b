import Foundation
import TestSupport
import Testing

@Suite("ontarget notebook")
struct NotebookToolTests {
  @Test("The notebooks of the project show what comes out")
  func committed() throws {
    let folder = Executable.root.appending(path: "notebooks-md")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.contains("-") && $0.hasSuffix(".md") }.sorted()
    #expect(names.count >= 6)
    let result = try Executable.run(["notebook", "check"] + names.map { "notebooks-md/\($0)" })
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("A check shows the difference and writes nothing; a run writes it")
  func checkAndRun() throws {
    let folder = try ScratchFolder()
    let text = """
      ```ontarget
      ontarget simulate \(Executable.root.path)/\(SimulateTests.plan) --attainment 100%
      ```

      """
    let file = try folder.write(text, to: "book.md")
    let check = try Executable.run(["notebook", "check", file])
    #expect(check.status == 1)
    #expect(check.output.contains("+ |     100.0% | 57,504.00 |"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    #expect(try Executable.run(["notebook", "run", file]).status == 0)
    #expect(try Executable.run(["notebook", "check", file]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("120,008.00"))
  }

  @Test("Nothing but the tool runs, and nothing is written outside of the notebook's folder")
  func confined() throws {
    let folder = try ScratchFolder()
    let shell = try folder.write("```ontarget\ntouch x\n```\n", to: "shell.md")
    let refused = try Executable.run(["notebook", "run", shell])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("shell.md:2:1: error: a block is one command"))
    let target = folder.url.deletingLastPathComponent().appending(path: "escaped-\(UUID()).md")
    let outside = try folder.write(
      "```ontarget\nontarget datasets --output \(target.path)\n```\n", to: "outside.md")
    let result = try Executable.run(["notebook", "run", outside])
    #expect(result.status == 1)
    #expect(result.output.contains("a notebook writes only into its own folder"))
    #expect(!FileManager.default.fileExists(atPath: target.path))
    let inside = folder.url.appending(path: "list.md")
    let allowed = try folder.write(
      "```ontarget\nontarget datasets --output \(inside.path)\n```\n", to: "inside.md")
    #expect(try Executable.run(["notebook", "run", allowed]).status == 0)
    #expect(FileManager.default.fileExists(atPath: inside.path))
  }

  // Each way in which swift-argument-parser takes an option, and the parser's own text.
  @Test(
    "What is not Markdown is shown as code, however its option is written",
    arguments: [
      ("pay PLAN DEALS --format csv", "csv"), ("pay PLAN DEALS --format=csv", "csv"),
      ("pay --format=csv PLAN DEALS", "csv"), ("pay PLAN DEALS --format=json", "json"),
      ("pay PLAN DEALS --format markdown --format=csv", "csv"), ("pay --help", "text"),
      ("pay --rep=ann --format=text -- PLAN DEALS", "text"), ("--version", "text"),
      ("check --schema", "text"), ("pay PLAN DEALS --output=-", nil),
      ("pay PLAN DEALS --format=markdown", nil),
    ] as [(String, String?)])
  func formats(command: String, language: String?) throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(
      "plan: P\ncurrency: USD\nmeasures: {sales: {}}\n"
        + "components: [{commission: C, measure: sales, period: month, pay: 10%}]\n",
      to: "plan.yaml")
    let deals = try folder.write(
      "deal_id,rep,close_date,amount\nD1,ann,2021-01-10,100\n", to: "deals.csv")
    let words = command.replacing("PLAN", with: plan).replacing("DEALS", with: deals)
    let file = try folder.write("```ontarget\nontarget \(words)\n```\n", to: "book.md")
    #expect(try Executable.run(["notebook", "run", file]).status == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let start = "<!-- output -->\n\n" + (language.map { "```\($0)\n" } ?? "### Pay statements")
    #expect(text.contains(start), "\(text)")
  }

  @Test("A notebook that is not there is 66")
  func missing() throws {
    #expect(try Executable.run(["notebook", "check", "nowhere.md"]).status == 66)
  }
}
