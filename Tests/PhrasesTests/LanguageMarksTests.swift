import Amounts
import Phrases
import Testing

/// Numbers and dates as CLDR 48 has them (common/main/fr.xml and de.xml), written by ICU 78.2 through
/// `Intl` of Node.js; its blanks that do not break are plain ones in our German.
@Suite("Marks of languages")
struct LanguageMarksTests {
  private let dollars = Money(minorUnits: 5_750_400, currency: .usd)

  @Test("French numbers")
  func french() throws {
    let french = NumberStyle(try #require(Language(code: "fr")))
    #expect(french.money(dollars) == "57\u{202f}504,00\u{a0}$US")
    #expect(french.money(Money(minorUnits: -5_750_400, currency: .usd)).hasPrefix("-57\u{202f}504"))
    #expect(french.money(Money(minorUnits: 100, currency: .gbp)) == "1,00\u{a0}£GB")
    #expect(french.money(Money(minorUnits: 150, currency: .eur)) == "1,50\u{a0}€")
    let francs = Money(minorUnits: 150, currency: try #require(Currency(code: "CHF")))
    #expect(french.money(francs) == "1,50\u{a0}CHF")
    #expect(french.percentage(0.125) == "12,5\u{a0}%")
    #expect(french.number(1234.5, places: 1) == "1\u{202f}234,5")
  }

  @Test("German numbers")
  func german() {
    let german = NumberStyle(.german)
    #expect(german.money(dollars) == "57.504,00 $")
    #expect(german.percentage(0.125) == "12,5 %")
    #expect(german.number(57504.25, places: 2) == "57.504,25")
  }

  @Test("Dates")
  func dates() throws {
    let french = try #require(Language(code: "fr"))
    let day = try #require(CalendarDate(iso: "2021-05-03"))
    #expect(french.date(day) == "3 mai 2021")
    #expect(Language.german.date(day) == "3. Mai 2021")
    #expect(french.numericDate(day) == "03/05/2021")
    #expect(Language.german.numericDate(day) == "03.05.2021")
    #expect(french.numericMonth(day.yearMonth) == "05/2021")
    #expect(Language.german.numericMonth(day.yearMonth) == "05/2021")
    #expect(
      (1...12).map {
        french.shortMonth(YearMonth(monthNumber: 24_000 + $0 - 1)).prefix { $0 != " " }
      }
        == [
          "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
          "déc.",
        ])
    #expect(
      (1...12).map {
        Language.german.shortMonth(YearMonth(monthNumber: 24_000 + $0 - 1)).prefix { $0 != " " }
      } == ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"])
    // ISO 8601 in English, as in the files that people have.
    #expect(Language.english.numericDate(day) == "2021-05-03")
    #expect(Language.english.quarter(of: day.yearMonth) == "2021 Q2")
    #expect(Language.german.quarter(of: day.yearMonth) == "Q2 2021")
  }

  @Test("Languages are found by their codes, English first")
  func lookup() {
    #expect(Language.all.map(\.code) == ["en", "de", "fr"])
    #expect(Language(code: "de")?.name == "Deutsch")
    #expect(Language(code: "xx") == nil)
    #expect(Language(code: "DE") == nil)
  }
}
