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
      switch components[index].rule {
      case .commission(let commission):
        for row in 0..<commission.rowCount {
          own += [.pay(component: index, row: row), .level(component: index, row: row)]
        }
        own += [.threshold(component: index), .cap(component: index)]
      case .bonus(let bonus):
        for row in bonus.steps.indices {
          own += [.pay(component: index, row: row), .level(component: index, row: row)]
        }
      case .objectives, .spiff: break
      }
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
    case .rates(let index):
      try changeCommission(index) { (rule) throws(ArithmeticFailure) in
        try rule.changePay(from: 0, change)
        if let rest = rule.part?.rest { rule.part?.rest = try rest.changed(change) }
      }
    case .accelerators(let index):
      try changeCommission(index) { (rule) throws(ArithmeticFailure) in
        try rule.changePay(from: 1, change)
      }
    case .pay(let index, let row):
      try changeCommission(index) { (rule) throws(ArithmeticFailure) in
        try rule.changePay(of: row, change)
      }
      try changeStep(index, row) { (step) throws(ArithmeticFailure) in
        step.pay = try step.pay.changed(change)
      }
    case .level(let index, let row):
      try changeCommission(index) { (rule) throws(ArithmeticFailure) in
        try rule.changeLevel(of: row, change)
      }
      try changeStep(index, row) { (step) throws(ArithmeticFailure) in
        step.at = try step.at.changed(change)
      }
    case .threshold(let index):
      try changeCommission(index) { (commission) throws(ArithmeticFailure) in
        if let old = commission.threshold?.at { commission.threshold?.at = try old.changed(change) }
      }
    case .cap(let index):
      try changeCommission(index) { (commission) throws(ArithmeticFailure) in
        switch commission.cap {
        case .pay(let level): commission.cap = .pay(try level.changed(change))
        case .attainment(let level): commission.cap = .attainment(try level.changed(change))
        case nil: break
        }
      }
    }
  }

  private mutating func changeCommission(
    _ index: Int, _ body: (inout Commission) throws(ArithmeticFailure) -> Void
  ) throws(ArithmeticFailure) {
    guard components.indices.contains(index),
      case .commission(var commission) = components[index].rule
    else { return }
    try body(&commission)
    components[index].rule = .commission(commission)
  }

  private mutating func changeStep(
    _ index: Int, _ row: Int, _ body: (inout Bonus.Step) throws(ArithmeticFailure) -> Void
  ) throws(ArithmeticFailure) {
    guard components.indices.contains(index), case .bonus(var bonus) = components[index].rule,
      bonus.steps.indices.contains(row)
    else { return }
    try body(&bonus.steps[row])
    components[index].rule = .bonus(bonus)
  }
}

extension Commission {
  fileprivate var rowCount: Int {
    switch scale {
    case .bands(let bands, _): bands.count
    case .interpolated(let corners): corners.count
    }
  }

  fileprivate mutating func changePay(
    from first: Int, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    guard first < rowCount else { return }
    for row in first..<rowCount { try changePay(of: row, change) }
  }

  fileprivate mutating func changePay(
    of row: Int, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch scale {
    case .bands(var bands, let tiers):
      guard bands.indices.contains(row) else { return }
      bands[row].pay = try bands[row].pay.changed(change)
      scale = .bands(bands, tiers)
    case .interpolated(var corners):
      guard corners.indices.contains(row) else { return }
      corners[row].pay = try corners[row].pay.changed(change)
      scale = .interpolated(corners)
    }
  }

  fileprivate mutating func changeLevel(
    of row: Int, _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) {
    switch scale {
    case .bands(var bands, let tiers):
      guard bands.indices.contains(row), let old = bands[row].to else { return }
      bands[row].to = try old.changed(change)
      scale = .bands(bands, tiers)
    case .interpolated(var corners):
      guard corners.indices.contains(row) else { return }
      corners[row].at = try corners[row].at.changed(change)
      scale = .interpolated(corners)
    }
  }
}

extension Rate {
  fileprivate func changed(
    _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) -> Rate {
    switch self {
    case .multiple(let number): .multiple(try change(number))
    case .share(let number): .share(try change(number))
    case .each(let number): .each(try change(number))
    }
  }
}

extension Level {
  fileprivate func changed(
    _ change: (Ratio) throws(ArithmeticFailure) -> Ratio
  ) throws(ArithmeticFailure) -> Level {
    switch self {
    case .share(let number): .share(try change(number))
    case .amount(let number): .amount(try change(number))
    }
  }
}
