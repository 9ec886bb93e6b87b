import Findings
import SalaryData
import TestSupport
import Testing

@Suite("A vocabulary")
struct VocabularyTests {
  @Test(
    "knows the spellings that people use for countries",
    arguments: [
      ("USA", "US"), ("u.s.", "US"), ("United States of America", "US"), ("Deutschland", "DE"),
      ("UK", "GB"), ("england", "GB"), ("The Netherlands", "NL"),
    ])
  func countries(_ text: String, _ code: String) throws {
    let countries = try BundledData.open().vocabulary(named: "countries")
    #expect(countries.entry(for: text, .whole)?.code == code)
  }

  @Test(
    "knows the sector of industries as people write them",
    arguments: [
      ("Computing or Tech", "51"), ("Marketing, Advertising & PR", "54"),
      ("Accounting, Banking & Finance", "52"), ("Health care", "62"), ("Nonprofits", "81"),
      ("Non-profit", "81"),
      ("Engineering or Manufacturing", "54"), ("Education (Higher Education)", "61"),
      ("biotech startup", "54"), ("Government and Public Administration", "99"), ("Law", "54"),
      ("Retail", "44-45"), ("Business or Consulting", "54"), ("SaaS", "51"),
      ("Wealth management / private banking", "52"),
    ])
  func industries(_ text: String, _ code: String) throws {
    let industries = try BundledData.open().vocabulary(named: "industries")
    let entry =
      industries.entry(for: text, .whole) ?? industries.entry(for: text, .contained)
    #expect(entry?.code == code)
  }

  @Test(
    "knows role and level of job titles",
    arguments: [
      ("Sr. Acct Exec II", "Account Executive", "P4"),
      ("ENTERPRISE ACCOUNT EXECUTIVE", "Account Executive", "P3"),
      ("Junior Key Account Manager", "Account Manager", "P1"),
      ("VP of Sales", "Sales Manager", "E1"),
      ("Software Engineer III", "Software Engineer", "P3"),
      ("Director, Business Development", "Business Development", "M4"),
      ("SDR", "Sales Development Representative", "P1"),
      ("Wizard", nil, nil),
    ] as [(String, String?, String?)])
  func titles(_ text: String, _ role: String?, _ level: String?) throws {
    let titles = try BundledData.vocabularies().titles
    let meaning = titles.meaning(of: text)
    #expect(meaning.role == role && meaning.level?.code == level)
  }

  @Test("in which two codes claim one spelling is an error that names both")
  func ambiguity() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "code,title,spellings\nA,Alpha,one; two\nB,Beta,Two\n", to: "titles.csv")
    let failure = #expect(throws: InputFailure.self) { try Vocabulary(path: path) }
    #expect(failure?.log.findings.first?.place?.line == 3)
    #expect(failure?.log.findings.first?.message.plainText.contains("Alpha") == true)
  }
}
