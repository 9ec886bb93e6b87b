import Amounts
import Answers
import Findings
import MarketAnswers
import MarketFiles
import MarketPricing
import SalaryData
import Tables
import TestSupport
import Testing

/// Cuts as surveys write them, and jobs priced by their files.
@Suite("Survey cuts from files")
struct SurveyFileTests {
  static let options: TableOptions = {
    var options = TableOptions()
    options.words = "\(Checkout.datasets)/column-words.csv"
    return options
  }()

  static func datasets() throws -> Datasets { try Datasets(directory: Checkout.datasets) }

  /// One cut in headers that vendors use, as `docs/market.md` cites them, and in German.
  static let layouts: [String] = [
    """
    survey,job_code,job_title,scope,organizations,incumbents,effective_date,currency,base_p25,base_p50,base_p75,total_cash_p50
    North,A1,Accountant,All,9,18,2025-03-01,USD,49500,53800,60300,58600
    """,
    """
    Vendor,Survey Job Code,Benchmark Job,Data Cut,# Cos,# Incs,Data Effective Date,Currency Code,Base Salary - P25,Base Salary - P50,Base Salary - P75,TCC - P50
    North,A1,Accountant,All,9,18,2025-03-01,USD,"49,500","53,800","60,300","58,600"
    """,
    """
    Survey Name,Position Code,Position Title,Scope,Num Orgs,Num Obs,Effective Date,Currency,25th %ile Base Pay,Median Base Pay,75th %ile Base Pay,50th %ile Total Cash
    North,A1,Accountant,All,9,18,2025-03-01,USD,$49500,$53800,$60300,$58600
    """,
    """
    Studie;Stellencode;Stelle;Vergleichsgruppe;Anzahl Unternehmen;Stelleninhaber;Stichtag;Währung;Grundgehalt P25;Grundgehalt Median;Grundgehalt P75;Gesamtvergütung Median
    North;A1;Accountant;All;9;18;01.03.2025;USD;49.500,00;53.800,00;60.300,00;58.600,00
    """,
  ]

  private func cuts(_ csv: String) throws -> SurveyCuts {
    try SurveyCuts(
      csv: csv + "\n", name: "cuts.csv",
      SurveyCuts.Defaults(topCodes: try Self.datasets().topCodes()), Self.options)
  }

  @Test("The same cut is read alike in every layout", arguments: layouts)
  func readsAlike(_ layout: String) throws {
    let read = try cuts(layout)
    let cut = try #require(read.cuts.first)
    #expect(read.cuts.count == 1)
    #expect(cut.survey == "North" && cut.jobCode == "A1" && cut.jobTitle == "Accountant")
    #expect(cut.organizations == 9 && cut.incumbents == 18)
    #expect(cut.effective == CalendarDate(iso: "2025-03-01"))
    #expect(cut.currency == .usd)
    #expect(cut.pay[.base] == PayPercentiles([25: 49500, 50: 53800, 75: 60300]))
    #expect(cut.pay[.totalCash] == PayPercentiles([50: 58600]))
    #expect(cut.pay[.targetCash] == nil)
  }

  @Test("Pay of an hour is that of 2,080 hours, and a withheld cell is none")
  func basis() throws {
    let read = try cuts(
      "job_code,effective_date,pay_basis,base_p25,base_p50\nA1,2025-03,hourly,ISD,25.50")
    #expect(read.cuts.first?.pay[.base] == PayPercentiles([50: 53040]))
    #expect(read.cuts.first?.effective == CalendarDate(iso: "2025-03-01"))
  }

  @Test("German columns are in euros, and dates with points have the day first whatever is said")
  func german() throws {
    var options = Self.options
    options.dates = .monthFirst
    func cut(_ csv: String, _ defaults: SurveyCuts.Defaults = .init()) throws -> SurveyCut {
      try #require(SurveyCuts(csv: csv, name: "cuts.csv", defaults, options).cuts.first)
    }
    let german = "Stelle;Stichtag;Grundgehalt Median\nVertrieb;01.03.2025;66.000\n"
    #expect(try cut(german).currency == .eur)
    #expect(try cut(german).effective == CalendarDate(iso: "2025-03-01"))
    var defaults = SurveyCuts.Defaults()
    defaults.currency = Currency(code: "CHF")
    #expect(try cut(german, defaults).currency.code == "CHF")
    let american = "Job Title,Effective Date,Base P50\nSales,03/01/2025,66000\n"
    #expect(try cut(american).currency == .usd)
    #expect(try cut(american).effective == CalendarDate(iso: "2025-03-01"))
  }

  @Test("A cut that its publisher aged is aged from there on")
  func aged() throws {
    let read = try cuts(
      "job_code,effective_date,aged_to,base_p50,currency\nA1,2025-01-01,2026-01-01,50000,USD")
    let cut = try #require(read.cuts.first)
    #expect(cut.isAged)
    var rules = PricingRules(
      aging: CutAging(to: try #require(CalendarDate(iso: "2026-07-01"))),
      yearly: try Ratio(4, over: 100))
    rules.step = 1
    #expect(try JobPrice([JobMatch(cut)], rules).pay(.base, at: 50) == 51000)
  }

  @Test(
    "What would be wrong in silence is refused",
    arguments: [
      ("job_code,effective_date,base_p25,base_p50\nA1,2025-03-01,60000,50000", "survey.order"),
      ("job_code,effective_date,base_p50\nA1,2025-03-01,25.50", "survey.basis"),
      ("job_code,effective_date,base_p50\nA1,2025-03-01,-5", "survey.pay"),
      ("job_code,effective_date,base_p50,currency\nA1,2025-03-01,50000,coins", "survey.currency"),
    ])
  func refusals(_ csv: String, _ kind: String) throws {
    let read = try cuts(csv)
    #expect(read.cuts.isEmpty)
    #expect(read.findings.findings.contains { $0.kind.rawValue == kind })
  }

  private func kinds(_ question: PriceQuestion) -> [String] {
    do {
      _ = try question.answer()
      return []
    } catch {
      return error.log.findings.map(\.kind.rawValue)
    }
  }

  @Test("What may mean several things is asked about")
  func questions() throws {
    let head = "survey,job_code,job_title,scope,location,effective_date,currency,base_p50\n"
    func kinds(
      _ rows: String, _ jobs: [String] = ["A1"], _ change: (inout PriceQuestion) -> Void = { _ in }
    ) throws -> [String] {
      let folder = try ScratchFolder()
      let path = try folder.write(head + rows + "\n", to: "cuts.csv")
      var question = try PriceQuestion(
        jobs, surveys: [path], tables: Self.options, datasets: Self.datasets())
      change(&question)
      return self.kinds(question)
    }
    let plain = "N,A1,Accountant,All,,2025-03-01,USD,50000"
    #expect(try kinds(plain) == [])
    #expect(try kinds(plain + "\nN,A1,Accountant,Small,,2025-03-01,USD,48000") == ["price.scopes"])
    #expect(
      try kinds(plain + "\nN,A1,Accountant,Small,,2025-03-01,USD,48000") {
        $0.scopes = ["small"]
      } == [])
    #expect(
      try kinds(plain + "\nH,A1,Accountant,All,,2025-03-01,EUR,48000") == ["price.currencies"])
    #expect(
      try kinds(plain + "\nH,A1,Accountant,All,,2025-04-01,USD,48000") == ["price.several-dates"])
    #expect(try kinds(plain, ["Accountants"]) == ["price.unknown-job"])
    #expect(
      try kinds("N,A1,Accountant,All,Dallas,2025-03-01,USD,50000") {
        $0.geographic = 2
      } == ["price.local"])
    #expect(try kinds(plain) { $0.weights = .incumbents } == ["price.weight"])
  }

  @Test("A job whose row was refused is missed together with the reason")
  func refusedRow() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "job_code,effective_date,base_p50,currency\nA1,2025-03-01,-5,USD\n", to: "cuts.csv")
    let question = try PriceQuestion(
      ["A1"], surveys: [path], tables: Self.options, datasets: Self.datasets())
    #expect(kinds(question) == ["survey.pay", "price.unknown-job"])
  }

  @Test("The example files come to the composites of the worked case that they are made of")
  func examples() throws {
    let folder = "\(Checkout.datasets)/examples"
    var question = try PriceQuestion(
      ["ACC", "SAC", "FDR"],
      surveys: ["north", "harbor", "civic"].map { "\(folder)/survey-\($0).csv" },
      matches: "\(folder)/job-matches.csv", tables: Self.options, datasets: Self.datasets())
    question.scopes = ["All"]
    question.target = .day(try #require(CalendarDate(iso: "2026-07-01")))
    question.yearly = try Ratio(35, over: 1000)
    let prices = try question.answer().answer.jobs
    let expected = Case["E1"]["results"]["composite"].array
    for job in prices {
      let composite = try #require(expected.first { $0["job"].text == job.benchmark.job })
      for percentile in [25, 50, 75] {
        #expect(matches(job.price.pay(.base, at: percentile), composite["p\(percentile)"]))
      }
    }
    #expect(prices.count == 3)
  }

  @Test("A currency that nobody can read is refused, not passed over")
  func unreadableCurrency() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(
      "grade,minimum,maximum,currency\n1,10,20,Taler\n2,20,30,EUR\n", to: "grades.csv")
    let table = try GradeTable(path: path, Self.options)
    #expect(table.account.refused == 1)
    #expect(table.currency == .eur)
  }
}
