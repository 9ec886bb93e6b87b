import CSVReading
import Findings
import SalaryData
import TestSupport
import Testing

/// Titles were labelled by hand before the table was tried on them, by the scale of `job-levels.csv` and the
/// traps that compensation surveys name: staff is junior in accounting and senior in technology, "executive"
/// in "executive assistant" belongs to the boss. More than half of them are not in the table.
@Suite("Job titles")
struct JobTitleTests {
  struct Labelled {
    let title: String
    let level: String
    let role: String
  }

  static func labelled() throws -> [Labelled] {
    let file = try CSVFile(
      bytes: Array(Checkout.text("Tests/SalaryDataTests/Expectations/titles.csv").utf8),
      name: "titles.csv")
    var titles: [Labelled] = []
    _ = try file.records { (record) throws(InputFailure) in
      titles.append(
        Labelled(title: record.text(0), level: record.text(1), role: record.text(2)))
    }
    return titles
  }

  @Test("are on the right level, but for one in twenty, and never two levels away")
  func levels() throws {
    let titles = try BundledData.vocabularies().titles
    let labelled = try Self.labelled()
    #expect(labelled.count >= 300)
    let scale = titles.scale.map(\.code)
    let tracks = titles.scale.map(\.track)
    var wrong: [String] = []
    for sample in labelled {
      let found = titles.meaning(of: sample.title).level?.code ?? ""
      guard found != sample.level else { continue }
      wrong.append("\(sample.title): \(found), not \(sample.level)")
      if let own = scale.firstIndex(of: sample.level), let other = scale.firstIndex(of: found) {
        #expect(tracks[own] != tracks[other] || abs(own - other) < 2, "\(sample.title)")
      }
    }
    #expect(wrong.count * 20 <= labelled.count, "\(wrong.joined(separator: "; "))")
  }

  @Test("are of the right role, but for one in twenty")
  func roles() throws {
    let titles = try BundledData.vocabularies().titles
    let labelled = try Self.labelled()
    let wrong = labelled.compactMap { sample -> String? in
      let found = titles.meaning(of: sample.title).role ?? JobTitles.otherRole
      return found == sample.role ? nil : "\(sample.title): \(found), not \(sample.role)"
    }
    #expect(wrong.count * 20 <= labelled.count, "\(wrong.joined(separator: "; "))")
  }

  @Test(
    "are the same for women and men in German",
    arguments: [
      ("Buchhalter", "Buchhalterin"), ("Sachbearbeiter", "Sachbearbeiterin"),
      ("Ingenieur", "Ingenieurin"), ("Geschäftsführer", "Geschäftsführerin"),
      ("Verkäufer", "Verkäuferin"), ("Leiter Vertrieb", "Leiterin Vertrieb"),
      ("Kaufmann", "Kauffrau"),
    ])
  func feminine(_ masculine: String, _ feminine: String) throws {
    let titles = try BundledData.vocabularies().titles
    #expect(titles.meaning(of: masculine).role == titles.meaning(of: feminine).role)
    #expect(titles.meaning(of: masculine).level?.code == titles.meaning(of: feminine).level?.code)
  }

  @Test("of which many are not in the table are what tells how good it is")
  func novelty() throws {
    let table = try CSVFile(
      bytes: Array(Checkout.text("datasets/job-titles.csv").utf8), name: "job-titles.csv")
    var known: Set<String> = []
    _ = try table.records { (record) throws(InputFailure) in
      for spelling in [record.text(0)] + record.text(3).split(separator: ";").map(String.init) {
        known.insert(Self.plain(spelling))
      }
    }
    let labelled = try Self.labelled()
    let new = labelled.count { !known.contains(Self.plain($0.title)) }
    #expect(new * 100 >= labelled.count * 45)
  }

  private static func plain(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  @Test(
    "are read at their head, whatever stands behind it",
    arguments: [
      ("Executive Assistant to the Vice President", "S3"), ("Assistant to the Director", "S3"),
      ("Director of the Graduate Program", "M4"), ("Staff Accountant Lead", "P5"),
      ("Staff Accountant", "P1"), ("Staff Engineer", "P5"), ("Associate Professor", "P5"),
      ("Associate Director", "M4-"), ("Associate Engineer", "P1"),
      ("Chief Happiness Officer", "E3"),
      ("VP", "E1"), ("SVP, Quantitative Finance Manager", "E2"), ("Engineer II", "P2"),
      ("Officer", nil), ("", nil), ("Vertriebsmitarbeiter/in (m/w/d)", "P2"),
    ] as [(String, String?)])
  func heads(_ title: String, _ level: String?) throws {
    #expect(try BundledData.vocabularies().titles.meaning(of: title).level?.code == level)
  }
}
