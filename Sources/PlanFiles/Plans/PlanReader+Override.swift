internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension Grammar {
  static let override = Grammar(
    "override", what: "a component",
    [
      .init("override", .text, required: true, "the name that statements show"),
      .measure("what is counted, usually with `team`"),
      .init(
        "period", .word(PlanPeriod.wordsWithDeal), default: "`month`",
        "the time after which attainment starts again from zero"),
      .init("pay", .rate, required: true, "the manager's rate"),
    ])
}

extension PlanReader {
  func override(_ keys: YAMLGroup) -> Commission? {
    let measure = measureName(keys)
    let period =
      keys.key("period") == nil ? .month : keys.choice("period", PlanPeriod.wordsWithDeal)
    let unit = measure.flatMap { measureUnits[$0] } ?? .money
    let pay = keys["pay"].flatMap { rate($0, .code("pay"), unit: unit) }
    guard let measure, let period, let pay else { return nil }
    return Commission(
      measure: measure, period: period,
      scale: .bands([Band(pay: pay, place: place(keys.value))], .marginal),
      isOverride: true)
  }
}
