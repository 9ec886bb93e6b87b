import Statistics
import Testing

@Suite("Parts of a sample")
struct PartsTests {
  private let values: [Double] = [10, 12, 15, 11, 30, 28, 33, 35, 9, 40]
  private let weights: [Double] = [1, 2, 1, 3, 2, 1, 2, 1, 2, 3]
  private let part = [0, 0, 1, 1, 0, 1, 0, 1, 1, 0]

  @Test("A part of a weighted sample has the error of a domain")
  func domain() throws {
    let sample = try Sample(values, weights: weights, .sampling)
    let parts = sample.split(into: 2) { part[$0] }
    // R 4.2.2, survey 4.1.1: svyby(~y, ~g, svydesign(ids=~1, weights=~w), svymean)
    let means = try parts.map { try #require(try $0.meanEstimate()) }
    #expect(abs(means[0].value - 28) < 1e-12)
    #expect(abs(means[1].value - 16.125) < 1e-12)
    let errors = try means.map { try #require($0.standardError) }
    #expect(abs(errors[0] - 5.537749241945384) < 1e-9)
    #expect(abs(errors[1] - 4.035433337601084) < 1e-9)
  }

  @Test("Clusters that have people of both parts tie their means together")
  func clusters() throws {
    let sample = try Sample(
      values, weights: weights, .sampling, clusters: [1, 1, 1, 2, 2, 3, 3, 3, 4, 4])
    // R: coef and SE of svyglm(y ~ (g == 0)) with ids=~c; the linearised difference is the same.
    let difference = try #require(try sample.meanDifference { part[$0] })
    #expect(abs(difference.value - 11.875) < 1e-12)
    #expect(abs(try #require(difference.standardError) - 9.384341179592735) < 1e-9)
    #expect(difference.degreesOfFreedom == 3)
  }

  @Test("A stratum with one unit in a part is no lonely one when the whole has more")
  func strata() throws {
    let sample = try Sample(
      values, weights: weights, .sampling, strata: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
    let parts = sample.split(into: 3) { $0 == 5 ? 0 : $0 < 5 ? 1 : 2 }
    #expect(throws: Never.self) { try parts[0].meanEstimate() }
    #expect(try parts[0].meanEstimate()?.standardError == nil)
  }

  @Test("Parts keep the order of the records, and empty ones are empty")
  func order() throws {
    let parts = try Sample([3, 1, 2, 5, 4]).split(into: 3) { [0, 2, 0, 2, 0][$0] }
    #expect(parts.map(\.values) == [[3, 2, 4], [], [1, 5]])
  }

  @Test("Quantiles and their limits are the same from parts that are sorted and not merged")
  func sortedParts() throws {
    var generator = Xoshiro256PlusPlus(seed: 3)
    let shares = [0, 0.1, 0.25, 0.5, 0.9, 1]
    for (count, values, groups) in [
      (1, 9, 1), (2, 9, 3), (40, 5, 4), (999, 100, 7), (5_000, 1_000_000, 40), (3_000, 20_000, 900),
    ] {
      let sample = try Sample(
        (0..<count).map { _ in Double(generator.index(below: values)) })
      // Parts of unlike size and place: the last has the highest values.
      var parts = sample.split(into: groups + 1) { record in
        sample.values[record] > Double(values) * 0.8 ? groups : record * record % groups
      }
      for index in parts.indices { parts[index].sort() }
      for scale in [ProportionScale.linear, .beta] {
        let expected = try sample.quantileEstimates(shares, .hyndmanFan6, scale: scale)
        let found = try sample.quantileEstimates(
          shares, .hyndmanFan6, sortedParts: parts, level: 0.95, scale: scale)
        #expect(found == expected, "\(count) records in \(groups) groups")
      }
    }
  }

  @Test("Moments of parts add up to those of the whole, far from zero too")
  func moments() throws {
    let sample = try Sample([4, 7, 13, 16, 2].map { $0 + 1e9 })
    let parts = sample.split(into: 2) { $0 < 2 ? 0 : 1 }.map { Moments($0) }
    let whole = try #require((parts[0] + parts[1]).meanEstimate())
    let expected = try #require(try sample.meanEstimate())
    #expect(abs(whole.value - expected.value) < 1e-6)
    let error = try #require(whole.standardError)
    #expect(abs(error - (try #require(expected.standardError))) < 1e-7)
    #expect((Moments.none + Moments.none).meanEstimate() == nil)
  }

  @Test("Fractions from logarithms have the limits of the logarithms")
  func fractions() throws {
    let estimate = Estimate(
      value: 0.1, standardError: 0.02, degreesOfFreedom: .infinity, level: 0.95)
    let fraction = estimate.fractionFromLogarithms
    #expect(abs(fraction.value - 0.10517091807564771) < 1e-15)
    // expm1(0.1 - 1.959963984540054 * 0.02)
    #expect(abs(try #require(fraction.interval?.lower) - 0.06268712112395224) < 1e-12)
    #expect(abs(try #require(estimate.pValue()) - 5.733031437583878e-07) < 1e-12)
  }
}
