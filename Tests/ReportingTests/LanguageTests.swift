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

  @Test("Documents take words, numbers and dates from their language")
  func translation() throws {
    let day = try #require(CalendarDate(iso: "2021-03-31"))
    let amount = Money(minorUnits: 5_750_400, currency: .usd)
    let document = Document(
      title: "Quota",
      blocks: [
        .paragraph(
          "\(.strong(.money(amount))) was \(.percentage(0.05)) above \("Median") on \(.date(day)).")
      ])
    let book = Phrasebook(.german).adding([
      "Quota": "Quote", "%1 was %2 above %3 on %4.": "Am %4 lag %1 um %2 über %3.",
    ])
    #expect(
      document.markdown()
        == "# Quota\n\n**$57,504.00** was 5.0% above Median on 31 March 2021.\n")
    #expect(
      document.translated(by: book).markdown()
        == "# Quote\n\nAm 31. März 2021 lag **57.504,00 $** um 5,0 % über Median.\n")
  }

  @Test("Values stand in the places of a sentence, whatever is in them")
  func values() {
    let sentence: Inline = "\("%2") is 5% above \("b"), %3"
    #expect(sentence.plainText == "%2 is 5% above b, %3")
  }

  @Test("What has no translation stays English, and is named once")
  func untranslated() {
    let name = "A name is not translated."
    let document = Document(blocks: [
      .paragraph("No word of \("this") is known."), .paragraph("No word of \("that") is known."),
      .paragraph(Inline(name)), .paragraph("P10"),
      .table(Table([.text("Median")], rows: [["A cell"]])),
    ])
    #expect(
      document.untranslated(by: Phrasebook(.german)) == [
        "No word of %1 is known.", "A cell",
      ])
    #expect(document.untranslated(by: Phrasebook(.english)) == [])
  }

  @Test("A word of two letters is translated where it is known")
  func shortWords() {
    let document = Document(blocks: [.paragraph("On \(.number(600_000))")])
    let book = Phrasebook(.german).adding(["On %1": "Bei %1"])
    #expect(document.translated(by: book).markdown() == "Bei 600.000\n")
  }

  @Test("Every word of the charts is translated")
  func complete() {
    let document = Document(blocks: sampleCharts(.english).map(Block.chart))
    let ownWords: Set = Set(document.untranslated(by: Phrasebook(.german)))
    let ofSamples = Set(
      sampleCharts(.english).flatMap { chart in
        [chart.title, chart.x.title].map(\.plainText)
      })
    #expect(ownWords.subtracting(ofSamples).filter { $0.contains("%") } == [])
  }
}
