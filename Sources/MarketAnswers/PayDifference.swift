public import Statistics

/// How far the pay of one group lies above that of another, with what is known of its precision.
public struct PayDifference: Hashable, Sendable {
  /// What is compared.
  public enum Measure: String, Hashable, Sendable {
    /// The geometric means: the estimate is their ratio less 1, from Welch's test of log pay.
    case geometricMeans = "geometric_mean_ratio"
    /// The means, where some pay is zero or negative: the estimate is an amount.
    case means = "mean_difference"
    /// How likely somebody of the one group is paid more than somebody of the other, plus half of how
    /// likely they are paid the same: the estimate is a share, ½ where neither tends to be paid more.
    case superiority = "probability_of_superiority"
  }

  /// The difference, a fraction or an amount by the measure; its interval is for this one alone.
  public let estimate: Estimate
  /// The p-value of no difference, for this comparison alone; nil when nothing varies.
  public let pValue: Double?
  /// The p-value raised for all comparisons of the kind.
  public internal(set) var adjustedPValue: Double?

  /// Takes the difference of means, or of means of logarithms.
  init(_ difference: Estimate, _ measure: Measure) {
    pValue = difference.pValue()
    estimate = measure == .means ? difference : difference.fractionFromLogarithms
  }

  /// Takes what a test by ranks found.
  init(superiority: Estimate, pValue: Double?) {
    self.pValue = pValue
    estimate = superiority
  }
}
