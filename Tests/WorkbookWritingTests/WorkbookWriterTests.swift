import Amounts
import CSVReading
import Findings
import Foundation
import Reporting
import TestSupport
import Testing

@testable import WorkbookWriting

@Suite("Writing workbooks")
struct WorkbookWriterTests {
  static let sheet = WorkbookSheet(
    "Reps: [2021]/*", titles: ["rep", "pay", "yen", "share", "day", "n", "won", "note"],
    rows: [
      [
        .text("=1+1"), .money(Money(minorUnits: 125_050, currency: .usd)),
        .money(Money(minorUnits: -8000, currency: Currency(code: "JPY") ?? .usd)),
        .percentage(0.125, places: 1),
        .date(CalendarDate(year: 2026, month: 10, day: 31) ?? .init(dayNumber: 0)),
        .integer(42), .boolean(true), .empty,
      ],
      [
        .text("x_x0041_ & <b>\u{7}"), .money(Money(minorUnits: Int64.max, currency: .usd)), .empty,
        .percentage(1, places: 0), .empty, .integer(1_234_567_890_123_456), .boolean(false),
        .number(9225.225, places: 2),
      ],
    ])

  @Test("What is written reads as it was meant")
  func reading() throws {
    let bytes = try WorkbookWriter.bytes(of: [Self.sheet], for: "x.xlsx")
    let file = try CSVFile(bytes: bytes, name: "x.xlsx")
    #expect(file.header == Self.sheet.titles)
    #expect(file.place.sheet == "Reps 2021")
    #expect(file.findings == [])
    var rows: [[String]] = []
    try file.records { record in rows.append((0..<record.count).map { record.text($0) }) }
    #expect(
      rows == [
        ["=1+1", "USD 1250.5", "-JPY 8000", "12.5%", "2026-10-31", "42", "TRUE", ""],
        [
          "x_x0041_ & <b>", "USD 92233720368547758.07", "", "100%", "", "1234567890123456", "FALSE",
          "9225.2250",
        ],
      ])
  }

  @Test("The same sheets are the same bytes")
  func reproducible() throws {
    let first = try WorkbookWriter.bytes(of: [Self.sheet], for: "x.xlsx")
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try WorkbookWriter.bytes(of: [Self.sheet], for: "x.xlsx") == first)
  }

  @Test("Names of sheets are such as Excel takes, each only once")
  func names() {
    var names = SheetNames()
    let made = [
      "Lines", "lines", "a/b:c", "'x'", "", "History", String(repeating: "é", count: 40),
      String(repeating: "é", count: 41), "😀" + String(repeating: "a", count: 30),
    ].map { names.name($0) }
    #expect(made[..<6] == ["Lines", "lines 2", "a b c", "x", "Sheet", "HistorySheet"])
    #expect(made[6] == String(repeating: "é", count: 31))
    #expect(made[7] == String(repeating: "é", count: 29) + " 2")
    #expect(made.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test("A table of too many rows is refused")
  func tooManyRows() {
    let sheet = WorkbookSheet(
      "a", titles: ["a"], rows: Array(repeating: [.empty], count: WorkbookWriter.rowLimit))
    let failure = #expect(throws: InputFailure.self) {
      try WorkbookWriter.bytes(of: [sheet], for: "x.xlsx")
    }
    #expect(failure?.log.findings.map(\.kind) == ["output.too-many-rows"])
  }

  /// Python's own zipfile and XML, which know nothing of ours.
  @Test(
    "Another program finds numbers, texts, formats and the frozen row",
    .enabled(if: Program(name: "python3").isUsable))
  func python() throws {
    let folder = try ScratchFolder()
    let path = folder.url.appending(path: "x.xlsx")
    try Data(WorkbookWriter.bytes(of: [Self.sheet], for: "x.xlsx")).write(to: path)
    let script = """
      import sys, zipfile, xml.etree.ElementTree as T
      z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
      n = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
      s = T.fromstring(z.read('xl/worksheets/sheet1.xml')); f = T.fromstring(z.read('xl/styles.xml'))
      codes = {c.get('numFmtId'): c.get('formatCode') for c in f.iter(n + 'numFmt')}
      styles = [x.get('numFmtId') for x in f.find(n + 'cellXfs')]
      for c in s.iter(n + 'c'):
        if c.get('r')[1:] == '2':
          style = styles[int(c.get('s', '0'))]
          print(c.get('r'), c.get('t', 'n'), ''.join(c.itertext()), codes.get(style, style))
      print(len(list(s.iter(n + 'f'))), s.find('.//' + n + 'pane').get('state'))
      """
    let output = try Program(name: "python3").run(["-c", script, path.path])
    #expect(
      output == """
        A2 inlineStr =1+1 0
        B2 n 1250.5 [$USD] #,##0.00
        C2 n -8000 [$JPY] #,##0
        D2 n 0.125 0.0%
        E2 n 46326 yyyy-mm-dd
        F2 n 42 0
        G2 b 1 0
        0 frozen

        """)
  }

  @Test("Records become cells, with the reason where a value is missing")
  func records() throws {
    var table = RecordTable(["rep", "first_day", .init("p90", companions: [.status]), "attainment"])
    table.append([.text("ann"), .text("2021-01-01"), .missing(.suppressed), .double(0.8)])
    table.append([
      .text("2021-13-01"), .missing, .topCoded(lowerBound: .integer(239_200)), .integer(1),
    ])
    table.append([.integer(3), .bool(true), .ratio(Ratio(decimal: "0.25")), .missing])
    let sheet = table.sheet(named: "pay_by_group")
    #expect(sheet.name == "Pay by group")
    #expect(sheet.titles == ["Rep", "First day", "P90", "Attainment"])
    let day = try #require(CalendarDate(year: 2021, month: 1, day: 1))
    #expect(
      sheet.rows == [
        [.text("ann"), .date(day), .text("(suppressed)"), .percentage(0.8, places: 1)],
        [.text("2021-13-01"), .empty, .text("at least 239200"), .percentage(1, places: 1)],
        [.integer(3), .boolean(true), .number(0.25), .empty],
      ])
  }
}

@Suite("Texts that spreadsheets would run")
struct SpreadsheetGuardTests {
  /// The characters are those of OWASP, "CSV Injection".
  @Test(
    "Formulas are guarded, numbers are not",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"),
      ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("-5", "-5"),
      ("+49.5%", "+49.5%"),
      ("-1.5e+20", "-1.5e+20"), ("a=b", "a=b"), ("'=x", "''=x"), ("'tis", "'tis"), ("", ""),
      ("'", "'"),
    ])
  func guards(text: String, written: String) {
    #expect(CSVWriter.guarded(text) == written)
  }

  @Test("Every text of a table comes back as it was")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: FreshSeed.value)
    let pieces = ["'", "=", "+", "-", "@", "\t", "\r", "\n", "1", "a", ",", "\"", " "]
    var texts = [["'", "'=", "''=", "'-5", "-5", "'a"]]
    for _ in 0..<3000 {
      texts.append(
        (0..<6).map { _ in
          (0..<Int.random(in: 0...4, using: &generator)).compactMap { _ in
            pieces.randomElement(using: &generator)
          }.joined()
        })
    }
    // A first column that is never empty, so that no row is set aside as empty.
    let table = RecordTable(
      ["n", "a", "b", "c", "d", "e", "f"],
      records: texts.enumerated().map { [.integer($0)] + $1.map { .text($0) } })
    let csv = table.csv()
    var rows: [[String]] = []
    let file = try CSVFile(
      bytes: Array(csv.utf8), name: "x", options: CSVOptions(delimiter: ",", isStrict: true))
    try file.records { record in rows.append((1..<record.count).map { record.text($0) }) }
    #expect(rows.count == texts.count)
    #expect(zip(rows, texts).first { $0 != $1 }.map { "\($0) \($1)" } == nil)
  }
}
