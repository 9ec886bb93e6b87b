import Statistics
import Testing

@Suite("Values of R, numpy, scipy, statsmodels and mpmath")
struct ReferenceTests {
  static let cases: [String: [ReferenceCase]] = Dictionary(
    grouping: ReferenceCase.all(in: "python.json") + ReferenceCase.all(in: "r.json"),
    by: \.estimator)

  @Test("There are at least 200 values, and every one names an estimator that is tested")
  func coverage() {
    #expect(Self.cases.values.reduce(0) { $0 + $1.count } >= 200)
    #expect(Set(Self.cases.keys).symmetricDifference(ReferenceEstimators.all.keys) == [])
  }

  @Test(
    "The estimator agrees with the stored values",
    arguments: ReferenceTests.cases.keys.sorted())
  func agrees(estimator: String) throws {
    let compute = try #require(ReferenceEstimators.all[estimator])
    for reference in Self.cases[estimator] ?? [] {
      let values = try compute(reference.arguments)
      let tolerance = reference.tolerance ?? 1e-12
      #expect(values.count == reference.values.count, "\(reference)")
      for (value, expected) in zip(values, reference.values) {
        // Relative, but nothing of order one needs to be right to more than 1e-15 absolutely.
        let error = abs(value - expected) / max(abs(expected), 1e-300)
        #expect(
          value == expected || error <= tolerance || abs(value - expected) < 1e-16,
          "\(reference): got \(value), expected \(expected)")
      }
    }
  }
}
