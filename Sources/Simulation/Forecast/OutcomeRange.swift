public import Statistics

/// The mean and the usual percentiles of equally likely amounts in major units.
public struct OutcomeRange: Hashable, Sendable {
  /// The mean, with its Monte Carlo standard error.
  public let mean: Estimate
  /// What 10 %, 50 % and 90 % of the outcomes do not exceed, with their Monte Carlo standard errors.
  public let percentiles: [Estimate]

  /// The mean.
  public var expected: Double { mean.value }
  /// What one outcome in ten does not exceed.
  public var p10: Double { percentiles[0].value }
  /// The median.
  public var p50: Double { percentiles[1].value }
  /// What nine outcomes in ten do not exceed.
  public var p90: Double { percentiles[2].value }

  /// Creates the range of amounts; without any, or with one that is not finite, all is 0.
  ///
  /// - Complexity: O(n) on average.
  public init(of amounts: [Double]) {
    guard !amounts.isEmpty, amounts.allSatisfy(\.isFinite) else {
      mean = Estimate(0, nil)
      percentiles = Array(repeating: mean, count: 3)
      return
    }
    mean = Spread(of: amounts).mean
    percentiles = Estimate.percentiles([0.1, 0.5, 0.9], of: amounts)
  }
}

extension Estimate {
  /// Percentiles of simulated values, with their Monte Carlo standard errors.
  ///
  /// - Complexity: O(n) on average.
  static func percentiles(_ shares: [Double], of values: [Double]) -> [Estimate] {
    var values = values
    let ranks = shares.map { QuantileRanks($0, of: values.count) }
    Selection.select(ranks.flatMap(\.all), in: &values)
    return ranks.map { rank in
      let (low, high) = (values[rank.lower], values[rank.upper])
      return Estimate(
        low + rank.fraction * (high - low),
        (values[rank.oneErrorUp] - values[rank.oneErrorDown]) / 2)
    }
  }

  /// The share of simulated values for which something holds, with its Monte Carlo standard error.
  public init<Value>(shareOf values: [Value], where holds: (Value) -> Bool) {
    self.init(values.count(where: holds), of: values.count)
  }
}
