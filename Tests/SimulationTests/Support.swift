import Amounts
import PayPlans
import PlanFiles
import Testing

@testable import Simulation

/// Returns a plan from its YAML.
func plan(_ yaml: String) throws -> Plan {
  try Plan.read(yaml: yaml, file: "plan.yaml").plan
}

/// Returns an exact number from its decimal digits.
func ratio(_ text: String) throws -> Ratio {
  try #require(Ratio(decimal: text))
}

/// Plans that together use the features on which pay depends for one attainment.
enum SamplePlans {
  static let accelerator = """
    plan: Accelerator
    currency: USD
    base: 57504
    variable: 57504
    measures: {bookings: {quota: 690048}}
    components:
      - commission: New business
        measure: bookings
        period: year
        tiers: marginal
        rates: [{to: 100%, pay: 1x}, {to: 150%, pay: 1.5x}, {pay: 2x}]
      - {bonus: Quota club, measure: bookings, period: year, at: 100%, pay: 5000}
    """

  static let retroactive = """
    plan: Retroactive
    currency: USD
    base: 60000
    variable: 40000
    measures: {bookings: {quota: 400000}}
    components:
      - commission: New business
        measure: bookings
        period: quarter
        tiers: retroactive
        rates: [{to: 100%, pay: 1x}, {pay: 1.5x}]
        cap: 200%
    """

  static let gated = """
    plan: Gated and phased
    currency: EUR
    base: 70000
    variable: 50000
    measures:
      bookings: {quota: 600000, phasing: [20%, 20%, 25%, 35%]}
      renewals: {quota: 200000}
    components:
      - commission: New
        measure: bookings
        period: quarter
        target: 60%
        tiers: marginal
        rates: [{to: 150000, pay: 5%}, {pay: 8%}]
        threshold: 50%
        gate: {measure: renewals, at: 80%, otherwise: 50%}
      - commission: Renewals
        measure: renewals
        period: year
        target: 40%
        tiers: interpolated
        rates: [{at: 50%, pay: 0%}, {at: 100%, pay: 100%}, {at: 150%, pay: 250%}]
    cap: 80000
    """

  static let drawn = """
    plan: Drawn
    currency: USD
    base: 30000
    variable: 60000
    measures: {bookings: {quota: 500000}}
    components:
      - {commission: Sales, measure: bookings, period: month, pay: 1x}
    draw: {kind: non-recoverable, amount: 2500, per: month}
    """

  /// Ends that are in their bands, amounts for each quarter's quota, and pay on a part.
  static let inclusive = """
    plan: Inclusive
    currency: USD
    base: 60000
    variable: 40000
    measures: {bookings: {quota: [80000, 90000, 110000, 120000]}, recurring: {credit: recurring}}
    components:
      - commission: New business
        measure: bookings
        period: quarter
        tiers: retroactive
        rates: [{through: 60%, pay: 0.5x}, {to: 100%, pay: 1x}, {pay: 1.5x}]
        cap: 200%
      - commission: Recurring
        measure: bookings
        period: year
        target: 0
        tiers: marginal
        rates: [{through: 100000, pay: 1%}, {pay: 2%}]
        pay on: recurring
        rest: 0.5%
      - {bonus: Club, measure: bookings, period: year, above: 100%, pay: 5000}
    """

  static let all: [String] = [accelerator, retroactive, gated, drawn, inclusive]
}
