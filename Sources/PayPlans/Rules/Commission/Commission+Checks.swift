internal import Amounts
internal import Findings

extension Commission {
  func faults(in plan: Plan, _ component: Component) -> [Finding] {
    partFaults(in: plan, component) + transferFaults(in: plan, component)
  }

  /// What is paid without credit cannot be divided between the days on two plans.
  private func transferFaults(in plan: Plan, _ component: Component) -> [Finding] {
    guard plan.transfers == .keepAttainment, case .interpolated(let corners) = scale,
      let first = corners.first, first.at.number == .zero, first.pay.number != .zero
    else { return [] }
    return [
      Finding(
        "plan.transfers", at: first.place ?? component.place ?? Place(file: plan.name),
        "\"\(component.name)\" pays without any credit, which does not tell what of it is paid to who brings attainment along",
        remedy: "let the scale begin with 0, or leave `transfers` out")
    ]
  }

  /// What is paid must be countable as a part of what walks the scale, deal by deal.
  private func partFaults(in plan: Plan, _ component: Component) -> [Finding] {
    guard let part, let whole = plan.measure(named: measure),
      let other = plan.measure(named: part.measure)
    else { return [] }
    func refuse(_ message: Inline, _ remedy: Inline) -> [Finding] {
      [
        Finding(
          "plan.part", at: component.place ?? Place(file: plan.name), message, remedy: remedy)
      ]
    }
    let names: Inline =
      "\"\(component.name)\" walks its bands by \"\(whole.name)\" and pays on \"\(other.name)\""
    if whole.name == other.name {
      return refuse("\(names), which is the same", "leave `pay on` out")
    } else if whole.isScored || other.isScored {
      return refuse("\(names), but a score is not counted from deals", "pay on a measure of deals")
    } else if whole.unit == .money ? other.unit != .money : other.unit == .money {
      return refuse("\(names), of which only one is money", "count both in the same unit")
    } else if whole.team != other.team {
      return refuse(
        "\(names), but they do not count the deals of the same people",
        "write the same `team` in both measures")
    }
    return []
  }

  func checkAmounts(_ warnings: inout PlanWarnings, _ component: Component) {
    warnings.checkAmounts(self, component)
  }

  func check(_ warnings: inout PlanWarnings, _ component: Component, target: Ratio?) {
    guard let measure = warnings.plan.measure(named: measure) else { return }
    warnings.checkBounds(self, measure, component)
    warnings.checkWithoutQuota(self, measure, component)
    warnings.checkMixedRates(self, measure, component, target)
    if case .bands(let bands, .byDeal) = scale, bands.count > 1 {
      warnings.add(
        "plan.by-deal", component.place,
        "\"\(component.name)\" pays by deal: the same deals in another order pay differently")
    }
    warnings.checkCurve(self, measure, component, target)
  }
}

extension PlanWarnings {
  fileprivate mutating func checkAmounts(_ commission: Commission, _ component: Component) {
    let (measure, period) = (commission.measure, commission.period)
    let name: Inline = "\"\(component.name)\""
    func place(_ own: Place?) -> Place? { own ?? component.place }
    if case .amount(let amount)? = commission.threshold?.at {
      check(amount, "the threshold of \(name)", of: measure, period, component.place)
    }
    if case .attainment(.amount(let amount))? = commission.cap {
      check(amount, "the cap on the attainment of \(name)", of: measure, period, component.place)
    }
    for gate in commission.gates {
      guard case .amount(let amount) = gate.at else { continue }
      check(amount, "`at` of the gate of \(name)", of: gate.measure, period, place(gate.place))
    }
    for case .measure(_, let steps) in commission.multipliers {
      for step in steps {
        check(factor: step.times, "the multiplier of \(name)", component.place)
      }
    }
    switch commission.scale {
    case .bands(let bands, _):
      for band in bands {
        guard case .amount(let amount)? = band.to else { continue }
        check(amount, "`to` of a band of \(name)", of: measure, period, place(band.place))
      }
    case .interpolated(let corners):
      for corner in corners {
        guard case .amount(let amount) = corner.at else { continue }
        check(amount, "`at` of a corner of \(name)", of: measure, period, place(corner.place))
      }
    }
  }

  /// A cap on pay that stops a component before its target.
  private mutating func checkLowCap(
    _ commission: Commission, _ component: Component, target: Ratio?
  ) {
    guard case .pay(let level)? = commission.cap, let target, .zero < target,
      let limit = try? level.resolved(of: target), limit < target
    else { return }
    if case .amount(let amount) = level,
      check(
        amount, "the cap of \"\(component.name)\"", against: target, "its target", component.place)
    {
      return
    }
    add(
      "plan.cap", component.place,
      "the cap of \"\(component.name)\" stops its pay at \(money(limit)), before its target of \(money(target))",
      "is it the cap above 100%? write 110% for a tenth above the target")
  }

  /// Bounds that end in .99, and the quota of a year as the bound of a shorter period.
  fileprivate mutating func checkBounds(
    _ commission: Commission, _ measure: Measure, _ component: Component
  ) {
    guard case .bands(let bands, _) = commission.scale else { return }
    for band in bands {
      guard case .amount(let to) = band.to else { continue }
      if let next = try? to + Ratio(1, over: 100), next.isInteger, !to.isInteger {
        add(
          "plan.closed-bound", band.place ?? component.place,
          band.includesEnd
            ? "a band through \(.ungrouped(to)) leaves credit between that and \(.ungrouped(next)) to the next one"
            : "a band that ends at \(.ungrouped(to)) leaves out the last cent before \(.ungrouped(next))",
          band.includesEnd
            ? "bands are half-open: write `to: \(next.plain)`"
            : "bands are half-open: write \(next.plain)")
      }
      if commission.period != .year, commission.accumulate == .withinPeriod, to == measure.quota {
        add(
          "plan.quota-period", band.place ?? component.place,
          "the band ends at \(.ungrouped(to)), the quota of the year, but attainment starts again every \(commission.period.words)",
          "write `to: 100%`, or the quota of the \(commission.period.words)")
      }
    }
  }

  /// Times without a quota, in which nothing that depends on attainment is paid or reached.
  fileprivate mutating func checkWithoutQuota(
    _ commission: Commission, _ measure: Measure, _ component: Component
  ) {
    if commission.period == .deal { return }
    let name: Inline = "\"\(component.name)\""
    if let time = measure.timeWithoutQuota, commission.needsQuota {
      let quota: Inline = "the quota of \"\(measure.name)\" is 0% \(time)"
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
    var others = commission.gates.filter { $0.at.isShare }.map { gate -> (String, Inline) in
      (gate.measure, "the gate of \(name) is not met")
    }
    for case .measure(let other, _) in commission.multipliers {
      others.append((other, "the multiplier of \(name) takes it for 0%"))
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
  fileprivate mutating func checkMixedRates(
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
      "a multiple stands beside other rates: 1x is target ÷ quota, \(.share(rate)) of the credit, and not the rate of the band before",
      "write all rates as multiples, or none")
  }

  fileprivate mutating func checkCurve(
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
      "at exactly 100% of quota \"\(component.name)\" pays \(.share(share)) of its target, \(money(pay)) of \(money(target))",
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
      let number: Inline =
        switch level {
        case .share(let share)?: .share(share)
        case .amount(let amount)?: .ungrouped(amount)
        case nil: .empty
        }
      let point: Inline =
        bands[index - 1].includesEnd ? "just above \(number)" : "at \(number)"
      let period = commission.period.words
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
  fileprivate var timeWithoutQuota: Inline? {
    let months = (ramp?.quota ?? []).indices.filter { ramp?.quota[$0] == .zero }
    if let first = months.first, let last = months.last {
      let time: Inline = ramp?.hiredBy == nil ? "service" : "the ramp"
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
