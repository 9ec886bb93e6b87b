/// The words that the writers of documents and charts add of themselves.
package enum WriterWord: String, WordList {
  case note = "Note"
  case warning = "Warning"
  case footnotes = "Notes and sources"
  case noRows = "(no rows)"
  case suppressed = "(suppressed)"
  case report = "Report"
  case table = "Table"
  case chartData = "The data of this chart"
  case backToText = "Back to the text"

  package static let translations: [Language: [WriterWord: String]] = [
    .german: [
      .note: "Hinweis",
      .warning: "Achtung",
      .footnotes: "Anmerkungen und Quellen",
      .noRows: "(keine Zeilen)",
      .suppressed: "(unterdrückt)",
      .report: "Bericht",
      .table: "Tabelle",
      .chartData: "Die Daten dieser Grafik",
      .backToText: "Zurück zum Text",
    ]
  ]
}
