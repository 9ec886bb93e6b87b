internal import Amounts
public import Findings

extension Plan {
  /// Returns what makes the plan unusable as a whole; single values are checked where they are read.
  public func faults() -> [Finding] {
    var faults: [Finding] = []
    for version in [self] + versions.map({ $0.plan }) {
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
      for use in component.facts.measures {
        checkMeasure(use.name, needsQuota: use.needsQuota, of: component, add)
      }
      faults += component.faults(in: self)
      switch component.facts.target {
      case .open: open.append(component)
      case .onTop: break
      case .level(let level):
        sum = (try? sum + level.resolved(of: variable ?? .zero)) ?? sum
      }
    }
    if variable == nil {
      for component in components where component.facts.needsVariable {
        add(
          "plan.variable", component.place,
          "\"\(component.name)\" pays shares of the variable, which the plan does not say",
          "add `variable`, or `ote` with `mix`")
      }
    } else if let variable, variable < sum {
      add(
        "plan.targets", components.first?.place ?? place,
        "the targets of the components sum to \(.ungrouped(sum)) \(currency.code), more than the variable of \(.ungrouped(variable)) \(currency.code)",
        "lower a target, or write `target: 0` for what comes on top")
    }
    if clawback?.attainment == .reduces {
      for component in components where component.facts.isPaidByPeriod {
        add(
          "plan.clawback", clawback?.place,
          "`attainment: reduces` cannot stand beside the gate or multiplier of \"\(component.name)\"",
          "use `attainment: keeps`")
      }
    }
    if open.count > 1, let second = open.dropFirst().first,
      open.contains(where: { $0.facts.needsTarget })
    {
      add(
        "plan.targets", second.place,
        "\"\(open[0].name)\" and \"\(second.name)\" both leave their target open",
        "write a `target` for all but one of them")
    }
    return faults
  }

  private func checkMeasure(
    _ name: String, needsQuota: Bool, of component: Component,
    _ add: (Finding.Kind, Place?, Inline, Inline?) -> Void
  ) {
    guard let measure = measure(named: name) else {
      add(
        "plan.measure", component.place, "there is no measure \"\(name)\"",
        NearMiss.remedy(for: name, among: measures.map { $0.name }))
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
