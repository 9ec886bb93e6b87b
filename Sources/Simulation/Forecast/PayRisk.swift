package import Statistics

/// What a plan pays in a year when attainment varies, in a few figures: those of `PayForecast` for one plan.
package struct PayRisk: Sendable {
  /// The number of draws; nil by the closed form, whose figures have no sampling error.
  package let trials: Int?
  /// The expected pay, less what is owed back.
  package let mean: Estimate
  /// What 10 %, 50 % and 90 % of all years do not exceed.
  package let percentiles: [Estimate]
  /// The chance of the on-target earnings or more.
  package let onTarget: Estimate
  /// The chance that the quota is reached; nil without one.
  package let reachesQuota: Estimate?
  /// How pay is spread.
  package let histogram: PayHistogram

  private static let shares = [0.1, 0.5, 0.9]

  /// Works the figures out by the closed form.
  ///
  /// - Throws: `ModelFailure` for a model whose partial moments are not known.
  /// - Complexity: some 70 evaluations for each percentile, and 60 probabilities.
  package init(_ model: WrittenModel, _ plan: CompiledPlan) throws(ModelFailure) {
    self.init(try ClosedForm(model), plan)
  }

  /// Works the figures out by draws: those that `PayForecast` takes for the same trials and seed.
  ///
  /// - Throws: `ModelFailure` without trials, and for draws that are not finite.
  /// - Complexity: O(trials).
  package init(
    simulating model: WrittenModel, _ plan: CompiledPlan, trials: Int, seed: UInt64
  ) throws(ModelFailure) {
    guard trials > 0 else { throw ModelFailure.trials(trials, limit: Int.max) }
    let looks = SampledLaw.Looks(
      DrawStream(model: model, seed: seed, trials: trials),
      edges: plan.edges([.reachesQuota, .earnsOnTarget]), curves: [plan.kept],
      percentiles: Self.shares)
    let law = try SampledLaw(looks, threads: nil)
    self.init(law, plan)
  }

  private init(_ law: some DrawLaw, _ plan: CompiledPlan) {
    trials = law.trials
    mean = law.spread(of: plan.kept).mean
    percentiles = Self.shares.map { law.quantile($0, of: plan.kept) }
    onTarget = law.probability(of: PayQuestion.earnsOnTarget.stretches(plan))
    reachesQuota =
      plan.quotaPoint == nil
      ? nil : law.probability(of: PayQuestion.reachesQuota.stretches(plan))
    histogram = PayHistogram(plan, law)
  }
}
