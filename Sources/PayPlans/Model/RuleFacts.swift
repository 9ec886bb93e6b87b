/// What a rule depends on, and what depends on it.
package struct RuleFacts {
  /// A measure that a rule looks at.
  struct MeasureUse {
    /// What a measure is for.
    enum Role: Hashable {
      /// Its credit is paid, or walks the scale.
      case paid
      /// It counts the part of that credit that is paid.
      case part
      /// A gate or multiplier looks at it.
      case condition
    }

    var name: String
    var role: Role
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

  /// What goes on from one period to the next.
  enum Carry: Hashable {
    /// Nothing: each period starts anew.
    case nothing
    /// The credit: each period pays what is reached by its end.
    case credit
    /// The credit, and what was paid for it.
    case creditAndPay
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
  /// Whether it is measured over periods that are shorter than the year.
  var isMeasuredWithinYear: Bool = false
  /// Whether a period pays twice as much for twice the credit, as long as gates and multipliers stand as they are.
  var isProportional: Bool = true
  /// What it pays without deals; nil where deals make no difference.
  var withoutDeals: WithoutDeals?
  /// What goes on from one period to the next, where pay is a function of the credit so far, whatever deals it
  /// comes from; nil where single deals matter.
  var carry: Carry?

  init(target: Target) {
    self.target = target
  }

  /// The measure whose credit is paid.
  var measure: String? { measures.first { $0.role == .paid }?.name }

  /// Whether a gate or multiplier looks at a measure.
  func isConditional(on measure: String) -> Bool {
    measures.contains { $0.role == .condition && $0.name == measure }
  }
}
