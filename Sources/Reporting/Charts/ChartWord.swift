/// The words of the ready-made charts.
enum ChartWord: String, Vocabulary {
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
  case stripSummary = "%1 groups; the medians go from %2 (%3) to %4 (%5)."
  case stripKey = "Line: P10 to P90, beam: P25 to P75, diamond: median; an arrow means “or more”."
  case month = "Month"
  case fanSummary =
    "The median goes from %1 in %2 to %3 in %4; then, four outcomes in five lie from %5 to %6. The inner band holds half of the outcomes."
  case estimate = "Estimate"
  case intervalLow = "Interval from"
  case intervalHigh = "Interval to"
  case differenceSummary = "%1 groups; from %2 (%3) to %4 (%5)."
  case clearDifferences = "In %1 of them the interval leaves out zero."
  case noDifference = "no difference"
  case step = "Step"
  case amount = "Amount"
  case runningTotal = "Running total"
  case waterfallSummary = "%1 steps, the last of them: %2, %3."

  static let translations: [Language: [ChartWord: String]] = [
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
      .stripSummary: "%1 Gruppen; die Mediane reichen von %2 (%3) bis %4 (%5).",
      .stripKey:
        "Linie: P10 bis P90, Balken: P25 bis P75, Raute: Median; ein Pfeil heißt „oder mehr“.",
      .month: "Monat",
      .fanSummary:
        "Der Median geht von %1 im %2 auf %3 im %4; vier von fünf Ergebnissen liegen dann von %5 bis %6. Das innere Band enthält die Hälfte der Ergebnisse.",
      .estimate: "Schätzung",
      .intervalLow: "Intervall von",
      .intervalHigh: "Intervall bis",
      .differenceSummary: "%1 Gruppen; von %2 (%3) bis %4 (%5).",
      .clearDifferences: "Bei %1 davon schließt das Intervall die Null aus.",
      .noDifference: "kein Unterschied",
      .step: "Schritt",
      .amount: "Betrag",
      .runningTotal: "Zwischensumme",
      .waterfallSummary: "%1 Schritte, der letzte davon: %2, %3.",
    ]
  ]
}
