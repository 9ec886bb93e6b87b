import CSVReading
import Findings
import Testing

@Suite("Reading records")
struct CSVFileRecordsTests {
  @Test(
    "Fields are those of RFC 4180",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
      ("a,b\n\n1,2\n\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
      ("a,b\n\"1\",\"2\"\n", [["1", "2"]]),
      ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["x, y", "say \"hi\""]]),
      ("a,b\n\"x\ny\",\"\r\n\"\n3,4\n", [["x\ny", "\r\n"], ["3", "4"]]),
      ("a,b\n, 2 \n", [["", " 2 "]]),
      ("a,b\n\"\",\"\"\n", [["", ""]]),
      ("a,b\n\"1\",\"2\"", [["1", "2"]]),
      ("a,b\n1\u{0},2\n", [["1\u{0}", "2"]]),
      ("a\n\"\"\nx\n", [[""], ["x"]]),
      ("a,b\n1,2,\n3,4,,\n", [["1", "2"], ["3", "4"]]),
      ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
      ("\u{FEFF}\"a\",b\n1,2\n", [["1", "2"]]),
      ("ä,b\nü,\"é,\"\n", [["ü", "é,"]]),
    ])
  func fields(text: String, rows: [[String]]) throws {
    let reading = try Reading(text)
    #expect(reading.rows == rows)
    #expect(reading.tally.rows == rows.count)
    #expect(reading.tally.used == rows.count)
    #expect(reading.tally.findings.findings.isEmpty)
  }

  @Test("Each record knows the line on which it begins")
  func lines() throws {
    let reading = try Reading("a,b\r\n1,\"x\ny\r\nz\"\r\n\r\n3,4\n5,\"\"\n6,7")
    #expect(reading.lines == [2, 6, 7, 8])
  }

  @Test("Places are right for cells after line breaks in quotes and after long characters")
  func places() throws {
    let file = try CSVFile(
      bytes: Array("a,b,c,d\nü,\"x\ny\",\"p,\nq\",z\n".utf8), name: "test.csv")
    var places: [String] = []
    try file.records { (record: inout CSVRecord) in
      places = (0..<record.count).map { record.place($0).description }
    }
    #expect(places == ["test.csv:2:1", "test.csv:2:3", "test.csv:3:4", "test.csv:4:4"])
  }

  @Test(
    "A row with a problem is rejected with its place, and reading goes on with the next line",
    arguments: [
      ("1,x\"y", "2:4", "csv.stray-quote"),
      ("1,\"x\"y", "2:6", "csv.text-after-quote"),
      ("1", "2:2", "csv.too-few-fields"),
      ("1,2,3", "2:5", "csv.too-many-fields"),
      ("\"1\",2,\"3", "2:7", "csv.open-quote"),
    ])
  func rejection(row: String, place: String, kind: String) throws {
    let reading = try Reading("a,b\n\(row)\n3,4\n\"5\",6\n")
    #expect(reading.rows == [["3", "4"], ["5", "6"]])
    #expect(reading.lines == [3, 4])
    #expect((reading.tally.rows, reading.tally.rejected) == (3, 1))
    let finding = try #require(reading.tally.findings.findings.first)
    #expect(finding.place?.description == "test.csv:\(place)")
    #expect(finding.kind.rawValue == kind)
  }

  @Test("A quote that never closes costs the line where it opens, and no other")
  func openQuote() throws {
    let reading = try Reading("a,b\n1,2\n3,\"open\n5,6\n7,8\n")
    #expect(reading.rows == [["1", "2"], ["5", "6"], ["7", "8"]])
    #expect(
      reading.findings == [
        "test.csv:3:3: the quote that opens here is left open: the file ends before it is closed"
      ])
  }

  @Test("A quote left open for longer than the limit costs only its line")
  func limit() throws {
    let rows = (0..<100).map { "\($0),x\n" }.joined()
    let reading = try Reading("a,b\n1,\"open\n\(rows)", CSVOptions(recordLimit: 64))
    #expect(reading.rows.count == 100)
    #expect(reading.tally.rejected == 1)
    #expect(reading.findings.first?.hasPrefix("test.csv:2:3: the quote") == true)
  }

  @Test("Rows of nothing but delimiters are set aside and counted")
  func emptyRows() throws {
    let reading = try Reading("a,b,c\n1,2,3\n,,\n,\n,,,\n \t\n\n")
    #expect(reading.rows == [["1", "2", "3"]])
    #expect(reading.tally.setAside == ["empty row": 4])
    #expect((reading.tally.rows, reading.tally.used, reading.tally.rejected) == (5, 1, 0))
  }

  @Test("Rows read are rows used, rejected and set aside")
  func tally() throws {
    let file = try CSVFile(bytes: Array("a,b\n1,2\n3,4\n5\n,\n7,8\n".utf8), name: "test.csv")
    let tally = try file.records { (record: inout CSVRecord) in
      if record.text(0) == "1" {
        record.reject(record.finding("test.one", field: 1, "no 2, please"))
        record.reject(record.finding("test.two", field: 0, "nor 1"))
      }
      if record.text(0) == "3" { record.setAside("threes") }
    }
    #expect((tally.rows, tally.used, tally.rejected) == (5, 1, 2))
    #expect(tally.setAside == ["empty row": 1, "threes": 1])
    #expect(tally.findings.count(of: .error) == 3)
  }

  @Test("Findings show the cell in question and mask the others")
  func masking() throws {
    let file = try CSVFile(bytes: Array("name,pay\nAnn Lee,12x\n".utf8), name: "test.csv")
    var shown = ""
    try file.records { (record: inout CSVRecord) in
      shown = record.finding("test.pay", field: 1, "\"12x\" is not an amount").description
    }
    #expect(
      shown == """
        test.csv:2:9: error: "12x" is not an amount
            ·······,12x
                    ^
        """)
  }

  @Test("Rejected rows are written so that they can be mended and read again")
  func rejects() throws {
    let text = "a;b\n1;2\n3;x\"y\n4\n\"5\";\"p\nq\"\n"
    let file = try CSVFile(
      bytes: Array(text.utf8), name: "test.csv", options: CSVOptions(keepsRejects: true))
    let tally = try file.records { (record: inout CSVRecord) in
      if record.text(0) == "5" { record.reject(record.finding("test.five", field: 0, "no; 5")) }
    }
    let rejects = String(decoding: tally.rejects, as: UTF8.self)
    #expect(
      rejects == #"""
        rejected_line;rejected_reason;a;b
        3;"there is a quote inside the unquoted field ""x""y""";3;x"y
        4;"the row has 1 field and the header 2; ""b"" is missing";4
        5;"no; 5";"5";"p
        q"

        """#)
    let mended = rejects.replacing("x\"y", with: "xy").replacing(";4\n", with: ";4;z\n")
    let again = try Reading(mended)
    #expect(again.rows.map { $0.suffix(2) } == [["3", "xy"], ["4", "z"], ["5", "p\nq"]])
    #expect(again.tally.rejected == 0)
  }

  @Test("A strict reading stops at the first rejected row")
  func strict() throws {
    let file = try CSVFile(
      bytes: Array("a,b\n1,2\n3\n4\n5,6\n".utf8), name: "test.csv",
      options: CSVOptions(isStrict: true))
    var rows = 0
    let failure = #expect(throws: InputFailure.self) {
      try file.records { (_: inout CSVRecord) in rows += 1 }
    }
    #expect(rows == 1)
    #expect(failure?.code == .badData)
    #expect(failure?.log.findings.map(\.place?.line) == [3])
  }
}
