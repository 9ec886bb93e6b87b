import Amounts
import CSVReading
import Findings
import SalaryData
import Testing

@Suite("A salary table")
struct SalaryTableTests {
  static let table: SalaryTable = {
    var table = SalaryTable(rowCount: 6)
    table["base_pay"] = .numbers([50, 60, 70, .nan, 90, 100])
    table["industry"] = .categories(
      CategoryColumn(["Media", "Retail", "Media", "Media", "", "Retail"]))
    table["state"] = .categories(CategoryColumn(["CA", "CA", "NY", "CA", "NY", "CA"]))
    table["experience"] = .numbers([1, 5, 10, 5, .nan, 2])
    table["date"] = .categories(
      CategoryColumn(["2021-05", "2021-05", "2022-05", "2022-05", "2021-05", ""]))
    return table
  }()

  @Test("is grouped by a column, in the order of the values, missing ones first")
  func grouping() throws {
    let groups = try Self.table.grouped(by: ["industry"])
    #expect(groups.keys == [[""], ["Media"], ["Retail"]])
    #expect(groups.rowCounts == [1, 3, 2])
    let pay = groups.values(of: Self.table.numbers("base_pay") ?? [])
    #expect((0..<3).map { Array(pay[$0]) } == [[90], [50, 70], [60, 100]])
  }

  @Test("is grouped by two columns, and by numbers")
  func crossing() throws {
    let groups = try Self.table.grouped(by: ["state", "industry"])
    #expect(groups.keys == [["CA", "Media"], ["CA", "Retail"], ["NY", ""], ["NY", "Media"]])
    #expect(groups.rowCounts.reduce(0, +) == Self.table.rowCount)
    #expect(
      try Self.table.grouped(by: ["experience"]).keys.map { $0[0] } == ["", "1", "10", "2", "5"])
    #expect(try Self.table.grouped(by: []).rowCounts == [6])
    #expect(throws: InputFailure.self) { try Self.table.grouped(by: ["indstry"]) }
  }

  @Test("lets each group be sorted in place, on any number of threads", arguments: [1, 3])
  func inPlace(_ threads: Int) throws {
    let groups = try Self.table.grouped(by: ["state"])
    var pay = groups.values(of: [3, 1, 2, .nan, 5, 4])
    let largest = pay.mapGroups(threads: threads) { _, numbers in
      numbers.sort()
      return numbers.last ?? .nan
    }
    #expect(pay.values == [1, 3, 4, 2, 5])
    #expect(largest == [4, 5])
  }

  @Test("gives its rows group by group")
  func rowsByGroup() throws {
    let groups = try Self.table.grouped(by: ["state"])
    let (rows, starts) = groups.rowsByGroup()
    #expect(rows == [0, 1, 3, 5, 2, 4])
    #expect(starts == [0, 4, 6])
  }

  @Test(
    "is filtered by conditions",
    arguments: [
      ("industry=media", 3), ("industry!=Media", 3), ("state~c", 4), ("experience>=5", 3),
      ("experience<5", 2), ("base_pay=60", 1), ("base_pay!=60", 5), ("state=", 0),
      ("industry=", 1), ("experience > 1", 4),
    ])
  func filtering(_ condition: String, _ rows: Int) throws {
    let filtered = try Self.table.filtered([RowCondition(condition)])
    #expect(filtered.rowCount == rows)
    #expect(filtered.names == Self.table.names)
  }

  @Test("refuses what is no condition", arguments: ["industry", "=5", "pay>much", ""])
  func badCondition(_ text: String) {
    #expect(throws: InputFailure.self) { try RowCondition(text) }
  }

  @Test(
    "says which comparison was meant by marks in another order",
    arguments: [
      ("experience=>5", "experience>=5"), ("experience=<5", "experience<=5"),
      ("level==senior", "level=senior"), ("level<>senior", "level!=senior"),
    ])
  func misspeltComparison(_ text: String, _ meant: String) {
    let failure = #expect(throws: InputFailure.self) { try RowCondition(text) }
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \(meant)?")
    #expect(throws: Never.self) { try RowCondition("company size=> 1000 people") }
  }

  @Test("refuses a condition on a column that it does not have")
  func unknownColumn() throws {
    let failure = #expect(throws: InputFailure.self) {
      try Self.table.filtered([RowCondition("industy=Media")])
    }
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \"industry\"?")
  }

  @Test("is written as CSV that reads back as the same table")
  func writing() throws {
    var text = ""
    Self.table.writeCSV { text += $0 }
    let file = try CSVFile(bytes: Array(text.utf8), name: "table.csv")
    #expect(file.header == Self.table.names)
    var rows: [[String]] = []
    try file.records { (record) throws(InputFailure) in
      rows.append((0..<record.count).map { record.text($0) })
    }
    #expect(rows.count == 6)
    #expect(rows[3] == ["", "Media", "CA", "5", "2022-05"])
  }

  @Test("is aged row by row to one date, and a row without a date loses its pay")
  func aging() throws {
    var table = Self.table
    let target = try #require(YearMonth(year: 2022, month: 5))
    let index = PriceIndex(
      name: "TEST", frequency: .year,
      observations: [
        .init(period: try #require(YearMonth(year: 2021, month: 12)), level: 100),
        .init(period: try #require(YearMonth(year: 2022, month: 12)), level: 110),
      ])
    let undated = try table.age([.basePay], to: target, by: .index(index), from: .column("date"))
    #expect(undated == 1)
    let pay = try #require(table.numbers("base_pay"))
    #expect(abs(pay[0] - 55) < 1e-9 && pay[2] == 70 && pay[5].isNaN)

    var dated = Self.table
    let start = try #require(YearMonth(year: 2020, month: 5))
    let rate = RateOfAging(yearly: 0.1, method: .simple)
    _ = try dated.age([.basePay], to: target, by: .rate(rate), from: .month(start))
    #expect(dated.numbers("base_pay")?[0] == 60)
  }

  @Test("drops and replaces columns, and keeps their order")
  func columns() {
    var table = Self.table
    table["industry"] = nil
    table.derive("double") { (Self.table.numbers("base_pay") ?? [])[$0] * 2 }
    #expect(table.names == ["base_pay", "state", "experience", "date", "double"])
    #expect(table.numbers("double")?[1] == 120)
    #expect(table.numbers("state") == nil && table.categories("double") == nil)
  }

  @Test("takes the rows of another table below its own")
  func appending() {
    var other = SalaryTable(rowCount: 2)
    other["industry"] = .categories(CategoryColumn(["Retail", "Banking"]))
    other["bonus"] = .numbers([1, 2])
    let both = Self.table.appending(other)
    #expect(both.rowCount == 8)
    #expect(both.names == Self.table.names + ["bonus"])
    #expect((6..<8).map { both.categories("industry")?[$0] } == ["Retail", "Banking"])
    #expect(both.categories("industry")?.labels == ["", "Media", "Retail", "Banking"])
    #expect(both.numbers("bonus")?.prefix(6).allSatisfy(\.isNaN) == true)
    #expect(both.categories("state")?[7] == nil)
  }
}
