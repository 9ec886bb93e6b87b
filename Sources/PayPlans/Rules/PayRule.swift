internal import Amounts

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
  func summary(in plan: Plan) -> String

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
  ) -> String?
}

/// What a rule depends on, and what depends on it.
package struct RuleFacts {
  /// A measure that a rule looks at.
  struct MeasureUse {
    var name: String
    /// Whether its credit is paid, and not only looked at by a gate or multiplier.
    var isPaid: Bool = false
    /// Whether it must have a quota.
    var needsQuota: Bool
  }

  /// What the rule says about its part of the variable.
  enum Target {
    /// Nothing: it takes what the others leave.
    case open
    /// It comes on top of the variable.
    case onTop
    /// A share of the variable, or an amount a year.
    case level(Level)
  }

  /// What it pays where it is only known how much is sold in a month, and not in which deals.
  enum WithoutDeals: Hashable {
    /// Nothing.
    case nothing
    /// By-deal tiers pay as marginal ones.
    case marginalTiers
    /// The credit of each month stands for one deal.
    case monthsAsDeals
  }

  /// Its part of the variable.
  var target: Target
  /// Whether something that it pays is a share of its target.
  var needsTarget: Bool = false
  /// Whether a share of the variable is paid, so that there must be one.
  var needsVariable: Bool = false
  /// The measures that it looks at, in the order of the plan; the one that is paid comes first.
  var measures: [MeasureUse] = []
  /// The names that it looks for in the scores, beside those of scored measures.
  package var scores: [String] = []
  /// What a deal must match where the rule pays for deals and not for a measure.
  var filters: [DealFilter] = []
  /// Whether each of its lines is for a deal, and not for a period that a deal completes.
  package var paysByDeal: Bool = false
  /// Whether a whole period is one line, paid on its last day.
  var isPaidByPeriod: Bool = false
  /// Whether more credit may pay less, so that a month takes back what an earlier one paid.
  var mayFall: Bool = false
  /// What it pays without deals; nil where deals make no difference.
  var withoutDeals: WithoutDeals?

  init(target: Target) {
    self.target = target
  }

  /// The measure whose credit is paid.
  var measure: String? { measures.first { $0.isPaid }?.name }

  /// Whether a gate or multiplier looks at a measure.
  func isConditional(on measure: String) -> Bool {
    measures.contains { !$0.isPaid && $0.name == measure }
  }
}

/// A number of a rule that can be turned; rows are those of its terms, counted from 0.
package enum RuleNumber: Hashable {
  /// What a row pays.
  case pay(row: Int)
  /// The end of a band, or the place of a corner or step.
  case level(row: Int)
  /// What all rates pay from a row on.
  case rates(from: Int)
  /// The attainment below which nothing is paid.
  case threshold
  /// The most that is paid or credited.
  case cap
}

extension PayRule {
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
  ) -> String? { nil }
}
