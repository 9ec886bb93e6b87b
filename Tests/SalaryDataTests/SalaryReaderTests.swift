import Amounts
import CSVReading
import Findings
import SalaryData
import Tables
import TestSupport
import Testing

@Suite("Reading salaries")
struct SalaryReaderTests {
  func read(
    _ csv: String, _ change: (inout SalaryReadingOptions) throws -> Void = { _ in }
  ) throws -> SalaryReading {
    var options = SalaryReadingOptions()
    try change(&options)
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    let reading = try SalaryReader(BundledData.vocabularies(), options: options)
      .read(file)
    #expect(reading.account.isBalanced)
    return reading
  }

  func pay(_ reading: SalaryReading) -> [Double] {
    reading.table.numbers(reading.pay)?.unpacked ?? []
  }

  @Test("brings pay by the hour, week and month to a year and counts what it assumed")
  func annualizes() throws {
    let reading = try read(
      """
      salary,pay basis
      57504,Year
      27.65,Hour
      "$1,106.00",Weekly
      4792,per Month
      $30/hr,
      2212,Bi-Weekly
      50000,sometimes
      """)
    #expect(pay(reading) == [57504, 57512, 57512, 57504, 62400, 57512])
    #expect(reading.account.rejected == 1)
    let kinds = reading.findings.findings.map(\.kind)
    #expect(kinds.filter { $0 == "salary.annualized" }.count == 4)
    #expect(
      reading.findings.findings.contains {
        $0.message.plainText == "2 rows of pay by the hour counted with 2080 to a year"
      })
  }

  @Test("decides the decimal separator by the column, also against its first rows")
  func decimalSeparator() throws {
    let german = try read("Gehalt\n\"57.504,00 €\"\n61.516\n4.500 brutto im Monat\n")
    #expect(pay(german) == [57504, 61516, 54000])
    #expect(german.currency.code == "EUR")
    #expect(german.table.rowCount == 3)

    // 300 rows that could be either, and then proof of the comma.
    let rows = Array(repeating: "57,504", count: 300) + ["57.504,50", "61.516,25"]
    let late = try read("salary\n" + rows.map { "\"\($0)\"" }.joined(separator: "\n")) {
      $0.rules = []
    }
    #expect(pay(late).last == 61516.25)
    #expect(pay(late).first == 57.504)
  }

  @Test("rejects what is no amount, with its place, and keeps the rest")
  func rejects() throws {
    let reading = try read("salary,title\n57504,AE\ncompetitive,AE\n\"60,00,0\",AE\n61000,AE\n")
    #expect(pay(reading) == [57504, 61000])
    #expect(reading.account.rejected == 2)
    let findings = reading.findings.findings.filter { $0.severity == .error }
    #expect(findings.map(\.place?.line) == [3, 4])
    #expect(
      findings[0].message.plainText
        == "\"competitive\" holds \"competitive\", which is not understood")
  }

  static let odd = """
    id,salary
    1,57504
    2,61000
    3,52000
    1,57504
    5,0
    6,57.5
    7,57504000
    8,900
    9,n/a
    10,3000 net per month
    11,120k OTE
    12,58000
    """

  static let otherPeriods: [(csv: String, pay: [Double], setAside: Int)] = [
    // An hourly rate, and amounts for a month and a year that somebody put into its column.
    ("Hourly rate\n27.65\n31\n4000\n55000\n", [57512, 64480], 2),
    // Even if most amounts are for a year.
    ("Hourly rate\n27.65\n31\n55000\n56000\n61000\n48000\n", [57512, 64480], 4),
    ("Monthly salary\n4000\n4500\n4800\n5000\n60000\n", [48000, 54000, 57600, 60000], 1),
    // What a cell says of itself is no contradiction.
    ("Monthly salary\n4000\n4500\n60000 per year\n5000\n", [48000, 54000, 60000, 60000], 0),
    // A tail of well-paid people thins out, and is none.
    (
      "Monthly salary\n3000\n3100\n3200\n3300\n3400\n3500\n11000\n13000\n16000\n25000\n",
      [36000, 37200, 38400, 39600, 40800, 42000, 132_000, 156_000, 192_000, 300_000], 0
    ),
    // Many mini-jobs do not make full-time pay yearly.
    ("Monatsgehalt\n520\n500\n4000\n4500\n5000\n", [6240, 6000, 48000, 54000, 60000], 0),
    // Nor does one slip below make a column of hourly rates one of monthly pay.
    ("Hourly rate\n0.31\n31\n32\n30\n", [64480, 66560, 62400], 0),
  ]

  @Test("sets aside amounts that contradict the period of their column", arguments: otherPeriods)
  func otherPeriod(_ example: (csv: String, pay: [Double], setAside: Int)) throws {
    let reading = try read(example.csv)
    #expect(pay(reading) == example.pay)
    #expect(reading.account.rowsSetAside(by: .otherPeriod) == example.setAside)
    let warnings = reading.findings.findings.filter { $0.kind == "salary.other-period" }
    #expect(warnings.map(\.severity) == (example.setAside > 0 ? [.warning] : []))
  }

  @Test("keeps amounts for another period on request, and doubts a whole column of them")
  func keepsOtherPeriod() throws {
    let kept = try read("Hourly rate\n27.65\n31\n55000\n") { $0.rules.remove(.otherPeriod) }
    #expect(pay(kept) == [57512, 64480, 55000 * 2080])
    let wrong = try read("Hourly rate\n52000\n57504\n61000\n")
    #expect(wrong.findings.findings.contains { $0.kind == "salary.large-pay" })
  }

  @Test(
    "sets totals aside, which are nobody's pay",
    arguments: [
      "Total,,210000", "Sum:,,210000", "Gesamt,,210000", ",Average salary,70000",
      "Grand Total,,210000", "Subtotal Sales,,210000", "Sales Total,,210000",
      "Summe Vertrieb,,210000", "Headcount 3,,210000",
    ])
  func totals(_ row: String) throws {
    let rows = ["A,AE,65000", "B,AE,70000", "C,SDR,75000", row].map { $0 + ",\n" }
    let csv = "name,title,salary,team\n" + rows.joined()
    let reading = try read(csv)
    #expect(pay(reading) == [65000, 70000, 75000])
    #expect(reading.account.rowsSetAside(by: .totalRow) == 1)
    #expect(try read(csv) { $0.rules.remove(.totalRow) }.account.rowsSetAside(by: .totalRow) == 0)
  }

  @Test("takes nobody for a total whose name begins like one, or whose row is filled")
  func noTotals() throws {
    let csv = "employer,title,salary\nTotal,AE,65000\nSumitomo,,70000\nTotal Wine,,75000\n"
    #expect(pay(try read(csv)) == [65000, 70000, 75000])
    let titles = "id,title,salary,team\n,Total Rewards Analyst,65000,\n,Mean Reviewer,70000,\n"
    #expect(pay(try read(titles)) == [65000, 70000])
    let names = "name,salary,team,city\nSum Wong,65000,,\nAnn Sum,70000,,\nTotal Lee,75000,Sales,\n"
    #expect(pay(try read(names)) == [65000, 70000, 75000])
  }

  @Test(
    "takes no percentage for an amount of pay",
    arguments: ["Target Bonus %", "Bonus Percent", "Bonus Pct", "Bonus in Prozent", "Bonus (%)"])
  func percentages(_ name: String) throws {
    let reading = try read("base salary,\(name)\n65000,20\n70000,25\n75000,15\n")
    #expect(pay(reading) == [65000, 70000, 75000])
    #expect(reading.recognition.position(of: .bonus) == nil)
    let whole = try read("base salary (100%),bonus\n65000,2000\n70000,2500\n75000,1500\n")
    #expect(whole.recognition.name(of: .basePay) == "base salary (100%)")
    let percentile = try read("base salary 50th %ile,bonus\n65000,20\n70000,25\n75000,15\n")
    #expect(percentile.recognition.name(of: .basePay) == "base salary 50th %ile")
  }

  @Test("reads dates with points with the day first, whatever was said of those with slashes")
  func datesWithPoints() throws {
    let days = TableKind("days", "days", [TableRole("day", .date)])
    func months(_ dates: String) throws -> [String] {
      let reading = try read("salary,date\n57504,\(dates)\n") {
        $0.columns = ["date"]
        try $0.mapping.add("dates=mdy", to: nil, among: [days])
      }
      let column = try #require(reading.table.categories(.date))
      return column.codes.map { column.labels[Int($0)] }
    }
    #expect(try months("01.03.2025") == ["2025-03"])
    #expect(try months("01/03/2025") == ["2025-01"])
    #expect(try months("10.31.2025") == ["2025-10"])
  }

  @Test(
    "decides by the column whether the day or the month comes first, and says so",
    arguments: [
      (["05/31/2021", "06/01/2021"], ["2021-05", "2021-06"], "month first"),
      (["31/05/2021", "01/06/2021"], ["2021-05", "2021-06"], "day first"),
      (["04/05/2021", "01/06/2021"], ["2021-04", "2021-01"], "month first, which none of them"),
      (["04.05.2021", "01.06.2021"], ["2021-05", "2021-06"], "day first"),
      (["2021-05-31", "2021-06-01"], ["2021-05", "2021-06"], nil),
    ] as [([String], [String], String?)])
  func dateOrder(_ dates: [String], _ months: [String], _ said: String?) throws {
    let reading = try read("salary,date\n57504,\(dates[0])\n61000,\(dates[1])\n") {
      $0.columns = ["date"]
    }
    let column = try #require(reading.table.categories(.date))
    #expect(column.codes.map { column.labels[Int($0)] } == months)
    let note = reading.findings.findings.first { $0.kind == "salary.date-order" }
    #expect((note == nil) == (said == nil))
    if let said { #expect(note?.message.plainText.contains(said) == true) }
  }

  @Test("warns that means of groups are not people")
  func groupMeans() throws {
    let reading = try read("Department,Average Salary,Employees\nSales,57504,12\nIT,61000,8\n")
    let warning = reading.findings.findings.first { $0.kind == "salary.group-means" }
    #expect(warning?.severity == .warning)
    #expect(warning?.message.plainText.contains("\"Employees\" tells the size") == true)
    #expect(
      !(try read("Base Salary,Employees\n57504,12\n61000,8\n")).findings.findings
        .contains { $0.kind == "salary.group-means" })
  }

  @Test("refuses to map a role to two columns, or a column to two roles")
  func contradictingMapping() throws {
    #expect(throws: InputFailure.self) {
      try read("a,b\n57504,61000\n") {
        try $0.mapping.add("base_pay=a", to: .people, among: [.people])
        try $0.mapping.add("base_pay=b", to: .people, among: [.people])
      }
    }
    #expect(throws: InputFailure.self) {
      try read("a,b\n57504,61000\n") {
        try $0.mapping.add("base_pay=a", to: .people, among: [.people])
        try $0.mapping.add("total_pay=A", to: .people, among: [.people])
      }
    }
  }

  @Test("refuses two rates for one pair of currencies, with the line of the second")
  func contradictingRates() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "from,to,rate\nEUR,USD,1.2\nGBP,USD,1.4\nEUR,USD,1.3\n", to: "rates.csv")
    let failure = #expect(throws: InputFailure.self) { try ExchangeRates(path: path) }
    #expect(failure?.log.findings.first?.place?.line == 4)
    #expect(failure?.code == .badData)
    let same = try folder.write("from,to,rate\nEUR,USD,1.2\nEUR,USD,1.2\n", to: "same.csv")
    #expect(try ExchangeRates(path: same).rate(from: .eur, to: .usd) == 1.2)
  }

  @Test("sets aside by named rules, each with its count")
  func setsAside() throws {
    let reading = try read(Self.odd)
    #expect(pay(reading) == [57504, 61000, 52000, 58000])
    let counts = Dictionary(
      uniqueKeysWithValues: reading.account.setAside.map { ($0.rule, $0.rows) })
    #expect(
      counts == [
        "missing-pay": 1, "net-pay": 1, "on-target-pay": 1, "zero-pay": 1, "pay-in-thousands": 1,
        "pay-times-thousand": 1, "implausible-pay": 1, "duplicate-row": 1,
      ])
    #expect(reading.account.read == 12)
  }

  @Test("keeps the rows of a rule that is switched off", arguments: CleaningRule.allCases)
  func switches(_ rule: CleaningRule) throws {
    guard rule != .otherCurrency else { return }
    let reading = try read(Self.odd) { $0.rules.remove(rule) }
    #expect(reading.account.rowsSetAside(by: rule) == 0)
    guard ![.otherPeriod, .totalRow].contains(rule) else { return }
    // Pay of zero is far from the median, so the next rule takes it.
    #expect(reading.account.used == (rule == .zeroPay ? 4 : 5))
  }

  @Test("keeps one currency, or converts with a file of rates")
  func currencies() throws {
    let csv = "salary,currency\n57504,USD\n61000,USD\n50000,EUR\n47000,GBP\n70000,Other\n"
    let reading = try read(csv)
    #expect(pay(reading) == [57504, 61000])
    #expect(reading.account.rowsSetAside(by: .otherCurrency) == 3)

    let converted = try read(csv) {
      $0.rates = try rates()
      $0.currency = .eur
    }
    #expect(converted.currency == .eur)
    #expect(converted.account.rowsSetAside(by: .otherCurrency) == 1)
    #expect(
      pay(converted).map { ($0 * 100).rounded() / 100 } == [47286.4, 50161.21, 50000, 54501.77])
  }

  /// One euro was 1.2161 dollars and a pound 1.4102 in this made-up file.
  func rates() throws -> ExchangeRates {
    let folder = try ScratchFolder()
    return try ExchangeRates(
      path: folder.write("from,to,rate\nEUR,USD,1.216079\nGBP,USD,1.41018\n", to: "rates.csv"))
  }

  @Test("reads the sign of a currency in the light of the currency column")
  func signs() throws {
    let reading = try read("salary,currency\n\"$57,504\",CAD\n\"$61,000\",CAD\n€50000,CAD\n")
    #expect(reading.currency.code == "CAD")
    #expect(pay(reading) == [57504, 61000])
    #expect(reading.account.rejected == 1)
    let mixed = try read("salary\n57504\n$61000\n€50000\n")
    #expect(mixed.currency == .usd)
    #expect(mixed.account.rowsSetAside(by: .otherCurrency) == 1)
  }

  @Test(
    "knows the currency of a column however it is named",
    arguments: [
      ("CAD Canadian dollar", "CAD"), ("NPR Nepalese rupee", "NPR"), ("US Dollar", "USD"),
      ("€", "EUR"), ("eur", "EUR"), ("GBP", "GBP"),
    ])
  func currencyNames(_ written: String, _ code: String) throws {
    let reading = try read("salary,currency\n50000,\(written)\n60000,\(written)\n")
    #expect(reading.currency.code == code)
    #expect(reading.account.used == 2)
  }

  @Test(
    "takes currency and period from the name of the column",
    arguments: [
      ("Yearly brutto salary (without bonus and stocks) in EUR", "EUR", 50_000),
      ("Monatsgehalt (€)", "EUR", 600_000), ("Hourly wage USD", "USD", 104_000_000),
      ("Salary in thousands", "USD", 50_000_000), ("salary_in_usd", "USD", 50_000),
    ])
  func headerSaysMore(_ header: String, _ code: String, _ first: Double) throws {
    let reading = try read("\(header)\n50000\n60000\n")
    #expect(reading.currency.code == code)
    #expect(pay(reading).first == first)
  }

  @Test("derives sector, role and level, and lists what it does not know by frequency")
  func derives() throws {
    let reading = try read(
      """
      salary,industry,job title,state
      57504,Software,Sr. Acct Exec II,California
      61000,541810,Account Executive,N.Y.
      52000,Zorbing,Key Account Manager,TX
      53000,Zorbing,Wizard,Bavaria
      54000,Underwater basketry,Junior AE,TX
      """
    ) { $0.columns = ["sector", "role", "level", "state"] }
    let table = reading.table
    #expect(table.names == ["base_pay", "sector", "role", "level", "state"])
    let sectors = try #require(table.categories("sector"))
    #expect(sectors[0] == "Information")
    #expect(sectors[1] == "Professional, scientific and technical services")
    #expect(sectors[2] == nil)
    let roles = try #require(table.categories("role"))
    #expect(
      (0..<5).map { roles[$0] } == [
        "Account Executive", "Account Executive", "Account Manager", "Other", "Account Executive",
      ])
    let levels = try #require(table.categories("level"))
    #expect((0..<5).map { levels[$0] } == ["P4", "P3", "P4", nil, "P1"])
    let states = try #require(table.categories("state"))
    #expect((0..<5).map { states[$0] } == ["CA", "NY", "TX", "Bavaria", "TX"])
    let unknown = try #require(reading.unmatched.first { $0.column == "sector" }).values
    #expect(unknown.map(\.value) == ["Zorbing", "Underwater basketry"])
    #expect(unknown.map(\.rows) == [2, 1])
  }

  @Test("keeps the other amounts and numbers of a row")
  func otherColumns() throws {
    let reading = try read(
      """
      salary,commission,bonus,years of experience,date
      57504,12k,,5-7 years,4/27/2021
      61000,"8,000",lots,41 years or more,5/1/2021
      62000,,"5,000",10+,5/2/2021
      """
    ) { $0.columns = ["commission", "bonus", "experience", "date"] }
    #expect(reading.table.numbers(.commission)?.prefix(2).elementsEqual([12000, 8000]) == true)
    #expect(reading.table.numbers(.bonus)?.map(\.isNaN) == [true, true, false])
    #expect(reading.table.numbers(.experience) == [6, 41, 10])
    let dates = reading.table.categories(.date)
    #expect((0..<3).map { dates?[$0] } == ["2021-04", "2021-05", "2021-05"])
    #expect(reading.table.months.map(\.description) == ["2021-04", "2021-05"])
    #expect(reading.findings.count(of: .warning) == 1)
  }

  @Test("says which columns there are when one that is asked for is not")
  func unknownColumn() throws {
    let failure = #expect(throws: InputFailure.self) {
      try read("salary,industry\n50000,Software\n") { $0.columns = ["industy"] }
    }
    #expect(failure?.code == .usage)
    #expect(failure?.log.findings.first?.remedy?.plainText == "did you mean \"industry\"?")
    let noPay = #expect(throws: InputFailure.self) { try read("name,town\nA,B\n") }
    #expect(noPay?.log.findings.first?.kind == "salary.no-pay")
  }

  @Test("gives the same table on any number of threads", arguments: [2, 3])
  func threads(_ count: Int) throws {
    // More than a megabyte, so that there are several blocks; a fixed generator makes it repeatable.
    var state: UInt64 = 7
    var rows = "employer,salary,industry\n"
    for _ in 0..<35_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      rows +=
        "\"Firm, No \(state >> 40 % 5000)\",\(30_000 + state >> 33 % 90_000),I\(state >> 50 % 20)\n"
    }
    let reading = try read(rows) {
      $0.columns = ["employer", "industry"]
      $0.threads = count
    }
    let single = try read(rows) { $0.columns = ["employer", "industry"] }
    #expect(pay(reading) == pay(single))
    #expect(reading.table.categories("employer") == single.table.categories("employer"))
    #expect(reading.account == single.account)
  }

  @Test("finds exactly the rows that a set of rows finds to be copies", arguments: [1, 2, 5])
  func duplicates(threads: Int) throws {
    var state: UInt64 = 11
    var rows: [String] = []
    for _ in 0..<3000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      rows.append("\(50_000 + state >> 33 % 1500),\(state >> 60)")
    }
    let reading = try read("salary,key\n" + rows.joined(separator: "\n")) {
      try $0.mapping.add("id=key", to: .people, among: [.people])
      $0.threads = threads
    }
    #expect(reading.account.used == Set(rows).count)
    #expect(reading.account.rowsSetAside(by: .duplicateRow) == rows.count - Set(rows).count)
  }

  @Test(
    "takes equal rows for copies only where something tells whose they are",
    arguments: [
      ("salary", "57000", false), ("salary,gender", "57000,female", false),
      ("salary,job title,state,years of experience", "57000,Clerk,Ohio,7", false),
      ("salary,employer,job title", "57000,Acme,Clerk", false),
      ("salary,date", "57000,2021-05-31", false), ("salary,department", "57000,Sales", false),
      ("salary,school name", "57000,Northside", false),
      ("Timestamp,salary", "4/27/2021 11:02:10,57000", true),
      ("salary,submitted at", "57000,2021-05-31T11:02:10", true),
      ("Employee ID,salary", "17,57000", true), ("salary,Response ID", "57000,R_17", true),
      ("E-mail,salary", "a@example.org,57000", true), ("Personalnummer;Gehalt", "17;57000", true),
      ("Full Name,salary", "Ada Lovelace,57000", true),
      ("case number,salary", "I-200-1,57000", true),
      ("salary,employer,job title,city", "57000,Acme,Clerk,Dayton", true),
      ("salary,company,position,state", "57000,Acme,Clerk,Ohio", true),
    ])
  func copies(header: String, row: String, isCopy: Bool) throws {
    // Others around it, so that an identifier differs as identifiers do.
    let others = (1...4).map { number in
      row.replacing("57000", with: "\(57 + number)000").replacing("17", with: "\(number)")
        .replacing("a@", with: "\(number)@").replacing("Ada", with: "Ada \(number)")
        .replacing("I-200-1", with: "I-200-\(1 + number)")
    }
    let rows = [header, row] + others + [row]
    let reading = try read(rows.joined(separator: "\n"))
    #expect(reading.account.used == (isCopy ? 5 : 6))
    #expect(reading.account.rowsSetAside(by: .duplicateRow) == (isCopy ? 1 : 0))
    let kinds = reading.findings.findings.map(\.kind)
    #expect(kinds.contains("salary.copies") == isCopy)
    #expect(kinds.contains("salary.equal-rows") == !isCopy)
  }

  @Test("keeps 500 anonymous people with pay in steps of 1,000, and their median")
  func anonymous() throws {
    // Half of them below 60,000: the median of all. Of distinct amounts it would be 80,000.
    let pay =
      (0..<251).map { 60_000 - 1000 * ($0 % 20) } + (0..<249).map { 61_000 + 1000 * ($0 % 60) }
    let reading = try read("salary\n" + pay.map { "\($0)" }.joined(separator: "\n"))
    #expect(reading.account.used == 500)
    let sorted = (reading.table.numbers(.basePay) ?? []).sorted()
    #expect((sorted[249] + sorted[250]) / 2 == 60_000)
  }

  @Test("leaves levels that are numbers as they are")
  func numericLevels() throws {
    let reading = try read("salary,grade\n57000,3\n58000,4\n59000,5\n57500,1\n") {
      $0.columns = ["level"]
    }
    #expect(reading.table.categories(.level)?.labels == ["", "3", "4", "5", "1"])
  }
}
