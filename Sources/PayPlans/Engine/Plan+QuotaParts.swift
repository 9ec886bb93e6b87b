package import Amounts

/// What of the quota of a full year falls on some months for one person.
package struct QuotaPart: Hashable, Sendable {
  /// The first and the last day.
  package let days: ClosedRange<CalendarDate>
  /// The share of the quota of a person in service all year: the phasing.
  package let whole: Ratio
  /// The same for this person: × the days in service, each at its share of the ramp, over all days.
  package let own: Ratio
}

extension Plan {
  /// Returns what of the quota of a full year falls on each period of a plan year for a person.
  ///
  /// These are the factors by which statements take the quota of a person's row, so that their sum is
  /// what a quota of 1 comes to in the year. Later versions of the plan are left out.
  ///
  /// - Parameters:
  ///   - rep: The person.
  ///   - measure: The measure, whose phasing and ramp count.
  ///   - months: The length of the periods: 1, 3, 6 or 12.
  ///   - start: The first day of the year.
  /// - Returns: The parts, in their order.
  /// - Throws: When a share does not fit.
  package func quotaParts(
    of rep: Rep, measure: Measure, months: Int, yearFrom start: CalendarDate
  ) throws(ArithmeticFailure) -> [QuotaPart] {
    let year = PlanYear(start: start)
    let service = Service(rep, on: self)
    var parts: [QuotaPart] = []
    for first in stride(from: 0, to: 12, by: months) {
      let period = first..<first + months
      let whole = try measure.share(of: period)
      let own = try service.share(
        of: period, in: year, measure, ramp: measure.ramp?.quota ?? [])
      parts.append(
        QuotaPart(days: year.monthStarts[first]...year.lastDay(of: period), whole: whole, own: own))
    }
    return parts
  }
}
