internal import Amounts

extension ComponentRun {
  /// Cuts lines where the running total of the year goes above the yearly cap.
  mutating func applyYearlyCap(_ order: [Int]) throws(ArithmeticFailure) {
    let plan = try terms.plan(in: 0..<12)
    guard let cap = plan.cap else { return }
    let days = terms.year.start..<terms.year.monthStarts[12]
    let variable = try (plan.variable ?? .zero) * terms.service.weight(over: days, ramp: [])
    let limit = try minorUnits(cap.resolved(of: variable))
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
