import Statistics
import Testing

@Suite("Samples")
struct SampleTests {
  @Test("What cannot be a value or weight is refused, with its row")
  func refusals() {
    #expect(throws: SampleFailure.valueNotFinite(row: 1, value: .infinity)) {
      try Sample([1, .infinity])
    }
    #expect(throws: SampleFailure.weightNotUsable(row: 0, weight: -1)) {
      try Sample([1, 2], weights: [-1, 2], .sampling)
    }
    #expect(throws: SampleFailure.weightNotUsable(row: 1, weight: .infinity)) {
      try Sample([1, 2], weights: [1, .infinity], .reliability)
    }
    #expect(throws: SampleFailure.frequencyNotWhole(row: 0, weight: 1.5)) {
      try Sample([1, 2], weights: [1.5, 2], .frequency)
    }
    #expect(throws: SampleFailure.frequencyNotWhole(row: 1, weight: 1e300)) {
      try Sample([1, 2], weights: [1, 1e300], .frequency)
    }
    #expect(throws: SampleFailure.lengthsDiffer(column: "weights", length: 1, values: 2)) {
      try Sample([1, 2], weights: [1], .sampling)
    }
    #expect(throws: SampleFailure.weightingUnclear) { try Sample([1], weights: [1], .none) }
    #expect(throws: SampleFailure.weightingUnclear) { try Sample([1], weights: nil, .sampling) }
  }

  @Test("NaN values and weights are refused")
  func missing() {
    #expect(throws: SampleFailure.self) { try Sample([.nan]) }
    #expect(throws: SampleFailure.self) { try Sample([1], weights: [.nan], .sampling) }
  }

  @Test("An empty sample has no estimates")
  func empty() throws {
    let sample = try Sample([])
    #expect(sample.mean == nil)
    #expect(sample.variance == nil)
    #expect(sample.median == nil)
    #expect(sample.skewness == nil)
    #expect(sample.share(atMost: 0) == nil)
    #expect(try sample.meanEstimate() == nil)
    #expect(sample.effectiveCount == 0)
  }

  @Test("Weights of zero are dropped before anything is counted", arguments: Weighting.allCases)
  func zeroWeights(weighting: Weighting) throws {
    guard weighting != .none else { return }
    let sample = try Sample(
      [9, 1, 2], weights: [0, 1, 1], weighting, strata: [3, 1, 1], clusters: [7, 8, 9])
    #expect(sample.values == [1, 2])
    #expect(sample.clusters == [8, 9])
    #expect(sample.droppedZeroWeights == 1)
    #expect(try Sample([1], weights: [0], weighting).mean == nil)
  }

  @Test("One record has a mean and quantiles but no spread", arguments: Weighting.allCases)
  func single(weighting: Weighting) throws {
    let weights: [Double]? = weighting == .none ? nil : [1]
    let sample = try Sample([5], weights: weights, weighting)
    let estimate = try #require(try sample.meanEstimate())
    #expect(estimate.value == 5)
    #expect(estimate.standardError == nil)
    #expect(estimate.interval == nil)
    #expect(sample.variance == nil)
    for rule in QuantileRule.allCases {
      #expect(sample.quantiles([0, 0.3, 1], rule) == [5, 5, 5])
    }
  }

  @Test("A frequency of two or more is as good as that many records")
  func singleFrequency() throws {
    let sample = try Sample([5], weights: [3], .frequency)
    #expect(sample.variance == 0)
    #expect(try sample.meanEstimate()?.standardError == 0)
  }

  @Test("Equal values have no spread and equal quantiles", arguments: Weighting.allCases)
  func allEqual(weighting: Weighting) throws {
    let weights: [Double]? = weighting == .none ? nil : [1, 4, 2, 1]
    let sample = try Sample([0.1, 0.1, 0.1, 0.1], weights: weights, weighting)
    #expect(sample.mean == 0.1)
    #expect(sample.variance == 0)
    #expect(sample.skewness == nil)
    #expect(try sample.meanEstimate()?.standardError == 0)
    for rule in QuantileRule.allCases {
      #expect(sample.quantiles([0, 0.1, 0.5, 0.9, 1], rule) == [0.1, 0.1, 0.1, 0.1, 0.1])
    }
  }

  @Test("The variance keeps its digits beside a large mean")
  func largeOffset() throws {
    let values = [4, 7, 13, 16].map { 1e9 + $0 }
    #expect(try Sample(values).variance == 30)
    #expect(try Sample(values, weights: [1, 1, 1, 1], .sampling).variance == 30)
  }

  @Test("Frequencies give what the expanded data give", arguments: QuantileRule.allCases)
  func expansion(rule: QuantileRule) throws {
    let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6]
    let counts = [2, 3, 1, 4, 1, 5, 2, 1]
    let weighted = try Sample(values, weights: counts.map(Double.init), .frequency)
    let expanded = try Sample(zip(values, counts).flatMap { Array(repeating: $0, count: $1) })
    for p in stride(from: 0, through: 1, by: 1.0 / 38) {
      let quantile = try #require(weighted.quantile(p, rule))
      #expect(abs(quantile - (try #require(expanded.quantile(p, rule)))) < 1e-12)
    }
    #expect(weighted.mean == expanded.mean)
    #expect(abs(try #require(weighted.variance) - (try #require(expanded.variance))) < 1e-12)
  }

  @Test(
    "Quantiles of weighted data do not change with the order of rows or the unit of the weights",
    arguments: QuantileRule.allCases)
  func invariance(rule: QuantileRule) throws {
    // Thirds are not exact in binary; equality with pW must be found all the same.
    let values: [Double] = [1, 2, 3, 4, 5, 6]
    let weights = [Double](repeating: 1.0 / 3, count: 6)
    let shares = [1.0 / 6, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 5.0 / 6]
    let sample = try Sample(values, weights: weights, .sampling)
    let scaled = try Sample(values, weights: weights.map { $0 * 7.7 }, .sampling)
    let reversed = try Sample(values.reversed(), weights: weights, .sampling)
    let quantiles = try #require(sample.quantiles(shares, rule))
    for other in [scaled, reversed] {
      for (first, second) in zip(quantiles, try #require(other.quantiles(shares, rule))) {
        #expect(abs(first - second) < 1e-12)
      }
    }
    #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 })
    if rule == .hyndmanFan1 { #expect(quantiles == [1, 2, 2, 3, 4, 5]) }
    if rule == .hyndmanFan2 { #expect(quantiles == [1.5, 2, 2.5, 3.5, 4.5, 5.5]) }
  }

  @Test("With equal weights the weighted rules are the unweighted ones")
  func equalWeights() throws {
    let values: [Double] = [2, 3, 5, 7, 11, 13, 17]
    let plain = try Sample(values)
    let weighted = try Sample(values, weights: values.map { _ in 2.5 }, .sampling)
    for rule in QuantileRule.allCases {
      for p in [0, 0.05, 0.2, 0.5, 0.77, 0.99, 1] {
        let first = try #require(plain.quantile(p, rule))
        let second = try #require(weighted.quantile(p, rule))
        #expect(abs(first - second) < 1e-12, "\(rule) at \(p)")
      }
    }
  }

  @Test("Shares outside [0, 1] have no quantile")
  func badShares() throws {
    let sample = try Sample([1, 2])
    for p in [-0.1, 1.1, .nan] { #expect(sample.quantile(p) == nil) }
    var values = [3.0, 1, 2]
    #expect(Sample.quantiles([0.5], rearranging: &values) == [2])
    values = [.nan]
    #expect(Sample.quantiles([0.5], rearranging: &values) == nil)
  }

  @Test("A stratum with one unit is refused unless a policy says what to do")
  func lonelyUnit() throws {
    let sample = try Sample([1, 2, 3], weights: nil, .none, strata: [1, 1, 2])
    #expect(throws: SampleFailure.lonelyUnit(stratum: 2)) { try sample.meanEstimate() }
    let crossed = try Sample(
      [1, 2, 3], weights: nil, .none, strata: [1, 1, 2], clusters: [1, 2, 1])
    #expect(throws: SampleFailure.clusterAcrossStrata(cluster: 1)) { try crossed.meanEstimate() }
  }
}
