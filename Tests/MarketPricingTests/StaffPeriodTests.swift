import Amounts
import Findings
import MarketFiles
import MarketPricing
import Tables
import TestSupport
import Testing

/// People whose pay is by the hour or the month, in the tables that pay is held against.
@Suite("Periods of pay of people who are ranked or paid in grades")
struct StaffPeriodTests {
  static var options: TableOptions {
    var options = TableOptions()
    options.words = "\(Checkout.datasets)/column-words.csv"
    return options
  }

  @Test("Pay is brought to a year by the column that says what it is for")
  func periods() throws {
    let folder = try ScratchFolder()
    let rows = "21.50,Hourly\nB,2,52000,Salaried\nC,3,5500,per Month\nD,2,60000,"
    let path = try folder.write(
      "employee,grade,salary,pay type\nA,1,\(rows)\n", to: "employees.csv")
    let employees = try Employees(path: path, Self.options)
    #expect(employees.people.map(\.pay) == [44720, 52000, 66000, 60000])
    let staff = try Staff(path: path, Self.options)
    #expect(staff.people.map(\.pay) == [44720, 52000, 66000, 60000])
    #expect(staff.findings.findings.contains { $0.kind.rawValue == "employees.periods" })
    let wrong = try folder.write(
      "employee,grade,salary,pay type\nA,1,21.50,sometimes\n", to: "wrong.csv")
    #expect(try Staff(path: wrong, Self.options).findings.hasErrors)
    #expect(try Employees(path: wrong, Self.options).people.isEmpty)
  }
}
