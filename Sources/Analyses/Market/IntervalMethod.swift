internal import Reporting

/// How the confidence intervals of means and percentiles are found.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// Student's t for the mean, Woodruff's interval for percentiles.
  case woodruff
  /// The same with the share on the scale of log odds: limits also for P10 and P90 of few people.
  case logit
  /// The same with Clopper-Pearson limits of the share, after Korn and Graubard.
  case beta
  /// Quantiles of bootstrap replicates.
  case bootstrap
  /// Bootstrap with bias correction and acceleration.
  case bca
  /// None.
  case none

  /// The method as a document names it.
  var title: Inline {
    switch self {
    case .woodruff: "t interval for the mean, Woodruff's for percentiles"
    case .logit: "t interval for the mean, Woodruff's on the scale of log odds for percentiles"
    case .beta: "t interval for the mean, Korn and Graubard's for percentiles"
    case .bootstrap: "percentile bootstrap"
    case .bca: "bootstrap with bias correction and acceleration (BCa)"
    case .none: "none"
    }
  }
}
