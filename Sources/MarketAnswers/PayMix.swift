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
  /// - Parameters:
  ///   - people: The people.
  ///   - rows: Their groups.
  ///   - order: The groups in the order of the comparison; empty where only the whole is asked for.
  /// - Complexity: O(rows × parts).
  init?(_ people: SurveyedPay, by rows: RowGroups, in order: [Int]) {
    guard let parts = Self.parts(in: people.table) else { return nil }
    var sums = [Sums](repeating: Sums(), count: rows.count)
    sums.add(people, rows, parts.map { people.table.numbers($0) ?? [] })
    func mix(_ groups: [Sums]) -> Group {
      let weight = groups.reduce(0) { $0 + $1.weight }
      let means = parts.indices.map { part in groups.reduce(0) { $0 + $1.pay[part] } / weight }
      return Group(count: groups.reduce(0) { $0 + $1.count }, means: weight > 0 ? means : [])
    }
    guard sums.contains(where: { $0.count > 0 }) else { return nil }
    self.parts = parts
    groups = order.map { mix([sums[$0]]) }
    // In the order of the comparison, because sums round.
    whole = mix(order.isEmpty ? sums : order.map { sums[$0] })
  }

  /// What adds up over the people of a group.
  fileprivate struct Sums {
    var count = 0
    var weight = 0.0
    /// The pay of each part, base pay first; 0 where there is no such part.
    var pay = SIMD4<Double>()
  }
}

extension [PayMix.Sums] {
  /// Adds people to the sums of their groups; `columns` are the parts of their pay, base pay first.
  fileprivate mutating func add(
    _ people: SurveyedPay, _ rows: RowGroups, _ columns: [PackedColumn<Double>]
  ) {
    let weights = people.sample.weights
    let (base, first) = (columns[0], columns[1])
    let second = columns.count > 2 ? columns[2] : nil
    for row in 0..<people.table.rowCount where !base[row].isNaN {
      let (one, two) = (first[row], second?[row] ?? .nan)
      guard !one.isNaN || !two.isNaN else { continue }
      let weight = weights?[row] ?? 1
      let group = Int(rows.groupOfRow[row])
      self[group].count += 1
      self[group].weight += weight
      self[group].pay +=
        weight * SIMD4(base[row], one.isNaN ? 0 : one, two.isNaN ? 0 : two, 0)
    }
  }
}
