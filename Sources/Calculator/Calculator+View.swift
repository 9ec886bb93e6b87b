internal import Amounts
internal import Findings
internal import PayPlans
internal import Phrases
internal import Reporting

extension Calculator {
  /// What is shown for a state of the controls, as JSON: texts in the language, and charts as SVG.
  ///
  /// - Parameter text: The state, as `PageState` reads it.
  /// - Complexity: some 200 exact evaluations of a plan, more where a curve is drawn anew.
  package mutating func view(of text: String) -> String {
    var state = PageState(text, decimal: decimal)
    guard !plans.isEmpty else { return "{}\n" }
    if !plans.indices.contains(state.plan) { state.plan = 0 }
    let view: JSONValue
    do throws(ArithmeticFailure) {
      view = try self.view(of: state)
    } catch {
      view = ["failure": say("an amount is too large to compute exactly")]
    }
    return view.text()
  }

  private mutating func view(of state: PageState) throws(ArithmeticFailure) -> JSONValue {
    let position = try PlanPosition(plans[state.plan], state)
    let earnings = try position.earnings()
    let facts = try facts(position, earnings)
    let chart = try chart(position, state.plan)
    var members: [JSONValue.Member] = [
      .init("state", .array(canonical(state, position))),
      .init("unreadable", .array(state.unreadable.map { .string($0) })),
      .init("controls", .object(try controls(position, state))),
      .init("total", say(.money(earnings.kept))),
      .init("pay", table(payRows(position, earnings))),
      .init("facts", .array(facts.map { say($0) })),
      .init(
        "chart",
        .string(
          chart.svg(.inline, width: state.isNarrow ? Chart.telephoneWidth : Chart.pageWidth))),
      .init("chartWords", .string(chart.translated(by: book).summary.plainText)),
      .init("grid", try grid(position, of: state.plan)),
      .init("rules", rules(of: state.plan)),
    ]
    members.append(.init("markdown", .string(markdown(position, earnings, facts))))
    if plans.count > 1 { members.append(.init("plans", try sideBySide(state))) }
    if let goal = state.goal {
      let sentences = try self.sentences(of: goal, position)
      members.append(.init("solved", .array(sentences.map { say($0) })))
    }
    return .object(members)
  }

  func say(_ text: Inline) -> JSONValue { .string(book.text(text)) }

  private func table(_ rows: [[Inline]]) -> JSONValue {
    .array(rows.map { .array($0.map { say($0) }) })
  }

  // MARK: Controls

  /// The state in exact decimals, for the address of the page.
  private func canonical(_ state: PageState, _ position: PlanPosition) -> [JSONValue] {
    var lines = plans.count > 1 ? ["plan=\(state.plan)"] : []
    if let quota = state.quota { lines.append("quota=\(quota.decimal)") }
    if let sales = state.sales {
      lines.append("sales=\(sales.decimal)")
    } else if let attainment = state.attainment {
      lines.append("attainment=\(attainment.decimal)")
    }
    if let goal = state.goal { lines.append("goal=\(goal.decimal)") }
    return lines.map { .string($0) }
  }

  /// The text and the range of each control that the plan has.
  private func controls(
    _ position: PlanPosition, _ state: PageState
  ) throws(ArithmeticFailure) -> [JSONValue.Member] {
    var controls: [JSONValue.Member] = []
    func add(_ name: String, _ value: Ratio, _ text: Inline, upTo end: Ratio, step: Ratio) {
      controls.append(
        .init(
          name,
          [
            "value": .string(value.decimal), "text": say(text), "max": .string(end.decimal),
            "step": .string(step.decimal),
          ]))
    }
    if let quota = position.quota {
      // The range must not run away from under the slider that is moved.
      let end = try (position.plan.primaryMeasure?.positiveQuota ?? quota) * 2
      add("quota", quota, .plain(quota), upTo: end, step: Self.step(of: end))
    }
    if let sales = position.sales {
      let end = try position.reference * 2
      add("sales", sales, .plain(sales), upTo: end, step: Self.step(of: end))
    }
    if let attainment = position.attainment {
      let hundredth = try Ratio(1, over: 100)
      add("attainment", attainment, .percentage(attainment), upTo: 2, step: hundredth)
    }
    if let goal = state.goal {
      controls.append(.init("goal", ["text": say(.plain(goal))]))
    }
    return controls
  }

  /// A step of a slider: 1, 2 or 5 times a power of ten, some 400 of them up to an end.
  private static func step(of end: Ratio) -> Ratio {
    var step = Ratio.one
    let wanted = (try? end / 400) ?? .one
    while true {
      for factor in [1, 2, 5] as [Ratio] {
        guard let next = try? step * factor, next < wanted else {
          return (try? step * factor) ?? step
        }
      }
      guard let next = try? step * 10 else { return step }
      step = next
    }
  }

  // MARK: Pay

  private func payRows(_ position: PlanPosition, _ earnings: Earnings) -> [[Inline]] {
    var rows: [[Inline]] = []
    if earnings.base.minorUnits != 0 { rows.append(["Salary", .money(earnings.base), ""]) }
    for component in earnings.components {
      let line = position.plan.components.first { $0.name == component.name }?.place?.line
      rows.append([
        Inline(component.name), .money(component.earned), line.map { "line \(.number($0))" } ?? "",
      ])
    }
    if earnings.draw.minorUnits != 0 {
      let line = position.plan.draw?.place?.line
      rows.append(["Draw", .money(earnings.draw), line.map { "line \(.number($0))" } ?? ""])
    }
    if earnings.owedDraw.minorUnits != 0 {
      rows.append(["Owed at the end of the year", .money(earnings.owedDraw), ""])
    }
    return rows
  }

  private func facts(
    _ position: PlanPosition, _ earnings: Earnings
  ) throws(ArithmeticFailure) -> [Inline] {
    var facts: [Inline] = []
    let incentive = earnings.incentive.majorUnits
    if let sales = position.sales, .zero < sales, position.unit == .money {
      facts.append(
        "The incentive is \(.percentage(try incentive / sales, places: 2)) of what is sold.")
    }
    if position.attainment != nil {
      let onTarget = try position.at(position.reference).earnings().kept
      if onTarget.minorUnits > 0 {
        let share = try earnings.kept.majorUnits / onTarget.majorUnits
        facts.append("That is \(.percentage(share)) of the pay at quota, \(.money(onTarget)).")
      }
    }
    if let change = try NextChange(above: position) {
      let needed: Inline =
        position.unit == .money
        ? .money(try Money(rounding: change.needed, currency: position.plan.currency), places: 0)
        : .plain(change.needed)
      let isMoney = position.unit == .money
      func rate(_ rate: Ratio) -> Inline {
        isMoney ? .rate(rate) : .plain(rate)
      }
      if .zero < change.jump,
        let jump = try? Money(rounding: change.jump, currency: position.plan.currency)
      {
        facts.append("\(needed) more pays \(.money(jump, places: 0)) at once.")
      } else if change.rate < change.nextRate {
        facts.append(
          "\(needed) more lifts the rate from \(rate(change.rate)) to \(rate(change.nextRate)).")
      } else {
        facts.append(
          "\(needed) more lowers the rate from \(rate(change.rate)) to \(rate(change.nextRate)).")
      }
    }
    return facts
  }

  private func sentences(
    of goal: Ratio, _ position: PlanPosition
  ) throws(ArithmeticFailure) -> [Inline] {
    let solved = try PayGoal(goal, at: position)
    let pay = Inline.money(try Money(rounding: goal, currency: position.plan.currency), places: 0)
    var sentences: [Inline] = []
    if let amount = solved.amount {
      if position.sales == nil {
        sentences.append("\(pay) takes a score of \(.rate(amount)).")
      } else if let quota = position.quota {
        sentences.append(
          "\(pay) takes sales of \(.plain(amount)), which is \(.percentage(try amount / quota)) of the quota."
        )
      } else {
        sentences.append("\(pay) takes sales of \(.plain(amount)).")
      }
    } else {
      sentences.append("The plan does not pay \(pay), whatever is sold.")
    }
    if let quota = solved.quota, position.quota != nil {
      sentences.append(
        "For the same sales a quota of \(.plain(quota)) or less pays it.")
    }
    return sentences
  }

  /// What is shown as Markdown, to be pasted into a mail or a wiki.
  private func markdown(
    _ position: PlanPosition, _ earnings: Earnings, _ facts: [Inline]
  ) -> String {
    var lines = ["**\(Self.escaped(position.plan.name))**", ""]
    func add(_ label: Inline, _ value: Inline) {
      lines.append("| \(Self.escaped(book.text(label))) | \(Self.escaped(book.text(value))) |")
    }
    lines.append("| | |\n| --- | ---: |")
    if let quota = position.quota { add("Quota of the year", .plain(quota)) }
    if let sales = position.sales { add("Sales in the year", .plain(sales)) }
    if let attainment = position.attainment { add("Attainment", .percentage(attainment)) }
    for row in payRows(position, earnings) { add(row[0], row[1]) }
    add("Total pay for a year", .money(earnings.kept))
    lines.append("")
    lines += facts.map { "- \(Self.escaped(book.text($0)))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text without what Markdown reads as more than text.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.oneLine {
      if "\\`*_[]<>|#&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  // MARK: Tables

  private mutating func rules(of plan: Int) -> JSONValue {
    if let known = rules[plan] { return known }
    let words = JSONValue.array(plans[plan].summary.map { say($0) })
    rules[plan] = words
    return words
  }

  private mutating func grid(
    _ position: PlanPosition, of plan: Int
  ) throws(ArithmeticFailure) -> JSONValue {
    let key = QuotaKey(plan: plan, reference: position.reference)
    if let known = grids[key] { return known }
    let grid = try grid(position)
    // Moving a quota must not fill the memory.
    if grids.count > 64 { grids = [:] }
    grids[key] = grid
    return grid
  }

  /// Pay for quotas from left to right and sales downwards.
  private func grid(_ position: PlanPosition) throws(ArithmeticFailure) -> JSONValue {
    let shares = try [50, 75, 90, 100, 110, 125, 150].map { (percent) throws(ArithmeticFailure) in
      try Ratio(percent, over: 100)
    }
    let step = Self.step(of: position.reference)
    func rounded(_ share: Ratio) throws(ArithmeticFailure) -> Ratio {
      position.sales == nil
        ? share
        : share == .one
          ? position.reference : try (share * position.reference / step).rounded() * step
    }
    var quotas: [Ratio] = []
    if let quota = position.quota {
      quotas = try [80, 90, 100, 110, 120].map { (percent) throws(ArithmeticFailure) in
        percent == 100 ? quota : try (quota * percent / 100 / step).rounded() * step
      }
    }
    var rows: [[Inline]] = []
    for share in shares {
      let amount = try rounded(share)
      let first: Inline = position.sales == nil ? .rate(amount) : .plain(amount)
      if quotas.isEmpty {
        rows.append([first, .money(try position.at(amount).earnings().kept, places: 0)])
      } else {
        rows.append(
          [first]
            + (try quotas.map { (quota) throws(ArithmeticFailure) in
              let pay = try position.on(quota: quota).at(amount).earnings().kept
              return .money(pay, places: 0)
            }))
      }
    }
    let head: [Inline] = quotas.isEmpty ? ["Total pay for a year"] : quotas.map { .plain($0) }
    return ["head": .array(head.map { say($0) }), "rows": table(rows)]
  }

  /// Every plan for the same sales, with the difference to the one that is looked at.
  private func sideBySide(_ state: PageState) throws(ArithmeticFailure) -> JSONValue {
    let own = try PlanPosition(plans[state.plan], state)
    let ownPay = try own.earnings().kept
    var rows: [[Inline]] = []
    for plan in plans {
      var other = state
      // The same sales, on the quota of each plan unless one was set.
      (other.sales, other.attainment) = (own.sales ?? state.sales, own.attainment)
      if own.sales != nil { other.attainment = nil }
      let position = try PlanPosition(plan, other)
      let pay = try position.earnings().kept
      let difference: Inline =
        pay.currency == ownPay.currency
        ? .money(try pay.subtracting(ownPay), places: 0, sign: .always) : .missing
      rows.append([
        Inline(plan.name), position.quota.map { .plain($0) } ?? .missing, .money(pay, places: 0),
        difference,
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

extension Ratio {
  /// The exact decimal where there is one with up to twelve places, else the nearest one of twelve.
  fileprivate var decimal: String {
    var text = fixedPoint(places: 12)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
