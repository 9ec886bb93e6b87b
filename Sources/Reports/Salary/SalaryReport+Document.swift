internal import Amounts
public import Answers
public import Findings
internal import MarketAnswers
internal import PayAnswers
internal import PayPlans
internal import Reporting
internal import SalaryData
internal import Simulation
internal import Statistics

extension SalaryReport {
  public var title: Inline {
    "\(material.role.name): salary report, \(date(baseline?.referencePeriod ?? month))"
  }

  public var sections: [ReportSection] {
    [
      ReportSection("role", roleSection),
      ReportSection("baseline", baselineSection),
      ReportSection("position", positionSection),
      ReportSection("occupations", neighbourSection),
      ReportSection("industries", sectorSection),
      ReportSection("data", dataSection),
      ReportSection("trend", trendSection),
      ReportSection("plan", planSection),
      ReportSection("earnings", earningsSection),
      ReportSection("outlook", outlookSection),
      ReportSection("quotas", quotaSection),
      ReportSection("sensitivity", sensitivitySection),
      ReportSection("portfolios", portfolios?.blocks ?? []),
      ReportSection("method", methodSection),
      ReportSection("sources", sourceSection),
    ]
  }

  private func date(_ month: YearMonth) -> Inline { .month(month) }

  private func whole(_ money: Money) -> Inline { .money(money, places: 0) }

  // MARK: What was found

  /// What a reader takes away; every figure in it is computed here from the same values as the tables.
  public var findings: [Inline] {
    [marketFindings, dataFindings, payFindings].filter { !$0.isEmpty }
  }

  private var marketFindings: Inline {
    var sentences: [Inline] = [
      baseline.map {
        """
        The average base pay of an \(material.role.name) in the United States was \
        \(.strong(whole($0.amount))) in \(date($0.referencePeriod)).
        """
      } ?? noBaseline
    ]
    let nearest = neighbours.parts.first.flatMap { part in
      part.groups.first { $0.occupation.code == material.role.neighbouringOccupations.first }
    }
    if let nearest, let median = nearest.median.value, let part = neighbours.parts.first {
      let (title, pay) = (nearest.occupation.occupationName, Inline.money(median, .usd))
      guard let gap = part.baseline?.gap(of: median, by: .nominal) else {
        sentences.append(
          """
          The nearest published occupation, \(title), had a median of \(pay) with commissions in it, \
          in \(date(part.period)).
          """)
        return (sentences + marketSpread).joined(separator: " ")
      }
      let distance = Inline.percentage(abs(gap.fraction))
      sentences.append(
        gap.fraction < 0
          ? """
          The nearest published occupation, \(title), had a median of \(pay) with commissions in \
          it, \(distance) less.
          """
          : """
          The nearest published occupation, \(title), had a median of \(pay) with commissions in \
          it, \(distance) more.
          """)
    }
    if let last = agedBaselines.last?.aged, let amount = last.amount(.prices) {
      sentences.append(
        """
        What the baseline bought then costs \(whole(amount)) in \(date(last.period)).
        """)
    }
    return (sentences + marketSpread).joined(separator: " ")
  }

  /// Why nothing is held against the baseline of the datasets.
  private var noBaseline: Inline {
    let known = material.yardstick.baseline
    guard known.title.lowercased() != material.role.name.lowercased() else {
      return """
        The plan pays in \(material.plan.currency.code), so nothing is held against the baseline of the \
        United States.
        """
    }
    return """
      These datasets have no average base pay for \(material.role.name), only one for \
      \(known.title), so nothing is held against a baseline.
      """
  }

  /// How the nearest occupation differs between industries and over the years.
  private var marketSpread: [Inline] {
    var sentences: [Inline] = []
    if let nearest = sectors.parts.first {
      let medians = nearest.groups.compactMap { group in
        group.median.value.map { (group.industry.sectorName, $0) }
      }
      if let low = medians.min(by: { $0.1 < $1.1 }), let high = medians.max(by: { $0.1 < $1.1 }) {
        sentences.append(
          """
          Between industries the median of that occupation goes from \(dollars(low.1)) \
          (\(low.0)) to \(dollars(high.1)) (\(high.0)) in \(date(nearest.period)).
          """)
      }
    }
    if let points = trend.series.first?.points, let first = points.first, let last = points.last,
      first.period < last.period, let before = first.real?.median.value,
      let now = last.real?.median.value, before > 0
    {
      let change = now / before - 1
      let share = Inline.percentage(abs(change))
      sentences.append(
        change < 0
          ? """
          In constant money that occupation pays \(share) less in \(date(last.period)) than in \
          \(date(first.period)).
          """
          : """
          In constant money that occupation pays \(share) more in \(date(last.period)) than in \
          \(date(first.period)).
          """)
    }
    return sentences
  }

  /// What the data at hand say, where they are about people.
  private var dataFindings: Inline {
    guard let people = material.data as? PayComparison, let whole = people.whole else {
      return .empty
    }
    let median = Inline.money(whole.percentiles[2].value, people.currency)
    var sentences: [Inline] = [
      "The median of the \(.number(whole.count)) people in the data at hand is \(median)."
    ]
    if let doubt = doubtsJob(of: people) { sentences.append(doubt) }
    let medians = people.groups.compactMap { group in
      group.summary.map { (group.key.name, $0.percentiles[2].value) }
    }
    if medians.count > 1, let low = medians.min(by: { $0.1 < $1.1 }),
      let high = medians.max(by: { $0.1 < $1.1 })
    {
      sentences.append(
        """
        By group it goes from \(.money(low.1, people.currency)) (\(low.0)) to \
        \(.money(high.1, people.currency)) (\(high.0)); their intervals are below.
        """)
    }
    return sentences.joined(separator: " ")
  }

  /// What speaks against people being of the job that the report is about.
  private func doubtsJob(of people: PayComparison) -> Inline? {
    guard let roles = people.roles else {
      return "They have no job titles, so that nothing shows that they are of this job."
    }
    let name = material.role.name
    let all = roles.reduce(0) { $0 + $1.people }
    let own = roles.first { $0.name.lowercased() == name.lowercased() }?.people ?? 0
    guard 2 * own < all else { return nil }
    let most = roles.prefix(3).map { "\($0.name) (\(.number($0.people)))" as Inline }
    return """
      Of \(.number(all)) with a title \(.number(own)) have one of the role \(name), so that this is the \
      pay of other jobs: \(most.joined(separator: ", ")). \(.parameter(.where, "title~WORDS")) keeps those of one job.
      """
  }

  private var payFindings: Inline {
    guard let own = material.plan.primaryMeasure?.quota,
      let onTarget = try? material.plan.earnings(attainment: 1),
      let short = try? material.plan.earnings(attainment: Ratio(4, over: 5)),
      let unit = material.plan.primaryMeasure?.unit, unit == .money
    else { return .empty }
    var sentences: [Inline] = [
      """
      On the plan shown here a quota of \(amount(own.doubleValue)) that is just \
      reached pays \(.strong(.money(onTarget.kept))), and 80% of it \(.money(short.kept)).
      """
    ]
    if let forecast = outlook?.forecast.plans.first {
      if let chance = forecast.chances.ofQuota {
        sentences.append(
          """
          If attainment varies as it does among sellers (\(outlook?.model.text ?? "")), the quota is \
          reached with a chance of \(.percentage(chance.probability.value, places: 0)), and pay to \
          expect is \(.strong(amount(forecast.kept.spread.mean.value))): one year in ten brings \
          less than \(amount(forecast.kept.percentiles[0].value)), one in ten more than \
          \(amount(forecast.kept.percentiles[4].value)).
          """)
      }
    }
    return sentences.joined(separator: " ")
  }

  private func dollars(_ amount: Double) -> Inline { .money(amount, .usd) }

  private func amount(_ value: Double) -> Inline { .money(value, material.plan.currency) }

  // MARK: The role

  private var roleSection: [Block] {
    let role = material.role
    var industries = Sheet(Array(role.industries.indices))
    industries.add(.text("Industry")) { index in prose { $0.industries[index].name } }
    industries.add(.text("Typical accounts")) { index in prose { $0.industries[index].accounts } }
    industries.add(.text("Nearest published occupation")) {
      occupation(role.industries[$0].nearestOccupation)
    }
    var blocks: [Block] = [
      .section("The role"), .paragraph(prose { $0.summary }), .paragraph("What the job is:"),
      .bullets(role.duties.indices.map { index in prose { $0.duties[index] } }),
      .paragraph("What it takes:"),
      .bullets(role.skills.indices.map { index in prose { $0.skills[index] } }),
      .paragraph("Where it is most common:"), .table(industries.table()),
    ]
    if !role.rules.isEmpty {
      blocks.append(.paragraph("Rules around it:"))
      blocks.append(
        .bullets(
          role.rules.indices.map { index in
            "\(prose { $0.rules[index].text }) (\(prose { $0.rules[index].source }))"
          }))
    }
    return blocks
  }

  /// A text of the role file, in the language of the document where a file beside it has that.
  private func prose(_ text: @escaping @Sendable (RoleProfile) -> String) -> Inline {
    let role = material.role
    return .written { text(role.translations[$0.language]?.profile ?? role) }
  }

  private func occupation(_ code: String) -> Inline {
    let group = material.occupations.groups.first { $0.occupation.code == code }
    return group.map { "\($0.occupation.occupationName) (\(code))" } ?? .init(code)
  }

  // MARK: The baseline

  private var baselineSection: [Block] {
    guard let baseline else { return [.section("The baseline"), .paragraph(noBaseline)] }
    var gaps: [Inline] = []
    for row in agedBaselines {
      for measure in [AgedBaseline.Measure.prices, .wages] {
        if case .failure(let gap)? = row.aged.factor(measure) {
          gaps.append("\(date(row.aged.period)): \(gap.sentence).")
        }
      }
    }
    return [
      .section("The baseline, and what it is worth later"),
      .paragraph(
        """
        \(whole(baseline.amount)) a year, base pay, \(baseline.title), United States, \
        \(date(baseline.referencePeriod)) (\(baseline.publisher)). "Published" is the publisher's own \
        figure for a month. "By prices" is what buys as much; "by wages" is what moved as pay in \
        private industry did.
        """),
      .table(baselineSheet.table()),
    ] + (gaps.isEmpty ? [] : [.bullets(gaps)])
  }

  // MARK: The market

  private var neighbourSection: [Block] {
    guard let part = neighbours.parts.first else { return [] }
    return [
      .section("Neighbouring occupations, \(date(part.period))"),
      .paragraph(
        """
        No published occupation is called \(material.role.name). These are the ones that hold people \
        of that title. Pay is for a year, in US dollars, in all industries.
        """),
      .chart(neighbours.chart(of: part)),
    ] + neighbours.blocks(of: part) + [.warning(SummaryComparison.scopeCaution)]
  }

  /// The nearest occupation in full, and the medians of all side by side.
  private var sectorSection: [Block] {
    guard let part = sectors.parts.first, let nearest = part.occupation else { return [] }
    return [
      .section("Sectors, \(date(part.period))"),
      .paragraph(
        part.baseline == nil
          ? """
          The first year for which these datasets have pay by sector is \(part.period.year). First the \
          nearest occupation, \(nearest.occupationName) (\(nearest.code)), the best paid sector on top:
          """
          : """
          The first year for which these datasets have pay by sector is \(part.period.year); \
          May 2021 by sector is not to be had. The baseline is therefore aged to \
          \(date(part.period)). First the nearest occupation, \(nearest.occupationName) \
          (\(nearest.code)), the best paid sector on top:
          """),
      .chart(sectors.chart(of: part)),
    ] + sectors.blocks(of: part) + [
      .paragraph(
        "Median pay of the occupations that are nearest in each of the role's industries:"),
      .table(medianTable),
    ]
  }

  private var medianTable: Table {
    var sheet = Sheet((sectors.parts.first?.groups ?? []).map(\.industry))
    sheet.add(.text("Sector")) { $0.sectorName }
    for index in material.role.industries.indices {
      let code = material.role.industries[index].nearestOccupation
      let part = sectors.parts.first { $0.occupation?.code == code }
      let name = prose { $0.industries[index].name }
      sheet.add(.number("\(name) (\(code))")) { sector in
        .cell(part?.groups.first { $0.industry == sector }?.median ?? .missing)
      }
    }
    return sheet.table()
  }

  /// What the data at hand show, where there are any.
  private var dataSection: [Block] {
    material.data?.document.nested(below: 1).blocks ?? []
  }

  private var positionSection: [Block] {
    guard let standing, let baseline else { return [] }
    return [
      .section("Where the baseline stands"),
      .paragraph(
        """
        \(whole(baseline.amount)) among the jobs of each neighbouring occupation, \
        \(date(baseline.referencePeriod)). As their pay has commissions in it and the baseline has \
        not, the shares say where the base alone would stand. A ~ marks what lies beyond the \
        published percentiles.
        """),
      .table(standing.table),
    ]
  }

  private var trendSection: [Block] {
    guard let month = trend.month, let series = trend.series.first, series.points.count > 1 else {
      return []
    }
    return [
      .section("Over the years, in constant money"),
      .paragraph(
        """
        \(series.occupation.occupationName) (\(series.occupation.code)), all industries, in the money of \
        \(date(month)) by \(trend.aging.title).
        """),
      .chart(trend.chart(of: series)), .table(trend.table(of: series)),
    ] + trend.notes(on: series)
  }

  // MARK: The plan

  private var planSection: [Block] {
    [
      .section("The pay plan: \(material.plan.name)"),
      .bullets(material.plan.summary), .table(material.plan.termSheet.table()),
    ] + curveBlocks
  }

  private var curveBlocks: [Block] {
    guard let curve else { return [] }
    return curve.charts.map { .chart($0) } + [
      .paragraph("Pay for a year by attainment, on the plan's own quota:")
    ] + curve.blocks
  }

  private var earningsSection: [Block] {
    [
      .section("What each quota pays"),
      .paragraph(
        """
        The same dollars sold on different quotas. Total pay for a year: base, commission and bonus, \
        exact to the cent.
        """),
    ] + earnings.blocks
  }

  /// What to expect, instead of what would be if.
  private var outlookSection: [Block] {
    guard let outlook, let forecast = outlook.forecast.plans.first else { return [] }
    var blocks: [Block] = [
      .section("What to expect"),
      .paragraph(outlook.introduction), .table(outlook.payTable(0)),
      .table(outlook.chanceTable(0)), .paragraph(outlook.worth(forecast)),
    ]
    if let chart = outlook.distributionChart(0) { blocks.append(.chart(chart)) }
    return blocks
  }

  private var quotaSection: [Block] {
    guard let quotas, let own = material.plan.primaryMeasure?.quota else { return [] }
    var sheet = Sheet(quotas.forecast.plans)
    sheet.add(.number("Quota")) { .number($0.plan.quota, places: 0) }
    sheet.add(.number("Reached")) { .percentage($0.chances.ofQuota?.probability.value) }
    sheet.add(.number("Expected pay")) { .number($0.kept.spread.mean.value, places: 0) }
    for (index, title) in [(0, "P10"), (2, "P50"), (4, "P90")] as [(Int, Inline)] {
      sheet.add(.number(title)) { .number($0.kept.percentiles[index].value, places: 0) }
    }
    sheet.add(.number("Expected ÷ on target")) { .percentage($0.credibility) }
    return [
      .section("What a quota is worth"),
      .paragraph(
        """
        The same sales, drawn as above around the plan's own quota of \(amount(own.doubleValue)), \
        paid on each of these quotas. The on-target earnings are the same on all of them; what they \
        are worth is not.
        """),
      .table(sheet.table()),
    ]
  }

  private var sensitivitySection: [Block] {
    guard let outlook, !outlook.sensitivities.isEmpty else { return [] }
    return [
      .section("What moves the pay"),
      .paragraph("Which term matters most to the pay to be expected, when each changes alone:"),
      .table(outlook.effectTable(0)),
    ]
  }

  // MARK: Method and sources

  private var methodSection: [Block] {
    [
      .section("Method and limits"),
      .bullets([
        baseline == nil
          ? noBaseline
          : """
          The baseline is an average of base pay that people reported to a web site, not a sample \
          survey. Nothing is known of its error.
          """,
        SummaryComparison.scopeCaution,
        "Percentiles of OEWS have no published standard error; small sectors are uncertain.",
        """
        Aging multiplies by the quotient of two index values: the month itself for CPI-U, the quarter \
        that holds or follows it for the ECI. Where an index has a hole, there is no figure.
        """,
        """
        Pay of the plan is computed in exact fractions; each component is rounded once to the cent \
        in each of its periods.
        """,
        """
        A grid shows what a plan would pay, not how likely it is. Not everybody reaches a quota.
        """,
        """
        What to expect rests on a model of attainment among all sellers, not on this company's. \
        Attainment is drawn for the year as a whole.
        """,
      ]),
    ]
  }

  private var sourceSection: [Block] {
    [
      .section("Sources"),
      .bullets(
        material.sources.map {
          "\($0.publisher): \($0.title), \(.periods($0.referencePeriod)). \($0.source)."
        }),
    ]
  }
}
