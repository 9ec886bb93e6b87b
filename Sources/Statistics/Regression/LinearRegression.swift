internal import CSpecialFunctions

/// A linear regression by least squares.
///
/// Solved by QR. With weights the rows are scaled by √w. Columns that are combinations of earlier
/// ones get no coefficient and are named in `aliased`, as in R's `lm`.
public struct LinearRegression: Sendable {
  /// How the variance of the coefficients is estimated.
  public enum Errors: Sendable, Hashable {
    /// Equal variances: s²(X'X)⁻¹.
    case classical
    /// White's estimator with the factor n/(n−k), right under unequal variances.
    case hc1
    /// With residuals divided by 1 − leverage: better in small samples (MacKinnon, White 1985).
    case hc3
    /// Clusters, given by a code for each row, with the factor G/(G−1)·(n−1)/(n−k); t with G−1.
    ///
    /// Unreliable with fewer than about 30 clusters (Cameron, Miller, J. Hum. Resources 2015).
    case clustered([Int])
  }

  /// A coefficient with its standard error.
  public struct Coefficient: Sendable, Hashable {
    /// The column, as in "(Intercept)", "experience", "industry=Media".
    public let name: String
    /// The estimate with its standard error and t interval.
    public let estimate: Estimate
    /// The estimate divided by its standard error; nil when that is 0.
    public let statistic: Double?
    /// The two-sided p-value; nil without a statistic.
    public let pValue: Double?
  }

  /// A column that could not be told from earlier ones.
  public struct Aliased: Sendable, Hashable {
    /// The column of the design, such as "experience" or "level=senior".
    public let name: String
    /// The columns of which it is a combination; none for a column of zeros.
    public let combines: [String]
  }

  /// A factor among the predictors.
  public struct Factor: Sendable, Hashable {
    /// The levels, in the order of the columns of the design.
    public let levels: [String]
    /// The level without a column of its own.
    public let reference: Int
    /// The share of each level in all weight.
    public let shares: [Double]
    /// The index of the coefficient of each level; nil for the reference and aliased ones.
    let coefficients: [Int?]
  }

  /// The coefficients of the columns that are not aliased.
  public let coefficients: [Coefficient]
  /// The columns without a coefficient.
  public let aliased: [Aliased]
  /// The covariance of the coefficients.
  public let covariance: Matrix
  /// The factors of the design by name, with their levels; empty where all predictors are numbers.
  public let factors: [String: Factor]
  /// The number of records, or what frequency weights add up to.
  public let count: Double
  /// The degrees of freedom of the residuals, n − k.
  public let residualDegreesOfFreedom: Double
  /// The residual standard deviation, √(RSS/(n−k)).
  public let residualDeviation: Double
  /// 1 − RSS/TSS, TSS about the mean where there is an intercept; nil when the response is constant.
  public let rSquared: Double?

  /// R² with variances in the place of sums of squares; nil where R² is.
  public var adjustedRSquared: Double? {
    let total = hasIntercept ? count - 1 : count
    return rSquared.map { 1 - (1 - $0) * total / residualDegreesOfFreedom }
  }

  private let hasIntercept: Bool

  /// Returns the coefficient of a column; nil when there is none.
  ///
  /// - Complexity: O(coefficients).
  public subscript(_ name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// Fits a regression.
  ///
  /// Without `errors` they are those that fit the weighting: HC1 for sampling weights, else
  /// classical. Records of weight zero do not count.
  ///
  /// - Complexity: O(rows · columns²).
  public init(
    _ response: [Double], on predictors: Predictors, weights: [Double]? = nil,
    _ weighting: Weighting = .none, errors: Errors? = nil, level: Double = 0.95
  ) throws(RegressionFailure) {
    let fit = try LeastSquares(response, predictors, weights: weights, weighting)
    let errors = errors ?? (weighting == .sampling ? .hc1 : .classical)
    let covariance = try fit.covariance(errors)
    var freedom = fit.count - Double(fit.factor.kept.count)
    residualDegreesOfFreedom = freedom
    residualDeviation = (fit.factor.residualSquares / freedom).squareRoot()
    if case .clustered(let codes) = errors {
      let counted = codes.indices.filter { weights?[$0] != 0 }
      freedom = Double(Set(counted.map { codes[$0] }).count - 1)
    }

    coefficients = fit.factor.kept.indices.map { index in
      let value = fit.coefficients[index]
      let error = max(0, covariance[index, index]).squareRoot()
      let statistic = error > 0 ? value / error : nil
      return Coefficient(
        name: predictors.columns[fit.factor.kept[index]].name,
        estimate: Estimate(
          value: value, standardError: error, degreesOfFreedom: freedom, level: level),
        statistic: statistic, pValue: statistic.map { StudentT.twoSided($0, freedom) })
    }
    aliased = fit.factor.aliased.map { column, combines in
      Aliased(
        name: predictors.columns[column].name,
        combines: combines.map { predictors.columns[$0].name })
    }
    self.covariance = covariance
    count = fit.count
    hasIntercept = predictors.columns.first.map { $0.term == nil } ?? false
    let total = fit.totalSquares(centered: hasIntercept)
    rSquared = total > 0 ? 1 - fit.factor.residualSquares / total : nil
    factors = Self.factors(of: predictors, kept: fit.factor.kept, weights: weights)
  }

  private static func factors(
    of predictors: Predictors, kept: [Int], weights: [Double]?
  ) -> [String: Factor] {
    var factors: [String: Factor] = [:]
    for (index, term) in predictors.terms.enumerated() {
      guard case .factor(let codes, let levels, let reference) = term.content else { continue }
      var sums = [Double](repeating: 0, count: levels.count)
      for (row, code) in codes.enumerated() { sums[code] += weights?[row] ?? 1 }
      let total = sums.reduce(0, +)
      let coefficients = levels.indices.map { level in
        kept.firstIndex {
          predictors.columns[$0].term == index && predictors.columns[$0].level == level
        }
      }
      factors[term.name] = Factor(
        levels: levels, reference: reference, shares: sums.map { $0 / total },
        coefficients: coefficients)
    }
    return factors
  }
}
