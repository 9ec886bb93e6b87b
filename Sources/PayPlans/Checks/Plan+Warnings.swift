internal import Amounts
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
      component.check(&self, target: target)
    }
    checkFloors()
    checkDraw()
    checkClawback()
    checkRanges()
  }

  func money(_ amount: Ratio) -> Inline { .exact(amount, plan.currency) }

  /// Weights or targets that leave a part of the variable to nobody.
  private mutating func checkWeights() {
    guard let variable = plan.variable, .zero < variable else { return }
    var sum = Ratio.zero
    for component in plan.components {
      switch component.facts.target {
      case .open: return
      case .onTop: break
      case .level(let level):
        sum = (try? sum + level.resolved(of: variable)) ?? sum
      }
    }
    guard sum < variable, let share = try? sum / variable else { return }
    add(
      "plan.weights", plan.components.first?.place,
      "the targets of the components sum to \(.share(share)) of the variable, \(money(sum)) of \(money(variable))",
      "raise a target, or leave one out: it then takes the rest")
  }

  private mutating func checkMeasures() {
    let used = Set(plan.components.flatMap { $0.facts.measures.map { $0.name } })
    for measure in plan.measures {
      if !used.contains(measure.name) {
        add(
          "plan.unused-measure", measure.place, "nothing is paid on the measure \"\(measure.name)\""
        )
      }
    }
  }

  /// A floor for each month beside pay for a longer period pays twice.
  private mutating func checkFloors() {
    // Beside it a small one may be paid for each deal.
    guard let main = plan.primaryComponent?.commission?.period.monthCount else { return }
    var floors: [(Inline, PlanPeriod, Place?)] = []
    if let guarantee = plan.guarantee {
      floors.append(("the guarantee", guarantee.per, guarantee.place))
    }
    if let draw = plan.draw, draw.kind == .nonRecoverable {
      floors.append(("the draw", draw.per, draw.place))
    }
    for (name, per, place) in floors where per.monthCount < main {
      let period = per.words
      add(
        "plan.floor-period", place,
        "\(name) is compared with what is due in a \(period), but commission is earned by a longer period: a weak \(period) and a strong one pay twice",
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
        "\"\(component.name)\" counts by \(old.period.words), so the terms from \(version.from) hold for it from \(next) on"
      )
    }
  }
}
