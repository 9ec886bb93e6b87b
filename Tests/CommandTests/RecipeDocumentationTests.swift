import Findings
import Foundation
import TestSupport
import Testing

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

  /// The keys with their options in the table below a heading.
  private static func table(below heading: String) -> [String: String] {
    let section =
      page.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") } ?? ""
    var keys: [String: String] = [:]
    for row in section.matches(of: /\n\| `([^`]+)` \| (?:`([^`]+)`)? ?\|/) {
      keys[String(row.output.1)] = row.output.2.map(String.init) ?? ""
    }
    return keys
  }

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

  @Test("The page has the keys of the code, and an example of each")
  func keys() {
    #expect(!RecipeExample.all.isEmpty)
    let common = Recipe.commonKeys
    #expect(
      Self.table(below: "Every kind").keys.sorted() == (["report"] + common.map(\.name)).sorted())
    for verb in ReportTool.kinds {
      let kind = verb.kind
      let table = Self.table(below: "`\(kind)`")
      #expect(Set(table.keys) == Set(verb.recipeKeys.map(\.name)), "\(kind)")
      let examples = RecipeExample.all.filter { $0.kind == kind }.map(\.yaml).joined()
      for key in verb.recipeKeys {
        let name = key.parameter.name
        #expect(
          table[key.name] == (key.isRequired ? "<\(name)>" : key.parameter.option), "\(key.name)")
        #expect(examples.contains("\n\(key.name):"), "\(kind) has no example of \(key.name)")
      }
    }
    let examples = RecipeExample.all.map(\.yaml).joined()
    for key in common { #expect(examples.contains("\n\(key.name):")) }
  }
}
