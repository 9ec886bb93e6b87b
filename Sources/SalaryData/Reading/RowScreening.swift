internal import Amounts
internal import Tables

/// The rows that rules set aside once the whole file is read; the first rule that fits a row counts.
struct RowScreening {
  /// The number of rows before anything was set aside.
  let rowCount: Int
  /// For each row 0, or one more than the position of the rule; empty as long as no rule fits.
  private var verdicts: [UInt8] = []
  private var counts = [Int](repeating: 0, count: CleaningRule.allCases.count)

  init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// Returns the number of rows that a rule set aside.
  func count(of rule: CleaningRule) -> Int {
    CleaningRule.allCases.firstIndex(of: rule).map { counts[$0] } ?? 0
  }

  /// The rule that set a row aside; nil for a row that is kept.
  func rule(of row: Int) -> CleaningRule? {
    keeps(row) ? nil : CleaningRule.allCases[Int(verdicts[row]) - 1]
  }

  /// Whether no rule set a row aside.
  func keeps(_ row: Int) -> Bool { verdicts.isEmpty || verdicts[row] == 0 }

  /// Sets a row aside, unless another rule already did.
  mutating func setAside(_ row: Int, _ rule: CleaningRule) {
    if verdicts.isEmpty { verdicts = [UInt8](repeating: 0, count: rowCount) }
    guard verdicts[row] == 0, let position = CleaningRule.allCases.firstIndex(of: rule) else {
      return
    }
    verdicts[row] = UInt8(position + 1)
    counts[position] += 1
  }

  /// Sets aside pay that is far from the median.
  ///
  /// - Parameters:
  ///   - pay: The pay of each row, brought to a year by the period of the column.
  ///   - period: The period of the column.
  ///   - rules: The rules that are switched on.
  mutating func setAsideOutliers(
    _ pay: PackedColumn<Double>, of period: PayPeriod, _ rules: Set<CleaningRule>
  ) {
    let sample = sample(of: pay)
    guard sample.count >= 3 else { return }
    let periods = PeriodCheck(sample, of: period)
    let median = periods.median
    guard median > 0 else { return }
    // Fifty times the median is beyond what any occupation's spread explains, and a slip of three
    // digits is twenty times as far; a slip is one if a thousandth or thousandfold is plausible.
    let (low, high) = (median / 50, median * 50)
    let plausible = median / 5...median * 5
    for row in pay.indices where pay[row] < low || pay[row] > min(high, periods.lowest) {
      let value = pay[row]
      if periods.contradicts(value) {
        if rules.contains(.otherPeriod) { setAside(row, .otherPeriod) }
      } else if value < low, plausible.contains(value * 1000) {
        if rules.contains(.payInThousands) { setAside(row, .payInThousands) }
      } else if value > high, plausible.contains(value / 1000) {
        if rules.contains(.payTimesThousand) { setAside(row, .payTimesThousand) }
      } else if value < low || value > high, rules.contains(.implausiblePay) {
        setAside(row, .implausiblePay)
      }
    }
  }

  /// The pay of up to 10,001 evenly spaced rows in ascending order, which is exact enough for bounds
  /// that wide.
  private func sample(of pay: PackedColumn<Double>) -> [Double] {
    let step = max(1, pay.count / 10_001)
    return stride(from: 0, to: pay.count, by: step).compactMap { row in
      keeps(row) ? pay[row] : nil
    }.sorted()
  }

  /// Finds the rows whose hash an earlier row has, in their order.
  ///
  /// Each thread takes hashes of its own, by their first bits.
  static func duplicates(_ hashes: [UInt64], threads: Int) -> [Int] {
    // Each part looks at all hashes, so that more than a few gain nothing.
    let partBits = threads > 1 ? Int.bitWidth - (min(threads, 8) - 1).leadingZeroBitCount : 0
    return ParallelSteps.map(1 << partBits, threads: threads) { part in
      HashSet64.repeats(in: hashes, part: UInt64(part), of: partBits)
    }.joined().sorted()
  }

  /// Returns the rows of a table that no rule set aside.
  func apply(to table: SalaryTable) -> SalaryTable {
    verdicts.isEmpty ? table : table.filtered(keeps)
  }
}
