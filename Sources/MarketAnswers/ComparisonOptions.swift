public import Statistics

/// How pay is compared: the design of the data, intervals, tests, and what must not be shown.
public struct ComparisonOptions: Sendable {
  /// How the people stand for a population.
  public var design: SurveyDesign = SurveyDesign()
  /// The share of samples in which an interval covers the true value.
  public var level: Double = 0.95
  /// How intervals are found.
  public var interval: IntervalMethod = .woodruff
  /// How often and from which seed samples are drawn, for the bootstrap.
  public var bootstrap: Bootstrap = Bootstrap()
  /// The definition of percentiles; nil takes the usual one for the weights.
  public var rule: QuantileRule?
  /// How p-values are raised because many groups are compared.
  public var adjustment: MultiplicityAdjustment = .holm
  /// The test by which each two groups are compared, with the size of the effect; nil takes Welch's, without
  /// it. None of them is defined for weights, clusters and strata.
  public var pairTest: PairTest?
  /// Which groups are too small to be shown; nil shows all.
  public var disclosure: DisclosureRule?
  /// The characteristics at which groups are compared besides, such as experience.
  public var characteristics: [Characteristic] = []

  /// The ε of Atkinson's index, with which inequality is measured besides; nil where it is not.
  public var inequalityAversion: Double?

  /// Creates options that compare everybody with equal weights and hide nothing.
  public init() {}
}
