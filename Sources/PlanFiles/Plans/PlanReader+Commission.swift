internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let commission = Grammar(
    "commission", what: "a component",
    [
      .init("commission", .text, required: true, "the name that statements show"),
      .measure(
        "what is counted"),
      .init(
        "period", .word(PlanPeriod.wordsWithDeal), required: true,
        "the time after which attainment starts again from zero; with `deal` each deal walks the bands alone"
      ),
      .init(
        "accumulate", .word(Accumulation.words), default: "`within period`",
        "with `year to date` attainment is the year's credit so far ÷ the quotas of the year's periods up to and including this one, targets alike. A line pays what the year so far has earned less what the component has paid, never below 0"
      ),
      .init(
        "target", .level, default: "what the others leave",
        "the share of `variable`, or the amount a year, that is paid at 100 %; left out in at most one component. `target: 0` comes on top of the variable"
      ),
      .init(
        "tiers", .either([.word(Tiers.words), .group(.tiers)]),
        "how several bands pay; several bands need it, because plans are often silent here and the readings differ by real money"
      ),
      .init(
        "rates", .list(.either([.group(.band), .group(.corner)]), atLeast: 1),
        "bands in rising order, or corners with `tiers: interpolated`"),
      .init("pay", .rate, "the rate of one band, in place of `rates`"),
      .init(
        "pay on", .measureName, default: "all of it",
        "a measure that counts a part of each deal: the bands are walked by all of `measure`, and only the part is paid at their rates"
      ),
      .init(
        "rest", .rate, beside: "pay on", default: "nothing",
        "what is paid for the rest of each deal"),
      .init(
        "threshold", .either([.level, .group(.threshold)]),
        "below it nothing is paid; from it on, from the first unit"),
      .init(
        "cap", .either([.level, .group(.attainmentCap)]),
        "the most that is paid in a period, a percentage of its target or an amount; `{attainment: 150%}` stops the credit instead"
      ),
      .init(
        "without quota", .word(PayWithoutQuota.words),
        "what is paid in a period without a quota, such as a month of a ramp at 0 %: nothing, or all credit at the first band's rate"
      ),
      .init(
        "gate", .oneOrList(.group(.gate)),
        "a condition on another measure at the end of the period, or a list of them"),
      .init(
        "multiplier", .oneOrList(.multiplier),
        "a factor by another measure's attainment, or by a score, or a list of them"),
    ], oneOf: ["rates", "pay"])

  fileprivate static let threshold = Grammar(
    "threshold",
    [
      .init("at", .level, required: true, "where pay begins"),
      .init(
        "pays", .word(Threshold.words), default: "`from the first unit`",
        "which credit is paid once it is reached: with `above` only what lies above it"),
    ])

  fileprivate static let attainmentCap = Grammar(
    "attainment cap", what: .code("cap"),
    [.init("attainment", .level, required: true, "the credit above which nothing more is credited")]
  )
}

extension Accumulation {
  fileprivate static let words = Words<Accumulation>([
    "within period": .withinPeriod, "year to date": .yearToDate,
  ])
}

extension Threshold {
  /// Whether only what lies above is paid.
  fileprivate static let words = Words<Bool>(["above": true, "from the first unit": false])
}

extension PayWithoutQuota {
  fileprivate static let words = Words<PayWithoutQuota>([
    "nothing": .nothing, "first rate": .firstRate,
  ])
}

extension PlanReader {
  func commission(_ keys: YAMLGroup) -> Commission? {
    let measure = measureName(keys)
    let period = keys.choice("period", PlanPeriod.wordsWithDeal)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let accumulate = keys.choice("accumulate", Accumulation.words)
    let target = keys["target"].flatMap { self.target($0, .code("target")) }
    let scale = scale(keys, unit: unit)
    let threshold = keys["threshold"].flatMap {
      self.threshold($0, unit: unit, scale: scale)
    }
    let cap = keys["cap"].flatMap { commissionCap($0, unit: unit) }
    let withoutQuota = keys["without quota"].flatMap {
      self.withoutQuota($0, scale: scale)
    }
    let gates = keys["gate"].map { value in
      yaml.listOrOne(value).compactMap { gate($0, scale: scale) }
    }
    let multipliers = keys["multiplier"].map { value in
      yaml.listOrOne(value).compactMap { multiplier($0) }
    }
    let part = part(keys, unit: unit, scale: scale)
    guard let measure, let period, let scale else { return nil }
    let commission = Commission(
      measure: measure, period: period, accumulate: accumulate ?? .withinPeriod, target: target,
      scale: scale, threshold: threshold, cap: cap, withoutQuota: withoutQuota,
      gates: gates ?? [], multipliers: multipliers ?? [], part: part)
    if period == .deal { checkDealPeriod(commission, keys) }
    return commission
  }

  /// Reads the part that is paid where the bands are walked by more.
  private func part(
    _ keys: YAMLGroup, unit: Measure.Unit, scale: PayScale?
  ) -> Commission.Part? {
    guard let value = keys["pay on"],
      let name = yaml.text(value, .code("`pay on`")).flatMap({ knownMeasure($0, at: value) })
    else { return nil }
    let rest = keys["rest"].flatMap { rate($0, .code("rest"), unit: unit) }
    var other: Inline?
    switch scale {
    case .interpolated: other = "interpolated"
    case .bands(_, .byDeal): other = "by deal"
    case .bands, nil: break
    }
    if let other, let key = keys.key("pay on") {
      yaml.report(
        "plan.two-meanings", at: key,
        "`tiers: \(other)` pays no part of a band, so `pay on` says nothing",
        remedy: "write `tiers: marginal` or `retroactive`, or leave `pay on` out")
    }
    return Commission.Part(name, rest: rest)
  }

  /// A deal has no quota, no target and no end, so nothing may refer to them.
  private func checkDealPeriod(_ commission: Commission, _ keys: YAMLGroup) {
    func refuse(_ name: String, _ message: Inline) {
      yaml.report("plan.deal-period", at: keys.key(name) ?? keys.value, message)
    }
    if commission.part != nil {
      refuse(
        "pay on",
        "`period: deal` and `pay on` cannot stand together: a part has no bands of its own")
    }
    for name in ["gate", "multiplier"] where keys.key(name) != nil {
      refuse(name, "`period: deal` has no end at which a \(name) could be looked at")
    }
    if commission.withoutQuota != nil {
      refuse(
        "without quota", "`period: deal` looks at no quota, so `without quota` says nothing")
    }
    if commission.accumulate == .yearToDate {
      refuse("accumulate", "`period: deal` and `accumulate: year to date` contradict each other")
    }
    var levels: [Level] = []
    switch commission.scale {
    case .bands(let bands, let tiers):
      levels = bands.compactMap(\.to) + bands.compactMap(\.backTo)
      if case .byDeal = tiers {
        refuse(
          "tiers",
          "`tiers: by deal` looks at the attainment before a deal, but with `period: deal` each deal starts at 0"
        )
      }
    case .interpolated(let corners): levels = corners.flatMap { [$0.at, $0.pay] }
    }
    if levels.contains(where: \.isShare) {
      refuse("rates", "`period: deal` needs amounts: one deal has no quota to be a percentage of")
    }
    if commission.threshold?.at.isShare == true {
      refuse("threshold", "`period: deal` needs an amount here: one deal has no quota")
    }
    switch commission.cap {
    case .pay(.share), .attainment(.share):
      refuse("cap", "`period: deal` needs an amount here: one deal has no quota or target")
    default: break
    }
  }

  private func scale(_ keys: YAMLGroup, unit: Measure.Unit) -> PayScale? {
    let payValue = keys["pay"]
    let ratesValue = keys["rates"]
    let tiersValue = keys["tiers"]
    if let payValue {
      if ratesValue != nil {
        yaml.report(
          "plan.two-meanings", at: payValue, "`pay` and `rates` both say what is paid",
          remedy: "keep one of the two")
      }
      return rate(payValue, .code("pay"), unit: unit).map {
        .bands([Band(pay: $0, place: place(payValue))], .marginal)
      }
    }
    guard let ratesValue, let list = yaml.list(ratesValue, .code("rates")) else { return nil }
    if list.isEmpty {
      yaml.report("plan.bands", at: ratesValue, "rates need at least one band")
      return nil
    }
    if tiersValue?.text?.lowercased() == "interpolated" {
      return corners(list, unit: unit).map { .interpolated($0) }
    }
    let tiers = tiersValue.map { self.tiers($0, unit: unit) }
    guard let bands = bands(list, unit: unit) else { return nil }
    if tiersValue == nil, bands.count > 1 {
      yaml.report(
        "plan.tiers", at: ratesValue,
        "`tiers` must say how these \(bands.count) bands pay: the readings differ by real money",
        remedy:
          "add `tiers: marginal` (each rate for its own band), `retroactive` (the rate reached for everything) or `by deal`"
      )
      return nil
    }
    if let tiers, tiers == nil { return nil }
    let reading = (tiers ?? nil) ?? .marginal
    if reading != .marginal, let index = bands.firstIndex(where: { $0.backTo != nil }) {
      yaml.report(
        "plan.two-meanings", at: list[index],
        "`back to` is for `tiers: marginal`; other tiers say how far rates reach")
    }
    return .bands(bands, reading)
  }

  private func threshold(_ value: YAMLValue, unit: Measure.Unit, scale: PayScale?) -> Threshold? {
    guard value.entries != nil else {
      return level(value, .code("threshold"), of: unit).map { Threshold(at: $0) }
    }
    guard let keys = yaml.group(value, .threshold) else { return nil }
    let at = keys["at"].flatMap { level($0, .code("`at`"), of: unit) }
    let paysAbove = keys.choice("pays", Threshold.words) ?? false
    if paysAbove, case .interpolated = scale, let key = keys.key("pays") {
      yaml.report(
        "plan.two-meanings", at: key,
        "`pays: above` and `interpolated` both say what is paid where pay begins",
        remedy: "start the corners at the threshold instead")
      return nil
    }
    return at.map { Threshold(at: $0, paysAbove: paysAbove) }
  }

  private func commissionCap(_ value: YAMLValue, unit: Measure.Unit) -> CommissionCap? {
    guard value.entries != nil else {
      return level(value, .code("cap"), of: .money).map { .pay($0) }
    }
    guard let keys = yaml.group(value, .attainmentCap) else { return nil }
    let limit = keys["attainment"].flatMap { level($0, .code("attainment"), of: unit) }
    return limit.map { .attainment($0) }
  }

  private func withoutQuota(_ value: YAMLValue, scale: PayScale?) -> PayWithoutQuota? {
    let choice = yaml.choice(value, .code("without quota"), among: PayWithoutQuota.words)
    if choice == .firstRate, case .interpolated = scale {
      yaml.report("plan.two-meanings", at: value, "`interpolated` rates have no first rate")
      return nil
    }
    return choice
  }
}
