internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension Deals {
  /// Reads a table of deals with the columns that a plan refers to; "-" is standard input.
  ///
  /// The tool's own layout is read as it stands; of an export from elsewhere the columns are recognised by
  /// the words that the options know.
  ///
  /// - Returns: the deals, what became of the rows, and what is worth knowing about the file.
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, for plan: Plan, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (deals: Deals, findings: FindingLog) {
    var table = try InputTable(path: path, .deals, options)
    let reading = try DealReading(&table, plan)
    return (reading.deals, reading.findings)
  }

  /// Reads the text of a deals file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, for plan: Plan, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (deals: Deals, findings: FindingLog) {
    var table = try InputTable(csv: csv, file: file, .deals, options)
    let reading = try DealReading(&table, plan)
    return (reading.deals, reading.findings)
  }
}

/// Deals as they were read, and what became of every row.
public struct DealReading: Sendable {
  /// The deals.
  public let deals: Deals
  /// What is worth knowing.
  public let findings: FindingLog
  /// Why deals that are not paid on are not, by their ids; of a very long file the first of them.
  package let leftOut: [String: DealRule]
  /// Whether the amounts of the file are what each person is credited, not the whole deals.
  package let areParts: Bool

  /// Reads a table for a plan.
  ///
  /// - Throws: `.badData` with every error in it.
  public init(_ table: inout InputTable, _ plan: Plan) throws(InputFailure) {
    var columns = try DealColumns(&table, plan)
    table.reportNearMisses(
      of: ["currency", "share", DealColumn.cancelled], .warning, in: "a deals file")
    try table.check()
    var (read, tally) = try Self.read(columns, &table)
    if !columns.stageTells, read.stages.sawOutcome {
      columns.stageTells = true
      (read, tally) = try Self.read(columns, &table)
    }
    try table.check()
    read.note(areWrittenIDsOwn: columns.id != nil && table.haveOwnIdentities)
    if let question = columns.splitTypeQuestion(read) { table.log.add(question) }
    if columns.id == nil { read.nameDeals() }
    if let finding = columns.shareFinding(read) { table.log.add(finding) }
    if columns.areParts { read.joinParts(of: plan.currency) }
    if let finding = read.separateLines(columns) { table.log.add(finding) }
    if let finding = columns.settle(&read) { table.log.add(finding) }
    columns.report(read, tally, &table.log)
    try table.check()
    read.standInOrigin()
    let origin = read.origin?.file
    let facts = columns.facts(of: read)
    var deals = Deals(
      read.takeDeals(), dateColumns: columns.dates.map { $0.name },
      numberColumns: columns.numbers.map { $0.name }, textColumns: columns.texts.map { $0.name },
      facts: facts, file: origin ?? table.file.place.file,
      sheet: origin == nil ? table.file.place.sheet : nil)
    deals.haveOwnIDs = read.haveOwnIDs
    deals.outcomeColumns = columns.outcomes
    table.log.add(DealTwins(deals, read.products, plan).findings)
    self.deals = deals
    leftOut = read.leftOut.rules
    areParts = columns.areParts
    findings = table.log
  }

  private static func read(
    _ columns: DealColumns, _ table: inout InputTable
  ) throws(InputFailure) -> (DealRows, CSVTally) {
    let expected = table.expectedRows
    let sources = SourceLines(table)
    return try table.rows {
      DealRows(expected: expected)
    } _: { (rows, record, cells) throws(InputFailure) in
      let said = (columns.stage?.position).flatMap {
        rows.stages.said(by: record, $0, isCounted: columns.won == nil)
      }
      let rule = columns.ruleAgainst(record, said: said)
      if let rule, columns.outcomes.isEmpty {
        record.setAside(rule.rawValue)
        rows.leaveOut(record, of: columns, rule)
        return
      }
      if let type = columns.splitType?.position, !record.isEmpty(type) {
        rows.splitTypes[record.label(type), default: 0] += 1
      }
      let kept = rows.mark
      var deal = columns.deal(&record, &cells, &rows)
      deal.isWon = rule == nil
      // Whatever is wrong with a row that the plan does not look at is no reason to stop.
      if record.isRejected, !columns.selects(record, isWon: rule == nil) {
        record.forgive(DealRule.elsewhere.rawValue)
        rows.forget(from: kept)
        rows.leaveOut(record, of: columns, .elsewhere)
        return
      }
      if let sources { rows.note(origin: sources.place(of: record)) }
      if let id = columns.id?.position {
        record.withBytes(id) { rows.add(deal, written: $0) }
      } else {
        rows.add(deal)
      }
    } joining: { rows, next in
      rows.append(next)
    }
  }
}
