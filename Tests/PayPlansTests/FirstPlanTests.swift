import Amounts
import Findings
import PayPlans
import PlanFiles
import Testing

/// The first plan of the plan-file documentation, with the figures that it gives.
@Suite("The first plan")
struct FirstPlanTests {
  let plan: Plan

  init() throws {
    (plan, _) = try Plan.read(path: datasets("plans/account-executive-2021.yaml"))
  }

  @Test(
    "An attainment pays what the page says",
    arguments: [
      ("0.8", "46003.20", "0.00", "103507.20"), ("1", "57504.00", "5000.00", "120008.00"),
      ("1.3", "83380.80", "5000.00", "145884.80"), ("2", "158136.00", "5000.00", "220640.00"),
    ])
  func attainment(_ attainment: String, commission: String, bonus: String, total: String) throws {
    let earnings = try plan.earnings(attainment: #require(Ratio(decimal: attainment)))
    #expect(earnings.base.fixedPoint == "57504.00")
    #expect(earnings.components.map(\.earned.fixedPoint) == [commission, bonus])
    #expect(earnings.paid.fixedPoint == total)
  }

  @Test(
    "The same sales pay less on a higher quota",
    arguments: [(600_000, "132953.30"), (690_048, "120008.00"), (800_000, "107104.65")])
  func sales(quota: Int, total: String) throws {
    let earnings = try plan.earnings(sales: 690_048, quota: Ratio(quota))
    #expect(earnings.paid.fixedPoint == total)
  }

  @Test("The plan in code pays like the file")
  func code() throws {
    let code = Plan(
      "Account Executive, United States, May 2021", currency: .usd, base: 57504, variable: 57504,
      measures: [Measure("bookings", quota: 690_048)],
      components: [
        Component(
          "New business",
          .commission(
            Commission(
              measure: "bookings", period: .year,
              scale: .bands(
                [
                  Band(to: .share(1), pay: .multiple(1)),
                  Band(to: .share(try Ratio(3, over: 2)), pay: .multiple(try Ratio(3, over: 2))),
                  Band(pay: .multiple(2)),
                ], .marginal)))),
        Component(
          "Quota club",
          .bonus(
            Bonus(
              measure: "bookings", period: .year,
              steps: [Bonus.Step(at: .share(1), pay: .amount(5000))]))),
      ])
    for percent in stride(from: 0, through: 250, by: 7) {
      let attainment = try Ratio(Int128(percent), over: 100)
      #expect(try code.earnings(attainment: attainment) == plan.earnings(attainment: attainment))
    }
  }

  @Test("The pay table lists every band and step with its line")
  func terms() {
    #expect(plan.terms.map(\.line) == [19, 20, 21, 22])
    #expect(plan.terms[1].from == .share(1))
    #expect(plan.terms[3].pay == .level(.amount(5000)))
  }

  @Test("The plan says itself in words")
  func summary() {
    #expect(
      plan.summary.map(\.plainText) == [
        "A salary of 57,504 USD a year, and 57,504 USD of incentive for reaching every target.",
        "\"bookings\" counts the amount of deals, with a quota of 690,048 USD a year.",
        "\"New business\" pays on \"bookings\" by year: 1x up to 100% of quota, "
          + "1.5x up to 150% of quota, then 2x, each rate for the credit in its own band.",
        "\"Quota club\" pays, by year and on \"bookings\", 5,000 USD at 100% of quota.",
      ])
  }
}
