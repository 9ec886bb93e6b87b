internal import Amounts
public import Answers
internal import Findings
internal import PayAnswers
internal import PayPlans
public import Reporting

extension PlanReview {
  public var tables: [NamedTable] {
    var tables = [
      NamedTable("pay", payTable), NamedTable("terms", termTable),
      NamedTable("warnings", warningTable),
    ]
    if let readings { tables.append(NamedTable("readings", Self.table(of: readings))) }
    if let changes { tables.append(NamedTable("people", Self.table(of: changes))) }
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

  private var payTable: RecordTable {
    var table = RecordTable([
      "attainment", "sales", "base", "incentive", "draw", "owed_draw", "total", "kept",
      "previous_total", "previous_kept", "difference",
    ])
    for point in points {
      let earnings = point.earnings
      table.append([
        .ratio(point.attainment), .ratio(point.sales), .money(earnings.base),
        .money(earnings.incentive), .money(earnings.draw), .money(earnings.owedDraw),
        .money(earnings.paid), .money(earnings.kept), .money(point.previous?.paid),
        .money(point.previous?.kept), .money(point.difference),
      ])
    }
    return table
  }

  private var termTable: RecordTable {
    var table = RecordTable(["component", "from", "to", "pays"])
    for row in material.plan.termTable.rows { table.append(row.map { .text($0.plainText) }) }
    return table
  }

  private var warningTable: RecordTable {
    var table = RecordTable(["path", "line", "column", "severity", "kind", "message", "remedy"])
    for finding in material.findings.findings {
      table.append([
        .text(finding.place?.file), .integer(finding.place?.line), .integer(finding.place?.column),
        .text(finding.severity.rawValue), .text(finding.kind.rawValue), .text(finding.message),
        .text(finding.remedy),
      ])
    }
    return table
  }

  private static func table(of readings: ReadingsTable) -> RecordTable {
    var table = RecordTable(["reading", "attainment", "incentive", "difference"])
    for row in readings.differences {
      table.append([
        .text(row.reading), .ratio(row.attainment), .money(row.incentive), .money(row.amount),
      ])
    }
    return table
  }

  private static func table(of changes: PayChanges) -> RecordTable {
    var table = RecordTable([
      "rep", "name", "previous_total", "total", "difference", "difference_share",
    ])
    for row in changes.rows {
      table.append([
        .text(row.rep), .text(row.name), .money(row.previous), .money(row.current),
        .money(row.difference), .ratio(row.share),
      ])
    }
    return table
  }
}
