internal import Amounts
public import Answers
internal import MarketAnswers
public import PayAnswers
internal import PayPlans
public import Reporting
internal import Simulation
internal import Statistics

/// The review of one plan, or of several that people are on: an overview of these, and a page for each.
public struct PlanReviews: ReportSubject {
  /// The reviews, in the order of the plans; never empty.
  public let reviews: [PlanReview]
  /// What to expect of the people on several plans; nil without a roster.
  public let team: TeamOutlook?
  /// The names of the pages.
  private let names: [String]

  /// Gathers reviews.
  init(_ reviews: [PlanReview], team: TeamOutlook? = nil) {
    self.reviews = reviews
    self.team = team
    var slugs = Slugs()
    names = reviews.map { slugs.fileName(of: $0.material.plan.name) }
  }

  /// The review where there is one alone.
  private var only: PlanReview? { reviews.count == 1 ? reviews[0] : nil }

  public var title: Inline { only?.title ?? "Review of \(.number(reviews.count)) plans" }

  public var findings: [Inline] {
    only?.findings ?? costs + [warnings, changes].compactMap(\.self)
  }

  public var sections: [ReportSection] {
    only?.sections ?? [
      ReportSection("plans", [.section("Plans"), .table(planSheet.table())]),
      ReportSection("people", team.map { [.section("People")] + $0.blocks } ?? []),
    ]
  }

  public var pages: [Page] {
    only == nil ? zip(names, reviews).map { Page($0, $1.document) } : []
  }

  public var charts: [Chart] { only?.charts ?? [] }

  public var tables: [NamedTable] {
    only?.tables ?? [NamedTable("plans", planSheet.records)] + (team?.tables ?? [])
  }

  public var parts: [AnswerPart] {
    only == nil ? zip(names, reviews).map { AnswerPart($0, $1.tables) } : []
  }

  public var facts: [JSONValue.Member] {
    only?.facts ?? [.init("warning_count", .integer(warningCount))] + (team?.facts ?? [])
  }

  // MARK: Several plans

  private var warningCount: Int { reviews.reduce(0) { $0 + $1.warningCount } }

  private var costs: [Inline] {
    (team?.totals ?? []).map { $0.team.expectedCost(in: $0.currency) }
  }

  private var warnings: Inline {
    warningCount == 0
      ? "No warning was found in the plans."
      : "Warnings found in the plans: \(.number(warningCount))."
  }

  private var changes: Inline? {
    let changes = reviews.compactMap(\.changes)
    let people = changes.reduce(0) { $0 + $1.compared.count }
    guard people > 0 else { return nil }
    let (losers, winners) = (
      changes.reduce(0) { $0 + $1.losers.count }, changes.reduce(0) { $0 + $1.winners.count }
    )
    return """
      On the same deals the plans pay less to \(.strong(.number(losers))) and more to \
      \(.strong(.number(winners))) of \(.number(people)) people than last year's.
      """
  }

  /// What each plan pays, and how many are on it.
  private var planSheet: Sheet<(page: String, review: PlanReview)> {
    var sheet = Sheet(zip(names, reviews).map { (page: $0, review: $1) })
    let counts = team.map { team in
      Dictionary(team.people.map { ($0.forecast.plan.name, 1) }, uniquingKeysWith: +)
    }
    sheet.add("plan", .text("Plan")) {
      .text($0.review.material.plan.name)
    } cell: {
      .link(Inline($0.review.material.plan.name), to: Page.address(of: $0.page))
    }
    sheet.add("currency", "Currency") { .text($0.review.material.plan.currency.code) }
    if let counts {
      sheet.add("people", "People", .number(places: 0)) {
        .integer(counts[$0.review.material.plan.name] ?? 0)
      }
    }
    sheet.add("pay_at_80", "At 80%", .amount()) { .money($0.review.point(at: 80)?.earnings.kept) }
    sheet.add("pay_at_100", "At 100%", .amount()) {
      .money($0.review.point(at: 100)?.earnings.kept)
    }
    sheet.add("pay_at_150", "At 150%", .amount()) {
      .money($0.review.point(at: 150)?.earnings.kept)
    }
    sheet.add("expected_pay", "Expected", .number(places: 0)) {
      .double($0.review.outlook?.forecast.plans.first?.kept.spread.mean.value)
    }
    sheet.add("warnings", "Warnings", .number(places: 0)) { .integer($0.review.warningCount) }
    if reviews.contains(where: { $0.changes != nil }) {
      sheet.add("difference", "Less last year's", .amount(sign: .always)) {
        .money($0.review.changes?.difference)
      }
    }
    return sheet
  }
}
