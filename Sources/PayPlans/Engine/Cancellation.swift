internal import Amounts

/// What happens to a deal that was cancelled, by the terms of the day on which it closed.
struct Cancellation {
  var date: CalendarDate
  /// Its place among all cancellations: by day, then by deal, then by rep.
  var order: Int = 0
  /// The rule of the plan; nil when it has none.
  var rule: Clawback?
  /// The first day on which a cancellation takes nothing back; nil without a rule.
  var windowEnd: CalendarDate?
  /// Whether it falls under the rule, so that the deal gives something back.
  var isInWindow: Bool = false
  /// The share that is taken back; 0 without a rule and outside its window.
  var take: Ratio = .zero
  /// What becomes of the credit; nil when nothing is taken back.
  var attainment: Clawback.Attainment?

  /// Creates the cancellation of a deal.
  init(on date: CalendarDate, of close: CalendarDate, by rule: Clawback?) {
    self.date = date
    guard let rule else { return }
    self.rule = rule
    let end = rule.within.after(close)
    windowEnd = end
    guard date < end else { return }
    isInWindow = true
    attainment = rule.attainment
    switch rule.take {
    case .share(let share): take = share
    case .prorated:
      // Both are numbers of days, and the window is not empty.
      take =
        (try? Ratio(Int128(date.distance(to: end)), over: Int128(close.distance(to: end)))) ?? .one
    }
  }
}
