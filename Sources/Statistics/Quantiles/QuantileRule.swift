/// The nine definitions of a sample quantile of Hyndman and Fan, with weights where there are any.
///
/// Source: Hyndman, Fan, "Sample quantiles in statistical packages", Am. Stat. 50 (1996). With
/// frequency weights a rule gives what it gives on the expanded data. With sampling or reliability
/// weights the k-th value, C_k the weight up to and including it and W all weight, stands at the
/// position named with the case, as in R's survey package (Lumley, "Estimating quantiles").
public enum QuantileRule: String, Sendable, Hashable, CaseIterable {
  /// The inverse of the distribution function: the smallest x with C ≥ pW.
  case hyndmanFan1 = "hf1"
  /// As type 1, with the average of both values where C = pW; SAS.
  case hyndmanFan2 = "hf2"
  /// The value whose C is nearest to pW; between two, the one with the even number.
  case hyndmanFan3 = "hf3"
  /// Linear through C_k/W.
  case hyndmanFan4 = "hf4"
  /// Linear through (C_k − w_k/2)/W; hydrologists.
  case hyndmanFan5 = "hf5"
  /// Linear through C_k/(W + w_n); Excel PERCENTILE.EXC, SPSS, Minitab.
  case hyndmanFan6 = "hf6"
  /// Linear through C_{k−1}/C_{n−1}; R, numpy, Excel PERCENTILE.INC. Changes when a record is split.
  case hyndmanFan7 = "hf7"
  /// Linear through (C_k − w_k/3)/(W + w_n/3); nearly median-unbiased.
  case hyndmanFan8 = "hf8"
  /// Linear through (C_k − 3w_k/8)/(W + w_n/4); nearly unbiased for normal data.
  case hyndmanFan9 = "hf9"

  /// The usual rule: type 7, and the inverse weighted distribution function for survey weights.
  public static func standard(for weighting: Weighting) -> QuantileRule {
    switch weighting {
    case .none, .frequency: .hyndmanFan7
    case .sampling, .reliability: .hyndmanFan1
    }
  }

  /// The order statistics, counted from 1, between which the quantile of n values lies.
  ///
  /// The quantile is x(lower) + fraction · (x(upper) − x(lower)).
  func position(_ p: Double, of count: Double) -> (lower: Double, upper: Double, fraction: Double) {
    let target =
      switch self {
      case .hyndmanFan1, .hyndmanFan2, .hyndmanFan4: count * p
      case .hyndmanFan3: count * p - 0.5
      case .hyndmanFan5: count * p + 0.5
      case .hyndmanFan6: (count + 1) * p
      case .hyndmanFan7: (count - 1) * p + 1
      case .hyndmanFan8: (count + 1.0 / 3) * p + 1.0 / 3
      case .hyndmanFan9: (count + 0.25) * p + 0.375
      }
    // 10 · 0.3 must count as 3 whichever way it was rounded; R allows 4 units as well.
    let tolerance = 4 * Double.ulpOfOne * max(1, target)
    let lower = (target + tolerance).rounded(.down)
    let excess = target - lower <= tolerance ? 0 : target - lower
    let fraction: Double =
      switch self {
      case .hyndmanFan1: excess > 0 ? 1 : 0
      case .hyndmanFan2: excess > 0 ? 1 : 0.5
      case .hyndmanFan3: excess > 0 || lower.remainder(dividingBy: 2) != 0 ? 1 : 0
      default: excess
      }
    return (min(max(lower, 1), count), min(max(lower + 1, 1), count), fraction)
  }
}
