import Foundation
import Statistics
import Testing

@Suite("Inequality, densities and tables")
struct InequalityTests {
  private let pay = ReferenceData.shared.pay

  @Test("Indices do not change with the currency or when everyone is doubled")
  func invariance() throws {
    let sample = try Sample(pay)
    let twice = try Sample(pay, weights: pay.map { _ in 2 }, .frequency)
    let dear = try sample.mapValues { $0 * 7.3 }
    func indices(_ sample: Sample) throws -> [Double?] {
      try [
        sample.gini, sample.theilT(), sample.theilL(), sample.atkinson(0.5), sample.lorenz(0.3),
      ]
    }
    for other in [twice, dear] {
      for (first, second) in zip(try indices(sample), try indices(other)) {
        #expect(abs(try #require(first) - (try #require(second))) < 1e-14)
      }
    }
  }

  @Test("Equal pay has no inequality")
  func equality() throws {
    let equal = try Sample([31.7, 31.7, 31.7], weights: [0.1, 0.7, 0.3], .sampling)
    #expect(equal.gini == 0)
    #expect(try equal.theilT() == 0)
    #expect(try equal.theilL() == 0)
    #expect(try equal.atkinson(1) == 0)
    #expect(equal.quantileRatio() == 1)
    #expect(try Sample([31.7]).gini == 0)
  }

  @Test("One who has everything among n: Gini 1 − 1/n")
  func concentration() throws {
    #expect(abs(try #require(try Sample([0, 0, 0, 8]).gini) - 0.75) < 1e-15)
  }

  @Test("Values that are not positive are counted and refused where logarithms are taken")
  func notPositive() throws {
    let sample = try Sample([1, 0, -2])
    #expect(throws: SampleFailure.notPositive(count: 2)) { try sample.theilT() }
    #expect(throws: SampleFailure.notPositive(count: 2)) { try sample.theilL() }
    #expect(throws: SampleFailure.notPositive(count: 2)) { try sample.atkinson(1) }
    #expect(TheilDecomposition([sample]) == nil)
    #expect(throws: SampleFailure.notPositive(count: 2)) { try Lognormal(fitting: sample) }
    #expect(sample.gini == nil)
    #expect(try Sample([]).theilT() == nil)
    #expect(try Sample([1]).atkinson(-1) == nil)
  }

  @Test("Theil's T splits into parts within and between groups that add up to it")
  func decomposition() throws {
    let codes = ReferenceData.shared.codes("industry")
    let groups = try (0..<4).map { code in
      try Sample(zip(codes, pay).filter { $0.0 == code }.map(\.1))
    }
    let parts = try #require(TheilDecomposition(groups + [Sample([])]))
    #expect(abs(parts.total - (try #require(try Sample(pay).theilT()))) < 1e-14)
    #expect(parts.between > 0)
    let same = try #require(TheilDecomposition([groups[0], groups[0]]))
    #expect(abs(same.between) < 1e-15)
    #expect(TheilDecomposition([]) == nil)
  }

  static let bandwidths: [KernelDensity.Bandwidth] = [.silverman, .sheatherJones, .fixed(0.3)]

  @Test("A density integrates to 1", arguments: bandwidths)
  func integral(bandwidth: KernelDensity.Bandwidth) throws {
    let logarithms = try Sample(pay).mapValues { log($0) }
    let density = try #require(KernelDensity(logarithms, bandwidth: bandwidth))
    let step = 0.01
    let sum = stride(from: 5.0, to: 18, by: step).reduce(0) { $0 + density($1) * step }
    #expect(abs(sum - 1) < 1e-10)
  }

  @Test("Densities of degenerate samples")
  func degenerateDensity() throws {
    #expect(try KernelDensity(Sample([])) == nil)
    #expect(try KernelDensity(Sample([1, 2]), bandwidth: .fixed(0)) == nil)
    // R: bw.nrd0 falls back on |x₁| for equal values; 0.9 · 2 · 3^(−1/5).
    let equal = try #require(try KernelDensity(Sample([2, 2, 2]), bandwidth: .sheatherJones))
    #expect(abs(equal.bandwidth - 0.9 * 2 * pow(3, -0.2)) < 1e-12)
  }

  @Test("Many values are binned for the Sheather-Jones rule with little harm")
  func binned() throws {
    var generator = Xoshiro256PlusPlus(seed: 5)
    let values = (0..<1001).map { _ in generator.standardNormal() }
    let exact = try #require(
      try KernelDensity(Sample(Array(values.dropLast())), bandwidth: .sheatherJones))
    let binned = try #require(try KernelDensity(Sample(values), bandwidth: .sheatherJones))
    #expect(abs(exact.bandwidth / binned.bandwidth - 1) < 0.005)
  }

  @Test("Percentiles of a lognormal give it back, tails and mean included")
  func lognormalCurve() throws {
    let law = try Lognormal(logMean: 11, logDeviation: 0.4)
    let shares = [0.1, 0.25, 0.5, 0.75, 0.9]
    let curve = try PercentileCurve(
      shares.map { .init(share: $0, value: law.quantile($0)) }.reversed())
    for p in [0.001, 0.1, 0.3, 0.5, 0.83, 0.9, 0.9999] {
      #expect(abs(curve.quantile(p) / law.quantile(p) - 1) < 1e-12)
      #expect(abs(curve.cumulative(at: law.quantile(p)) - p) < 1e-12)
    }
    #expect(abs(curve.mean / law.mean - 1) < 1e-12)
    #expect(curve.cumulative(at: 0) == 0)
    #expect(curve.quantile(1.1).isNaN)
  }

  @Test("Tied percentiles are a jump")
  func jump() throws {
    let curve = try PercentileCurve([
      .init(share: 0.1, value: 20), .init(share: 0.25, value: 20), .init(share: 0.5, value: 30),
    ])
    #expect(curve.quantile(0.2) == 20)
    #expect(curve.cumulative(at: 20) >= 0.25 - 1e-12)
    #expect(curve.cumulative(at: 19.999) < 0.1)
    #expect(curve.mean.isFinite)
  }

  @Test("Percentiles that are no distribution are refused")
  func badCurves() {
    typealias Point = PercentileCurve.Point
    #expect(throws: PercentileCurve.Failure.tooFewPoints) {
      try PercentileCurve([Point(share: 0.5, value: 1)])
    }
    #expect(throws: PercentileCurve.Failure.tooFewPoints) { try PercentileCurve([]) }
    let low = Point(share: 0.9, value: 1)
    #expect(throws: PercentileCurve.Failure.notIncreasing(low)) {
      try PercentileCurve([Point(share: 0.5, value: 2), low])
    }
    for (share, value) in [(1, 2), (0.2, 0), (0.2, .infinity)] {
      let bad = Point(share: share, value: value)
      #expect(throws: PercentileCurve.Failure.pointNotUsable(bad)) {
        try PercentileCurve([Point(share: 0.5, value: 1), bad])
      }
    }
  }

  @Test("Pooling one group, or the same group twice, changes nothing; a top code is a bound")
  func pooling() throws {
    let points = [(0.1, 20.0), (0.5, 40.0), (0.75, 60.0)].map {
      PercentileCurve.Point(share: $0.0, value: $0.1)
    }
    let curve = try PercentileCurve(points)
    let once = try #require(PooledPercentiles([.init(curve, weight: 3)]))
    let twice = try #require(
      PooledPercentiles([.init(curve, weight: 1), .init(curve, weight: 9), .init(curve, weight: 0)])
    )
    for p in [0.05, 0.1, 0.4, 0.75, 0.99] {
      for pool in [once, twice] {
        guard case .value(let value) = pool.quantile(p) else {
          Issue.record("no value at \(p)")
          continue
        }
        #expect(abs(value / curve.quantile(p) - 1) < 1e-12)
      }
    }
    #expect(abs(once.mean - curve.mean) < 1e-12)
    #expect(once.quantile(0) == nil)
    let capped = try PercentileCurve(points, topCode: 70)
    let pool = try #require(
      PooledPercentiles([.init(capped, weight: 1), .init(curve, weight: 1)]))
    #expect(pool.quantile(0.95) == .atLeast(70))
    #expect(pool.quantile(0.5) != .atLeast(70))
    #expect(PooledPercentiles([]) == nil)
    #expect(PooledPercentiles([.init(curve, weight: -1)]) == nil)
  }

  @Test("Fits of draws find the parameters", arguments: [0.4, 3, 80])
  func gammaFit(shape: Double) throws {
    let law = try Gamma(shape: shape, scale: 2)
    var generator = Xoshiro256PlusPlus(seed: 12)
    let draws = (0..<20_000).map { _ in law.draw(using: &generator) }
    let fit = try Gamma(fitting: Sample(draws))
    #expect(abs(fit.shape / shape - 1) < 0.04)
    #expect(throws: ParameterFailure.self) { try Gamma(fitting: Sample([3, 3])) }
    #expect(throws: ParameterFailure.self) { try Lognormal(fitting: Sample([3, 3])) }
  }

  @Test("Parameters that a distribution cannot have are refused with their name")
  func parameters() {
    #expect(throws: ParameterFailure.self) { try Normal(mean: .nan, standardDeviation: 1) }
    #expect(throws: ParameterFailure.self) { try Normal(mean: 0, standardDeviation: -0.1) }
    #expect(throws: ParameterFailure.self) { try Lognormal(mean: 0, coefficientOfVariation: 1) }
    #expect(throws: ParameterFailure.self) { try Gamma(shape: 0, scale: 1) }
    #expect(throws: ParameterFailure.self) { try Beta(alpha: 1, beta: .infinity) }
    #expect(throws: ParameterFailure.self) { try StudentT(degreesOfFreedom: 0) }
    #expect(throws: ParameterFailure.self) {
      try TruncatedNormal(Normal(mean: -10, standardDeviation: 1), above: 0)
    }
    let failure = ParameterFailure(parameter: "shape", value: -1, requirement: "positive")
    #expect("\(failure)" == "the shape is -1.0 but must be positive")
  }
}
