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

extension PlanLever {
  /// How a number of a plan is written.
  package enum Form: Hashable, Sendable {
    /// An amount of money or a number of units.
    case amount
    /// A share of a quota, of a target or of what is sold, such as 8 %.
    case share
    /// A multiple of the base rate, such as 1.5x.
    case multiple
    /// What several numbers are multiplied by.
    case factor
  }
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

  /// The levers that a page has controls for: each number, and before those of a commission what moves
  /// several of its rates together; the quota has a control of its own.
  ///
  /// - Complexity: O(number of bands).
  package var controls: [PlanLever] {
    var controls: [PlanLever] = []
    var begun: Int?
    for lever in levers where lever != .quota {
      if case .pay(let component, _) = lever, begun != component {
        begun = component
        let together: [PlanLever] = [
          .rates(component: component), .accelerators(component: component),
        ]
        // Of one rate there is nothing to move together.
        if value(of: together[1]) != nil { controls += together }
      }
      controls.append(lever)
    }
    return controls
  }

  /// Returns how the number behind a lever is written.
  package func form(of lever: PlanLever) -> PlanLever.Form {
    func form(_ level: Level?) -> PlanLever.Form { level?.isShare == true ? .share : .amount }
    func term(_ component: Int, _ row: Int) -> PlanTerm? {
      guard components.indices.contains(component) else { return nil }
      let terms = components[component].terms
      return terms.indices.contains(row) ? terms[row] : nil
    }
    func commission(_ component: Int) -> Commission? {
      components.indices.contains(component) ? components[component].commission : nil
    }
    switch lever {
    case .base, .variable, .quota, .draw: return .amount
    case .rates, .accelerators: return .factor
    case .yearlyCap: return form(cap)
    case .level(let component, let row): return form(term(component, row)?.level)
    case .threshold(let component): return form(commission(component)?.threshold?.at)
    case .cap(let component):
      switch commission(component)?.cap {
      case .pay(let level), .attainment(let level): return form(level)
      case nil: return .amount
      }
    case .pay(let component, let row):
      switch term(component, row)?.pay {
      case .rate(.multiple): return .multiple
      case .rate(.share): return .share
      case .rate(.each), nil: return .amount
      case .level(let level): return form(level)
      }
    }
  }

  /// Returns the plan with another number behind a lever; a lever of several numbers takes the factor on
  /// all of them.
  ///
  /// - Parameters:
  ///   - lever: The lever.
  ///   - number: The number, as the plan would write it.
  /// - Returns: The plan, the same where it has no such lever.
  /// - Throws: `ArithmeticFailure` when an amount does not fit.
  package func turning(
    _ lever: PlanLever, to number: Ratio
  ) throws(ArithmeticFailure) -> Plan {
    if form(of: lever) == .factor { return try scaling(lever, by: number) }
    var plan = self
    try plan.change(lever) { _ in number }
    return plan
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

extension Plan {
  /// Whether bands, corners and steps still rise, as far as they are written in one unit.
  package var isOrdered: Bool {
    components.allSatisfy { component in component.terms.compactMap { $0.level }.areRising }
  }
}

extension [Level] {
  fileprivate var areRising: Bool {
    zip(self, dropFirst()).allSatisfy { lower, upper in
      switch (lower, upper) {
      case (.share(let lower), .share(let upper)), (.amount(let lower), .amount(let upper)):
        lower <= upper
      default: true
      }
    }
  }
}
