internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let tiers = Grammar(
    "retroactive tiers", what: .code("tiers"),
    [
      .init(
        "retroactive to", .level, required: true,
        "the rate that is reached pays for all credit back to here; below it bands pay as marginal")
    ])

  static let band = Grammar(
    "band", what: "a band",
    [
      .init(
        "to", .level,
        "its end, a percentage of quota or an amount; the last band has none. A band is half-open: exactly 100 % is already in the band above `to: 100%`"
      ),
      .init("through", .level, "in its place, an end that is still in the band"),
      .init("pay", .rate, required: true, "what credit in it is paid"),
      .init(
        "back to", .level,
        "with `tiers: marginal`: where its rate reaches back to once the band is reached"),
    ])

  static let corner = Grammar(
    "corner", what: "a corner",
    [
      .init("at", .level, required: true, "the attainment, or an amount of credit"),
      .init(
        "pay", .level, required: true, "the pay there: a percentage of the target, or an amount"),
    ])
}

extension Tiers {
  static let words = Words<Tiers>([
    "marginal": .marginal, "retroactive": .retroactive(to: nil), "by deal": .byDeal,
    // Corners have no tiers.
    "interpolated": .marginal,
  ])
}

extension PlanReader {
  func tiers(_ value: YAMLValue, unit: Measure.Unit) -> Tiers? {
    if value.entries != nil {
      guard let keys = yaml.group(value, .tiers) else { return nil }
      let anchor = keys["retroactive to"].flatMap {
        level($0, .code("`retroactive to`"), of: unit)
      }
      return anchor.map { .retroactive(to: $0) }
    }
    return yaml.choice(value, .code("tiers"), among: Tiers.words)
  }

  func bands(_ list: [YAMLValue], unit: Measure.Unit) -> [Band]? {
    var bands: [Band] = []
    for (index, element) in list.enumerated() {
      guard let keys = yaml.group(element, .band) else { return nil }
      let (toValue, includesEnd) = end(keys)
      let to = toValue.flatMap { level($0, .code(includesEnd ? "`through`" : "`to`"), of: unit) }
      let pay = keys["pay"].flatMap { rate($0, .code("pay"), unit: unit) }
      let backValue = keys["back to"]
      let backTo = backValue.flatMap { level($0, .code("`back to`"), of: unit) }
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
        let nextTo = next.entries?.first { ["to", "through"].contains($0.name) }?.value
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
      bands.append(
        Band(
          to: to, includesEnd: includesEnd, pay: pay, backTo: backTo, place: place(element)))
    }
    return bands
  }

  func corners(_ list: [YAMLValue], unit: Measure.Unit) -> [Corner]? {
    var corners: [Corner] = []
    for element in list {
      guard let keys = yaml.group(element, .corner) else { return nil }
      let atValue = keys["at"]
      let at = atValue.flatMap { level($0, .code("`at`"), of: unit) }
      let payValue = keys["pay"]
      let pay = payValue.flatMap { level($0, .code("pay"), of: .money) }
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
}
