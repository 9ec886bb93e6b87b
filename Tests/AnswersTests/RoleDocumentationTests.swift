import Findings
import Reports
import TestSupport
import Testing
import YAMLReading

/// `docs/role-format.md`: a role and what the report has of it.
@Suite("The documentation of the role file")
struct RoleDocumentationTests {
  private static let path = "docs/role-format.md"

  /// The example and its figures.
  private static func example() throws -> (yaml: String, figures: [String]) {
    let blocks = FencedBlock.all(in: try Checkout.text(path))
    return (
      try #require(blocks.first { $0.kind == "yaml" }?.text),
      try #require(blocks.first { $0.kind == "text" }?.lines)
    )
  }

  @Test("The file for editors is the schema of the library")
  func schema() throws {
    let schema = try Checkout.recorded("docs/role.schema.json", as: RoleProfile.schema)
    #expect(schema == RoleProfile.schema)
  }

  @Test("The manual has the key table of the grammar for every group")
  func manual() throws {
    let (text, shown) = Grammar.roleFile.writingTables(into: try Checkout.text(Self.path))
    #expect(try Checkout.recorded(Self.path, as: text) == text)
    #expect(shown == Grammar.roleFile.groups.map(\.name))
  }

  @Test("The example is read as it is printed, and uses every key of the schema")
  func example() throws {
    let (yaml, figures) = try Self.example()
    let role = try RoleProfile(yaml: yaml, file: "role.yaml")
    let found =
      [
        "role: \(role.name)", "summary: \(role.summary)",
        "duties: \(role.duties.joined(separator: " "))",
        "skills: \(role.skills.joined(separator: " "))",
      ] + role.industries.map { "\($0.name): \($0.accounts) (\($0.nearestOccupation))" }
      + ["neighbouring occupations: \(role.neighbouringOccupations.joined(separator: " "))"]
      + role.rules.map { "\($0.source): \($0.text)" }
    #expect(found == figures)
    var checker = try SchemaChecker(RoleProfile.schema)
    #expect(checker.accepts(try YAMLDocument(text: yaml, file: "role.yaml").root))
    #expect(checker.properties.subtracting(checker.used) == [])
    let bundled = try Checkout.text("datasets/roles/account-executive.yaml")
    #expect(checker.accepts(try YAMLDocument(text: bundled, file: "role.yaml").root))
  }

  @Test(
    "The schema refuses what the reader refuses",
    arguments: [
      ("duties:", "dutys:"), ("accounts:", "account:"), ("    source: FINRA Rule 3220\n", ""),
      ("skills:\n  - Explaining what is hard in plain words.", "skills: Explaining"),
    ])
  func refused(_ text: String, by other: String) throws {
    let sound = try Self.example().yaml
    let broken = sound.replacing(text, with: other)
    #expect(broken != sound)
    var checker = try SchemaChecker(RoleProfile.schema)
    #expect(!checker.accepts(try YAMLDocument(text: broken, file: "role.yaml").root))
    #expect(throws: InputFailure.self) { try RoleProfile(yaml: broken, file: "role.yaml") }
  }
}
