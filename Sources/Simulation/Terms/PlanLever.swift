public import Amounts
public import PayPlans

/// A number of a plan that can be turned, to see what it does or to meet an aim.
///
/// Components, bands and steps are counted from 0.
public enum PlanLever: Hashable, Sendable {
  /// The salary.
  case base
  /// The incentive of a year at 100 %.
  case variable
  /// The quota of the year of the primary measure.
  case quota
  /// All rates of a commission, together.
  case rates(component: Int)
  /// The rates of a commission above the first band, together.
  case accelerators(component: Int)
  /// What one band, corner or step pays.
  case pay(component: Int, row: Int)
  /// The end of one band, or the place of one corner or step.
  case level(component: Int, row: Int)
  /// The threshold of a commission.
  case threshold(component: Int)
  /// The cap of a commission.
  case cap(component: Int)
  /// The most incentive of the year.
  case yearlyCap
  /// The amount of the draw.
  case draw
}

extension Plan {
  /// The levers that this plan has, one for each of its numbers.
  ///
  /// - Complexity: O(number of bands).
  public var levers: [PlanLever] {
    var levers: [PlanLever] = []
    if base != nil { levers.append(.base) }
    if variable != nil { levers.append(.variable) }
    if primaryMeasure?.quota != nil { levers.append(.quota) }
    for index in components.indices {
      var own: [PlanLever] = []
      for row in components[index].terms.indices {
        own += [.pay(component: index, row: row), .level(component: index, row: row)]
      }
      own += [.threshold(component: index), .cap(component: index)]
      levers += own.filter { value(of: $0) != nil }
    }
    if cap != nil { levers.append(.yearlyCap) }
    if draw != nil { levers.append(.draw) }
    return levers
  }

  /// Returns the number behind a lever, as the plan writes it; nil when the plan has none.
  ///
  /// Shares are fractions of one. Of several numbers it is the first.
  public func value(of lever: PlanLever) -> Ratio? {
    var value: Ratio?
    var copy = self
    // The walk that changes numbers also finds them.
    try? copy.change(lever) { number in
      if value == nil { value = number }
      return number
    }
    return value
  }

  /// Returns the plan with the numbers behind a lever multiplied by a factor.
  ///
  /// - Throws: when an amount does not fit.
  public func scaling(
    _ lever: PlanLever, by factor: Ratio
  ) throws(ArithmeticFailure) -> Plan {
    var plan = self
    try plan.change(lever) { (number) throws(ArithmeticFailure) in try number * factor }
    return plan
  }

  private mutating func change(
    _ lever: PlanLever, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch lever {
    case .base: if let old = base { base = try change(old) }
    case .variable: if let old = variable { variable = try change(old) }
    case .quota:
      if let old = primaryMeasure?.quota { self = withQuota(try change(old)) }
    case .yearlyCap: if let old = cap { cap = try old.changed(change) }
    case .draw: if let old = draw?.amount { draw?.amount = try change(old) }
    case .rates(let index): try self.change(.rates(from: 0), of: index, change)
    case .accelerators(let index): try self.change(.rates(from: 1), of: index, change)
    case .pay(let index, let row): try self.change(.pay(row: row), of: index, change)
    case .level(let index, let row): try self.change(.level(row: row), of: index, change)
    case .threshold(let index): try self.change(.threshold, of: index, change)
    case .cap(let index): try self.change(.cap, of: index, change)
    }
  }

  private mutating func change(
    _ number: RuleNumber, of component: Int,
    _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    guard components.indices.contains(component) else { return }
    try components[component].change(number, change)
  }
}
