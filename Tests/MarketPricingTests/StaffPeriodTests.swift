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

  @Test("Part time is asked about, and brought to full time as it is said")
  func partTime() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "employee,grade,salary,FTE,pay type\nA,1,60000,1,Salary\nB,1,30000,50 %,Salary\nC,1,20,0.5,Hourly\n",
      to: "employees.csv")
    let open = try Employees(path: path, Self.options)
    #expect(open.findings.findings.contains { $0.kind == "salary.part-time" })
    #expect(open.people.map(\.pay) == [60000, 30000, 41600])
    #expect(open.people.map(\.share) == [1, 1, 1])
    func told(_ text: String) throws -> TableOptions {
      var options = Self.options
      try options.mapping.add(text, to: nil, among: [.employees, .staff])
      return options
    }
    let half = try Ratio(1, over: 2)
    let actual = try Employees(path: path, told("part_time_pay=actual"))
    // A rate for an hour is that of full time, so that half of it is paid.
    #expect(actual.people.map(\.pay) == [60000, 30000, 20800])
    #expect(actual.people.map(\.share) == [1, half, half])
    let rate = try Employees(path: path, told("part_time_pay=full-time"))
    #expect(rate.people.map(\.pay) == [60000, 15000, 20800])
    #expect(
      try Staff(path: path, told("part_time_pay=actual")).people.map(\.pay) == [
        60000, 60000, 41600,
      ])
    #expect(
      try Staff(path: path, told("part_time_pay=full-time")).people.map(\.pay) == [
        60000, 30000, 41600,
      ])
  }

  @Test("Somebody of half time stands in the range as with full time, and costs half")
  func halves() throws {
    let range = try #require(PayRange(minimum: 50000, midpoint: 60000, maximum: 70000))
    let structure = PayStructure([PayGrade("1", range)], in: .usd)
    let half = try Ratio(1, over: 2)
    for pay in stride(from: 30000, through: 90000, by: 7000) {
      let whole = RangeReview([GradedEmployee("A", grade: "1", pay: Ratio(pay))], in: structure)
      let part = RangeReview(
        [GradedEmployee("A", grade: "1", pay: try Ratio(pay) * half, share: half)], in: structure)
      let (full, own) = (try #require(whole.standings.first), try #require(part.standings.first))
      #expect(own.compaRatio == full.compaRatio)
      #expect(own.penetration == full.penetration)
      #expect(own.position == full.position)
      #expect(try own.toMinimum == full.toMinimum * half)
      #expect(part.groupCompaRatio == whole.groupCompaRatio)
      #expect(part.meanPay == whole.meanPay)
      #expect(part.atMinimum.meanPay == whole.atMinimum.meanPay)
    }
  }

  @Test("Groups of genders are put together, however they are written")
  func genders() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "employee,grade,salary,gender,team\nA,1,60000,M,red\nB,1,61000,male,RED\nC,1,62000,Female,x\nD,1,63000,f,x\n",
      to: "employees.csv")
    var options = Self.options
    options.genders = "\(Checkout.datasets)/genders.csv"
    let people = try Employees(path: path, groups: ["gender", "team"], options).people
    #expect(people[0].groups["gender"] == people[1].groups["gender"])
    #expect(people[2].groups["gender"] == people[3].groups["gender"])
    #expect(people[0].groups["gender"] != people[2].groups["gender"])
    #expect(people.map { $0.groups["team"] } == ["red", "RED", "x", "x"])
  }
}
