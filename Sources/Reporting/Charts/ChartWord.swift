/// The words of the ready-made charts.
package enum ChartWord: String, WordList {
  case series = "Series"
  case lineSummary = "%1: from %2 at %3 to %4 at %5."
  case trendSummary = "%1: from %2 in %3 to %4 in %5."
  case pointSummary = "%1: %2 at %3."
  case noData = "There are no data to show."
  case from = "From"
  case below = "To below"
  case share = "Share"
  case sharePer = "Share per %1"
  case quantileSummary = "%1 is %2."
  case group = "Group"
  case median = "Median"
  case stripSummary = "The lowest median is %2 (%3), the highest %4 (%5); number of groups: %1."
  case stripKey = "Line: P10 to P90, beam: P25 to P75, diamond: median; an arrow means “or more”."
  case month = "Month"
  case fanSummary =
    "The median goes from %1 in %2 to %3 in %4; then, four outcomes in five lie from %5 to %6. The inner band holds half of the outcomes."
  case estimate = "Estimate"
  case intervalLow = "Interval from"
  case intervalHigh = "Interval to"
  case differenceSummary = "The greatest is %2 (%3), the least %4 (%5); number of groups: %1."
  case clearDifferences = "In %1 of them the interval leaves out zero."
  case noDifference = "no difference"
  case step = "Step"
  case amount = "Amount"
  case runningTotal = "Running total"
  case waterfallSummary = "The last of the steps is %2, %3; number of steps: %1."

  package static let translations: [Language: [ChartWord: String]] = [
    .german: [
      .series: "Reihe",
      .lineSummary: "%1: von %2 bei %3 bis %4 bei %5.",
      .trendSummary: "%1: von %2 (%3) auf %4 (%5).",
      .pointSummary: "%1: %2 bei %3.",
      .noData: "Es gibt keine Daten zu zeigen.",
      .from: "Von",
      .below: "Bis unter",
      .share: "Anteil",
      .sharePer: "Anteil je %1",
      .quantileSummary: "%1 ist %2.",
      .group: "Gruppe",
      .median: "Median",
      .stripSummary:
        "Der niedrigste Median ist %2 (%3), der höchste %4 (%5); Zahl der Gruppen: %1.",
      .stripKey:
        "Linie: P10 bis P90, Balken: P25 bis P75, Raute: Median; ein Pfeil heißt „oder mehr“.",
      .month: "Monat",
      .fanSummary:
        "Der Median geht von %1 im %2 auf %3 im %4; vier von fünf Ergebnissen liegen dann von %5 bis %6. Das innere Band enthält die Hälfte der Ergebnisse.",
      .estimate: "Schätzung",
      .intervalLow: "Intervall von",
      .intervalHigh: "Intervall bis",
      .differenceSummary: "Die größte ist %2 (%3), die kleinste %4 (%5); Zahl der Gruppen: %1.",
      .clearDifferences: "Bei %1 davon schließt das Intervall die Null aus.",
      .noDifference: "kein Unterschied",
      .step: "Schritt",
      .amount: "Betrag",
      .runningTotal: "Zwischensumme",
      .waterfallSummary: "Der letzte Schritt ist %2, %3; Zahl der Schritte: %1.",
    ]
  ]
}
