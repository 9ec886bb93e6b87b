import Amounts
import Findings
import Foundation
import MarketPricing
import Testing

/// From survey cuts over a structure to increases, as another program computed it in exact fractions.
@Suite("From cuts to increases")
struct StructureCaseTests {
  /// A case, priced and put into grades.
  struct Worked {
    let one: Case
    let prices: [(job: Case, price: JobPrice)]
    let line: PayLine
    let structure: PayStructure
    let people: RangeReview
    let merit: MeritReview

    init(_ id: String) throws {
      one = Case[id]
      let (inputs, rules) = (one["inputs"], one["rules"])
      let parts = (rules["aging"].text ?? "").split(separator: "-").map(String.init)
      let aging = CutAging(
        to: try #require(rules["target_date"].date),
        try #require(CutAging.Method(rawValue: parts[0])),
        by: try #require(CutAging.DayCount(rawValue: parts[1])))
      var pricing = PricingRules(aging: aging, yearly: .zero)
      pricing.weights =
        switch rules["weighting"].text {
        case "judgement": .stated
        case "incumbents": .incumbents
        default: .equal
        }
      pricing.geographic = one["options"]["geo"].ratio
      pricing.minimum = MinimumData(
        organizations: try #require(one["options"]["min_orgs"].int),
        incumbents: try #require(one["options"]["min_incs"].int))
      for survey in inputs["cuts"].array {
        pricing.yearlyBySurvey[survey["survey"].text ?? ""] = survey["annual_rate"].ratio
      }
      let rulesOfPricing = pricing
      prices = try inputs["jobs"].array.map { job in
        (job, try JobPrice(try Self.matches(job["code"].text, inputs), rulesOfPricing))
      }
      let pairs = try prices.map { job, price in
        (job["x"].double, try #require(price.pay(.base, at: 50)).doubleValue)
      }
      let fitted = try PayLine(pairs)
      line = fitted
      let rounding = RangeRounding(
        midpoint: rules["mid_step"].ratio, minimum: rules["mm_step"].ratio)
      structure = PayStructure(
        try zip(inputs["grade_x"].array, inputs["spreads"].array).map { x, spread in
          PayGrade(
            try #require(x.text), points: x.ratio,
            try PayRange(
              midpoint: try fitted.midpoint(at: x.ratio), spread: spread.ratio, rounding))
        }, in: .usd)
      people = RangeReview(
        inputs["employees"].array.map {
          GradedEmployee(
            $0["id"].text ?? "", grade: $0["grade"].text ?? "", pay: $0["salary"].ratio,
            rating: $0["rating"].text)
        }, in: structure)
      let shape = inputs["matrix_shape"]
      let zones = [Ratio.zero] + rules["zones"].array.map(\.ratio)
      let matrix = try #require(
        MeritMatrix(
          zones: zones, ["4", "3", "2", "1"].map { ($0, shape[$0].array.map(\.ratio)) }))
      var meritRules = MeritRules(
        budget: one["results"]["budget"]["rate"].ratio, step: try Ratio(1, over: 100))
      meritRules.atMaximum = one["options"]["lump"].bool ? .lumpSum : .exceed
      meritRules.raisesToMinimum = one["options"]["green_first"].bool
      merit = try MeritReview(people, matrix, meritRules)
    }

    private static func matches(_ job: String?, _ inputs: Case) throws -> [JobMatch] {
      try inputs["cuts"].array.flatMap { survey in
        try survey["rows"].array.filter { $0["job"].text == job }.map { row in
          let pay = PayPercentiles([
            25: row["p25"].ratio, 50: row["p50"].ratio, 75: row["p75"].ratio,
          ])
          let cut = SurveyCut(
            survey: survey["survey"].text ?? "", jobCode: row["code"].text,
            organizations: row["orgs"].int, incumbents: row["incs"].int,
            effective: try #require(survey["effective"].date), currency: .usd,
            pay: [.base: pay], place: Place(file: "case"))
          return JobMatch(
            cut, adjustment: row["adj"].ratio, reason: "size",
            weight: survey["weight"].text.flatMap { Ratio(decimal: $0) })
        }
      }
    }
  }

  static let ids: [String] = ["E1", "E2", "E3"]

  @Test("Composites with every step", arguments: ids)
  func composites(_ id: String) throws {
    let worked = try Worked(id)
    let expected = worked.one["results"]["composite"].array
    #expect(expected.count == worked.prices.count)
    for ((job, price), expected) in zip(worked.prices, expected) {
      #expect(job["code"].text == expected["job"].text)
      for percentile in [25, 50, 75] {
        let key = "p\(percentile)"
        #expect(matches(price.pay(.base, at: percentile), expected[key]), "\(key)")
        #expect(
          matches(price.composite[.base]?[percentile], expected[key + "_unrounded"]), "\(key)")
      }
      for (source, expected) in zip(price.sources, expected["sources"].array) {
        #expect(source.match.cut.survey == expected["survey"].text)
        if let weight = source.weight {
          #expect(
            matches(source.agingFactor, expected["aging_factor"], places: 10), "\(expected)")
          #expect(matches(weight, expected["weight"], places: 8))
        } else {
          #expect(source.setAside == .fewOrganizations)
          #expect(expected["note"].text?.isEmpty == false)
        }
      }
    }
  }

  @Test("The pay line and the ranges of its grades", arguments: ids)
  func structures(_ id: String) throws {
    let worked = try Worked(id)
    let regression = worked.one["results"]["regression"]
    #expect(abs(worked.line.intercept - regression["a"].double) < 1e-9)
    #expect(abs(worked.line.slope - regression["b"].double) < 1e-9)
    #expect(abs(try #require(worked.line.rSquared) - regression["r2"].double) < 1e-7)
    #expect(
      abs(try #require(worked.line.progression) - regression["unit_progression"].double) < 1e-7)
    let structure = worked.structure
    for (grade, expected) in zip(structure.grades, worked.one["results"]["structure"].array) {
      #expect(grade.name == expected["grade"].text)
      #expect(matches(grade.range.minimum, expected["min"]))
      #expect(matches(grade.range.midpoint, expected["mid"]))
      #expect(matches(grade.range.maximum, expected["max"]))
      #expect(matches(grade.range.spread, expected["spread_actual"]))
      guard let below = structure.grade(below: grade) else { continue }
      #expect(matches(structure.progression(to: grade), expected["progression"]))
      for base in [PayRange.OverlapBase.higher, .lower] {
        #expect(
          matches(
            below.range.overlap(with: grade.range, over: base), expected["overlap_over_\(base)"]))
      }
    }
  }

  @Test("People in their ranges, one by one and together", arguments: ids)
  func standings(_ id: String) throws {
    let worked = try Worked(id)
    let results = worked.one["results"]
    #expect(worked.people.standings.count == results["employees"].array.count)
    for (standing, expected) in zip(worked.people.standings, results["employees"].array) {
      #expect(matches(standing.compaRatio, expected["compa_ratio"]))
      #expect(matches(standing.penetration, expected["penetration"]))
      #expect(worked.merit.matrix.zone(of: standing).map { $0 + 1 } == expected["zone"].int)
      let position: String =
        switch standing.position {
        case .quarter(let quarter)?: "\(quarter)"
        case .below?: "below"
        case .above?: "above"
        case nil: ""
        }
      #expect(position == expected["quartile"].text)
      let circle = expected["circle"].text
      #expect((standing.position == .above) == (circle == "red"))
      #expect((standing.position == .below) == (circle == "green"))
    }
    let group = results["group"]
    #expect(matches(worked.people.payroll, group["payroll"]))
    #expect(matches(worked.people.midpoints, group["sum_midpoints"]))
    #expect(matches(worked.people.groupCompaRatio, group["group_compa_ratio"]))
    #expect(matches(worked.people.meanCompaRatio, group["mean_of_ratios"]))
  }

  @Test("The matrix spends the budget to the cent", arguments: ids)
  func merit(_ id: String) throws {
    let worked = try Worked(id)
    let (merit, results) = (worked.merit, worked.one["results"])
    #expect(matches(merit.budget, results["budget"]["whole_cents"]))
    #expect(matches(merit.basis, results["budget"]["basis"]))
    #expect(matches(merit.unscaledCost, results["budget"]["cost_of_unscaled_shape"]))
    #expect(merit.solution == results["solution"]["fraction"].ratio)
    for (rating, cells) in zip(
      merit.matrix.ratings,
      merit.matrix.ratings.map { results["solution"]["cells_percent"][$0].array })
    {
      for (zone, expected) in cells.enumerated() {
        let percent = try #require(merit.increase(rating, zone: zone)) * 100
        #expect(matches(percent, expected))
      }
    }
    let thousandth = try Ratio(1, over: 1000)
    let rounded = try #require(merit.cost(roundingCellsTo: thousandth))
    #expect(matches(rounded, results["solution"]["cost_if_cells_rounded_to_0_1"]))
    #expect(
      matches(try rounded - merit.budget, results["solution"]["gap_from_that_rounding"]))
    #expect(merit.awards.count == results["increases"].array.count)
    for (award, expected) in zip(merit.awards, results["increases"].array) {
      let id = award.standing.employee.id
      #expect(id == expected["id"].text)
      #expect(matches(award.merit, expected["merit_total"]), "\(id)")
      #expect(matches(try award.merit - award.lumpSum, expected["base_increase"]), "\(id)")
      #expect(matches(award.lumpSum, expected["lump_sum"]), "\(id)")
      #expect(matches(award.newPay, expected["new_salary"]), "\(id)")
      #expect(matches(award.newStanding.compaRatio, expected["new_compa_ratio"]), "\(id)")
    }
    let totals = results["totals"]
    let paid = try merit.awards.reduce(Ratio.zero) { try $0 + $1.merit }
    let lump = try merit.awards.reduce(Ratio.zero) { try $0 + $1.lumpSum }
    #expect(matches(paid, totals["merit"]))
    #expect(matches(lump, totals["lump"]))
    #expect(matches(try paid - lump, totals["base"]))
    #expect(merit.unspent == 0)
  }

  @Test("A cap at the maximum spends the same budget on the others", arguments: ids)
  func cap(_ id: String) throws {
    let worked = try Worked(id)
    var rules = worked.merit.rules
    rules.atMaximum = .cap
    let capped = try MeritReview(worked.people, worked.merit.matrix, rules)
    #expect(capped.unspent == 0)
    #expect(capped.solution >= worked.merit.solution)
    for award in capped.awards {
      let maximum = award.standing.grade.range.maximum
      #expect(award.newPay <= max(maximum, award.standing.employee.pay))
      // Whoever stays below the maximum has the increase of the cell, but for the rounding to a cent.
      guard award.newPay < maximum, let rating = award.standing.employee.rating else { continue }
      let exact =
        try award.standing.employee.pay
        * #require(capped.increase(rating, zone: award.zone))
      #expect(abs(try exact - award.merit) < (try Ratio(1, over: 100)))
    }
  }
}

private func abs(_ value: Ratio) -> Ratio { value < 0 ? -value : value }
