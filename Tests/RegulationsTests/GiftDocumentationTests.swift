import Amounts
import Regulations
import TestSupport
import Testing

/// A register of `docs/gifts-format.md` and what counts of it, for each recipient in order of the names.
struct GiftExample: CustomTestStringConvertible, Sendable {
  var line: Int
  var csv: String
  var figures: [String] = []
  var testDescription: String { "line \(line)" }

  static let all: [GiftExample] = {
    let text = (try? Checkout.text("docs/gifts-format.md")) ?? ""
    var examples: [GiftExample] = []
    for block in FencedBlock.all(in: text) {
      switch block.kind {
      case "csv": examples.append(GiftExample(line: block.line, csv: block.text))
      case "text": examples[examples.count - 1].figures = block.lines
      default: break
      }
    }
    return examples
  }()
}

@Suite("The documentation of gift registers")
struct GiftDocumentationTests {
  @Test("The page has the table of the columns that the reader knows, and an example of each")
  func columns() throws {
    let path = "docs/gifts-format.md"
    var lines: [Substring] = []
    var isInTable = false
    for line in try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      if isInTable, line.hasPrefix("|") { continue }
      isInTable = line == "<!-- columns -->"
      lines.append(line)
      if isInTable { lines += GiftRegister.columnTable.split(separator: "\n") }
    }
    let text = lines.joined(separator: "\n")
    #expect(try Checkout.recorded(path, as: text) == text)
    let examples = GiftExample.all.map(\.csv).joined()
    let columns = GiftRegister.columnTable.matches(of: /\n\| `([a-z_]+)`/).map(\.output.1)
    #expect(columns.count == 15)
    for column in columns { #expect(examples.contains(column), "\(column)") }
  }

  @Test("There are examples, and each has figures")
  func examples() {
    #expect(GiftExample.all.count > 2)
    #expect(GiftExample.all.allSatisfy { !$0.figures.isEmpty })
  }

  @Test("An example counts as it is printed", arguments: GiftExample.all)
  func example(_ example: GiftExample) throws {
    let lines = example.csv.split(separator: "\n").map(String.init)
    #expect(try Registers.read(lines).rejected == 0)
    let counted = try Registers.review(lines).entries.filter { $0.standing != nil }
    let parts = Dictionary(grouping: counted) { $0.recipient?.name ?? "" }
    let found = try parts.keys.sorted().map { name in
      let amounts = try (parts[name] ?? []).map { entry in
        try "\(#require(entry.share))".replacing(" USD", with: "")
      }
      return "\(name): \(amounts.joined(separator: " + ")) USD"
    }
    #expect(found == example.figures)
  }
}
