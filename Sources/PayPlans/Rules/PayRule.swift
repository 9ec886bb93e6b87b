internal import Amounts
internal import Findings

/// What a rule of pay answers; everything else of the plan, the engine and the checks is the same for all rules.
///
/// A rule is one folder: the type with what a plan says, and one file for each room of the module that it
/// has a part in (`+Facts`, `+Words`, `+Curve`, `+Paying`, `+Checks`). `Component.Rule` lists the rules.
protocol PayRule: Sendable {
  /// The period after which the rule starts again.
  var period: PlanPeriod { get }

  /// What it depends on and what depends on it.
  var facts: RuleFacts { get }

  /// The rows of the pay table, in the order of the plan.
  func terms(of component: Component) -> [PlanTerm]

  /// Changes a number of the rule; one that it does not have is left alone.
  mutating func change(
    _ number: RuleNumber, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure)

  /// What it pays in words that follow its name, such as "pays 250 USD each for deals."
  func summary(in plan: Plan) -> Inline

  /// Returns what makes the rule unusable in a plan, beside measures that the plan does not have.
  func faults(in plan: Plan, _ component: Component) -> [Finding]

  /// Warns of amounts that were probably meant as percentages.
  func checkAmounts(_ warnings: inout PlanWarnings, _ component: Component)

  /// Warns of what is probably not meant, given what the rule pays in a year at 100 %.
  func check(_ warnings: inout PlanWarnings, _ component: Component, target: Ratio?)

  /// Adds the attainments at which the pay of a period may jump.
  func addCorners(
    to finder: inout CornerFinder, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure)

  /// Pays one period: adds its lines and its result to the run.
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure)

  /// Why a deal has no line of the rule, in a sentence; nil where the rule looks at no deals.
  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> Inline?
}

extension PayRule {
  func faults(in plan: Plan, _ component: Component) -> [Finding] { [] }

  mutating func change(
    _ number: RuleNumber, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {}

  func checkAmounts(_ warnings: inout PlanWarnings, _ component: Component) {}

  func check(_ warnings: inout PlanWarnings, _ component: Component, target: Ratio?) {}

  func addCorners(
    to finder: inout CornerFinder, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) {}

  func reasonUncredited(
    _ name: String, _ deal: Deal, in deals: Deals, on plan: Plan
  ) -> Inline? { nil }
}
