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

  /// An amount that many years pay to the cent, such as the base below a threshold, or a cap.
  public struct Point: Hashable, Sendable {
    /// The amount, in major units.
    public let value: Double
    /// The share of years that pay it, as a fraction of one.
    public let share: Double
  }

  /// The classes from the first to the last that a year in 2,000 falls into, without the years of
  /// `points`.
  public let classes: [Class]
  /// The amounts that a year in 100 or more pays to the cent, in rising order.
  public let points: [Point]

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
    let points = plan.kept.levels.map { level in
      Point(value: level.value, share: law.probability(of: level.stretches).value)
    }.filter { $0.share >= 0.01 }.sorted { $0.value < $1.value }
    self.points = points
    var first: Int?
    var last = 0
    var all: [Class] = []
    for (index, (low, high)) in zip(ends, ends.dropFirst()).enumerated() {
      let share = above[index] - above[index + 1]
      if share >= 0.0005 {
        first = first ?? index
        last = index
      }
      let onPoints = points.reduce(0) { $0 + (low <= $1.value && $1.value < high ? $1.share : 0) }
      all.append(Class(low: low, high: high, share: max(0, share - onPoints)))
    }
    classes = first.map { Array(all[$0...last]) } ?? []
  }
}
