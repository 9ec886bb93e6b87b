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
    /// Factors given with the data, such as those of a stratified jackknife.
    case factors([Double])
  }

  /// The sets, each with one weight for every record; zero where a record is left out.
  public let sets: [[Double]]
  /// How the publisher made them, which decides the factor of each replicate.
  public let method: Method

  /// Creates the sets; factors must be as many as sets.
  public init(_ sets: [[Double]], _ method: Method) throws(SampleFailure) {
    if case .factors(let factors) = method, factors.count != sets.count {
      throw .lengthsDiffer(column: "factors", length: factors.count, values: sets.count)
    }
    self.sets = sets
    self.method = method
  }

  /// The statistic with its standard error; nil where it has no value for some set of weights.
  ///
  /// The degrees of freedom are R − 1, the usual choice where the design is not known.
  ///
  /// - Complexity: O(R · (n + cost of the statistic)).
  public func estimate(
    in sample: [Double], weights: [Double], level: Double = 0.95,
    of statistic: (Sample) throws(SampleFailure) -> Double?
  ) throws(SampleFailure) -> Estimate? {
    guard let value = try statistic(Sample(sample, weights: weights, .sampling)) else {
      return nil
    }
    var variance = 0.0
    for (index, set) in sets.enumerated() {
      guard let replicate = try statistic(Sample(sample, weights: set, .sampling)) else {
        return nil
      }
      variance += factor(index) * (replicate - value) * (replicate - value)
    }
    let degreesOfFreedom = Double(sets.count - 1)
    return Estimate(
      value: value, standardError: sets.count > 1 ? variance.squareRoot() : nil,
      degreesOfFreedom: sets.count > 1 ? degreesOfFreedom : nil, level: level)
  }

  private func factor(_ index: Int) -> Double {
    let count = Double(sets.count)
    return switch method {
    case .balancedRepeated, .bootstrap: 1 / count
    case .fay(let k): 1 / (count * (1 - k) * (1 - k))
    case .jackknife: (count - 1) / count
    case .successiveDifference: 4 / count
    case .factors(let factors): factors[index]
    }
  }
}
