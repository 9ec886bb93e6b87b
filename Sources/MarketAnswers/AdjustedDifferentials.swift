internal import Answers
internal import Findings
internal import SalaryData
public import Statistics

/// What each group pays above or below the average of all at equal characteristics.
///
/// The differentials of Krueger and Summers from a regression of log pay on groups and
/// characteristics, with the standard errors of Haisken-DeNew and Schmidt. HC1, or between clusters.
public struct AdjustedDifferentials: Sendable {
  /// The characteristics, and how they entered the regression.
  public let characteristics: [Characteristic.Use]
  /// For each group of the comparison its differential, as a fraction of pay; nil without one.
  public let groups: [Estimate?]
  /// The p-value of no differential for each group, raised for all of them.
  public let adjustedPValues: [Double?]
  /// The number of people of whom everything is known.
  public let count: Int
  /// The number of people left out because a characteristic or their group is not said.
  public let leftOut: Int
  /// R² of the regression.
  public let rSquared: Double?
  /// The standard deviation of the differentials of logarithms, without what sampling error adds.
  public let deviation: Double
  /// The columns that could not be told from others.
  public let aliased: [LinearRegression.Aliased]

  /// Computes the differentials of groups; one without a label is left out.
  ///
  /// - Throws: `.badData` where the regression cannot be computed.
  init(
    _ people: SurveyedPay, _ labels: [String?], by group: [Int], _ options: ComparisonOptions
  ) throws(InputFailure) {
    let known = try Characteristics(options.characteristics, in: people.table)
    let rows = (0..<people.table.rowCount).filter {
      labels[group[$0]] != nil && known.isComplete($0)
    }
    let (terms, uses) = known.terms(rows)
    characteristics = uses
    leftOut = people.table.rowCount - rows.count
    count = rows.count
    // Levels without anybody would be columns of zeros.
    let present = Set(rows.map { group[$0] }).sorted()
    var position = [Int](repeating: 0, count: labels.count)
    for (new, old) in present.enumerated() { position[old] = new }
    guard let logarithms = people.sample.logarithmic() else {
      throw Characteristic.Obstacle.payNotPositive.failure
    }
    do throws(RegressionFailure) {
      let factor = Predictors.Term.factor(
        Self.groupName, codes: rows.map { position[group[$0]] },
        levels: present.map { labels[$0] ?? "" })
      let regression = try LinearRegression(
        rows.map { logarithms.values[$0] },
        on: Predictors([factor] + terms, rows: rows.count),
        weights: logarithms.weights.map { weights in rows.map { weights[$0] } },
        logarithms.weighting,
        errors: logarithms.clusters.map { clusters in .clustered(rows.map { clusters[$0] }) }
          ?? .hc1,
        level: options.level)
      let result = try IndustryDifferentials(
        of: Self.groupName, in: regression, level: options.level)
      var estimates = [Estimate?](repeating: nil, count: labels.count)
      var pValues = [Double?](repeating: nil, count: labels.count)
      for (group, differential) in zip(present, result.differentials) {
        estimates[group] = differential.estimate.fractionFromLogarithms
        pValues[group] = differential.pValue
      }
      groups = estimates
      adjustedPValues = options.adjustment.adjust(pValues)
      rSquared = regression.rSquared
      deviation = result.adjustedDeviation
      aliased = regression.aliased
    } catch {
      if case .noSuchFactor = error { throw Characteristic.Obstacle.tooFewGroups.failure }
      throw Characteristic.Obstacle.regression(error).failure
    }
  }

  private static let groupName = "group"
}
