import Testing

@testable import Phrases

/// The rules and their samples as they stand in supplemental/plurals.xml of CLDR 48.
@Suite("Plural rules")
struct PluralRuleTests {
  /// The category of a number with full stop and comma as marks.
  private func category(
    of number: String, _ rules: [(PluralCategory, String)]
  ) throws -> PluralCategory {
    let operands = try #require(PluralOperands(number, decimal: ".", group: ","))
    return try rules.first { try #require(PluralRule($0.1)).holds(for: operands) }?.0 ?? .other
  }

  @Test(
    "The languages have the categories of the samples",
    arguments: [
      ("en", PluralCategory.one, ["1"]),
      ("en", .other, ["0", "2", "16", "100", "1000000", "0.0", "1.0", "1.5", "10.0"]),
      ("de", .one, ["1"]),
      ("de", .other, ["0", "2", "16", "100", "1000000", "0.0", "1.0", "1.5", "10.0"]),
      ("fr", .one, ["0", "1", "0.0", "0.9", "1.5"]),
      ("fr", .many, ["1000000", "2000000"]),
      ("fr", .other, ["2", "17", "100", "1000", "100000", "2.0", "3.5", "10.0", "1000000.0"]),
    ])
  func languages(code: String, category: PluralCategory, samples: [String]) throws {
    let head = try #require(Language(code: code)).file.head
    for sample in samples {
      let written = sample.replacing(".", with: head.decimal)
      #expect(head.category(of: written) == category, "\(code) \(written)")
    }
  }

  @Test(
    "Russian tells one, few and many apart by the last digits",
    arguments: [
      ("1", PluralCategory.one), ("21", .one), ("101", .one), ("1001", .one), ("2", .few),
      ("4", .few), ("22", .few), ("102", .few), ("0", .many), ("5", .many), ("11", .many),
      ("12", .many), ("19", .many), ("100", .many), ("1000000", .many), ("0.0", .other),
      ("1.5", .other),
    ])
  func russian(number: String, expected: PluralCategory) throws {
    let found = try category(
      of: number,
      [
        (.one, "v = 0 and i % 10 = 1 and i % 100 != 11"),
        (.few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
        (.many, "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14"),
      ])
    #expect(found == expected)
  }

  @Test(
    "Latvian looks at the digits after the mark too",
    arguments: [
      ("0", PluralCategory.zero), ("10", .zero), ("20", .zero), ("1000", .zero), ("0.0", .zero),
      ("11.0", .zero), ("1", .one), ("21", .one), ("101", .one), ("0.1", .one), ("1.0", .one),
      ("2.1", .one), ("10.1", .one), ("1000.1", .one), ("2", .other), ("9", .other),
      ("22", .other), ("102", .other), ("0.2", .other), ("1.9", .other), ("10.2", .other),
    ])
  func latvian(number: String, expected: PluralCategory) throws {
    let found = try category(
      of: number,
      [
        (.zero, "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19"),
        (
          .one,
          "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1"
        ),
      ])
    #expect(found == expected)
  }

  @Test(
    "What is no rule is refused",
    arguments: [
      "", "i", "i =", "i = 1 and", "x = 1", "i = 1 or or v = 0", "i % 0 = 1", "i = 4..2", "i == 1",
      "i = 1 @integer 1", "i = 1,", "i = 1.2",
    ])
  func malformed(text: String) { #expect(PluralRule(text) == nil) }

  @Test("Numbers with marks of the language are read, and what is none is other")
  func numbers() throws {
    let german = Language.german.file.head
    #expect(german.category(of: "1") == .one)
    #expect(german.category(of: "-1") == .one)
    for text in ["", "1.000", "1,0", "—", "eins", "1 %", "1,", ",", "123456789012345678901"] {
      #expect(german.category(of: text) == .other, "\(text)")
    }
  }
}
