import Reporting
import Testing

@Suite("Sheets")
struct SheetTests {
  private struct Cell: Sendable {
    var sales: Int
    var quota: Int
    var pay: Int
  }

  private static let lines: [[Cell]] = [
    [Cell(sales: 1, quota: 10, pay: 100), Cell(sales: 1, quota: 20, pay: 50)],
    [Cell(sales: 2, quota: 10, pay: 200), Cell(sales: 2, quota: 20, pay: 90)],
  ]

  private static func sheet(_ lines: [[Cell]]) -> Sheet<Cell> {
    var sheet = Sheet(lines: lines)
    sheet.add("quota") { .integer($0.quota) }
    sheet.add("sales", "Sold", .number()) { .integer($0.sales) }
    sheet.add("pay") {
      .number("On \(.number($0.quota))")
    } _: {
      .integer($0.pay)
    } cell: {
      .number($0.pay)
    }
    sheet.add {
      _ in
      .number("Share")
    } cell: {
      .percentage(Double($0.sales) / Double($0.quota), places: 0)
    }
    return sheet
  }

  @Test("Rows of a line stand side by side for people, and are a record each for programs")
  func sideBySide() {
    let sheet = Self.sheet(Self.lines)
    let table = sheet.table()
    #expect(table.columns.map(\.title.plainText) == ["Sold", "On 10", "Share", "On 20", "Share"])
    #expect(
      table.rows.map { $0.map(\.plainText) } == [
        ["1", "100", "10%", "50", "5%"], ["2", "200", "20%", "90", "10%"],
      ])
    #expect(
      sheet.records.csv() == """
        quota,sales,pay
        10,1,100
        20,1,50
        10,2,200
        20,2,90

        """)
  }

  @Test("A sheet without rows has the columns that no row names")
  func empty() {
    let table = Self.sheet([]).table()
    #expect(table.columns.map(\.title.plainText) == ["Sold"])
    #expect(table.rows.isEmpty)
    #expect(Self.sheet([]).records.csv() == "quota,sales,pay\n")
  }

  @Test("People do not see an optional column that is empty in the rows that they read")
  func optionalColumns() {
    var sheet = Sheet([0, 3])
    sheet.add("line", "Line", .number()) { .integer($0) }
    sheet.add("taken", "Taken", .number(), isOptional: true) { .integer(-$0) }
    sheet.add("note", "Note", isOptional: true) { .text($0 > 5 ? "large" : nil) }
    #expect(sheet.table().columns.map(\.title.plainText) == ["Line", "Taken"])
    #expect(sheet.table(of: [0]).columns.map(\.title.plainText) == ["Line"])
    #expect(sheet.table(of: [0]).rows.map { $0.map(\.plainText) } == [["0"]])
    #expect(sheet.records.csv() == "line,taken,note\n0,0,\n3,-3,\n")
  }

  @Test("People can read columns in another order than programs, and on their side")
  func orderAndSide() {
    var sheet = Sheet([1, 2])
    sheet.add("line", "Line", .number()) { .integer($0) }
    sheet.add("name", "Name") { .text("n\($0)") }
    sheet.add("square", "Square", .number()) { .integer($0 * $0) }
    sheet.show("line", after: "name")
    #expect(sheet.table().columns.map(\.title.plainText) == ["Name", "Line", "Square"])
    #expect(sheet.records.csv() == "line,name,square\n1,n1,1\n2,n2,4\n")
    #expect(
      sheet.transposed().map { $0.map(\.plainText) } == [
        ["Name", "n1", "n2"], ["Line", "1", "2"], ["Square", "1", "4"],
      ])
  }
}
