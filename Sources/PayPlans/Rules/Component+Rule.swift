package import Amounts
internal import Findings
package import Phrases

extension Component {
  /// What kind of rule a component is.
  ///
  /// This is the only place that knows which rules there are: each question is handed on to the rule.
  public enum Rule: Sendable {
    /// Pay that follows credit along a scale; also a manager's override.
    case commission(Commission)
    /// An amount for reaching a level.
    case bonus(Bonus)
    /// Goals that are scored by hand.
    case objectives(Objectives)
    /// An extra for certain deals in a certain time.
    case spiff(Spiff)
  }
}

extension Commission: PayRule {}
extension Bonus: PayRule {}
extension Objectives: PayRule {}
extension Spiff: PayRule {}

extension Component {
  /// The period after which the component starts again.
  var period: PlanPeriod {
    switch rule {
    case .commission(let rule): rule.period
    case .bonus(let rule): rule.period
    case .objectives(let rule): rule.period
    case .spiff(let rule): rule.period
    }
  }

  /// What the rule depends on, and what depends on it.
  package var facts: RuleFacts {
    switch rule {
    case .commission(let rule): rule.facts
    case .bonus(let rule): rule.facts
    case .objectives(let rule): rule.facts
    case .spiff(let rule): rule.facts
    }
  }

  /// The rows of the pay table.
  package var terms: [PlanTerm] {
    switch rule {
    case .commission(let rule): rule.terms(of: self)
    case .bonus(let rule): rule.terms(of: self)
    case .objectives(let rule): rule.terms(of: self)
    case .spiff(let rule): rule.terms(of: self)
    }
  }

  /// Changes a number of the rule; one that it does not have is left alone.
  package mutating func change(
    _ number: RuleNumber, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch rule {
    case .commission(var own):
      try own.change(number, change)
      rule = .commission(own)
    case .bonus(var own):
      try own.change(number, change)
      rule = .bonus(own)
    case .objectives(var own):
      try own.change(number, change)
      rule = .objectives(own)
    case .spiff(var own):
      try own.change(number, change)
      rule = .spiff(own)
    }
  }

  /// The component in words.
  package func summary(in plan: Plan) -> Inline {
    let words =
      switch rule {
      case .commission(let rule): rule.summary(in: plan)
      case .bonus(let rule): rule.summary(in: plan)
      case .objectives(let rule): rule.summary(in: plan)
      case .spiff(let rule): rule.summary(in: plan)
      }
    return "\"\(name)\" \(words)"
  }

  /// Returns what makes the rule unusable in a plan.
  func faults(in plan: Plan) -> [Finding] {
    switch rule {
    case .commission(let rule): rule.faults(in: plan, self)
    case .bonus(let rule): rule.faults(in: plan, self)
    case .objectives(let rule): rule.faults(in: plan, self)
    case .spiff(let rule): rule.faults(in: plan, self)
    }
  }

  /// Warns of amounts that were probably meant as percentages.
  func checkAmounts(_ warnings: inout PlanWarnings) {
    switch rule {
    case .commission(let rule): rule.checkAmounts(&warnings, self)
    case .bonus(let rule): rule.checkAmounts(&warnings, self)
    case .objectives(let rule): rule.checkAmounts(&warnings, self)
    case .spiff(let rule): rule.checkAmounts(&warnings, self)
    }
  }

  /// Warns of what is probably not meant.
  func check(_ warnings: inout PlanWarnings, target: Ratio?) {
    switch rule {
    case .commission(let rule): rule.check(&warnings, self, target: target)
    case .bonus(let rule): rule.check(&warnings, self, target: target)
    case .objectives(let rule): rule.check(&warnings, self, target: target)
    case .spiff(let rule): rule.check(&warnings, self, target: target)
    }
  }

  /// Adds the attainments at which the pay of a period may jump.
  func addCorners(
    to finder: inout CornerFinder, _ period: RepTerms.Period, _ before: ArraySlice<RepTerms.Period>
  ) throws(ArithmeticFailure) {
    switch rule {
    case .commission(let rule): try rule.addCorners(to: &finder, period, before)
    case .bonus(let rule): try rule.addCorners(to: &finder, period, before)
    case .objectives(let rule): try rule.addCorners(to: &finder, period, before)
    case .spiff(let rule): try rule.addCorners(to: &finder, period, before)
    }
  }

  /// Pays one period.
  func pay<Source>(
    in run: inout ComponentRun<Source>, _ period: ComponentPeriod,
    _ year: inout ComponentRun<Source>.YearSoFar
  ) throws(ArithmeticFailure) {
    switch rule {
    case .commission(let rule): try rule.pay(in: &run, period, &year)
    case .bonus(let rule): try rule.pay(in: &run, period, &year)
    case .objectives(let rule): try rule.pay(in: &run, period, &year)
    case .spiff(let rule): try rule.pay(in: &run, period, &year)
    }
  }

  /// Why a deal has no line of the component, in a sentence; nil where it looks at no deals.
  func reasonUncredited(_ deal: Deal, in deals: Deals, on plan: Plan) -> Inline? {
    switch rule {
    case .commission(let rule): rule.reasonUncredited(name, deal, in: deals, on: plan)
    case .bonus(let rule): rule.reasonUncredited(name, deal, in: deals, on: plan)
    case .objectives(let rule): rule.reasonUncredited(name, deal, in: deals, on: plan)
    case .spiff(let rule): rule.reasonUncredited(name, deal, in: deals, on: plan)
    }
  }
}
