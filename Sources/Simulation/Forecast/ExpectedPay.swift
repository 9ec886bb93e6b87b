internal import Statistics

/// The mean and deviation of total pay, by the closed form where the model has one, else by draws.
///
/// Every plan sees the same draws, so that what changes is the plan and not luck.
public struct ExpectedPay: Sendable {
  /// The model.
  public let model: any AttainmentModel
  /// The number of draws for a model without a closed form.
  public let trials: Int
  /// The seed of the draws.
  public let seed: UInt64
  /// The number of threads; nil for one a core.
  public let threads: Int?
  private let closedForm: ClosedForm?

  /// Creates the expectation over a model.
  public init(_ model: any AttainmentModel, trials: Int, seed: UInt64, threads: Int? = nil) {
    self.model = model
    self.trials = trials
    self.seed = seed
    self.threads = threads
    closedForm = try? ClosedForm(model)
  }

  /// Whether the values are exact and not simulated.
  public var isExact: Bool { closedForm != nil }

  /// Returns the mean and deviation of what a plan pays in all, less what is owed back.
  ///
  /// - Throws: `ModelFailure` when the model draws what is not a finite number.
  /// - Complexity: O(bands) by the closed form, else O(trials).
  public func callAsFunction(_ plan: CompiledPlan) throws(ModelFailure) -> Spread {
    if let closedForm { return closedForm.spread(of: plan.kept) }
    return try law(edges: plan.kept.starts, percentiles: []).spread(of: plan.kept)
  }

  /// Returns the attainment below which a share of all draws lies.
  func quantile(_ p: Double) throws(ModelFailure) -> Double {
    if let exact = model.quantile(p) { return exact }
    let identity = CompiledCurve(starts: [0], values: [0], slopes: [1])
    return try law(edges: [], percentiles: [p]).quantile(p, of: identity).value
  }

  /// Returns the probability that a draw is at least a number.
  func share(atLeast x: Double) throws(ModelFailure) -> Double {
    let stretch = [x..<Double.infinity]
    if let closedForm { return closedForm.probability(of: stretch).value }
    return try law(edges: [x], percentiles: []).probability(of: stretch).value
  }

  private func law(edges: [Double], percentiles: [Double]) throws(ModelFailure) -> SampledLaw {
    try SampledLaw(
      .init(
        DrawStream(model: model, seed: seed, trials: trials), edges: edges, curves: [],
        percentiles: percentiles), threads: threads)
  }
}
