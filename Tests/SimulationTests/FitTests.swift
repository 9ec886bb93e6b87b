import Statistics
import Testing

@testable import Simulation

@Suite("Fits to past attainments")
struct FitTests {
  static let history: [Double] = [0.42, 0.58, 0.61, 0.8, 0.93, 1, 1.07, 1.31, 1.8]

  @Test("A fit can be written down and read again", arguments: AttainmentFit.Kind.allCases)
  func roundTrip(kind: AttainmentFit.Kind) throws {
    for values in [Self.history, Self.history + [0, 0]] {
      let fit = try AttainmentFit(kind, to: values)
      let read = try ModelText(fit.text) { _ in [] }.model
      for bound in [0.5, 1, 1.5] {
        let (left, right) = (
          read.partialMoment(0, below: bound) ?? .nan,
          fit.model.partialMoment(0, below: bound) ?? .infinity
        )
        #expect(abs(left - right) < 1e-4)
      }
    }
  }

  // scipy 1.17: lognorm.fit and gamma.fit with floc=0, truncnorm by Nelder–Mead, kstest.
  @Test(
    "Likelihood and distance are those of scipy",
    arguments: [
      (AttainmentFit.Kind.lognormal, -3.694_482_140_534_37, 0.132_417_141_046_835),
      (.gamma, -3.755_992_645_797_8, 0.136_499_573_022_229),
      (.normal, -4.386_274_313_369_04, 0.152_958_520_772_741),
    ])
  func reference(kind: AttainmentFit.Kind, logLikelihood: Double, distance: Double) throws {
    let fit = try AttainmentFit(kind, to: Self.history)
    #expect(abs(fit.logLikelihood - logLikelihood) < 1e-9)
    #expect(abs(fit.distance - distance) < 1e-6)
  }

  @Test("A normal fit above 0 has the mean and variance of the attainments")
  func truncatedNormal() throws {
    let values = [0.05, 0.1, 0.3, 0.35, 0.7, 0.9, 1.4]
    let fit = try TruncatedNormal(fittingAboveZero: values)
    let mean = values.reduce(0, +) / 7
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 7
    #expect(abs(fit.mean - mean) < 1e-9)
    #expect(abs(fit.variance - variance) < 1e-9)
    #expect(throws: ModelFailure.self) { try TruncatedNormal(fittingAboveZero: [0.01, 0.01, 5]) }
    #expect(throws: ModelFailure.self) { try TruncatedNormal(fittingAboveZero: [1, 1, 1]) }
  }

  @Test("The right model is not rejected, the wrong one is")
  func goodness() throws {
    let model = try ForecastTests.model("lognormal:mean=0.9,cv=0.8")
    var generator = Xoshiro256PlusPlus(seed: 2)
    let values = (0..<300).map { _ in model.draw(using: &generator) }
    var right = try AttainmentFit(.lognormal, to: values)
    right.test(count: 300, samples: 39, seed: 1)
    #expect(try #require(right.pValue) > 0.05)
    var wrong = try AttainmentFit(.normal, to: values)
    wrong.test(count: 300, samples: 39, seed: 1)
    #expect(try #require(wrong.pValue) < 0.05)
    #expect(right.aic < wrong.aic)
  }

  @Test(
    "What cannot be fitted says why",
    arguments: [
      ([1.0, 0.9], "three attainments above 0"), ([1, 1, 1, 1], "fit no lognormal model"),
      ([-0.1, 1, 0.9, 0.8], "-0.1 is not an attainment"), ([0, 0, 0, 0], "there are 0"),
    ])
  func failures(values: [Double], message: String) throws {
    let failure = #expect(throws: ModelFailure.self) { try AttainmentFit(.lognormal, to: values) }
    #expect(failure?.description.contains(message) == true, "\(String(describing: failure))")
  }
}
