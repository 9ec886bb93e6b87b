import Statistics

/// What each estimator of the stored values is here: arguments in, numbers out.
enum ReferenceEstimators {
  typealias Estimator = @Sendable (_ arguments: [Double]) throws -> [Double]

  static let all: [String: Estimator] = [
    distributions, samples, intervals, comparisons, shapes, regressions,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  static let distributions: [String: Estimator] = [
    "normal.cdf": { [try Normal(mean: $0[0], standardDeviation: $0[1]).cumulative(at: $0[2])] },
    "normal.quantile": { [try Normal(mean: $0[0], standardDeviation: $0[1]).quantile($0[2])] },
    "student.cdf": { [try StudentT(degreesOfFreedom: $0[0]).cumulative(at: $0[1])] },
    "student.quantile": { [try StudentT(degreesOfFreedom: $0[0]).quantile($0[1])] },
    "beta.cdf": { [try Beta(alpha: $0[0], beta: $0[1]).cumulative(at: $0[2])] },
    "beta.quantile": { [try Beta(alpha: $0[0], beta: $0[1]).quantile($0[2])] },
    "gamma.cdf": { [try Gamma(shape: $0[0], scale: $0[1]).cumulative(at: $0[2])] },
    "gamma.quantile": { [try Gamma(shape: $0[0], scale: $0[1]).quantile($0[2])] },
    "range.upper": {
      [try StudentizedRange(count: Int($0[0]), degreesOfFreedom: $0[1]).upperTail(at: $0[2])]
    },
    "range.normal.upper": {
      [try StudentizedRange(count: Int($0[0]), degreesOfFreedom: .infinity).upperTail(at: $0[1])]
    },
    "range.quantile": {
      [try StudentizedRange(count: Int($0[0]), degreesOfFreedom: $0[1]).quantile($0[2])]
    },
    "lognormal.partial": {
      [
        try Lognormal(logMean: $0[0], logDeviation: $0[1])
          .partialMoment(Int($0[2]), upTo: $0[3])
      ]
    },
    "normal.partial": {
      [
        try Normal(mean: $0[0], standardDeviation: $0[1])
          .partialMoment(Int($0[2]), upTo: $0[3])
      ]
    },
    "gamma.partial": {
      [try Gamma(shape: $0[0], scale: $0[1]).partialMoment(Int($0[2]), upTo: $0[3])]
    },
    "truncated.partial": {
      let parent = try Normal(mean: $0[0], standardDeviation: $0[1])
      return [try TruncatedNormal(parent, above: 0).partialMoment(Int($0[2]), upTo: $0[3])]
    },
    "truncated.variance": {
      let parent = try Normal(mean: $0[0], standardDeviation: $0[1])
      return [try TruncatedNormal(parent, above: 0).variance]
    },
  ]

  static var data: ReferenceData { .shared }

  /// The rule of Hyndman and Fan with the given number.
  static func rule(_ number: Double) -> QuantileRule {
    QuantileRule.allCases[Int(number) - 1]
  }

  static func list(_ value: Double?) -> [Double] { value.map { [$0] } ?? [] }
  static func list(_ interval: ConfidenceInterval?) -> [Double] {
    [interval?.lower ?? .nan, interval?.upper ?? .nan]
  }

  static let samples: [String: Estimator] = [
    "mean": { _ in list(try data.sample().mean) },
    "variance": { _ in list(try data.sample().variance) },
    "mean.se": { _ in list(try data.sample().meanEstimate()?.standardError) },
    "mean.interval": { list(try data.sample().meanEstimate(level: $0[0])?.interval) },
    "skewness": { _ in list(try data.sample().skewness) },
    "frequency.mean": { _ in list(try data.sample(.frequency).mean) },
    "frequency.variance": { _ in list(try data.sample(.frequency).variance) },
    "frequency.mean.se": { _ in
      list(try data.sample(.frequency).meanEstimate()?.standardError)
    },
    "frequency.mean.interval": {
      list(try data.sample(.frequency).meanEstimate(level: $0[0])?.interval)
    },
    "reliability.mean.se": { _ in
      list(try data.sample(.reliability).meanEstimate()?.standardError)
    },
    "reliability.variance": { _ in list(try data.sample(.reliability).variance) },
    "kish": { _ in [try data.sample(.sampling).effectiveCount] },
    "sampling.mean": { _ in list(try data.sample(.sampling).mean) },
    "sampling.mean.se": { _ in list(try data.sample(.sampling).meanEstimate()?.standardError) },
    "sampling.mean.interval": {
      list(try data.sample(.sampling).meanEstimate(level: $0[0])?.interval)
    },
    "clustered.mean.se": { _ in
      list(try data.sample(.sampling, clusters: true).meanEstimate()?.standardError)
    },
    "clustered.mean.df": { _ in
      list(try data.sample(.sampling, clusters: true).meanEstimate()?.degreesOfFreedom)
    },
    "stratified.mean.se": { _ in
      let sample = try data.sample(.sampling, strata: true, clusters: true)
      return list(try sample.meanEstimate()?.standardError)
    },
    "stratified.mean.df": { _ in
      let sample = try data.sample(.sampling, strata: true, clusters: true)
      return list(try sample.meanEstimate()?.degreesOfFreedom)
    },
    "stratified.mean.interval": {
      let sample = try data.sample(.sampling, strata: true, clusters: true)
      return list(try sample.meanEstimate(level: $0[0])?.interval)
    },
    "lonely.adjust.mean.se": { _ in
      list(try lonelySample(.centerAtGrandMean).meanEstimate()?.standardError)
    },
    "lonely.certainty.mean.se": { _ in
      list(try lonelySample(.certainty).meanEstimate()?.standardError)
    },
    "quantile": { list(try data.sample().quantile($0[1], rule($0[0]))) },
    "frequency.quantile": { list(try data.sample(.frequency).quantile($0[1], rule($0[0]))) },
    "sampling.quantile": { list(try data.sample(.sampling).quantile($0[1], rule($0[0]))) },
    "frequency.as.sampling.quantile": {
      let sample = try Sample(data.pay, weights: data["frequency"], .sampling)
      return list(sample.quantile($0[1], rule($0[0])))
    },
  ]

  /// The sample with cluster 7 in a stratum of its own.
  private static func lonelySample(_ policy: LonelyUnitPolicy) throws -> Sample {
    let strata = zip(data.codes("cluster"), data.codes("stratum")).map { $0 == 7 ? 9 : $1 }
    return try Sample(
      data.pay, weights: data["weight"], .sampling, strata: strata,
      clusters: data.codes("cluster"), lonelyUnits: policy)
  }
}
