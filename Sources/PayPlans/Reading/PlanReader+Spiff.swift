internal import Amounts
internal import Findings
internal import YAMLReading

extension Grammar {
  static let spiff = Grammar(
    "spiff", what: "a component",
    [
      .init("spiff", .text, required: true, "the name that statements show"),
      .init(
        "pay", .rate, required: true,
        "`500 each` (× share), or a percentage of the amount of a deal"),
      .init("where", .conditions, "only deals whose columns match, as in a measure"),
      .init("from", .date, "the first day"),
      .init("to", .date, "the last day"),
      .init("budget", .amount, "the most that one rep gets in the plan year"),
    ])
}

extension PlanReader {
  func spiff(_ keys: YAMLGroup) -> Spiff? {
    var pay: Rate?
    if let value = keys["pay"] {
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
    let filters = keys["where"].map { self.filters($0) } ?? []
    let from = keys.date("from")
    let to = keys.date("to")
    let budget = keys["budget"].flatMap { amount($0, "budget") }
    if let from, let to, to < from, let toValue = keys["to"] {
      yaml.report("plan.dates", at: toValue, "the spiff ends before it begins on \(from)")
    }
    return pay.map { Spiff(pay: $0, where: filters, from: from, to: to, budget: budget) }
  }
}
