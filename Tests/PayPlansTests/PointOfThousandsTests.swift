import Findings
import PayPlans
import Testing

/// Every amount that a plan file can hold, each written as 80.000 once.
@Suite("A point that may group thousands in a plan")
struct PointOfThousandsTests {
  static let plan = """
    plan: P
    currency: EUR
    base: 65000
    variable: 90000
    measures:
      bookings:
        quota: 410000
        windfall: {over: 520000, credit: 50%}
        multiply: {margin: [{to: 31000, times: 0.5}, {times: 1}]}
      demos: {unit: deals, quota: 21000}
    components:
      - commission: C
        measure: bookings
        period: quarter
        target: 43000
        threshold: 17000
        tiers: marginal
        rates: [{to: 70000, pay: 1x}, {pay: 2x}]
        cap: 160000
      - {commission: D, measure: demos, period: month, pay: 50000 each, target: 12000}
      - {bonus: B, measure: bookings, period: year, at: 110000, pay: 3000}
      - {spiff: S, pay: 2000 each, budget: 26000}
    draw: {kind: recoverable, amount: 2500, per: month}
    guarantee: {months: 3, amount: [1500, 1000, 500], per: month}
    cap: 250000
    """

  /// The amounts of the plan that end in thousands, by their places in its text.
  static let amounts: [String] = [
    "65000", "90000", "410000", "520000", "31000", "21000", "43000", "17000", "70000", "160000",
    "50000", "12000", "110000", "3000", "2000", "26000", "2500", "1500", "1000", "250000",
  ]

  @Test("The plan is right as it stands")
  func plain() { #expect(failure(Self.plan).map(\.message.plainText) == []) }

  @Test("An amount is asked about at its place", arguments: amounts)
  func asked(amount: String) throws {
    let (front, back) = (amount.dropLast(3), amount.suffix(3))
    let range = try #require(
      Self.plan.firstRange(of: " \(amount)") ?? Self.plan.firstRange(of: "[\(amount)"))
    let first = Self.plan[range].first ?? " "
    for written in ["\(front).\(back)", "€\(front).\(back)"] {
      var text = Self.plan
      text.replaceSubrange(range, with: "\(first)\(written)")
      let findings = failure(text)
      let finding = try #require(findings.first { $0.kind == "plan.thousands" }, "\(findings)")
      let line = Self.plan[..<range.lowerBound].count { $0.isNewline } + 1
      #expect(finding.place?.line == line)
      #expect(finding.message.plainText.contains("or \(amount): the point of"))
      #expect(finding.remedy?.plainText.hasPrefix("write \(amount), or ") == true)
    }
  }

  @Test(
    "Shares, factors and multiples of three decimals are what they say",
    arguments: ["pay: 1.125x", "pay: 12.125%", "pay: 0.125x"])
  func shares(rate: String) {
    let text = Self.plan.replacing("pay: 1x", with: rate)
    #expect(failure(text).map(\.message.plainText) == [])
  }
}
