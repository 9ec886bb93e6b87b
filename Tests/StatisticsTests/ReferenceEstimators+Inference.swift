import Foundation
import Statistics

extension ReferenceEstimators {
  /// The scales in the order in which the cases number them, from 1.
  private static let scales: [ProportionScale] = [.linear, .logit, .arcsine, .beta]

  private static func list(_ estimate: Estimate?) -> [Double] {
    [estimate?.value ?? .nan] + list(estimate?.interval)
  }

  /// Scale, share and level, to the limits.
  private static func woodruff(_ sample: Sample, _ arguments: [Double]) throws -> [Double] {
    list(
      try sample.quantileEstimate(
        arguments[1], level: arguments[2], scale: scales[Int(arguments[0]) - 1])?.interval)
  }

  /// The sample with pay in which nobody has another's.
  private static func untied(_ sample: Sample) throws -> Sample {
    try Sample(
      sample.values.enumerated().map { $1 + Double($0) / 1000 }, weights: sample.weights,
      sample.weighting, strata: sample.strata, clusters: sample.clusters)
  }

  private static func share(_ sample: Sample, _ arguments: [Double]) throws -> [Double] {
    list(
      try sample.shareEstimate(
        atMost: arguments[1], level: arguments[2], scale: scales[Int(arguments[0]) - 1]))
  }

  private static func stratified() throws -> Sample {
    try data.sample(.sampling, strata: true, clusters: true)
  }

  static let intervals: [String: Estimator] = [
    "woodruff": { try woodruff(untied(data.sample()), $0) },
    "sampling.woodruff": { try woodruff(untied(data.sample(.sampling)), $0) },
    "stratified.woodruff": { try woodruff(untied(stratified()), $0) },
    // Pay to 20,000, as numpy rounds halves to even.
    "ties.woodruff": { arguments in
      let coarse = data.pay.map { ($0 / 20_000).rounded(.toNearestOrEven) * 20_000 }
      return try woodruff(Sample(coarse), arguments)
    },
    "sampling.share": { try share(data.sample(.sampling), $0) },
    "stratified.share": { try share(stratified(), $0) },
    "replicates.se": { arguments in
      let methods: [ReplicateWeights.Method] = [
        .balancedRepeated, .fay(0.3), .jackknife, .bootstrap, .successiveDifference,
        .factors((1...8).map { Double($0) / 10 }),
      ]
      let sets = (0..<8).map { data["replicate\($0)"] }
      let replicates = try ReplicateWeights(sets, methods[Int(arguments[0]) - 1])
      let sample = try Sample(
        data.pay, weights: data["weight"], .sampling, replicates: replicates)
      return list(try sample.meanEstimate()?.standardError)
    },
    "bca.mean": { arguments in
      let pay = data.pay
      let distribution = BootstrapDistribution(
        estimate: try mean(pay), replicates: Array(arguments.dropFirst()),
        jackknife: try leavingOut(pay).map(mean))
      return list(distribution.bcaInterval(level: arguments[0]))
    },
    "bca.difference": { arguments in
      let (first, second) = groups()
      let all = try mean(first) - mean(second)
      let distribution = BootstrapDistribution(
        estimate: all, replicates: Array(arguments.dropFirst()),
        jackknife: try leavingOut(first).map { try mean($0) - mean(second) },
        jackknifeOfSecond: try leavingOut(second).map { try mean(first) - mean($0) })
      return list(distribution.bcaInterval(level: arguments[0]))
    },
  ]

  private static func byIndustry() throws -> [Sample] {
    let codes = data.codes("industry")
    return try (0..<4).map { industry in
      try Sample(zip(codes, data.pay).filter { $0.0 == industry }.map(\.1))
    }
  }

  private static func mean(_ values: [Double]) throws -> Double { try Sample(values).mean ?? .nan }

  private static func leavingOut(_ values: [Double]) -> [[Double]] {
    values.indices.map { left in values.indices.filter { $0 != left }.map { values[$0] } }
  }

  /// Pay of group 0 and of group 1.
  private static func groups(_ column: String = "pay") -> ([Double], [Double]) {
    let rows = zip(data.codes("group"), data[column])
    return (rows.filter { $0.0 == 0 }.map(\.1), rows.filter { $0.0 == 1 }.map(\.1))
  }

  private static func samples(logarithms: Bool = false) throws -> (Sample, Sample) {
    let (first, second) = groups()
    let samples = try (Sample(first), Sample(second))
    return logarithms ? try (logarithm(samples.0), logarithm(samples.1)) : samples
  }

  /// Two samples without ties that overlap.
  private static func untied() throws -> (Sample, Sample) {
    let (first, second) = groups("weight")
    return try (Sample(first.prefix(15).map { $0 - 20 }), Sample(Array(second.prefix(12))))
  }

  static let comparisons: [String: Estimator] = [
    "welch": { arguments in
      let (first, second) = try samples(logarithms: true)
      guard
        let test = try WelchTest(first.meanEstimate(), second.meanEstimate(), level: arguments[0])
      else { return [] }
      return [
        test.statistic ?? .nan, test.difference.degreesOfFreedom ?? .nan, test.pValue ?? .nan,
      ] + list(test.difference.interval)
    },
    "mannwhitney.normal": { _ in
      let (first, second) = try samples()
      let test = try MannWhitneyTest(first.unweighted(), second.unweighted(), method: .normal)
      return [test?.u ?? .nan, test?.pValue ?? .nan]
    },
    "mannwhitney.exact": { _ in
      let (first, second) = try untied()
      let test = try MannWhitneyTest(first.unweighted(), second.unweighted())
      return test?.method == .exact ? [test?.u ?? .nan, test?.pValue ?? .nan] : []
    },
    "mannwhitney.exact.large": { _ in
      let (first, second) = groups("weight")
      let test = try MannWhitneyTest(
        Sample(first.map { $0 * 1.1 }).unweighted(), Sample(second).unweighted(), method: .exact)
      return [test?.u ?? .nan, test?.pValue ?? .nan]
    },
    "brunnermunzel": { _ in
      let (first, second) = try samples()
      let test = try BrunnerMunzelTest(first.unweighted(), second.unweighted())
      return [test?.statistic ?? .nan, test?.pValue ?? .nan]
    },
    "kruskal": { _ in
      let test = try KruskalWallisTest(byIndustry().map { try $0.unweighted() })
      return [test?.statistic ?? .nan, test?.pValue ?? .nan]
    },
    "gameshowell.p": { _ in try GamesHowell(byIndustry()).pairs.map { $0.pValue ?? .nan } },
    "gameshowell.low": {
      try GamesHowell(byIndustry(), level: $0[0]).pairs
        .map { $0.difference.interval?.lower ?? .nan }
    },
    "hedges": { arguments in
      let (first, second) = try samples(logarithms: true)
      let effect = try HedgesG(first.unweighted(), second.unweighted(), level: arguments[0])
      return [effect?.value ?? .nan] + list(effect?.interval)
    },
    "cliff": { _ in
      let (first, second) = try samples()
      let delta = try CliffDelta(first.unweighted(), second.unweighted())?.estimate
      return [delta?.value ?? .nan, delta?.standardError ?? .nan]
    },
    "holm": { MultiplicityAdjustment.holm.adjust($0).map { $0 ?? .nan } },
    "bh": { MultiplicityAdjustment.benjaminiHochberg.adjust($0).map { $0 ?? .nan } },
  ]

  private static func logarithm(_ sample: Sample) throws -> Sample {
    try sample.mapValues { Foundation.log($0) }
  }

  static let shapes: [String: Estimator] = [
    "gini": { _ in list(try data.sample().gini) },
    "weighted.gini": { _ in list(try data.sample(.sampling).gini) },
    "theil.t": { _ in list(try data.sample().theilT()) },
    "theil.l": { _ in list(try data.sample().theilL()) },
    "weighted.theil.t": { _ in list(try data.sample(.sampling).theilT()) },
    "atkinson": { list(try data.sample().atkinson($0[0])) },
    "ratio": { list(try data.sample().quantileRatio($0[0], over: $0[1])) },
    "lorenz": { list(try data.sample().lorenz($0[0])) },
    "kde": { try density(data.sample(), $0) },
    "weighted.kde": { try density(data.sample(.sampling), $0) },
    "bandwidth.silverman": { _ in
      list(KernelDensity(try logarithm(data.sample()))?.bandwidth)
    },
    "bandwidth.sheatherjones": { _ in
      list(KernelDensity(try logarithm(data.sample()), bandwidth: .sheatherJones)?.bandwidth)
    },
    "fit.lognormal": { _ in
      let fit = try Lognormal(fitting: data.sample())
      return [fit.logMean, fit.logDeviation]
    },
    "fit.gamma": { _ in
      let fit = try Gamma(fitting: data.sample())
      return [fit.shape, fit.scale]
    },
    "pooled.quantile": { arguments in
      let pool = PooledPercentiles([
        .init(try curve([31_000, 40_000, 52_000, 70_000, 99_000]), weight: 3),
        .init(try curve([45_000, 51_000, 64_000, 88_000, 131_000]), weight: 1),
      ])
      guard case .value(let value) = pool?.quantile(arguments[0]) else { return [] }
      return [value]
    },
    "piecewise.mean": { [try curve($0).mean] },
  ]

  private static func density(_ sample: Sample, _ arguments: [Double]) throws -> [Double] {
    list(KernelDensity(try logarithm(sample), bandwidth: .fixed(arguments[0]))?(arguments[1]))
  }

  private static func curve(_ values: [Double]) throws -> PercentileCurve {
    try PercentileCurve(
      zip([0.1, 0.25, 0.5, 0.75, 0.9], values).map { .init(share: $0, value: $1) })
  }
}
