import Amounts
import PayPlans
import PlanFiles
import Testing

/// Where the pay of a year may jump, when what is sold comes in twelve equal months: a level of a
/// quarter is reached at its end at the attainment that the level says, and in its month m of 3, where
/// months matter, at 3/m times it.
@Suite("Attainments at which pay may jump")
struct CornerTests {
  private static let everyMonth = ["1", "3/2", "3"]

  /// The year so far at its quota in month m of quarter q: 3q of the 3(q - 1) + m months that are sold.
  private static let yearToDate: [String] = {
    var attainments: Set<Ratio> = []
    for quarter in 1...4 {
      for month in (quarter == 1 ? 1 : 0)...3 {
        let sold = 3 * (quarter - 1) + month
        if let value = try? Ratio(Int128(3 * quarter), over: Int128(sold)) {
          attainments.insert(value)
        }
      }
    }
    return attainments.map(\.description)
  }()

  private static let commission = "commission: C, measure: bookings, period: quarter, "

  static let cases: [(components: String, around: String, corners: [String])] = [
    (commission + "rates: [{to: 100%, pay: 1x}, {pay: 2x}], tiers: retroactive", "", ["1"]),
    (
      commission + "rates: [{to: 100%, pay: 1x}, {pay: 2x}], tiers: retroactive, threshold: 50%",
      "", ["1/2", "1"]
    ),
    // A year's cap, a draw, or a rate that falls, cares for the month.
    (
      commission + "rates: [{to: 100%, pay: 1x}, {pay: 2x}], tiers: retroactive", "cap: 50000",
      everyMonth
    ),
    (
      commission + "rates: [{to: 100%, pay: 1x}, {pay: 2x}], tiers: marginal",
      "draw: {kind: recoverable, amount: 1000, per: month}", everyMonth
    ),
    (
      commission + "rates: [{to: 100%, pay: 2x}, {pay: 1x}], tiers: retroactive", "", everyMonth
    ),
    (commission + "rates: [{to: 100%, pay: 2x}, {pay: 1x}], tiers: marginal", "", ["1"]),
    (
      commission + "tiers: interpolated, "
        + "rates: [{at: 0%, pay: 0%}, {at: 100%, pay: 100%}, {at: 200%, pay: 80%}]",
      "", ["1", "3/2", "3", "2", "6"]
    ),
    (
      commission + "tiers: interpolated, "
        + "rates: [{at: 0%, pay: 0%}, {at: 100%, pay: 100%}, {at: 200%, pay: 150%}]",
      "", ["1", "2"]
    ),
    (
      commission + "accumulate: year to date, tiers: retroactive, "
        + "rates: [{to: 100%, pay: 1x}, {pay: 2x}]",
      "", yearToDate
    ),
    // With a gate all is paid at the end of the quarter.
    (
      commission + "tiers: retroactive, rates: [{to: 100%, pay: 1x}, {pay: 2x}], "
        + "gate: {measure: bookings, at: 80%}",
      "cap: 50000", ["4/5", "1"]
    ),
    // A month of the quota of 400,000 is 33,333.33: three tenths of it are 10,000.
    (
      "commission: C, measure: bookings, period: deal, rates: [{to: 10000, pay: 5%}, {pay: 10%}], "
        + "tiers: marginal",
      "", ["3/10"]
    ),
    ("bonus: B, measure: bookings, period: quarter, at: 100%, pay: 1000", "", ["1"]),
    (
      "bonus: B, measure: bookings, period: quarter, at: 100%, pay: 1000", "cap: 50000", everyMonth
    ),
    (
      "bonus: B, measure: bookings, period: quarter, accumulate: year to date, at: 100%, pay: 1000",
      "", yearToDate
    ),
    (
      "bonus: B, measure: bookings, period: quarter, accumulate: either, at: 100%, pay: 1000",
      "", yearToDate
    ),
  ]

  @Test("are those of its levels", arguments: cases)
  func corners(components: String, around: String, corners: [String]) throws {
    let plan = try Plan.read(
      yaml: """
        plan: P
        currency: USD
        variable: 40000
        measures: {bookings: {quota: 400000}}
        components:
          - {\(components)}
        \(around)
        """, file: "plan.yaml"
    ).plan
    let found = try plan.corners(salesAtOne: 400_000)
    #expect(Set(found.map(\.description)) == Set(corners))
    #expect(found.count == corners.count)
  }
}
