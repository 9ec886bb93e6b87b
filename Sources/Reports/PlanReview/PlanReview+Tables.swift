internal import Amounts
public import Answers
internal import Calculator
internal import Findings
internal import PayAnswers
internal import PayPlans
public import Reporting

extension PlanReview {
  public var tables: [NamedTable] {
    var tables = [
      NamedTable("pay", pointSheet.records), NamedTable("terms", material.plan.termSheet.records),
      NamedTable("warnings", Sheet(findings: material.findings.findings).records),
    ]
    if let readings { tables.append(NamedTable("readings", Self.sheet(of: readings).records)) }
    if let changes { tables.append(NamedTable("people", changes.sheet.records)) }
    return tables + (outlook?.tables ?? [])
  }

  public var facts: [JSONValue.Member] {
    let furthest = readings?.furthest
    var facts: [JSONValue.Member] = [
      .init("plan", .string(material.plan.name)),
      .init("currency", .string(material.plan.currency.code)),
      .init("previous_plan", material.previous.map { .string($0.plan.name) } ?? .null),
      .init("warning_count", .integer(warningCount)),
      .init("furthest_reading", furthest.map { .string($0.reading) } ?? .null),
      .init("furthest_reading_attainment", furthest.map { .ratio($0.attainment) } ?? .null),
      .init("furthest_reading_difference", furthest.map { .money($0.amount) } ?? .null),
    ]
    if let changes {
      facts += [
        .init("people_compared", .integer(changes.compared.count)),
        .init("winners", .integer(changes.winners.count)),
        .init("losers", .integer(changes.losers.count)),
        .init("previous_total", .money(changes.previous)),
        .init("total", .money(changes.current)),
        .init("difference", .money(changes.difference)),
        .init("difference_share", changes.share.map(JSONValue.ratio) ?? .null),
      ]
    }
    return facts + (outlook?.facts ?? [])
  }

  /// Pay by attainment.
  var pointSheet: Sheet<PayPoint> {
    let hasPrevious = previousPay != nil
    let owes = owesSomething
    let hasDraw = owes || points.contains { $0.earnings.draw.minorUnits != 0 }
    var sheet = Sheet(points)
    sheet.add("attainment", .number("Attainment")) {
      .ratio($0.attainment)
    } cell: {
      .rate($0.attainment)
    }
    sheet.add(fields: ["sales"], pay?.sales == nil ? nil : .number("Sold")) {
      $0.sales.map { .plain($0) } ?? .missing
    } values: {
      [.ratio($0.sales)]
    }
    sheet.add("base", "Base", .amount()) { .money($0.earnings.base) }
    sheet.add("incentive", "Incentive", .amount()) { .money($0.earnings.incentive) }
    sheet.add("draw", hasDraw ? "Draw" : nil, .amount()) { .money($0.earnings.draw) }
    sheet.add("owed_draw", owes ? "Owed on the draw" : nil, .amount()) {
      .money($0.earnings.owedDraw)
    }
    sheet.add("total", owes ? "Total paid" : nil, .amount()) { .money($0.earnings.paid) }
    sheet.show("owed_draw", after: "total")
    sheet.add("kept", owes ? "Paid less owed" : "Total", .strong(.amount())) {
      .money($0.earnings.kept)
    }
    sheet.add("previous_total") { .money($0.previous?.paid) }
    sheet.add("previous_kept", hasPrevious ? "Last year's plan" : nil, .amount()) {
      .money($0.previous?.kept)
    }
    sheet.add("difference", hasPrevious ? "Difference" : nil, .amount(sign: .always)) {
      .money($0.difference)
    }
    return sheet
  }

  /// The other readings; people read all of them side by side.
  private static func sheet(of readings: ReadingsTable) -> Sheet<ReadingsTable.Point> {
    var sheet = Sheet(readings.differences)
    sheet.addReading { $0 }
    sheet.add("difference") { .money($0.difference) }
    return sheet
  }
}

extension PayChanges {
  /// What each person is paid by the two plans.
  var sheet: Sheet<Row> {
    var sheet = Sheet(rows)
    sheet.add("rep") { .text($0.rep) }
    sheet.add("name") { .text($0.name) }
    sheet.add(.text("Rep")) { Inline($0.label) }
    sheet.add("previous_total", "Last year's plan", .amount()) { .money($0.previous) }
    sheet.add("total", "This plan", .amount()) { .money($0.current) }
    sheet.add("difference", "Difference", .amount(sign: .always)) { .money($0.difference) }
    sheet.add("difference_share", "Change", .percentage(sign: .always)) { .ratio($0.share) }
    return sheet
  }
}
