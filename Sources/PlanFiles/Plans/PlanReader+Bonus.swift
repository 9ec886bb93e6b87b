internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let bonus = Grammar(
    "bonus", what: "a component",
    [
      .init("bonus", .text, required: true, "the name that statements show"),
      .measure("what is counted"),
      .init(
        "period", .period, required: true, "the time after which attainment starts again from zero"),
      .init(
        "accumulate", .word(Bonus.accumulations), default: "`within period`",
        "which credit counts: of the period, of the year so far, or `either`"),
      .init("at", .level, "what has to be reached"),
      .init("above", .level, "in its place, what has to be exceeded"),
      .init(
        "pay", .level,
        "what reaching it pays: an amount for each period, or a percentage of the period's part of the variable"
      ),
      .init("steps", .list(.group(.bonusStep)), "several levels, in place of `at` and `pay`"),
      .init(
        "steps are", .word(Bonus.stepWords), beside: "steps", default: "`highest`",
        "whether the highest step that is reached pays, or all of them"),
    ])

  fileprivate static let bonusStep = Grammar(
    "bonus step", what: "a step",
    [
      .init("at", .level, "what has to be reached"),
      .init("above", .level, "in its place, what has to be exceeded"),
      .init("pay", .level, required: true, "what reaching it pays"),
    ])
}

extension Bonus {
  fileprivate static let accumulations = Words<Accumulation>([
    "within period": .withinPeriod, "year to date": .yearToDate, "either": .either,
  ])
  /// Whether all steps that are reached pay.
  fileprivate static let stepWords = Words<Bool>(["cumulative": true, "highest": false])
}

extension PlanReader {
  func bonus(_ keys: YAMLGroup) -> Bonus? {
    let measure = measureName(keys)
    let period = keys.choice("period", PlanPeriod.words)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let accumulate = keys.choice("accumulate", Bonus.accumulations)
    var steps: [Bonus.Step] = []
    var isCumulative = false
    if let value = keys["steps"] {
      for name in ["at", "above", "pay"] {
        if let key = keys.key(name) {
          yaml.report(
            "plan.two-meanings", at: key, "`steps` and `\(name)` both say what is paid",
            remedy: "keep one of the two")
        }
      }
      steps = bonusSteps(value, unit: unit)
      isCumulative = keys.choice("steps are", Bonus.stepWords) ?? false
    } else {
      let start = start(keys, unit: unit)
      let pay = keys.required("pay").flatMap { level($0, .code("pay"), of: .money) }
      if let start, let pay {
        steps = [
          Bonus.Step(
            at: start.at, isAbove: start.isAbove, pay: pay, place: place(keys.value))
        ]
      }
    }
    guard let measure, let period, !steps.isEmpty else { return nil }
    return Bonus(
      measure: measure, period: period, steps: steps, isCumulative: isCumulative,
      accumulate: accumulate ?? .withinPeriod)
  }

  private func bonusSteps(_ value: YAMLValue, unit: Measure.Unit) -> [Bonus.Step] {
    var steps: [Bonus.Step] = []
    for element in yaml.list(value, .code("steps")) ?? [] {
      guard let keys = yaml.group(element, .bonusStep) else { continue }
      let start = start(keys, unit: unit)
      let pay = keys["pay"].flatMap { level($0, .code("pay"), of: .money) }
      guard let (at, isAbove, atValue) = start, let pay else { continue }
      if let last = steps.last {
        if last.at.isShare != at.isShare {
          yaml.report(
            "plan.two-meanings", at: atValue, "one table has steps in percentages and in amounts")
        } else if at.number < last.at.number
          || at.number == last.at.number && (last.isAbove || !isAbove)
        {
          yaml.report("plan.bands", at: atValue, "the steps do not rise here")
        }
      }
      steps.append(Bonus.Step(at: at, isAbove: isAbove, pay: pay, place: place(element)))
    }
    return steps
  }

  /// Reads the level that a bonus pays from on, and whether more than it is asked for.
  private func start(
    _ keys: YAMLGroup, unit: Measure.Unit
  ) -> (at: Level, isAbove: Bool, value: YAMLValue)? {
    let above = keys["above"]
    if keys.key("at") != nil, let key = keys.key("above") {
      yaml.report(
        "plan.two-meanings", at: key, "`at` and `above` both say what has to be reached",
        remedy: "keep `at` where the level itself is enough")
    }
    let name = keys.key("at") == nil && above != nil ? "above" : "at"
    guard let value = keys.required(name), let at = level(value, "`\(name)`", of: unit) else {
      return nil
    }
    return (at, name == "above", value)
  }
}
