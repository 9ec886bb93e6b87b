import Statistics
import Testing

@testable import Simulation

@Suite("Models of attainment")
struct ModelTests {
  // Mean, standard deviation, share at quota and percentiles as printed with the presets.
  @Test(
    "The presets have the figures they are known by",
    arguments: [
      ("tough-2025", 0.640, 0.440, 0.26, [0.104, 0.546, 1.178]),
      ("index-43", 0.899, 0.390, 0.43, [0.333, 0.936, 1.400]),
      ("healthy-60", 1.050, 0.351, 0.60, [0.600, 1.057, 1.560]),
      ("textbook", 1.000, 0.100, 0.50, [0.872, 1.000, 1.128]),
    ])
  func presets(
    name: String, mean: Double, deviation: Double, atQuota: Double, percentiles: [Double]
  ) throws {
    let model = try ForecastTests.model(name)
    let first = try #require(model.partialMoment(1, below: .infinity))
    let second = try #require(model.partialMoment(2, below: .infinity))
    #expect(abs(first - mean) < 5e-4)
    #expect(abs((second - first * first).squareRoot() - deviation) < 5e-4)
    #expect(abs(1 - (model.partialMoment(0, below: 1) ?? 0) - atQuota) < 1e-9)
    for (p, value) in zip([0.1, 0.5, 0.9], percentiles) {
      #expect(abs(try #require(model.quantile(p)) - value) < 5e-4)
    }
  }

  @Test("Draws have the moments of the closed form", arguments: ForecastTests.models)
  func draws(text: String) throws {
    let model = try ForecastTests.model(text)
    var generator = Xoshiro256PlusPlus(seed: 11)
    var draws = [Double](repeating: 0, count: 16_000)
    var span = draws.mutableSpan
    model.fill(&span, using: &generator)
    for bound in [0.5, 1, 1.2, Double.infinity] {
      for order in 0...2 {
        let values = draws.map { $0 < bound ? power($0, order) : 0 }
        let mean = values.reduce(0, +) / 16_000
        let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 16_000
        let exact = try #require(model.partialMoment(order, below: bound))
        #expect(abs(mean - exact) <= 4 * (square / 16_000).squareRoot() + 1e-6)
      }
    }
  }

  @Test("A quantile of a history is a value of it")
  func empiricalQuantile() throws {
    let model = try EmpiricalAttainment([0.2, 0.4, 0.4, 1])
    #expect(model.quantile(0.25) == 0.2)
    #expect(model.quantile(0.26) == 0.4)
    #expect(model.quantile(0.75) == 0.4)
    #expect(model.quantile(0.76) == 1)
    #expect(model.partialMoment(0, below: 0.4) == 0.25)
  }

  @Test(
    "What is not a model says why and how to write it",
    arguments: [
      ("lognormal:mean=1,cv=-0.3", "positive", "lognormal:mean=0.95"),
      ("normal:mean=1,sd=0", "positive", "normal:mean=1"),
      ("lognormal:mean=1", "cv is missing", "lognormal:mean=0.95"),
      ("lognormal:mean=1,cv=0.3,cv=0.4", "cv is given twice", ""),
      ("lognormal:mean=1,sd=0.3", "none of mean, cv", ""),
      ("lognormal:mean=one,cv=0.3", "\"one\" is not a number", ""),
      ("lognorml:mean=1,cv=0.3", "no model \"lognorml\"", "lognormal"),
      ("tough-2024", "no model", "tough-2025"),
      ("banded:0..0.5=0.5,0.5..1=0.4", "sum to 0.9", ""),
      ("banded:0..0.5=0.5,0.4..1=0.5", "does not follow", "rising"),
      ("banded:0..0.5", "not a band", "banded:0..50%"),
      ("mixture:50%@fixed:1/60%@fixed:2", "sum to 1.1", ""),
      ("fixed:-1", "0 or more", ""), ("fixed:", "not a number", "fixed:1"),
      ("empirical:", "needs a file", "history.csv"), ("empirical:none", "history is empty", ""),
    ])
  func failures(text: String, message: String, remedy: String) throws {
    let failure = #expect(throws: ModelFailure.self) { try ModelText(text) { _ in [] } }
    let description = failure?.description ?? ""
    #expect(description.contains(message), "\(description)")
    #expect(description.contains(remedy), "\(description)")
  }

  @Test("Percentages and fractions are the same")
  func percentages() throws {
    let one = try ForecastTests.model("banded:0..50%=30%,50%..120%=70%")
    let other = try ForecastTests.model("banded:0..0.5=0.3,0.5..1.2=0.7")
    #expect(one.partialMoment(1, below: 0.8) == other.partialMoment(1, below: 0.8))
  }
}
