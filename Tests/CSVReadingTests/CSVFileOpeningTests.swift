import CSVReading
import Findings
import Testing

@Suite("Opening files")
struct CSVFileOpeningTests {
  @Test(
    "What cannot be read fails with a clear finding",
    arguments: [
      ("", "csv.empty"), ("\u{FEFF}", "csv.empty"), ("\n\n", "csv.no-header"),
      ("PK\u{3}\u{4}\u{14}", "workbook.broken"), ("a,\"b\nc,d\n", "csv.bad-header"),
      ("a,b\n", "csv.no-rows"), ("a,b\n\n\n", "csv.no-rows"),
    ])
  func failures(text: String, kind: String) {
    let failure = #expect(throws: InputFailure.self) {
      try CSVFile(bytes: Array(text.utf8), name: "test.csv")
    }
    #expect(failure?.code == .badData)
    #expect(failure?.log.findings.map(\.kind.rawValue) == [kind])
  }

  @Test(
    "A missing file and a directory are no input",
    arguments: [("no/such/file.csv", "csv.cannot-open"), ("/", "csv.directory")])
  func noInput(path: String, kind: String) {
    let failure = #expect(throws: InputFailure.self) { try CSVFile(path: path) }
    #expect(failure?.code == .noInput)
    #expect(failure?.log.findings.map(\.kind.rawValue) == [kind])
  }

  @Test("Names are trimmed, named and told apart")
  func names() throws {
    let file = try CSVFile(
      bytes: Array(" pay ,,pay,\"a\nb\",pay_2\n1,2,3,4,5\n".utf8), name: "test.csv")
    #expect(file.header == ["pay", "column_2", "pay_3", "a b", "pay_2"])
    #expect(file.findings.map(\.kind) == ["csv.empty-name", "csv.repeated-name"])
  }
}
