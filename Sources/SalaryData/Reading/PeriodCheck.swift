internal import Amounts

/// Tells amounts for a month or a year from those for the shorter period that their column names.
///
/// An hourly rate of 55,000 is a yearly salary in the wrong column; multiplied by 2,080 it would be
/// 114 million.
struct PeriodCheck {
  /// The median of the pay that is for the period of the column.
  private(set) var median: Double
  /// How many times too large the amounts for each longer period are.
  private let excesses: [Double]
  /// Pay below this contradicts no period; infinity where there is no longer period.
  private(set) var lowest = Double.infinity

  /// Looks at a sample of the pay, in ascending order and not empty, brought to a year by the period
  /// of its column.
  init(_ sample: [Double], of period: PayPeriod) {
    median = sample[sample.count / 2]
    excesses = [PayPeriod.month, .year].map {
      Double(period.countPerYear) / Double($0.countPerYear)
    }.filter { $0 >= 12 }
    guard !excesses.isEmpty else { return }
    if let own = ownMedian(sample) { median = own }
    // No spread of pay explains fifty times the median. Nearer to it the tail of well-paid people
    // thins out, and amounts for another period come in a heap of their own behind a gap.
    let near = sample.count { $0 > median * 3 && $0 <= median * 6 }
    let far = sample.count { $0 > median * 6 && isPlausibleForLonger($0) }
    lowest = median * (far > near ? 6 : 50)
  }

  /// The median of the lower heap where the median of everything is itself one of the contradicting
  /// amounts, because they are half of the column or more.
  private func ownMedian(_ sample: [Double]) -> Double? {
    let median = sample[sample.count / 2]
    // A ratio of 12 also lies between part-time and full-time pay, one of a hundred does not.
    for excess in excesses where excess >= 100 {
      let lower = sample.filter { ($0 * excess / 5...$0 * excess * 5).contains(median) }
      // Two and a tenth, because one slip must not overrule the rest; 500 a year is hardly pay.
      guard lower.count >= 2, lower.count * 10 >= sample.count, lower[lower.count / 2] >= 500
      else { continue }
      return lower[lower.count / 2]
    }
    return nil
  }

  /// Whether pay is too large for the period of its column, but plausible for a month or a year.
  func contradicts(_ pay: Double) -> Bool {
    pay > lowest && isPlausibleForLonger(pay)
  }

  private func isPlausibleForLonger(_ pay: Double) -> Bool {
    excesses.contains { (median / 5...median * 5).contains(pay / $0) }
  }
}
