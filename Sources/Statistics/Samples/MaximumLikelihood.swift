internal import CSpecialFunctions

extension Lognormal {
  /// Fits by maximum likelihood: the mean and the population deviation of the logarithms.
  ///
  /// Fails unless all values are positive and they differ.
  ///
  /// - Complexity: O(n).
  public init(fitting sample: Sample) throws {
    let logarithms = try sample.logarithms()
    let mean = logarithms.mean ?? .nan
    let variance = logarithms.squaredDeviations(from: mean) / logarithms.totalWeight
    try self.init(logMean: mean, logDeviation: variance.squareRoot())
  }
}

extension Gamma {
  /// Fits by maximum likelihood: ln a − ψ(a) = ln x̄ − mean of ln x, scale x̄/a.
  ///
  /// Newton's method from Minka's start ("Estimating a Gamma distribution", 2002). Fails unless all
  /// values are positive and they differ.
  ///
  /// - Complexity: O(n).
  public init(fitting sample: Sample) throws {
    let logarithms = try sample.logarithms()
    let mean = sample.mean ?? .nan
    let gap = log(mean) - (logarithms.mean ?? .nan)
    guard gap > 0 else {
      throw ParameterFailure(
        parameter: "spread of the logarithms", value: gap, requirement: "positive")
    }
    var shape = (3 - gap + ((gap - 3) * (gap - 3) + 24 * gap).squareRoot()) / (12 * gap)
    for _ in 0..<50 {
      // In 1/a the equation is nearly linear: Minka's generalised Newton step.
      let slope = shape * shape * (1 / shape - sf_trigamma(shape))
      let next = 1 / (1 / shape + (log(shape) - sf_digamma(shape) - gap) / slope)
      let isSettled = abs(next - shape) <= 1e-14 * shape
      shape = next
      if isSettled { break }
    }
    try self.init(shape: shape, scale: mean / shape)
  }
}

extension Sample {
  func logarithms() throws(SampleFailure) -> Sample {
    let others = values.count { $0 <= 0 }
    guard others == 0 else { throw .notPositive(count: others) }
    return try mapValues { log($0) }
  }
}
