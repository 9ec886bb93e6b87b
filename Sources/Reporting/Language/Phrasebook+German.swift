public import Phrases

extension Phrasebook {
  /// The words that documents, tables and charts bring with them.
  public static func documents(in language: Language) -> Phrasebook {
    switch language {
    case .english: Phrasebook(.english)
    case .german: Phrasebook(.german, german)
    }
  }

  /// The German words of documents, tables and charts.
  static let german: [String: String] = [
    "Note": "Hinweis",
    "Warning": "Achtung",
    "Notes and sources": "Anmerkungen und Quellen",
    "(no rows)": "(keine Zeilen)",
    "(suppressed)": "(unterdrückt)",
    "Report": "Bericht",
    "Table": "Tabelle",
    "The data of this chart": "Die Daten dieser Grafik",
    "Back to the text": "Zurück zum Text",
    "There are no data to show.": "Es gibt keine Daten zu zeigen.",
    "%1: %2.": "%1: %2.",
    "Series": "Reihe",
    "%1: from %2 at %3 to %4 at %5.": "%1: von %2 bei %3 bis %4 bei %5.",
    "%1: from %2 in %3 to %4 in %5.": "%1: von %2 (%3) auf %4 (%5).",
    "%1: %2 at %3.": "%1: %2 bei %3.",
    "From": "Von",
    "To below": "Bis unter",
    "Share": "Anteil",
    "Share per %1": "Anteil je %1",
    "%1 is %2.": "%1 ist %2.",
    "Group": "Gruppe",
    "Median": "Median",
    "The lowest median is %1 (%2), the highest %3 (%4); number of groups: %5. Line: P10 to P90, beam: P25 to P75, diamond: median; an arrow means “or more”.":
      "Der niedrigste Median ist %1 (%2), der höchste %3 (%4); Zahl der Gruppen: %5. Linie: P10 bis P90, Balken: P25 bis P75, Raute: Median; ein Pfeil heißt „oder mehr“.",
    "Month": "Monat",
    "The median goes from %1 in %2 to %3 in %4; then, four outcomes in five lie from %5 to %6. The inner band holds half of the outcomes.":
      "Der Median geht von %1 im %2 auf %3 im %4; vier von fünf Ergebnissen liegen dann von %5 bis %6. Das innere Band enthält die Hälfte der Ergebnisse.",
    "Estimate": "Schätzung",
    "Interval from": "Intervall von",
    "Interval to": "Intervall bis",
    "The greatest is %1 (%2), the least %3 (%4); number of groups: %5. In %6 of them the interval leaves out zero.":
      "Die größte ist %1 (%2), die kleinste %3 (%4); Zahl der Gruppen: %5. Bei %6 davon schließt das Intervall die Null aus.",
    "no difference": "kein Unterschied",
    "Step": "Schritt",
    "Amount": "Betrag",
    "Running total": "Zwischensumme",
    "%1: %2; steps: %3.": "%1: %2; Schritte: %3.",
  ]
}
