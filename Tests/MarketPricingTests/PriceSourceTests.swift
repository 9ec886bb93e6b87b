import Amounts
import Answers
import Findings
import MarketAnswers
import MarketPricing
import SalaryData
import TestSupport
import Testing

/// Jobs priced by people's files and published tables beside survey cuts.
@Suite("Sources of prices that are no surveys")
struct PriceSourceTests {
  private static let people = """
    Job Title,Company,Base Salary (USD),Annual Bonus,Pay Date
    Account Executive,Alder,62000,21000,2025-06
    account executive,Birch,71000,15000,2025-06
    Account Executive,Cedar,58500,30500,2025-06
    Account Executive,Dogwood,66000,22000,2025-06
    Account Executive,Elm,80000,12000,2025-06
    Account Executive,Alder,69000,,2025-06
    Senior Accountant,Alder,84000,4000,2025-06
    Senior Accountant,Birch,79000,5000,2025-06

    """
  private static let cuts = """
    survey,job_code,job_title,organizations,incumbents,effective_date,currency,base_p50
    North,AE1,Account Executive,9,60,2025-03-01,USD,70000

    """

  private static func price(
    _ job: String, _ files: [String: String], bundled: [String] = [],
    _ change: (inout PriceQuestion) throws -> Void = { _ in }
  ) throws -> Reply<MarketPrices> {
    let folder = try ScratchFolder()
    let paths = try files.sorted { $0.key < $1.key }.map { try folder.write($1, to: $0) }
    var question = try PriceQuestion(
      [job], surveys: paths + bundled.map { "\(Checkout.datasets)/\($0)" },
      tables: SurveyFileTests.options, datasets: SurveyFileTests.datasets())
    try change(&question)
    return try question.answer()
  }

  private static func kinds(
    _ job: String, _ files: [String: String], bundled: [String] = [],
    _ change: (inout PriceQuestion) throws -> Void = { _ in }
  ) throws -> [String] {
    do {
      return try price(job, files, bundled: bundled, change).findings.findings.map(\.kind.rawValue)
    } catch let failure as InputFailure {
      return failure.log.findings.map(\.kind.rawValue)
    }
  }

  @Test("The people of a title are a cut: NumPy's percentiles, employers and people counted")
  func people() throws {
    let reply = try Self.price("account executive", ["people.csv": Self.people])
    let price = try #require(reply.answer.jobs.first?.price)
    let source = try #require(price.sources.first)
    #expect(price.sources.count == 1 && source.match.cut.origin == .people)
    #expect(source.match.cut.organizations == 5 && source.match.cut.incumbents == 6)
    #expect(source.match.cut.effective == CalendarDate(iso: "2025-06-01"))
    // numpy.percentile(pay, [10, 25, 50, 75, 90])
    #expect(
      price.composite[.base]
        == PayPercentiles([10: 60250, 25: 63000, 50: 67500, 75: 70500, 90: 75500]))
    #expect(price.pay(.totalCash, at: 50) == 87000)
  }

  @Test("Total cash of too few of the people is left out")
  func fewTotals() throws {
    let totals =
      "title,employer,base_salary,total_pay,date\n"
      + (1...6).map { "Clerk,E\($0),\(40000 + $0),\($0 < 3 ? "50000" : ""),2025-06\n" }.joined()
    let price = try #require(
      try Self.price("Clerk", ["people.csv": totals]).answer.jobs.first?.price)
    #expect(price.composite[.base]?.published == [10, 25, 50, 75, 90])
    #expect(price.composite[.totalCash] == nil)
    let asked = try Self.price("Clerk", ["people.csv": totals]) {
      $0.minimum = MinimumData(organizations: 2, incumbents: 2)
    }
    #expect(asked.answer.jobs[0].price.pay(.totalCash, at: 50) == 50000)
  }

  @Test("A cut, people and an occupation are aged, each from its own day, and blended")
  func beside() throws {
    let reply = try Self.price(
      "Account Executive", ["cuts.csv": Self.cuts, "people.csv": Self.people],
      bundled: ["oews-2025-national.csv"]
    ) {
      $0.target = .day(try #require(CalendarDate(iso: "2026-01-01")))
      $0.yearly = try Ratio(3, over: 100)
    }
    let price = try #require(reply.answer.jobs.first?.price)
    #expect(price.sources.map(\.match.cut.origin) == [.survey, .people, .published])
    #expect(price.sources.map(\.match.cut.incumbents) == [60, 6, 1_256_010])
    // 70,000 for 10 months, 67,500 for 7 and 69,990 for 8, at 3 %.
    let parts = try [
      70000 * Ratio(1025, over: 1000), 67500 * Ratio(10175, over: 10000),
      69990 * Ratio(102, over: 100),
    ]
    #expect(
      try price.composite[.base]?[50] == parts.reduce(Ratio.zero) { try $0 + $1 } / 3)
    #expect(price.composite[.totalCash] == nil)
    #expect(reply.findings.findings.contains { $0.kind.rawValue == "data.title" })
  }

  @Test("What people's files and tables do not say is asked about")
  func questions() throws {
    let files = ["people.csv": Self.people]
    #expect(try Self.kinds("Senior Accountant", files).contains("price.no-cut"))
    #expect(try Self.kinds("Accountant", files).contains("price.unknown-job"))
    let undated = Self.people.replacing(",Pay Date", with: "").replacing(",2025-06", with: "")
    #expect(
      try Self.kinds("Account Executive", ["people.csv": undated]).contains("survey.no-date"))
    let dated = try Self.price("Account Executive", ["people.csv": undated]) {
      $0.effective = CalendarDate(iso: "2025-04-01")
    }
    #expect(dated.answer.rules.aging.target == CalendarDate(iso: "2025-04-01"))
    let table =
      "occ_code,occ_title,area_title,a_median\n41-3091,Representatives,United States,70000\n"
    #expect(try Self.kinds("41-3091", ["table.csv": table]).contains("survey.no-date"))
    let months = Self.people.replacing("12000,2025-06", with: "12000,2025-07")
    #expect(
      try Self.kinds("Account Executive", ["people.csv": months]).contains("survey.no-date"))
    let untitled = Self.people.replacing("Job Title", with: "Team")
    #expect(
      try Self.kinds("Account Executive", ["people.csv": untitled]).contains("price.no-title"))
    // A state is none of fifty that are blended in silence.
    #expect(
      try Self.kinds("Account Executive", [:], bundled: ["oews-2025-state.csv"])
        .contains("price.scopes"))
    let texas = try Self.price("41-3091", [:], bundled: ["oews-2025-state.csv"]) {
      $0.locations = ["Texas"]
    }
    #expect(texas.answer.jobs[0].price.pay(.base, at: 50) == 61680)
    #expect(
      try Self.kinds("41-3091", [:], bundled: ["oews-2025-state.csv"]) {
        $0.locations = ["Texas"]
        $0.geographic = 2
      }.contains("price.local"))
  }

  @Test("Of tables of several years the latest counts, and it is said")
  func years() throws {
    let tables = ["oews-2024-national.csv", "oews-2025-national.csv"]
    let reply = try Self.price("41-3091", [:], bundled: tables)
    #expect(reply.answer.rules.aging.target == CalendarDate(iso: "2025-05-01"))
    #expect(reply.findings.findings.contains { $0.kind.rawValue == "rank.several-dates" })
  }

  // MARK: Top codes

  private static let topCoded = """
    survey,job_code,job_title,incumbents,effective_date,currency,base_p50,base_p75,base_p90
    BLS OEWS,29-1215,Family Physician,100,2024-05,USD,230000,#,#
    South,FP,Family Physician,200,2024-05,USD,238000,260000,300000

    """

  @Test(
    "A top-coded percentile of OEWS is at least the top code, and so is what it is blended into")
  func topCodes() throws {
    let price = try #require(
      try Self.price("Family Physician", ["cuts.csv": Self.topCoded]) {
        $0.adjustments = ["FP": try Ratio(1, over: 10)]
      }.answer.jobs.first?.price)
    let composite = try #require(price.pay(.base))
    #expect(try composite[50] == (230_000 + 238_000 * Ratio(11, over: 10)) / 2)
    for (percentile, south) in [(75, Ratio(260_000)), (90, Ratio(300_000))] {
      #expect(composite[percentile] == nil)
      #expect(
        try composite.lowerBound(at: percentile) == (239_200 + south * Ratio(11, over: 10)) / 2)
    }
    #expect(price.spread(.base) != nil)
    #expect(try composite.interpolated(at: 60) == nil)
  }

  @Test("A bound is rounded down, and a median that is one has no spread")
  func bounds() throws {
    let bounded = PayPercentiles([25: 100], atLeast: [25: 90, 50: try Ratio(1999, over: 10)])
    #expect(bounded[25] == 100 && bounded[50] == nil && bounded.published == [25, 50])
    #expect(try bounded.rounded(toMultipleOf: 1).lowerBound(at: 50) == 199)
    #expect(try bounded.rounded(toMultipleOf: 1).rounded(toMultipleOf: 100)[25] == 100)
    #expect(PayPercentiles([75: 90], atLeast: [50: 100]).inversion?.higher == 75)
    let csv = Self.topCoded.replacing("230000", with: "#")
    let price = try #require(
      try Self.price("Family Physician", ["cuts.csv": csv]).answer.jobs.first?.price)
    #expect(price.spread(.base) == nil && price.pay(.base, at: 50) == nil)
  }

  @Test(
    "Elsewhere the mark says that there are too few data, and a year without a top code is refused")
  func marks() throws {
    let other = Self.topCoded.replacing("BLS OEWS,29-1215", with: "North,P1")
    let price = try #require(
      try Self.price("Family Physician", ["cuts.csv": other]).answer.jobs.first?.price)
    #expect(price.composite[.base]?.published == [50])
    let later = Self.topCoded.replacing("2024-05", with: "2030-05")
    #expect(
      try Self.kinds("Family Physician", ["cuts.csv": later]).contains("summary.unknown-top-code"))
  }
}
