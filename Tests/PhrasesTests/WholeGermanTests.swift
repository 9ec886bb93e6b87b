import Foundation
import TestSupport
import Testing

@testable import Phrases

/// German is whole: each phrase of the code has German words, and no words are left of phrases that went.
///
/// What documents say is also tried through the command (`LocaleTests`).
@Suite("German as a whole")
struct WholeGermanTests {
  private static let book = Language.german.file.entries.words

  @Test("Words are of phrases that the code says, or that a dataset has")
  func orphans() throws {
    var known = Set(try SwiftLiteral.all().flatMap(\.literals).map(\.template))
    // A series break is described in the file; readings are put together of their rule and its value.
    let breaks = try Checkout.text("datasets/oews-breaks.csv")
    for draw in ["recoverable", "non-recoverable", "added"] { known.insert("draw: \(draw)") }
    let orphans = Self.book.keys.filter { phrase in
      phrase.context == nil && !known.contains(phrase.english) && !breaks.contains(phrase.english)
    }
    #expect(orphans.map(\.english).sorted() == [])
  }

  @Test("Words with a context are of names in the datasets, or of phrases that say it")
  func contexts() throws {
    let literals = Set(try SwiftLiteral.all().flatMap(\.literals).map(\.template))
    let tables = try FileManager.default.contentsOfDirectory(atPath: Checkout.datasets)
      .filter { $0.hasPrefix("oews-") }.map { try Checkout.text("datasets/\($0)") }
      .joined()
    let orphans = Self.book.keys.filter { phrase in
      guard let context = phrase.context else { return false }
      return !literals.contains(context)
        || !literals.contains(phrase.english) && !tables.contains(phrase.english)
    }
    #expect(orphans.map(\.english).sorted() == [])
  }

  @Test("Every sector and occupation of the published tables has a German name")
  func names() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: Checkout.datasets)
    where file.hasPrefix("oews-")
      && (file.hasSuffix("national.csv") || file.hasSuffix("sector.csv"))
    {
      let lines = try Checkout.text("datasets/\(file)").split(separator: "\n").map(Self.cells)
      let header = try #require(lines.first)
      for (column, context) in [("occ_title", "occupation"), ("naics_title", "sector")] {
        let place = try #require(header.firstIndex(of: column), "\(file)")
        for name in Set(lines.dropFirst().map { $0[place] }) where !name.isEmpty {
          #expect(Self.book[Phrase(name, context: context)] != nil, "\(file): \(name)")
        }
      }
    }
  }

  @Test(
    "Headings, titles and sentences of documents have words",
    arguments: [
      "Answers", "CareerAnswers", "LedgerAnswers", "MarketAnswers", "PayAnswers", "Reporting",
      "Reports",
    ])
  func literals(_ module: String) throws {
    let places =
      #/(\.(paragraph|section|strong|emphasis|warning|number)\(\s*|\[\s*\.text\(|sheet\.add\((nil|"[a-z_0-9]+"), (\.text\()?|(xTitle|yTitle|caption): )$/#
    let said = try SwiftLiteral.all(below: module).flatMap(\.literals)
      .filter { $0.before.firstMatch(of: places) != nil }.map(\.template)
    // The reader finds what it is to hold.
    #expect(!said.isEmpty)
    let missing = Set(said).filter { text in
      Self.book[Phrase(text)] == nil && !Phrasebook(.german).knows(Phrase(text))
    }
    // Fields of records for programs.
    #expect(missing.subtracting(["mean", "geometric_mean", "adjusted"]).sorted() == [])
  }

  /// The cells of a line of CSV without line ends in cells.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line where character != "\r" {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
