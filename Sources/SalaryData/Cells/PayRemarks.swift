internal import Amounts

/// How often amounts said something that the number alone does not hold.
struct PayRemarks: Sendable {
  var ranges = 0
  var approximate = 0
  var atLeast = 0
  var atMost = 0
  var extras = 0
  /// The rows whose pay was for another span than a year.
  private(set) var rowsByPeriod = [Int](repeating: 0, count: PayPeriod.allCases.count)

  mutating func count(_ amount: WrittenAmount) {
    if amount.isRange { ranges += 1 }
    if amount.remarks.contains(.approximate) { approximate += 1 }
    if amount.remarks.contains(.atLeast) { atLeast += 1 }
    if amount.remarks.contains(.atMost) { atMost += 1 }
    if amount.remarks.contains(.withExtras) { extras += 1 }
  }

  /// Counts a row whose pay is for a span of which so many make a year.
  mutating func countRow(periodsPerYear: Double) {
    for (index, period) in PayPeriod.allCases.enumerated()
    where Double(period.countPerYear) == periodsPerYear {
      rowsByPeriod[index] += 1
    }
  }

  mutating func add(_ other: PayRemarks) {
    ranges += other.ranges
    approximate += other.approximate
    atLeast += other.atLeast
    atMost += other.atMost
    extras += other.extras
    for index in rowsByPeriod.indices { rowsByPeriod[index] += other.rowsByPeriod[index] }
  }
}
