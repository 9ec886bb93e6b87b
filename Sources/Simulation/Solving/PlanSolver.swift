public import Amounts
public import PayPlans
internal import Statistics

/// Finds the number of a plan, or the attainment, that meets an aim.
///
/// By the closed form where the model has one, else by root finding on common random numbers. The
/// model fixes sales, as sales over the reference quota; they stay whatever is changed. An answer is
/// priced again with its number in the plan, and is one only if it meets the aim.
public struct PlanSolver: Sendable {
  /// The plan.
  public let plan: Plan
  /// The sales that a draw of 1 stands for; nil when the plan has no quota and none was given.
  public let referenceQuota: Ratio?
  /// The expectation over the model.
  public let expected: ExpectedPay

  /// Creates a solver; the reference quota is the plan's own when nil.
  public init(_ plan: Plan, referenceQuota: Ratio? = nil, expected: ExpectedPay) {
    self.plan = plan
    self.referenceQuota = referenceQuota ?? plan.primaryMeasure?.quota
    self.expected = expected
  }

  private func compiled(_ plan: Plan) throws -> CompiledPlan {
    try CompiledPlan(plan, referenceQuota: referenceQuota)
  }

  private func mean(_ plan: Plan) throws -> Double { try expected(compiled(plan)).mean.value }

  // MARK: Quota

  /// Finds the largest quota that at least a share of people reaches.
  public func quota(reachedBy share: Double) throws -> Solution {
    guard let referenceQuota else { return Solution(.quota, .none(.noQuota)) }
    guard share > 0, share < 1 else {
      return Solution(.quota, .none(.shareOutOfRange))
    }
    var point = try expected.quantile(1 - share)
    if try expected.share(atLeast: point) < share - 1e-12 {
      // Between two draws the share is that of the upper one; the lower one has the share.
      point = try expected.quantile(
        max(.leastNonzeroMagnitude, 1 - share - 1 / Double(expected.trials)))
    }
    guard point > 0 else {
      let selling = try expected.share(atLeast: Double.leastNonzeroMagnitude)
      return Solution(.quota, .none(.fewSell(share: selling)))
    }
    // Down to a whole unit, so that the share is not missed by rounding.
    let quota = try (Ratio(rounding: point, places: 12) * referenceQuota).roundedDown
    guard quota > .zero else {
      return Solution(.quota, .none(.quotaBelowOne))
    }
    let reached = try expected.share(atLeast: (quota / referenceQuota).doubleValue)
    return Solution(.quota, .found(quota, achieved: reached), plan: plan.withQuota(quota))
  }

  /// Finds the quota on which expected total pay is an amount.
  public func quota(costing cost: Double) throws -> Solution {
    guard let referenceQuota else { return Solution(.quota, .none(.noQuota)) }
    return try solve(
      .quota, cost, from: 0.01, to: 100, lowest: .smallestQuota, highest: .largestQuota
    ) { factor in
      let quota = try (factor * referenceQuota).rounded(places: 2)
      return (quota, plan.withQuota(max(quota, .one)))
    }
  }

  // MARK: Rates and caps

  /// Finds the factor on all rates of a commission for which expected total pay is an amount.
  public func rate(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .rate) else { return noCommission(.rate) }
    return try solve(
      .rate, cost, from: 0, to: 1000, lowest: .noRates, highest: .largestRates
    ) { factor in (factor, try plan.scaling(.rates(component: component), by: factor)) }
  }

  /// Finds the factor on the rates above the first band for which expected pay is an amount.
  public func accelerator(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .accelerator) else {
      return noCommission(.accelerator)
    }
    guard plan.value(of: .accelerators(component: component)) != nil else {
      return Solution(
        .accelerator, .none(.oneBand(component: plan.components[component].name)))
    }
    return try solve(
      .accelerator, cost, from: 0, to: 1000, lowest: .noAccelerators,
      highest: .largestAccelerators
    ) { factor in (factor, try plan.scaling(.accelerators(component: component), by: factor)) }
  }

  /// Finds the cap of a commission for which expected total pay is an amount.
  ///
  /// In the unit of the cap that the plan has; a plan without one gets a cap on pay, as a share of
  /// the target, or as an amount where there is no target.
  public func cap(costing cost: Double, component: Int? = nil) throws -> Solution {
    guard let component = try commission(component, .cap),
      let commission = plan.components[component].commission
    else { return noCommission(.cap) }
    let hasTarget = plan.variable != nil && !commission.isOverride
    let isAmount: Bool
    switch commission.cap {
    case .pay(.amount), .attainment(.amount): isAmount = true
    case .pay(.share), .attainment(.share): isAmount = false
    case nil: isAmount = !hasTarget
    }
    var unit = 1.0
    if isAmount { unit = max(1, try plan.variable?.doubleValue ?? mean(plan)) }
    func capped(_ number: Ratio) -> Plan {
      let level: Level = isAmount ? .amount(number) : .share(number)
      var changed = commission
      if case .attainment = commission.cap {
        changed.cap = .attainment(level)
      } else {
        changed.cap = .pay(level)
      }
      var plan = plan
      plan.components[component].rule = .commission(changed)
      return plan
    }
    return try solve(
      .cap, cost, from: 0, to: 100, lowest: .zeroCap, highest: .unreachedCap
    ) { factor in
      let number =
        try isAmount ? (factor * Ratio(rounding: unit, places: 2)).rounded(places: 2) : factor
      return (number, capped(number))
    }
  }

  // MARK: Mix

  /// Finds the share of base in the on-target earnings for which pay varies by a given share.
  ///
  /// The risk is the standard deviation of total pay over its mean.
  public func mix(risk: Double) throws -> Solution {
    guard hasAttainment else { return Solution(.mix, .none(.noQuota)) }
    guard let base = plan.base, let variable = plan.variable else {
      return Solution(.mix, .none(.noMix))
    }
    let whole = try base + variable
    func mixed(_ share: Ratio) throws -> Plan {
      var plan = plan
      plan.base = try (whole * share).rounded(places: 2)
      plan.variable = try whole - (plan.base ?? .zero)
      return plan
    }
    func variation(of plan: Plan) throws -> Double {
      let spread = try expected(compiled(plan))
      return spread.mean.value > 0 ? spread.standardDeviation.value / spread.mean.value : 0
    }
    guard try compiled(mixed(.one)).incentive != compiled(mixed(.zero)).incentive else {
      return Solution(.mix, .none(.mixChangesNothing))
    }
    let search = Search(
      aim: risk, from: 0, to: 1, precision: 1e-6,
      // A floor can make pay vary most, or least, at a mix in between.
      probes: (1...19).map { Double($0) / 20 }
    ) { share in
      let share = try Ratio(rounding: share, places: 9)
      let plan = try mixed(share)
      return (share, plan, try variation(of: plan))
    }
    switch try search.outcome() {
    case .met(let trial):
      return Solution(.mix, .found(trial.number, achieved: trial.value), plan: trial.plan)
    case .jumps(let below, let above):
      return Solution(
        .mix, .none(.riskJumps(at: below.number, from: below.value, to: above.value)))
    case .outside(let trials):
      let risks = trials.map(\.value).sorted()
      return Solution(
        .mix, .none(.riskOutside(least: risks[0], most: risks[risks.count - 1])))
    }
  }

  // MARK: Attainment

  /// Finds the smallest attainment of the plan's quota that pays an amount in all.
  ///
  /// Of the reference quota where the plan has none of its own. Where pay jumps over the amount, it is
  /// never paid.
  public func attainment(paying pay: Double) throws -> Solution {
    guard hasAttainment else { return Solution(.attainment, .none(.noQuota)) }
    let compiled = try CompiledPlan(
      plan, referenceQuota: plan.primaryMeasure?.quota ?? referenceQuota)
    // The curve is good to less than a thousandth; and as lines are rounded one by one, the year may
    // pay some cents less than it says.
    let step = try Ratio(1, over: 100_000_000)
    let unit = 1 / Double(plan.currency.minorUnitsPerMajor)
    var jump: Solution.Obstacle?
    for stretch in compiled.kept.stretches(atLeast: pay - 1e-3) {
      var attainment = try Ratio(rounding: max(0, stretch.lowerBound), places: 8)
      if attainment.doubleValue < stretch.lowerBound { attainment = try attainment + step }
      // The least attainment from here on that the exact engine agrees to, by doubling and halving.
      var (low, reach) = (attainment, step)
      while try earned(attainment, compiled) < pay, attainment.doubleValue < stretch.upperBound {
        low = attainment
        attainment = try attainment + reach
        reach = try reach * 2
      }
      guard attainment.doubleValue < stretch.upperBound else { continue }
      while try low + step < attainment {
        let middle = try ((low + attainment) / 2 / step).rounded(.down) * step
        if try earned(middle, compiled) < pay { low = middle } else { attainment = middle }
      }
      // A shorter number, if it pays the same.
      var short = try (attainment * 1_000_000).rounded(.down) / 1_000_000
      if short < attainment { short = try short + Ratio(1, over: 1_000_000) }
      let achieved = try earned(attainment, compiled)
      if stretch.lowerBound <= 0, achieved > pay + unit {
        if jump == nil { jump = .paysAtLeast(try amount(achieved)) }
        continue
      }
      let leap = compiled.kept.jumps.first {
        ($0.at - stretch.lowerBound).magnitude < 1e-9
          && $0.below < pay - unit && pay + unit < $0.above
      }
      if let leap {
        // A plan may pay less again further on, and reach the amount from there.
        if jump == nil {
          jump = .payJumps(
            at: attainment, from: try amount(leap.below), to: try amount(achieved),
            not: try amount(pay))
        }
        continue
      }
      if try earned(short, compiled) == achieved { attainment = short }
      return Solution(.attainment, .found(attainment, achieved: achieved))
    }
    if let jump { return Solution(.attainment, .none(jump)) }
    return Solution(.attainment, .none(.paysAtMost(try amount(compiled.kept.supremum))))
  }

  /// What the exact engine says that an attainment pays, without what is owed back.
  private func earned(_ attainment: Ratio, _ compiled: CompiledPlan) throws -> Double {
    let earnings =
      if compiled.quota == nil, let reference = compiled.referenceQuota {
        try plan.earnings(sales: attainment * reference)
      } else {
        try plan.earnings(attainment: attainment)
      }
    return earnings.kept.majorUnits.doubleValue
  }

  // MARK: Common ground

  /// Whether it is known what attainment is: sales over a quota, or a score.
  private var hasAttainment: Bool {
    referenceQuota != nil || plan.primaryMeasure?.isScored == true
  }

  /// Finds the factor for which expected pay is an amount, between two ends.
  private func solve(
    _ unknown: Solution.Unknown, _ cost: Double, from low: Double, to high: Double,
    lowest: Solution.Obstacle.Extreme, highest: Solution.Obstacle.Extreme,
    _ change: @escaping (Ratio) throws -> (number: Ratio, plan: Plan)
  ) throws -> Solution {
    guard hasAttainment else { return Solution(unknown, .none(.noQuota)) }
    let search = Search(
      aim: cost, from: low, to: high,
      precision: max(1 / Double(plan.currency.minorUnitsPerMajor), 1e-6 * cost.magnitude),
      probes: [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1, 1.2, 1.5, 2, 3, 5, 10, 20, 50]
    ) { factor in
      let (number, plan) = try change(Ratio(rounding: factor, places: 12))
      return (number, plan, try mean(plan))
    }
    switch try search.outcome() {
    case .met(let trial):
      return Solution(unknown, .found(trial.number, achieved: trial.value), plan: trial.plan)
    case .jumps(let below, let above):
      return Solution(
        unknown,
        .none(
          .jumps(
            unknown, at: below.number, from: try amount(below.value), to: try amount(above.value),
            not: try amount(cost))))
    case .outside(let trials):
      let (atLow, atHigh) = (trials[0].value, trials[trials.count - 1].value)
      let values = trials.map(\.value).sorted()
      let (least, most) = (values[0], values[values.count - 1])
      if most - least <= 1e-6 * max(1, abs(most)) {
        return Solution(unknown, .none(.sameWhatever(unknown, pay: try amount(atLow))))
      }
      if cost < least {
        guard least == min(atLow, atHigh) else {
          return Solution(
            unknown, .none(.atLeast(unknown, pay: try amount(least), than: try amount(cost))))
        }
        let extreme = atLow < atHigh ? lowest : highest
        return Solution(
          unknown, .none(.more(extreme, pay: try amount(least), than: try amount(cost))))
      }
      guard most == max(atLow, atHigh) else {
        return Solution(
          unknown, .none(.atMost(unknown, pay: try amount(most), than: try amount(cost))))
      }
      let extreme = atLow < atHigh ? highest : lowest
      return Solution(
        unknown, .none(.less(extreme, pay: try amount(most), than: try amount(cost))))
    }
  }

  /// The commission that is meant: the one that was named, or the first.
  private func commission(_ index: Int?, _ unknown: Solution.Unknown) throws -> Int? {
    let commissions = plan.components.indices.filter { plan.components[$0].commission != nil }
    guard let index else { return commissions.first }
    return commissions.contains(index) ? index : nil
  }

  private func noCommission(_ unknown: Solution.Unknown) -> Solution {
    Solution(unknown, .none(.noCommission(unknown)))
  }

  private func amount(_ value: Double) throws(ArithmeticFailure) -> Money {
    try Money(rounding: Ratio(rounding: value, places: 4), currency: plan.currency)
  }
}

/// A search for the number with which something has a given value.
private struct Search {
  /// A number that was tried, the plan with it, and the value that it has.
  typealias Trial = (number: Ratio, plan: Plan, value: Double)

  /// What came of it.
  enum Outcome {
    /// A number whose value is the aim.
    case met(Trial)
    /// Two numbers next to each other with the aim between their values.
    case jumps(Trial, Trial)
    /// Nothing that was tried is on the other side of the aim; the trials from the lowest number on.
    case outside([Trial])
  }

  let aim: Double
  let from: Double
  let to: Double
  /// How far from the aim a value may be.
  let precision: Double
  /// Where to look when the ends are on one side of the aim.
  let probes: [Double]
  let trial: (Double) throws -> Trial

  init(
    aim: Double, from: Double, to: Double, precision: Double, probes: [Double],
    _ trial: @escaping (Double) throws -> Trial
  ) {
    self.aim = aim
    self.from = from
    self.to = to
    self.precision = precision
    self.probes = probes
    self.trial = trial
  }

  func outcome() throws -> Outcome {
    func tried(_ x: Double) throws -> (x: Double, trial: Trial) { (x, try trial(x)) }
    func meets(_ trial: Trial) -> Bool { (trial.value - aim).magnitude <= precision }
    var points = [try tried(from), try tried(to)]
    let isAside = points.allSatisfy { !meets($0.trial) }
    if isAside, (points[0].trial.value < aim) == (points[1].trial.value < aim) {
      points.insert(contentsOf: try probes.filter { from < $0 && $0 < to }.map(tried), at: 1)
    }
    // What is the same everywhere is met by no number in particular.
    if points.allSatisfy({ meets($0.trial) }) { return .outside(points.map(\.trial)) }
    if let met = points.first(where: { meets($0.trial) }) { return .met(met.trial) }
    guard
      let (low, high) = zip(points, points.dropFirst()).first(where: { low, high in
        (low.trial.value < aim) != (high.trial.value < aim)
      })
    else { return .outside(points.map(\.trial)) }
    let root = try Root.find(
      between: (low.x, low.trial.value - aim), and: (high.x, high.trial.value - aim),
      tolerance: 1e-12 * to
    ) { x in
      let value = try trial(x).value - aim
      return value.magnitude <= precision / 16 ? 0 : value
    }
    // A number that people can read, if it does.
    let short = try trial((root.low.x * 1e6).rounded() / 1e6)
    if meets(short) { return .met(short) }
    let (below, above) = (try trial(root.low.x), try trial(root.high.x))
    if meets(below) { return .met(below) }
    return meets(above) ? .met(above) : .jumps(below, above)
  }
}

extension Ratio {
  /// Creates the decimal nearest to an estimate.
  init(rounding value: Double, places: Int) throws(ArithmeticFailure) {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * Double(scale)).rounded()
    guard scaled.isFinite, scaled.magnitude < 0x1p120 else { throw .overflow }
    try self.init(Int128(scaled), over: scale)
  }

  /// Returns the nearest decimal with some places.
  func rounded(places: Int) throws(ArithmeticFailure) -> Ratio {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    return try (self * Ratio(scale)).rounded() / Ratio(scale)
  }

  /// The largest whole number that is not above it.
  var roundedDown: Ratio { rounded(.down) }
}
