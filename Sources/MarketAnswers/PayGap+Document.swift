internal import Amounts
public import Answers
internal import Findings
public import Reporting
internal import SalaryData
public import Statistics

// MARK: For programs

extension PayGap {
  public var tables: [NamedTable] {
    var groups = RecordTable(
      ["group", "role", "n", "weighted_n", "n_eff"] + RecordTable.estimateColumns("mean")
        + RecordTable.estimateColumns("p50"))
    for (group, role) in [(a, "a"), (b, "b")] {
      let summary = group.summary
      groups.append(
        [
          .text(group.name), .text(role), .integer(summary.count), .double(summary.weightedCount),
          .double(summary.effectiveCount),
        ] + RecordValue.estimate(summary.mean) + RecordValue.estimate(summary.percentiles[2]))
    }
    var gaps = RecordTable(["measure"] + RecordTable.estimateColumns + ["p_value"])
    gaps.append([.text("median")] + RecordValue.estimate(medianGap) + [.missing])
    gaps.append(
      [.text("mean")] + RecordValue.estimate(meanGap?.estimate) + [.double(meanGap?.pValue)])
    gaps.append(
      [.text("geometric_mean")] + RecordValue.estimate(raw.estimate) + [.double(raw.pValue)])
    guard let adjusted else { return [NamedTable("rows", gaps), NamedTable("groups", groups)] }
    gaps.append(
      [.text("adjusted")] + RecordValue.estimate(adjusted.estimate) + [.double(adjusted.pValue)])

    let parts = adjusted.decomposition
    var decomposition = RecordTable(["part"] + RecordTable.estimateColumns + ["share_of_gap"])
    for (name, estimate) in Self.parts(of: parts) {
      decomposition.append(
        [.text(name.plainText)] + RecordValue.estimate(estimate)
          + [.double(parts.gap.value == 0 ? nil : estimate.value / parts.gap.value)])
    }
    var contributions = RecordTable(
      ["variable"] + RecordTable.estimateColumns("explained")
        + RecordTable.estimateColumns("unexplained"))
    for contribution in parts.twoFold.contributions {
      contributions.append(
        [.text(contribution.name)] + RecordValue.estimate(contribution.explained)
          + RecordValue.estimate(contribution.unexplained))
    }
    return [
      NamedTable("rows", gaps), NamedTable("groups", groups),
      NamedTable("decomposition", decomposition), NamedTable("contributions", contributions),
      Characteristic.table(of: adjusted.characteristics),
    ]
  }

  private static func parts(of result: OaxacaBlinder) -> [(Inline, Estimate)] {
    [
      ("gap", result.gap), ("explained", result.twoFold.explained),
      ("unexplained", result.twoFold.unexplained), ("endowments", result.endowments),
      ("coefficients", result.coefficients), ("interaction", result.interaction),
    ]
  }

  public var facts: [JSONValue.Member] {
    var facts: [JSONValue.Member] = [
      .init("pay", .string(pay.rawValue)), .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null), .init("between", .string(column)),
      .init("a", .string(a.name)), .init("b", .string(b.name)),
      .init("weight_kind", .string(options.design.weighting.rawValue)),
      .init("confidence", .double(options.level)),
    ]
    if let adjusted {
      facts += [
        .init("reference", .string(reference.name)),
        .init("adjusted_n_a", .integer(adjusted.counts.a)),
        .init("adjusted_n_b", .integer(adjusted.counts.b)),
        .init("incomplete", .integer(adjusted.incomplete)),
        .init("without_counterpart", .integer(adjusted.withoutCounterpart)),
        .init("r_squared", adjusted.rSquared.map { .double($0) } ?? .null),
      ]
    }
    return facts
  }
}

// MARK: For people

extension PayGap {
  public var document: Document {
    var blocks: [Block] = [.paragraph(rawSentence), .table(groupTable), .chart(chart)]
    if let adjusted { blocks += adjustedBlocks(adjusted) }
    blocks += [.section("How to read this"), .bullets(cautions)]
    blocks += readings.flatMap(\.blocks)
    return Document(title: "\(pay.payTitle): \(b.name) against \(a.name)", blocks: blocks)
  }

  /// The percentiles of both groups.
  private var chart: Chart {
    .percentileStrips(
      name: "groups", title: "Pay of \(a.name) and of \(b.name)", xTitle: "Pay for a year",
      unit: .money(currency),
      groups: [a, b].map { group in
        let values = group.summary.percentiles.map(\.value)
        return Chart.Percentiles(
          Inline(group.name), p10: values[0], p25: values[1], p50: values[2], p75: values[3],
          p90: values[4])
      })
  }

  private var rawSentence: Inline {
    """
    The geometric mean of \(b.name) is \(Self.words(raw.estimate)) that of \(a.name) \
    (\(interval(raw.estimate)), p \(Self.equals(raw.pValue))).
    """
  }

  private func interval(_ estimate: Estimate) -> Inline {
    guard let interval = estimate.interval else { return "no interval" }
    return """
      \(.percentage(options.level, places: 0)) interval \
      \(.percentage(interval.lower, sign: .always)) to \
      \(.percentage(interval.upper, sign: .always))
      """
  }

  /// "4.2% below" or "1.0% above".
  private static func words(_ estimate: Estimate) -> Inline {
    estimate.value < 0
      ? "\(.percentage(-estimate.value)) below" : "\(.percentage(estimate.value)) above"
  }

  private static func equals(_ value: Double?) -> Inline {
    let text = Inline.pValue(value)
    return (value ?? 1) < 0.001 ? text : "= \(text)"
  }

  private var groupTable: Table {
    var table = Table([
      .text(.init(column)), .number("n"), .number("Mean"), .number("Interval"), .number("Median"),
      .number("Interval"),
    ])
    for group in [a, b] {
      let summary = group.summary
      table.append([
        .init(group.name), .number(summary.count),
        .number(summary.mean.value, places: 0), .range(of: summary.mean),
        .number(summary.median, places: 0),
        .range(of: summary.percentiles[2]),
      ])
    }
    table.append([
      .emphasis("gap"), "", .percentage(meanGap?.estimate.value, sign: .always),
      fractionRange(meanGap?.estimate),
      .percentage(medianGap?.value, sign: .always), fractionRange(medianGap),
    ])
    return table
  }

  private func fractionRange(_ estimate: Estimate?) -> Inline {
    guard let interval = estimate?.interval, interval.lower != nil || interval.upper != nil else {
      return .missing
    }
    return """
      \(.percentage(interval.lower, sign: .always)) to \
      \(.percentage(interval.upper, sign: .always))
      """
  }

  private func adjustedBlocks(_ adjusted: Adjusted) -> [Block] {
    let result = adjusted.decomposition
    var parts = Table([
      .text("Part of the gap in logarithms"), .number("Estimate"), .number("Interval"),
      .number("Share"),
    ])
    for (name, estimate) in Self.parts(of: result) {
      parts.append([
        name == "gap" ? .strong("gap, A less B") : name,
        .number(estimate.value, places: 4, sign: .always), logInterval(estimate),
        .percentage(
          result.gap.value == 0 ? nil : estimate.value / result.gap.value, places: 0),
      ])
    }
    var variables = Table([
      .text("Variable"), .number("Explained"), .number("Interval"), .number("Unexplained"),
      .number("Interval"),
    ])
    for contribution in result.twoFold.contributions {
      variables.append([
        .init(contribution.name),
        .number(contribution.explained.value, places: 4, sign: .always),
        logInterval(contribution.explained),
        .number(contribution.unexplained.value, places: 4, sign: .always),
        logInterval(contribution.unexplained),
      ])
    }
    var notes: [Inline] = [
      """
      \(.number(adjusted.counts.a)) of \(a.name) and \(.number(adjusted.counts.b)) of \
      \(b.name) are compared; R² \(.number(adjusted.rSquared, places: 3)); errors \
      \(options.design.errorTitle).
      """
    ]
    notes.append(Characteristic.sentence(on: adjusted.characteristics))
    if adjusted.incomplete > 0 {
      notes.append(
        "\(.number(adjusted.incomplete)) people of whom a characteristic is not said are left out."
      )
    }
    if adjusted.withoutCounterpart > 0 {
      notes.append(
        """
        \(.number(adjusted.withoutCounterpart)) people are left out because the other group \
        has nobody with that value of a characteristic.
        """)
    }
    for column in adjusted.aliased {
      notes.append("\(column.name) could not be told from other columns and is left out.")
    }
    notes.append(
      """
      Explained and unexplained: with the coefficients of \(reference.title). Endowments, \
      coefficients and interaction: from the side of \(b.name).
      """)
    return [
      .section("At equal characteristics"),
      .paragraph(
        """
        At equal \(adjusted.characteristics.map(\.name).joined(separator: ", ")), \(b.name) is \
        \(Self.words(adjusted.estimate)) \(a.name) (\(interval(adjusted.estimate)), \
        p \(Self.equals(adjusted.pValue))).
        """),
      .bullets(notes), .section("Decomposition"),
      .paragraph(
        "The gap of mean log pay of these people, split after Oaxaca and Blinder; A is \(a.name)."),
      .table(parts), .table(variables),
    ]
  }

  private func logInterval(_ estimate: Estimate) -> Inline {
    guard let interval = estimate.interval else { return .missing }
    return """
      \(.number(interval.lower, places: 4, sign: .always)) to \
      \(.number(interval.upper, places: 4, sign: .always))
      """
  }

  private var cautions: [Inline] {
    var cautions: [Inline] = leftOut.map {
      "\(.number($0.rows)) people \($0.reason) are left out."
    }
    let smallest = min(a.summary.count, b.summary.count)
    if smallest < 30 {
      cautions.append(
        "One group has only \(.number(smallest)) people; intervals of so few are rough.")
    }
    cautions.append(
      """
      The interval of the gap of means is linearised, on the scale of logarithms; that of the gap of \
      medians follows from the intervals of both medians (Zou and Donner).
      """)
    guard adjusted != nil else {
      return cautions + [
        """
        This is the raw gap: it compares all with all, whatever they do. Name characteristics with \
        \(.parameter(.adjust, "experience,level")) to see what remains at equal ones.
        """
      ]
    }
    return cautions + [
      """
      The unexplained part is not a measure of discrimination: it holds everything that was not \
      measured, for either group.
      """,
      """
      The explained part is no proof of fairness: a characteristic such as level or industry may \
      itself be the result of unequal treatment.
      """,
      """
      The unexplained contribution of a column of categories depends on its reference value, the \
      most frequent one; the sums do not.
      """,
    ]
  }
}

extension OaxacaBlinder.ReferenceWeights {
  /// The name in options and JSON.
  public var name: String {
    switch self {
    case .groupA: "a"
    case .groupB: "b"
    case .reimers: "reimers"
    case .cotton: "cotton"
    case .neumark: "neumark"
    case .jann: "jann"
    }
  }

  /// All of them, the usual one first.
  public static let all: [OaxacaBlinder.ReferenceWeights] = [
    .jann, .neumark, .cotton, .reimers, .groupA, .groupB,
  ]

  /// Whose coefficients they are, in words.
  package var title: Inline {
    switch self {
    case .groupA: "group A"
    case .groupB: "group B"
    case .reimers: "the mean of both groups (Reimers)"
    case .cotton: "the groups weighted by their size (Cotton)"
    case .neumark: "everybody together (Neumark)"
    case .jann: "everybody together beside a column for the group (Jann)"
    }
  }
}
