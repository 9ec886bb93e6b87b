internal import Amounts
public import Findings

extension Plan {
  /// Returns what makes the plan unusable as a whole; single values are checked where they are read.
  public func faults() -> [Finding] {
    var faults: [Finding] = []
    for version in [self] + versions.map(\.plan) {
      for fault in version.ownFaults() where !faults.contains(fault) { faults.append(fault) }
    }
    if let yearStarts {
      let year = PlanYear(start: yearStarts)
      for version in versions where !year.contains(version.from) {
        faults.append(
          Finding(
            "plan.dates", at: version.plan.place ?? Place(file: name),
            "the terms from \(version.from) lie outside the plan year from \(year.start) to \(year.end)"
          ))
      }
    }
    return faults
  }

  private func ownFaults() -> [Finding] {
    var faults: [Finding] = []
    func add(_ kind: Finding.Kind, _ place: Place?, _ message: Inline, _ remedy: Inline? = nil) {
      faults.append(
        Finding(kind, at: place ?? Place(file: name), message, remedy: remedy))
    }
    for measure in measures where measure.quota == .zero {
      add(
        "plan.zero-quota", measure.place,
        "the measure \"\(measure.name)\" has a quota of 0, so there is no attainment",
        "leave the quota out, or lower it for new reps with `ramp`")
    }
    var open: [Component] = []
    var sum = Ratio.zero
    for component in components {
      switch component.rule {
      case .commission(let commission):
        let needsQuota =
          commission.needsQuota
          || commission.accumulate == .yearToDate && commission.scaleNeedsQuota
        checkMeasure(commission.measure, needsQuota: needsQuota, of: component, add)
        checkPart(of: commission, component, add)
        for gate in commission.gates {
          checkMeasure(gate.measure, needsQuota: gate.at.isShare, of: component, add)
        }
        for case .measure(let name, _) in commission.multipliers {
          checkMeasure(name, needsQuota: true, of: component, add)
        }
      case .bonus(let bonus):
        checkMeasure(
          bonus.measure, needsQuota: bonus.steps.contains { $0.at.isShare }, of: component, add)
      case .objectives, .spiff: break
      }
      switch component.writtenTarget {
      case .open: open.append(component)
      case .onTop: break
      case .level(let level):
        sum = (try? sum + level.resolved(of: variable ?? .zero)) ?? sum
      }
    }
    if variable == nil {
      for component in components where component.needsVariable(open: open.count) {
        add(
          "plan.variable", component.place,
          "\"\(component.name)\" pays shares of the variable, which the plan does not say",
          "add `variable`, or `ote` with `mix`")
      }
    } else if let variable, variable < sum {
      add(
        "plan.targets", components.first?.place ?? place,
        "the targets of the components sum to \(sum.plain) \(currency.code), more than the variable of \(variable.plain) \(currency.code)",
        "lower a target, or write `target: 0` for what comes on top")
    }
    if clawback?.attainment == .reduces {
      for component in components {
        guard case .commission(let commission) = component.rule, commission.isPaidByPeriod else {
          continue
        }
        add(
          "plan.clawback", clawback?.place,
          "`attainment: reduces` cannot stand beside the gate or multiplier of \"\(component.name)\"",
          "use `attainment: keeps`")
      }
    }
    if open.count > 1, let second = open.dropFirst().first, open.contains(where: \.needsTarget) {
      add(
        "plan.targets", second.place,
        "\"\(open[0].name)\" and \"\(second.name)\" both leave their target open",
        "write a `target` for all but one of them")
    }
    return faults
  }

  /// What is paid must be countable as a part of what walks the scale, deal by deal.
  private func checkPart(
    of commission: Commission, _ component: Component,
    _ add: (Finding.Kind, Place?, Inline, Inline?) -> Void
  ) {
    guard let part = commission.part else { return }
    checkMeasure(part.measure, needsQuota: false, of: component, add)
    guard let whole = measure(named: commission.measure), let other = measure(named: part.measure)
    else { return }
    func refuse(_ message: Inline, _ remedy: Inline?) {
      add("plan.part", component.place, message, remedy)
    }
    let names: Inline =
      "\"\(component.name)\" walks its bands by \"\(whole.name)\" and pays on \"\(other.name)\""
    if whole.name == other.name {
      refuse("\(names), which is the same", "leave `pay on` out")
    } else if whole.isScored || other.isScored {
      refuse("\(names), but a score is not counted from deals", "pay on a measure of deals")
    } else if whole.unit == .money ? other.unit != .money : other.unit == .money {
      refuse("\(names), of which only one is money", "count both in the same unit")
    } else if whole.team != other.team {
      refuse(
        "\(names), but they do not count the deals of the same people",
        "write the same `team` in both measures")
    }
  }

  private func checkMeasure(
    _ name: String, needsQuota: Bool, of component: Component,
    _ add: (Finding.Kind, Place?, Inline, Inline?) -> Void
  ) {
    guard let measure = measure(named: name) else {
      add(
        "plan.measure", component.place, "there is no measure \"\(name)\"",
        NearMiss.remedy(for: name, among: measures.map(\.name)))
      return
    }
    if needsQuota, measure.yearQuota == nil {
      add(
        "plan.quota", component.place,
        "\"\(component.name)\" refers to the quota of \"\(name)\", which has none",
        "add a `quota` to the measure, or write amounts")
    }
  }
}

extension Component {
  /// Whether a share of the variable is paid, so that there must be one.
  func needsVariable(open count: Int) -> Bool {
    switch rule {
    case .commission(let commission):
      switch commission.target {
      case .share: true
      case .amount: false
      case nil: commission.needsTarget && !commission.isOverride
      }
    case .objectives(let objectives): objectives.target?.isShare ?? true
    case .bonus(let bonus): bonus.paysShares
    case .spiff: false
    }
  }
}

extension Ratio {
  /// An amount without needless decimals, such as "57504" or "4792.25".
  var plain: String { fixedPoint(places: isInteger ? 0 : 2) }
}
