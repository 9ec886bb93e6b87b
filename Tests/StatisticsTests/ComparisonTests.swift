import Foundation
import Phrases
import Statistics
import Testing

@Suite("Comparisons")
struct ComparisonTests {
  private let one: Sample
  private let two: Sample
  private let single: Sample
  private let equal: Sample
  private let empty: Sample
  private let weighted: Sample

  init() throws {
    one = try Sample([1, 4, 2, 8, 5])
    two = try Sample([7, 3, 9, 6])
    single = try Sample([3])
    equal = try Sample([3, 3, 3])
    empty = try Sample([])
    weighted = try Sample([1, 2], weights: [1, 2], .sampling)
  }

  @Test("Swapping the samples turns every statistic around and leaves p")
  func symmetry() throws {
    let welch = try (
      #require(try WelchTest(one.meanEstimate(), two.meanEstimate())),
      #require(try WelchTest(two.meanEstimate(), one.meanEstimate()))
    )
    #expect(welch.0.statistic == welch.1.statistic.map { -$0 })
    #expect(welch.0.pValue == welch.1.pValue)
    let ranks = try (
      #require(try MannWhitneyTest(one.unweighted(), two.unweighted())),
      #require(try MannWhitneyTest(two.unweighted(), one.unweighted()))
    )
    #expect(ranks.0.u + ranks.1.u == 20)
    #expect(ranks.0.pValue == ranks.1.pValue)
    let munzel = try (
      #require(try BrunnerMunzelTest(one.unweighted(), two.unweighted())),
      #require(try BrunnerMunzelTest(two.unweighted(), one.unweighted()))
    )
    #expect(abs(munzel.0.superiority.value + munzel.1.superiority.value - 1) < 1e-15)
    #expect(munzel.0.superiority.value == ranks.0.superiority)
    let delta = try #require(try CliffDelta(one.unweighted(), two.unweighted()))
    #expect(abs(delta.estimate.value - ranks.0.cliffDelta) < 1e-15)
    let g = try (
      #require(try HedgesG(one.unweighted(), two.unweighted())),
      #require(try HedgesG(two.unweighted(), one.unweighted()))
    )
    #expect(g.0.value == -g.1.value)
    let lower = try #require(g.0.interval.lower) + #require(g.1.interval.upper)
    #expect(abs(lower) < 1e-12)
  }

  @Test("The exact distribution of U for 5 and 4 values: P(U ≤ 4) is 12 of 126 orders")
  func exactSmall() throws {
    // Cumulated counts of the table of Mann and Whitney (1947): 1, 2, 4, 7, 12 for U = 0 … 4.
    let first = try Sample([1, 2, 3, 5, 8])
    let second = try Sample([4, 6, 7, 9])
    let test = try #require(try MannWhitneyTest(first.unweighted(), second.unweighted()))
    #expect(test.u == 4)
    #expect(test.method == .exact)
    #expect(abs(try #require(test.pValue) - 24.0 / 126) < 1e-15)
  }

  @Test("Too few records have no test, and a single value may still have an effect")
  func tooFew() throws {
    #expect(try WelchTest(one.meanEstimate(), single.meanEstimate()) == nil)
    #expect(try WelchTest(one.meanEstimate(), empty.meanEstimate()) == nil)
    #expect(try MannWhitneyTest(one.unweighted(), empty.unweighted()) == nil)
    #expect(try MannWhitneyTest(single.unweighted(), single.unweighted())?.superiority == 0.5)
    #expect(try BrunnerMunzelTest(one.unweighted(), single.unweighted()) == nil)
    #expect(try HedgesG(one.unweighted(), single.unweighted()) == nil)
    #expect(try CliffDelta(one.unweighted(), empty.unweighted()) == nil)
    let delta = try #require(try CliffDelta(one.unweighted(), single.unweighted()))
    #expect(delta.estimate.value == 0.2)
    #expect(delta.estimate.interval == nil)
    #expect(try KruskalWallisTest([one.unweighted()]) == nil)
    #expect(try KruskalWallisTest([one.unweighted(), empty.unweighted()]) == nil)
    #expect(
      try KruskalWallisTest([one.unweighted(), two.unweighted(), empty.unweighted()])?
        .degreesOfFreedom == 1)
  }

  @Test("Equal values show no difference and no p-value")
  func noVariation() throws {
    let welch = try #require(try WelchTest(equal.meanEstimate(), equal.meanEstimate()))
    #expect(welch.difference.value == 0)
    #expect(welch.pValue == nil)
    #expect(try MannWhitneyTest(equal.unweighted(), equal.unweighted())?.pValue == nil)
    #expect(try BrunnerMunzelTest(equal.unweighted(), equal.unweighted())?.pValue == nil)
    #expect(try KruskalWallisTest([equal.unweighted(), equal.unweighted()]) == nil)
    #expect(try HedgesG(equal.unweighted(), equal.unweighted()) == nil)
    #expect(try CliffDelta(equal.unweighted(), equal.unweighted())?.estimate.value == 0)
  }

  @Test("Samples that do not overlap have an effect of ±1")
  func separated() throws {
    let high = try one.mapValues { $0 + 100 }
    #expect(try MannWhitneyTest(high.unweighted(), two.unweighted())?.superiority == 1)
    #expect(try BrunnerMunzelTest(high.unweighted(), two.unweighted())?.superiority.value == 1)
    let delta = try #require(try CliffDelta(high.unweighted(), two.unweighted())).estimate
    #expect(delta.value == 1)
    #expect(delta.standardError == 0)
  }

  @Test("Tests by ranks and effect sizes take no weights")
  func weights() throws {
    #expect(throws: SampleFailure.weightsNotSupported(test: "a test")) { try weighted.unweighted() }
    #expect(try WelchTest(one.meanEstimate(), weighted.meanEstimate()) != nil)
  }

  @Test(
    "Missing p-values stay missing and do not count", arguments: MultiplicityAdjustment.allCases)
  func missingPValues(adjustment: MultiplicityAdjustment) {
    let adjusted = adjustment.adjust([0.01, nil, 0.04, .nan])
    let reference = adjustment.adjust([0.01, 0.04])
    #expect(adjusted == [reference[0], nil, reference[1], nil])
    #expect(adjustment.adjust([]) == [])
  }

  @Test("Hedges' g uses the exact correction")
  func hedgesCorrection() throws {
    // ν = 2: J = Γ(1)/(√1 Γ(½)) = 1/√π.
    let first = try Sample([0, 2])
    let second = try Sample([1, 5])
    let g = try #require(try HedgesG(first.unweighted(), second.unweighted()))
    #expect(abs(g.value / g.cohenD - 1 / Double.pi.squareRoot()) < 1e-14)
  }

  @Test("Two groups: Games-Howell is Welch's test, and groups without spread are left out")
  func gamesHowell() throws {
    let pairs = try GamesHowell([single, one, empty, two]).pairs
    #expect(pairs.map(\.first) == [1])
    #expect(pairs.map(\.second) == [3])
    let welch = try #require(try WelchTest(one.meanEstimate(), two.meanEstimate()))
    #expect(abs(try #require(pairs[0].pValue) - (try #require(welch.pValue))) < 1e-11)
    let margins = try (
      #require(pairs[0].difference.interval?.upper), #require(welch.difference.interval?.upper)
    )
    #expect(abs(margins.0 / margins.1 - 1) < 1e-9)
    #expect(try GamesHowell([equal, equal]).pairs[0].pValue == nil)
    #expect(try GamesHowell([]).pairs.isEmpty)
    #expect(throws: ParameterFailure.self) { try StudentizedRange(count: 1, degreesOfFreedom: 5) }
    #expect(throws: ParameterFailure.self) { try StudentizedRange(count: 3, degreesOfFreedom: 0.5) }
  }
}

extension Sample {
  func unweighted() throws(SampleFailure) -> UnweightedSample { try unweighted(for: "a test") }
}
