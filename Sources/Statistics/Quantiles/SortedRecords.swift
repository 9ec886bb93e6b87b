/// A sample in the order of its values, with cumulated weights.
struct SortedRecords {
  let values: [Double]
  let weights: [Double]?
  /// The weight up to and including each value.
  let cumulated: [Double]

  var total: Double { cumulated.last ?? 0 }

  /// What cumulated weights may differ by and still count as equal.
  ///
  /// Without it "C = pW" would depend on the order in which equal values happen to stand.
  private var tolerance: Double { 8 * Double.ulpOfOne * total }

  init(values: [Double], weights: [Double]?) {
    guard let weights else {
      self.values = values.sorted()
      self.weights = nil
      cumulated = (0..<values.count).map { Double($0 + 1) }
      return
    }
    // Pairs stay together in memory: twice as fast as sorting row numbers.
    let pairs = zip(values, weights).sorted { $0.0 < $1.0 }
    self.values = pairs.map(\.0)
    let sorted = pairs.map(\.1)
    self.weights = sorted
    // Kahan's summation: the cumulated weights are then right to an ulp, however many there are.
    var (sum, lost) = (0.0, 0.0)
    cumulated = sorted.map { weight in
      let term = weight - lost
      let next = sum + term
      lost = (next - sum) - term
      sum = next
      return sum
    }
  }

  /// The number of the first value whose cumulated weight reaches the target.
  func firstIndex(reaching target: Double) -> Int {
    var (low, high) = (0, cumulated.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] >= target { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The weight of the values up to and including x.
  func weight(upTo x: Double) -> Double {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : cumulated[low - 1]
  }

  /// The quantile where the weights count identical records.
  func countedQuantile(_ p: Double, _ rule: QuantileRule) -> Double {
    let position = rule.position(p, of: total)
    let lower = values[firstIndex(reaching: position.lower)]
    let upper = values[firstIndex(reaching: position.upper)]
    return lower + position.fraction * (upper - lower)
  }

  /// The quantile where the weights are shares of a population.
  func weightedQuantile(_ p: Double, _ rule: QuantileRule) -> Double {
    let target = p * total
    let last = values.count - 1
    switch rule {
    case .hyndmanFan1:
      return values[firstIndex(reaching: target - tolerance)]
    case .hyndmanFan2:
      let index = firstIndex(reaching: target - tolerance)
      let isExact = cumulated[index] <= target + tolerance
      return isExact && index < last
        ? values[index] + 0.5 * (values[index + 1] - values[index]) : values[index]
    case .hyndmanFan3:
      let index = firstIndex(reaching: target - tolerance)
      guard index > 0 else { return values[0] }
      let above = cumulated[index] - target
      let below = target - cumulated[index - 1]
      // Numbers count from 1, so an odd index is an even number.
      if abs(above - below) <= tolerance { return values[index % 2 == 1 ? index : index - 1] }
      return values[above < below ? index : index - 1]
    case .hyndmanFan4: return interpolated(p) { _, after, _ in after / total }
    case .hyndmanFan5:
      return interpolated(p) { before, after, _ in (before + after) / 2 / total }
    case .hyndmanFan6:
      return interpolated(p) { _, after, lastWeight in after / (total + lastWeight) }
    case .hyndmanFan7:
      guard last > 0 else { return values[0] }
      let beforeLast = cumulated[last - 1]
      return interpolated(p) { before, _, _ in before / beforeLast }
    case .hyndmanFan8:
      return interpolated(p) { before, after, lastWeight in
        (before + 2 * after) / 3 / (total + lastWeight / 3)
      }
    case .hyndmanFan9:
      return interpolated(p) { before, after, lastWeight in
        (3 * before + 5 * after) / 8 / (total + lastWeight / 4)
      }
    }
  }

  /// Interpolates between plotting positions, which rise with the values.
  private func interpolated(
    _ p: Double, _ rule: (_ before: Double, _ after: Double, _ lastWeight: Double) -> Double
  ) -> Double {
    let lastWeight = weights?.last ?? 1
    func position(_ index: Int) -> Double {
      rule(index == 0 ? 0 : cumulated[index - 1], cumulated[index], lastWeight)
    }
    // The first value whose position reaches p.
    var (low, high) = (0, values.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if position(middle) >= p { high = middle } else { low = middle + 1 }
    }
    let upper = position(low)
    guard low > 0, p < upper else { return values[low] }
    let lower = position(low - 1)
    return values[low - 1] + (p - lower) / (upper - lower) * (values[low] - values[low - 1])
  }
}

extension Sample {
  func sortedRecords() -> SortedRecords { SortedRecords(values: values, weights: weights) }
}
