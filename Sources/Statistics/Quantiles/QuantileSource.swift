/// A sample prepared for several rounds of quantiles: what one round orders, the next one finds.
struct QuantileSource {
  private let rule: QuantileRule
  private let weighting: Weighting
  /// The values without weights, in an order that gets better with every round.
  private var scratch: [Double] = []
  private var sorted: SortedRecords?

  init(_ sample: Sample, _ rule: QuantileRule?) {
    self.rule = rule ?? .standard(for: sample.weighting)
    weighting = sample.weighting
    if weighting == .none { scratch = sample.values } else { sorted = sample.sortedRecords() }
  }

  /// The quantiles of a sample that is not empty, at shares in [0, 1].
  mutating func quantiles(_ shares: [Double]) -> [Double] {
    guard let sorted else { return Self.select(shares, rule, in: &scratch) }
    return shares.map {
      weighting == .frequency
        ? sorted.countedQuantile($0, rule) : sorted.weightedQuantile($0, rule)
    }
  }

  static func select(
    _ shares: [Double], _ rule: QuantileRule, in values: inout [Double]
  ) -> [Double] {
    let positions = shares.map { rule.position($0, of: Double(values.count)) }
    Selection.select(positions.flatMap { [Int($0.lower) - 1, Int($0.upper) - 1] }, in: &values)
    return positions.map { position in
      let lower = values[Int(position.lower) - 1]
      return lower + position.fraction * (values[Int(position.upper) - 1] - lower)
    }
  }
}
