import Amounts
import Foundation
import MarketPricing
import Testing

@Suite("Worked examples of compensation practice")
struct PublishedCaseTests {
  private static func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  private static func aged(
    _ value: Case, months: Int, _ rate: Case, _ method: CutAging.Method = .simple
  ) throws -> Ratio {
    let start = try day("2020-01-01")
    let aging = CutAging(to: start.addingMonths(months), method)
    return try value.ratio * aging.factor(from: start, yearly: rate.ratio)
  }

  @Test("Simple aging by months, and the equal blend")
  func simple() throws {
    let one = Case["P01"]
    let (a, b) = (one["inputs"]["A"], one["inputs"]["B"])
    let rate = one["inputs"]["annual_rate"]
    let first = try Self.aged(a["value"], months: try #require(a["months"].int), rate)
    let second = try Self.aged(b["value"], months: try #require(b["months"].int), rate)
    #expect(matches(first, one["computed"]["A"]))
    #expect(matches(second, one["computed"]["B"]))
    let blend = try PayPercentiles.blend([
      (PayPercentiles([50: first]), 1), (PayPercentiles([50: second]), 1),
    ])
    #expect(matches(blend[50], one["computed"]["composite"]))
  }

  @Test("Beyond a year the three methods differ")
  func methods() throws {
    let one = Case["P02"]
    let inputs = one["inputs"]
    let expected: [(CutAging.Method, String)] = [
      (.simple, "single_step_simple"), (.compound, "fully_compound"), (.stepped, "step2"),
    ]
    for (method, key) in expected {
      let aged = try Self.aged(inputs["value"], months: 18, inputs["annual_rate"], method)
      #expect(matches(aged, one["computed"][key]), "\(method)")
    }
    #expect(
      matches(
        try Self.aged(inputs["value"], months: 12, inputs["annual_rate"]), one["computed"]["step1"])
    )
  }

  @Test("Compound aging over half a year")
  func compound() throws {
    let one = Case["P03"]
    let inputs = one["inputs"]
    let value = try Self.aged(inputs["value"], months: 6, inputs["annual_rate"], .compound)
    #expect(matches(value, one["computed"]["aged"], places: 4))
    #expect(
      matches(
        try Self.aged(inputs["value"], months: 6, inputs["annual_rate"]),
        one["computed"]["simple_would_be"]))
  }

  @Test("Factors between two days, and of months")
  func factors() throws {
    let one = Case["P04"]
    let aging = CutAging(to: try #require(one["inputs"]["target"].date))
    let factor = try aging.factor(
      from: try #require(one["inputs"]["effective"].date),
      yearly: one["inputs"]["annual_rate"].ratio)
    #expect(matches(factor, one["computed"]["multiplier"]))
    let other = Case["P05"]
    let start = try Self.day("2024-01-31")
    let months = try #require(other["inputs"]["months"].int)
    let eight = try CutAging(to: start.addingMonths(months))
      .factor(from: start, yearly: other["inputs"]["annual"].ratio)
    #expect(matches(try eight - 1, other["computed"]["factor"]))
  }

  @Test("There and back is 1, and part of a month counts its days")
  func back() throws {
    let (first, last) = (try Self.day("2025-03-15"), try Self.day("2026-07-01"))
    let rate = try #require(Ratio(decimal: "0.035"))
    for method in CutAging.Method.allCases {
      for count in CutAging.DayCount.allCases {
        let there = try CutAging(to: last, method, by: count).factor(from: first, yearly: rate)
        let back = try CutAging(to: first, method, by: count).factor(from: last, yearly: rate)
        #expect(try there * back == 1)
      }
    }
    // 15 months to the 15th of June, and 16 of its 30 days.
    let years = try CutAging(to: last).years(from: first)
    #expect(try years == (Ratio(15) + Ratio(16, over: 30)) / 12)
  }

  @Test("Lag, the middle and lead of a plan year")
  func policies() throws {
    let start = try Self.day("2027-01-01")
    #expect(PayPolicy.lag.target(ofYearFrom: start) == start)
    #expect(try PayPolicy.leadLag.target(ofYearFrom: start) == Self.day("2027-07-01"))
    #expect(try PayPolicy.lead.target(ofYearFrom: start) == Self.day("2028-01-01"))
  }

  @Test("Compa-ratios")
  func compaRatios() throws {
    for id in ["P06", "P11", "P14"] {
      let one = Case[id]
      let range = try PayRange(
        midpoint: one["inputs"]["midpoint"].ratio, spread: try Ratio(1, over: 2))
      let value = range.compaRatio(of: one["inputs"]["salary"].ratio)
      #expect(matches(value, one["computed"]["cr"]), "\(id)")
    }
    for id in ["P13", "P30"] {
      let one = Case[id]
      for (pair, expected) in zip(one["inputs"].array, one["computed"].array) {
        let range = try PayRange(midpoint: pair[1].ratio, spread: 1)
        #expect(matches(range.compaRatio(of: pair[0].ratio), expected, places: 4), "\(id)")
      }
    }
  }

  @Test("Ranges from a midpoint, a minimum or a maximum, and their spread")
  func ranges() throws {
    let one = Case["P07"]
    let range = try PayRange(
      midpoint: one["inputs"]["midpoint"].ratio, spread: one["inputs"]["spread"].ratio)
    #expect(matches(range.minimum, one["computed"]["min"]))
    #expect(matches(range.maximum, one["computed"]["max"]))
    let eight = Case["P08"]
    let (top, spread) = (eight["inputs"]["max"].ratio, eight["inputs"]["spread"].ratio)
    let low = try top / (1 + spread)
    let fromTop = try #require(PayRange(minimum: low, maximum: top))
    #expect(matches(fromTop.minimum, eight["computed"]["min"], places: 4))
    #expect(matches(fromTop.midpoint, eight["computed"]["midpoint"], places: 4))
    for id in ["P09", "P28"] {
      let one = Case[id]
      let range = try #require(
        PayRange(minimum: one["inputs"]["min"].ratio, maximum: one["inputs"]["max"].ratio))
      #expect(matches(range.spread, one["computed"]["spread"]), "\(id)")
    }
    #expect(
      matches(
        try #require(PayRange(minimum: 60000, maximum: 84000)).midpoint,
        Case["P28"]["computed"]["midpoint"]))
  }

  @Test("Penetration, inside and below a range")
  func penetration() throws {
    func check(_ inputs: Case, _ expected: Case, _ keys: [String: Int]) throws {
      let range = try #require(
        PayRange(minimum: inputs["min"].ratio, maximum: inputs["max"].ratio))
      for (key, places) in keys {
        let value =
          ["cr", "compa_ratio"].contains(key)
          ? range.compaRatio(of: inputs["salary"].ratio)
          : range.penetration(of: inputs["salary"].ratio)
        #expect(matches(value, expected[key], places: places), "\(key)")
      }
    }
    try check(
      Case["P10"]["inputs"], Case["P10"]["computed"], ["penetration": 6, "compa_ratio": 6])
    try check(Case["P12"]["inputs"], Case["P12"]["computed"], ["position": 6])
    let example = Case["P29"]["computed"]["example"]
    try check(example, example, ["true": 6])
    for worker in ["w1", "w2"] {
      try check(
        Case["P31"]["inputs"][worker], Case["P31"]["computed"][worker],
        ["penetration": 6, "cr": 6])
    }
    let below = Case["P32"]
    try check(below["inputs"], below["computed"], ["penetration": 6, "cr": 6])
    let grade = PayGrade("1", try #require(PayRange(minimum: 40000, maximum: 60000)))
    let employee = GradedEmployee("a", grade: "1", pay: below["inputs"]["salary"].ratio)
    let standing = try #require(
      RangeReview([employee], in: PayStructure([grade], in: .usd)).standings.first)
    #expect(matches(standing.toMinimum, below["computed"]["green_circle"]))
    #expect(standing.position == .below)
  }

  @Test("The overlap of two ranges over each of its three denominators")
  func overlap() throws {
    let one = Case["P15"]
    func range(_ key: String) throws -> PayRange {
      try PayRange(
        midpoint: one["inputs"][key]["mid"].ratio, spread: one["inputs"][key]["spread"].ratio)
    }
    let (low, high) = (try range("A"), try range("B"))
    for (key, range) in [("A", low), ("B", high)] {
      #expect(matches(range.minimum, one["computed"][key][0], places: 2))
      #expect(matches(range.maximum, one["computed"][key][1], places: 2))
    }
    for base in PayRange.OverlapBase.allCases {
      #expect(
        matches(low.overlap(with: high, over: base), one["computed"]["overlap_over_\(base)"]),
        "\(base)")
    }
    #expect(try PayRange(midpoint: 10, spread: 1).overlap(with: high, over: .union) == 0)
  }

  @Test("Pooled means are those by people, and means of means count each source once")
  func pooling() throws {
    for id in ["P16", "P17"] {
      let one = Case[id]
      let groups = ["A", "B", "C"].map { one["inputs"][$0].array.map(\.ratio) }
      let means = try groups.map { group in
        try group.reduce(Ratio.zero) { try $0 + $1 } / Ratio(group.count)
      }
      for (group, key) in zip(means, ["A", "B", "C"]) where one["computed"][key].text != nil {
        #expect(matches(group, one["computed"][key]))
      }
      func blend(_ weight: (Int) -> Ratio) throws -> Ratio? {
        try PayPercentiles.blend(
          means.enumerated().map { (PayPercentiles([50: $1]), weight($0)) })[50]
      }
      #expect(matches(try blend { Ratio(groups[$0].count) }, one["computed"]["pooled"]))
      #expect(matches(try blend { _ in 1 }, one["computed"]["avg_of_avgs"], places: 4))
    }
  }

  @Test("Proration by months and by days, with the part rounded first")
  func proration() throws {
    let months = Proration(
      from: try Self.day("2025-01-01"), to: try Self.day("2025-12-31"), by: .months)
    let days = Proration(from: months.start, to: months.end)
    let july = try Self.day("2025-07-01")
    let full = Case["P19"]["inputs"]["full"].ratio
    #expect(matches(try months.part(since: july) * full, Case["P19"]["computed"]["pct"]))
    let (rate, hire) = (Case["P22"]["inputs"]["budget"].ratio, Case["P22"]["computed"])
    #expect(matches(try months.part(since: july) * rate, hire["pct_months"]))
    #expect(matches(try days.part(since: july) * rate, hire["pct_days"]))

    let twenty = Case["P20"]
    let year = Proration(
      from: try Self.day("2024-01-02"), to: try Self.day("2024-12-31"))
    let part = try year.part(since: try #require(twenty["inputs"]["in_position"].date))
    #expect(matches(part, twenty["computed"]["ratio"], places: 5))
    #expect(
      matches(try part * twenty["inputs"]["full"].ratio, twenty["computed"]["pct"]))
    let leap = Proration(from: try Self.day("2024-01-01"), to: try Self.day("2024-12-31"))
    #expect(
      matches(
        try leap.part(since: try Self.day("2024-07-01")) * twenty["inputs"]["full"].ratio,
        twenty["computed"]["pct_if_366"]))

    let cornerstone = Case["P21"]
    let period = cornerstone["inputs"]["period"]
    let exact = Proration(
      from: try #require(period[0].date), to: try #require(period[1].date))
    var rounded = exact
    rounded.places = 4
    let share = cornerstone["inputs"]["bonus_budget"].ratio
    for name in ["Melissa", "Kevin", "Paul"] {
      let person = cornerstone["inputs"][name]
      let expected = cornerstone["computed"][name]
      let since = try #require(person[0].date)
      let part = try rounded.part(since: since)
      #expect(matches(part, expected["ratio"]), "\(name)")
      #expect(matches(try part * person[1].ratio * share, expected["budget"]), "\(name)")
      if expected["unrounded"].text != nil {
        let unrounded = try exact.part(since: since) * person[1].ratio * share
        #expect(matches(unrounded, expected["unrounded"], places: 2), "\(name)")
      }
    }
  }

  @Test("A lump sum above the maximum of the range")
  func lumpSum() throws {
    let one = Case["P18"]
    let (salary, award) = (one["inputs"]["salary"].ratio, one["inputs"]["award"].ratio)
    let maximum = try salary * (1 + one["inputs"]["base"].ratio)
    let grade = PayGrade("1", try #require(PayRange(minimum: 40000, maximum: maximum)))
    let review = RangeReview(
      [GradedEmployee("a", grade: "1", pay: salary, rating: "3")],
      in: PayStructure([grade], in: .usd))
    var rules = MeritRules(budget: award, step: try Ratio(1, over: 100))
    rules.atMaximum = .lumpSum
    let matrix = try #require(MeritMatrix(zones: [0], [("3", [1])]))
    let merit = try MeritReview(review, matrix, rules)
    #expect(matches(merit.awards[0].newPay, one["computed"]["new_base"]))
    #expect(matches(merit.awards[0].lumpSum, one["computed"]["lump"]))
  }

  @Test("Places, promotions, and the cost of increases")
  func products() throws {
    let geographic = Case["P25"]
    for city in ["sf", "jackson"] {
      let national = geographic["inputs"]["national"].ratio
      let local = try PayPercentiles([50: national]).scaled(by: geographic["inputs"][city].ratio)
      #expect(matches(local[50], geographic["computed"][city]))
    }
    let exercise = Case["P33"]
    let one = exercise["inputs"]["q1"]
    let range = try PayRange(midpoint: one["mid"].ratio, spread: one["spread"].ratio)
    #expect(matches(range.minimum, exercise["computed"]["q1"][0], places: 2))
    #expect(matches(range.maximum, exercise["computed"]["q1"][1], places: 2))
    let two = exercise["inputs"]["q2"]
    let fromMinimum = try #require(
      PayRange(minimum: two["min"].ratio, maximum: try two["min"].ratio * (1 + two["spread"].ratio))
    )
    #expect(matches(fromMinimum.midpoint, exercise["computed"]["q2"]))
    let three = exercise["inputs"]["q3"]
    let third = try PayRange(midpoint: three["mid"].ratio, spread: 1)
    let pay = try three["mid"].ratio * three["cr"].ratio * (1 + three["increase"].ratio)
    #expect(matches(pay, exercise["computed"]["q3"]["new_salary"]))
    #expect(matches(third.compaRatio(of: pay), exercise["computed"]["q3"]["new_cr"], places: 4))
    let four = exercise["inputs"]["q4"]
    let low = try PayRange(midpoint: four["A"]["mid"].ratio, spread: four["A"]["spread"].ratio)
    let high = try #require(
      PayRange(
        minimum: four["B"]["min"].ratio,
        maximum: try four["B"]["min"].ratio * (1 + four["B"]["spread"].ratio)))
    #expect(matches(low.maximum, exercise["computed"]["q4"]["A"][1], places: 2))
    #expect(matches(high.maximum, exercise["computed"]["q4"]["B"][1], places: 2))
    #expect(
      matches(
        low.overlap(with: high, over: .higher),
        exercise["computed"]["q4"]["overlap_over_higher"], places: 4))
  }

  @Test("A structure with factors around its midpoints has the spreads that follow from them")
  func factorsAroundMidpoints() throws {
    let rows = Case["P34"]["computed"]["rows"].array
    #expect(rows.count == 12)
    var midpoint = rows[0]["midpoint"].ratio
    for (index, row) in rows.enumerated() {
      if index > 0 { midpoint = try midpoint * (1 + Ratio(Int128(14 + index), over: 100)) }
      let part = try Ratio(Int128(215 + 5 * index), over: 1000)
      let range = try PayRange(midpoint: midpoint, spread: 2 * part / (1 - part))
      #expect(matches(range.midpoint, row["midpoint"], places: 0))
      #expect(matches(range.minimum, row["min"], places: 0))
      #expect(matches(range.maximum, row["max"], places: 0))
      #expect(matches(range.spread, row["spread"], places: 4))
    }
  }

  @Test(
    "A percentile between two published ones lies on the line between them, not on a scaled median")
  func interpolation() throws {
    let shortcut = Case["P27"]
    let median = shortcut["inputs"]["market_p50"].ratio
    let cut = PayPercentiles([50: median, 75: try median * Ratio(23, over: 20)])
    let sixty = try #require(try cut.interpolated(at: 60))
    #expect(try sixty == median * Ratio(106, over: 100))
    #expect(sixty < shortcut["computed"]["midpoint"].ratio)
    #expect(try cut.interpolated(at: 80) == nil)
  }

  @Test("Lines of market pay: linear prices a low job absurdly, the logarithm does not")
  func payLines() throws {
    let burke = Case["P24"]["inputs"]
    let straight = try PayLine(
      [50, 100, 150].map { ($0, burke["m"].double * $0 + burke["b"].double) }, .linear)
    #expect(abs(straight.pay(at: 100) - Case["P24"]["computed"]["pay"].double) < 1e-6)
    #expect(abs(straight.pay(at: Case["P24"]["computed"]["zero_at_points"].double)) < 1e-6)

    let one = Case["P35"]
    let jobs = one["inputs"]["points_pay"].array.map { ($0[0].double, $0[1].double) }
    for (scale, key) in [(PayLine.Scale.linear, "linear"), (.logarithm, "log")] {
      let line = try PayLine(jobs, scale)
      let expected = one["computed"][key]
      #expect(abs(line.slope / expected["slope"].double - 1) < 1e-8)
      #expect(abs(line.intercept / expected["intercept"].double - 1) < 1e-8)
      #expect(abs(try #require(line.rSquared) - expected["r2"].double) < 1e-6)
      #expect(abs(line.pay(at: 300) - expected["at_300"].double) < 0.006)
      #expect(abs(line.pay(at: 999) - expected["at_999"].double) < 0.006)
    }
    let log = try PayLine(jobs)
    #expect(
      abs(
        100 * expm1(100 * log.slope) - one["computed"]["log"]["pct_per_100_points"].double) < 1e-4)
  }

  @Test("Composites by people, and each survey once")
  func composites() throws {
    let one = Case["P36"]
    for (job, expected) in zip(one["inputs"].array, one["computed"].array) {
      let pay = job["hourly"].array.map { PayPercentiles([50: $0.ratio]) }
      let byPeople = try PayPercentiles.blend(
        zip(pay, job["n"].array).map { ($0, $1.ratio) })
      let simple = try PayPercentiles.blend(pay.map { ($0, 1) })
      #expect(matches(byPeople[50], expected["weighted"]))
      #expect(matches(simple[50], expected["simple"]))
    }
  }
}
