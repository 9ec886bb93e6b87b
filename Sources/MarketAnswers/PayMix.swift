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
    // Without groups everybody is one.
    var counts = [Int](repeating: 0, count: max(count, 1))
    var weights = [Double](repeating: 0, count: counts.count)
    var sums = [Double](repeating: 0, count: counts.count * parts.count)
    for row in 0..<people.table.rowCount where !columns[0][row].isNaN {
      var hasVariable = false
      for column in columns.dropFirst() where !column[row].isNaN { hasVariable = true }
      guard hasVariable else { continue }
      let group = count > 0 ? groupOfRow[row] : 0
      let weight = people.sample.weights?[row] ?? 1
      counts[group] += 1
      weights[group] += weight
      for (part, column) in columns.enumerated() where !column[row].isNaN {
        sums[group * columns.count + part] += weight * column[row]
      }
    }
    func mix(_ groups: Range<Int>) -> Group {
      let weight = weights[groups].reduce(0, +)
      let means = columns.indices.map { part in
        groups.reduce(0) { $0 + sums[$1 * columns.count + part] } / weight
      }
      return Group(count: counts[groups].reduce(0, +), means: weight > 0 ? means : [])
    }
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    self.parts = parts
    groups = (0..<count).map { mix($0..<$0 + 1) }
    whole = mix(0..<counts.count)
  }
}
