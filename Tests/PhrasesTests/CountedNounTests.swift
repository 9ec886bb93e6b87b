import Testing

@testable import Phrases

/// "1 deal is", not "1 deals are": a phrase in which a count stands before a noun has a form for one.
@Suite("Counted nouns")
struct CountedNounTests {
  /// A place with a counted noun in the plural behind it; what there is "more than" or "over" is a limit.
  private static func counts(_ english: String) -> Bool {
    let place =
      #/(more than |over )?%[0-9]+ ((data|different|open|ranked|replicate|simulated|won) )?(accounts|amounts|areas|attainments|bands|careers|categories|cells|characters|closes|columns|cuts|dates|days|deals|degrees|differences|elements|employees|employers|entries|errors|events|factors|fields|files|formulas|groups|jobs|lines|measures|men|months|notes|occupations|offers|opportunities|pairs|parts|payments|people|periods|phrases|plans|recipients|rows|shares|sheets|terms|values|warnings|weights|women|years)\b/#
    return english.matches(of: place).contains { $0.output.1 == nil }
  }

  /// How phrases begin whose number is never a count of one.
  private static let exceptions = [
    // The code has another phrase for one.
    "%1 ranked accounts, ", "%1 people are paid ", "%1 that %2 people have earned ",
    "%1 people owe ", "%1 payments are by other plans ", " %1 payments for other times ",
    "%1 payments are for deals ", "On the same deals the plan pays less ", "Review of %1 plans",
    "What %1 plans pay", "What %1 offers pay", "A team of %1 people",
    // There are several, or it would not be said.
    "There are %1 groups, ", "One group has only %1 people", "The greatest %1 of %2 lines",
    "Errors from %1 replicate weights", "%1 plans are given, ", "`tiers` must say how these %1 ",
    "the column \"quota\" does not say which of the %1 ", "%1 give %2 fields ",
    "%1 makes %2 groups", "%1 has %2 values, and the two ", "the pay is of %1 months",
    "the tables are of %1 dates", "the workbook has %1 sheets ", "the cuts are of %1 days",
    "\"%1\" has %2 cuts ", "\"%1\" may be one of %2 areas", "%1 people of equal pay ",
    // Numbers out of a range or past a limit.
    "%1 opportunities a year are not from 1 ", "a cycle of %1 days is not from 0 ",
    "%1 accounts are not from 1 ", "%1 columns are more than ",
    "the table \"%1\" has %2 rows, and a sheet ", "%1 open deals are more than ",
    // Years with a decimal, and a number of years that the program sets.
    "That is %1 years of aging ", "Deals are drawn and paid by the plan, %1 years each ",
  ]

  @Test("English has a form for one of what is counted")
  func forms() {
    let english = Language.english.file.entries.words
    let counted = Language.german.file.entries.words.keys.filter { Self.counts($0.english) }
    // As many as there are; less means that this looks at nothing.
    #expect(counted.count > 150)
    let missing = counted.filter { phrase in
      english[phrase] == nil && !Self.exceptions.contains { phrase.english.hasPrefix($0) }
    }
    #expect(missing.map(\.english).sorted() == [])
    for exception in Self.exceptions {
      #expect(counted.contains { $0.english.hasPrefix(exception) }, "\(exception)")
    }
  }

  @Test("A sentence agrees with one, and with more")
  func agreement() {
    func unread(_ count: Int) -> Inline {
      "\(count) of \(3) rows could not be read and are not in these figures."
    }
    #expect(unread(1).plainText == "1 of 3 rows could not be read and is not in these figures.")
    #expect(unread(2).plainText == "2 of 3 rows could not be read and are not in these figures.")
    let column = "stage"
    let won: Inline =
      "\(1) deals are not won, and count only where the plan selects by \"\(column)\""
    #expect(
      won.plainText == "1 deal is not won, and counts only where the plan selects by \"stage\"")
    #expect(
      Phrasebook(.german).text(won)
        == "1 Abschluss ist nicht gewonnen und zählt nur, wo der Plan nach „stage“ auswählt")
  }
}
