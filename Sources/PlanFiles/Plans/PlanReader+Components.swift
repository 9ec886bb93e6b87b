internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension PlanReader {
  func components(_ value: YAMLValue) -> [Component] {
    guard let list = yaml.list(value, "components") else { return [] }
    if list.isEmpty {
      yaml.report("plan.components", at: value, "a plan needs at least one component")
    }
    var result: [Component] = []
    for element in list {
      guard let component = component(element) else { continue }
      if result.contains(where: { $0.name == component.name }) {
        yaml.report(
          "plan.components", at: element, "two components are called \"\(component.name)\"",
          remedy: "give each component a name of its own")
      }
      result.append(component)
    }
    return result
  }

  private static let kinds = ["commission", "bonus", "objectives", "spiff", "override"]

  private func component(_ value: YAMLValue) -> Component? {
    guard var keys = yaml.mapping(value, "a component") else { return nil }
    let written = keys.names.filter { Self.kinds.contains($0) }
    guard written.count == 1, let kind = written.first else {
      if written.isEmpty {
        let near = keys.names.lazy.compactMap { NearMiss.closest(to: $0, among: Self.kinds) }.first
        yaml.report(
          "plan.component-kind", at: value,
          "a component starts with one of \(Self.kinds.joined(separator: ", ")) and its name",
          remedy: near.map { "did you mean \"\($0)\"?" })
      } else {
        yaml.report(
          "plan.component-kind", at: value,
          "a component is one of \(written.joined(separator: " and ")), not both")
      }
      return nil
    }
    guard let nameValue = keys.required(kind),
      let name = yaml.text(nameValue, "the name of the \(kind)")
    else { return nil }
    let rule: Component.Rule?
    switch kind {
    case "commission": rule = commission(&keys).map { .commission($0) }
    case "bonus": rule = bonus(&keys).map { .bonus($0) }
    case "objectives": rule = objectives(&keys).map { .objectives($0) }
    case "spiff": rule = spiff(&keys).map { .spiff($0) }
    default: rule = override(&keys).map { .commission($0) }
    }
    keys.finish()
    return rule.map { Component(name, $0, place: place(value)) }
  }

  private func measureName(_ keys: inout YAMLMapping) -> String? {
    keys.required("measure").flatMap { value in
      guard let name = yaml.text(value, "measure") else { return nil }
      return knownMeasure(name, at: value)
    }
  }

  private func knownMeasure(_ name: String, at value: YAMLValue) -> String? {
    if measureUnits[name] != nil { return name }
    yaml.report(
      "plan.measure", at: value, "there is no measure \"\(name)\"",
      remedy: NearMiss.remedy(for: name, among: measureUnits.keys.sorted()))
    return nil
  }

  private func period(_ keys: inout YAMLMapping, allowsDeal: Bool) -> PlanPeriod? {
    keys.required("period").flatMap { value in
      allowsDeal
        ? yaml.choice(
          value, "period",
          among: [
            "month": .month, "quarter": .quarter, "half": .half, "year": .year, "deal": .deal,
          ])
        : yaml.choice(
          value, "period",
          among: ["month": .month, "quarter": .quarter, "half": .half, "year": .year])
    }
  }

  func commission(_ keys: inout YAMLMapping) -> Commission? {
    let measure = measureName(&keys)
    let period = period(&keys, allowsDeal: true)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let accumulate = keys.optional("accumulate").flatMap {
      yaml.choice(
        $0, "accumulate",
        among: [
          "within period": Accumulation.withinPeriod, "year to date": Accumulation.yearToDate,
        ])
    }
    let target = keys.optional("target").flatMap { self.target($0, "target") }
    let scale = scale(&keys, unit: unit)
    let threshold = keys.optional("threshold").flatMap {
      self.threshold($0, unit: unit, scale: scale)
    }
    let cap = keys.optional("cap").flatMap { commissionCap($0, unit: unit) }
    let withoutQuota = keys.optional("without quota").flatMap {
      self.withoutQuota($0, scale: scale)
    }
    let gates = keys.optional("gate").map { value in
      yaml.listOrOne(value).compactMap { gate($0, scale: scale) }
    }
    let multipliers = keys.optional("multiplier").map { value in
      yaml.listOrOne(value).compactMap { multiplier($0) }
    }
    guard let measure, let period, let scale else { return nil }
    let commission = Commission(
      measure: measure, period: period, accumulate: accumulate ?? .withinPeriod, target: target,
      scale: scale, threshold: threshold, cap: cap, withoutQuota: withoutQuota,
      gates: gates ?? [], multipliers: multipliers ?? [])
    if period == .deal { checkDealPeriod(commission, keys) }
    return commission
  }

  /// A deal has no quota, no target and no end, so nothing may refer to them.
  private func checkDealPeriod(_ commission: Commission, _ keys: YAMLMapping) {
    func refuse(_ name: String, _ message: Inline) {
      yaml.report("plan.deal-period", at: keys.key(name) ?? keys.value, message)
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

  private func override(_ keys: inout YAMLMapping) -> Commission? {
    let measure = measureName(&keys)
    let period = keys.names.contains("period") ? period(&keys, allowsDeal: true) : .month
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let pay = keys.required("pay").flatMap { rate($0, "pay", unit: unit) }
    guard let measure, let period, let pay else { return nil }
    return Commission(
      measure: measure, period: period,
      scale: .bands([Band(pay: pay, place: place(keys.value))], .marginal),
      isOverride: true)
  }

  private func scale(_ keys: inout YAMLMapping, unit: Measure.Unit) -> PayScale? {
    let payValue = keys.optional("pay")
    let ratesValue = keys.optional("rates")
    let tiersValue = keys.optional("tiers")
    if let payValue {
      if ratesValue != nil {
        yaml.report(
          "plan.two-meanings", at: payValue, "`pay` and `rates` both say what is paid",
          remedy: "keep one of the two")
      }
      return rate(payValue, "pay", unit: unit).map {
        .bands([Band(pay: $0, place: place(payValue))], .marginal)
      }
    }
    guard let ratesValue else {
      yaml.report(
        "yaml.missing-key", at: keys.value, "a commission needs the key \"rates\" or \"pay\"")
      return nil
    }
    guard let list = yaml.list(ratesValue, "rates") else { return nil }
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

  private func tiers(_ value: YAMLValue, unit: Measure.Unit) -> Tiers? {
    if value.entries != nil {
      guard var keys = yaml.mapping(value, "tiers") else { return nil }
      let anchor = keys.required("retroactive to").flatMap {
        level($0, "`retroactive to`", of: unit)
      }
      keys.finish()
      return anchor.map { .retroactive(to: $0) }
    }
    return yaml.choice(
      value, "tiers",
      among: [
        "marginal": Tiers.marginal, "retroactive": Tiers.retroactive(to: nil),
        "by deal": Tiers.byDeal, "interpolated": Tiers.marginal,
      ])
  }

  private func bands(_ list: [YAMLValue], unit: Measure.Unit) -> [Band]? {
    var bands: [Band] = []
    for (index, element) in list.enumerated() {
      guard var keys = yaml.mapping(element, "a band") else { return nil }
      let toValue = keys.optional("to")
      let to = toValue.flatMap { level($0, "`to`", of: unit) }
      let pay = keys.required("pay").flatMap { rate($0, "pay", unit: unit) }
      let backValue = keys.optional("back to")
      let backTo = backValue.flatMap { level($0, "`back to`", of: unit) }
      keys.finish()
      guard let pay, (toValue == nil) == (to == nil), (backValue == nil) == (backTo == nil) else {
        return nil
      }
      if let toValue, let to {
        if index > 0, bands[index - 1].to == nil {
          yaml.report(
            "plan.bands", at: toValue, "a `to` follows a band without one, which has no end",
            remedy: "only the last band goes without `to`")
          return nil
        }
        if let last = bands.last?.to {
          if last.isShare != to.isShare {
            yaml.report(
              "plan.two-meanings", at: toValue, "one table has bands in percentages and in amounts",
              remedy: "write all of them as percentages of quota, or all as amounts")
            return nil
          }
          if to.number <= last.number {
            yaml.report(
              "plan.bands", at: toValue,
              "the bands do not rise: this one ends where an earlier one did, or below it",
              remedy: "list the bands from the lowest to the highest")
            return nil
          }
        } else if to.number == .zero {
          yaml.report("plan.bands", at: toValue, "a band from 0 to 0 is empty")
          return nil
        }
        if index == list.count - 1 {
          yaml.report(
            "plan.bands", at: toValue,
            "the last band ends here, so nothing says what credit above it pays",
            remedy: "leave out its `to`, or add a last band, such as {pay: 0%}")
          return nil
        }
      } else if index < list.count - 1 {
        // Reported at the next band, which has nowhere to start.
        let next = list[index + 1]
        let nextTo = next.entries?.first { $0.name == "to" }?.value
        yaml.report(
          "plan.bands", at: nextTo ?? next,
          nextTo == nil
            ? "a band follows one without `to`, which has no end"
            : "a `to` follows a band without one, which has no end",
          remedy: "only the last band goes without `to`")
        return nil
      }
      if let backValue, let backTo {
        let start = bands.last?.to
        if start == nil || start?.isShare != backTo.isShare
          || start.map({ $0.number <= backTo.number }) ?? true
        {
          yaml.report(
            "plan.bands", at: backValue,
            "`back to` must lie below the start of its band and be written like it")
          return nil
        }
      }
      bands.append(Band(to: to, pay: pay, backTo: backTo, place: place(element)))
    }
    return bands
  }

  private func corners(_ list: [YAMLValue], unit: Measure.Unit) -> [Corner]? {
    var corners: [Corner] = []
    for element in list {
      guard var keys = yaml.mapping(element, "a corner") else { return nil }
      let atValue = keys.required("at")
      let at = atValue.flatMap { level($0, "`at`", of: unit) }
      let payValue = keys.required("pay")
      let pay = payValue.flatMap { level($0, "pay", of: .money) }
      keys.finish()
      guard let at, let pay, let atValue, let payValue else { return nil }
      if let last = corners.last {
        guard last.at.isShare == at.isShare, last.pay.isShare == pay.isShare else {
          yaml.report(
            "plan.two-meanings",
            at: last.at.isShare == at.isShare ? payValue : atValue,
            "one table has percentages and amounts")
          return nil
        }
        let sameBefore = corners.count > 1 && corners[corners.count - 2].at.number == at.number
        guard last.at.number <= at.number, !(last.at.number == at.number && sameBefore) else {
          yaml.report(
            "plan.bands", at: atValue, "the corners do not rise here",
            remedy: "list them from the lowest to the highest; at most two may share one `at`")
          return nil
        }
      }
      corners.append(Corner(at: at, pay: pay, place: place(element)))
    }
    return corners
  }

  private func threshold(_ value: YAMLValue, unit: Measure.Unit, scale: PayScale?) -> Threshold? {
    guard value.entries != nil else {
      return level(value, "threshold", of: unit).map { Threshold(at: $0) }
    }
    guard var keys = yaml.mapping(value, "threshold") else { return nil }
    let at = keys.required("at").flatMap { level($0, "`at`", of: unit) }
    let paysAbove =
      keys.optional("pays").flatMap {
        yaml.choice($0, "pays", among: ["above": true, "from the first unit": false])
      } ?? false
    keys.finish()
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
    guard value.entries != nil else { return level(value, "cap", of: .money).map { .pay($0) } }
    guard var keys = yaml.mapping(value, "cap") else { return nil }
    let limit = keys.required("attainment").flatMap { level($0, "attainment", of: unit) }
    keys.finish()
    return limit.map { .attainment($0) }
  }

  private func withoutQuota(_ value: YAMLValue, scale: PayScale?) -> PayWithoutQuota? {
    let choice = yaml.choice(
      value, "without quota",
      among: ["nothing": PayWithoutQuota.nothing, "first rate": PayWithoutQuota.firstRate])
    if choice == .firstRate, case .interpolated = scale {
      yaml.report("plan.two-meanings", at: value, "`interpolated` rates have no first rate")
      return nil
    }
    return choice
  }

  private func gate(_ value: YAMLValue, scale: PayScale?) -> Gate? {
    guard var keys = yaml.mapping(value, "a gate") else { return nil }
    let measure = measureName(&keys)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let at = keys.required("at").flatMap { level($0, "`at`", of: unit) }
    let otherwise = keys.optional("otherwise").flatMap { self.otherwise($0, scale: scale) }
    let over = keys.optional("over").flatMap {
      yaml.choice($0, "over", among: ["period": false, "year to date": true])
    }
    keys.finish()
    guard let measure, let at else { return nil }
    return Gate(
      measure: measure, at: at, otherwise: otherwise ?? .share(.zero),
      overYearToDate: over ?? false, place: place(value))
  }

  private func otherwise(_ value: YAMLValue, scale: PayScale?) -> Gate.Otherwise? {
    if value.entries != nil {
      guard var keys = yaml.mapping(value, "otherwise") else { return nil }
      let limit = keys.required("at most").flatMap {
        share($0, "`at most`", upTo: Self.largestShare)
      }
      keys.finish()
      return limit.map { .atMost($0) }
    }
    if value.text?.lowercased() == "first rate" {
      if case .interpolated = scale {
        yaml.report("plan.two-meanings", at: value, "`interpolated` rates have no first rate")
        return nil
      }
      return .firstRate
    }
    return share(value, "otherwise").map { .share($0) }
  }

  private func multiplier(_ value: YAMLValue) -> PayMultiplier? {
    guard var keys = yaml.mapping(value, "a multiplier") else { return nil }
    if let score = keys.optional("score") {
      keys.finish()
      return yaml.text(score, "score").map { .score($0) }
    }
    let measure = measureName(&keys)
    let steps = keys.required("steps").map {
      self.steps($0, "the steps of a multiplier", bounds: .attainments)
    }
    keys.finish()
    guard let measure, let steps, !steps.isEmpty else { return nil }
    return .measure(measure, steps)
  }

  private func bonus(_ keys: inout YAMLMapping) -> Bonus? {
    let measure = measureName(&keys)
    let period = period(&keys, allowsDeal: false)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let accumulate = keys.optional("accumulate").flatMap {
      yaml.choice(
        $0, "accumulate",
        among: [
          "within period": Accumulation.withinPeriod, "year to date": Accumulation.yearToDate,
          "either": Accumulation.either,
        ])
    }
    var steps: [Bonus.Step] = []
    var isCumulative = false
    if let value = keys.optional("steps") {
      for name in ["at", "pay"] {
        if let key = keys.key(name) {
          yaml.report(
            "plan.two-meanings", at: key, "`steps` and `\(name)` both say what is paid",
            remedy: "keep one of the two")
          _ = keys.optional(name)
        }
      }
      steps = bonusSteps(value, unit: unit)
      isCumulative =
        keys.optional("steps are").flatMap {
          yaml.choice($0, "steps are", among: ["cumulative": true, "highest": false])
        } ?? false
    } else {
      let at = keys.required("at").flatMap { level($0, "`at`", of: unit) }
      let pay = keys.required("pay").flatMap { level($0, "pay", of: .money) }
      if let at, let pay { steps = [Bonus.Step(at: at, pay: pay, place: place(keys.value))] }
    }
    guard let measure, let period, !steps.isEmpty else { return nil }
    return Bonus(
      measure: measure, period: period, steps: steps, isCumulative: isCumulative,
      accumulate: accumulate ?? .withinPeriod)
  }

  private func bonusSteps(_ value: YAMLValue, unit: Measure.Unit) -> [Bonus.Step] {
    var steps: [Bonus.Step] = []
    for element in yaml.list(value, "steps") ?? [] {
      guard var keys = yaml.mapping(element, "a step") else { continue }
      let atValue = keys.required("at")
      let at = atValue.flatMap { level($0, "`at`", of: unit) }
      let pay = keys.required("pay").flatMap { level($0, "pay", of: .money) }
      keys.finish()
      guard let at, let pay, let atValue else { continue }
      if let last = steps.last, last.at.isShare != at.isShare {
        yaml.report(
          "plan.two-meanings", at: atValue, "one table has steps in percentages and in amounts")
      } else if let last = steps.last, at.number <= last.at.number {
        yaml.report("plan.bands", at: atValue, "the steps do not rise here")
      }
      steps.append(Bonus.Step(at: at, pay: pay, place: place(element)))
    }
    return steps
  }

  private func objectives(_ keys: inout YAMLMapping) -> Objectives? {
    let period = period(&keys, allowsDeal: false)
    let target = keys.optional("target").flatMap { self.target($0, "target") }
    let goalsValue = keys.required("goals")
    var goals: [Objectives.Goal] = []
    for entry in goalsValue.flatMap({ yaml.mapping($0, "goals") })?.value.entries ?? [] {
      if let weight = share(entry.value, "a weight") {
        goals.append(Objectives.Goal(entry.name, weight: weight))
      }
    }
    guard let period, let goalsValue, !goals.isEmpty else { return nil }
    if goals.count == goalsValue.entries?.count {
      _ = sumsToOne(goals.map(\.weight), at: goalsValue, "the weights of the goals")
    }
    return Objectives(period: period, target: target, goals: goals)
  }

  private func spiff(_ keys: inout YAMLMapping) -> Spiff? {
    var pay: Rate?
    if let value = keys.required("pay") {
      if let text = value.text, case .percentage = PlanNumber(text) {
        pay = rate(value, "pay", unit: .money)
      } else {
        pay = rate(value, "pay", unit: .deals)
      }
      if case .multiple = pay {
        yaml.report(
          "plan.number", at: value,
          "a spiff pays an amount each or a percentage, but this is \(value.kindInWords)")
        pay = nil
      }
    }
    let filters = keys.optional("where").map { self.filters($0) } ?? []
    let from = keys.optional("from").flatMap { yaml.date($0, "from") }
    let toValue = keys.optional("to")
    let to = toValue.flatMap { yaml.date($0, "to") }
    let budget = keys.optional("budget").flatMap { amount($0, "budget") }
    if let from, let to, to < from, let toValue {
      yaml.report("plan.dates", at: toValue, "the spiff ends before it begins on \(from)")
    }
    return pay.map { Spiff(pay: $0, where: filters, from: from, to: to, budget: budget) }
  }
}
