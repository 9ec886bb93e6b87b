internal import Amounts
internal import Findings
internal import PayPlans
internal import YAMLReading

extension ValueKind {
  /// When the line of a deal is due.
  static let paid: ValueKind = .defined(
    "paid", .either([.scalar(Scalar(words: "column")), .named(.share)]),
    words: "column, or shares by column")
}

extension PlanReader {
  /// Reads `paid`: a column, or shares by column and delay.
  func paymentShares(_ value: YAMLValue) -> [PaymentShare]? {
    if value.text != nil {
      return dueDay(value).map { [PaymentShare($0.column, delay: $0.delay, share: .one)] }
    }
    guard let entries = yaml.entries(value, .code("paid")) else { return nil }
    var shares: [PaymentShare] = []
    for entry in entries {
      guard let day = dueDay(entry.key), let share = share(entry.value, "a share of the pay") else {
        return nil
      }
      shares.append(PaymentShare(day.column, delay: day.delay, share: share))
    }
    return sumsToOne(shares.map(\.share), at: value, "the shares of `paid`") ? shares : nil
  }

  /// Reads "close_date + 90 days".
  private func dueDay(_ value: YAMLValue) -> (column: String, delay: CalendarSpan)? {
    guard let text = yaml.text(value, .code("paid")) else { return nil }
    let parts = text.split(separator: "+", maxSplits: 1).map { String($0).trimming(" ") }
    guard let column = parts.first, !column.isEmpty else { return nil }
    guard parts.count == 2 else { return (column, .days(0)) }
    guard let delay = CalendarSpan(parts[1]) else {
      yaml.report(
        "plan.duration", at: value, "\"\(parts[1])\" is not a time",
        remedy: "write it with its unit, such as close_date + 90 days")
      return nil
    }
    return (column, delay)
  }
}
