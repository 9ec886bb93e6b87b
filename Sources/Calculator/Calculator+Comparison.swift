internal import Amounts
internal import PayPlans
internal import Phrases
internal import Reporting
internal import Simulation

/// A plan of a page in a state of the controls: with its terms, on its quota, at its sales. A class, because
/// plans are large to copy.
final class Shown {
  /// The number of the plan.
  let index: Int
  /// The plan with what is changed in it.
  let turned: TurnedPlan
  /// Where it stands.
  let position: PlanPosition
  /// The plan as it is written, for the same sales.
  let written: PlanPosition

  init(_ plan: Plan, _ index: Int, _ state: PageState, _ decimal: DecimalConvention)
    throws(ArithmeticFailure)
  {
    self.index = index
    turned = try TurnedPlan(plan, state, decimal)
    position = try PlanPosition(turned.plan, state)
    var own = state
    own.quota = nil
    if let sales = position.sales { (own.sales, own.attainment) = (sales, nil) }
    written = try PlanPosition(plan, own)
  }

  /// Whether the plan is on other terms than those that are written, the quota among them.
  var isChanged: Bool {
    turned.fault == nil && !turned.settings.isEmpty
      || written.quota != nil && position.quota != written.quota
  }
}

extension Calculator {
  /// What is changed in the plan, what that pays more or less by component, and where both pay the same;
  /// nil where nothing is changed.
  mutating func comparison(_ shown: Shown) throws(ArithmeticFailure) -> JSONValue? {
    guard shown.isChanged else { return nil }
    let (now, before) = (try shown.position.earnings(), try shown.written.earnings())
    var rows: [[Inline]] = []
    func add(_ name: Inline, _ old: Money, _ new: Money) throws(ArithmeticFailure) {
      guard old.minorUnits != 0 || new.minorUnits != 0 else { return }
      rows.append([
        name, .money(old), .money(new), .money(try new.subtracting(old), sign: .always),
      ])
    }
    try add("Salary", before.base, now.base)
    for (old, new) in zip(before.components, now.components) {
      try add(Inline(new.name), old.earned, new.earned)
    }
    try add("Draw", before.draw, now.draw)
    // What is owed is taken off the pay.
    try add("Owed at the end of the year", before.owedDraw, now.owedDraw)
    let (old, new) = (before.kept, now.kept)
    rows.append([
      "Total pay for a year", .money(old), .money(new),
      .money(try new.subtracting(old), sign: .always),
    ])
    var changes: [Inline] = []
    if let quota = shown.position.quota, let own = shown.written.quota, quota != own {
      changes.append(
        "\(PlanLever.quota.words(in: shown.position.plan)): \(.plain(quota)) instead of \(.plain(own))."
      )
    }
    if shown.turned.fault == nil {
      for setting in shown.turned.settings {
        let (control, number) = (setting.control, setting.number)
        let name = control.lever.words(in: shown.position.plan)
        changes.append(
          "\(name): \(control.text(number)) instead of \(control.text(control.written)).")
      }
    }
    let difference = try compiled(shown).kept - compiled(shown.index, shown.position.reference).kept
    return [
      "changes": .array(changes.map { say($0) }), "rows": table(rows),
      "crossings": .array(
        crossings(difference, shown, more: "the changed plan", less: "the plan as written").map {
          say($0)
        }),
    ]
  }

  /// Where each other plan of the page pays more than the one that is looked at, and where less.
  mutating func crossings(_ shown: Shown) throws(ArithmeticFailure) -> [Inline] {
    var sentences: [Inline] = []
    for index in plans.indices where isComparable(index, with: shown) {
      let difference =
        try compiled(index, shown.position.reference).kept - compiled(shown).kept
      sentences += crossings(
        difference, shown, more: "“\(plans[index].name)”", less: "“\(shown.position.plan.name)”")
    }
    return sentences
  }

  private func crossings(
    _ difference: CompiledCurve, _ shown: Shown, more: Inline, less: Inline
  ) -> [Inline] {
    let position = shown.position
    func place(_ share: Double) -> Inline {
      guard position.sales != nil else { return .percentage(share, places: 1) }
      let amount = share * position.reference.doubleValue
      return position.unit == .money
        ? .money(amount, position.plan.currency) : .plain(amount, upTo: 1)
    }
    return PlanCrossing.stretches(of: difference).map { stretch in
      let most = Inline.money(stretch.most, position.plan.currency)
      let (winner, loser) = stretch.sign > 0 ? (more, less) : (less, more)
      let from = place(stretch.start)
      guard let end = stretch.end else {
        return stretch.sign == 0
          ? "From \(from) on \(winner) pays the same as \(loser)."
          : "From \(from) on \(winner) pays more than \(loser)."
      }
      return stretch.sign == 0
        ? "From \(from) to \(place(end)) \(winner) pays the same as \(loser)."
        : "From \(from) to \(place(end)) \(winner) pays more than \(loser), by up to \(most)."
    }
  }

  /// Every plan for the same sales, with the difference to the one that is looked at.
  func sideBySide(_ shown: Shown, _ state: PageState) throws(ArithmeticFailure) -> JSONValue {
    let own = shown.position
    let ownPay = try own.earnings().kept
    var rows: [[Inline]] = []
    for index in plans.indices {
      var other = state
      // The same sales, on the quota of each plan unless one was set.
      (other.sales, other.attainment) = (own.sales ?? state.sales, own.attainment)
      if own.sales != nil { other.attainment = nil }
      let position = index == shown.index ? own : try PlanPosition(plans[index], other)
      let pay = try position.earnings().kept
      let difference: Inline =
        pay.currency == ownPay.currency
        ? .money(try pay.subtracting(ownPay), places: 0, sign: .always) : .missing
      rows.append([
        Inline(plans[index].name), position.quota.map { .plain($0) } ?? .missing,
        .money(pay, places: 0), difference,
      ])
    }
    return table(rows)
  }
}

extension Money {
  fileprivate func subtracting(_ other: Money) throws(ArithmeticFailure) -> Money {
    try Money(rounding: majorUnits - other.majorUnits, currency: currency)
  }
}
