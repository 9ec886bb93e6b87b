import Amounts
import Reporting
import Testing

@Suite("Language")
struct LanguageTests {
  @Test("Dates have the names of months")
  func dates() throws {
    let day = try #require(CalendarDate(iso: "2021-03-31"))
    #expect(Language.english.date(day) == "31 March 2021")
    #expect(Language.german.date(day) == "31. März 2021")
    #expect(Language.german.month(day.yearMonth) == "März 2021")
    #expect(Language.german.shortMonth(day.yearMonth) == "Mär 2021")
  }

  @Test("Every word of the writers and charts is translated")
  func complete() {
    func untranslated<Words: WordList>(_: Words.Type, _ language: Language) -> [String] {
      Words.allCases.filter { Words.translations[language]?[$0] == nil }.map(\.rawValue)
    }
    for language in Language.allCases where language != .english {
      #expect(untranslated(WriterWord.self, language) == [])
      #expect(untranslated(ChartWord.self, language) == [])
    }
  }

  @Test("Values stand in the places of a sentence, whatever is in them")
  func sentences() {
    enum Sentence: String, WordList {
      case gap = "%1 is 5% above %2, %3"
      static let translations: [Language: [Sentence: String]] = [
        .german: [.gap: "%2 liegt unter %1"]
      ]
    }
    #expect(Language.english(Sentence.gap, "%2", "b") == "%2 is 5% above b, %3")
    #expect(Language.german(Sentence.gap, "a", "b") == "b liegt unter a")
  }

  @Test("Other modules bring words of their own")
  func extensible() {
    enum Word: String, WordList {
      case quota = "Quota"
      case bonus = "Bonus"
      static let translations: [Language: [Word: String]] = [.german: [.quota: "Quote"]]
    }
    #expect(Language.german(Word.quota) == "Quote")
    #expect(Language.german(Word.bonus) == "Bonus")
    #expect(Language.english(Word.quota) == "Quota")
  }
}
