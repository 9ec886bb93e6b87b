internal import Amounts
internal import Findings
internal import PayPlans
public import Reporting
internal import SalaryData

extension SalaryReport {
  public var document: Document {
    Document(
      title: "\(material.role.name): salary report, \(date(baseline.referencePeriod))",
      blocks: [.paragraph(findings)] + roleSection + baselineSection + neighbourSection
        + sectorSection + planSection + earningsSection + (portfolios?.blocks ?? [])
        + methodSection + sourceSection
        + provenanceSection)
  }

  private func date(_ month: YearMonth) -> Inline { .month(month) }

  private func whole(_ money: Money) -> Inline { .money(money, places: 0) }

  // MARK: What was found

  /// What a reader takes away; every figure in it is computed here from the same values as the tables.
  private var findings: Inline {
    var sentences: [Inline] = [
      """
      The average base pay of an \(material.role.name) in the United States was \
      \(.strong(whole(baseline.amount))) in \(date(baseline.referencePeriod)).
      """
    ]
    let nearest = neighbours.parts.first.flatMap { part in
      part.groups.first { $0.occupation.code == material.role.neighbouringOccupations.first }
    }
    if let nearest, let median = nearest.median.value, let part = neighbours.parts.first,
      let gap = part.baseline.gap(of: median, by: .nominal)
    {
      let (title, pay) = (nearest.occupation.title, Inline.money(median, .usd))
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
    if let own = material.plan.primaryMeasure?.quota,
      let onTarget = try? material.plan.earnings(attainment: 1),
      let short = try? material.plan.earnings(attainment: Ratio(4, over: 5)),
      let unit = material.plan.primaryMeasure?.unit, unit == .money
    {
      sentences.append(
        """
        On the plan shown here a quota of \(.money(own.doubleValue, .usd)) that is just reached pays \
        \(.strong(.money(onTarget.total))), and 80% of it \(.money(short.total)).
        """)
    }
    return sentences.joined(separator: " ")
  }

  // MARK: The role

  private var roleSection: [Block] {
    let role = material.role
    var industries = Table([
      .text("Industry"), .text("Typical accounts"), .text("Nearest published occupation"),
    ])
    for industry in role.industries {
      industries.append([
        .init(industry.name), .init(industry.accounts),
        occupation(industry.nearestOccupation),
      ])
    }
    var blocks: [Block] = [
      .section("The role"), .paragraph(.init(role.summary)), .paragraph("What the job is:"),
      .bullets(role.duties.map { .init($0) }), .paragraph("What it takes:"),
      .bullets(role.skills.map { .init($0) }), .paragraph("Where it is most common:"),
      .table(industries),
    ]
    if !role.rules.isEmpty {
      blocks.append(.paragraph("Rules around it:"))
      blocks.append(.bullets(role.rules.map { "\($0.text) (\($0.source))" }))
    }
    return blocks
  }

  private func occupation(_ code: String) -> Inline {
    let title = material.occupations.groups.first { $0.occupation.code == code }?.occupation.title
    return title.map { "\($0) (\(code))" } ?? .init(code)
  }

  // MARK: The baseline

  private var baselineSection: [Block] {
    var table = Table([
      .text("Month"), .number("Published"), .number("By prices (CPI-U)"),
      .number("By wages (ECI)"),
    ])
    var gaps: [Inline] = []
    for row in agedBaselines {
      table.append(
        [date(row.aged.period), row.published.map(whole) ?? .missing]
          + [AgedBaseline.Measure.prices, .wages].map { measure in
            row.aged.amount(measure).map(whole) ?? .missing
          })
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
      .table(table),
    ] + (gaps.isEmpty ? [] : [.bullets(gaps)])
  }

  // MARK: The market

  private var neighbourSection: [Block] {
    guard let part = neighbours.parts.first else { return [] }
    return [
      .section("Neighbouring occupations, \(date(part.baseline.period))"),
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
      .section("Sectors, \(date(part.baseline.period))"),
      .paragraph(
        """
        The first year for which these datasets have pay by sector is \(part.baseline.period.year); \
        May 2021 by sector is not to be had. The baseline is therefore aged to \
        \(date(part.baseline.period)). First the nearest occupation, \(nearest.title) \
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
    let columns = material.role.industries.map { industry in
      (industry, sectors.parts.first { $0.occupation?.code == industry.nearestOccupation })
    }
    var table = Table(
      [.text("Sector")]
        + columns.map { industry, _ in .number("\(industry.name) (\(industry.nearestOccupation))") }
    )
    let names = (sectors.parts.first?.groups ?? []).map(\.industry)
    for industry in names {
      table.append(
        [.init(industry.title)]
          + columns.map { _, part in
            let group = part?.groups.first { $0.industry == industry }
            return .cell(group?.median ?? .missing)
          })
    }
    return table
  }

  // MARK: The plan

  private var planSection: [Block] {
    var table = Table([
      .text("Component"), .text("From"), .text("To"), .text("Pays"),
    ])
    for term in material.plan.terms {
      table.append([
        .init(term.component), term.from.map(words) ?? "the first unit",
        term.to.map(words) ?? "no end", words(term.pay),
      ])
    }
    return [
      .section("The pay plan: \(material.plan.name)"),
      .bullets(material.plan.summary.map { .init($0) }), .table(table),
    ] + curveBlocks
  }

  private var curveBlocks: [Block] {
    guard let curve else { return [] }
    return curve.charts.map { .chart($0) } + [
      .paragraph("Pay for a year by attainment, on the plan's own quota:")
    ] + curve.blocks
  }

  private func words(_ level: Level) -> Inline {
    switch level {
    case .share(let share): .rate(share)
    case .amount(let amount): .plain(amount)
    }
  }

  private func words(_ pay: PlanTerm.Pay) -> Inline {
    switch pay {
    case .rate(.multiple(let multiple)): "\(.plain(multiple, upTo: 4))x the base rate"
    case .rate(.share(let share)): "\(.rate(share)) of credit"
    case .rate(.each(let amount)): "\(.plain(amount)) each"
    case .level(.amount(let amount)): .plain(amount)
    case .level(let level): "\(words(level)) of the target"
    }
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

  // MARK: Method, sources, provenance

  private var methodSection: [Block] {
    [
      .section("Method and limits"),
      .bullets([
        """
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
      ]),
    ]
  }

  private var sourceSection: [Block] {
    [
      .section("Sources"),
      .bullets(
        material.sources.map {
          "\($0.publisher): \($0.title), \($0.referencePeriod). \($0.source)."
        }),
    ]
  }

  private var provenanceSection: [Block] {
    var table = Table([.text("Input"), .text("SHA-256")])
    for input in provenance.inputs {
      table.append([.code(input.path), .code(input.sha256 ?? "")])
    }
    return [
      .section("How to make this report again"),
      .paragraph("With OnTarget \(provenance.version), from a checkout:"),
      .code(provenance.command, language: "sh"), .table(table),
    ]
  }
}
