internal import Amounts
public import Answers
internal import Calculator
public import Findings
internal import PayAnswers
internal import PayPlans
internal import Reporting
internal import Simulation
internal import Statistics

extension PlanReview {
  public var title: Inline { "Plan review: \(plan.name)" }

  public var sections: [ReportSection] {
    [
      ReportSection("curve", curveSection), ReportSection("terms", termSection),
      ReportSection("readings", readingSection), ReportSection("warnings", warningSection),
      ReportSection("cost", costSection), ReportSection("winners", winnerSection),
      ReportSection("sensitivity", sensitivitySection), ReportSection("limits", limitSection),
    ]
  }

  private var plan: Plan { material.plan }

  private func money(_ value: Double, sign: NumberStyle.Sign = .negativeOnly) -> Inline {
    .money(value, plan.currency, sign: sign)
  }

  /// Writes what is sold or to be sold: money as such, other units as numbers.
  private func sold(_ amount: Ratio) -> Inline {
    guard plan.primaryMeasure?.unit == .money,
      let money = try? Money(rounding: amount, currency: plan.currency)
    else { return .plain(amount) }
    return .money(money, places: amount.isInteger ? 0 : nil)
  }
}

// MARK: What was found

extension PlanReview {
  public var findings: [Inline] {
    [payFinding, costFinding, openFinding, changeFinding, effectFinding].compactMap(\.self)
  }

  private var payFinding: Inline? {
    guard let onTarget = point(at: 100), let short = point(at: 80) else { return nil }
    let full = Inline.strong(.money(onTarget.earnings.kept))
    let less = Inline.money(short.earnings.kept)
    var text: Inline =
      if plan.primaryMeasure?.isScored == true {
        "Being on target pays \(full) a year, and 80% of it \(less)."
      } else if plan.primaryMeasure?.positiveQuota != nil, let quota = onTarget.sales {
        "A quota of \(sold(quota)) that is just reached pays \(full) a year, and 80% of it \(less)."
      } else {
        "Sales of \(sold(onTarget.sales ?? .zero)) pay \(full) a year, and 80% of them \(less)."
      }
    if let before = onTarget.previous, let shortBefore = short.previous {
      text += Inline(" ")
      text +=
        previousPay?.sales == nil
        ? """
        Last year's plan pays \(.money(before.kept)) and \(.money(shortBefore.kept)) for the same \
        attainment.
        """
        : """
        Last year's plan pays \(.money(before.kept)) and \(.money(shortBefore.kept)) for the same \
        sales.
        """
    }
    return text
  }

  private var costFinding: Inline? {
    guard let outlook, let forecast = outlook.forecast.plans.first else { return nil }
    var text: Inline
    if let team = outlook.teams.first, team.reps > 1 {
      text = team.expectedCost(in: plan.currency)
    } else {
      let total = forecast.kept
      text = """
        One person is expected to be paid \(.strong(money(total.spread.mean.value))) a year, and in \
        eight years of ten from \(money(total.percentiles[0].value)) to \
        \(money(total.percentiles[4].value)).
        """
    }
    if let share = costOfSales {
      text += " The cost of compensation is \(.percentage(share)) of expected sales."
    }
    if let chance = chanceOfQuota {
      text += " The quota is reached with a probability of \(.percentage(chance.value))."
    }
    return text
  }

  private var openFinding: Inline {
    let count = warningCount
    var text: Inline =
      count == 0
      ? "No warning was found in the plan." : "Warnings found in the plan: \(.number(count))."
    if let furthest = readings?.furthest {
      text += Inline(" ") + sentence(on: furthest)
    }
    return text
  }

  private func sentence(
    on reading: (reading: String, attainment: Ratio, amount: Money)
  ) -> Inline {
    let amount = Inline.strong(.money(reading.amount.magnitude))
    let attainment = Inline.rate(reading.attainment)
    return reading.amount.minorUnits > 0
      ? """
      The costliest other reading of the plan is “\(.phrase(reading.reading))”: at \(attainment) of quota it \
      pays \(amount) more.
      """
      : """
      No other reading of the plan costs more; the furthest from it is “\(.phrase(reading.reading))”, which \
      pays \(amount) less at \(attainment) of quota.
      """
  }

  private var changeFinding: Inline? {
    guard let changes, !changes.compared.isEmpty else { return nil }
    let (people, losers, winners) = (
      changes.compared.count, changes.losers.count, changes.winners.count
    )
    guard losers + winners > 0 else {
      return "On the same deals the plan pays everybody what last year's plan pays."
    }
    let change = words(for: changes)
    guard people > 1 else {
      return "On the same deals the plan pays the one person on both plans \(change)."
    }
    return """
      On the same deals the plan pays less to \(.strong(.number(losers))) and more to \
      \(.strong(.number(winners))) of \(.number(people)) people; in all it pays \(change).
      """
  }

  /// How much more or less the plan pays in all.
  private func words(for changes: PayChanges) -> Inline {
    guard changes.difference.minorUnits != 0 else { return "the same" }
    let amount = Inline.strong(.money(changes.difference.magnitude))
    let isMore = changes.difference.minorUnits > 0
    guard let share = changes.share else { return isMore ? "\(amount) more" : "\(amount) less" }
    let size = Inline.percentage(share < .zero ? -share : share)
    return isMore ? "\(amount) or \(size) more" : "\(amount) or \(size) less"
  }

  private var effectFinding: Inline? {
    guard let effect = strongestEffect else { return nil }
    return """
      Besides the salary, “\(effect.lever.words(in: plan))” moves the expected pay of a person most: \
      10% more of it changes pay by \(money(effect.whenLarger, sign: .always)), 10% less by \
      \(money(effect.whenSmaller, sign: .always)).
      """
  }
}

// MARK: The plan

extension PlanReview {
  private var curveSection: [Block] {
    guard let pay, !points.isEmpty else { return [] }
    let isAlone = previousPay == nil && plan.primaryMeasure?.yearQuota != nil
    let chart =
      isAlone
      ? PayCurveChart.chart(of: plan)
      : PayCurveChart.chart(of: pay, against: previousPay, xTitle: shareTitle)
    return [.section("What the plan pays")] + [chart].compactMap { $0.map { .chart($0) } } + [
      .paragraph(curveText), .table(pointSheet.table()),
    ]
      + (owesSomething
        ? [
          .note(
            """
            Advances of a draw that are still owed at the end of the year are paid, and are not \
            kept: pay to expect, the chart and the differences are without them.
            """)
        ] : [])
      + plan.earningsAssumptions(bySales: plan.primaryMeasure?.positiveQuota == nil).blocks
  }

  /// What the shares of the curve are of.
  private var shareTitle: Inline {
    guard pay?.sales != nil else { return "Attainment" }
    if plan.primaryMeasure?.positiveQuota == nil {
      return "Sales, as a share of the reference quota"
    }
    return previousPay?.sales == nil
      ? "Attainment of each plan's own quota" : "Sales, as a share of this plan's quota"
  }

  private var curveText: Inline {
    guard let previous = material.previous else { return "Pay for a year by attainment." }
    guard let previousPay else {
      return """
        Pay for a year by attainment. Last year's plan, \(previous.plan.name), has no quota that \
        could be compared.
        """
    }
    return previousPay.sales == nil
      ? """
      Pay for a year by attainment, against last year's plan, \(previous.plan.name), at the same \
      attainment of its own quota: the two plans do not count sales in the same unit.
      """
      : """
      Pay for a year by attainment, against last year's plan, \(previous.plan.name), for the same \
      sales.
      """
  }

  /// Whether advances are owed at the end of a year at one of the points.
  var owesSomething: Bool {
    points.contains { $0.earnings.owesSomething || $0.previous?.owesSomething == true }
  }

  private var termSection: [Block] {
    var blocks: [Block] = [
      .section("What the plan says"), .bullets(plan.summary),
      .table(plan.termSheet.table()),
    ]
    guard let previous = material.previous?.plan else { return blocks }
    let own = Set(plan.summary)
    let other = previous.summary.filter { !own.contains($0) }
    if other.isEmpty {
      blocks.append(.paragraph("Last year's plan says the same."))
    } else {
      blocks.append(.paragraph("What last year's plan, \(previous.name), says otherwise:"))
      blocks.append(.bullets(other))
    }
    return blocks
  }

  private var readingSection: [Block] {
    guard let readings else { return [] }
    return [
      .section("Other readings of the plan"),
      .paragraph(
        """
        Plans are often silent about how bands pay and what becomes of a draw. This is the incentive \
        for a year under each reading, when every month is one deal and reaches the attainment.
        """),
      .table(readings.table),
    ] + (readings.furthest.map { [.paragraph(sentence(on: $0))] } ?? [])
  }

  private var warningSection: [Block] {
    let found = material.findings
    var blocks: [Block] = [.section("Warnings")]
    guard !found.findings.isEmpty else {
      return blocks + [.paragraph("Nothing was found that is probably not meant.")]
    }
    blocks.append(.table(Sheet(findings: found.findings).table()))
    let rest = Severity.allCases.reduce(0) { $0 + found.count(of: $1) } - found.findings.count
    if rest > 0 { blocks.append(.paragraph("Not shown: \(.number(rest)) more.")) }
    return blocks
  }
}

// MARK: The cost

extension PlanReview {
  /// Expected pay over expected sales of a team or a person; nil where sales are not money.
  var costOfSales: Double? {
    guard plan.primaryMeasure?.unit == .money else { return nil }
    return outlook?.teams.first?.costOfSales
  }

  private var chanceOfQuota: Estimate? {
    guard plan.primaryMeasure?.positiveQuota != nil else { return nil }
    return outlook?.forecast.plans.first?.chances.first { $0.question == .reachesQuota }?
      .probability
  }

  private var costSection: [Block] {
    guard let outlook, let forecast = outlook.forecast.plans.first else { return [] }
    let team = outlook.teams.first
    var costs: [(name: Inline, mean: Estimate, percentiles: [Estimate])] = [
      ("One person", forecast.kept.spread.mean, forecast.kept.percentiles)
    ]
    if let team, team.reps > 1 {
      costs.append(
        ("A team of \(.number(team.reps)) people", team.cost.mean, team.costPercentiles))
    }
    var sheet = Sheet(costs)
    sheet.add(.text("In \(plan.currency.code) a year"), cell: \.name)
    sheet.add(.number("Expected")) { .number($0.mean.value, places: 0) }
    sheet.add(.number("±")) {
      $0.mean.standardError.map { .number($0, places: 0) } ?? "exact"
    }
    for (index, title) in [(0, "P10"), (2, "P50"), (4, "P90")] as [(Int, Inline)] {
      sheet.add(.number(title)) { .number($0.percentiles[index].value, places: 0) }
    }
    let blocks: [Block] =
      [.section("What the plan costs"), .paragraph(outlook.introduction)]
      + (team == nil ? [] : [.paragraph("\(.strong("The team.")) \(outlook.teamIntroduction)")])
      + [.table(sheet.table()), .bullets(costNotes(forecast, team))] + outlook.spreadNotes
    return blocks + [outlook.distributionChart(0)].compactMap { $0.map { .chart($0) } }
  }

  private func costNotes(
    _ forecast: PayForecast.PlanForecast, _ team: TeamForecast?
  ) -> [Inline] {
    var notes: [Inline] = []
    if let share = costOfSales, let sales = team?.sales {
      notes.append(
        """
        Compensation cost of sales: \(.percentage(share)) of expected sales of \
        \(money(sales.mean.value)).
        """)
    }
    if let chance = chanceOfQuota, let quota = plan.primaryMeasure?.positiveQuota {
      notes.append(
        "Probability that a person reaches the quota of \(sold(quota)): \(.percentage(chance.value))."
      )
    }
    if let team, team.reps > 1, let chance = team.reachesGoal, let goal = team.goal {
      notes.append(
        """
        Probability that the sales of all reach \(.number(goal, places: 0)): \
        \(.percentage(chance.value)).
        """)
    }
    notes.append(
      """
      Expected pay is \(.percentage(forecast.credibility)) of the on-target earnings of \
      \(money(forecast.plan.onTargetEarnings)).
      """)
    return notes
  }

  private var sensitivitySection: [Block] {
    guard let outlook, let sensitivity = outlook.sensitivities.first,
      !sensitivity.effects.isEmpty
    else { return [] }
    return [
      .section("What each term does to expected pay"),
      .paragraph(
        """
        The expected pay of one person is \
        \(money(outlook.forecast.plans.first?.kept.spread.mean.value ?? .nan)) a year. This is what \
        it changes by when one term is 10% larger or smaller and what is sold stays the same.
        """),
      .table(outlook.effectTable(0)),
    ]
  }
}

// MARK: Winners and losers

extension PlanReview {
  /// The most people of either side in the chart; the table has all.
  static let chartLimit = 15

  private var winnerSection: [Block] {
    guard let changes, let previous = material.previous?.plan, !changes.rows.isEmpty else {
      return []
    }
    var blocks: [Block] = [
      .section("Who wins and who loses"),
      .paragraph(
        """
        Salary and incentive paid for the same deals by last year's plan, \(previous.name), and by \
        this one.
        """),
    ]
    if let finding = changeFinding { blocks.append(.paragraph(finding)) }
    let single = changes.rows.count - changes.compared.count
    if single > 0 {
      blocks.append(
        .note(
          """
          On one of the two plans only, and in no sum: \(.number(single)) out of \
          \(.number(changes.rows.count)).
          """))
    }
    return blocks + chart(of: changes) + [.table(table(of: changes))]
  }

  private func table(of changes: PayChanges) -> Table {
    var table = changes.sheet.table()
    if changes.compared.count > 1 {
      table.append(
        [
          "All on both plans", .amount(changes.previous), .amount(changes.current),
          .amount(changes.difference, sign: .always), .percentage(changes.share, sign: .always),
        ].map { .strong($0) })
    }
    return table
  }

  private func chart(of changes: PayChanges) -> [Block] {
    let shown = changes.winners.prefix(Self.chartLimit) + changes.losers.suffix(Self.chartLimit)
    guard shown.count > 1 else { return [] }
    let values = shown.map { $0.difference?.majorUnits.doubleValue ?? 0 }
    let texts = shown.map { Inline.amount($0.difference, places: 0, sign: .always) }
    let bars = values.enumerated().map { row, value in
      Mark.Bar(
        Mark.Point(0, Double(row) - 0.32), Mark.Point(value, Double(row) + 0.32),
        isHollow: value < 0)
    }
    var summary: Inline = """
      People whom the plan pays more: \(.number(changes.winners.count)), less: \
      \(.number(changes.losers.count)).
      """
    if let first = shown.first, let last = shown.last {
      summary += """
         The difference goes from \(texts[0]) (\(first.label)) to \(texts[texts.count - 1]) \
        (\(last.label)).
        """
    }
    if shown.count < changes.winners.count + changes.losers.count {
      summary += " The greatest \(.number(Self.chartLimit)) of each are shown."
    }
    return [
      .chart(
        Chart(
          name: "winners-and-losers", title: "This plan less last year's, on the same deals",
          summary: summary,
          x: Axis(
            "Difference in pay for the year",
            .numbers(.money(plan.currency), includesZero: true)),
          y: Axis(.empty, .rows(zip(shown, texts).map { .init(.init($0.label), value: $1) })),
          marks: [.verticalRule(0, label: .empty), .bars(bars, .blue)],
          data: Table(
            [.text("Rep"), .number("Difference")],
            rows: zip(shown, texts).map { [.init($0.label), $1] })))
    ]
  }
}

extension PayChanges.Row {
  var label: String { name ?? rep }
}

// MARK: Limits

extension PlanReview {
  private var limitSection: [Block] {
    var limits: [Inline] = []
    if !points.isEmpty {
      limits.append(
        """
        The pay curve is that of a full year in which every period reaches the same attainment. \
        Nothing in it is known of single deals, of ramps, or of what multiplies the credit of a deal.
        """)
    }
    if outlook != nil {
      limits.append(
        """
        The model of attainment is an assumption. It does not change with the plan: nobody sells more \
        because an accelerator is steeper.
        """)
      limits.append(
        "The cost is salary and incentive, without payroll taxes, benefits and managers' pay.")
    }
    if changes != nil {
      limits.append(
        """
        The deals were closed under other rules than those of this plan. People would have timed and \
        priced some of them differently.
        """)
      limits.append(
        """
        Winners and losers are compared by what is paid; what is still owed back on a draw or for \
        cancelled deals at the end is not taken off.
        """)
      limits.append(
        "Whoever has a salary or quota of their own on the roster keeps it on both plans.")
    }
    limits.append(
      """
      Warnings are traps that are known from other plans. A plan without a warning can still be a bad \
      plan, and this review is not legal advice.
      """)
    return [.section("Limits of the method"), .bullets(limits)]
  }
}

extension Money {
  fileprivate var magnitude: Money { minorUnits < 0 ? -self : self }
}
