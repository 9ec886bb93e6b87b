internal import CSpecialFunctions

/// How the share of records up to a quantile strays from p when p of the population lie there.
///
/// One tail at a time: a limit of a quantile is where the share of the sample would be just too small,
/// or too large, for that.
struct ShareLaw {
  /// A share of the sample, for limits that are records and for those between them.
  struct Limit {
    /// A record is inside if the share up to and including it is not below this.
    var record: Double
    /// The same for a limit between two records that stand at (k − ½)/n.
    var between: Double

    fileprivate static let first = Limit(record: 0, between: 0)
    fileprivate var mirrored: Limit { Limit(record: 1 - record, between: 1 - between) }
  }

  enum Source {
    /// From the scale, with the quantiles of Student's t with these degrees of freedom.
    case scale(ProportionScale, degreesOfFreedom: Double)
    /// From shares that were drawn, in ascending order.
    case drawn([Double])
  }

  let source: Source
  /// The number of equally weighted records drawn one by one that know the share as well.
  let effectiveCount: Double

  /// The limits of a two-sided interval; nil for one beyond the first or the last record.
  ///
  /// The chance that all records lie on one side of the quantile is exact, (1 − p)ⁿ or pⁿ. Where it is
  /// more than half of what may be missed, the outermost record is the limit, and the other side gets
  /// the rest; where it is more than all of it there is no limit on that side.
  func limits(of p: Double, level: Double) -> (lower: Limit?, upper: Limit?) {
    let missed = 1 - level
    let (allAbove, allBelow) = (pow(1 - p, effectiveCount), pow(p, effectiveCount))
    var tails = (lower: missed / 2, upper: missed / 2)
    // So few records that either limit could be beyond them: neither is known.
    guard min(allAbove, allBelow) <= missed / 2 else { return (nil, nil) }
    if allAbove > tails.lower {
      tails = allAbove < missed ? (allAbove, missed - allAbove) : (0, missed)
    } else if allBelow > tails.upper {
      tails = allBelow < missed ? (missed - allBelow, allBelow) : (missed, 0)
    }
    func limit(_ p: Double, _ tail: Double, beyond: Double, isMirrored: Bool) -> Limit? {
      guard beyond <= tail else { return nil }
      return beyond == tail ? .first : lower(of: p, tail: tail, isMirrored: isMirrored)
    }
    return (
      limit(p, tails.lower, beyond: allAbove, isMirrored: false),
      limit(1 - p, tails.upper, beyond: allBelow, isMirrored: true)?.mirrored
    )
  }

  /// The share below which that of the sample lies with the chance `tail`.
  private func lower(of p: Double, tail: Double, isMirrored: Bool) -> Limit {
    let n = effectiveCount
    func same(_ share: Double) -> Limit {
      Limit(record: min(max(share, 0), p), between: min(max(share, 0), p))
    }
    switch source {
    case .drawn(let shares):
      return same(
        isMirrored ? 1 - Self.quantile(1 - tail, of: shares) : Self.quantile(tail, of: shares))
    case .scale(let scale, let degreesOfFreedom):
      let t = -StudentT.quantile(tail, degreesOfFreedom)
      switch scale {
      case .linear: return same(p - t * (p * (1 - p) / n).squareRoot())
      case .arcsine:
        let angle = asin(p.squareRoot()) - t / (2 * n.squareRoot())
        return same(angle > 0 ? sin(angle) * sin(angle) : 0)
      case .logit: return same(Self.logit(p, t: t, count: n))
      case .beta:
        // Korn and Graubard: fewer records where the error is itself an estimate.
        let ratio = -sf_normal_quantile(tail) / t
        let count = n * ratio * ratio
        let place = Self.place(p, count: count, tail: tail)
        return Limit(record: (place - 1) / count, between: (place - 0.5) / count)
      }
    }
  }

  /// The quantile of drawn shares through the middles of their steps, for they are mostly k/n.
  private static func quantile(_ p: Double, of shares: [Double]) -> Double {
    let target = p * Double(shares.count)
    var before: (middle: Double, share: Double)?
    var start = 0
    while start < shares.count {
      var end = start + 1
      while end < shares.count, shares[end] == shares[start] { end += 1 }
      let middle = Double(start + end) / 2
      if middle >= target {
        guard let before else { return shares[start] }
        let part = (target - before.middle) / (middle - before.middle)
        return before.share + part * (shares[start] - before.share)
      }
      before = (middle, shares[start])
      start = end
    }
    return shares.last ?? 0
  }

  /// The smallest share whose interval on the scale of log odds reaches p; 0 where every one does.
  private static func logit(_ p: Double, t: Double, count: Double) -> Double {
    func excess(_ share: Double) -> Double {
      log(p / (1 - p)) - log(share / (1 - share)) - t / (count * share * (1 - share)).squareRoot()
    }
    // Towards 0 the error grows faster than the distance; between its peak and p it only falls.
    let spread = t * t / (4 * count)
    var low = (1 - 1 / (1 + 4 * spread).squareRoot()) / 2
    var high = p
    guard low < high, excess(low) > 0 else { return 0 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return low }
      if excess(middle) > 0 { low = middle } else { high = middle }
    }
  }

  /// The number of the record, perhaps a fraction, that lies above the quantile with the chance `tail`.
  ///
  /// The share of the population below record k is beta distributed with k and n + 1 − k; between
  /// records the law is the same for a fraction. Source: Hutson, "Calculating nonparametric confidence
  /// intervals for quantiles using fractional order statistics", J. Appl. Stat. 26 (1999).
  private static func place(_ p: Double, count: Double, tail: Double) -> Double {
    var (low, high) = (0.0, count + 1)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return max(1, low) }
      if sf_beta_cdf(middle, count + 1 - middle, p) > 1 - tail {
        low = middle
      } else {
        high = middle
      }
    }
  }
}
