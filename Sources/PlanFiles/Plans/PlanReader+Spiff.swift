internal import Amounts
internal import Findings
internal import PayPlans
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
      .init(
        "first", .firstDeals, default: "all deals",
        "`5 deals per quarter`: only the first ones of each rep in a period, or `5 deals` of the plan year"
      ),
      .init("budget", .amount, "the most that one rep gets in the plan year"),
    ])
}

extension ValueKind {
  fileprivate static let firstDeals: ValueKind = .scalar(
    Scalar(
      words: "number of deals", pattern: "^[0-9]+ deals?( per (month|quarter|half|year))?$"))
}

extension PlanReader {
  /// Reads "5 deals per quarter".
  private func firstDeals(_ value: YAMLValue) -> Spiff.First? {
    let words = (value.text ?? "").split(separator: " ").map { $0.lowercased() }
    if words.count == 2 || words.count == 4 && words[2] == "per", let count = Int(words[0]),
      (1...10_000).contains(count), ["deal", "deals"].contains(words[1]),
      let period = words.count == 2 ? PlanPeriod.year : PlanPeriod(rawValue: words[3]),
      period != .deal
    {
      return Spiff.First(count, per: period)
    }
    yaml.report(
      "plan.number", at: value,
      "`first` must be a number of deals, but this is \(value.kindInWords)",
      remedy: "write it with its period, such as 5 deals per quarter")
    return nil
  }

  func spiff(_ keys: YAMLGroup) -> Spiff? {
    var pay: Rate?
    if let value = keys["pay"] {
      if let text = value.text, case .percentage = PlanNumber(text) {
        pay = rate(value, .code("pay"), unit: .money)
      } else {
        pay = rate(value, .code("pay"), unit: .deals)
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
    let first = keys["first"].flatMap { firstDeals($0) }
    let budget = keys["budget"].flatMap { amount($0, .code("budget")) }
    if let from, let to, to < from, let toValue = keys["to"] {
      yaml.report("plan.dates", at: toValue, "the spiff ends before it begins on \(from)")
    }
    return pay.map {
      Spiff(pay: $0, where: filters, from: from, to: to, budget: budget, first: first)
    }
  }
}
