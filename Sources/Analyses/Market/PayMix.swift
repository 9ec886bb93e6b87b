public import SalaryData
internal import Statistics

/// What the pay of groups is made of: base, commission, bonus.
public struct PayMix: Hashable, Sendable {
  /// The mix of one group.
  public struct Group: Hashable, Sendable {
    /// The number of people of whom base pay and some variable part are known.
    public let count: Int
    /// The mean of each part, in the order of `parts`; empty for nobody.
    public let means: [Double]

    /// The share of each part in all pay; empty for nobody.
    public var shares: [Double] {
      let total = means.reduce(0, +)
      return total > 0 ? means.map { $0 / total } : []
    }
  }

  /// The parts, base pay first.
  public let parts: [ColumnRole]
  /// The mix of each group, in the order of the comparison.
  public let groups: [Group]
  /// The mix of everybody.
  public let whole: Group

  /// The parts that a table can be split into; nil unless it has base pay and a variable part.
  static func parts(in table: SalaryTable) -> [ColumnRole]? {
    let variable = [ColumnRole.commission, .bonus].filter { table.numbers($0) != nil }
    return variable.isEmpty || table.numbers(.basePay) == nil ? nil : [.basePay] + variable
  }

  /// Measures groups; a part that is not said is 0 for people of whom another one is known.
  ///
  /// - Complexity: O(rows × parts).
  init?(_ people: SurveyedPay, groups count: Int, by groupOfRow: [Int]) {
    guard let parts = Self.parts(in: people.table) else { return nil }
    let columns = parts.map { people.table.numbers($0) ?? [] }
    var counts = [Int](repeating: 0, count: count + 1)
    var weights = [Double](repeating: 0, count: count + 1)
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: parts.count), count: count + 1)
    // Without groups only the whole is measured.
    func groups(of row: Int) -> [Int] { count > 0 ? [groupOfRow[row], count] : [count] }
    for row in 0..<people.table.rowCount {
      let amounts = columns.map { $0[row] }
      guard !amounts[0].isNaN, amounts.dropFirst().contains(where: { !$0.isNaN }) else { continue }
      let weight = people.sample.weights?[row] ?? 1
      for index in groups(of: row) {
        counts[index] += 1
        weights[index] += weight
        for (part, amount) in amounts.enumerated() where !amount.isNaN {
          sums[index][part] += weight * amount
        }
      }
    }
    guard counts[count] > 0 else { return nil }
    let mixes = counts.indices.map { index in
      Group(
        count: counts[index],
        means: counts[index] > 0 ? sums[index].map { $0 / weights[index] } : [])
    }
    self.parts = parts
    self.groups = Array(mixes.dropLast())
    whole = mixes[count]
  }
}
