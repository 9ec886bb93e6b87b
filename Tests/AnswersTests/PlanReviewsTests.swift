import Amounts
import Answers
import Findings
import PayAnswers
import PayPlans
import Reporting
import Reports
import Simulation
import TestSupport
import Testing

/// Reviews of several plans, held against those of each alone and against what is said of the people.
@Suite("Several plans reviewed together")
struct PlanReviewsTests {
  static func plan(_ name: String) -> String { "\(Checkout.datasets)/plans/\(name).yaml" }
  static func deals(_ part: String) -> String { "\(Checkout.datasets)/deals/team-2021\(part).csv" }

  static var question: PlanReviewQuestion {
    var question = PlanReviewQuestion(
      plans: [plan("marginal-accelerators"), plan("manager-override")])
    question.files.roster = deals("-roster")
    question.model.draws.trials = 1000
    return question
  }

  @Test("Each plan is reviewed as by itself, and the people are those of the roster")
  func together() throws {
    let reply = try Self.question.answer()
    let reviews = reply.answer
    for (review, path) in zip(reviews.reviews, Self.question.plans) {
      var alone = PlanReviewQuestion(plans: [path])
      alone.model.draws.trials = 1000
      let other = try #require(alone.answer().answer.reviews.first)
      #expect(review.points.map(\.earnings.kept) == other.points.map(\.earnings.kept))
      #expect(review.findings.map(\.plainText) == other.findings.map(\.plainText))
    }
    var team = TeamOutlookQuestion(plans: Self.question.plans, roster: Self.deals("-roster"))
    team.model.draws.trials = 1000
    let expected = try #require(team.answer().answer.totals.first?.team.cost)
    #expect(reviews.team?.totals.first?.team.cost == expected)
    let plans = try #require(reviews.tables.first { $0.name == "plans" }).table
    let people = try #require(plans.columns.firstIndex { $0.key == "people" })
    #expect(plans.records.map { $0[people] } == [.integer(5), .integer(1)])
    #expect(reviews.pages.map(\.name) == ["marginal-accelerators", "sales-manager"])
    #expect(Set(reply.inputs.map(\.path)).count == reply.inputs.count)
  }

  @Test("Each plan is held against its own of last year")
  func previous() throws {
    var question = Self.question
    question.deals = Self.deals("")
    question.files.rates = Self.deals("-rates")
    question.files.scores = Self.deals("-scores")
    question.previous = [Self.plan("marginal-accelerators-2020"), Self.plan("manager-override")]
    let reviews = try question.answer().answer.reviews
    #expect(reviews.map { $0.changes?.compared.count } == [5, 1])
    #expect(reviews[1].changes?.difference.minorUnits == 0)
    #expect(reviews[0].changes?.difference.minorUnits != 0)
    question.previous.removeLast()
    #expect(Self.refusal(of: question) == ["previous"])
  }

  @Test("What says nothing of several plans is refused")
  func refused() throws {
    var question = Self.question
    question.team.people = 5
    #expect(Self.refusal(of: question) == ["team"])
    question = Self.question
    question.files.roster = nil
    question.team.goal = 1_000_000
    #expect(Self.refusal(of: question) == ["goal"])
    question = Self.question
    question.plans[1] = question.plans[0]
    #expect(Self.refusal(of: question) == ["plan"])
  }

  /// The settings that a question is refused for.
  static func refusal(of question: PlanReviewQuestion) -> [String] {
    do {
      _ = try question.answer()
      return []
    } catch {
      return error.log.findings.compactMap { finding in
        if case .parameter(let parameter) = finding.subject { parameter.name } else { nil }
      }
    }
  }
}
