/// Several groups, each known from its percentiles, seen as one.
///
/// A pooled percentile solves Σ N_k F_k(x) = p ΣN_k; it is not an average of the percentiles.
public struct PooledPercentiles: Sendable {
  /// A group: its curve and how many it stands for.
  public struct Group: Sendable, Hashable {
    /// The distribution of pay within the group.
    public let curve: PercentileCurve
    /// How many it stands for.
    public let weight: Double

    /// Creates a group.
    public init(_ curve: PercentileCurve, weight: Double) {
      self.curve = curve
      self.weight = weight
    }
  }

  /// A percentile of all groups together, as far as the published ones tell.
  public enum Value: Sendable, Hashable {
    /// It lies between published percentiles, and so is known.
    case value(Double)
    /// At or above the lowest top code of the groups: only this bound is known.
    case atLeast(Double)
  }

  private let groups: [Group]
  private let total: Double
  private let topCode: Double?

  /// Pools groups; nil unless some weight is positive and none negative, NaN or infinite.
  public init?(_ groups: [Group]) {
    guard groups.allSatisfy({ $0.weight >= 0 && $0.weight.isFinite }) else { return nil }
    self.groups = groups.filter { $0.weight > 0 }
    total = self.groups.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    topCode = self.groups.compactMap(\.curve.topCode).min()
  }

  /// The share of everyone up to and including x.
  ///
  /// - Complexity: O(groups).
  public func cumulative(at x: Double) -> Double {
    groups.reduce(0) { $0 + $1.weight * $1.curve.cumulative(at: x) } / total
  }

  /// The pooled percentile; nil for a share outside (0, 1).
  ///
  /// - Complexity: O(groups · 60).
  public func quantile(_ p: Double) -> Value? {
    guard p > 0, p < 1 else { return nil }
    if let topCode, cumulative(at: topCode.nextDown) < p { return .atLeast(topCode) }
    // The pooled percentile lies between the smallest and the largest of the groups.
    let quantiles = groups.map { $0.curve.quantile(p) }
    guard var low = quantiles.min(), var high = quantiles.max() else { return nil }
    while low < high {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if cumulative(at: middle) >= p { high = middle } else { low = middle }
    }
    return .value(high)
  }

  /// The mean of everyone that the curves imply.
  ///
  /// - Complexity: O(groups).
  public var mean: Double { groups.reduce(0) { $0 + $1.weight * $1.curve.mean } / total }
}
