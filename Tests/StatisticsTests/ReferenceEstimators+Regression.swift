import Foundation
import Statistics

extension ReferenceEstimators {
  private static var logPay: [Double] { data.pay.map { log($0) } }
  private static let industries = ["first", "second", "third", "fourth"]

  private static func predictors(industry: Bool = true, square: Bool = true) throws -> Predictors {
    let experience = data["experience"]
    var terms: [Predictors.Term] = [
      .number("school", data["school"]), .number("experience", experience),
    ]
    if square { terms.append(.number("experience squared", experience.map { $0 * $0 })) }
    if industry {
      terms.append(.factor("industry", codes: data.codes("industry"), levels: industries))
    }
    return try Predictors(terms, rows: experience.count)
  }

  private static func fit(
    _ weighting: Weighting = .none, _ errors: LinearRegression.Errors? = .classical,
    level: Double = 0.95
  ) throws -> LinearRegression {
    let weights: [Double]? =
      switch weighting {
      case .none: nil
      case .frequency: data["frequency"]
      case .sampling, .reliability: data["weight"]
      }
    return try LinearRegression(
      logPay, on: predictors(), weights: weights, weighting, errors: errors, level: level)
  }

  /// Coefficients, then standard errors.
  private static func list(_ regression: LinearRegression) -> [Double] {
    regression.coefficients.map(\.estimate.value)
      + regression.coefficients.map { $0.estimate.standardError ?? .nan }
  }

  private static var clusters: LinearRegression.Errors { .clustered(data.codes("cluster")) }

  private static func decompose(
    _ reference: OaxacaBlinder.ReferenceWeights = .jann
  ) throws -> OaxacaBlinder {
    try OaxacaBlinder(
      logPay, on: predictors(industry: false), isInGroupA: data.codes("group").map { $0 == 0 },
      reference: reference)
  }

  private static func twoFold(_ reference: OaxacaBlinder.ReferenceWeights) throws -> [Double] {
    let parts = try decompose(reference).twoFold
    return [parts.explained.value, parts.unexplained.value]
  }

  private static func errors(_ estimates: [Estimate]) -> [Double] {
    estimates.map { $0.standardError ?? .nan }
  }

  static let regressions: [String: Estimator] = [
    "ols": { _ in list(try fit()) },
    "ols.summary": { _ in
      let regression = try fit()
      return [
        regression.rSquared ?? .nan, regression.adjustedRSquared ?? .nan,
        regression.residualDeviation,
      ]
    },
    "ols.p": { _ in try fit().coefficients.map { $0.pValue ?? .nan } },
    "ols.interval": { list(try fit(level: $0[0]).coefficients[1].estimate.interval) },
    "ols.hc1": { _ in list(try fit(.none, .hc1)) },
    "ols.hc3": { _ in list(try fit(.none, .hc3)) },
    "ols.cluster": { _ in list(try fit(.none, clusters)) },
    "ols.cluster.p": { _ in try fit(.none, clusters).coefficients.map { $0.pValue ?? .nan } },
    "wls": { _ in list(try fit(.reliability)) },
    "wls.hc1": { _ in list(try fit(.sampling, nil)) },
    "wls.hc3": { _ in list(try fit(.sampling, .hc3)) },
    "wls.cluster": { _ in list(try fit(.sampling, clusters)) },
    "frequency.ols": { _ in list(try fit(.frequency)) },
    "frequency.ols.hc1": { _ in list(try fit(.frequency, .hc1)) },
    "frequency.ols.hc3": { _ in list(try fit(.frequency, .hc3)) },
    "frequency.ols.cluster": { _ in list(try fit(.frequency, clusters)) },
    "differentials": { _ in
      let result = try IndustryDifferentials(of: "industry", in: fit(.none, .hc1))
      return result.differentials.map(\.estimate.value)
        + errors(result.differentials.map(\.estimate))
        + [result.deviation, result.adjustedDeviation]
    },
    "oaxaca.gap": { _ in [try decompose().gap.value] },
    "oaxaca.threefold": { _ in
      let parts = try decompose()
      return [parts.endowments.value, parts.coefficients.value, parts.interaction.value]
    },
    "oaxaca.threefold.se": { _ in
      let parts = try decompose()
      return errors([parts.endowments, parts.coefficients, parts.interaction])
    },
    "oaxaca.twofold.jann": { _ in try twoFold(.jann) },
    "oaxaca.twofold.neumark": { _ in try twoFold(.neumark) },
    "oaxaca.twofold.cotton": { _ in try twoFold(.cotton) },
    "oaxaca.twofold.reimers": { _ in try twoFold(.reimers) },
    "oaxaca.jann.se": { _ in
      let parts = try decompose().twoFold
      return errors([parts.explained, parts.unexplained])
    },
    "oaxaca.neumark.se": { _ in
      let parts = try decompose(.neumark).twoFold
      return errors([parts.explained, parts.unexplained])
    },
    "quantreg": {
      let regression = try QuantileRegression(logPay, on: predictors(), share: $0[0])
      return regression.coefficients.map(\.estimate.value) + [regression.objective]
    },
    "quantreg.objective": {
      [try QuantileRegression(logPay, on: predictors(), share: $0[0]).objective]
    },
    "weighted.quantreg": {
      let regression = try QuantileRegression(
        logPay, on: predictors(industry: false, square: false), share: $0[0],
        weights: data["weight"], .sampling)
      return regression.coefficients.map(\.estimate.value)
    },
    "longley": { _ in
      let longley = ReferenceData("longley.csv")
      let names = ["GNPDEFL", "GNP", "UNEMP", "ARMED", "POP", "YEAR"]
      let predictors = try Predictors(names.map { .number($0, longley[$0]) }, rows: 16)
      return list(try LinearRegression(longley["TOTEMP"], on: predictors))
    },
  ]
}
