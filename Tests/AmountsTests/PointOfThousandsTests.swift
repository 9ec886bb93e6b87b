import Amounts
import Testing

@Suite("A point that may group thousands")
struct PointOfThousandsTests {
  // The two readings of each are what a reader of English and a reader of German make of it.
  @Test(
    "has two readings, written so that each has only one",
    arguments: [
      ("690.048", "690.0480", "690048"), ("80.000", "80", "80000"), ("65.000 €", "65", "65000"),
      ("EUR 12.500 per month", "12.5", "12500"), ("-1.250", "1.25", "1250"),
      ("$1.200 each", "1.2", "1200"), ("600.100", "600.1", "600100"),
    ])
  func ambiguous(text: String, decimal: String, grouped: String) throws {
    let readings = try #require(WrittenAmount.readings(of: text))
    #expect(readings.decimal == decimal)
    #expect(readings.grouped == grouped)
    #expect(WrittenAmount.readings(of: decimal) == nil)
    #expect(WrittenAmount.readings(of: grouped) == nil)
    #expect(Ratio(decimal: decimal) != Ratio(decimal: grouped))
  }

  @Test(
    "is not one where only one reading makes sense",
    arguments: [
      "690048", "690,048", "690,048.125", "0.125", "057.504", "57.5", "57.50", "57.5040",
      "1234.567", "57.504k", "1.250 m", "57.504kEUR", "1.234.567", "690_048.12", ".125", "", "lots",
    ])
  func clear(text: String) { #expect(WrittenAmount.readings(of: text) == nil) }
}
