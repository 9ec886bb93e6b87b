import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Intervals")
struct IntervalTests {
  private static func lognormalSample(_ count: Int, stream: Int) throws -> Sample {
    var generator = Xoshiro256PlusPlus(seed: 2024, stream: stream)
    return try Sample((0..<count).map { _ in exp(10.9 + 0.4 * generator.standardNormal()) })
  }

  @Test("The bootstrap gives the same replicates on any number of threads")
  func threadCount() throws {
    let sample = try Self.lognormalSample(50, stream: 0)
    let runs = [1, 2, 7, nil].map { threads in
      Bootstrap(replicates: 101, seed: 4, threads: threads)
        .distribution(in: sample) { $0.median }
    }
    let first = try #require(runs[0])
    #expect(first.replicates.count == 101)
    for run in runs { #expect(run?.replicates == first.replicates) }
    #expect(
      Bootstrap(replicates: 101, seed: 5).distribution(in: sample) { $0.median }?.replicates
        != first.replicates)
    // More replicates go on where fewer ended.
    let fewer = Bootstrap(replicates: 13, seed: 4).distribution(in: sample) { $0.median }
    #expect(fewer?.replicates == Array(first.replicates.prefix(13)))
  }

  @Test("The bootstrap error of a mean is the plug-in error s√((n−1)/n)/√n", arguments: [1, 2])
  func meanError(scale: Double) throws {
    let values = try Self.lognormalSample(40, stream: 1).values
    let sample = try Sample(values.map { $0 * scale })
    let distribution = Bootstrap(replicates: 4000, seed: 1).distribution(in: sample) { $0.mean }
    let error = try #require(try sample.meanEstimate()?.standardError)
    let expected = error * (39.0 / 40).squareRoot()
    let actual = try #require(distribution?.standardError)
    // The error of a standard deviation from 4,000 draws is 1.1 %.
    #expect(abs(actual / expected - 1) < 0.045)
  }

  @Test("Frequencies are resampled like the people they stand for")
  func frequencyBootstrap() throws {
    let sample = try Sample([1, 2, 10], weights: [30, 50, 20], .frequency)
    let distribution = Bootstrap(replicates: 2000, seed: 3).distribution(in: sample) { resample in
      resample.totalWeight == 100 ? resample.mean : nil
    }
    #expect(distribution?.failures == 0)
    // Mean square 22.3, mean 3.3.
    let variance = 22.3 - 3.3 * 3.3
    let error = try #require(distribution?.standardError)
    #expect(abs(error / (variance / 100).squareRoot() - 1) < 0.065)
  }

  @Test("So many people that they are not drawn one by one vary as little as they should")
  func manyFrequencies() throws {
    let sample = try Sample([1, 2, 10], weights: [3e7, 5e7, 2e7], .frequency)
    let distribution = Bootstrap(replicates: 2000, seed: 3).distribution(in: sample) { $0.mean }
    let error = try #require(distribution?.standardError)
    #expect(abs(error / ((22.3 - 3.3 * 3.3) / 1e8).squareRoot() - 1) < 0.065)
  }

  @Test("Clusters are drawn whole, and as many from each stratum as there are")
  func clusterBootstrap() throws {
    let sample = try Sample(
      [1, 1, 5, 5, 9, 9], weights: [1, 1, 1, 1, 2, 2], .sampling, strata: [0, 0, 0, 0, 1, 1],
      clusters: [3, 3, 4, 4, 5, 5])
    let sums = Bootstrap(replicates: 200, seed: 1).distribution(in: sample) { resample in
      resample.values.reduce(0, +)
    }
    #expect(Set(try #require(sums?.replicates)) == [22, 30, 38])
  }

  @Test("Bias correction and acceleration that cannot be had are reported by no interval")
  func degenerateBootstrap() throws {
    let equal = try Sample([5, 5, 5])
    let distribution = Bootstrap(replicates: 20).distribution(in: equal) { $0.mean }
    #expect(distribution?.standardError == 0)
    #expect(distribution?.bcaInterval() == nil)
    #expect(distribution?.percentileInterval()?.lower == 5)
    let maximum = try Self.lognormalSample(30, stream: 2)
    let above = Bootstrap(replicates: 50).distribution(in: maximum) { ($0.values.max() ?? 0) - 1 }
    #expect(above != nil)
    let oneSided = BootstrapDistribution(
      estimate: 0, replicates: [1, 2, nil, .infinity], jackknife: [1, 2, 4])
    #expect(oneSided.failures == 2)
    #expect(oneSided.biasCorrection == nil)
    #expect(oneSided.bcaInterval() == nil)
    #expect(try Bootstrap().distribution(in: Sample([])) { $0.mean } == nil)
    let none = Bootstrap(replicates: 0).distribution(in: equal) { $0.mean }
    #expect(none?.percentileInterval() == nil)
    #expect(none?.standardError == nil)
  }

  @Test("A quantile at the end of few records has no limit there")
  func missingLimits() throws {
    let sample = try Sample([1, 2, 3, 4, 5])
    let low = try #require(try sample.quantileEstimate(0.1))
    #expect(low.interval?.lower == nil)
    #expect(low.standardError == nil)
    let equal = try #require(try Sample([2, 2, 2]).quantileEstimate(0.5))
    #expect(equal.value == 2)
    #expect(equal.interval?.lower == nil)
    #expect(try Sample([]).quantileEstimate(0.5) == nil)
    let single = try #require(try Sample([7]).quantileEstimate(0.5))
    #expect(single.value == 7)
    #expect(single.interval == nil)
    #expect(ConfidenceInterval(lower: nil, upper: 3, level: 0.95).contains(-1e9))
    #expect(!ConfidenceInterval(lower: nil, upper: 3, level: 0.95).contains(4))
  }

  @Test("Where a limit would lie beyond the last record, the other side gets what is left")
  func outermost() throws {
    // All of 30 records lie above P10 in 0.9³⁰ = 4.2 % of samples, which is less than 5 %.
    let thirty = try Sample((1...30).map { Double($0) })
    let missed = (0..<30).reduce(1.0) { chance, _ in 0.9 * chance }
    let low = try #require(try thirty.quantileEstimate(0.1, scale: .beta)?.interval)
    #expect(low.lower == 1)
    // The upper limit is the record, or what lies between two, above P10 in all but the rest of 5 %.
    let upper = try #require(low.upper)
    let place = try Beta(alpha: upper, beta: 31 - upper)
    #expect(abs(place.cumulative(at: 0.1) - (0.05 - missed)) < 1e-9)
    let high = try #require(try thirty.quantileEstimate(0.9, scale: .beta)?.interval)
    #expect(high.upper == 30)
    #expect(abs((high.lower ?? 0) - (31 - upper)) < 1e-9)
    // Of 20 in 12 %: no limit on that side, and 5 % on the other.
    let twenty = try #require(
      try Sample((1...20).map { Double($0) }).quantileEstimate(0.1, scale: .beta)?.interval)
    #expect(twenty.lower == nil)
    let alone = try #require(twenty.upper)
    #expect(abs(try Beta(alpha: alone, beta: 21 - alone).cumulative(at: 0.1) - 0.05) < 1e-9)
    // Of 5 the median lies outside in 2 · 0.5⁵ = 6 % of samples.
    let five = try Sample([1, 2, 3, 4, 5]).quantileEstimate(0.5)?.interval
    #expect(five?.lower == nil && five?.upper == nil)
  }

  @Test(
    "Pay in steps is covered as often as it should be", arguments: ProportionScale.allCases)
  func stepCoverage(scale: ProportionScale) throws {
    for p in [0.75, 0.9] {
      let truth = (exp(10.9 + 0.4 * Normal.standard.quantile(p)) / 10_000).rounded() * 10_000
      let covered = try Self.coverage(200, size: 500, truth: truth) { sample in
        try sample.mapValues { ($0 / 10_000).rounded() * 10_000 }
          .quantileEstimate(p, scale: scale)?.interval
      }
      #expect(covered >= 0.93, "P\(Int(100 * p)), \(scale): \(covered)")
    }
  }

  @Test("Every figure of docs/coverage.md is as it should be")
  func coveragePage() throws {
    let page = try Checkout.text("docs/coverage.md")
    let tables = try #require(page.components(separatedBy: "## Where it is not enough").first)
    var figures = 0
    var method = ""
    for line in tables.split(separator: "\n") where line.hasPrefix("| ") || line.hasPrefix("## ") {
      if line.hasPrefix("## ") { method = String(line) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 2, Int(cells[1]) != nil else { continue }
      for (index, cell) in cells.dropFirst(2).enumerated() {
        let covered = try #require(Double(cell))
        figures += 1
        #expect(covered >= 93, "\(line)")
        let isPercentile = cells.count == 8 && index < 5
        // The page says so: log odds are somewhat wide for few people with weights.
        let isWide = method.contains("logit") && cells[0] == "weights" && cells[1] == "30"
        if isPercentile, !cells[0].hasPrefix("steps") {
          #expect(covered <= (isWide ? 98 : 97), "\(line)")
        }
      }
    }
    // Four methods with five percentiles and the mean, and the mean of the fifth.
    #expect(figures == 4 * 3 * (4 * 6 + 1))
  }

  @Test("Replicate weights refuse factors that are not theirs")
  func replicateFactors() throws {
    #expect(throws: SampleFailure.self) { try ReplicateWeights([[1], [1]], .factors([1, 2, 3])) }
    #expect(throws: SampleFailure.self) { try ReplicateWeights([[1, .nan]], .bootstrap) }
    let one = try ReplicateWeights([[1, 2]], .bootstrap)
    let sample = try Sample([1, 2], weights: [1, 1], .sampling, replicates: one)
    let estimate = try sample.meanEstimate()
    #expect(estimate?.value == 1.5)
    #expect(estimate?.standardError == nil)
    #expect(throws: SampleFailure.replicatesBesideDesign) {
      try Sample([1, 2], weights: [1, 1], .sampling, strata: [1, 1], replicates: one)
    }
    #expect(throws: SampleFailure.replicatesBesideDesign) {
      try Sample([1, 2], weights: [1, 1], .frequency, replicates: one)
    }
    #expect(throws: SampleFailure.self) {
      try Sample([1, 2, 3], weights: [1, 1, 1], .sampling, replicates: one)
    }
  }

  @Test("One factor counts for every set; half samples with Fay's factor 0 are balanced ones")
  func equalFactors() throws {
    let sets = [[2.0, 0, 1, 0], [0, 2, 0, 1], [2, 2, 0, 0]]
    func error(_ method: ReplicateWeights.Method) throws -> Double? {
      try Sample(
        [3, 5, 9, 4], weights: [1, 1, 0.5, 0.5], .sampling,
        replicates: ReplicateWeights(sets, method)
      ).meanEstimate()?.standardError
    }
    #expect(try error(.factors([1.0 / 3])) == error(.balancedRepeated))
    #expect(try error(.fay(0)) == error(.balancedRepeated))
    #expect(try error(.factors([0.2])) == error(.factors([0.2, 0.2, 0.2])))
  }

  @Test("A part of a sample has the error of what is zero elsewhere, and both parts their tie")
  func replicatesOfParts() throws {
    let data = ReferenceData.shared
    let sets = (0..<8).map { data["replicate\($0)"] }
    let whole = try Sample(
      data.pay, weights: data["weight"], .sampling,
      replicates: ReplicateWeights(sets, .fay(0.3)))
    let codes = data.codes("industry")
    let parts = whole.split(into: 2) { codes[$0] == 0 ? 0 : 1 }
    // The mean of a part is the ratio of two totals over everybody.
    let difference = try #require(
      try whole.meanDifference { codes[$0] == 0 ? 0 : 1 })
    let estimates = try parts.map { try #require(try $0.meanEstimate()) }
    func mean(_ weights: [Double], _ part: Int) -> Double {
      let rows = data.pay.indices.filter { (codes[$0] == 0 ? 0 : 1) == part }
      return rows.reduce(0) { $0 + weights[$1] * data.pay[$1] }
        / rows.reduce(0) { $0 + weights[$1] }
    }
    func deviation(_ value: ([Double]) -> Double) -> Double {
      let full = value(data["weight"])
      let squares = sets.reduce(0) { $0 + (value($1) - full) * (value($1) - full) }
      return (squares / (8 * 0.7 * 0.7)).squareRoot()
    }
    for part in 0..<2 {
      let error = try #require(estimates[part].standardError)
      #expect(abs(error / deviation { mean($0, part) } - 1) < 1e-9)
      #expect(estimates[part].degreesOfFreedom == 7)
    }
    let error = try #require(difference.standardError)
    #expect(abs(error / deviation { mean($0, 0) - mean($0, 1) } - 1) < 1e-9)
    let gini = try #require(parts[0].replicateEstimate { $0.gini })
    #expect(gini.value == parts[0].gini)
    #expect(gini.standardError != nil)
  }

  /// Counts how often an interval covers the truth.
  private static func coverage(
    _ runs: Int, size: Int, truth: Double,
    _ interval: (Sample) throws -> ConfidenceInterval?
  ) throws -> Double {
    var covered = 0
    for run in 0..<runs {
      let sample = try lognormalSample(size, stream: run)
      if try interval(sample)?.contains(truth) ?? false { covered += 1 }
    }
    return Double(covered) / Double(runs)
  }

  @Test("95 % intervals of means and quantiles cover 93 to 97 %")
  func analyticCoverage() throws {
    // 2,000 runs know a coverage of 95 % to ±1 % at two standard errors.
    let mean = try Self.coverage(2000, size: 60, truth: 10.9) {
      try $0.mapValues { log($0) }.meanEstimate()?.interval
    }
    #expect((0.93...0.97).contains(mean), "mean of logarithms: \(mean)")
    let median = try Self.coverage(2000, size: 60, truth: exp(10.9)) {
      try $0.quantileEstimate(0.5)?.interval
    }
    #expect((0.93...0.97).contains(median), "median: \(median)")
    let upper = exp(10.9 + 0.4 * Normal.standard.quantile(0.9))
    for scale in [ProportionScale.logit, .beta] {
      let p90 = try Self.coverage(1500, size: 100, truth: upper) {
        try $0.quantileEstimate(0.9, scale: scale)?.interval
      }
      #expect((0.93...0.97).contains(p90), "P90, \(scale): \(p90)")
    }
  }

  @Test("95 % intervals of a difference of means cover 93 to 97 %")
  func welchCoverage() throws {
    var covered = 0
    for run in 0..<2000 {
      let first = try Self.lognormalSample(25, stream: run).mapValues { log($0) }
      let second = try Self.lognormalSample(45, stream: run + 100_000)
        .mapValues { 3 * log($0) }
      let interval = try WelchTest(second.meanEstimate(), first.meanEstimate())?.difference.interval
      if interval?.contains(21.8) ?? false { covered += 1 }
    }
    #expect((0.93...0.97).contains(Double(covered) / 2000), "\(covered) of 2000")
  }

  @Test(
    "95 % bootstrap intervals cover 93 to 97 %",
    .enabled(
      if: runsSlowTests,
      "set ONTARGET_SLOW_TESTS to run simulations that take a minute"))
  func bootstrapCoverage() throws {
    let bootstrap = Bootstrap(replicates: 999, seed: 8)
    let median = try Self.coverage(1000, size: 80, truth: exp(10.9)) {
      bootstrap.distribution(in: $0) { $0.median }?.percentileInterval()
    }
    #expect((0.93...0.97).contains(median), "percentile, median: \(median)")
    let mean = try Self.coverage(1000, size: 120, truth: exp(10.9 + 0.08)) {
      bootstrap.distribution(in: $0) { $0.mean }?.bcaInterval()
    }
    #expect((0.93...0.97).contains(mean), "BCa, mean: \(mean)")
    let shares = try Self.coverage(600, size: 30, truth: exp(10.9 - 0.4 * 1.2815515655446004)) {
      $0.quantileEstimates([0.1], bootstrap: bootstrap)?[0].interval
    }
    #expect((0.93...0.97).contains(shares), "bootstrap shares, P10: \(shares)")
    let studentized = try Self.coverage(1000, size: 30, truth: exp(10.9 + 0.08)) {
      try bootstrap.studentizedMean(of: $0)?.interval
    }
    #expect((0.93...0.97).contains(studentized), "bootstrap-t, mean: \(studentized)")
  }

  @Test(
    "Intervals of 30 records cover 93 to 97 %",
    .enabled(
      if: runsSlowTests,
      "set ONTARGET_SLOW_TESTS to run simulations that take a minute"),
    arguments: ProportionScale.allCases)
  func smallCoverage(scale: ProportionScale) throws {
    for p in [0.1, 0.25, 0.5, 0.75, 0.9] {
      let truth = exp(10.9 + 0.4 * Normal.standard.quantile(p))
      let covered = try Self.coverage(3000, size: 30, truth: truth) {
        try $0.quantileEstimate(p, scale: scale)?.interval
      }
      // 3,000 runs know a coverage of 95 % to ±0.8 % at two standard errors.
      #expect((0.93...0.978).contains(covered), "P\(Int(100 * p)), \(scale): \(covered)")
    }
  }
}
