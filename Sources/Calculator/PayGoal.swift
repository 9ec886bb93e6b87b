internal import Amounts
internal import PayPlans
internal import Simulation

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

/// The number of one term of a plan for a pay, the sales and all other terms staying.
struct TermGoal {
  /// The number.
  let number: Ratio
  /// What the plan pays with it: the goal, or more where pay jumps over it or a cent is less than the number
  /// can say.
  let pay: Money

  /// Solves by halving, on numbers a grain apart: the number pays the goal, and one next to it does not.
  ///
  /// It is looked for on both sides of what is set, the nearer one first.
  ///
  /// - Complexity: some 50 exact evaluations.
  init?(
    _ goal: Ratio, _ control: TermControl, of turned: TurnedPlan, _ state: PageState
  ) throws(ArithmeticFailure) {
    let grain = control.grain
    func pay(_ number: Ratio) throws(ArithmeticFailure) -> Money {
      try PlanPosition(turned.plan(with: control, at: number), state).earnings().kept
    }
    func isEnough(_ number: Ratio) throws(ArithmeticFailure) -> Bool {
      try pay(number).majorUnits >= goal
    }
    let now = turned.number(of: control)
    let reach = .zero < now ? now : control.form == .amount ? max(goal, .one) : .one
    let isNowEnough = try isEnough(now)
    var bracket: (Ratio, Ratio)?
    var (lowest, highest) = (now, now)
    for (index, up) in Self.more.enumerated() {
      let above = try now + reach * up
      if try isEnough(above) != isNowEnough {
        bracket = (highest, above)
        break
      }
      highest = above
      guard index < Self.less.count, .zero < now else { continue }
      let below = try now * Self.less[index]
      if try isEnough(below) != isNowEnough {
        bracket = (below, lowest)
        break
      }
      lowest = below
    }
    guard let bracket, var low = try (bracket.0 / grain).rounded(.down).numerator,
      let last = try (bracket.1 / grain).rounded(.down).numerator
    else { return nil }
    var high = last + 1
    let isLowEnough = try isEnough(grain * Ratio(low))
    guard try isEnough(grain * Ratio(high)) != isLowEnough else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if try isEnough(grain * Ratio(middle)) == isLowEnough { low = middle } else { high = middle }
    }
    number = try grain * Ratio(isLowEnough ? low : high)
    let solved = try turned.plan(with: control, at: number)
    guard solved.isOrdered, solved.faults().isEmpty else { return nil }
    self.pay = try pay(number)
  }

  /// How much more is looked at, as a multiple of what is set, from the nearest on.
  private static let more: [Ratio] = [
    .fraction(1, 10), .fraction(1, 4), .fraction(1, 2), .one, 2, 4, 9, 49, 99,
  ]
  /// Which shares of what is set are looked at.
  private static let less: [Ratio] = [
    .fraction(9, 10), .fraction(3, 4), .fraction(1, 2), .fraction(1, 4), .fraction(1, 10), .zero,
  ]
}
