public import Amounts

/// How much more credit it takes until a component pays a higher rate, or something at once.
public struct NextStep: Hashable, Sendable {
  /// The component.
  public let component: String
  /// The period in which the credit is needed.
  public let firstDay: CalendarDate
  /// The last day of that period.
  public let lastDay: CalendarDate
  /// The credit that is missing.
  public let needed: Ratio
  /// What the credit is counted in.
  public let unit: Measure.Unit
  /// What a unit of credit is paid now.
  public let rate: Ratio
  /// What a unit of credit is paid from then on.
  public let nextRate: Ratio
  /// What is paid at once on reaching it, before rounding.
  public let jump: Ratio
}

extension Statement {
  /// Returns the next step of each component in the period that holds a day.
  ///
  /// - Complexity: O(number of periods).
  public func nextSteps(on date: CalendarDate) -> [NextStep] {
    periods.compactMap { period in
      guard period.measure != nil, period.firstDay <= date, date <= period.lastDay,
        let step = period.curve.nextStep(after: period.credit),
        let distance = try? step.at - period.credit
      else { return nil }
      // Above an end that its band includes, the smallest amount is enough.
      let least =
        period.unit == .money
        ? try? Ratio(1, over: Int128(period.earned.currency.minorUnitsPerMajor)) : .one
      let needed = step.isOpen ? (try? distance + (least ?? .zero)) ?? distance : distance
      return NextStep(
        component: period.component, firstDay: period.firstDay, lastDay: period.lastDay,
        needed: needed, unit: period.unit,
        rate: period.curve.pieces[period.curve.pieceIndex(at: period.credit)].slope,
        nextRate: step.rate, jump: step.jump)
    }
  }
}
