import Amounts
import CSVReading
import Findings
import SalaryData
import Tables
import Testing

/// Invented rows in the form of files that were once read wrong.
@Suite("Decisions about the columns of salary files")
struct ColumnDecisionTests {
  func read(
    _ csv: String, _ change: (inout SalaryReadingOptions) throws -> Void = { _ in }
  ) throws -> SalaryReading {
    var options = SalaryReadingOptions()
    try change(&options)
    let file = try CSVFile(bytes: Array(csv.utf8), name: "salaries.csv")
    let reading = try SalaryReader(BundledData.vocabularies(), options: options).read(file)
    #expect(reading.account.isBalanced)
    return reading
  }

  func pay(_ reading: SalaryReading) -> [Double] {
    reading.table.numbers(reading.pay)?.unpacked ?? []
  }

  func notes(_ reading: SalaryReading) -> [String] {
    reading.findings.findings.map(\.message.plainText)
  }

  @Test("take a length of service for tenure, in years, and never for a period of pay")
  func lengthOfService() throws {
    let reading = try read(
      """
      Length of service,Basic pay (£)
      11 months,24000
      2 years,30000
      18 months,31000
      5 years,32000
      10 years,41000
      """
    ) { $0.columns = ["experience"] }
    #expect(pay(reading) == [24000, 30000, 31000, 32000, 41000])
    #expect(reading.currency == .gbp)
    #expect(reading.recognition.name(of: .payPeriod) == nil)
    #expect(reading.table.numbers(.experience) == [11.0 / 12, 2, 1.5, 5, 10])
  }

  @Test(
    "know a column of pay periods by period words in nearly all cells",
    arguments: [
      (["Hourly", "Annual", "per Month", "Bi-Weekly", "Semi Monthly"], true),
      (["Stündlich", "Jährlich", "monatlich", "Monat", "Jahr"], true),
      (["H", "S", "S", "H", "S"], true), (["Salaried", "Hourly", "Salaried", "Salary", ""], true),
      (["1 year", "2 years", "3 years", "11 months", "9 months"], false),
      (["Full time", "Part time", "Hourly", "Contract", "Intern"], false),
    ])
  func periods(_ cells: [String], _ isPeriod: Bool) throws {
    let rows = cells.map { "50000,\($0)" }
    let reading = try read("salary,pay basis\n" + rows.joined(separator: "\n")) { $0.rules = [] }
    #expect((reading.recognition.name(of: .payPeriod) != nil) == isPeriod)
    if !isPeriod { #expect(pay(reading) == [50000, 50000, 50000, 50000, 50000]) }
  }

  @Test(
    "read a period as the cell says it, and none of which it is a part",
    arguments: [
      ("Bi Weekly", 26), ("Biweekly", 26), ("Semi-monthly", 24), ("per Hour", 2080), ("Week", 52),
      ("Salaried", 1), ("twice a month", nil), ("every other week", nil),
    ] as [(String, Double?)])
  func periodWords(_ cell: String, _ count: Double?) throws {
    let others = Array(repeating: "1000,Year", count: 9).joined(separator: "\n")
    let reading = try read("salary,pay basis\n1000,\(cell)\n\(others)\n") { $0.rules = [] }
    #expect(reading.account.rejected == (count == nil ? 1 : 0))
    if let count { #expect(pay(reading).first == 1000 * count) }
  }

  static let questions: [(header: String, cells: [String])] = [
    ("Have you lost your job in the last year?", ["No", "Yes"]),
    ("Did you get support from your employer?", ["Yes", "No"]),
    ("Do you live in the same country?", ["No", "No"]),
    ("Same country as employer", ["No", "Yes"]),
    ("Relocated", ["No", "No"]),
    ("Are there women who lead at work at your company?", ["Yes", "No"]),
    ("How satisfied are you with your job?", ["Very", "Not at all"]),
    ("Hast du deine Stelle gewechselt?", ["Nein", "Ja"]),
    ("Date in Position", ["2019-04-01", "2018-02-01"]),
    ("Year of birth", ["1980", "1990"]),
    ("Title", ["2019-04-01", "2018-02-01"]),
    ("Country", ["12", "7"]),
  ]

  @Test("take no question, and no column whose values do not fit, for a name", arguments: questions)
  func names(_ question: (header: String, cells: [String])) throws {
    let rows = (0..<6).map { "\"\(question.cells[$0 % 2])\",\(50_000 + 1000 * $0)" }
    let reading = try read("\"\(question.header)\",annual salary\n" + rows.joined(separator: "\n"))
    #expect(reading.recognition.columns[0].role == nil)
    #expect(pay(reading).count == 6)
  }

  @Test("keep Norway where a column has other countries too")
  func norway() throws {
    let reading = try read("country,salary in usd\nNO,70000\nDE,60000\nSE,65000\nNO,72000\n") {
      $0.columns = ["country"]
    }
    #expect(reading.table.categories(.country)?[0] == "Norway")
  }

  static let currencies: [(csv: String, code: String, said: String?)] = [
    (
      "Country,Gender,Annual salary\nGermany,F,52000\nAustria,M,58000\nGermany,F,49000\n", "EUR",
      "pay is taken as EUR: nothing names a currency, and 3 of 3 people are in countries with this one"
    ),
    (
      "Geschlecht;Jahresgehalt\nw;52000\nm;58000\n", "EUR",
      "pay is taken as EUR: nothing names a currency, and the name of the column is German"
    ),
    (
      "country,salary\nUnited Kingdom,52000\nSwitzerland,98000\n", "USD",
      "pay is taken as USD: nothing names a currency, and the people are in countries with 2 of them"
    ),
    ("state,salary\nTexas,52000\n", "USD", "pay is taken as USD: nothing names a currency"),
    ("country,salary in usd\nGermany,52000\nFrance,58000\n", "USD", nil),
    ("country,salary\nGermany,$52000\nFrance,58000\n", "USD", nil),
  ]

  @Test("say which currency the data point to, where none is named", arguments: currencies)
  func pointers(_ example: (csv: String, code: String, said: String?)) throws {
    let reading = try read(example.csv)
    #expect(reading.currency.code == example.code)
    #expect(
      notes(reading).first { $0.hasPrefix("pay is taken as \(example.code)") } == example.said)
    let isOpen = reading.findings.findings.contains { $0.kind == "salary.currency-open" }
    #expect(isOpen == (example.said?.hasSuffix("of them") ?? false))
  }

  @Test(
    "say how many rows name the currency that all are taken in",
    arguments: [
      ("title,salary\nA,60000\nB,€61000\nC,62000\n", "1 of 3", Severity.warning),
      ("title,salary\nA,€60000\nB,€61000\nC,62000\n", "2 of 3", .note),
      ("title,salary,currency\nA,60000,EUR\nB,61000,\nC,62000,\n", "1 of 3", .warning),
    ])
  func currencyOfFew(_ csv: String, _ rows: String, _ severity: Severity) throws {
    let reading = try read(csv)
    #expect(reading.currency.code == "EUR")
    let finding = try #require(
      reading.findings.findings.first { $0.kind == "salary.currency-of-few" })
    let name = rows.hasPrefix("1 ") ? "names" : "name"
    #expect(finding.message.plainText.hasPrefix("\(rows) rows \(name) a currency"))
    #expect(finding.severity == severity)
    let said = try read(csv) { $0.assumedCurrency = .eur }
    #expect(!said.findings.findings.contains { $0.kind == "salary.currency-of-few" })
  }

  @Test("warn of part time beside full time, where pay is not by the hour")
  func partTime() throws {
    func warns(_ csv: String, _ columns: [String] = []) throws -> Bool {
      try read(csv) { $0.columns = columns }.findings.findings
        .contains { $0.kind == "salary.part-time" }
    }
    #expect(try warns("title,salary,weekly hours\nA,60000,40\nB,30000,20\nC,61000,40\n"))
    #expect(try warns("title,salary,weekly hours\nA,60000,37.5\nB,30000,20\n"))
    #expect(try !warns("title,salary,weekly hours\nA,60000,40\nB,59000,39\nC,61000,40\n"))
    #expect(
      try !warns(
        "title,salary,weekly hours\nA,60000,40\nB,30000,20\n", [SalaryTable.hourlyPay]))
  }

  @Test("read pay by the month of some and by the hour of others, row by row")
  func severalColumns() throws {
    let reading = try read(
      """
      Name,Monthly salary,Hourly rate
      Ada,4000,
      Bob,,25.50
      Cyd,0,28
      Dan,n/a,$30
      Eve,5000,
      Fay,,
      """)
    #expect(pay(reading) == [48000, 53040, 58240, 62400, 60000])
    #expect(reading.account.setAside.map(\.rule) == ["missing-pay"])
    #expect(notes(reading).contains("3 rows of pay by the hour counted with 2080 to a year"))
    #expect(notes(reading).contains("2 rows of pay by the month counted with 12 to a year"))
  }

  @Test("read pay by the year, the month and the hour, each in a column of its own")
  func threeColumns() throws {
    let reading = try read(
      """
      Name,Annual salary,Monthly salary,Hourly rate
      Ada,48000,,
      Bob,,,25.50
      Cyd,,5000,
      Dan,60000,5000,
      """)
    #expect(pay(reading) == [48000, 53040, 60000, 60000])
    #expect(reading.account.used == 4)
  }

  static let conflicts: [(header: String, rows: String, pay: [Double], severity: Severity)] = [
    // Hourly people at their rate, and at what they make in a year.
    ("Annual salary", "25.50,Hourly;60000,Annual", [53040, 60000], .note),
    ("Annual salary", "53040,Hourly;60000,Annual", [53040, 60000], .note),
    ("Annual salary", "25.50,Hourly;32,Hourly", [53040, 66560], .warning),
    ("Annual salary", "53040,Hourly;60000,Hourly", [53040, 60000], .warning),
    ("Hourly rate", "30,Hourly;62400,Annual", [62400, 62400], .note),
    // How often people are paid is not what the amounts are for.
    ("Annual salary", "52000,Biweekly;60000,Biweekly", [52000, 60000], .warning),
    ("Annual salary in JPY", "1800,Hourly;1500,Hourly", [3_744_000, 3_120_000], .warning),
  ]

  @Test(
    "take the period that fits the amounts where the name of the column and the rows contradict",
    arguments: conflicts)
  func conflictingPeriods(
    _ example: (header: String, rows: String, pay: [Double], severity: Severity)
  ) throws {
    let rows = example.rows.replacing(";", with: "\n")
    let reading = try read("\(example.header),pay type\n\(rows)\n")
    #expect(pay(reading) == example.pay)
    let said = reading.findings.findings.filter { $0.kind == "salary.period-conflict" }
    #expect(said.map(\.severity) == [example.severity])
  }

  @Test("say that another column could be the pay as well, and read a period in brackets")
  func otherPay() throws {
    let reading = try read("title,Old salary,New salary\nA,60000,66000\nB,90000,95000\n")
    #expect(pay(reading) == [60000, 90000])
    #expect(
      reading.findings.findings.filter { $0.kind == "salary.other-pay" }.map(\.severity) == [
        .warning
      ])
    let surer = try read("title,Salary,Base salary\nA,60000,66000\nB,90000,95000\n")
    #expect(!surer.findings.findings.contains { $0.kind == "salary.other-pay" })
    #expect(pay(try read("Basic pay (month)\n3000\n4000\n")) == [36000, 48000])
    #expect(pay(try read("Gehalt/Monat\n3000\n4000\n")) == [36000, 48000])
    #expect(pay(try read("Salary 2021 year\n30000\n40000\n")) == [30000, 40000])
  }

  @Test("say in every verb that a column naming periods is not used")
  func unusedPeriods() throws {
    let csv = "salary,basis\n60000,Full time\n25,Hourly\n52000,Part time\n61000,Contract\n"
    let kind: Finding.Kind = "salary.period-unused"
    let reading = try read(csv)
    #expect(reading.findings.findings.filter { $0.kind == kind }.map(\.severity) == [.warning])
    let told = try read(csv) { $0.payPeriod = .year }
    #expect(!told.findings.findings.contains { $0.kind == kind })
    let none = try read(csv) { try $0.mapping.add("pay_period=", to: .people, among: [.people]) }
    #expect(!none.findings.findings.contains { $0.kind == kind })
    let yearly = try read("salary,basis\n60000,Yearly\n25000,Full time\n30000,Contract\n")
    #expect(!yearly.findings.findings.contains { $0.kind == kind })
  }

  @Test("doubt a column of periods that makes half of the pay absurd")
  func absurdPeriods() throws {
    let reading = try read("salary,pay frequency\n60000,Biweekly\n65000,Biweekly\n80000,Biweekly\n")
    #expect(reading.findings.findings.contains { $0.kind == "salary.large-pay" })
  }

  @Test("do not take a rate that is another pay for that of the people without one")
  func anotherRate() throws {
    let reading = try read(
      """
      Annual salary,Hourly pay
      60000,125
      64000,140
      ,130
      """)
    #expect(reading.recognition.name(of: .otherBasePay) == nil)
    #expect(pay(reading) == [60000, 64000])
  }

  @Test("read pay beside what each row says it is for")
  func payTypes() throws {
    let reading = try read(
      """
      title,pay,pay type
      Clerk,25.50,Hourly
      Director,95000,Salary
      Engineer,85000,Salaried
      Clerk,22.10,Hourly
      Analyst,78000,Annual
      """)
    #expect(pay(reading) == [53040, 95000, 85000, 45968, 78000])
    #expect(notes(reading).contains("2 rows of pay by the hour counted with 2080 to a year"))
  }

  @Test("add the parts of pay where total pay is asked for and no column has it")
  func totals() throws {
    let csv = "salary,commission,monthly bonus\n60000,12000,100\n50000,,\n55000,n/a,200\n"
    let reading = try read(csv) { $0.pay = .totalPay }
    #expect(pay(reading) == [73200, 50000, 57400])
    #expect(
      notes(reading).contains(
        "total pay is the sum of \"salary\", \"commission\", \"monthly bonus\""))
    let none = #expect(throws: InputFailure.self) {
      try read("salary\n60000\n") { $0.pay = .totalPay }
    }
    #expect(none?.log.findings.first?.kind == "salary.no-pay")
  }

  @Test("decide the order of day and month by the whole column, also against its first rows")
  func lateDates() throws {
    let rows = Array(repeating: "50000,05/06/2021", count: 300) + ["51000,31/05/2021"]
    let reading = try read("salary,date\n" + rows.joined(separator: "\n")) {
      $0.columns = ["date"]
      $0.rules = []
    }
    let dates = try #require(reading.table.categories(.date))
    #expect(dates[0] == "2021-06")
    #expect(dates[300] == "2021-05")
    #expect(notes(reading).contains("dates are read with the day first"))
  }

  @Test("make pay for an hour of pay and weekly hours")
  func hourlyPay() throws {
    let reading = try read(
      """
      Monthly salary,Hourly rate,Weekly hours,Bonus
      5200,,40,
      2600,,20,1040
      ,25.50,20,
      3000,,n/a,
      """
    ) { $0.columns = ["hourly_pay"] }
    let hourly = try #require(reading.table.numbers("hourly_pay"))
    // 12 × 5,200 / (52 × 40), 12 × 2,600 / (52 × 20); the rate is the rate, and nothing is guessed.
    #expect(hourly[0] == 30 && hourly[1] == 30 && hourly[2] == 25.5 && hourly[3].isNaN)
    let total = try read("salary,bonus,weekly hours\n52000,2080,40\n") {
      $0.columns = ["hourly_pay"]
      $0.pay = .totalPay
    }
    #expect(total.table.numbers("hourly_pay") == [26])
    let none = #expect(throws: InputFailure.self) {
      try read("salary\n52000\n") { $0.columns = ["hourly_pay"] }
    }
    #expect(none?.log.findings.first?.kind == "salary.no-hours")
  }

  @Test("read the hours of a week")
  func hours() throws {
    let reading = try read("salary,Weekly hours\n60000,40\n30000,20\n45000,\"37,5\"\n") {
      $0.columns = ["hours"]
    }
    #expect(reading.recognition.name(of: .hours) == "Weekly hours")
    #expect(try read("salary,Hours\n60000,1950\n61000,2080\n").recognition.name(of: .hours) == nil)
  }

  @Test("say by which rule an industry of two sectors counts, and which industries are of none")
  func sectors() throws {
    let reading = try read(
      """
      industry,salary in usd
      Engineering or Manufacturing,60000
      Engineering or Manufacturing,61000
      Shipbuilding or Fishing,64000
      Nuclear power,70000
      Shipbuilding,65000
      Sales,50000
      Sales,51000
      Zorbing,52000
      """
    ) { $0.columns = ["sector"] }
    let sectors = try #require(reading.table.categories("sector"))
    #expect(
      (0..<8).map { sectors[$0] } == [
        "Professional, scientific and technical services",
        "Professional, scientific and technical services", "Manufacturing", "Utilities",
        "Manufacturing", nil, nil, nil,
      ])
    #expect(
      notes(reading).contains {
        $0.hasPrefix("3 rows have an industry of no known sector")
          && $0.hasSuffix("\"Sales\" (2), \"Zorbing\" (1)")
      })
    #expect(
      notes(reading).contains {
        $0.hasPrefix("3 rows have an industry of several sectors")
          && $0.contains("\"Engineering or Manufacturing\" (2)")
      })
  }
}
