internal import Amounts
public import Answers
internal import Regulations
public import Reporting
internal import Simulation
internal import Statistics

extension OfferComparison: ReportSubject {
  public var tables: [NamedTable] {
    [
      NamedTable("offers", offerTable), NamedTable("years", yearTable),
      NamedTable("cash", cashTable), NamedTable("break_even", breakEvenTable),
      NamedTable("turning_points", turningPointTable), NamedTable("chances", chanceTable),
      NamedTable("questions", questionSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("currency", .string(currency.code)),
      .init("years", .integer(assumptions.years)),
      .init("trials", .integer(assumptions.trials)),
      .init("seed", .string("\(assumptions.seed)")),
      .init("risk_aversion", .double(assumptions.riskAversion.coefficient)),
      .init("after_tax", .bool(assumptions.tax != nil)),
      .init("filing_status", assumptions.tax.map { .string($0.status.rawValue) } ?? .null),
      .init("chance_basis", .string(chanceBasis.key)),
      .init("recommended", recommended.map { .string(outlooks[$0].offer.name) } ?? .null),
      .init("highest_certainty_equivalent", .string(outlooks[best].offer.name)),
      .init("gain", gain.map { .double($0) } ?? .null),
      .init("gain_std_error", gainError.map { .double($0) } ?? .null),
      .init("is_close", .bool(isClose)),
    ]
  }

  private var offerTable: RecordTable {
    var table = RecordTable([
      "offer", "expected_total", "expected_total_std_error", "p10_total", "p50_total", "p90_total",
      "worst_year", "on_target_earnings", "quota_to_ote", "effective_rate", "chance_of_quota",
      "states_chance", "chance_of_on_target", "pay_at_80", "certainty_equivalent",
      "certainty_equivalent_std_error", "dominated_by", "owed_draw", "chance_of_owing",
      "price_level",
    ])
    for (index, outlook) in outlooks.enumerated() {
      table.append([
        .text(outlook.offer.name), .double(outlook.total.expected),
        .double(outlook.total.mean.standardError), .double(outlook.total.p10),
        .double(outlook.total.p50), .double(outlook.total.p90), .double(outlook.worstYear),
        .double(outlook.onTargetEarnings), .double(outlook.quotaToEarnings),
        .double(outlook.effectiveRate), .double(outlook.chanceOfQuota),
        .bool(outlook.offer.statesChance), .double(outlook.chanceOfOnTarget),
        .money(outlook.payAt80), .double(outlook.certaintyEquivalent),
        .double(Self.standardError(outlook.influence)),
        .text(dominating[index].map { outlooks[$0].offer.name }),
        .double(outlook.breakdown.last?.owedDraw.expected), .double(outlook.chanceOfOwing),
        .double(outlook.priceLevel),
      ])
    }
    return table
  }

  private var yearTable: RecordTable {
    var table = RecordTable(
      ["offer", "year"] + OfferPart.allCases.map { .init($0.key) } + [
        "tax", "expected", "expected_std_error", "p10", "p50", "p90", "owed_draw", "tax_rules_of",
      ])
    for outlook in outlooks {
      for (index, year) in outlook.years.enumerated() {
        let breakdown = outlook.breakdown[index]
        table.append(
          [.text(outlook.offer.name), .integer(index + 1)]
            + OfferPart.allCases.map { .double(breakdown[$0]) } + [
              .double(breakdown.tax), .double(year.expected), .double(year.mean.standardError),
              .double(year.p10), .double(year.p50), .double(year.p90),
              .double(breakdown.owedDraw.expected), .integer(outlook.taxYears?[index]),
            ])
      }
    }
    return table
  }

  private var turningPointTable: RecordTable {
    RecordTable(
      ["offer", "order_changes", "chance_of_quota"],
      records: turningPoints.map { point in
        [
          .text(outlooks[point.offer].offer.name), .text(point.isBelow ? "below" : "above"),
          .double(point.chance),
        ]
      })
  }

  private var chanceTable: RecordTable {
    RecordTable(
      ["chance", "stated_by", "offer", "expected_total", "certainty_equivalent", "is_best"],
      records: alternatives.flatMap { alternative in
        alternative.outlooks.enumerated().map { index, outlook in
          [
            .text(alternative.chance.text.plainText),
            .text(alternative.chance.offers.joined(separator: ", ")), .text(outlook.offer.name),
            .double(outlook.total.expected), .double(outlook.certaintyEquivalent),
            .bool(index == alternative.best),
          ]
        }
      })
  }

  private var cashTable: RecordTable {
    var table = RecordTable(["offer", "month", "starts", "expected", "p10", "p50", "p90"])
    for outlook in outlooks {
      for (index, month) in outlook.firstYearCash.enumerated() {
        table.append([
          .text(outlook.offer.name), .integer(index + 1),
          .text(outlook.offer.start?.addingMonths(index).description), .double(month.expected),
          .double(month.p10), .double(month.p50), .double(month.p90),
        ])
      }
    }
    return table
  }

  private var breakEvenTable: RecordTable {
    RecordTable(
      ["more_above", "more_below", "attainment"],
      records: breakEvens.map { breakEven in
        [
          .text(outlooks[breakEven.above].offer.name),
          .text(outlooks[breakEven.below].offer.name), .double(breakEven.attainment),
        ]
      })
  }

  /// What offers leave open.
  var questionSheet: Sheet<(offer: String, open: Offer.Question)> {
    var sheet = Sheet(
      outlooks.flatMap { outlook in
        outlook.offer.questions.map { (offer: outlook.offer.name, open: $0) }
      })
    sheet.add("offer", "Offer") { .text($0.offer) }
    sheet.add("term") { .text($0.open.term) }
    sheet.add("question", .text("Ask")) {
      .text($0.open.question)
    } cell: {
      $0.open.question
    }
    sheet.add("assumption", .text("Assumed here")) {
      .text($0.open.assumption)
    } cell: {
      $0.open.assumption
    }
    return sheet
  }
}

extension OfferComparison.ChanceBasis {
  /// The name in records.
  fileprivate var key: String {
    switch self {
    case .own: "own"
    case .standard: "standard"
    case .common: "common"
    case .each: "each"
    }
  }
}
