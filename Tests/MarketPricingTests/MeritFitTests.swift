import Amounts
import Answers
import Findings
import Foundation
import MarketAnswers
import MarketFiles
import MarketPricing
import TestSupport
import Testing

/// Points that are added to a matrix, budgets by payroll, and people on leave.
@Suite("Merit matrices brought to a budget")
struct MeritFitTests {
  /// The people and the matrix of case E1, as percentages.
  private static func review(
    _ rate: String, _ atMaximum: MeritRules.AtMaximum = .exceed
  ) throws -> MeritReview {
    let worked = try StructureCaseTests.Worked("E1")
    let shape = worked.merit.matrix
    let rows = try zip(shape.ratings, shape.cells).map { rating, cells in
      (rating: rating, cells: try cells.map { try $0 / 100 })
    }
    let matrix = try #require(MeritMatrix(zones: shape.zones, arePercentages: true, rows))
    var rules = MeritRules(
      budget: try #require(Ratio(decimal: rate)), step: try Ratio(1, over: 100))
    rules.fit = .points
    rules.atMaximum = atMaximum
    return try MeritReview(worked.people, matrix, rules)
  }

  /// Found by bisection in exact fractions by another program: Σ pay × max(0, cell + d) is the budget,
  /// each increase up to the room below the maximum where there is a cap.
  static let solutions: [(rate: String, exceed: Double, cap: Double)] = [
    ("0.035", 0.025393990357663, 0.026425240454678),
    ("0.008", -0.001606009642337, -0.001606009642337),
    ("0.001", -0.010507848201868, -0.010507848201868),
  ]

  @Test("The points that spend the budget", arguments: solutions)
  func points(rate: String, exceed: Double, cap: Double) throws {
    for (atMaximum, expected) in [(MeritRules.AtMaximum.exceed, exceed), (.cap, cap)] {
      let review = try Self.review(rate, atMaximum)
      #expect(Foundation.fabs(review.solution.doubleValue - expected) < 1e-14)
      #expect(review.unspent == 0)
      for award in review.awards {
        let employee = award.standing.employee
        let cell = try #require(
          review.matrix.cell(employee.rating ?? "", zone: award.zone))
        var exact = try employee.pay * max(.zero, cell + review.solution)
        if atMaximum == .cap {
          exact = min(exact, max(.zero, try award.standing.grade.range.maximum - employee.pay))
        }
        let difference = try award.merit - exact
        #expect(max(difference, -difference) < (try Ratio(1, over: 100)))
        if exact == .zero { #expect(award.merit == .zero) }
      }
    }
  }

  @Test("People in cells of 0 who get points are named, and proportions take none")
  func cells() throws {
    let raised = try Self.review("0.035")
    let zero = raised.awards.filter {
      raised.matrix.cell($0.standing.employee.rating ?? "", zone: $0.zone) == .zero
    }
    #expect(raised.raisedFromZero == zero)
    #expect(try Self.review("0.008").raisedFromZero.isEmpty)
    let worked = try StructureCaseTests.Worked("E1")
    var rules = worked.merit.rules
    rules.fit = .points
    #expect(throws: MeritReview.Obstacle.proportions) {
      try MeritReview(worked.people, worked.merit.matrix, rules)
    }
  }

  private static let range = PayRange(minimum: 10_000, maximum: 2_000_000)

  private static func review(
    _ people: [(pay: Ratio, rating: String)], _ cells: [(rating: String, cell: String)],
    budget: String
  ) throws -> MeritReview {
    let range = try #require(Self.range)
    let employees = people.enumerated().map { index, person in
      GradedEmployee("\(index)", grade: "1", pay: person.pay, rating: person.rating)
    }
    let rows = try cells.map { rating, cell in
      (rating: rating, cells: [try #require(Ratio(decimal: cell))])
    }
    return try MeritReview(
      RangeReview(employees, in: PayStructure([PayGrade("1", range)], in: .usd)),
      try #require(MeritMatrix(zones: [.zero], arePercentages: true, rows)),
      MeritRules(budget: try #require(Ratio(decimal: budget)), step: try Ratio(1, over: 100)))
  }

  @Test(
    "A rating that breaks the order of the others is found",
    arguments: [
      // One row for each rating, one column for each zone.
      (["1": [0, 0], "2": [2, 1], "3": [3, 2]], nil),
      (["1": [3, 2], "2": [2, 1], "3": [0, 0]], nil),
      (["1": [0, 0], "2": [2, 1], "3": [4, 3], "4": [5, 4], "5": [3, 2]], "5"),
      (["low": [1, 1, 3], "high": [2, 2, 2]], "high"), (["low": [1, 1], "high": [2, 2]], nil),
    ] as [([String: [Int]], String?)])
  func inversions(_ rows: [String: [Int]], _ broken: String?) throws {
    let zones = try (0..<(rows.first?.value.count ?? 0)).map { try Ratio(Int128($0), over: 10) }
    let matrix = try #require(
      MeritMatrix(
        zones: zones,
        rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map { Ratio($0) }) }))
    #expect(matrix.inversion?.higher == broken)
  }

  @Test("What a matrix costs is by payroll: by heads only where all are paid the same")
  func payroll() throws {
    let one = Case["P23"]
    let (payroll, limit) = (one["inputs"]["payroll"].ratio, one["published"]["limit"])
    let rate = one["inputs"]["weighted_increase"]
    // Two halves of the people, whose increases have the published one as their mean.
    let cells = [("4", "0.0407"), ("3", "0.0207")]
    let half = try payroll / 2
    let equal = try Self.review(
      [(half, "4"), (half, "3")], cells, budget: one["inputs"]["budget"].text ?? "")
    #expect(matches(equal.unscaledCost, one["computed"]["cost"]))
    #expect(matches(equal.budget, limit))
    #expect(matches(try equal.budget - equal.unscaledCost, one["computed"]["unspent"]))
    #expect(try equal.unscaledCost / payroll == rate.ratio)
    let unequal = try Self.review(
      [(try payroll * Ratio(9, over: 10), "4"), (try payroll / 10, "3")], cells,
      budget: one["inputs"]["budget"].text ?? "")
    #expect(unequal.unscaledCost == 38_700)
  }

  @Test("The increase of one person")
  func promotion() throws {
    let one = Case["P26"]
    let rate = one["inputs"]["pct"].text ?? ""
    let review = try Self.review(
      [(one["inputs"]["salary"].ratio, "3")], [("3", rate)], budget: rate)
    #expect(matches(review.awards.first?.merit, one["computed"]["inc"]))
    #expect(matches(review.awards.first?.newPay, one["computed"]["new"]))
  }

  @Test("Protected leave shortens no increase, and what is neither yes nor no is refused")
  func protectedLeave() throws {
    let folder = try ScratchFolder()
    let header = "employee,grade,salary,rating,eligible_from,protected_leave\n"
    let rows =
      "A,1,50000,3,2025-01-01,\nB,1,50000,3,2025-07-02,yes\nC,1,50000,3,2025-07-02,no\n"
    let people = try folder.write(header + rows, to: "people.csv")
    let grades = try folder.write("grade,minimum,maximum\n1,40000,60000\n", to: "grades.csv")
    let matrix = try folder.write("rating,0%\n3,3%\n", to: "matrix.csv")
    var source = StructureSource()
    source.grades = grades
    var question = MeritQuestion(
      of: people, in: source, matrix: matrix, budget: try Ratio(3, over: 100),
      tables: SurveyFileTests.options)
    question.proration = Proration(
      from: try #require(CalendarDate(iso: "2025-01-01")),
      to: try #require(CalendarDate(iso: "2025-12-31")))
    let review = try question.answer().answer.review
    #expect(review.awards.map(\.part) == [1, 1, try Ratio(183, over: 365)])
    #expect(review.awards[1].merit == review.awards[0].merit)

    let odd = try folder.write(header + rows.replacing("yes", with: "perhaps"), to: "odd.csv")
    let read = try Employees(path: odd, SurveyFileTests.options)
    #expect(read.people.map(\.id) == ["A", "C"])
    #expect(read.findings.findings.contains { $0.kind.rawValue == "table.flag" })
  }
}
