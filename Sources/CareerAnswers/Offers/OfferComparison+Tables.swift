internal import Amounts
public import Answers
internal import Employment
internal import Regulations
public import Reporting
internal import Simulation
internal import Statistics

extension OfferComparison: ReportSubject {
  public var tables: [NamedTable] {
    [
      NamedTable("offers", offerSheet.records), NamedTable("years", yearSheet.records),
      NamedTable("cash", cashSheet(lines: firstYears).records),
      NamedTable("break_even", breakEvenSheet.records),
      NamedTable("turning_points", turningPointSheet.records),
      NamedTable("same_sales", sameSalesSheet.records),
      NamedTable("equalizing_terms", equalizingSheet.records),
      NamedTable("chances", chanceSheet.records),
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
      .init(
        "reference_quota", assumptions.referenceQuota.map { .double($0.doubleValue) } ?? .null),
      .init("recommended", recommended.map { .string(outlooks[$0].offer.name) } ?? .null),
      .init("highest_certainty_equivalent", .string(outlooks[best].offer.name)),
      .init("gain", gain.map { .double($0) } ?? .null),
      .init("gain_std_error", gainError.map { .double($0) } ?? .null),
      .init("is_close", .bool(isClose)),
    ]
  }

  /// An offer with its place in the order given.
  struct Row: Sendable {
    let index: Int
    let outlook: OfferOutlook

    var name: String { outlook.offer.name }
  }

  private var rows: [Row] {
    outlooks.enumerated().map { Row(index: $0.offset, outlook: $0.element) }
  }

  /// What each offer is worth; people read a line for each figure, and a column for each offer.
  var offerSheet: Sheet<Row> {
    var sheet = Sheet(rows)
    func add(
      _ key: String, _ title: Inline?, _ value: @escaping @Sendable (OfferOutlook) -> Double?,
      cell: @escaping @Sendable (Double?) -> Inline
    ) {
      sheet.add(fields: [.init(key)], title.map { .number($0) }) {
        cell(value($0.outlook))
      } values: {
        [.double(value($0.outlook))]
      }
    }
    @Sendable func share(_ value: Double?) -> Inline { .percentage(value, places: 0) }
    sheet.add("offer") { .text($0.name) }
    add("expected_total", "Expected pay in all", { $0.total.expected }, cell: money)
    add("expected_total_std_error", "±", { $0.total.mean.standardError }) {
      .number($0, places: 0)
    }
    add("p10_total", "P10", { $0.total.p10 }, cell: money)
    add("p50_total", "P50", { $0.total.p50 }, cell: money)
    add("p90_total", "P90", { $0.total.p90 }, cell: money)
    add("worst_year", "Worst year", { $0.worstYear }, cell: money)
    add("on_target_earnings", "On-target earnings", { $0.onTargetEarnings }, cell: money)
    add("quota_to_ote", "Quota ÷ on-target earnings", { $0.quotaToEarnings }) {
      .number($0, places: 1)
    }
    add("effective_rate", "Effective rate at the quota", { $0.effectiveRate }) {
      .percentage($0, places: 1)
    }
    add("chance_of_quota", "Chance of quota", { $0.chanceOfQuota }, cell: share)
    sheet.add("states_chance") { .bool($0.outlook.offer.statesChance) }
    add(
      "chance_of_on_target", "Chance of on-target earnings", { $0.chanceOfOnTarget }, cell: share)
    sheet.add("pay_at_80", .number("Base and incentive at 80% of quota")) {
      .money($0.outlook.payAt80)
    } cell: {
      .money($0.outlook.payAt80, places: 0)
    }
    sheet.add("pay_at_quota", .number("Base and incentive at the quota")) {
      .money($0.outlook.payAtQuota)
    } cell: {
      .money($0.outlook.payAtQuota, places: 0)
    }
    sheet.show("pay_at_quota", after: "on_target_earnings")
    add(
      "certainty_equivalent", "Certainty equivalent a year", { $0.certaintyEquivalent },
      cell: money)
    sheet.show("certainty_equivalent", after: "worst_year")
    let ends = outlooks.contains { !$0.offer.endingParts.isEmpty || $0.offer.startsSlowly }
    add(
      "lasting_certainty_equivalent", ends ? "Without what is given once or ends" : nil,
      { $0.lastingCertaintyEquivalent }, cell: money)
    if ends { sheet.show("lasting_certainty_equivalent", after: "certainty_equivalent") }
    sheet.add("certainty_equivalent_std_error") {
      .double(Self.standardError($0.outlook.influence))
    }
    sheet.add("dominated_by") { row in .text(dominating[row.index].map { outlooks[$0].offer.name })
    }
    let owes = outlooks.contains { $0.chanceOfOwing > 0 }
    add(
      "owed_draw", owes ? "Owed on the draw at the end" : nil,
      { $0.breakdown.last?.owedDraw.expected }, cell: money)
    sheet.add("chance_of_owing") { .double($0.outlook.chanceOfOwing) }
    add("price_level", assumptions.priceLevels == nil ? nil : "Price level", { $0.priceLevel }) {
      .percentage($0, places: 1)
    }
    return sheet
  }

  /// A year of an offer.
  struct Year: Sendable {
    let name: String
    /// The index of the year.
    let index: Int
    let breakdown: OfferOutlook.Breakdown
    let pay: OutcomeRange
    let taxYear: Int?
  }

  /// What each year brings; people read a line for each figure of a year, and a column for each offer.
  var yearSheet: Sheet<Year> {
    var sheet = Sheet(
      outlooks.flatMap { outlook in
        outlook.years.indices.map { index in
          Year(
            name: outlook.offer.name, index: index, breakdown: outlook.breakdown[index],
            pay: outlook.years[index], taxYear: outlook.taxYears?[index])
        }
      })
    func add(
      _ key: String, _ title: Inline?, _ value: @escaping @Sendable (Year) -> Double?,
      cell: @escaping @Sendable (Double?) -> Inline
    ) {
      sheet.add(fields: [.init(key)], title.map { .number($0) }) {
        cell(value($0))
      } values: {
        [.double(value($0))]
      }
    }
    sheet.add("offer") { .text($0.name) }
    sheet.add("year") { .integer($0.index + 1) }
    let shown = shownParts
    for part in OfferPart.allCases {
      add(part.key, shown.contains(part) ? part.title : nil, { $0.breakdown[part] }, cell: money)
    }
    add("tax", assumptions.tax == nil ? nil : "Tax", { $0.breakdown.tax }) {
      money($0.map { -$0 })
    }
    add("expected", "expected", { $0.pay.expected }, cell: money)
    add("expected_std_error", "±", { $0.pay.mean.standardError }) { .number($0, places: 0) }
    add("p10", "P10", { $0.pay.p10 }, cell: money)
    add("p50", "P50", { $0.pay.p50 }, cell: money)
    add("p90", "P90", { $0.pay.p90 }, cell: money)
    let owes = outlooks.contains { $0.breakdown.contains { $0.owedDraw.expected > 0.005 } }
    add(
      "owed_draw", owes ? "owed on the draw at its end" : nil, { $0.breakdown.owedDraw.expected },
      cell: money)
    sheet.add("tax_rules_of") { .integer($0.taxYear) }
    return sheet
  }

  /// The chances of quota at which the order of offers changes; people read sentences.
  private var turningPointSheet: Sheet<TurningPoint> {
    var sheet = Sheet(turningPoints)
    sheet.add("offer") { .text(outlooks[$0.offer].offer.name) }
    sheet.add("order_changes") { .text($0.isBelow ? "below" : "above") }
    sheet.add("chance_of_quota") { .double($0.chance) }
    return sheet
  }

  /// What the offers are worth where all sell the same; people read sentences.
  private var sameSalesSheet: Sheet<(same: SameSales, offer: Int)> {
    var sheet = Sheet(
      sameSales.flatMap { same in outlooks.indices.map { (same: same, offer: $0) } })
    sheet.add("reference_quota") { .double($0.same.referenceQuota.doubleValue) }
    sheet.add("offer") { .text(outlooks[$0.offer].offer.name) }
    sheet.add("certainty_equivalent") { .double($0.same.certaintyEquivalents[$0.offer]) }
    sheet.add("is_best") { .bool($0.offer == $0.same.best) }
    return sheet
  }

  /// The term that would make the offer held against the best worth as much.
  var equalizingSheet: Sheet<EqualizingTerm> {
    let offer = rival.map { outlooks[$0].offer }
    var sheet = Sheet(equalizingTerms)
    sheet.add("offer") { _ in .text(offer?.name) }
    sheet.add("term", .text("Term")) {
      .text($0.lever.rawValue)
    } cell: {
      offer?.terms.title(of: $0.lever) ?? .empty
    }
    func add(
      _ key: String, _ title: Inline, sign: NumberStyle.Sign = .negativeOnly,
      _ value: @escaping @Sendable (EqualizingTerm) -> Double
    ) {
      sheet.add(.init(key), .number(title)) {
        .double(value($0))
      } cell: { term in
        term.lever == .quota || term.lever == .units
          ? .number(value(term), places: 0, sign: sign) : .money(value(term), currency, sign: sign)
      }
    }
    add("now", "Now") { $0.now }
    add("needed", "For as much") { $0.needed }
    add("change", "Change", sign: .always) { $0.needed - $0.now }
    return sheet
  }

  /// An offer at a chance of quota that is stated.
  struct Chance: Sendable {
    let chance: StatedChance
    let outlook: OfferOutlook
    let isBest: Bool
  }

  /// What the offers are worth at each of several stated chances; people read them side by side.
  var chanceSheet: Sheet<Chance> {
    var sheet = Sheet(
      lines: alternatives.map { alternative in
        alternative.outlooks.enumerated().map { index, outlook in
          Chance(chance: alternative.chance, outlook: outlook, isBest: index == alternative.best)
        }
      })
    sheet.add("chance", .text("Chance"), { .text($0.chance.text.plainText) }, cell: \.chance.text)
    sheet.add("stated_by", "Stated by") { .text($0.chance.offers.joined(separator: ", ")) }
    sheet.add("offer") { .text($0.outlook.offer.name) }
    sheet.add("expected_total") { .double($0.outlook.total.expected) }
    sheet.add("certainty_equivalent") {
      .number(.init($0.outlook.offer.name))
    } _: {
      .double($0.outlook.certaintyEquivalent)
    } cell: {
      money($0.outlook.certaintyEquivalent)
    }
    sheet.add("is_best") { .bool($0.isBest) }
    return sheet
  }

  /// A month of the first year of an offer.
  struct Month: Sendable {
    let offer: Offer
    /// The index of the month.
    let index: Int
    let cash: OutcomeRange
  }

  /// The months of the first year of each offer.
  var firstYears: [[Month]] {
    outlooks.map { outlook in
      outlook.firstYearCash.enumerated().map {
        Month(offer: outlook.offer, index: $0.offset, cash: $0.element)
      }
    }
  }

  /// Cash in the first year; people read a line for each month, with the offers side by side.
  func cashSheet(lines: [[Month]]) -> Sheet<Month> {
    var sheet = Sheet(lines: lines)
    sheet.add("offer") { .text($0.offer.name) }
    sheet.add("month", .number("Month")) {
      .integer($0.index + 1)
    } cell: {
      .init("\($0.index + 1)")
    }
    sheet.add("starts") { .text($0.offer.start?.addingMonths($0.index).description) }
    sheet.add("expected") {
      .number(.init($0.offer.name))
    } _: {
      .double($0.cash.expected)
    } cell: {
      "\(money($0.cash.expected)) (\(money($0.cash.p10)))"
    }
    sheet.add("p10") { .double($0.cash.p10) }
    sheet.add("p50") { .double($0.cash.p50) }
    sheet.add("p90") { .double($0.cash.p90) }
    return sheet
  }

  /// The attainments from which one offer pays more than another; people read sentences.
  private var breakEvenSheet: Sheet<BreakEven> {
    var sheet = Sheet(breakEvens)
    sheet.add("more_above") { .text(outlooks[$0.above].offer.name) }
    sheet.add("more_below") { .text(outlooks[$0.below].offer.name) }
    sheet.add("attainment") { .double($0.attainment) }
    return sheet
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
