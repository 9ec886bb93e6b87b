import Findings
import Reporting
import Reports
import TestSupport
import Testing

@Suite("The words of a role in other languages")
struct RoleProfileTests {
  private static let english = """
    role: Account Executive
    summary: Sells.
    duties: [Find, Keep]
    skills: [Talk]
    found in: [{industry: Utilities, accounts: towns, nearest occupation: 41-3091}]
    neighbouring occupations: [41-3091]
    """

  private static let german = """
    role: Account Executive
    summary: Verkauft.
    duties: [Finden, Halten]
    skills: [Reden]
    found in: [{industry: Versorgung, accounts: Städte}]
    """

  @Test("They stand in a file beside it, and its codes in the role's own")
  func beside() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.english, to: "role.yaml")
    #expect(try RoleProfile(path: path).translations.isEmpty)
    let beside = try folder.write(Self.german, to: "role.de.yaml")
    let role = try RoleProfile(path: path)
    let german = try #require(role.translations[.german])
    #expect(german.path == beside)
    #expect(german.profile.duties == ["Finden", "Halten"])
    #expect(german.profile.industries.map(\.name) == ["Versorgung"])
    #expect(german.profile.industries.map(\.nearestOccupation) == ["41-3091"])
    #expect(german.profile.neighbouringOccupations == role.neighbouringOccupations)
  }

  @Test(
    "Words of more or fewer things than there are, and codes of its own, are refused",
    arguments: [
      ("[Finden, Halten]", "[Finden]", "language.translation"),
      ("[Reden]", "[Reden, Schreiben]", "language.translation"),
      ("accounts: Städte}", "accounts: Städte, nearest occupation: 41-3011}", "yaml.unknown-key"),
    ])
  func mismatch(words: String, broken: String, kind: String) throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.english, to: "role.yaml")
    _ = try folder.write(Self.german.replacing(words, with: broken), to: "role.de.yaml")
    let failure = #expect(throws: InputFailure.self) { try RoleProfile(path: path) }
    #expect(failure?.code == .badData)
    #expect(failure?.log.findings.first?.kind.rawValue == kind)
    #expect(failure?.log.findings.first?.place?.file.hasSuffix("role.de.yaml") == true)
  }
}
