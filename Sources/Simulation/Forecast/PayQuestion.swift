internal import Amounts
internal import Statistics

extension CompiledPlan {
  /// The ends of every piece of total pay, and of every stretch that questions and a histogram look at.
  func edges(_ questions: [PayQuestion]) -> [Double] {
    let stretches =
      questions.flatMap { $0.stretches(self) }
      + PayHistogram.ends(self).flatMap { kept.stretches(atLeast: $0) }
      + kept.levels.flatMap { $0.stretches }
    return kept.starts + stretches.flatMap { [$0.lowerBound, $0.upperBound] }
  }
}

/// Something that may come true, whose chance a forecast gives.
public enum PayQuestion: Hashable, Sendable {
  /// The quota is reached.
  case reachesQuota
  /// There is no incentive at all.
  case noIncentive
  /// Total pay is at least the on-target earnings.
  case earnsOnTarget
  /// Total pay is at least an amount.
  case earnsAtLeast(Double)

  /// Returns the draws for which it comes true.
  ///
  /// Pay is owed in whole minor units, so it reaches an amount where it rounds to it.
  func stretches(_ plan: CompiledPlan) -> [Range<Double>] {
    let rounding = 0.5 / Double(plan.currency.minorUnitsPerMajor)
    switch self {
    case .reachesQuota: return plan.quotaPoint.map { [$0 ..< .infinity] } ?? []
    case .earnsOnTarget:
      return plan.kept.stretches(atLeast: plan.onTargetEarnings - rounding)
    case .earnsAtLeast(let amount): return plan.kept.stretches(atLeast: amount - rounding)
    case .noIncentive:
      let paid = plan.incentive.stretches(atLeast: rounding)
      let ends = [-Double.infinity] + paid.flatMap { [$0.lowerBound, $0.upperBound] } + [.infinity]
      return stride(from: 0, to: ends.count, by: 2).compactMap {
        ends[$0] < ends[$0 + 1] ? ends[$0]..<ends[$0 + 1] : nil
      }
    }
  }
}
