import TestSupport
import Testing

@testable import WorkbookReading

@Suite("Values of cells")
struct CellValueTests {
  /// ECMA-376, part 1, 18.17.4.1; the serial numbers are those that Microsoft's documentation of DATE,
  /// DATEVALUE and of the two date systems gives (1 January 2008 is 39448, 5 July 2011 is 40729 and 39267).
  @Test(
    "Serial numbers of days",
    arguments: [
      (1.0, "1900-01-01"), (31, "1900-01-31"), (32, "1900-02-01"), (59, "1900-02-28"),
      (60, "1900-02-29"), (61, "1900-03-01"), (36526, "2000-01-01"), (39448, "2008-01-01"),
      (40729, "2011-07-05"), (46326, "2026-10-31"), (2_958_465, "9999-12-31"),
    ])
  func days(serial: Double, day: String) {
    #expect(DateSystem.from1900.date(serial) == day)
  }

  @Test(
    "Serial numbers of days from 1904",
    arguments: [(0.0, "1904-01-01"), (39267, "2011-07-05"), (44864, "2026-10-31")])
  func daysFrom1904(serial: Double, day: String) {
    #expect(DateSystem.from1904.date(serial) == day)
  }

  @Test("What is no day is none", arguments: [0.0, -1, 0.5, 2_958_466, .infinity, .nan])
  func noDays(serial: Double) {
    #expect(DateSystem.from1900.date(serial) == nil)
  }

  @Test(
    "Times are of the millisecond, without an error of rounding",
    arguments: [
      (46326.0 + 85_200.0 / 86_400, "2026-10-31 23:40:00"), (46326.999999999, "2026-11-01"),
      (46326.5, "2026-10-31 12:00:00"), (46326 + 1.0 / 86_400_000, "2026-10-31 00:00:00.001"),
    ])
  func times(serial: Double, text: String) {
    #expect(DateSystem.from1900.date(serial) == text)
  }

  @Test("Every second of a day is itself")
  func everySecond() {
    for second in stride(from: 1, to: 86_400, by: 7) {
      let text = DateSystem.from1900.date(46326 + Double(second) / 86_400)
      let parts = [second / 3600, second / 60 % 60, second % 60].map {
        $0 < 10 ? "0\($0)" : "\($0)"
      }
      #expect(text == "2026-10-31 \(parts.joined(separator: ":"))")
    }
  }

  @Test(
    "Numbers are written in full",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1250.5, "1250.5"), (9225.225, "9225.2250"), (-0.125, "-0.1250"),
      (1e15, "1000000000000000"), (123_456_789_012_345, "123456789012345"), (0.00001, "0.00001"),
      (1e-7, "0.0000001"), (0.1, "0.1"), (12400, "12400"), (1e20, "100000000000000000000"),
      (1.5e300, "1.5e+300"), (1e300, "1e+300"),
    ])
  func numbers(value: Double, text: String) {
    #expect(NumberText(value)?.text == text)
  }

  @Test("A number that is written reads back as the same")
  func roundTrip() {
    var generator = SeededGenerator(seed: FreshSeed.value)
    for _ in 0..<20_000 {
      let exponent = Int.random(in: -12...15, using: &generator)
      let value =
        Double.random(in: -1...1, using: &generator)
        * Double(sign: .plus, exponent: exponent * 3, significand: 1)
      let text = NumberText(value)?.text ?? ""
      #expect(Double(text) == value, "\(value)")
      #expect(!text.contains("e") || abs(value) >= 1e15)
    }
  }

  /// The codes are those that Excel, LibreOffice and the CRMs of the field write.
  @Test(
    "Number formats",
    arguments: [
      ("General", 1250.5, "1250.5"), ("#,##0.00", 1250.5, "1250.5"), ("0.00%", 0.125, "12.5%"),
      ("0%", 0.07, "7%"), ("0.0%", 0.12345, "12.3450%"), ("0.00%", -1.1, "-110%"),
      ("#,##0.00\\ [$€-407]", 1250.5, "€1250.5"), ("\"$\"#,##0.00", 1250.5, "$1250.5"),
      ("[$USD] #,##0.00", 1250.5, "USD 1250.5"), ("[$$-409]#,##0.00", -8, "-$8"),
      ("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", 8000, "€8000"),
      (
        "_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"??_);_(@_)", 9225.225,
        "$9225.2250"
      ),
      ("#,##0.00 \"CHF\"", 10, "CHF 10"), ("[$kr-41D] #,##0", 10, "kr 10"),
      ("#,##0 \"Stück\"", 10, "10"), ("0.0 \"kg\"", 1.5, "1.5"), ("[Red]0.00", 1.5, "1.5"),
      ("[>=100]0;0.0", 1.5, "1.5"), ("[$-409]#,##0", 5, "5"), ("00000", 123, "00123"),
      ("00000", 123.5, "123.5"), ("0", 5, "5"), ("0.00E+00", 1250.5, "1250.5"),
      ("yyyy\\-mm\\-dd", 46326, "2026-10-31"), ("dd.mm.yyyy", 46326, "2026-10-31"),
      ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 46326, "2026-10-31"),
      ("m/d/yy h:mm AM/PM", 46326.5, "2026-10-31 12:00:00"), ("mmm", 46326, "2026-10-31"),
      ("h:mm", 0.75, "18:00:00"), ("[h]:mm:ss", 1.5, "36:00:00"), ("mm:ss.0", 0.5, "12:00:00"),
      ("h:mm", 46326.75, "2026-10-31 18:00:00"), ("dd.mm.yyyy", 0, "0"), ("dd.mm.yyyy", -3, "-3"),
      ("@", 7, "7"), ("\"Tag\" 0", 7, "7"), ("#,##0\\d", 7, "7"), ("[Yellow]0", 7, "7"),
    ])
  func formats(code: String, value: Double, text: String) {
    #expect(NumberFormat(code: code).text(value, .from1900) == text)
  }

  /// ECMA-376, part 1, 18.8.30: the identifiers that need no code.
  @Test(
    "Built-in formats",
    arguments: [
      (0, "0.5"), (2, "0.5"), (9, "50%"), (10, "50%"), (14, "0.5"), (20, "12:00:00"),
      (22, "0.5"), (44, "0.5"), (46, "12:00:00"), (49, "0.5"),
    ])
  func builtIn(id: Int, text: String) {
    #expect(NumberFormat(builtIn: id).text(0.5, .from1900) == text)
  }
}
