import Findings
import PayPlans
import PlanFiles
import Testing

@Suite("Findings in a plan file")
struct PlanFindingsTests {
  /// A sound plan; each case replaces one line of it.
  static let sound = """
    plan: Test
    currency: USD
    base: 50000
    variable: 50000
    measures:
      bookings:
        quota: 500000
    components:
      - commission: New business
        measure: bookings
        period: year
        tiers: marginal
        rates:
          - {to: 100%, pay: 1x}
          - {pay: 2x}
    """

  struct Case: CustomTestStringConvertible, Sendable {
    let replaced: String
    let by: String
    let place: String
    let message: String
    var remedy: String?
    var testDescription: String { message }
  }

  @Test("A sound plan has no errors")
  func soundPlan() {
    #expect(failure(Self.sound) == [])
  }

  @Test(
    "A fault is named with its place and remedy",
    arguments: [
      Case(
        replaced: "components:", by: "componets:", place: "plan.yaml:8:1",
        message: "the plan has no key \"componets\"", remedy: "did you mean \"components\"?"),
      Case(
        replaced: "base: 50000", by: "base: 50,00", place: "plan.yaml:3:7",
        message: "base must be an amount, such as 57504 or 4792 per month, but this is \"50,00\"",
        remedy: "the decimal separator is a point; a comma stands between groups of three digits"),
      Case(
        replaced: "base: 50000", by: "base: \"€50,000\"", place: "plan.yaml:3:7",
        message: "base is in €, but the plan is in USD",
        remedy: "write every amount of a plan in its currency"),
      Case(
        replaced: "base: 50000", by: "base: -1", place: "plan.yaml:3:7",
        message: "base must not be negative, but this is \"-1\""),
      Case(
        replaced: "currency: USD", by: "currency: dollars", place: "plan.yaml:2:11",
        message: "\"dollars\" is not a currency", remedy: "write its three letters, such as USD"),
      Case(
        replaced: "variable: 50000", by: "ote: 100000\nmix: 60/50", place: "plan.yaml:5:6",
        message: "a mix is two shares that sum to 100, but this is \"60/50\"",
        remedy: "write base before incentive, such as 60/40"),
      Case(
        replaced: "quota: 500000", by: "quota: 0", place: "plan.yaml:6:3",
        message: "the measure \"bookings\" has a quota of 0, so there is no attainment",
        remedy: "leave the quota out, or lower it for new reps with `ramp`"),
      Case(
        replaced: "    measure: bookings", by: "    measure: boking", place: "plan.yaml:10:14",
        message: "there is no measure \"boking\"", remedy: "did you mean \"bookings\"?"),
      Case(
        replaced: "{to: 100%, pay: 1x}", by: "{to: 5000%, pay: 1x}", place: "plan.yaml:14:14",
        message: "`to` must be between 0% and 1000%, but this is \"5000%\""),
      Case(
        replaced: "{to: 100%, pay: 1x}", by: "{to: 100%, pay: 1.5}", place: "plan.yaml:14:25",
        message: "pay must be a rate, such as 1.5x, 8% or 250 each, but this is \"1.5\"",
        remedy: "add what it is: 1.5% of the credit, or x for a multiple"),
    ])
  func faults(_ fault: Case) {
    let yaml = Self.sound.replacing(fault.replaced, with: fault.by)
    let finding = failure(yaml).first { $0.message.plainText == fault.message }
    #expect(finding?.place?.description == fault.place, "\(failure(yaml).map(\.description))")
    #expect(finding?.remedy?.plainText == fault.remedy)
  }

  @Test("All faults of a file are found at once")
  func several() {
    let yaml = Self.sound.replacing("base: 50000", with: "base: x").replacing(
      "period: year", with: "period: week")
    #expect(failure(yaml).count == 2)
  }

  @Test(
    "Text that is no plan gives a finding, never a crash",
    arguments: [
      "", "a", "- 1", "[", "\u{0}", "a: b: c", "\t- x", "plan: &a [*a]", "? [x]\n: 1", "a: 1\na: 2",
      "plan:", "components: [1, {commission: x}, [], {bonus: }]", "measures: 5\ncomponents: {}",
    ])
  func garbage(_ yaml: String) {
    #expect(!failure(yaml).isEmpty)
  }

  @Test("A missing file and a directory are no input")
  func missing() {
    for path in ["/nowhere/plan.yaml", "/"] {
      #expect {
        _ = try Plan.read(path: path)
      } throws: {
        ($0 as? InputFailure)?.code == .noInput
      }
    }
  }
}
