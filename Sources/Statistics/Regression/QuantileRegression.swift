/// A linear model of a quantile: the coefficients that minimise Σ w ρ_p(y − xb).
///
/// ρ_p(r) = r (p − 1[r < 0]). Solved exactly, as a linear program: the answer passes through as many
/// records as there are coefficients. Where several answers are optimal, one of them is given.
/// Source: Koenker, Bassett, "Regression quantiles", Econometrica 46 (1978).
public struct QuantileRegression: Sendable {
  /// A coefficient with its standard error.
  public struct Coefficient: Sendable, Hashable {
    /// The column, as in "(Intercept)", "experience", "industry=Media".
    public let name: String
    /// The estimate; with a bootstrap, its standard error and percentile interval.
    public let estimate: Estimate
  }

  /// The share of records below the plane, such as 0.5 for the median.
  public let share: Double
  /// The coefficients of the columns that are not aliased.
  public let coefficients: [Coefficient]
  /// The columns without a coefficient.
  public let aliased: [LinearRegression.Aliased]
  /// The minimum, Σ w ρ_p(y − xb).
  public let objective: Double

  /// Returns the coefficient of a column; nil when there is none.
  ///
  /// - Complexity: O(coefficients).
  public subscript(_ name: String) -> Coefficient? { coefficients.first { $0.name == name } }

  /// Fits a quantile regression, with errors from a bootstrap of records where one is given.
  ///
  /// Weights of any meaning weigh the loss of a record; the bootstrap draws records, or clusters; of
  /// frequencies people, as Poisson counts (Hanley, MacGibbon, Epidemiol. Perspect. Innov. 3, 2006).
  /// A column that no drawn record decides keeps its estimate in that replicate.
  ///
  /// - Complexity: O(rows · columns) for each of about (columns · log rows) steps.
  public init(
    _ response: [Double], on predictors: Predictors, share: Double = 0.5,
    weights: [Double]? = nil, _ weighting: Weighting = .none, bootstrap: Bootstrap? = nil,
    clusters: [Int]? = nil, level: Double = 0.95
  ) throws(RegressionFailure) {
    guard share > 0, share < 1 else { throw .shareOutside(share) }
    if let clusters, clusters.count != response.count {
      throw .lengthsDiffer(column: "clusters", length: clusters.count, rows: response.count)
    }
    let start = try LeastSquares(response, predictors, weights: weights, weighting)
    let names = start.factor.kept.map { predictors.columns[$0].name }
    let problem = QuantileProgram(start, share: share)
    let weights = weights ?? [Double](repeating: 1, count: response.count)
    guard let basis = problem.solve(weights: weights, from: problem.startingBasis(weights)) else {
      throw .notConverged
    }
    let values = problem.coefficients(at: basis)
    self.share = share
    objective = problem.objective(at: values, weights: weights)
    aliased = start.factor.aliased.map { column, combines in
      .init(
        name: predictors.columns[column].name,
        combines: combines.map { predictors.columns[$0].name })
    }

    guard let bootstrap else {
      coefficients = names.indices.map {
        Coefficient(
          name: names[$0],
          estimate: Estimate(
            value: values[$0], standardError: nil, degreesOfFreedom: nil, interval: nil))
      }
      return
    }
    let units = Self.units(rows: response.count, clusters: clusters)
    let replicates = Parallel.map(max(0, bootstrap.replicates), threads: bootstrap.threads) {
      number -> [Double]? in
      var generator = Xoshiro256PlusPlus(seed: bootstrap.seed, stream: number)
      var drawn = [Double](repeating: 0, count: response.count)
      if weighting == .frequency, clusters == nil {
        for row in drawn.indices { drawn[row] = Double(generator.poisson(mean: weights[row])) }
      } else {
        for _ in units {
          for row in units[generator.index(below: units.count)] { drawn[row] += weights[row] }
        }
      }
      return problem.solve(weights: drawn, from: basis).map { problem.coefficients(at: $0) }
    }
    coefficients = names.indices.map { index in
      let distribution = BootstrapDistribution(
        estimate: values[index], replicates: replicates.map { $0?[index] }, jackknife: [])
      return Coefficient(
        name: names[index],
        estimate: Estimate(
          value: values[index], standardError: distribution.standardError,
          degreesOfFreedom: .infinity,
          interval: distribution.percentileInterval(level: level)))
    }
  }

  /// The rows of each unit that is drawn as a whole.
  private static func units(rows: Int, clusters: [Int]?) -> [[Int]] {
    guard let clusters else { return (0..<rows).map { [$0] } }
    var numbers: [Int: Int] = [:]
    var units: [[Int]] = []
    for (row, cluster) in clusters.enumerated() {
      let number = numbers[cluster] ?? units.count
      if number == units.count {
        numbers[cluster] = number
        units.append([])
      }
      units[number].append(row)
    }
    return units
  }
}
