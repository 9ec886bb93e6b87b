import Foundation
import Statistics
import Testing

@Suite("Linear regression")
struct LinearRegressionTests {
  private let pay = ReferenceData.shared.pay
  private let school = ReferenceData.shared["school"]
  private let industry = ReferenceData.shared.codes("industry")
  private let industries = ["Arts", "Banks", "Coal", "Data"]

  /// The regressions of wage1.csv in the textbook, by example.
  static let examples: [String: [String]] = [
    "2.4": ["educ"],
    "2.10": ["educ"],
    "4.1": ["educ", "exper", "tenure"],
    "7.1": ["female", "educ", "exper", "tenure"],
    "7.5": ["female", "educ", "exper", "expersq", "tenure", "tenursq"],
    "7.6": ["marrmale", "marrfem", "singfem", "educ", "exper", "expersq", "tenure", "tenursq"],
  ]

  @Test(
    "Published wage regressions come out to the printed digits", arguments: examples.keys.sorted())
  func published(example: String) throws {
    let data = ReferenceData("wage1.csv")
    var columns = data.columns
    columns["lwage"] = data["wage"].map { log($0) }
    columns["expersq"] = data["exper"].map { $0 * $0 }
    columns["tenursq"] = data["tenure"].map { $0 * $0 }
    let (female, married) = (data["female"], data["married"])
    columns["marrmale"] = zip(female, married).map { (1 - $0) * $1 }
    columns["marrfem"] = zip(female, married).map { $0 * $1 }
    columns["singfem"] = zip(female, married).map { $0 * (1 - $1) }

    let lines = ReferenceData.text(of: "published.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0] == example }
    let terms = try #require(Self.examples[example])
    let responseName = try #require(lines.first)[1]
    let regression = try LinearRegression(
      #require(columns[responseName]),
      on: Predictors(terms.map { .number($0, columns[$0] ?? []) }, rows: 526))
    #expect(regression.count == 526)
    for line in lines {
      if line[2] == "R-squared" {
        expect(try #require(regression.rSquared), prints: line[3])
      } else {
        let estimate = try #require(regression[line[2]]).estimate
        expect(estimate.value, prints: line[3])
        if !line[4].isEmpty { expect(try #require(estimate.standardError), prints: line[4]) }
      }
    }
  }

  /// Expects a value to round to printed text.
  private func expect(_ value: Double, prints text: String) {
    let decimals = text.split(separator: ".").last?.count ?? 0
    let unit = pow(10, -Double(decimals))
    // A 5 in the next digit may have gone either way.
    #expect(abs(value - (Double(text) ?? .nan)) <= 0.501 * unit, "\(value) for \(text)")
  }

  @Test("Columns that are combinations of others are named, with the others")
  func aliased() throws {
    let predictors = try Predictors(
      [
        .number("school", school), .number("months", school.map { 12 * $0 + 3 }),
        .factor("industry", codes: industry, levels: industries + ["Empty"]),
        .number("digital", industry.map { $0 == 3 ? 1 : 0 }),
      ], rows: pay.count)
    let regression = try LinearRegression(pay, on: predictors)
    #expect(regression.aliased.map(\.name) == ["months", "industry=Empty", "digital"])
    #expect(
      regression.aliased.map(\.combines) == [["(Intercept)", "school"], [], ["industry=Data"]])
    let plain = try LinearRegression(
      pay,
      on: Predictors(
        [.number("school", school), .factor("industry", codes: industry, levels: industries)],
        rows: pay.count))
    for (first, second) in zip(regression.coefficients, plain.coefficients) {
      #expect(first.name == second.name)
      #expect(abs(first.estimate.value / second.estimate.value - 1) < 1e-10)
    }
  }

  @Test("An exact relation is found with its coefficients and no error")
  func exact() throws {
    let regression = try LinearRegression(
      school.map { 2 + 3 * $0 }, on: Predictors([.number("school", school)], rows: school.count))
    #expect(abs(try #require(regression["school"]?.estimate.value) - 3) < 1e-13)
    #expect(abs(try #require(regression.rSquared) - 1) < 1e-13)
  }

  @Test("Many rows in blocks give what one block gives")
  func blocks() throws {
    // 80 rows repeated 40 times span several blocks; the coefficients stay.
    let repeated = Array(repeatElement(0..<80, count: 40).joined())
    func fit(_ rows: [Int]) throws -> LinearRegression {
      try LinearRegression(
        rows.map { pay[$0] },
        on: Predictors(
          [
            .number("school", rows.map { school[$0] }),
            .factor("industry", codes: rows.map { industry[$0] }, levels: industries),
          ], rows: rows.count))
    }
    let (one, many) = try (fit(Array(0..<80)), fit(repeated))
    for (first, second) in zip(one.coefficients, many.coefficients) {
      #expect(abs(first.estimate.value / second.estimate.value - 1) < 1e-11)
    }
    #expect(abs(try #require(one.rSquared) - (try #require(many.rSquared))) < 1e-12)
  }

  @Test("Weights of zero leave their records out", arguments: [0, 1, 2])
  func zeroWeights(kind: Int) throws {
    let weights = pay.indices.map { $0 < 60 ? 2.0 : 0 }
    let clusters = pay.indices.map { $0 / 4 }
    let kinds: [LinearRegression.Errors] = [.classical, .hc3, .clustered(clusters)]
    func fit(_ count: Int, _ weights: [Double]) throws -> LinearRegression {
      let errors: LinearRegression.Errors =
        kind == 2 ? .clustered(Array(clusters.prefix(count))) : kinds[kind]
      return try LinearRegression(
        Array(pay.prefix(count)),
        on: Predictors([.number("school", Array(school.prefix(count)))], rows: count),
        weights: Array(weights.prefix(count)), .sampling, errors: errors)
    }
    let (all, some) = try (fit(80, weights), fit(60, weights))
    #expect(all.count == 60)
    for (first, second) in zip(all.coefficients, some.coefficients) {
      let errors = try (
        #require(first.estimate.standardError), #require(second.estimate.standardError)
      )
      #expect(abs(errors.0 / errors.1 - 1) < 1e-10)
      #expect(first.estimate.degreesOfFreedom == second.estimate.degreesOfFreedom)
    }
  }

  @Test("What cannot be computed is refused by name")
  func refusals() throws {
    let two = try Predictors([.number("x", [1, 2])], rows: 2)
    #expect(throws: RegressionFailure.tooFewRows(rows: 2, columns: 2)) {
      try LinearRegression([1, 2], on: two)
    }
    #expect(throws: RegressionFailure.tooFewRows(rows: 0, columns: 0)) {
      try LinearRegression([], on: Predictors([], rows: 0))
    }
    #expect(throws: RegressionFailure.lengthsDiffer(column: "response", length: 1, rows: 2)) {
      try LinearRegression([1], on: two)
    }
    #expect(throws: RegressionFailure.notFinite(column: "response", row: 1)) {
      try LinearRegression([1, .infinity], on: two)
    }
    #expect(throws: RegressionFailure.notFinite(column: "x", row: 0)) {
      try Predictors([.number("x", [.nan])], rows: 1)
    }
    #expect(throws: RegressionFailure.lengthsDiffer(column: "x", length: 1, rows: 2)) {
      try Predictors([.number("x", [1])], rows: 2)
    }
    #expect(throws: RegressionFailure.unknownLevel(factor: "f", row: 1, code: 2)) {
      try Predictors([.factor("f", codes: [0, 2], levels: ["a", "b"])], rows: 2)
    }
    #expect(throws: RegressionFailure.weights(.weightNotUsable(row: 0, weight: -1))) {
      try LinearRegression([1, 2], on: two, weights: [-1, 1], .sampling)
    }
    let lone = try Predictors(
      [.factor("f", codes: [0, 0, 0, 1], levels: ["many", "one"])], rows: 4)
    #expect(throws: RegressionFailure.fullLeverage(row: 3)) {
      try LinearRegression([1, 2, 4, 8], on: lone, errors: .hc3)
    }
    #expect(throws: RegressionFailure.tooFewClusters) {
      try LinearRegression([1, 2, 4, 8], on: lone, errors: .clustered([1, 1, 1, 1]))
    }
    let identifiers = try Predictors(
      [.factor("id", codes: [0, 1, 2], levels: (0...6000).map(String.init))], rows: 3)
    #expect(throws: RegressionFailure.tooManyColumns(columns: 6001, most: 5000)) {
      try LinearRegression([1, 2, 3], on: identifiers)
    }
    let constant = try LinearRegression([5, 5, 5, 5], on: lone)
    #expect(constant.rSquared == nil)
  }

  @Test("Differentials do not depend on the reference, and their weighted sum is zero")
  func differentials() throws {
    let fits = try (0..<4).map { reference in
      try IndustryDifferentials(
        of: "industry",
        in: LinearRegression(
          pay.map { log($0) },
          on: Predictors(
            [
              .number("school", school),
              .factor(
                "industry", codes: industry, levels: industries + ["Empty"], reference: reference),
            ], rows: pay.count),
          weights: ReferenceData.shared["weight"], .sampling))
    }
    for fit in fits {
      #expect(fit.differentials.map(\.level) == industries)
      let sum = fit.differentials.reduce(0) { $0 + $1.share * $1.estimate.value }
      #expect(abs(sum) < 1e-13)
      for (one, other) in zip(fit.differentials, fits[0].differentials) {
        #expect(abs(one.estimate.value - other.estimate.value) < 1e-12)
        let errors = try (
          #require(one.estimate.standardError), #require(other.estimate.standardError)
        )
        #expect(abs(errors.0 / errors.1 - 1) < 1e-9)
      }
      #expect(fit.adjustedDeviation <= fit.deviation)
    }
    let without = try LinearRegression(
      pay, on: Predictors([.number("school", school)], rows: pay.count))
    #expect(throws: RegressionFailure.noSuchFactor("industry")) {
      try IndustryDifferentials(of: "industry", in: without)
    }
  }
}

@Suite("Oaxaca-Blinder decomposition")
struct OaxacaBlinderTests {
  private let data = ReferenceData.shared

  private func predictors() throws -> Predictors {
    try Predictors(
      [
        .number("school", data["school"]),
        .factor("industry", codes: data.codes("industry"), levels: ["a", "b", "c", "d"]),
      ], rows: 80)
  }

  static let references: [OaxacaBlinder.ReferenceWeights] = [
    .groupA, .groupB, .reimers, .cotton, .neumark, .jann,
  ]

  @Test("The parts add up to the gap of the weighted means", arguments: references)
  func additivity(reference: OaxacaBlinder.ReferenceWeights) throws {
    let response = data.pay.map { log($0) }
    let isA = data.codes("group").map { $0 == 0 }
    let result = try OaxacaBlinder(
      response, on: predictors(), isInGroupA: isA, weights: data["weight"], .sampling,
      clusters: data.codes("cluster"), reference: reference)
    func mean(_ group: Bool) throws -> Double {
      let rows = isA.indices.filter { isA[$0] == group }
      let sample = try Sample(
        rows.map { response[$0] }, weights: rows.map { data["weight"][$0] }, .sampling)
      return try #require(sample.mean)
    }
    let gap = try mean(true) - mean(false)
    #expect(abs(result.gap.value - gap) < 1e-11)
    let three = result.endowments.value + result.coefficients.value + result.interaction.value
    #expect(abs(three - gap) < 1e-11)
    let two = result.twoFold
    #expect(abs(two.explained.value + two.unexplained.value - gap) < 1e-11)
    #expect(two.contributions.map(\.name) == ["(Intercept)", "school", "industry"])
    let explained = two.contributions.reduce(0) { $0 + $1.explained.value }
    let unexplained = two.contributions.reduce(0) { $0 + $1.unexplained.value }
    #expect(abs(explained - two.explained.value) < 1e-11)
    #expect(abs(unexplained - two.unexplained.value) < 1e-11)
    #expect(try #require(two.explained.standardError) > 0)
  }

  @Test("Frequencies give the errors of the expanded data")
  func frequencies() throws {
    let counts = data["frequency"]
    let rows = counts.enumerated().flatMap { Array(repeating: $0.offset, count: Int($0.element)) }
    let isA = data.codes("group").map { $0 == 0 }
    let response = data.pay.map { log($0) }
    let weighted = try OaxacaBlinder(
      response, on: predictors(), isInGroupA: isA, weights: counts, .frequency)
    let expanded = try OaxacaBlinder(
      rows.map { response[$0] },
      on: Predictors(
        [
          .number("school", rows.map { data["school"][$0] }),
          .factor(
            "industry", codes: rows.map { data.codes("industry")[$0] },
            levels: ["a", "b", "c", "d"]),
        ], rows: rows.count), isInGroupA: rows.map { isA[$0] })
    for part in [\OaxacaBlinder.gap, \.endowments, \.coefficients, \.interaction] {
      let (first, second) = (weighted[keyPath: part], expanded[keyPath: part])
      #expect(abs(first.value - second.value) < 1e-11)
      let errors = try (#require(first.standardError), #require(second.standardError))
      #expect(abs(errors.0 / errors.1 - 1) < 1e-9)
    }
  }

  @Test("A bootstrap agrees with the standard errors")
  func bootstrap() throws {
    var generator = Xoshiro256PlusPlus(seed: 31)
    let x = (0..<300).map { _ in generator.standardNormal() }
    let isA = (0..<300).map { $0 % 3 == 0 }
    let y = zip(x, isA).map { x, isA in
      (isA ? 0.4 + 0.9 * x : 0.5 * x) + generator.standardNormal()
    }
    func decompose(_ rows: [Int]) throws -> OaxacaBlinder {
      try OaxacaBlinder(
        rows.map { y[$0] },
        on: Predictors([.number("x", rows.map { x[$0] })], rows: rows.count),
        isInGroupA: rows.map { isA[$0] })
    }
    let result = try decompose(Array(0..<300))
    var replicates: [[Double]] = [[], []]
    for _ in 0..<200 {
      // Groups keep their sizes, as the delta method takes them.
      let rows = (0..<300).map { 3 * generator.index(below: 100) + $0 % 3 }
      let parts = try decompose(rows).twoFold
      replicates[0].append(parts.explained.value)
      replicates[1].append(parts.unexplained.value)
    }
    let parts = result.twoFold
    for (draws, estimate) in zip(replicates, [parts.explained, parts.unexplained]) {
      let deviation = try #require(try Sample(draws).standardDeviation)
      // 200 replicates know a deviation to 5 %.
      #expect(abs(deviation / (try #require(estimate.standardError)) - 1) < 0.15)
    }
  }

  @Test("Something that one group lacks is named")
  func missingInGroup() throws {
    let isA = [true, true, true, true, false, false, false, false]
    let predictors = try Predictors(
      [
        .number("x", [1, 2, 3, 5, 1, 2, 3, 5]),
        .factor("f", codes: [0, 1, 0, 1, 0, 0, 0, 0], levels: ["low", "high"]),
      ], rows: 8)
    #expect(throws: RegressionFailure.aliased(column: "f=high", group: "group B")) {
      try OaxacaBlinder([1, 2, 3, 4, 5, 6, 7, 9], on: predictors, isInGroupA: isA)
    }
    #expect(throws: RegressionFailure.self) {
      try OaxacaBlinder(
        [1, 2, 3, 4, 5, 6, 7, 9], on: predictors, isInGroupA: isA.map { _ in true })
    }
  }
}

@Suite("Quantile regression")
struct QuantileRegressionTests {
  /// The loss of the best of all planes through as many records as there are columns.
  private func bestLoss(_ x: [Double], _ y: [Double], share: Double) -> Double {
    var best = Double.infinity
    for i in x.indices {
      for j in 0..<i where x[i] != x[j] {
        let slope = (y[i] - y[j]) / (x[i] - x[j])
        let intercept = y[i] - slope * x[i]
        let loss = zip(x, y).reduce(0) { sum, point in
          let residual = point.1 - intercept - slope * point.0
          return sum + residual * (residual < 0 ? share - 1 : share)
        }
        best = min(best, loss)
      }
    }
    return best
  }

  @Test(
    "No line through two records is better, with ties as with scattered values",
    arguments: [0.05, 0.25, 0.5, 0.8, 0.95], [0, 1, 2])
  func optimality(share: Double, roughness: Int) throws {
    var generator = Xoshiro256PlusPlus(seed: 77, stream: roughness)
    for _ in 0..<10 {
      let rounding = [0.001, 0.5, 2][roughness]
      let x = (0..<25).map { _ in Double(generator.index(below: 8)) }
      let y = x.map { ((0.3 * $0 + generator.standardNormal()) / rounding).rounded() * rounding }
      let regression = try QuantileRegression(
        y, on: Predictors([.number("x", x)], rows: 25), share: share)
      #expect(abs(regression.objective - bestLoss(x, y, share: share)) < 1e-7)
    }
  }

  @Test("Without predictors it is a quantile", arguments: [0.1, 0.5, 0.77])
  func onlyIntercept(share: Double) throws {
    let pay = ReferenceData.shared.pay
    let weights = ReferenceData.shared["weight"]
    let plain = try QuantileRegression(pay, on: Predictors([], rows: 80), share: share)
    let value = plain.coefficients[0].estimate.value
    let sample = try Sample(pay)
    #expect(try #require(sample.share(atMost: value - 1e-6)) <= share)
    #expect(try #require(sample.share(atMost: value + 1e-6)) >= share)
    let weighted = try QuantileRegression(
      pay, on: Predictors([], rows: 80), share: share, weights: weights, .sampling)
    let quantile = try #require(try Sample(pay, weights: weights, .sampling).quantile(share))
    #expect(abs(weighted.coefficients[0].estimate.value / quantile - 1) < 1e-12)
  }

  @Test("A bootstrap adds errors, the same on any number of threads")
  func bootstrap() throws {
    let data = ReferenceData.shared
    let response = data.pay.map { log($0) }
    let predictors = try Predictors([.number("school", data["school"])], rows: 80)
    let fits = try [1, 2].map { threads in
      try QuantileRegression(
        response, on: predictors, bootstrap: Bootstrap(replicates: 60, seed: 2, threads: threads),
        clusters: data.codes("cluster"))
    }
    let coefficients = fits.map { $0.coefficients }
    #expect(coefficients[0] == coefficients[1])
    let school = try #require(fits[0]["school"]?.estimate)
    #expect(try #require(school.standardError) > 0)
    #expect(try #require(school.interval?.lower) < school.value)
  }

  @Test("Frequencies are as many people to the bootstrap too")
  func frequencies() throws {
    let data = ReferenceData.shared
    let counts = data.pay.indices.map { Double(1 + $0 % 4) }
    let rows = data.pay.indices.flatMap { [Int](repeating: $0, count: Int(counts[$0])) }
    let response = data.pay.map { log($0) }
    let plan = Bootstrap(replicates: 1000, seed: 3)
    let counted = try QuantileRegression(
      response, on: Predictors([.number("school", data["school"])], rows: 80), weights: counts,
      .frequency, bootstrap: plan)
    let expanded = try QuantileRegression(
      rows.map { response[$0] },
      on: Predictors([.number("school", rows.map { data["school"][$0] })], rows: rows.count),
      bootstrap: plan)
    let (one, two) = (
      try #require(counted["school"]?.estimate), try #require(expanded["school"]?.estimate)
    )
    #expect(abs(one.value - two.value) < 1e-12)
    let (error, other) = (try #require(one.standardError), try #require(two.standardError))
    // 1,000 samples know a deviation to 2.2 %, and each of both does.
    #expect(abs(error / other - 1) < 0.12)
  }

  @Test("Shares outside (0, 1) and aliased columns")
  func edges() throws {
    let predictors = try Predictors(
      [.number("x", [1, 2, 3, 4]), .number("twice", [2, 4, 6, 8])], rows: 4)
    let regression = try QuantileRegression([1, 3, 2, 5], on: predictors)
    #expect(regression.aliased.map(\.name) == ["twice"])
    #expect(regression.aliased.map(\.combines) == [["x"]])
    for share in [0, 1, .nan] {
      #expect(throws: RegressionFailure.self) {
        try QuantileRegression([1, 3, 2, 5], on: predictors, share: share)
      }
    }
    let equal = try QuantileRegression([2, 2, 2, 2], on: predictors)
    #expect(abs(equal.coefficients[0].estimate.value - 2) < 1e-12)
    #expect(abs(equal.objective) < 1e-12)
  }
}
