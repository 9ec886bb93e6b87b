internal import Statistics

/// What a plan pays in a year when attainment varies, in a few figures by the closed form: those of
/// `PayForecast` for one plan.
package struct PayRisk: Sendable {
  /// The expected pay, less what is owed back.
  package let mean: Double
  /// What 10 %, 50 % and 90 % of all years do not exceed.
  package let percentiles: [Double]
  /// The chance of the on-target earnings or more.
  package let onTarget: Double
  /// The chance that the quota is reached; nil without one.
  package let reachesQuota: Double?
  /// How pay is spread.
  package let histogram: PayHistogram

  /// Works the figures out.
  ///
  /// - Complexity: some 70 evaluations for each percentile, and 60 probabilities.
  package init(_ model: WrittenModel, _ plan: CompiledPlan) throws(ModelFailure) {
    let law =
      switch model {
      case .fixed(let model): try ClosedForm(model)
      case .lognormal(let model): try ClosedForm(model)
      case .gamma(let model): try ClosedForm(model)
      case .normal(let model): try ClosedForm(model)
      case .banded(let model): try ClosedForm(model)
      }
    mean = law.mean(of: plan.kept)
    percentiles = [0.1, 0.5, 0.9].map { law.quantile($0, of: plan.kept).value }
    onTarget = law.probability(of: PayQuestion.earnsOnTarget.stretches(plan)).value
    reachesQuota =
      plan.quotaPoint == nil
      ? nil : law.probability(of: PayQuestion.reachesQuota.stretches(plan)).value
    histogram = PayHistogram(plan, law)
  }
}
