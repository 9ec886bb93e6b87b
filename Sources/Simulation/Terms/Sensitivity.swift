public import Amounts
public import PayPlans
internal import Statistics

/// What expected pay does when each number of a plan changes a little, the others staying.
public struct Sensitivity: Sendable {
  /// One number of the plan.
  public struct Effect: Sendable {
    /// Which number.
    public let lever: PlanLever
    /// The number as the plan writes it.
    public let value: Ratio
    /// What expected total pay changes by when the number is larger.
    public let whenLarger: Double
    /// What expected total pay changes by when the number is smaller.
    public let whenSmaller: Double
  }

  /// By which share the numbers were changed.
  public let change: Ratio
  /// The effects, in the order of the plan; numbers that cannot change alone are left out.
  public let effects: [Effect]

  /// Works out the effects.
  ///
  /// Sales stay as they are: only the plan changes. A level that would overtake its neighbour is
  /// left out.
  ///
  /// - Complexity: two compilations and expectations for each number.
  public init(
    of plan: Plan, referenceQuota: Ratio? = nil, change: Ratio = Sensitivity.tenPercent,
    expected: ExpectedPay
  ) throws {
    self.change = change
    let reference = referenceQuota ?? plan.primaryMeasure?.quota
    let now = try expected(CompiledPlan(plan, referenceQuota: reference)).mean.value
    func effect(_ lever: PlanLever, _ factor: Ratio) throws -> Double? {
      let changed = try plan.scaling(lever, by: factor)
      guard changed.isOrdered else { return nil }
      return try expected(CompiledPlan(changed, referenceQuota: reference)).mean.value - now
    }
    effects = try plan.levers.compactMap { lever in
      guard let value = plan.value(of: lever), value != .zero,
        let larger = try effect(lever, .one + change),
        let smaller = try effect(lever, .one - change)
      else { return nil }
      return Effect(lever: lever, value: value, whenLarger: larger, whenSmaller: smaller)
    }
  }

  /// The usual change.
  public static let tenPercent: Ratio = (try? Ratio(1, over: 10)) ?? .zero
}
