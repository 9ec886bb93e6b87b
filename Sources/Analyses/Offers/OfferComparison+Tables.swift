internal import Amounts
internal import Regulations
public import Reporting
internal import Simulation

extension OfferComparison: ReportSubject {
  public var tables: [NamedTable] {
    [
      NamedTable("offers", offerTable), NamedTable("years", yearTable),
      NamedTable("cash", cashTable), NamedTable("break_even", breakEvenTable),
      NamedTable("questions", questionTable),
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
      .init("recommended", .string(outlooks[best].offer.name)),
      .init("is_close", .bool(isClose)),
    ]
  }

  private var offerTable: RecordTable {
    var table = RecordTable([
      "offer", "expected_total", "p10_total", "p50_total", "p90_total", "worst_year",
      "on_target_earnings", "chance_of_on_target", "pay_at_80", "certainty_equivalent",
      "price_level",
    ])
    for outlook in outlooks {
      table.append([
        .text(outlook.offer.name), .double(outlook.total.expected), .double(outlook.total.p10),
        .double(outlook.total.p50), .double(outlook.total.p90), .double(outlook.worstYear),
        .double(outlook.onTargetEarnings), .double(outlook.chanceOfOnTarget),
        .money(outlook.payAt80), .double(outlook.certaintyEquivalent),
        .double(outlook.priceLevel),
      ])
    }
    return table
  }

  private var yearTable: RecordTable {
    var table = RecordTable(["offer", "year", "expected", "p10", "p50", "p90", "tax_rules_of"])
    for outlook in outlooks {
      for (index, year) in outlook.years.enumerated() {
        table.append([
          .text(outlook.offer.name), .integer(index + 1), .double(year.expected),
          .double(year.p10), .double(year.p50), .double(year.p90),
          .integer(outlook.taxYears?[index]),
        ])
      }
    }
    return table
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

  private var questionTable: RecordTable {
    RecordTable(
      ["offer", "term", "question", "assumption"],
      records: outlooks.flatMap { outlook in
        outlook.offer.questions.map { question in
          [
            .text(outlook.offer.name), .text(question.term),
            .text(question.question.plainText), .text(question.assumption.plainText),
          ]
        }
      })
  }
}
