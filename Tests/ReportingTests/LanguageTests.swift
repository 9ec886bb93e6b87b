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

  @Test("Every word of the writers is translated")
  func complete() {
    for language in Language.allCases where language != .english {
      let missing = WriterWord.allCases.filter { WriterWord.translations[language]?[$0] == nil }
      #expect(missing.isEmpty)
    }
  }

  @Test("Other modules bring words of their own")
  func extensible() {
    enum Word: String, Vocabulary {
      case quota = "Quota"
      case bonus = "Bonus"
      static let translations: [Language: [Word: String]] = [.german: [.quota: "Quote"]]
    }
    #expect(Language.german(Word.quota) == "Quote")
    #expect(Language.german(Word.bonus) == "Bonus")
    #expect(Language.english(Word.quota) == "Quota")
  }
}
