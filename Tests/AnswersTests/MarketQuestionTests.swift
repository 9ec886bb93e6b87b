import Amounts
import Answers
import CSVReading
import Findings
import Foundation
import Reporting
import SalaryData
import Statistics
import Tables
import TestSupport
import Testing

@testable import MarketAnswers

/// Questions as a library user writes them, without the command.
@Suite("Questions about markets")
struct MarketQuestionTests {
  private let datasets: Datasets
  private static let people = "\(Checkout.datasets)/examples/sales-people.csv"
  private static let sectors = "\(Checkout.datasets)/oews-2022-sector.csv"

  init() throws {
    datasets = try Datasets(directory: Checkout.datasets)
  }

  // MARK: Answers

  @Test("An amount among people has the share that R's survey::svyciprop gives")
  func rank() throws {
    let question = RankQuestion(
      RankQuestion.Amount(yearly: 60_000), in: MarketData([Self.people]), datasets: datasets)
    let whole = try #require(try question.answer().answer.whole)
    // R: svyciprop(~I(y <= 60000), svydesign(ids=~1, weights=~1), method="logit", df=239)
    #expect(abs(whole.share.value - 0.508333333333333) < 1e-12)
    let interval = try #require(whole.share.interval)
    #expect(abs((interval.lower ?? .nan) - 0.444838304907000) < 1e-9)
    #expect(abs((interval.upper ?? .nan) - 0.571560646059602) < 1e-9)
    #expect(whole.key == [.total])
  }

  @Test("Published tables give the medians that the bureau published, May 2022")
  func published() throws {
    var data = MarketData([Self.sectors])
    data.occupations = ["41-3091"]
    let reply = try ComparisonQuestion(data, datasets: datasets).answer()
    guard case .published(let comparison) = reply.answer else {
      Issue.record("not a comparison of published groups")
      return
    }
    let part = try #require(comparison.parts.first)
    #expect(comparison.parts.count == 1 && comparison.grouping == .sector)
    let information = try #require(part.groups.first { $0.industry.title == "Information" })
    #expect(information.median == .value(63_940) && information[.p75] == .value(98_100))
    #expect(reply.inputs.map(\.path) == [Self.sectors])
  }

  @Test("Years are a trend, in the money of the month that is asked for")
  func trend() throws {
    var data = MarketData(
      ["2019", "2022"].map { "\(Checkout.datasets)/oews-\($0)-national.csv" })
    data.occupations = ["41-3031"]
    data.aging.target = YearMonth(year: 2019, month: 5)
    let reply = try ComparisonQuestion(data, by: ["year"], datasets: datasets).answer()
    guard case .trend(let trend) = reply.answer else {
      Issue.record("not a trend")
      return
    }
    let points = try #require(trend.series.first).points
    #expect(points.map(\.period.year) == [2019, 2022])
    #expect(points[0].real?.median == points[0].nominal.median)
    // CPI-U, not seasonally adjusted: 256.092 in May 2019 and 292.296 in May 2022 (BLS).
    let median = try #require(points[1].nominal.median.value)
    let real = try #require(points[1].real?.median.value)
    #expect(abs(real / median - 256.092 / 292.296) < 1e-9)
  }

  @Test("A gap and the gap the other way round are inverse")
  func gap() throws {
    var question = GapQuestion(MarketData([Self.people]), between: "gender", datasets: datasets)
    let usual = try question.answer().answer
    question.groups = (reference: usual.b.name, other: usual.a.name)
    let turned = try question.answer().answer
    #expect(turned.a.name == usual.b.name)
    #expect(abs((1 + usual.raw.estimate.value) * (1 + turned.raw.estimate.value) - 1) < 1e-12)
  }

  @Test("Without a baseline all else stays as it is")
  func withoutBaseline() throws {
    var question = ComparisonQuestion(
      MarketData([Self.people]), by: ["level"], datasets: datasets)
    let held = try #require(try question.answer().answer.people)
    question.holdsAgainstBaseline = false
    let alone = try #require(try question.answer().answer.people)
    #expect(held.baseline != nil && alone.baseline == nil)
    #expect(alone.groups.map(\.key) == held.groups.map(\.key))
    #expect(alone.groups.map(\.median) == held.groups.map(\.median))
    let keys = { (answer: PayComparison) in answer.tables[0].table.columns.map(\.key) }
    #expect(
      keys(alone) == keys(held).filter { !$0.hasSuffix("nominal") && !$0.contains("nominal_") })
    #expect(held.document.markdown().contains("57,504"))
    #expect(!alone.document.markdown().contains("57,504"))
    #expect(!alone.document.markdown().contains("baseline"))
  }

  @Test("Those who did not say and all together are different keys")
  func keys() throws {
    let folder = try Scratch()
    let path = try folder.write(
      "industry,salary\nRetail,50000\nRetail,52000\n,60000\n,64000\n", to: "people.csv")
    let question = ComparisonQuestion(
      MarketData([path]), by: ["industry"], datasets: datasets)
    let comparison = try #require(try question.answer().answer.people)
    #expect(comparison.groups.map(\.key) == [[.notSaid], [.value("Retail")]])
    #expect(comparison.rows.last?.key == [.total])
    let lines = comparison.tables[0].table.csv().split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3) }
    #expect(
      lines.map { $0.joined(separator: ",") } == [
        "industry,industry_status,n", ",not_said,2", "Retail,,2", ",total,4",
      ])
  }

  // MARK: Settings

  /// A setting of people's data, and its name.
  struct Setting: CustomTestStringConvertible, Sendable {
    var name: String
    var set: @Sendable (inout ComparisonQuestion) throws -> Void
    var testDescription: String { name }
  }

  static let ofPeople: [Setting] = [
    Setting(name: "where") { $0.data.conditions = [try RowCondition("level=senior")] },
    Setting(name: "weight") { $0.data.weight = "w" },
    Setting(name: "weight kind") { $0.options.design.weighting = .sampling },
    Setting(name: "cluster") { $0.options.design.clusters = "employer" },
    Setting(name: "strata") { $0.options.design.strata = "state" },
    Setting(name: "lonely units") { $0.options.design.lonelyUnits = .certainty },
    Setting(name: "quantile type") { $0.options.rule = .hyndmanFan6 },
    Setting(name: "interval") { $0.options.interval = .bca },
    Setting(name: "replicates") { $0.options.bootstrap.replicates = 99 },
    Setting(name: "seed") { $0.options.bootstrap.seed = 7 },
    Setting(name: "adjust") { $0.options.characteristics = [Characteristic("level")] },
    Setting(name: "adjustment") { $0.options.adjustment = .benjaminiHochberg },
    Setting(name: "min contributors") { $0.options.disclosure = DisclosureRule() },
    Setting(name: "max share") { $0.options.disclosure = DisclosureRule(maxShare: 0.25) },
    Setting(name: "rejects") { $0.data.csv.keepsRejects = true },
    Setting(name: "map") {
      try $0.data.salaries.mapping.add("base_pay=x", to: .people, among: [.people])
    },
    Setting(name: "pay") { $0.data.salaries.pay = .totalPay },
    Setting(name: "decimal") { $0.data.salaries.decimal = .comma },
    Setting(name: "pay period") { $0.data.salaries.payPeriod = .month },
    Setting(name: "assume currency") { $0.data.salaries.assumedCurrency = .eur },
    Setting(name: "currency") { $0.data.salaries.currency = .eur },
    Setting(name: "keep") { $0.data.salaries.rules.remove(.duplicateRow) },
  ]

  @Test(
    "What is about people says nothing about published tables, and is refused", arguments: ofPeople)
  func settingsOfPeople(_ setting: Setting) throws {
    var question = ComparisonQuestion(MarketData([Self.sectors]), datasets: datasets)
    try setting.set(&question)
    let finding = try Self.refusal(of: question)
    #expect(finding.subject == .parameter(Parameter(setting.name)))
    #expect(finding.kind == "data.setting-for-people")
  }

  @Test("What is about published tables says nothing about people, and is refused")
  func settingsOfPublished() throws {
    var question = ComparisonQuestion(MarketData([Self.people]), datasets: datasets)
    question.poolsOccupations = true
    #expect(try Self.refusal(of: question).subject == .parameter(Parameter("pool")))
    question.data.occupations = ["41-3091"]
    question.poolsOccupations = false
    #expect(try Self.refusal(of: question).subject == .parameter(Parameter("occupation")))
  }

  @Test("No default is a setting of one kind of data")
  func defaults() throws {
    for kind in [MarketData.Kind.people, .published] {
      try MarketData().require(kind)
      try ComparisonOptions().require(kind)
      try ComparisonQuestion(MarketData(), datasets: datasets).require(kind)
    }
  }

  static let senseless: [Setting] = [
    Setting(name: "files") { $0.data.files = [] },
    Setting(name: "weight") { $0.data.weight = "survey_weight" },
    Setting(name: "weight kind") { $0.options.design.weighting = .sampling },
    Setting(name: "confidence") { $0.options.level = 1 },
    Setting(name: "replicates") { $0.options.bootstrap.replicates = 1 },
    Setting(name: "min contributors") {
      $0.options.disclosure = DisclosureRule(minContributors: 0)
    },
    Setting(name: "max share") { $0.options.disclosure = DisclosureRule(maxShare: 25) },
    Setting(name: "age by") { $0.data.aging.rule = .index("eci") },
    Setting(name: "extrapolate") { $0.data.aging.extrapolation = 0.03 },
    Setting(name: "extrapolate") {
      $0.data.aging.target = YearMonth(year: 2022, month: 5)
      $0.data.aging.dataMonth = YearMonth(year: 2021, month: 5)
      $0.data.aging.rule = .rate(RateOfAging(yearly: 0.03, method: .compound))
      $0.data.aging.extrapolation = 0.03
    },
    // The bundled ECI has no value for the second quarter of 2023.
    Setting(name: "age to") { $0.data.aging.target = YearMonth(year: 2023, month: 5) },
    Setting(name: "where") { $0.data.conditions = [try RowCondition("level=nobody")] },
    Setting(name: "adjust") { $0.options.characteristics = [Characteristic("industry")] },
    Setting(name: "adjust") { $0.options.characteristics = [Characteristic("base_pay")] },
  ]

  @Test("A setting that makes no sense is named as a library knows it", arguments: senseless)
  func senselessSettings(_ setting: Setting) throws {
    var question = ComparisonQuestion(
      MarketData([Self.people]), by: ["industry"], datasets: datasets)
    try setting.set(&question)
    let finding = try Self.refusal(of: question)
    #expect(finding.subject == .parameter(Parameter(setting.name)), "\(finding)")
    #expect(!finding.description.contains("--"), "\(finding)")
  }

  @Test("Amounts in a currency that the market does not have, and empty ranges, are refused")
  func amounts() throws {
    var question = RankQuestion(
      RankQuestion.Amount(yearly: 60_000, currencies: [.eur]), in: MarketData([Self.people]),
      datasets: datasets)
    #expect(try Self.refusal(of: question).subject == .parameter(Parameter("amount")))
    question.amount.currencies = [.usd]
    question.range = (.init(yearly: 90_000), .init(yearly: 60_000))
    #expect(try Self.refusal(of: question).subject == .parameter(Parameter("range")))
    question.range = (.init(yearly: 60_000), .init(yearly: 90_000, currencies: [.gbp]))
    #expect(try Self.refusal(of: question).subject == .parameter(Parameter("range")))
  }

  /// The one finding with which a question is refused.
  private static func refusal(of question: some Question) throws -> Finding {
    let failure = try #require(throws: InputFailure.self) { try question.answer() }
    #expect(failure.code == .usage)
    #expect(failure.log.findings.count == 1)
    return try #require(failure.log.findings.first)
  }
}

/// A folder that goes with the test.
private final class Scratch {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }
}
