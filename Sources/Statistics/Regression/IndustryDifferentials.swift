internal import CSpecialFunctions

/// What each level of a factor pays above or below the average of all, at equal characteristics.
///
/// From the coefficients b of a wage regression, 0 for the reference, and the shares s of the levels
/// in employment: d = b − Σsb, so that Σsd = 0 whatever the reference. The errors are those of d, not
/// of b: V(d) = M V(b) M', M = I − 1s'. Sources: Krueger, Summers, "Efficiency wages and the
/// inter-industry wage structure", Econometrica 56 (1988); Haisken-DeNew, Schmidt, Rev. Econ. Stat. 79
/// (1997).
public struct IndustryDifferentials: Sendable {
  /// One level of the factor, such as an industry, and how far it lies from the mean of all.
  public struct Differential: Sendable, Hashable {
    /// The level, such as "Media".
    public let level: String
    /// Its share in employment, between 0 and 1; the shares of all levels sum to 1.
    public let share: Double
    /// Its differential; of logarithms when the regression is one of log pay.
    public let estimate: Estimate
    /// 100(e^d − 1): the differential in percent of pay, when the regression is one of log pay.
    public var percent: Double { 100 * expm1(estimate.value) }
    /// The two-sided p-value of no differential; nil without a standard error.
    public let pValue: Double?
  }

  /// The differentials, in the order of the levels, without levels that no record has.
  public let differentials: [Differential]
  /// The employment-weighted standard deviation of the differentials, √Σsd².
  public let deviation: Double
  /// The same without what sampling error adds: √max(0, Σsd² − Σs Var(d)).
  public let adjustedDeviation: Double

  /// Computes the differentials of a factor of a regression.
  ///
  /// - Complexity: O(levels³).
  public init(
    of name: String, in regression: LinearRegression, level: Double = 0.95
  ) throws(RegressionFailure) {
    guard let factor = regression.factors[name] else { throw .noSuchFactor(name) }
    let levels = factor.levels.indices.filter { factor.shares[$0] > 0 }
    guard levels.count > 1 else { throw .noSuchFactor(name) }
    for index in levels where factor.coefficients[index] == nil && index != factor.reference {
      throw .aliased(column: "\(name)=\(factor.levels[index])", group: "the regression")
    }
    // A reference that no record has leaves another level aliased, which was refused above.
    let places = levels.map { factor.coefficients[$0] }
    let shares = levels.map { factor.shares[$0] }
    let b = places.map { $0.map { regression.coefficients[$0].estimate.value } ?? 0 }
    let mean = zip(shares, b).reduce(0) { $0 + $1.0 * $1.1 }
    // Σ_k s_k Cov(b_j, b_k), and the variance of the mean.
    func covariance(_ first: Int?, _ second: Int?) -> Double {
      guard let first, let second else { return 0 }
      return regression.covariance[first, second]
    }
    let withMean = places.map { place in
      zip(shares, places).reduce(0) { $0 + $1.0 * covariance(place, $1.1) }
    }
    let ofMean = zip(shares, withMean).reduce(0) { $0 + $1.0 * $1.1 }

    var squares = 0.0
    var variances = 0.0
    var differentials: [Differential] = []
    for (index, levelIndex) in levels.enumerated() {
      let value = b[index] - mean
      let variance = max(
        0, covariance(places[index], places[index]) - 2 * withMean[index] + ofMean)
      squares += shares[index] * value * value
      variances += shares[index] * variance
      let freedom =
        regression.coefficients[0].estimate.degreesOfFreedom
        ?? regression.residualDegreesOfFreedom
      let error = variance.squareRoot()
      differentials.append(
        Differential(
          level: factor.levels[levelIndex], share: shares[index],
          estimate: Estimate(
            value: value, standardError: error, degreesOfFreedom: freedom, level: level),
          pValue: error > 0 ? StudentT.twoSided(value / error, freedom) : nil))
    }
    self.differentials = differentials
    deviation = squares.squareRoot()
    adjustedDeviation = max(0, squares - variances).squareRoot()
  }
}
