internal import Statistics

/// How total pay is spread over classes of even width, for charts.
public struct PayHistogram: Sendable {
  /// A class and the share of years in it.
  public struct Class: Hashable, Sendable {
    /// The lower end, which belongs to it.
    public let low: Double
    /// The upper end, which does not.
    public let high: Double
    /// The share of years, as a fraction of one.
    public let share: Double
  }

  /// The classes from the first to the last that a year in 2,000 falls into.
  public let classes: [Class]

  /// The ends of the classes of a plan: round numbers, some 15 of them up to on-target earnings.
  static func ends(_ plan: CompiledPlan) -> [Double] {
    let goal = max(1, plan.onTargetEarnings) / 15
    var step = 1.0
    while step * 10 <= goal { step *= 10 }
    step *= [1, 2, 2.5, 5, 10].first { step * $0 >= goal } ?? 10
    return (0...60).map { Double($0) * step }
  }

  init(_ plan: CompiledPlan, _ law: some DrawLaw) {
    let ends = Self.ends(plan)
    let above = ends.map { law.probability(of: plan.kept.stretches(atLeast: $0)).value }
    let all = zip(ends.indices, ends.indices.dropFirst()).map { low, high in
      Class(low: ends[low], high: ends[high], share: above[low] - above[high])
    }
    let visible = all.indices.filter { all[$0].share >= 0.0005 }
    guard let first = visible.first, let last = visible.last else {
      classes = []
      return
    }
    classes = Array(all[first...last])
  }
}
