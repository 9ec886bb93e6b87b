import CSVReading
import Findings
import TestSupport
import Testing

@Suite("Writing records")
struct CSVWriterTests {
  @Test(
    "Only fields that need quotes get them",
    arguments: [
      (["a", "b"], "a,b\n"), (["x, y", ""], "\"x, y\",\n"),
      (["say \"hi\""], "\"say \"\"hi\"\"\"\n"),
      (["\"\u{301}"], "\"\"\"\u{301}\"\n"), ([" a", "b\t"], "\" a\",\"b\t\"\n"),
      (["two\r\nlines"], "\"two\r\nlines\"\n"), ([""], "\"\"\n"),
    ])
  func record(fields: [String], text: String) {
    #expect(CSVWriter().record(fields) == text)
  }

  @Test("What is written is read back", arguments: [",", ";", "\t", "|"] as [Character])
  func roundTrip(delimiter: Character) throws {
    var rng = SeededGenerator(seed: 7)
    let pieces = ["a", "\"", ",", ";", "\t", "|", "\n", "\r", " ", "é", "\u{301}", "\u{0}", ""]
    for columns in 1...4 {
      let rows = (0..<50).map { _ in
        ["x"]
          + (1..<columns + 1).map { _ in
            (0..<3).compactMap { _ in pieces.randomElement(using: &rng) }.joined()
          }
      }
      let writer = CSVWriter(delimiter: delimiter)
      let header = (0...columns).map { "c\($0)" }
      let text = ([header] + rows).map(writer.record).joined()
      #expect(try Reading(text, CSVOptions(delimiter: delimiter)).rows == rows)
    }
  }
}
