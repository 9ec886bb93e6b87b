import Answers
import CareerAnswers
import Findings
import PayAnswers
import Regulations
import Reports
import SalaryData
import TestSupport
import Testing

@Suite("Questions about careers, and for reports")
struct CareerQuestionTests {
  private static let folder = Checkout.datasets
  private static let opener: @Sendable () throws(InputFailure) -> Datasets = {
    () throws(InputFailure) in try Datasets(directory: folder)
  }

  /// The setting that a failure is about.
  private static func subject(
    _ ask: () throws(InputFailure) -> some Any
  ) -> (Finding.Subject, InputFailure.Code)? {
    do throws(InputFailure) {
      _ = try ask()
      return nil
    } catch {
      return error.log.findings.first.map { ($0.subject, error.code) }
    }
  }

  @Test("A number out of its range is a finding about its setting, whoever asks")
  func ranges() throws {
    var offers = OfferQuestion(["\(Self.folder)/offers/harbor.yaml"], datasets: Self.opener)
    offers.years = 6
    #expect(try #require(Self.subject(offers.answer)) == (.parameter(Parameter("years")), .usage))
    offers.years = 1
    offers.riskAversion = -1
    #expect(
      try #require(Self.subject(offers.answer)) == (.parameter(Parameter("risk aversion")), .usage))
    var path = CareerQuestion(ladder: "\(Self.folder)/ladders/technology-sales.yaml")
    path.trials = 1
    #expect(try #require(Self.subject(path.answer)) == (.parameter(Parameter("trials")), .usage))
    #expect(
      try #require(Self.subject(OfferQuestion([]).answer))
        == (.parameter(Parameter("offers")), .usage))
  }

  @Test("Settings that need another are about themselves")
  func together() throws {
    var review = PlanReviewQuestion(plans: ["\(Self.folder)/plans/cliff.yaml"])
    review.files.roster = "roster.csv"
    #expect(try #require(Self.subject(review.answer)) == (.parameter(Parameter("roster")), .usage))
    review.deals = "deals.csv"
    #expect(try #require(Self.subject(review.answer)) == (.parameter(Parameter("deals")), .usage))
    var salary = SalaryReportQuestion(datasets: Self.opener)
    salary.grouping = ["state"]
    #expect(try #require(Self.subject(salary.answer)) == (.parameter(Parameter("by")), .usage))
  }

  @Test("A file is checked without the datasets where it needs none")
  func plansNeedNoDatasets() throws {
    let question = CheckQuestion(
      ["\(Self.folder)/plans/cliff.yaml"],
      datasets: { () throws(InputFailure) in
        Issue.record("the datasets were opened")
        return try Datasets(directory: Self.folder)
      })
    let reply = try question.answer()
    #expect(reply.answer.isClean)
    #expect(reply.inputs.map(\.path) == ["\(Self.folder)/plans/cliff.yaml"])
  }

  @Test("What is asked for is what is answered, with the files that it rests on")
  func offers() throws {
    let paths = ["northwind", "harbor"].map { "\(Self.folder)/offers/\($0).yaml" }
    var question = OfferQuestion(paths, datasets: Self.opener)
    question.years = 2
    question.trials = 200
    let reply = try question.answer()
    #expect(reply.answer.assumptions.years == 2)
    #expect(reply.answer.assumptions.tax == nil)
    #expect(Set(paths).isSubset(of: reply.inputs.map(\.path)))
    question.isNet = true
    #expect(try question.answer().answer.assumptions.tax?.status == .single)
  }
}
