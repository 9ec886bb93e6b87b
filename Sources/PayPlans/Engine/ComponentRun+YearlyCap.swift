internal import Amounts

extension ComponentRun {
  /// Cuts lines where the running total of the year goes above the yearly cap.
  mutating func applyYearlyCap(_ order: [Int]) throws(ArithmeticFailure) {
    guard let cap = try terms.yearlyCap() else { return }
    let limit = try minorUnits(cap)
    var total: Int64 = 0
    for index in order {
      let before = min(total, limit)
      total += lines[index].pay
      let pay = min(total, limit) - before
      lines[index].cut = lines[index].pay - pay
      lines[index].pay = pay
    }
  }

  /// Whether a line is due as its deal is paid: those of rules that pay deals are.
  func paysByDeal(_ line: PayLine) -> Bool {
    line.period.map { periods[$0].paysByDeal } ?? true
  }
}

extension RepTerms {
  /// The most incentive that is earned in the year; nil without a limit.
  func yearlyCap() throws(ArithmeticFailure) -> Ratio? {
    let plan = try plan(in: 0..<12)
    guard let cap = plan.cap else { return nil }
    let days = year.start..<year.monthStarts[12]
    let variable = try (plan.variable ?? .zero) * service.weight(over: days, ramp: [])
    return try cap.resolved(of: variable)
  }
}
