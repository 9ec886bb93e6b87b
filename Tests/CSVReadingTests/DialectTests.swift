import CSVReading
import Findings
import Testing

@Suite("Delimiters and headers")
struct DialectTests {
  @Test(
    "The delimiter is detected",
    arguments: [
      ("a,b,c\n1,2,3\n", ","),
      ("a;b;c\n1,5;2,5;3,5\n1,0;2,0;3,0\n", ";"),
      ("Name;Gehalt\nMeier, Anna;57.504,00\nSchmidt, Jan;48.000,50\n", ";"),
      ("name\tpay, gross\nLee, Ann\t57,504\n", "\t"),
      ("name|pay\nLee; Ann|57,504\n", "|"),
      ("\"a,b,c,d\";x\n\"1,2,3,4\";2\n", ";"),
      ("id,note\n1,\"x; y; z\"\n2,\"p; q; r\"\n", ","),
      ("when,what\n2021-05-01 10:00,a|b\n2021-05-02 11:00,c\n", ","),
    ])
  func delimiter(text: String, delimiter: Character) throws {
    #expect(try Reading(text).file.dialect.delimiter == delimiter)
  }

  @Test("A file of one column is not split at commas in its values")
  func oneColumn() throws {
    let reading = try Reading("salary\n57,504\n61,516\n48,000\n")
    #expect(reading.rows == [["57,504"], ["61,516"], ["48,000"]])
    #expect(reading.file.header == ["salary"])
  }

  @Test(
    "Title lines, notes and blank lines above the header are passed over",
    arguments: [
      ("Salary survey 2021\n\nname,pay\nA,1\nB,2\n", 3),
      ("Salary survey 2021,,\nall figures in USD,,\nname,pay,state\nA,1,CA\nB,2,NY\n", 3),
      ("# made 2021-05-01\n# by hand\nname,pay\nA,1\nB,2\n", 3),
      ("Source: Glassdoor, May 2021\n\nname,pay\nA,1\nB,2\nC,3\n", 3),
      ("\n\nname,pay\nA,1\n", 3),
      ("\"A title, of two\nlines\"\nname,pay\nA,1\nB,2\n", 3),
      ("sep=;\nname;pay\nA;1\n", 2),
      ("name,pay\n\nA,1\nB,2\n", 1),
      ("2019,2020\n1,2\n", 1),
    ])
  func banner(text: String, line: Int) throws {
    let reading = try Reading(text)
    #expect(reading.file.headerLine == line)
    #expect(reading.file.dialect.bannerLines == line - 1)
    let first = try #require(reading.lines.first)
    #expect(first > line)
    #expect(reading.tally.rejected == 0)
  }

  @Test("The header can be said to be on a line, or not to be there")
  func header() throws {
    let text = "x,y\nname,pay\nA,1\n"
    #expect(try Reading(text, CSVOptions(header: .line(2))).file.header == ["name", "pay"])
    let absent = try Reading(text, CSVOptions(header: .absent))
    #expect(absent.file.header == ["column_1", "column_2"])
    #expect(absent.rows.count == 3)
    #expect(absent.file.headerLine == nil)
  }

  @Test("A header that is beyond the end of the file is an error")
  func headerBeyondEnd() {
    let failure = #expect(throws: InputFailure.self) {
      try Reading("a,b\n1,2\n", CSVOptions(header: .line(9)))
    }
    #expect(failure?.log.findings.map(\.kind) == ["csv.no-header"])
  }

  @Test("A header that looks like data is warned of")
  func numbersAsHeader() throws {
    let file = try CSVFile(bytes: Array("1,2\n3,4\n".utf8), name: "test.csv")
    #expect(file.findings.map(\.kind) == ["csv.header-looks-like-data"])
  }

  @Test("Rows that end in a delimiter, below a header that does not, are whole")
  func trailingDelimiters() throws {
    let reading = try Reading("name,pay\nA,1,\nB,2,\nC,3,\n")
    #expect(reading.rows == [["A", "1"], ["B", "2"], ["C", "3"]])
  }

  @Test("A header is kept where the rows leave out their last fields")
  func shortRows() throws {
    let reading = try Reading("name,pay,until\nA,1\nB,2\nC,3,2021\nD,4\n")
    #expect(reading.file.header == ["name", "pay", "until"])
    #expect(reading.rows == [["C", "3", "2021"]])
    #expect(reading.tally.rejected == 3)
    let sentence = try Reading("Pay, bonus, and equity, by name\nname,pay\nA,1\nB,2\n")
    #expect(sentence.file.header == ["name", "pay"])
  }

  @Test("The sample is the first rows")
  func sample() throws {
    let file = try CSVFile(
      bytes: Array("a,b\n1,\"2\"\"\"\n3\n5,6,\n".utf8), name: "test.csv")
    #expect(file.sample == [["1", "2\""], ["5", "6"]])
  }

  @Test("What cannot be a delimiter is wrong usage", arguments: ["\"", "\n", "é"] as [Character])
  func badDelimiter(delimiter: Character) {
    let failure = #expect(throws: InputFailure.self) {
      try Reading("a,b\n1,2\n", CSVOptions(delimiter: delimiter))
    }
    #expect(failure?.code == .usage)
  }
}
