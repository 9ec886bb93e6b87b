import Findings
import Foundation
import TestSupport
import Testing
import YAMLReading

@testable import OnTargetCommand

/// A recipe of `docs/recipe-format.md` and the command that writes the same report.
struct RecipeExample: CustomTestStringConvertible, Sendable {
  var line: Int
  var yaml: String
  var command: [String]
  var testDescription: String { "line \(line)" }

  var kind: String {
    yaml.firstMatch(of: /report: (\S+)/).map { String($0.output.1) } ?? ""
  }

  static let all: [RecipeExample] = {
    let lines = RecipeDocumentationTests.page.components(separatedBy: "\n")
    var examples: [RecipeExample] = []
    var yaml: (line: Int, text: String)?
    var block: [String] = []
    var fence: String?
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("```") else {
        block.append(line)
        continue
      }
      switch fence {
      case nil: fence = String(line.dropFirst(3))
      case "yaml":
        yaml = (index + 1 - block.count, block.map { $0 + "\n" }.joined())
        fence = nil
      default:
        if let (line, text) = yaml {
          for command in DocumentationTests.commands(in: block) {
            examples.append(RecipeExample(line: line, yaml: text, command: command))
          }
          yaml = nil
        }
        fence = nil
      }
      block = []
    }
    return examples
  }()
}

@Suite("The documentation of recipes")
struct RecipeDocumentationTests {
  static let page: String =
    (try? String(
      contentsOf: Executable.root.appending(path: "docs/recipe-format.md"), encoding: .utf8)) ?? ""

  @Test("An example writes the same report as its command", arguments: RecipeExample.all)
  func example(_ example: RecipeExample) throws {
    // Beside the page, so that `../datasets` are those of the checkout.
    let path = Executable.root.appending(path: "docs/\(UUID().uuidString).yaml")
    try example.yaml.write(to: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: path) }
    let recipe = try Executable.run(["report", "docs/\(path.lastPathComponent)"])
    let options = try Executable.run(example.command)
    #expect(recipe.status == 0, "\(recipe.errors)")
    #expect(options.status == 0, "\(options.errors)")
    // All but the section with the command, and the recipe among the inputs.
    func body(_ text: String) -> String {
      text.split(separator: /(?=\n## )|(?=\n# )/).filter { !$0.contains("\nontarget report ") }
        .joined()
    }
    #expect(body(recipe.output) == body(options.output))
    #expect(!body(recipe.output).isEmpty)
  }

  @Test("The page has the key tables of the settings, for every kind and for each")
  func manual() throws {
    let path = "docs/recipe-format.md"
    var text = try Checkout.text(path)
    var shown: [String] = []
    for grammar in Recipe.tables {
      let written = grammar.writingTables(into: text)
      text = written.text
      shown += written.groups
    }
    #expect(shown == Recipe.tables.map(\.name))
    #expect(try Checkout.recorded(path, as: text) == text)
  }

  @Test("The file for editors is the schema of the settings, which the command prints")
  func schema() throws {
    let schema = try Checkout.recorded("docs/recipe.schema.json", as: Recipe.schema)
    #expect(schema == Recipe.schema)
    let printed = try Executable.run(["check", "--schema", "recipe"]).output
    #expect(printed.trimmingCharacters(in: .newlines) == schema.trimmingCharacters(in: .newlines))
  }

  @Test("The schema accepts every example and committed recipe, and they use every key of it")
  func accepted() throws {
    var checker = try SchemaChecker(Recipe.schema)
    let reports = Checkout.root.appending(path: "reports")
    let committed = try FileManager.default.contentsOfDirectory(atPath: reports.path)
      .filter { $0.hasSuffix(".yaml") }.map { try Checkout.text("reports/\($0)") }
    #expect(committed.count > 2)
    for recipe in RecipeExample.all.map(\.yaml) + committed {
      #expect(
        checker.accepts(try YAMLDocument(text: recipe, file: "recipe.yaml").root), "\(recipe)")
    }
    // `sections` and `language` are read in one place for all kinds.
    let unused = checker.properties.subtracting(checker.used).filter {
      !$0.hasSuffix("/sections") && !$0.contains("/sections/") && !$0.hasSuffix("/language")
    }
    #expect(unused.sorted() == [])
  }

  @Test(
    "It refuses what the command refuses",
    arguments: [
      "report: salery\n", "report: salary\nquota: 600000\n", "report: salary\nlanguage: xx\n",
      "report: offers\n", "report: offers\noffers: [a.yaml]\nnet: perhaps\n",
      "report: offers\noffers: [a.yaml]\nyears: two\n", "report: plan-review\nteam: 12\n",
    ])
  func refused(recipe: String) throws {
    var checker = try SchemaChecker(Recipe.schema)
    #expect(!checker.accepts(try YAMLDocument(text: recipe, file: "recipe.yaml").root))
    let folder = try ScratchFolder()
    let path = try folder.write(recipe, to: "recipe.yaml")
    #expect(throws: InputFailure.self) { try Recipe(path: path) }
  }
}
