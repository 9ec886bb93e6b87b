import TestSupport
import Testing

@testable import Phrases

@Suite("Files of languages")
struct LanguageFileTests {
  static let head = """
    name: Test
    decimal: ,
    group: .
    money: # ¤
    currencies: USD $
    percent: # %
    day: d. MMMM y
    month: MMMM y
    short month: MMM y
    quarter: 'Q'q y
    numeric day: dd.MM.y
    numeric month: MM/y
    months: a, b, c, d, e, f, g, h, i, j, k, l
    short months: a, b, c, d, e, f, g, h, i, j, k, l
    plural one: i = 1 and v = 0

    """

  /// The words of a file after a sound head.
  private func words(_ entries: String) -> LanguageFile { LanguageFile(Self.head + "\n" + entries) }

  @Test("Every language's file is sound", arguments: Language.all)
  func languages(_ language: Language) {
    #expect(language.file.faults == [])
    #expect(language.file.entries.misplaced == [])
    #expect(language.code == "en" || !language.file.entries.words.isEmpty)
  }

  @Test("Phrases, plural forms, contexts and escapes are read")
  func reading() {
    let file = words(
      """
      # A comment
      The median is %1.
      = Der Median ist %1.

      %1 people
      =[%1 one] %1 Person
      =[%1 other] %1 Personen
      @ sector
      Information
      = Information und Kommunikation
      \\u{20}and\\u{20}
      = \\u{20}und\\u{20}
      \\u{23} of deals
      = = \\\\
      """)
    #expect(file.faults == [])
    #expect(
      file.entries.words == [
        Phrase("The median is %1."): .plain("Der Median ist %1."),
        Phrase("%1 people"): .plural(place: 1, forms: [.one: "%1 Person", .other: "%1 Personen"]),
        Phrase("Information", context: "sector"): .plain("Information und Kommunikation"),
        Phrase(" and "): .plain(" und "), Phrase("# of deals"): .plain("= \\"),
      ])
  }

  @Test(
    "Each malformed line is told, and the others are read all the same",
    arguments: [
      ("= words", 1), ("English", 1), ("English\n= a\n= b", 3), ("English\n=a", 2),
      ("English\n=[%1 one] a", 1), ("English\n=[%1 some] a\n=[%1 other] b", 2),
      ("%1\n=[%1 other] a\n=[%1 other] b", 3), ("%1 %2\n=[%1 one] a\n=[%2 other] b", 3),
      ("English\n= a \\x", 2), ("English\\u{110000}\n= a", 1), ("English \n= a", 1),
      (" English\n= a", 1), ("English\n= a\n\nEnglish\n= b", 4), ("@ alone", 1), ("@alone", 1),
      ("@ one\n@ two\nEnglish\n= a", 1), ("English\r\n= a", 1), ("English\n=[%1 one a", 2),
    ])
  func malformed(entries: String, line: Int) {
    let file = words(entries + "\n\nSound\n= gesund\n")
    let lines = file.faults.map { $0.line - 16 }
    #expect(lines.contains(line), "\(entries): \(file.faults)")
    #expect(file.entries.words[Phrase("Sound")] == .plain("gesund"))
  }

  @Test(
    "A malformed head is told, and the rest of it is read all the same",
    arguments: [
      ("decimal: ,", "decimal ,"), ("money: # ¤", "money: #"), ("percent: # %", "percent: %"),
      ("months: a, b", "months: b"), ("name: Test", "nam: Test"),
      ("currencies: USD $", "currencies: USD"),
      ("plural one: i = 1 and v = 0", "plural one: i is 1"), ("group: .", "group: . "),
      ("day: d. MMMM y", "decimal: ;"), ("plural one", "plural other"),
      ("plural one", "plural lots"),
    ])
  func malformedHead(sound: String, broken: String) {
    let file = LanguageFile(Self.head.replacing(sound, with: broken) + "\nSound\n= gesund\n")
    #expect(!file.faults.isEmpty)
    #expect(file.head.numericMonth == "MM/y")
    #expect(file.entries.words == [Phrase("Sound"): .plain("gesund")])
  }

  @Test("Words without the places of the English are found")
  func misplaced() {
    let file = words(
      """
      a %1 and %2
      = a %1
      b %1
      =[%1 one] one b
      =[%1 other] %1 bs
      c %1
      =[%1 one] one c
      =[%1 other] cs
      d %1
      =[%2 one] one d %1
      =[%2 other] %1 ds
      e %1
      = %1 %1 e
      """)
    #expect(file.faults == [])
    #expect(file.entries.misplaced.map(\.english) == ["a %1 and %2", "c %1", "d %1", "e %1"])
  }

  @Test("What is written is read again")
  func roundTrip() {
    var generator = SeededGenerator(seed: FreshSeed.value)
    let characters: [Character] = Array("aB%1 #=@[]\\:,.\u{a0}é—\"'{}u\u{202f}“")
    func text() -> String {
      let length = Int.random(in: 1...12, using: &generator)
      return String((0..<length).map { _ in characters.randomElement(using: &generator) ?? "a" })
    }
    var words: [Phrase: Translation] = [:]
    for _ in 0..<500 {
      let context = Bool.random(using: &generator) ? nil : text()
      words[Phrase(text(), context: context)] =
        Bool.random(using: &generator)
        ? .plain(text()) : .plural(place: 1, forms: [.one: text(), .few: text(), .other: text()])
    }
    var written = ""
    for (phrase, translation) in words {
      if let context = phrase.context { written += "@ \(Self.escaped(context))\n" }
      written += Self.escaped(phrase.english) + "\n"
      switch translation {
      case .plain(let text): written += "= \(Self.escaped(text))\n"
      case .plural(let place, let forms):
        for (category, text) in forms {
          written += "=[%\(place) \(category.rawValue)] \(Self.escaped(text))\n"
        }
      }
    }
    let file = self.words(written)
    #expect(file.faults == [], "seed \(FreshSeed.value)")
    #expect(file.entries.words == words, "seed \(FreshSeed.value)")
  }

  /// Writes a text so that it can stand anywhere: no blanks at its ends, no first character with a meaning.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
      if character == "\\" {
        result += "\\\\"
      } else if index == 0 || index == text.count - 1 || "\u{a0}\u{202f}".contains(character) {
        result += character.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
      } else {
        result.append(character)
      }
    }
    return result
  }
}

@Suite("Phrases with numbers")
struct PluralPhraseTests {
  @Test("The number that decides chooses the form, however it is written")
  func forms() {
    func people(_ count: Int) -> Inline { "\(.strong(.number(count))) people" }
    #expect(people(1).plainText == "1 person")
    #expect(people(0).plainText == "0 people")
    #expect(people(1000).plainText == "1,000 people")
    let german = Phrasebook(.german)
    #expect(german.text(people(1)) == "1 Person")
    #expect(german.text(people(21)) == "21 Personen")
    let one: Inline = "\(1) people"
    #expect(german.text(one) == "1 Person")
    #expect(one.inEnglish.plainText == "1 person")
  }

  @Test("A form may leave the number out")
  func withoutNumber() {
    #expect(("\(1) offers" as Inline).plainText == "An offer")
    #expect(
      Phrasebook(.german).text("\(1) recipients are over the limit.")
        == "Ein Empfänger liegt über der Grenze.")
  }

  @Test("A name of the language stands before the official one")
  func names() {
    let sector = Inline.name("Utilities", of: "sector")
    #expect(sector.plainText == "Utilities")
    #expect(Phrasebook(.german).text(sector) == "Versorgung (Utilities)")
    let short = Inline.name("Utilities", of: "sector", isShort: true)
    #expect(Phrasebook(.german).text(short) == "Versorgung")
    #expect(short.plainText == "Utilities")
    let unknown = Inline.name("Circus arts", of: "sector")
    #expect(Phrasebook(.german).text(unknown) == "Circus arts")
    #expect(unknown.unknownPhrases(to: Phrasebook(.german)) == [])
  }

  @Test("A context tells two meanings apart")
  func contexts() {
    let book = Phrasebook(.german)
    #expect(book.knows(Phrase("Utilities", context: "sector")))
    let other = ("Wholesale trade" as Inline).meaning("a fair")
    #expect(other.unknownPhrases(to: book) == ["Wholesale trade"])
    #expect(other.plainText == "Wholesale trade")
  }
}
