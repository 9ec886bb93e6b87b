internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans
internal import Reporting

// What the file says was paid.
extension PaymentMatcher {
  mutating func grouped(_ payments: [Payment]) -> [Key: Paid] {
    var paid: [Key: Paid] = [:]
    for payment in payments {
      let overlap = overlap(of: payment)
      if overlap != .whole { elsewhere += 1 }
      if overlap == .none { continue }
      let key = Key(payment)
      var sum = paid[key] ?? Paid(amount: .zero(plan.currency), place: payment.place)
      sum.amount += payment.amount
      sum.payments.append(payment)
      if payment.place.line ?? 0 < sum.place.line ?? 0 { sum.place = payment.place }
      if overlap == .part { sum.isPartial = true }
      paid[key] = sum
    }
    for key in paid.keys { paid[key]?.payments.sort { $0.place.line ?? 0 < $1.place.line ?? 0 } }
    return paid
  }

  /// How much of what a payment is for is compared.
  enum Overlap {
    case none, part, whole
  }

  mutating func overlap(of payment: Payment) -> Overlap {
    guard let period else { return .whole }
    if let own = payment.period {
      if period.days.lowerBound <= own.days.lowerBound,
        own.days.upperBound <= period.days.upperBound
      {
        return .whole
      }
      guard own.days.overlaps(period.days) else { return .none }
      leaveOut(
        payment,
        "this is paid for \(own.dated), of which only a part is compared, so it and what it pays for are left out"
      )
      return .part
    }
    if let deal = payment.deal, let known = deals[DealKey(deal: deal, rep: payment.rep)] {
      let dates = (lines[payment.rep] ?? []).filter { $0.deal == deal }.map(\.date)
      let days = dates.isEmpty ? [known.closeDate] : dates
      let count = days.count(where: period.days.contains)
      guard count > 0 else { return .none }
      if count == days.count { return .whole }
      leaveOut(
        payment,
        "\(deal) earned at several times, of which only a part is compared, so it and what it pays for are left out"
      )
      return .part
    }
    // What does not say its time is taken as paid for the time that is asked for.
    return .whole
  }

  mutating func leaveOut(_ payment: Payment, _ message: Inline) {
    strangers.append(
      Finding(
        "reconcile.period", .warning, at: payment.place, message,
        remedy: "compare a period that holds all of it"))
  }
}
