import Statistics
import Testing

@testable import Simulation

/// Chances held against closed forms: the law of one person, and sums of normals.
@Suite("How likely quotas are reached")
struct QuotaForecastTests {
  static func model(_ text: String) throws -> any AttainmentModel {
    try ModelText(text) { _ in ForecastTests.history }.model
  }

  /// A normal of mean 1.05 and deviation 0.2 is cut off more than five deviations below.
  static let normal = "normal:mean=1.05,sd=0.2"
  static let quotas = [100.0, 200, 300, 150]

  @Test("One person's chance is that of the model", arguments: ForecastTests.models)
  func single(text: String) throws {
    let model = try Self.model(text)
    let forecast = try QuotaForecast(simulating: model, quotas: [1], goals: [.init(1, of: [0])])
    let below = try #require(model.partialMoment(0, below: 1))
    #expect(forecast.single.value == 1 - below)
    #expect(forecast.single.standardError == nil)
    let drawn = forecast.outcomes[0].reaches
    let error = try #require(drawn.standardError)
    #expect(abs(drawn.value - (1 - below)) <= 4 * error + 1e-9)
  }

  // Σ qᵢ Xᵢ of normals with one correlation ρ has variance σ² ((1 − ρ) Σ qᵢ² + ρ (Σ qᵢ)²).
  @Test("The company's chance is that of a sum of normals", arguments: [0, 0.2, 0.7])
  func company(correlation: Double) throws {
    let sum = Self.quotas.reduce(0, +)
    let squares = Self.quotas.reduce(0) { $0 + $1 * $1 }
    let deviation = 0.2 * ((1 - correlation) * squares + correlation * sum * sum).squareRoot()
    let law = try Normal(mean: 1.05 * sum, standardDeviation: deviation)
    let goal = 0.98 * sum
    let forecast = try QuotaForecast(
      simulating: Self.model(Self.normal), quotas: Self.quotas,
      goals: [.init(goal, of: [0, 1, 2, 3]), .init(200, of: [1])], correlation: correlation,
      trials: 40_000, seed: 7)
    let company = forecast.outcomes[0]
    let error = try #require(company.reaches.standardError)
    #expect(abs(company.reaches.value - law.upperTail(at: goal)) < 4 * error)
    let mean = company.sales.mean
    #expect(abs(mean.value - law.mean) < 4 * (mean.standardError ?? 0))
    let spread = company.sales.standardDeviation
    #expect(abs(spread.value - deviation) < 4 * (spread.standardError ?? 0))
    for (percentile, share) in zip(company.percentiles, [0.1, 0.5, 0.9]) {
      #expect(abs(percentile - law.quantile(share)) < 0.05 * deviation)
    }
    // What one person sells keeps its law whatever the correlation is.
    let one = forecast.outcomes[1].reaches
    #expect(abs(one.value - forecast.single.value) < 4 * (one.standardError ?? 0))
  }

  @Test(
    "A correlation leaves each model its mean, also those with atoms",
    arguments: ForecastTests.models)
  func margins(text: String) throws {
    let model = try Self.model(text)
    let forecast = try QuotaForecast(
      simulating: model, quotas: [1, 1], goals: [.init(1, of: [0])], correlation: 0.4,
      trials: 4_000, seed: 3)
    let mean = try #require(model.mean)
    let drawn = forecast.outcomes[0].sales.mean
    #expect(abs(drawn.value - mean) < 4 * (drawn.standardError ?? 0) + 1e-6)
  }

  @Test("The number of threads changes no figure, and another seed does")
  func threads() throws {
    func outcome(seed: UInt64, threads: Int) throws -> QuotaForecast.Outcome {
      try QuotaForecast(
        simulating: Self.model("tough-2025"), quotas: Self.quotas,
        goals: [.init(600, of: [0, 1, 2, 3])], trials: 20_000, seed: seed, threads: threads
      ).outcomes[0]
    }
    #expect(try outcome(seed: 1, threads: 1) == outcome(seed: 1, threads: 2))
    #expect(try outcome(seed: 1, threads: 1) != outcome(seed: 2, threads: 1))
  }

  @Test("Numbers that make no sense are refused")
  func refused() throws {
    let model = try Self.model(Self.normal)
    for correlation in [-0.1, 1, .nan] {
      #expect(throws: ModelFailure.self) {
        try QuotaForecast(
          simulating: model, quotas: [1], goals: [], correlation: correlation)
      }
    }
    #expect(throws: ModelFailure.self) {
      try QuotaForecast(simulating: model, quotas: [], goals: [])
    }
  }
}
