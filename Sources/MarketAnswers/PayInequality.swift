public import Reporting
public import Statistics

/// How unequally pay is spread within groups and among everybody, by the usual indices.
public struct PayInequality: Sendable {
  /// One index. A further one is a line of `all`: tables, intervals and records follow from it.
  public struct Index: Sendable {
    /// How its interval is found from replicates.
    enum Interval: Sendable {
      /// As that of its logarithm, corrected for bias.
      case logarithmic
      /// As quantiles of the replicates.
      case percentile
    }

    /// The name of its columns in JSON and CSV.
    public let name: String
    /// The heading of its column.
    public let title: Inline
    /// The digits that people see behind the point.
    let places: Int
    let interval: Interval
    /// The index of a sample; nil where it has none.
    let of: @Sendable (Sample) -> Double?
  }

  /// The indices that are shown.
  static func all(aversion: Double) -> [Index] {
    [
      Index(name: "gini", title: "Gini", places: 3, interval: .logarithmic) { $0.gini },
      Index(name: "theil_t", title: "Theil T", places: 4, interval: .logarithmic) {
        try? $0.theilT()
      },
      Index(name: "theil_l", title: "Theil L", places: 4, interval: .logarithmic) {
        try? $0.theilL()
      },
      Index(
        name: "atkinson", title: "Atkinson", places: 4, interval: .logarithmic
      ) { try? $0.atkinson(aversion) },
      Index(name: "p90_p10", title: "P90/P10", places: 2, interval: .percentile) {
        $0.quantileRatio()
      },
      // What the best paid fifth is paid over what the worst paid fifth is.
      Index(name: "s80_s20", title: "S80/S20", places: 2, interval: .logarithmic) { sample in
        guard let most = sample.lorenz(0.8), let least = sample.lorenz(0.2), least > 0 else {
          return nil
        }
        return (1 - most) / least
      },
    ]
  }

  /// The ε of Atkinson's index: the larger, the more low pay counts.
  public let aversion: Double
  /// The indices.
  public let indices: [Index]
  /// The estimate of each index for each group; nil where it has no value.
  public let groups: [[Estimate?]]
  /// The estimate of each index for everybody.
  public let whole: [Estimate?]
  /// Theil's T split into what is within groups and what is between them; nil without groups, or where
  /// some pay is zero or negative.
  public let decomposition: TheilDecomposition?
  /// The number of people whose pay is zero or negative, for whom only Gini and P90/P10 are defined.
  public let notPositive: Int

  /// Measures everybody and each group.
  ///
  /// - Complexity: O(replicates · n log n).
  init(
    _ sample: Sample, groups count: Int, by groupOfRow: [Int], aversion: Double,
    _ options: ComparisonOptions
  ) {
    let indices = Self.all(aversion: aversion)
    let parts = count == 0 ? [] : sample.split(into: count) { groupOfRow[$0] }
    self.aversion = aversion
    self.indices = indices
    groups = parts.map { Self.estimates(of: indices, in: $0, options) }
    whole = Self.estimates(of: indices, in: sample, options)
    decomposition = parts.isEmpty ? nil : TheilDecomposition(parts)
    notPositive = sample.values.count { $0 <= 0 }
  }

  private static func estimates(
    of indices: [Index], in sample: Sample, _ options: ComparisonOptions
  ) -> [Estimate?] {
    if sample.replicates != nil, options.interval != .none {
      return indices.map { index in
        sample.replicateEstimate(level: options.level, of: index.of)?
          .withLogarithmicInterval(level: options.level)
      }
    }
    // One person drawn again and again varies not at all, which is no certainty.
    let count = sample.independentCount
    guard options.interval != .none, count > 1 else {
      return indices.map { $0.of(sample).map { Estimate(withoutError: $0) } }
    }
    let distributions = options.bootstrap.distributions(in: sample) { sample in
      indices.map { $0.of(sample) }
    }
    return zip(indices, distributions).map { index, distribution in
      guard let distribution else { return nil }
      let interval =
        switch index.interval {
        case .logarithmic:
          distribution.logarithmicInterval(level: options.level, count: count)
        case .percentile:
          distribution.percentileInterval(level: options.level, expandedFor: count)
        }
      return Estimate(
        value: distribution.estimate,
        standardError: interval == nil ? nil : distribution.standardError,
        degreesOfFreedom: nil, interval: interval)
    }
  }
}
