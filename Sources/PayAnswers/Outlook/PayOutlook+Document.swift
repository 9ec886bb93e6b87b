package import Amounts
internal import Answers
internal import PayPlans
public import Reporting
package import Simulation
internal import Statistics

extension PayOutlook {
  public var document: Document {
    var document = Document(
      title: scenarios.count == 1 ? "What to expect of \(name(0))" : "What to expect of the plans",
      blocks: [.paragraph(introduction)])
    if !forecast.differences.isEmpty { document.append(contentsOf: comparison) }
    for index in forecast.plans.indices {
      if scenarios.count > 1 { document.append(.section(name(index))) }
      document.append(contentsOf: blocks(index))
    }
    if !teams.isEmpty { document.append(contentsOf: teamBlocks) }
    if forecast.plans.contains(where: \.plan.owesSomething) {
      document.append(.note(Self.drawNote))
    }
    document.append(contentsOf: spreadNotes)
    document.append(contentsOf: assumptions.blocks)
    return document
  }

  /// Where the sales of several people are drawn like those of one.
  package var spreadNotes: [Block] {
    scenarios.indices.filter { scenarios[$0].plan.hasTeamQuota }.map {
      .note(
        """
        The quota of \(name($0)) is that of a team, whose attainment is drawn like one person's; what several people \
        sell together varies less. A simulation of a roster (\(.parameter(.roster))) draws it from theirs.
        """)
    }
  }

  static let drawNote: Inline =
    """
    Advances of a draw that are still owed at the end of the year are paid, and are not kept: \
    chances, differences, charts and pay to expect are without them.
    """

  /// What varies, and how the figures came about.
  package var introduction: Inline { introduction(over: reference) }

  /// The same, where attainment is sales over something else.
  func introduction(over reference: Inline) -> Inline {
    var text: Inline = "Attainment: \(.description(of: forecast.model))"
    if let source = model.source { text += ", preset \(model.text), \(.source(ofPreset: source))" }
    text += ". Attainment is sales over \(reference); the sales stay when the quota changes. "
    switch forecast.method {
    case .simulated(let trials, let seed):
      text +=
        "From \(.number(trials)) simulated years, seed \(seed); ± is one Monte Carlo standard error."
    case .closedForm: text += "By the closed form, so without sampling error."
    }
    return text
  }

  private var reference: Inline {
    if let quota = settings.referenceQuota {
      return "a quota of \(.number(quota, places: 0))"
    }
    return scenarios.count == 1 ? "the plan's own quota" : "each plan's own quota"
  }

  // MARK: One plan

  private func blocks(_ index: Int) -> [Block] {
    let forecast = forecast.plans[index]
    var blocks: [Block] = [.table(payTable(index))]
    let jumps = jumpNotes(forecast)
    if !jumps.isEmpty { blocks.append(.callout(.note, [.bullets(jumps)])) }
    blocks.append(.table(chanceTable(index)))
    blocks.append(.paragraph(worth(forecast)))
    if let chart = distributionChart(index) { blocks.append(.chart(chart)) }
    if sensitivities.indices.contains(index) {
      blocks.append(.table(effectTable(index)))
    }
    return blocks
  }

  /// How total pay is spread; nil when there is hardly any spread.
  package func distributionChart(_ index: Int) -> Chart? {
    let forecast = forecast.plans[index]
    let classes = forecast.histogram.classes
    guard classes.count > 2 else { return nil }
    let owes = forecast.plan.owesSomething
    return .distribution(
      name: scenarios.count == 1 ? "pay" : "pay-\(index + 1)",
      title: owes
        ? "Paid less owed in a year, \(name(index))" : "Total pay in a year, \(name(index))",
      xTitle: owes ? "Paid less owed" : "Total pay",
      unit: .money(forecast.plan.currency),
      bins: classes.map { .init($0.low, $0.high, share: $0.share) },
      masses: forecast.histogram.points.map { .init($0.value, share: $0.share) },
      marking: [
        .init("P10", forecast.kept.percentiles[0].value),
        .init("P50", forecast.kept.percentiles[2].value),
        .init("P90", forecast.kept.percentiles[4].value),
      ])
  }

  /// The percentiles that lie on a jump of the plan: the next draw could make them the other amount.
  private func jumpNotes(_ forecast: PayForecast.PlanForecast) -> [Inline] {
    var lines: [(Inline, PayForecast.Line)] = forecast.parts.map { (Inline($0.name), $0) }
    lines.append(
      forecast.plan.owesSomething ? ("Paid less owed", forecast.kept) : ("Total", forecast.paid))
    return lines.flatMap { name, line in
      line.jumps.map { jump -> Inline in
        """
        P\(Int((jump.percentile * 100).rounded())) of "\(name)" falls on a jump of the plan: it is \
        \(.money(jump.below, forecast.plan.currency)) just below an attainment of \
        \(.percentage(jump.attainment, places: 2)) and \
        \(.money(jump.above, forecast.plan.currency)) from there on.
        """
      }
    }
  }

  package func worth(_ forecast: PayForecast.PlanForecast) -> Inline {
    var text: Inline =
      """
      Expected pay is \(.strong(.percentage(forecast.credibility))) of the on-target \
      earnings of \(.money(forecast.plan.onTargetEarnings, forecast.plan.currency)).
      """
    if let leverage = forecast.leverage {
      text +=
        """
         At the P90 of attainment the incentive is \(.number(leverage, places: 2)) times its \
        target (leverage), \(.money(forecast.upside, forecast.plan.currency, sign: .always)) \
        against it (upside).
        """
    }
    return text
  }

  /// Writes a number of a plan with the places that it needs, up to four.
  static func written(_ value: Ratio) -> Inline {
    .plain(value, upTo: 4)
  }

  // MARK: Several plans

  private var comparison: [Block] {
    var blocks: [Block] = [
      .table(differenceSheet(forecast.differences, withFirst: true).table())
    ]
    if settings.referenceQuota == nil,
      Set(forecast.plans.map(\.plan.referenceQuota)).count > 1
    {
      blocks.append(
        .note(
          """
          The plans have different quotas, so one draw is the same attainment of each, not the same \
          sales. \(.parameter(.referenceQuota)) makes the sales the same.
          """))
    }
    return blocks
  }

  // MARK: Teams

  private var teamBlocks: [Block] {
    [.section("Team"), .paragraph(teamIntroduction), .table(teamSheet.table())]
  }

  /// How many years of the team were simulated, and whether its people share their luck.
  package var teamIntroduction: Inline { teams.first?.introduction ?? .empty }
}

extension TeamForecast {
  /// What the team is expected to cost, in a sentence.
  package func expectedCost(in currency: Currency) -> Inline {
    func money(_ value: Double) -> Inline { .money(value, currency) }
    return """
      A team of \(.number(reps)) people is expected to cost \
      \(.strong(money(cost.mean.value))) a year, and in eight years of ten from \
      \(money(costPercentiles[0].value)) to \(money(costPercentiles[4].value)).
      """
  }

  /// How many years of the team were simulated, or how exact it is without, and whether its people share
  /// their luck.
  var introduction: Inline {
    switch method {
    case .simulated(let trials):
      let market: Inline =
        marketDeviation > 0
        ? "A market factor with a standard deviation of \(.percentage(marketDeviation)) moves the sales of all."
        : "Everyone's attainment is drawn independently; a shared market factor (\(.parameter(.market))) would widen the spread."
      return "From \(.number(trials)) simulated years. \(market)"
    case .convolved(let precision):
      let text: Inline =
        "Worked out without draws, everyone's attainment by itself: percentiles of the cost are at most \(.number(precision.cost, places: 2)) off"
      // What a hundredth of a percent does not show is not said.
      let chance: Inline =
        precision.reachesGoal > 0.000_05
        ? ", the chance of the goal at most \(.percentage(precision.reachesGoal, places: 2))" : ""
      return text + chance + "."
    }
  }
}

extension Sequence<PayForecast.Chance> {
  /// The chance of reaching the quota; nil for a plan without one.
  package var ofQuota: PayForecast.Chance? {
    first { chance in
      if case .reachesQuota = chance.question { true } else { false }
    }
  }
}
