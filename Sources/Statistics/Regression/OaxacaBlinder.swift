/// The difference of the mean pay of two groups, split into what characteristics explain and the rest.
///
/// Each group has its own regression. Three-fold, from the viewpoint of group B: endowments
/// (X̄A − X̄B)'βB, coefficients X̄B'(βA − βB), interaction (X̄A − X̄B)'(βA − βB). Two-fold: explained
/// (X̄A − X̄B)'β*, unexplained X̄A'(βA − β*) + X̄B'(β* − βB). Sources: Blinder, J. Hum. Resources 8 (1973);
/// Oaxaca, Int. Econ. Rev. 14 (1973); Jann, Stata J. 8 (2008).
///
/// Standard errors by the delta method with random means and a joint sandwich of all regressions
/// (HC1, or clusters). The unexplained part is not discrimination: it holds everything that was not
/// measured. The contributions of a factor to it depend on the reference level.
public struct OaxacaBlinder: Sendable {
  /// The coefficients β* that the two-fold decomposition takes for fair.
  public enum ReferenceWeights: Sendable, Hashable {
    /// The coefficients of group A: B is paid as A would be.
    case groupA
    /// The coefficients of group B: A is paid as B would be.
    case groupB
    /// The mean of both (Reimers 1983).
    case reimers
    /// The mean weighted by the groups' weights (Cotton 1988).
    case cotton
    /// Those of everyone (Neumark 1988); tends to overstate the explained part.
    case neumark
    /// Those of everyone, with the group among the predictors (Jann 2008).
    case jann
  }

  /// The parts of a difference.
  public struct TwoFold: Sendable, Hashable {
    /// The part that goes with different characteristics, (X̄A − X̄B)'β*.
    public let explained: Estimate
    /// The rest: different pay for equal characteristics, and whatever was not measured.
    public let unexplained: Estimate
    /// Both parts by variable; they add up to them.
    public let contributions: [Contribution]
  }

  /// What one variable contributes; a factor counts as one.
  public struct Contribution: Sendable, Hashable {
    /// The variable, or "(Intercept)".
    public let name: String
    /// What the variable adds to the explained part.
    public let explained: Estimate
    /// What the variable adds to the unexplained part.
    public let unexplained: Estimate
  }

  /// The mean of the response in group A.
  public let meanA: Double
  /// The mean of the response in group B.
  public let meanB: Double
  /// The difference, A less B, that is split.
  public let gap: Estimate
  /// The part due to characteristics, at the coefficients of B.
  public let endowments: Estimate
  /// The part due to coefficients, at the characteristics of B.
  public let coefficients: Estimate
  /// The part due to both differing at once.
  public let interaction: Estimate
  /// The two-fold decomposition.
  public let twoFold: TwoFold

  /// Decomposes the difference between the rows in group A and the others.
  ///
  /// - Complexity: O(rows · columns²).
  public init(
    _ response: [Double], on predictors: Predictors, isInGroupA: [Bool],
    weights: [Double]? = nil, _ weighting: Weighting = .none, clusters: [Int]? = nil,
    reference: ReferenceWeights = .jann, level: Double = 0.95
  ) throws(RegressionFailure) {
    let parts = try OaxacaParts(
      response, predictors, isInGroupA, weights: weights, weighting, clusters, reference)
    let (xa, xb) = (parts.meansA, parts.meansB)
    let (ba, bb) = (parts.betaA, parts.betaB)
    let all = Array(0..<parts.width)
    func part(
      _ value: (Int) -> Double, _ gradient: (Int) -> OaxacaParts.Gradient
    ) -> Estimate {
      parts.sum(of: all, level: level, value, gradient)
    }
    meanA = all.reduce(0) { $0 + xa[$1] * ba[$1] }
    meanB = all.reduce(0) { $0 + xb[$1] * bb[$1] }
    gap = part({ xa[$0] * ba[$0] - xb[$0] * bb[$0] }) { (xa[$0], -xb[$0], 0, ba[$0], -bb[$0]) }
    endowments = part({ (xa[$0] - xb[$0]) * bb[$0] }) {
      (0, xa[$0] - xb[$0], 0, bb[$0], -bb[$0])
    }
    coefficients = part({ xb[$0] * (ba[$0] - bb[$0]) }) {
      (xb[$0], -xb[$0], 0, 0, ba[$0] - bb[$0])
    }
    interaction = part({ (xa[$0] - xb[$0]) * (ba[$0] - bb[$0]) }) {
      (xa[$0] - xb[$0], xb[$0] - xa[$0], 0, ba[$0] - bb[$0], bb[$0] - ba[$0])
    }
    twoFold = TwoFold(
      explained: parts.explained(all, level: level),
      unexplained: parts.unexplained(all, level: level),
      contributions: parts.variables.map { name, columns in
        Contribution(
          name: name, explained: parts.explained(columns, level: level),
          unexplained: parts.unexplained(columns, level: level))
      })
  }
}

extension OaxacaParts {
  /// How a part changes with βA, βB, β*, X̄A and X̄B of a column.
  fileprivate typealias Gradient = (
    betaA: Double, betaB: Double, fair: Double, xA: Double, xB: Double
  )

  /// Σ over columns of a part, with its standard error by the delta method.
  fileprivate func sum(
    of columns: [Int], level: Double, _ value: (Int) -> Double, _ gradient: (Int) -> Gradient
  ) -> Estimate {
    var total = 0.0
    var beta = [Double](repeating: 0, count: 3 * width)
    var meanA = [Double](repeating: 0, count: width)
    var meanB = meanA
    for column in columns {
      total += value(column)
      let slope = gradient(column)
      beta[column] = slope.betaA
      beta[width + column] = slope.betaB
      beta[2 * width + column] = slope.fair
      (meanA[column], meanB[column]) = (slope.xA, slope.xB)
    }
    let variance =
      covarianceOfBetas.form(beta, beta) + covarianceOfMeansA.form(meanA, meanA)
      + covarianceOfMeansB.form(meanB, meanB)
    return Estimate(
      value: total, standardError: max(0, variance).squareRoot(), degreesOfFreedom: .infinity,
      level: level)
  }

  fileprivate func explained(_ columns: [Int], level: Double) -> Estimate {
    sum(of: columns, level: level, { (meansA[$0] - meansB[$0]) * betaFair[$0] }) {
      (0, 0, meansA[$0] - meansB[$0], betaFair[$0], -betaFair[$0])
    }
  }

  fileprivate func unexplained(_ columns: [Int], level: Double) -> Estimate {
    sum(
      of: columns, level: level,
      { meansA[$0] * (betaA[$0] - betaFair[$0]) + meansB[$0] * (betaFair[$0] - betaB[$0]) }
    ) {
      (
        meansA[$0], -meansB[$0], meansB[$0] - meansA[$0], betaA[$0] - betaFair[$0],
        betaFair[$0] - betaB[$0]
      )
    }
  }
}
