internal import Amounts
internal import Findings
internal import PayPlans
internal import Phrases
internal import Reporting
internal import Simulation

extension Calculator {
  /// What is shown for a state of the controls, as JSON: texts in the language, and charts as SVG.
  ///
  /// - Parameter text: The state, as `PageState` reads it.
  /// - Returns: The JSON.
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
    let shown = try Shown(plans[state.plan], state.plan, state, decimal)
    let position = shown.position
    if state.pipeline.isAlone { return ["pipeline": try pipeline(shown, state)] }
    let earnings = try position.earnings()
    let facts = try facts(position, earnings, try compiled(shown).kept)
    let chart = try chart(shown)
    let unreadable = state.unreadable + shown.turned.unreadable
    var members: [JSONValue.Member] = [
      .init("state", .array(canonical(state, shown))),
      .init("unreadable", .array(unreadable.map { .string($0) })),
      .init("controls", .object(try controls(shown, state))),
      .init("terms", terms(shown.turned)),
      .init("total", say(.money(earnings.kept))),
      .init("pay", table(payRows(position, earnings))),
      .init("facts", .array(facts.map { say($0) })),
      .init(
        "chart",
        .string(
          chart.svg(.inline, width: state.isNarrow ? Chart.telephoneWidth : Chart.pageWidth))),
      .init("chartWords", .string(chart.translated(by: book).summary.plainText)),
      .init("grid", try grid(shown)),
      .init("rules", rules(of: shown)), .init("assumed", .array(assumed(position).map { say($0) })),
    ]
    members.append(.init("markdown", .string(markdown(position, earnings, facts))))
    if let fault = shown.turned.fault {
      members.append(
        .init("fault", say("These terms make no plan, so it pays as it is written: \(fault)")))
    }
    if let comparison = try comparison(shown) { members.append(.init("comparison", comparison)) }
    if let risk = try risk(shown, state) { members.append(.init("risk", risk)) }
    members.append(.init("pipeline", try pipeline(shown, state)))
    if plans.count > 1 {
      members.append(.init("plans", try sideBySide(shown, state)))
      members.append(.init("crossings", .array(try crossings(shown).map { say($0) })))
    }
    if let goal = state.goal {
      members.append(.init("solved", .array(try sentences(of: goal, position).map { say($0) })))
      if let control = unknown(state, shown.turned) {
        members.append(.init("solvedTerm", try solvedTerm(goal, control, shown, state)))
      }
    }
    return .object(members)
  }

  func say(_ text: Inline) -> JSONValue { .string(book.text(text)) }

  func table(_ rows: [[Inline]]) -> JSONValue {
    .array(rows.map { .array($0.map { say($0) }) })
  }

  // MARK: Controls

  /// The state in exact decimals, for the address of the page.
  private func canonical(_ state: PageState, _ shown: Shown) -> [JSONValue] {
    var lines = plans.count > 1 ? ["plan=\(state.plan)"] : []
    if let quota = state.quota { lines.append("quota=\(quota.decimal)") }
    if let sales = state.sales {
      lines.append("sales=\(sales.decimal)")
    } else if let attainment = state.attainment {
      lines.append("attainment=\(attainment.decimal)")
    }
    lines += shown.turned.lines
    if let goal = state.goal {
      lines.append("goal=\(goal.decimal)")
      if let control = unknown(state, shown.turned) { lines.append("unknown=\(control.name)") }
    }
    if !state.model.isEmpty { lines.append("model=\(state.model)") }
    if let trials = state.trials {
      lines.append("trials=\(trials)")
      if state.seed != 1 { lines.append("seed=\(state.seed)") }
    }
    lines += state.pipeline.lines
    return lines.map { .string($0) }
  }

  /// The text and the range of each control that the plan has.
  private func controls(
    _ shown: Shown, _ state: PageState
  ) throws(ArithmeticFailure) -> [JSONValue.Member] {
    let position = shown.position
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
    for control in shown.turned.controls {
      let number = shown.turned.number(of: control)
      let step = Self.step(of: control.end, from: control.form == .amount ? .one : control.grain)
      add(control.name, number, control.text(number), upTo: control.end, step: step)
    }
    if let trials = state.trials {
      controls.append(.init("trials", ["text": say(.number(trials))]))
      controls.append(.init("seed", ["text": .string("\(state.seed)")]))
    }
    if let goal = state.goal {
      controls.append(.init("goal", ["text": say(.plain(goal))]))
    }
    return controls
  }

  /// The terms of the plan in words, by the names of their controls.
  private func terms(_ turned: TurnedPlan) -> JSONValue {
    .array(
      turned.controls.map { control in
        [
          "name": .string(control.name), "label": say(control.lever.words(in: turned.plan)),
          "written": say(control.text(control.written)),
          "isSet": .bool(turned.settings.contains { $0.control.name == control.name }),
        ]
      })
  }

  /// A step of a slider: 1, 2 or 5 times a power of ten of the least step, some 400 of them up to an end.
  static func step(of end: Ratio, from least: Ratio = .one) -> Ratio {
    var step = least
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
    _ position: PlanPosition, _ earnings: Earnings, _ pay: CompiledCurve
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
    if let change = NextChange(above: position, on: pay) {
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

  /// The term that is solved for: the one that is named, or the first.
  private func unknown(_ state: PageState, _ turned: TurnedPlan) -> TermControl? {
    turned.controls.first { $0.name == state.unknown } ?? turned.controls.first
  }

  /// The number of a term that pays a goal, in words and for its control.
  private func solvedTerm(
    _ goal: Ratio, _ control: TermControl, _ shown: Shown, _ state: PageState
  ) throws(ArithmeticFailure) -> JSONValue {
    let currency = shown.position.plan.currency
    let wanted = Inline.money(try Money(rounding: goal, currency: currency), places: 0)
    let name = control.lever.words(in: shown.turned.plan)
    guard let solved = try TermGoal(goal, control, of: shown.turned, state) else {
      return [
        "name": .string(control.name),
        "text": say("No number of “\(name)” pays \(wanted) for the same sales."),
      ]
    }
    return [
      "name": .string(control.name), "value": .string(solved.number.decimal),
      "text": say(
        "“\(name)” at \(control.text(solved.number)) pays \(.money(solved.pay)) for the same sales."
      ),
    ]
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
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.oneLine.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&": result.append("\\")
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }

  // MARK: Tables

  /// What is taken for granted.
  private func assumed(_ position: PlanPosition) -> [Inline] {
    position.plan.earningsAssumptions(bySales: position.quota == nil && position.sales != nil)
      .map { $0.words }
  }

  private mutating func rules(of shown: Shown) -> JSONValue {
    let key = QuotaKey(plan: shown.index, terms: shown.turned.lines)
    if let known = rules[key] { return known }
    let words = JSONValue.array(shown.turned.plan.summary.map { say($0) })
    if rules.count > 64 { rules = [:] }
    rules[key] = words
    return words
  }

  private mutating func grid(_ shown: Shown) throws(ArithmeticFailure) -> JSONValue {
    let key = QuotaKey(
      plan: shown.index, terms: shown.turned.lines, reference: shown.position.reference)
    if let known = grids[key] { return known }
    let grid = try grid(shown.position)
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
}
