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

  /// The quantiles of a sample that is not empty, at shares in [0, 1], by its rule or another one.
  mutating func quantiles(_ shares: [Double], _ other: QuantileRule? = nil) -> [Double] {
    let rule = other ?? rule
    guard let sorted else { return Self.select(shares, rule, in: &scratch) }
    return shares.map {
      weighting == .frequency
        ? sorted.countedQuantile($0, rule) : sorted.weightedQuantile($0, rule)
    }
  }

  /// Whether two records from one value to another are equal; a frequency of two is two records.
  func hasTies(from low: Double, to high: Double) -> Bool {
    var inside: [Double] = []
    if let sorted {
      for (index, value) in sorted.values.enumerated() where value >= low && value <= high {
        if weighting == .frequency, sorted.weights?[index] ?? 1 > 1 { return true }
        inside.append(value)
      }
    } else {
      inside = scratch.filter { $0 >= low && $0 <= high }.sorted()
    }
    return zip(inside, inside.dropFirst()).contains { $0 == $1 }
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
