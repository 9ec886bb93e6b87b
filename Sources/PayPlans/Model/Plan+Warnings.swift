public import Amounts
public import Findings

extension Plan {
  /// Returns what is probably not meant, although it can be paid.
  ///
  /// Each of these traps was found in a published plan.
  ///
  /// - Complexity: O(size of the plan).
  public func warnings() -> [Finding] {
    var warnings = PlanWarnings(plan: self)
    warnings.find()
    for version in versions {
      var own = PlanWarnings(plan: version.plan)
      own.find()
      for finding in own.found where !warnings.found.contains(finding) {
        warnings.found.append(finding)
      }
      warnings.checkStart(of: version, on: self)
    }
    return warnings.found
  }
}

/// Looks for the traps in a plan.
struct PlanWarnings {
  let plan: Plan
  var found: [Finding] = []

  init(plan: Plan) {
    self.plan = plan
  }

  mutating func add(
    _ kind: Finding.Kind, _ place: Place?, _ message: Inline, _ remedy: Inline? = nil,
    severity: Severity = .warning
  ) {
    found.append(
      Finding(
        kind, severity, at: place ?? plan.place ?? Place(file: plan.name), message, remedy: remedy))
  }

  mutating func find() {
    checkWeights()
    checkMeasures()
    checkAmounts()
    let targets = (try? plan.yearTargets()) ?? []
    for (component, target) in zip(plan.components, targets) {
      guard case .commission(let commission) = component.rule,
        let measure = plan.measure(named: commission.measure)
      else { continue }
      checkBounds(commission, measure, component)
      checkWithoutQuota(commission, measure, component)
      checkMixedRates(commission, measure, component, target)
      if case .bands(let bands, .byDeal) = commission.scale, bands.count > 1 {
        add(
          "plan.by-deal", component.place,
          "\"\(component.name)\" pays by deal: the same deals in another order pay differently")
      }
      checkCurve(commission, measure, component, target)
    }
    checkFloors()
    checkDraw()
    checkClawback()
  }

  func money(_ amount: Ratio) -> String {
    "\(amount.fixedPoint(places: Int(plan.currency.minorUnitDigits))) \(plan.currency.code)"
  }

  /// Weights or targets that leave a part of the variable to nobody.
  private mutating func checkWeights() {
    guard let variable = plan.variable, .zero < variable else { return }
    var sum = Ratio.zero
    for component in plan.components {
      switch component.writtenTarget {
      case .open: return
      case .onTop: break
      case .level(let level):
        sum = (try? sum + level.resolved(of: variable)) ?? sum
      }
    }
    guard sum < variable, let share = try? sum / variable else { return }
    add(
      "plan.weights", plan.components.first?.place,
      "the targets of the components sum to \(share.percentText) of the variable, \(money(sum)) of \(money(variable))",
      "raise a target, or leave one out: it then takes the rest")
  }

  private mutating func checkMeasures() {
    var used: Set<String> = []
    for component in plan.components {
      switch component.rule {
      case .commission(let commission):
        used.insert(commission.measure)
        if let part = commission.part { used.insert(part.measure) }
        used.formUnion(commission.gates.map(\.measure))
        for case .measure(let name, _) in commission.multipliers { used.insert(name) }
      case .bonus(let bonus): used.insert(bonus.measure)
      case .objectives, .spiff: break
      }
    }
    for measure in plan.measures {
      if !used.contains(measure.name) {
        add(
          "plan.unused-measure", measure.place, "nothing is paid on the measure \"\(measure.name)\""
        )
      }
    }
  }

  /// Bounds that end in .99, and the quota of a year as the bound of a shorter period.
  private mutating func checkBounds(
    _ commission: Commission, _ measure: Measure, _ component: Component
  ) {
    guard case .bands(let bands, _) = commission.scale else { return }
    for band in bands {
      guard case .amount(let to) = band.to else { continue }
      if let next = try? to + Ratio(1, over: 100), next.isInteger, !to.isInteger {
        add(
          "plan.closed-bound", band.place ?? component.place,
          band.includesEnd
            ? "a band through \(to.plain) leaves credit between that and \(next.plain) to the next one"
            : "a band that ends at \(to.plain) leaves out the last cent before \(next.plain)",
          "bands are half-open: write \(band.includesEnd ? "`to: \(next.plain)`" : next.plain)")
      }
      if commission.period != .year, commission.accumulate == .withinPeriod, to == measure.quota {
        add(
          "plan.quota-period", band.place ?? component.place,
          "the band ends at \(to.plain), the quota of the year, but attainment starts again every \(commission.period.rawValue)",
          "write `to: 100%`, or the quota of the \(commission.period.rawValue)")
      }
    }
  }

  /// Times without a quota, in which nothing that depends on attainment is paid or reached.
  private mutating func checkWithoutQuota(
    _ commission: Commission, _ measure: Measure, _ component: Component
  ) {
    if commission.period == .deal { return }
    let name = "\"\(component.name)\""
    if let time = measure.timeWithoutQuota, commission.needsQuota {
      let quota = "the quota of \"\(measure.name)\" is 0% \(time)"
      if commission.withoutQuota == nil {
        add(
          "plan.no-quota", component.place,
          "\(quota): without a quota there is no attainment, and \(name) pays nothing for what is sold then",
          commission.remedyWithoutQuota)
      } else if commission.withoutQuota == .firstRate, case .pay(.share) = commission.cap,
        measure.hasMonthWithoutQuotaAndTarget
      {
        add(
          "plan.no-quota", component.place,
          "\(quota), and so is the target, of which the cap of \(name) is a share: nothing is paid then",
          "write the cap as an amount, or leave the target of the ramp at 100%")
      }
    }
    let others =
      commission.gates.filter(\.at.isShare).map { ($0.measure, "the gate of \(name) is not met") }
      + commission.multipliers.compactMap { multiplier in
        guard case .measure(let other, _) = multiplier else { return nil }
        return (other, "the multiplier of \(name) takes it for 0%")
      }
    for (other, effect) in others {
      guard let time = plan.measure(named: other)?.timeWithoutQuota else { continue }
      add(
        "plan.no-quota", component.place,
        "the quota of \"\(other)\" is 0% \(time): without a quota there is no attainment, and \(effect)",
        "give \"\(other)\" a quota above 0% then")
    }
  }

  /// "1.5x" of what: beside rates in percent, a multiple is still one of target ÷ quota.
  private mutating func checkMixedRates(
    _ commission: Commission, _ measure: Measure, _ component: Component, _ target: Ratio?
  ) {
    guard case .bands(let bands, _) = commission.scale else { return }
    let multiples = bands.filter { $0.pay.isMultiple }
    if multiples.isEmpty { return }
    if target == .zero {
      add(
        "plan.multiple", multiples.first?.place ?? component.place,
        "\"\(component.name)\" has a target of 0, so multiples of its base rate pay nothing")
    }
    guard multiples.count < bands.count, bands.contains(where: { $0.pay.paysSomethingElse }),
      let rate = try? Rate.multiple(1).resolved(quota: measure.yearQuota, target: target)
    else { return }
    add(
      "plan.multiple", multiples.first?.place ?? component.place,
      "a multiple stands beside other rates: 1x is target ÷ quota, \(rate.percentText) of the credit, and not the rate of the band before",
      "write all rates as multiples, or none")
  }

  private mutating func checkCurve(
    _ commission: Commission, _ measure: Measure, _ component: Component, _ target: Ratio?
  ) {
    if commission.period == .deal { return }
    let months = commission.accumulate == .yearToDate ? 12 : commission.period.monthCount
    guard let share = try? Ratio(Int128(months), over: 12) else { return }
    let quota = measure.yearQuota.flatMap { try? $0 * share }
    let part = target.flatMap { try? $0 * share }
    var marginal = commission
    if case .bands(let bands, .byDeal) = commission.scale {
      marginal.scale = .bands(bands, .marginal)
    }
    guard let curve = try? marginal.curve(quota: quota, target: part) else { return }
    checkQuotaPeriod(commission, measure, component, target)
    if let quota, let part, .zero < part, .zero < quota, !commission.isOverride,
      commission.target != .share(.zero)
    {
      checkTarget(curve, quota: quota, target: part, component)
    }
    if !commission.isOverride, commission.target != .share(.zero) {
      checkLowCap(commission, component, target: part)
    }
    checkJumps(curve, commission, quota: quota, component)
    checkCap(curve, commission, quota: quota, target: part, component)
  }

  /// A quota that is too small for a year beside a target of a year.
  ///
  /// Quotas are usually four to eight times the on-target earnings; a base commission rate above one
  /// half of what is sold hardly exists, but a monthly quota beside an annual target makes one.
  private mutating func checkQuotaPeriod(
    _ commission: Commission, _ measure: Measure, _ component: Component, _ target: Ratio?
  ) {
    guard let quota = measure.quota, measure.unit == .money, let target, commission.needsTarget,
      let twice = try? target * 2, quota < twice
    else { return }
    add(
      "plan.quota-period", measure.place,
      "the quota of \"\(measure.name)\", \(money(quota)) a year, is less than twice the target that it pays, \(money(target))",
      "is it the quota of a month? write `\(quota.plain) per month`")
  }

  /// What is paid at exactly 100 % of quota, or just below a cliff there, against the target.
  private mutating func checkTarget(
    _ curve: PayoutCurve, quota: Ratio, target: Ratio, _ component: Component
  ) {
    guard let pay = try? curve.pay(at: quota), let below = try? curve.payBelow(quota) else {
      return
    }
    if pay == target || below == target { return }
    // A rate in percent that cannot hit the target to the cent is not a mistake.
    let cent = (try? Ratio(1, over: 100)) ?? .zero
    if let gap = try? pay - target, -cent < gap, gap < cent { return }
    guard let share = try? pay / target else { return }
    add(
      "plan.target", component.place,
      "at exactly 100% of quota \"\(component.name)\" pays \(share.percentText) of its target, \(money(pay)) of \(money(target))",
      pay < target
        ? "on-target earnings are not reached on target: raise a rate, or let the bands reach back"
        : "lower a rate, or write `target` as what is meant to be paid")
  }

  /// Cliffs: pay that jumps where a band is reached.
  private mutating func checkJumps(
    _ curve: PayoutCurve, _ commission: Commission, quota: Ratio?, _ component: Component
  ) {
    guard case .bands(let bands, _) = commission.scale else { return }
    var start = Ratio.zero
    for (index, band) in bands.enumerated() {
      defer {
        if let to = band.to { start = (try? to.resolved(of: quota ?? .zero)) ?? start }
      }
      guard index > 0, let pay = try? curve.payAbove(start), let below = try? curve.payBelow(start),
        let jump = try? pay - below, jump != .zero
      else { continue }
      let level = bands[index - 1].to
      let number =
        switch level {
        case .share(let share)?: share.percentText
        case .amount(let amount)?: amount.plain
        case nil: ""
        }
      let side: Inline = bands[index - 1].includesEnd ? "just above" : "at"
      let point: Inline = "\(side) \(number)"
      let period = commission.period.rawValue
      if jump < .zero {
        add(
          "plan.falling-rate", band.place ?? component.place,
          "\(point) the pay of the \(period) falls by \(money(-jump)): a lower rate pays for all credit",
          "a rate that falls needs `tiers: marginal`")
      } else {
        add(
          "plan.cliff", band.place ?? component.place,
          "\(point) the pay of the \(period) jumps by \(money(jump)): the last cent of credit pays that at once, and to reach it, it pays to move deals between periods"
        )
      }
    }
  }

  /// A cap that is reached before the last band begins.
  private mutating func checkCap(
    _ curve: PayoutCurve, _ commission: Commission, quota: Ratio?, target: Ratio?,
    _ component: Component
  ) {
    guard case .bands(let bands, _) = commission.scale, bands.count > 1 else { return }
    let last = bands[bands.count - 1]
    guard let written = bands[bands.count - 2].to,
      let start = try? written.resolved(of: quota ?? .zero)
    else { return }
    var isReached = false
    switch commission.cap {
    case .pay:
      if let limit = (try? commission.payLimit(target: target)) ?? nil,
        let below = try? curve.payBelow(start)
      {
        isReached = limit <= below
      }
    case .attainment(let level):
      if let limit = try? level.resolved(of: quota ?? .zero) { isReached = limit <= start }
    case nil: break
    }
    if isReached {
      add(
        "plan.cap", last.place ?? component.place,
        "the cap of \"\(component.name)\" is reached below the last band, which never pays")
    }
  }

  /// A floor for each month beside pay for a longer period pays twice.
  private mutating func checkFloors() {
    let periods = plan.components.compactMap { component -> PlanPeriod? in
      if case .commission(let commission) = component.rule { commission.period } else { nil }
    }
    guard !periods.isEmpty, let shortest = periods.map(\.monthCount).min() else { return }
    var floors: [(String, PlanPeriod, Place?)] = []
    if let guarantee = plan.guarantee {
      floors.append(("guarantee", guarantee.per, guarantee.place))
    }
    if let draw = plan.draw, draw.kind == .nonRecoverable {
      floors.append(("draw", draw.per, draw.place))
    }
    for (name, per, place) in floors where per.monthCount < shortest {
      add(
        "plan.floor-period", place,
        "the \(name) is compared with what is due in a \(per.rawValue), but commission is earned by a longer period: a weak \(per.rawValue) and a strong one pay twice",
        "compare it over the period of the commission")
    }
  }

  /// A recoverable draw that 100 % of quota does not earn back.
  private mutating func checkDraw() {
    guard let draw = plan.draw, draw.kind == .recoverable, !draw.isForgiven,
      plan.primaryMeasure?.yearQuota != nil
    else { return }
    var plain = plan
    plain.versions = []
    guard let earnings = try? plain.earnings(attainment: .one),
      .zero < earnings.owedDraw.minorUnits
    else { return }
    add(
      "plan.draw", draw.place,
      "at 100% of quota \(earnings.owedDraw) of the draw are still owed at the end of the year",
      "lower the draw, or make it non-recoverable")
  }

  private mutating func checkClawback() {
    guard let clawback = plan.clawback else { return }
    add(
      "plan.clawback-leavers", clawback.place,
      "a deal that closes late in the year can be cancelled after it: the plan does not say what a rep who has left gives back",
      severity: .note)
  }

  /// A version that begins inside a period of a component takes effect with the next one.
  mutating func checkStart(of version: PlanVersion, on plan: Plan) {
    let start =
      plan.yearStarts ?? CalendarDate(year: version.from.year, month: 1, day: 1) ?? version.from
    let year = PlanYear(start: start)
    guard year.contains(version.from) else { return }
    for component in version.plan.components {
      guard let old = plan.components.first(where: { $0.name == component.name }) else { continue }
      let month = year.month(of: version.from)
      let months = old.period.months(around: month)
      let begins = year.monthStarts[months.lowerBound]
      if begins == version.from || old.period == .deal { continue }
      let next = year.monthStarts[months.upperBound]
      add(
        "plan.version", version.plan.place,
        "\"\(component.name)\" counts by \(old.period.rawValue), so the terms from \(version.from) hold for it from \(next) on"
      )
    }
  }
}

extension Commission {
  /// What to write so that the plan says what is paid without a quota.
  var remedyWithoutQuota: Inline {
    switch scale {
    case _ where isOverride: "write its rate as a percentage or an amount"
    case .interpolated: "write `without quota: nothing` if that is meant"
    case .bands:
      "write `without quota: first rate` to pay the first rate then, or `without quota: nothing` if that is meant"
    }
  }
}

extension Measure {
  /// When the quota is 0, in words; nil when it never is.
  fileprivate var timeWithoutQuota: String? {
    let months = (ramp?.quota ?? []).indices.filter { ramp?.quota[$0] == .zero }
    if let first = months.first, let last = months.last {
      let time = ramp?.hiredBy == nil ? "service" : "the ramp"
      return first == last
        ? "in month \(first + 1) of \(time)"
        : "in some of the months \(first + 1) to \(last + 1) of \(time)"
    }
    return phasing?.contains(.zero) ?? false ? "in a part of the year" : nil
  }

  /// Whether a month of the ramp has neither quota nor target.
  fileprivate var hasMonthWithoutQuotaAndTarget: Bool {
    guard let ramp else { return false }
    return zip(ramp.quota, ramp.target).contains { $0 == .zero && $1 == .zero }
  }
}

extension Rate {
  fileprivate var paysSomethingElse: Bool {
    switch self {
    case .multiple: false
    case .share(let rate), .each(let rate): rate != .zero
    }
  }
}

extension PayoutCurve {
  /// Returns the pay that a credit comes close to from below; a jump at the credit is left out.
  public func payBelow(_ credit: Ratio) throws(ArithmeticFailure) -> Ratio {
    var index = pieceIndex(at: credit)
    if index > 0, pieces[index].start == credit { index -= 1 }
    return try pieces[index].pay + pieces[index].slope * (credit - pieces[index].start)
  }
}
