public import Amounts
public import Answers
internal import Calculator
public import PayPlans
public import Reporting
public import Simulation
internal import Statistics

/// The quota, rate, accelerator, cap, mix or attainment that meets an aim, and what it changes.
public struct PlanSolution: Answer {
  /// What is to be met.
  public enum Aim: Hashable, Sendable {
    /// This share of people reaches the quota.
    case share(Ratio)
    /// Expected total pay of one person is this.
    case cost(AskedAmount)
    /// The standard deviation of total pay is this share of its mean.
    case risk(Ratio)
    /// Total pay is this.
    case pay(AskedAmount)
  }

  /// The plan as its file has it.
  public let plan: Plan
  /// The model as it was written.
  public let model: ModelText
  /// What is to be met.
  public let aim: Aim
  /// The answer.
  public let solution: Solution
  /// The numbers of the plan that changed, before and after.
  public let changes: [(term: Inline, before: Ratio?, after: Ratio?)]
  /// What to expect before, and after if there is a solution that changes the plan.
  public let forecasts: [PayForecast.PlanForecast]
  /// What attainment is measured by; nil for a score, and where nothing says it.
  public let quota: Ratio?
  /// Whether the plan can leave a draw owed at the end of the year, which total pay is without.
  public let owesSomething: Bool
  /// Whether the figures are exact and not simulated.
  public let isExact: Bool

  /// Finds what meets an aim.
  ///
  /// - Throws: `ModelFailure` for an aim that does not go with what is asked for,
  ///   `ArithmeticFailure` when an amount does not fit.
  public init(
    _ unknown: Solution.Unknown, for aim: Aim, plan: Plan, component: Int? = nil,
    model: ModelText, referenceQuota: Ratio? = nil, trials: Int = 100_000, seed: UInt64 = 1,
    threads: Int? = nil
  ) throws {
    let expected = ExpectedPay(model.model, trials: trials, seed: seed, threads: threads)
    let solver = PlanSolver(plan, referenceQuota: referenceQuota, expected: expected)
    switch (unknown, aim) {
    case (.quota, .share(let share)):
      solution = try solver.quota(reachedBy: share.doubleValue)
    case (.quota, .cost(let cost)): solution = try solver.quota(costing: cost.value.doubleValue)
    case (.rate, .cost(let cost)):
      solution = try solver.rate(costing: cost.value.doubleValue, component: component)
    case (.accelerator, .cost(let cost)):
      solution = try solver.accelerator(costing: cost.value.doubleValue, component: component)
    case (.cap, .cost(let cost)):
      solution = try solver.cap(costing: cost.value.doubleValue, component: component)
    case (.mix, .risk(let risk)): solution = try solver.mix(risk: risk.doubleValue)
    case (.attainment, .pay(let pay)):
      solution = try solver.attainment(paying: pay.value.doubleValue)
    default: throw ModelFailure.aim(unknown.rawValue)
    }
    self.plan = plan
    self.model = model
    self.aim = aim
    quota =
      plan.primaryMeasure?.isScored == true ? nil : plan.primaryMeasure?.quota ?? referenceQuota
    owesSomething =
      try solver.referenceQuota != nil || plan.primaryMeasure?.isScored == true
      ? CompiledPlan(plan, referenceQuota: solver.referenceQuota).owesSomething : false
    isExact = expected.isExact
    if let solved = solution.plan {
      changes = Self.changes(from: plan, to: solved)
      let plans = try [plan, solved].map {
        try CompiledPlan($0, referenceQuota: solver.referenceQuota)
      }
      let forecast =
        expected.isExact
        ? try PayForecast(exactly: model.model, plans)
        : try PayForecast(
          simulating: model.model, plans, trials: trials, seed: seed, threads: threads)
      forecasts = forecast.plans
    } else {
      changes = []
      forecasts = []
    }
  }

  /// Whether something meets the aim.
  public var isFound: Bool {
    if case .found = solution.outcome { true } else { false }
  }

  private static func changes(
    from plan: Plan, to solved: Plan
  ) -> [(term: Inline, before: Ratio?, after: Ratio?)] {
    var levers = plan.levers
    for lever in solved.levers where !levers.contains(lever) { levers.append(lever) }
    return levers.compactMap { lever in
      let (before, after) = (plan.value(of: lever), solved.value(of: lever))
      return before == after ? nil : (lever.words(in: solved), before, after)
    }
  }
}

// MARK: The changes

extension PlanSolution {
  private var changeSheet: Sheet<(term: Inline, before: Ratio?, after: Ratio?)> {
    var sheet = Sheet(changes)
    sheet.add("term", .text("Term"), { .text($0.term.plainText) }, cell: \.term)
    sheet.add(
      "before", .number("Now"), { .ratio($0.before) },
      cell: { $0.before.map(PayOutlook.written) ?? .missing })
    sheet.add(
      "after", .number("Solved"), { .ratio($0.after) },
      cell: { $0.after.map(PayOutlook.written) ?? .missing })
    return sheet
  }

  /// What to expect before and after.
  private var figureSheet: Sheet<(name: String, title: Inline, forecast: PayForecast.PlanForecast)>
  {
    let names: [(name: String, title: Inline)] = [("before", "Now"), ("after", "Solved")]
    var sheet = Sheet(
      zip(names, forecasts).map { (name: $0.name, title: $0.title, forecast: $1) })
    let title: Inline =
      owesSomething
      ? "Paid less owed in \(plan.currency.code)" : "Total pay in \(plan.currency.code)"
    sheet.add("plan", .text(title), { .text($0.name) }, cell: \.title)
    sheet.add("quota") { .ratio($0.forecast.plan.quota) }
    sheet.add("expected_pay", "Expected", .number()) {
      .double($0.forecast.kept.spread.mean.value)
    }
    sheet.add("sd", "SD", .number()) { .double($0.forecast.kept.spread.standardDeviation.value) }
    for (index, percent) in [(0, 10), (2, 50), (4, 90)] {
      sheet.add(RecordTable.Column("p\(percent)"), "P\(percent)", .number()) {
        .double($0.forecast.kept.percentiles[index].value)
      }
    }
    sheet.add("reaches_quota", "Reach the quota", .percentage()) {
      .double($0.forecast.chances.first?.probability.value)
    }
    return sheet
  }
}

// MARK: For programs

extension PlanSolution {
  public var tables: [NamedTable] {
    [NamedTable("changes", changeSheet.records), NamedTable("figures", figureSheet.records)]
  }

  public var facts: [JSONValue.Member] {
    var facts: [JSONValue.Member] = [
      .init("plan", .string(plan.name)), .init("find", .string(solution.unknown.rawValue)),
      .init("model", .string(model.text)),
      .init("model_source", model.source.map(JSONValue.string) ?? .null),
      .init("method", .string(isExact ? "closed form" : "common random numbers")),
      .init("attainment_of", quota.map(JSONValue.ratio) ?? .null),
    ]
    switch solution.outcome {
    case .found(let number, let achieved):
      facts += [
        .init("found", .bool(true)), .init("value", .ratio(number)),
        .init("achieved", .double(achieved)), .init("reason", .null),
      ]
    case .none(let obstacle):
      facts += [
        .init("found", .bool(false)), .init("value", .null), .init("achieved", .null),
        .init("reason", .string(obstacle.words.plainText)),
      ]
    }
    return facts
  }
}

// MARK: For people

extension PlanSolution {
  public var document: Document {
    var document = Document(
      title: title, blocks: [.paragraph(answer), .paragraph(basis)])
    if !changes.isEmpty {
      document.append(.table(changeSheet.table()))
    }
    if !forecasts.isEmpty {
      document.append(.table(figureSheet.table()))
    }
    if owesSomething {
      document.append(
        .note(
          """
          Advances of a draw that are still owed at the end of the year are paid, and are not kept: \
          total pay is without them here.
          """))
    }
    return document
  }

  private var title: Inline {
    switch solution.unknown {
    case .quota: "\(plan.name): which quota?"
    case .rate: "\(plan.name): which rate?"
    case .accelerator: "\(plan.name): which accelerator?"
    case .cap: "\(plan.name): which cap?"
    case .mix: "\(plan.name): which mix?"
    case .attainment: "\(plan.name): which attainment?"
    }
  }

  private var answer: Inline {
    guard case .found(let number, let achieved) = solution.outcome else {
      guard case .none(let obstacle) = solution.outcome else { return "" }
      return "\(.strong("No solution")): \(obstacle.words)."
    }
    func money(_ value: Double) -> Inline { .money(value, plan.currency) }
    let value: Inline
    switch solution.unknown {
    case .quota:
      value = "A quota of \(.strong(PayOutlook.written(number)))"
    case .rate: value = "\(.strong("\(PayOutlook.written(number)) times")) the rates"
    case .accelerator:
      value = "\(.strong("\(PayOutlook.written(number)) times")) the rates above the first band"
    case .cap: value = "A cap of \(.strong(cap(number)))"
    case .mix:
      let base = Inline.percentage(number)
      value =
        "A mix of \(.strong("\(base) base")) and \(.percentage(1 - number.doubleValue)) variable"
    case .attainment:
      let attainment = Inline.strong(.percentage(number, places: 2))
      let sales = quota.flatMap { try? $0 * number }
      if let quota, let sales {
        value =
          plan.primaryMeasure?.quota == nil
          ? """
          An attainment of \(attainment) of the reference quota of \(.number(quota, places: 0)), which \
          is sales of \(.number(sales, places: 0)),
          """
          : "An attainment of \(attainment), which is sales of \(.number(sales, places: 0)),"
      } else {
        value = "An attainment of \(attainment)"
      }
    }
    let effect: Inline =
      switch aim {
      case .share: "is reached by \(.percentage(achieved, places: 2)) of people"
      case .cost: "makes expected total pay \(money(achieved))"
      case .risk:
        "makes the standard deviation of total pay \(.percentage(achieved, places: 2)) of its mean"
      case .pay: "pays \(money(achieved)) in all"
      }
    return "\(value) \(effect)."
  }

  private func cap(_ number: Ratio) -> Inline {
    guard let plan = solution.plan else { return "" }
    let isShare = plan.components.contains { component in
      switch component.commission?.cap {
      case .pay(.share(number)), .attainment(.share(number)): true
      default: false
      }
    }
    return isShare ? .percentage(number, places: 2) : PayOutlook.written(number)
  }

  private var basis: Inline {
    if case .attainment = solution.unknown {
      return "By the terms of the plan; no model is needed."
    }
    var text: Inline = "Attainment: \(.description(of: model.model))"
    if let source = model.source { text += ", preset \(model.text), \(.source(ofPreset: source))" }
    return text
      + (isExact
        ? ". By the closed form." : ". By root finding on common random numbers.")
  }
}
