/// A sample prepared for several rounds of quantiles: its records in their order.
struct QuantileSource {
  /// The records, which count alike or by their weights.
  private enum Records {
    case alike(OrderStatistics)
    case weighted(SortedRecords)
  }

  private let rule: QuantileRule
  private let weighting: Weighting
  private let records: Records

  init(_ sample: Sample, _ rule: QuantileRule?) {
    self.rule = rule ?? .standard(for: sample.weighting)
    weighting = sample.weighting
    records =
      weighting == .none
      ? .alike(OrderStatistics(sorting: sample.values)) : .weighted(sample.sortedRecords())
  }

  /// Takes the values of a sample without weights from its parts, which are in their order.
  init(sortedParts parts: [Sample], _ rule: QuantileRule?) {
    self.rule = rule ?? .standard(for: .none)
    weighting = .none
    records = .alike(OrderStatistics(runs: parts.map(\.values)))
  }

  /// The quantiles of a sample that is not empty, at shares in [0, 1], by its rule or another one.
  func quantiles(_ shares: [Double], _ other: QuantileRule? = nil) -> [Double] {
    let rule = other ?? rule
    switch records {
    case .alike(let order):
      return shares.map { share in
        rule.quantile(share, of: order.count) { order.value(at: $0) }
      }
    case .weighted(let sorted):
      return shares.map {
        weighting == .frequency
          ? sorted.countedQuantile($0, rule) : sorted.weightedQuantile($0, rule)
      }
    }
  }

  /// Whether two records from one value to another are equal; a frequency of two is two records.
  func hasTies(from low: Double, to high: Double) -> Bool {
    switch records {
    case .alike(let order): return order.hasTies(from: low, to: high)
    case .weighted(let sorted):
      var inside: [Double] = []
      for (index, value) in sorted.values.enumerated() where value >= low && value <= high {
        if weighting == .frequency, sorted.weights?[index] ?? 1 > 1 { return true }
        inside.append(value)
      }
      return zip(inside, inside.dropFirst()).contains { $0 == $1 }
    }
  }

  static func select(
    _ shares: [Double], _ rule: QuantileRule, in values: inout [Double]
  ) -> [Double] {
    let positions = shares.map { rule.position($0, of: Double(values.count)) }
    Selection.select(positions.flatMap { [Int($0.lower) - 1, Int($0.upper) - 1] }, in: &values)
    return shares.map { rule.quantile($0, of: values.count) { values[$0] } }
  }
}

extension QuantileRule {
  /// The quantile of so many records that count alike, of which a function knows the order statistics,
  /// counted from 0.
  fileprivate func quantile(_ p: Double, of count: Int, _ value: (Int) -> Double) -> Double {
    let position = position(p, of: Double(count))
    let lower = value(Int(position.lower) - 1)
    return lower + position.fraction * (value(Int(position.upper) - 1) - lower)
  }
}
