internal import Amounts
internal import PayPlans

/// What has to be sold, or which quota is wanted, for a pay.
struct PayGoal {
  /// The least sales, or the lowest score, that pay it; nil where up to four quotas do not.
  let amount: Ratio?
  /// The highest quota on which the sales pay it; nil where none does.
  let quota: Ratio?

  /// Solves for a pay of the year by halving, on whole units of what is counted.
  ///
  /// Where pay falls in between, the amount is one from which on it is reached.
  ///
  /// - Complexity: some 60 exact evaluations.
  init(_ goal: Ratio, at position: PlanPosition) throws(ArithmeticFailure) {
    let step: Ratio = position.sales == nil ? try Ratio(1, over: 1000) : .one
    amount = try Self.least(from: .zero, upTo: position.reference * 4, step: step) {
      (amount) throws(ArithmeticFailure) in
      try position.at(amount).earnings().kept.majorUnits >= goal
    }
    guard let own = position.quota else {
      quota = nil
      return
    }
    let below = try Self.least(from: .one, upTo: own * 4, step: .one) {
      (quota) throws(ArithmeticFailure) in
      try position.on(quota: quota).earnings().kept.majorUnits < goal
    }
    // Of a quota of 1 even the lowest is too high.
    quota = try below.flatMap { (least) throws(ArithmeticFailure) -> Ratio? in
      .one < least ? try least - .one : nil
    }
  }

  /// The least multiple of a step at which something holds that holds from there on.
  private static func least(
    from start: Ratio, upTo end: Ratio, step: Ratio,
    _ holds: (Ratio) throws(ArithmeticFailure) -> Bool
  ) throws(ArithmeticFailure) -> Ratio? {
    if try holds(start) { return start }
    guard let last = try ((end - start) / step).rounded().numerator,
      try holds(start + step * Ratio(last))
    else { return nil }
    var (low, high) = (Int128(0), last)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try holds(start + step * Ratio(middle)) { high = middle } else { low = middle }
    }
    return try start + step * Ratio(high)
  }
}
