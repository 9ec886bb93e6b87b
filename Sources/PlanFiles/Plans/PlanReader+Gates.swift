internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let gate = Grammar(
    "gate", what: "a gate",
    [
      .measure("the other measure"),
      .init("at", .level, required: true, "what it has to reach"),
      .init(
        "otherwise", .either([.words(["first rate"]), .share, .group(.limit)]), default: "0%",
        "what is left when it does not: a share of the pay, the first band's rate for all credit, or `{at most: 100%}` of the target"
      ),
      .init(
        "over", .word(Gate.spans), default: "`period`",
        "the time over which the measure is looked at"),
    ])

  fileprivate static let limit = Grammar(
    "limit", what: .code("otherwise"),
    [.init("at most", .share, required: true, "the most that is left, of the target")])

  fileprivate static let measureMultiplier = Grammar(
    "multiplier by a measure", what: "a multiplier",
    [
      .measure("the measure whose attainment decides"),
      .init("steps", .steps, required: true, "half-open steps of attainment, each with its factor"),
    ])

  fileprivate static let scoreMultiplier = Grammar(
    "multiplier by a score", what: "a multiplier",
    [.init("score", .text, required: true, "the name of a score, which is the factor")])
}

extension ValueKind {
  static let multiplier: ValueKind = .defined(
    "multiplier", .either([.group(.measureMultiplier), .group(.scoreMultiplier)]),
    words: "multiplier")
}

extension Gate {
  /// Whether the year so far is looked at.
  fileprivate static let spans = Words<Bool>(["period": false, "year to date": true])
}

extension PlanReader {
  func gate(_ value: YAMLValue, scale: PayScale?) -> Gate? {
    guard let keys = yaml.group(value, .gate) else { return nil }
    let measure = measureName(keys)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let at = keys["at"].flatMap { level($0, .code("`at`"), of: unit) }
    let otherwise = keys["otherwise"].flatMap { self.otherwise($0, scale: scale) }
    let over = keys.choice("over", Gate.spans)
    guard let measure, let at else { return nil }
    return Gate(
      measure: measure, at: at, otherwise: otherwise ?? .share(.zero),
      overYearToDate: over ?? false, place: place(value))
  }

  private func otherwise(_ value: YAMLValue, scale: PayScale?) -> Gate.Otherwise? {
    if value.entries != nil {
      guard let keys = yaml.group(value, .limit) else { return nil }
      let limit = keys["at most"].flatMap {
        share($0, .code("`at most`"), upTo: Self.largestShare)
      }
      return limit.map { .atMost($0) }
    }
    if value.text?.lowercased() == "first rate" {
      if case .interpolated = scale {
        yaml.report("plan.two-meanings", at: value, "`interpolated` rates have no first rate")
        return nil
      }
      return .firstRate
    }
    return share(value, .code("otherwise")).map { .share($0) }
  }

  func multiplier(_ value: YAMLValue) -> PayMultiplier? {
    if value.entries?.contains(where: { $0.name == "score" }) ?? false {
      return yaml.group(value, .scoreMultiplier)?["score"].flatMap { yaml.text($0, .code("score")) }
        .map { .score($0) }
    }
    guard let keys = yaml.group(value, .measureMultiplier) else { return nil }
    let measure = measureName(keys)
    let steps = keys["steps"].map {
      self.steps($0, "the steps of a multiplier", bounds: .attainments)
    }
    guard let measure, let steps, !steps.isEmpty else { return nil }
    return .measure(measure, steps)
  }
}
