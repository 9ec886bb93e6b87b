package import Reporting

/// How the confidence intervals of means and percentiles are found.
public enum IntervalMethod: String, Hashable, Sendable, CaseIterable {
  /// Student's t for the mean, Woodruff's interval for percentiles, centred at their share.
  ///
  /// The mean of few people with skewed pay has the bootstrap-t, here and with `logit` and `beta`.
  case woodruff
  /// The same with the share on the scale of log odds: limits also for P10 and P90 of few people.
  case logit
  /// The same with the law of order statistics, exact without weights; after Korn and Graubard.
  case beta
  /// The bootstrap-t for the mean, quantiles of bootstrap shares for percentiles.
  case bootstrap
  /// Bootstrap with bias correction and acceleration for the mean.
  ///
  /// The jackknife, which the acceleration is from, fails for percentiles: theirs are as in `bootstrap`.
  case bca
  /// None.
  case none

  /// The method as a document names it.
  package var title: Inline {
    switch self {
    case .woodruff: "t interval for the mean, Woodruff's for percentiles"
    case .logit: "t interval for the mean, Woodruff's on the scale of log odds for percentiles"
    case .beta: "t interval for the mean, order statistics (Korn and Graubard) for percentiles"
    case .bootstrap: "bootstrap-t for the mean, bootstrap shares for percentiles"
    case .bca:
      "bootstrap with bias correction and acceleration (BCa) for the mean, bootstrap shares for percentiles"
    case .none: "none"
    }
  }
}
