import Amounts
import CSVReading
import Findings
import SalaryData
import Tables
import TestSupport
import Testing

/// Half of a salary for half of the hours is no low pay, and no file says which of the two it has.
@Suite("Pay of people who work part time")
struct PartTimeTests {
  func read(
    _ csv: String, _ mapping: String..., columns: [String] = [], pay: ColumnRole? = nil
  ) throws -> SalaryReading {
    var options = SalaryReadingOptions()
    options.columns = columns
    options.pay = pay
    for text in mapping { try options.mapping.add(text, to: .people, among: [.people]) }
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    return try SalaryReader(BundledData.vocabularies(), options: options).read(file)
  }

  func pay(_ reading: SalaryReading) -> [Double] {
    reading.table.numbers(reading.pay)?.unpacked ?? []
  }

  func kinds(_ reading: SalaryReading) -> Set<String> {
    Set(reading.findings.findings.map(\.kind.rawValue))
  }

  @Test(
    "is warned of under every name of working time",
    arguments: [
      ("FTE", "1", "0.5"), ("FTE %", "100", "50"), ("FTE", "100%", "50%"),
      ("Full-Time Equivalent", "1.0", "0.6"), ("Employment %", "100", "50"),
      ("Part-time %", "100", "80"), ("Beschäftigungsgrad", "100", "50"),
      ("Teilzeitfaktor", "1", "\"0,5\""), ("Arbeitszeit %", "1.0", "0.5"),
      ("Arbeitszeit", "1.0", "0.5"), ("WTE", "1", "0.4"), ("Weekly hours", "40", "20"),
      ("Wochenstunden", "\"38,5\"", "\"19,25\""),
    ])
  func names(_ name: String, _ full: String, _ part: String) throws {
    let reading = try read(
      "title,salary,\(name)\nA,60000,\(full)\nB,30000,\(part)\nC,61000,\(full)\n")
    let role: ColumnRole = ["Weekly hours", "Wochenstunden"].contains(name) ? .hours : .fte
    #expect(reading.recognition.name(of: role) == name)
    let warning = try #require(reading.findings.findings.first { $0.kind == "salary.part-time" })
    #expect(warning.severity == .warning)
    #expect(warning.message.plainText.contains("1 of 3 rows"))
    #expect(pay(reading) == [60000, 30000, 61000])
  }

  @Test("is what full time would be paid, where it was said to be what is paid")
  func actual() throws {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<20 {
      let people = (0..<30).map { _ -> (pay: Double, share: Double) in
        let share = Double(Int.random(in: 1...4, using: &random)) / 4
        return (Double(Int.random(in: 40...90, using: &random)) * 1000, share)
      }
      let actual = people.map { "A,\($0.pay * $0.share),\($0.share)" }.joined(separator: "\n")
      let full = people.map { "A,\($0.pay)" }.joined(separator: "\n")
      let brought = try read("title,salary,fte\n\(actual)\n", "part_time_pay=actual")
      #expect(pay(brought) == pay(try read("title,salary\n\(full)\n")))
      #expect(!kinds(brought).contains("salary.part-time"))
    }
  }

  @Test("stays where it was said to be the rate of full time")
  func fullTime() throws {
    let reading = try read(
      "title,salary,fte\nA,60000,1\nB,60000,0.5\n", "part_time_pay=full-time")
    #expect(pay(reading) == [60000, 60000])
    #expect(kinds(reading).isSuperset(of: ["salary.full-time-pay"]))
    #expect(!kinds(reading).contains("salary.part-time"))
  }

  @Test("of an hour is that of full time already")
  func hourly() throws {
    let csv = "title,pay type,pay,fte\nA,Salary,60000,1\nB,Salary,30000,0.5\nC,Hourly,25,0.5\n"
    #expect(pay(try read(csv, "part_time_pay=actual")) == [60000, 60000, 52000])
    let warning = try read(csv).findings.findings.first { $0.kind == "salary.part-time" }
    #expect(warning?.message.plainText.contains("1 of 2 rows") == true)
    let rates = "title,hourly rate,fte\nA,30,1\nB,25,0.5\n"
    #expect(!kinds(try read(rates)).contains("salary.part-time"))
  }

  @Test("by hours needs the hours of full time")
  func hours() throws {
    let csv = "title,salary,weekly hours\nA,60000,40\nB,30000,20\n"
    #expect(pay(try read(csv, "part_time_pay=actual", "full_time_hours=40")) == [60000, 60000])
    let error = #expect(throws: InputFailure.self) { try read(csv, "part_time_pay=actual") }
    #expect(error?.log.findings.first?.kind == "salary.full-time-hours")
    #expect(throws: InputFailure.self) { try read(csv, "full_time_hours=0") }
    #expect(throws: InputFailure.self) { try read(csv, "part_time_pay=half") }
  }

  @Test("counts as full time where nothing says the part, which is told")
  func missing() throws {
    let reading = try read(
      "title,salary,fte\nA,60000,1\nB,30000,0.5\nC,50000,\nD,50000,0\n", "part_time_pay=actual")
    #expect(pay(reading) == [60000, 60000, 50000, 50000])
    let warning = try #require(
      reading.findings.findings.first { $0.kind == "salary.working-time-missing" })
    #expect(warning.message.plainText.hasPrefix("2 rows"))
    #expect(
      kinds(try read("title,salary\nA,60000\n", "part_time_pay=actual"))
        .contains("mapping.unused"))
  }

  @Test("has its bonuses and its pay for an hour brought to full time too")
  func parts() throws {
    let csv = "title,salary,bonus,fte,weekly hours\nA,60000,6000,1,40\nB,30000,3000,0.5,20\n"
    let total = try read(
      csv, "part_time_pay=actual", columns: ["bonus", SalaryTable.hourlyPay], pay: .totalPay)
    #expect(pay(total) == [66000, 66000])
    #expect(total.table.numbers(.bonus) == [6000, 6000])
    #expect(total.table.numbers(SalaryTable.hourlyPay) == [66000.0 / 2080, 66000.0 / 2080])
    let rate = try read(
      csv.replacing("B,30000,3000", with: "B,60000,6000"), "part_time_pay=full-time",
      columns: [SalaryTable.hourlyPay], pay: .totalPay)
    #expect(rate.table.numbers(SalaryTable.hourlyPay) == [66000.0 / 2080, 66000.0 / 2080])
  }

  @Test(
    "is warned of where a column names it without saying how much",
    arguments: ["Part-time", "Teilzeit", "PT"])
  func named(_ word: String) throws {
    let csv = "title,salary,employment\nA,60000,Full-time\nB,30000,\(word)\n"
    let warning = try read(csv).findings.findings.first { $0.kind == "salary.part-time" }
    #expect(warning?.message.plainText.contains("1 of the first 2 rows") == true)
    #expect(!kinds(try read(csv.replacing(word, with: "Full-time"))).contains("salary.part-time"))
  }

  @Test("does not depend on threads or on where in the file it stands")
  func threads() throws {
    let rows = (0..<40_000).map { "A\($0),\(50000 + $0 % 1000),\($0 > 30_000 ? "0.5" : "1")" }
    let csv = "id,salary,fte\n" + rows.joined(separator: "\n") + "\n"
    var options = SalaryReadingOptions()
    var messages: Set<String> = []
    for threads in [1, 2, 5] {
      options.threads = threads
      let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
      let reading = try SalaryReader(BundledData.vocabularies(), options: options).read(file)
      messages.insert(
        reading.findings.findings.first { $0.kind == "salary.part-time" }?.message.plainText ?? "")
    }
    #expect(messages.count == 1 && messages.first?.contains("9999 of 40000") == true)
  }
}

/// Rows that rules leave out, and pay that is hardly for a year.
@Suite("What is said of pay that is left out or read as for a year")
struct LeftOutPayTests {
  func findings(
    _ csv: String, _ change: (inout SalaryReadingOptions) -> Void = { _ in }
  ) throws -> [Finding] {
    var options = SalaryReadingOptions()
    change(&options)
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    return try SalaryReader(BundledData.vocabularies(), options: options).read(file)
      .findings.findings
  }

  @Test("Rows of any reason are told, with their number and the reason")
  func setAside() throws {
    let rows = (1...20).map { "\($0),\(60000 + $0)" }.joined(separator: "\n")
    let told = try #require(
      try findings("id,salary\n\(rows)\n21,25.40\n22,\n23,0\n").first {
        $0.kind == "salary.set-aside"
      })
    #expect(told.severity == .warning)
    let text = told.message.plainText
    #expect(text.hasPrefix("3 of 23 rows"))
    for reason in ["1 as missing-pay", "1 as zero-pay", "1 as pay-in-thousands"] {
      #expect(text.contains(reason))
    }
    #expect(
      try !findings("id,salary\n\(rows)\n").contains { $0.kind == "salary.set-aside" })
  }

  @Test("Monthly amounts that nothing says to be monthly are asked about")
  func monthly() throws {
    let csv = "title,Gehalt\nA,4500\nB,5400\nC,11468\n"
    func asks(_ change: (inout SalaryReadingOptions) -> Void = { _ in }) throws -> Bool {
      try findings(csv, change).contains { $0.kind == "salary.small-pay" }
    }
    #expect(try asks())
    #expect(try !asks { $0.payPeriod = .month })
    #expect(try !asks { $0.payPeriod = .year })
    #expect(
      try !findings("title,Gehalt\nA,45000\nB,54000\n").contains { $0.kind == "salary.small-pay" })
  }

  @Test("A person in two rows is told by the number, and two people of one name are not")
  func sameIdentity() throws {
    let rows = (1...9).map { "E\($0),Ada,\(60000 + $0)" }.joined(separator: "\n")
    let told = try #require(
      try findings("employee id,name,salary\n\(rows)\nE3,Ada,20000\nE7,Ada,25000\n")
        .first { $0.kind == "salary.same-id" })
    let text = told.message.plainText
    #expect(text.hasPrefix("2 rows") && text.contains("\"E3\", \"E7\""), "\(text)")
    #expect(
      try !findings("employee id,name,salary\n\(rows)\n").contains { $0.kind == "salary.same-id" })
    // A row that is written the same is a copy, which has its own note.
    #expect(
      try !findings("employee id,name,salary\n\(rows)\nE1,Ada,60001\n")
        .contains { $0.kind == "salary.same-id" })
  }

  @Test("Values that are a slip away from a frequent one are told, and levels of a ladder are not")
  func nearValues() throws {
    func told(_ values: [(String, Int)]) throws -> String? {
      let rows = values.flatMap { Array(repeating: $0.0, count: $0.1) }.enumerated()
        .map { "\($0.element),\(60000 + $0.offset)" }.joined(separator: "\n")
      return try findings("team,salary\n\(rows)\n") { $0.columns = ["team"] }
        .first { $0.kind == "salary.near-values" }?.message.plainText
    }
    let text = try #require(
      try told([("Manager", 20), ("Manger", 1), ("MANAGER", 2), ("Junior", 9)]))
    #expect(text.contains("\"Manger\" (1) may be \"Manager\" (20)"))
    #expect(text.contains("\"MANAGER\" (2) may be \"Manager\" (20)"))
    #expect(try told([("Analyst I", 20), ("Analyst II", 2), ("Analyst 3", 1)]) == nil)
    #expect(try told([("East", 20), ("West", 2)]) == nil)
    #expect(try told([("Manager", 20), ("Manger", 15)]) == nil)
  }
}
