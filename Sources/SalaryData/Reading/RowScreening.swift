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

  /// Finds the rows whose hash an earlier row has.
  ///
  /// Of 5 million rows two different ones have the same 64-bit hash with a chance of one in a
  /// million. Each thread takes hashes of its own, by their first bits.
  ///
  /// - Returns: The rows in their order.
  static func duplicates(_ hashes: [UInt64], threads: Int) -> [Int] {
    // Each part looks at all hashes, so that more than a few gain nothing.
    let partBits = threads > 1 ? Int.bitWidth - (min(threads, 8) - 1).leadingZeroBitCount : 0
    return ParallelSteps.map(1 << partBits, threads: threads) { part in
      duplicates(hashes, part: UInt64(part), of: partBits)
    }.joined().sorted()
  }

  /// Finds those whose hash begins with some bits.
  ///
  /// Two bits for each value of the bits that follow, "seen" and "seen again", leave only a few rows for
  /// the exact set.
  private static func duplicates(
    _ hashes: [UInt64], part: UInt64, of partBits: Int
  ) -> [Int] {
    let indexBits = max(10, Int.bitWidth - (4 * hashes.count).leadingZeroBitCount - partBits)
    let shift = UInt64(64 - indexBits)
    var marks = [UInt64](repeating: 0, count: 1 << (indexBits - 5))
    for hash in hashes where hash >> UInt64(64 - partBits) == part {
      let index = (hash << UInt64(partBits)) >> shift
      let seen: UInt64 = 1 << (2 * (index & 31))
      let old = marks[Int(index >> 5)]
      marks[Int(index >> 5)] = old | seen | (old & seen) << 1
    }
    var exact = HashSet64()
    var duplicates: [Int] = []
    for (row, hash) in hashes.enumerated() where hash >> UInt64(64 - partBits) == part {
      let index = (hash << UInt64(partBits)) >> shift
      guard marks[Int(index >> 5)] >> (2 * (index & 31)) & 2 != 0 else { continue }
      if !exact.insert(hash) { duplicates.append(row) }
    }
    return duplicates
  }

  /// Returns the rows of a table that no rule set aside.
  func apply(to table: SalaryTable) -> SalaryTable {
    verdicts.isEmpty ? table : table.filtered(keeps)
  }
}
