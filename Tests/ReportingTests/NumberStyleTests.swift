import Amounts
import Reporting
import Testing

@Suite("Number style")
struct NumberStyleTests {
  let english = NumberStyle(.english)
  let german = NumberStyle(.german)

  func usd(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: .usd) }

  @Test(
    "Amounts are grouped and keep their places",
    arguments: [
      (5_750_400 as Int64, "57,504.00", "57.504,00"), (0, "0.00", "0,00"), (-5, "-0.05", "-0,05"),
      (99_999, "999.99", "999,99"), (100_000, "1,000.00", "1.000,00"),
      (-123_456_789, "-1,234,567.89", "-1.234.567,89"),
      (.max, "92,233,720,368,547,758.07", "92.233.720.368.547.758,07"),
    ])
  func amount(minorUnits: Int64, inEnglish: String, inGerman: String) {
    #expect(english.amount(usd(minorUnits)) == inEnglish)
    #expect(german.amount(usd(minorUnits)) == inGerman)
  }

  @Test("Currencies stand where the language puts them")
  func money() throws {
    #expect(english.money(usd(5_750_400)) == "$57,504.00")
    #expect(english.money(usd(-5_750_400), places: 0) == "-$57,504")
    #expect(english.money(usd(5_750_450), places: 0, sign: .always) == "+$57,504")
    #expect(german.money(usd(5_750_400), places: 0) == "57.504 $")
    let francs = Money(minorUnits: -150, currency: try #require(Currency(code: "CHF")))
    #expect(english.money(francs) == "-CHF 1.50")
    #expect(german.money(francs) == "-1,50 CHF")
    let yen = Money(minorUnits: 1234, currency: try #require(Currency(code: "JPY")))
    #expect(english.money(yen) == "JPY 1,234")
    #expect(english.money(61_515.6, .usd) == "$61,516")
    #expect(english.money(.nan, .usd) == "—")
  }

  @Test("Percentages come from exact and from estimated fractions")
  func percentage() throws {
    #expect(english.percentage(Ratio(decimal: "0.125")) == "12.5%")
    #expect(german.percentage(Ratio(decimal: "0.125")) == "12,5 %")
    #expect(english.percentage(try Ratio(1, over: 3), places: 2, sign: .always) == "+33.33%")
    #expect(english.percentage(-0.0699) == "-7.0%")
    #expect(english.percentage(0.29, places: 0) == "29%")
    #expect(english.percentage(0.0, sign: .always) == "0.0%")
    #expect(english.percentage(12.5, places: 0) == "1,250%")
    #expect(english.percentage(.infinity) == "—")
  }

  @Test(
    "Estimates round the decimal that people see, half to even",
    arguments: [
      (2.675, 2, "2.68"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-0.4, 0, "0"),
      (0.125, 2, "0.12"),
      (1e-7, 2, "0.00"), (1e-30, 3, "0.000"), (1e15, 1, "1,000,000,000,000,000.0"),
      (1234.5678, 3, "1,234.568"),
      (.leastNonzeroMagnitude, 1, "0.0"), (0.1 + 0.2, 1, "0.3"),
    ])
  func fixedPlaces(value: Double, places: Int, expected: String) {
    #expect(english.number(value, places: places) == expected)
  }

  @Test(
    "Significant digits carry over a power of ten",
    arguments: [
      (0.012345, 3, "0.0123"), (57_504, 3, "57,500"), (99.96, 3, "100"), (9.996, 3, "10.0"),
      (0.00099996, 4, "0.001000"), (1, 2, "1.0"), (10, 2, "10"), (100, 2, "100"), (0.1, 1, "0.1"),
      (-57_504, 2, "-58,000"), (0, 3, "0.00"), (1234.5, 4, "1,234"),
    ])
  func significantDigits(value: Double, digits: Int, expected: String) {
    #expect(english.number(value, significantDigits: digits) == expected)
  }

  @Test(
    "An estimate shows the digits that its standard error supports",
    arguments: [
      (57_504.27, 1234.5, "57,500"), (57_504.27, 12.3, "57,504"), (0.123456, 0.0123, "0.123"),
      (0.123456, 0.00996, "0.123"), (57_504.27, .nan, "57,500"), (.nan, 1, "—"), (0, 12, "0"),
    ])
  func standardError(value: Double, error: Double, expected: String) {
    #expect(english.estimate(value, standardError: error) == expected)
  }

  @Test("Every finite number can be written")
  func extremes() {
    for value in [Double.greatestFiniteMagnitude, -1e300, 1e18, .leastNonzeroMagnitude, 1e-18] {
      #expect(!english.number(value, places: 2).isEmpty)
      #expect(!english.number(value, significantDigits: 3).isEmpty)
      #expect(!english.percentage(value).isEmpty)
    }
    #expect(english.number(Int.min) == "-9,223,372,036,854,775,808")
  }

  @Test("What is missing is written as such by every function")
  func missing() {
    let texts = [
      english.amount(nil), english.money(nil), english.money(nil as Double?, .usd),
      english.number(nil as Int?), english.number(nil as Ratio?, places: 0),
      english.number(nil as Double?, places: 0), english.number(.nan, significantDigits: 2),
      english.estimate(nil, standardError: 1), english.percentage(nil as Ratio?),
      english.percentage(nil as Double?),
    ]
    #expect(Set(texts) == ["—"])
  }

  @Test("What is not a number has a mark of its own")
  func marks() {
    #expect(english.atLeast(english.number(208_000)) == "≥ 208,000")
    #expect(english.missing == "—")
  }
}
