internal import Findings
public import Statistics

/// Past attainments, drawn again with replacement: each year of the history is as likely.
public struct EmpiricalAttainment: AttainmentModel {
  /// The history, in rising order.
  public let values: [Double]
  /// The sums of the powers 0 to 2 of the first i values.
  private let sums: [[Double]]

  /// Creates a model from past attainments as fractions of quota; fails when there are none.
  ///
  /// - Complexity: O(n log n).
  public init(_ history: [Double]) throws(ModelFailure) {
    guard !history.isEmpty else {
      throw ModelFailure.emptyHistory
    }
    if let odd = history.first(where: { !$0.isFinite }) {
      throw ModelFailure.inHistory(odd)
    }
    let values = history.sorted()
    self.values = values
    sums = (0...2).map { order in
      values.reduce(into: [0]) { $0.append(($0.last ?? 0) + power($1, order)) }
    }
  }

  public var hasAtoms: Bool { true }

  public var label: String { "a history of \(values.count) attainments, drawn with replacement" }

  public func draw(using generator: inout Xoshiro256PlusPlus) -> Double {
    values[generator.index(below: values.count)]
  }

  public func partialMoment(_ order: Int, below bound: Double) -> Double? {
    guard sums.indices.contains(order), !bound.isNaN else { return nil }
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return sums[order][low] / Double(values.count)
  }
}
