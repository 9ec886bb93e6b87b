import Statistics
import Testing

@Suite("Random numbers")
struct RandomTests {
  @Test("SplitMix64 gives the published sequence of seed 1234567")
  func splitMix() {
    // Vigna's splitmix64.c, as listed at Rosetta Code, "Pseudo-random numbers/Splitmix64".
    var generator = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test("xoshiro256++ gives the published sequence of state 1, 2, 3, 4")
  func xoshiro() throws {
    // The vector of rand_xoshiro 0.6, made with the reference C code.
    var generator = try #require(Xoshiro256PlusPlus(state: (1, 2, 3, 4)))
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
    #expect(Xoshiro256PlusPlus(state: (0, 0, 0, 0)) == nil)
  }

  @Test("Stream 0 is the plain generator, and streams of a seed differ")
  func streams() {
    #expect(Xoshiro256PlusPlus(seed: 5) == Xoshiro256PlusPlus(seed: 5, stream: 0))
    let first = (-2..<200).map { stream in
      var generator = Xoshiro256PlusPlus(seed: 5, stream: stream)
      return generator.next()
    }
    #expect(Set(first).count == first.count)
  }

  @Test("A jump commutes with a step")
  func jumps() {
    // A jump is a power of the step, so any order must give the same state.
    var (left, right) = (Xoshiro256PlusPlus(seed: 9), Xoshiro256PlusPlus(seed: 9))
    left.jump()
    _ = left.next()
    _ = right.next()
    right.jump()
    #expect(left == right)
    #expect(left != Xoshiro256PlusPlus(seed: 9))
  }

  @Test("Uniform numbers stay in their range even for extreme bits")
  func uniformRange() {
    var zeros = Constant(bits: 0)
    var ones = Constant(bits: .max)
    #expect(zeros.uniform() == 0)
    #expect(ones.uniform() < 1)
    #expect(zeros.openUniform() > 0)
    #expect(ones.openUniform() < 1)
    #expect(ones.index(below: 6) == 5)
    #expect(ones.index(below: 0) == 0)
  }

  private struct Constant: RandomNumberGenerator {
    let bits: UInt64
    mutating func next() -> UInt64 { bits }
  }

  @Test("Every index comes up with the same chance")
  func indices() {
    var generator = Xoshiro256PlusPlus(seed: 11)
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    let chiSquared = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    #expect(chiSquared < 22.5)  // The 99.9 % point of chi-squared with 6 degrees of freedom.
  }

  @Test("Normal draws follow the normal distribution, the tail beyond the ziggurat included")
  func normal() {
    var generator = Xoshiro256PlusPlus(seed: 3)
    let draws = (0..<200_000).map { _ in generator.standardNormal() }
    for z in [-3.7, -3, -2, -1, -0.3, 0, 0.5, 1.5, 2.5, 3.2, 3.66] {
      expectShare(of: draws, below: z, Normal.standard)
    }
  }

  @Test("Draws of every drawable distribution follow its distribution function")
  func draws() throws {
    try check(Normal(mean: 2, standardDeviation: 3))
    try check(Lognormal(mean: 0.95, coefficientOfVariation: 0.35))
    try check(Gamma(shape: 8.16, scale: 0.12))
    try check(Gamma(shape: 0.4, scale: 2))
    try check(Beta(alpha: 2, beta: 3.5))
    try check(TruncatedNormal(Normal(mean: 0.9, standardDeviation: 0.5), above: 0))
    try check(TruncatedNormal(Normal(mean: -1, standardDeviation: 0.8), above: 0))
  }

  private func check(_ distribution: some DrawableDistribution) {
    var generator = Xoshiro256PlusPlus(seed: 17)
    let draws = (0..<30_000).map { _ in distribution.draw(using: &generator) }
    for p in [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99] {
      expectShare(of: draws, below: distribution.quantile(p), distribution)
    }
  }

  private func expectShare(
    of draws: [Double], below x: Double, _ distribution: some ContinuousDistribution
  ) {
    let p = distribution.cumulative(at: x)
    let share = Double(draws.count { $0 <= x }) / Double(draws.count)
    let error = (p * (1 - p) / Double(draws.count)).squareRoot()
    #expect(abs(share - p) < 4 * error, "\(distribution) at \(x): \(share) for \(p)")
  }

  @Test("Poisson draws have mean and variance λ", arguments: [0.3, 4, 9.9, 10, 57, 1e4])
  func poisson(mean: Double) throws {
    var generator = Xoshiro256PlusPlus(seed: 23)
    let draws = (0..<20_000).map { _ in Double(generator.poisson(mean: mean)) }
    let sample = try Sample(draws)
    let error = (mean / 20_000).squareRoot()
    #expect(abs(try #require(sample.mean) - mean) < 4 * error)
    #expect(abs(try #require(sample.variance) / mean - 1) < 0.05 + 2 * error)
    #expect(draws.allSatisfy { $0 >= 0 })
  }
}
