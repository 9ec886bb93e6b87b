import Simulation
import Statistics
import Testing

@Suite("Certainty equivalents under constant relative risk aversion")
struct RiskAversionTests {
  private func equivalent(_ coefficient: Double, _ amounts: [Double]) throws -> Double? {
    try #require(RiskAversion(coefficient)).certaintyEquivalent(of: amounts)
  }

  // γ = 0, 1 and 2 are the arithmetic, geometric and harmonic mean.
  @Test(arguments: [(0.0, 2.5), (1.0, 2.0), (2.0, 1.6)])
  func means(coefficient: Double, expected: Double) throws {
    let value = try #require(try equivalent(coefficient, [1, 4]))
    #expect(abs(value - expected) < 1e-12)
  }

  // Of a lognormal amount it is the mean over (1 + cv²)^(γ / 2).
  @Test("Of a lognormal amount it has a closed form", arguments: [0.5, 1, 2, 4])
  func lognormal(coefficient: Double) throws {
    let law = try Lognormal(mean: 100_000, coefficientOfVariation: 0.3)
    let count = 20_000
    let amounts = (0..<count).map { law.quantile((Double($0) + 0.5) / Double(count)) }
    let value = try #require(try equivalent(coefficient, amounts))
    var expected = law.mean
    // (1.09)^(γ / 2) by halves of a half.
    for _ in 0..<Int(coefficient * 2) { expected /= 1.09.squareRoot().squareRoot() }
    #expect(abs(value / expected - 1) < 2e-4)
  }

  @Test("It scales with the amounts, falls with aversion, and lies between the least and the mean")
  func properties() throws {
    let amounts = [3.0, 8, 1, 20, 7.5]
    var last = 7.9
    for coefficient in [0.1, 0.5, 1, 1.5, 3, 10, 50] {
      let value = try #require(try equivalent(coefficient, amounts))
      #expect(value < last)
      #expect(value > 1)
      let scaled = try #require(try equivalent(coefficient, amounts.map { $0 * 1e6 }))
      #expect(abs(scaled / value / 1e6 - 1) < 1e-9)
      last = value
    }
  }

  @Test("The chance of nothing outweighs everything from γ = 1 on")
  func nothing() throws {
    #expect(try equivalent(1, [0, 100]) == 0)
    #expect(try equivalent(2, [0, 100]) == 0)
    let half = try #require(try equivalent(0.5, [0, 100]))
    #expect(abs(half - 25) < 1e-9)
    #expect(try equivalent(0, [-5, 100]) == 50)
    #expect(try equivalent(2, []) == nil)
    #expect(RiskAversion(-1) == nil)
    #expect(RiskAversion(.nan) == nil)
  }
}
