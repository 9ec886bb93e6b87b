/// Sets of weights that a survey publishes instead of its design, to estimate variances with.
///
/// V = Σ_r c_r (θ_r − θ)², θ the estimate with the full weights. Source: Lumley, *Complex Surveys*,
/// 2010, section 2.3; Wolter, *Introduction to Variance Estimation*, 2007.
public struct ReplicateWeights: Sendable {
  /// How the sets were made, which settles the factors c_r.
  public enum Method: Sendable, Hashable {
    /// Balanced half samples, each of R replicates with the factor 1/R.
    case balancedRepeated
    /// Balanced half samples with Fay's factor k: 1/(R(1−k)²).
    case fay(Double)
    /// The jackknife that leaves out one unit of an unstratified sample: (R−1)/R.
    case jackknife
    /// Bootstrap samples, each of R replicates with the factor 1/R.
    case bootstrap
    /// Successive differences, as in the American Community Survey: 4/R.
    case successiveDifference
    /// Factors given with the data, one for each set, or one for all, such as 1 for paired jackknives.
    case factors([Double])
  }

  /// The sets, each with one weight for every record; zero where a record is left out.
  ///
  /// A weight may be negative, as some of the American Community Survey are.
  public let sets: [[Double]]
  /// How the publisher made them, which decides the factor of each replicate.
  public let method: Method

  /// Creates the sets; factors must be one, or as many as sets.
  public init(_ sets: [[Double]], _ method: Method) throws(SampleFailure) {
    if case .factors(let factors) = method, factors.count != 1, factors.count != sets.count {
      throw .lengthsDiffer(column: "factors", length: factors.count, values: sets.count)
    }
    for set in sets {
      if let row = set.firstIndex(where: { !$0.isFinite }) {
        throw .weightNotUsable(row: row, weight: set[row])
      }
    }
    self.sets = sets
    self.method = method
  }

  /// Returns how much the squared difference of a replicate counts.
  public func factor(_ index: Int) -> Double {
    let count = Double(sets.count)
    return switch method {
    case .balancedRepeated, .bootstrap: 1 / count
    case .fay(let k): 1 / (count * (1 - k) * (1 - k))
    case .jackknife: (count - 1) / count
    case .successiveDifference: 4 / count
    case .factors(let factors): factors.count == 1 ? factors[0] : factors[index]
    }
  }

  /// What the squared difference of every replicate counts; nil where they count differently.
  public var commonFactor: Double? {
    guard case .factors(let factors) = method else { return factor(0) }
    return factors.allSatisfy { $0 == factors[0] } ? factors[0] : nil
  }

  /// The sets as a sample has them, which may be a part of all records.
  public struct Rows: Sendable {
    /// The sets.
    public let weights: ReplicateWeights
    /// The record of the sets that each record of the sample is.
    var rows: [Int]

    /// The variance of what differs by nothing with the full weights; nil where some set has no value of it.
    ///
    /// The degrees of freedom are R − 1, the usual choice where the design is not known.
    func variance(
      _ difference: (RowWeights) -> Double?
    ) -> (variance: Double, degreesOfFreedom: Double)? {
      guard weights.sets.count > 1 else { return nil }
      var variance = 0.0
      for (index, set) in weights.sets.enumerated() {
        guard let value = difference(RowWeights(set: set, rows: rows)), value.isFinite else {
          return nil
        }
        variance += weights.factor(index) * value * value
      }
      return (variance, Double(weights.sets.count - 1))
    }
  }

  /// One set of weights of the records of a sample.
  struct RowWeights {
    fileprivate let set: [Double]
    fileprivate let rows: [Int]

    /// The weights in the order of the records.
    var all: [Double] { rows.map { set[$0] } }

    /// The weighted mean of a function, over the records of which it is not nil; nil without weight.
    func mean(of function: (_ record: Int) -> Double?) -> Double? {
      var (sum, total) = (0.0, 0.0)
      for (record, row) in rows.enumerated() {
        guard let value = function(record) else { continue }
        sum += set[row] * value
        total += set[row]
      }
      return total > 0 ? sum / total : nil
    }
  }
}

extension Sample {
  /// A statistic with the error that replicate weights give it; nil where the sample has no value of it.
  ///
  /// There is no error without replicate weights, and where the statistic has no value for some set, or a
  /// set has negative weights. The degrees of freedom are R − 1.
  ///
  /// - Complexity: O(R · (n + cost of the statistic)).
  public func replicateEstimate(
    level: Double = 0.95, of statistic: (Sample) -> Double?
  ) -> Estimate? {
    guard let value = statistic(self) else { return nil }
    let error = replicates?.variance { weights in
      guard let sample = try? Sample(values, weights: weights.all, .sampling),
        let replicate = statistic(sample)
      else { return nil }
      return replicate - value
    }
    return Estimate(value: value, error, level: level)
  }
}
