internal import Answers
internal import Findings
public import Statistics

/// How far two groups are apart at one place of their pay, such as among the best paid tenth.
public struct QuantileGap: Hashable, Sendable {
  /// The share of a group that is paid less, such as 0.9.
  public let share: Double
  /// The quantile of the reference.
  public let a: Estimate
  /// The quantile of the other group.
  public let b: Estimate
  /// By which fraction the quantile of B lies above that of A; nil unless both are positive.
  ///
  /// The interval follows from those of both quantiles, on the scale of logarithms; where clusters have
  /// people of both groups it is rather too wide. Source: Zou, Donner, "Construction of confidence
  /// limits about effect measures", Stat. Med. 27 (2008).
  public let raw: Estimate?
  /// The same at equal characteristics: the coefficient of the group in a quantile regression of log pay,
  /// with a percentile interval of the bootstrap; nil where no characteristics were named.
  ///
  /// It is the gap at the quantile of people of the same characteristics, not of everybody. Source: Koenker,
  /// Bassett, "Regression quantiles", Econometrica 46 (1978).
  public internal(set) var adjusted: Estimate?

  init(_ share: Double, _ a: Estimate, _ b: Estimate, level: Double) {
    (self.share, self.a, self.b) = (share, a, b)
    raw = Estimate(fractionOf: b, above: a, level: level)
  }
}

extension QuantileGap {
  /// Why a gap is not to be had at quantiles.
  enum Obstacle: Sendable {
    /// It is no share strictly between nobody and everybody.
    case shareOutOfRange(Double)
    /// It is named twice.
    case twice(Double)

    var failure: InputFailure {
      switch self {
      case .shareOutOfRange(let share):
        InputFailure(
          .quantiles, "gap.quantiles",
          "\(.plain(share * 100, upTo: 4)) is not between 0 and 100",
          remedy: "write per cent, such as 10,25,50,75,90")
      case .twice(let share):
        InputFailure(
          .quantiles, "gap.quantiles",
          "\(.plain(share * 100, upTo: 4)) is named twice", remedy: "name it once")
      }
    }
  }

  /// Refuses shares that no quantile has.
  static func check(_ shares: [Double]) throws(InputFailure) {
    for (index, share) in shares.enumerated() {
      guard share > 0, share < 1 else { throw Obstacle.shareOutOfRange(share).failure }
      guard !shares[..<index].contains(share) else { throw Obstacle.twice(share).failure }
    }
  }
}
