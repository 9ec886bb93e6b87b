import TestSupport
import Testing

/// What a file of an HR system is read as, and what is said about it.
@Suite("Files of people with their pay")
final class PeopleFileTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func write(_ text: String, to name: String) throws -> String {
    try folder.write(text, to: name)
  }

  /// Half of the women work half of the time, and nobody is below the minimum at full time.
  private static func people(_ header: String) -> String {
    let rows = (1...24).map { index in
      let isPart = index % 4 == 0
      let pay = (60000 + 100 * index) / (isPart ? 2 : 1)
      return "E\(index),\(index % 2 == 0 ? "F" : "M"),1,\(pay),\(isPart ? 0.5 : 1),Meets"
    }
    return header + "\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("Part time is in the document of every verb until it is said what its pay is")
  func partTime() throws {
    let file = try write(
      Self.people("Employee ID,Gender,Level,Annual Salary,FTE,Review"), to: "people.csv")
    let staff = try write(
      Self.people("employee,gender,grade,salary,FTE,rating"), to: "employees.csv")
    let grades = try write(
      "grade,minimum,midpoint,maximum\n1,50000,60000,70000\n", to: "grades.csv")
    let matrix = try write("rating,0%\nMeets,3%\n", to: "matrix.csv")
    let calls: [(call: [String], kind: String)] = [
      (["compare", file, "--by", "gender"], "people"),
      (["gap", file, "--between", "gender"], "people"),
      (["rank", "55000", file], "people"),
      (["ranges", "--grades", grades, "--people", staff], "employees"),
      (["merit", staff, "--grades", grades, "--matrix", matrix, "--budget", "3%"], "employees"),
    ]
    for (call, kind) in calls {
      let asked = try Executable.run(call)
      #expect(asked.status == 0, "\(call) \(asked.errors)")
      #expect(asked.errors.contains("6 of 24 rows are of part time"), "\(call) \(asked.errors)")
      #expect(asked.errors.contains("--map \(kind).part_time_pay=actual"), "\(asked.errors)")
      #expect(asked.output.contains("6 of 24 rows are of part time"), "\(call)")
      let told = try Executable.run(call + ["--map", "\(kind).part_time_pay=actual"])
      #expect(told.status == 0, "\(call) \(told.errors)")
      #expect(!told.errors.contains("salary.part-time"), "\(call) \(told.errors)")
      #expect(told.output.contains("brought to full time"), "\(call)")
    }
    let below = try Executable.run([
      "ranges", "--grades", grades, "--people", staff, "--map", "part_time_pay=actual",
    ])
    #expect(below.output.contains("0 people are below their minimum"), "\(below.output)")
    let check = try Executable.run(["check", file])
    #expect(!check.output.contains("Nothing is wrong"))
  }

  @Test("Pay for an hour in ranges for a year is asked about")
  func oddUnit() throws {
    let grades = try write(
      "grade,minimum,midpoint,maximum\n1,50000,60000,70000\n", to: "grades.csv")
    for (pay, unit) in [("5000", "a month"), ("28.85", "an hour"), ("60", "a year, in thousands")] {
      let people = try write(
        "employee,grade,salary\nA,1,60000\nB,1,\(pay)\nC,1,\(pay)\nD,1,62000\n", to: "people.csv")
      let result = try Executable.run(["ranges", "--grades", grades, "--people", people])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("2 people have pay far below"), "\(result.errors)")
      #expect(result.errors.contains("is it for \(unit)?"), "\(pay): \(result.errors)")
      #expect(result.output.contains("far below their midpoint and are in no figure"))
      // The mean of the compa-ratios of the other two.
      #expect(result.output.contains("the mean of the compa-ratios is 1.017"))
      let most = try write(
        "employee,grade,salary\nA,1,60000\nB,1,\(pay)\nC,1,\(pay)\n", to: "most.csv")
      #expect(try Executable.run(["ranges", "--grades", grades, "--people", most]).status == 65)
    }
  }

  @Test("Columns that people's pay lacks are asked for, with the mapping to write")
  func missingColumns() throws {
    let grades = try write(
      "grade,minimum,midpoint,maximum\nJunior,50000,60000,70000\n", to: "grades.csv")
    let people = try write(
      "Employee ID,Gender,Step,Annual Salary\n1,F,Junior,50000\n2,M,Junior,52000\n3,F,Senior,60000\n",
      to: "people.csv")
    let asked = try Executable.run(["ranges", "--grades", grades, "--people", people])
    #expect(asked.errors.contains("there is no column \"grade\""), "\(asked.errors)")
    #expect(asked.errors.contains("\"Step\""), "\(asked.errors)")
    let told = try Executable.run([
      "ranges", "--grades", grades, "--people", people, "--map", "grade=Step",
    ])
    #expect(told.status == 0, "\(told.errors)")
  }

  @Test(
    "People without a group are told, and values that nobody has are answered with those there are")
  func groups() throws {
    let file = try write(
      "id,salary,gender,level\n"
        + (1...20).map {
          "\($0),\(60000 + 500 * $0),\($0 > 17 ? "" : $0 % 2 == 0 ? "F" : "M"),\($0 > 9 ? "Senior" : "Staff")"
        }.joined(separator: "\n") + "\n", to: "people.csv")
    let gap = try Executable.run(["gap", file, "--between", "gender"])
    #expect(gap.errors.contains("3 of 20 people have no \"gender\""), "\(gap.errors)")
    let nobody = try Executable.run(["compare", file, "--by", "gender", "--where", "level=Junior"])
    #expect(nobody.status != 0)
    #expect(nobody.errors.contains("Senior"), "\(nobody.errors)")
  }

  @Test("A comma for decimals is answered with what to write")
  func commas() throws {
    let file = try write("id,salary\n1,50000\n2,60000\n", to: "people.csv")
    let rank = try Executable.run(["rank", "54.321,50", file])
    #expect(rank.errors.contains("54321.5"), "\(rank.errors)")
    let hour = try Executable.run(["rank", "38,50/h", file])
    #expect(hour.errors.contains("38.5/hour"), "\(hour.errors)")
    let grades = try write(
      "grade,minimum,midpoint,maximum\n1,50000,60000,70000\n", to: "grades.csv")
    let matrix = try write("rating,0%\nMeets,3%\n", to: "matrix.csv")
    let merit = try Executable.run([
      "merit", file, "--grades", grades, "--matrix", matrix, "--budget", "3,5%",
    ])
    #expect(merit.errors.contains("did you mean \"3.5%\"?"), "\(merit.errors)")
  }
}
