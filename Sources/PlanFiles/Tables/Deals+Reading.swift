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

  /// Reads a table for a plan.
  ///
  /// - Throws: `.badData` with every error in it.
  public init(_ table: inout InputTable, _ plan: Plan) throws(InputFailure) {
    var columns = try DealColumns(&table, plan)
    table.reportNearMisses(
      of: ["currency", "share", DealColumn.cancelled], .warning, in: "a deals file")
    try table.check()
    var (read, tally) = try Self.read(columns, &table)
    if !columns.stageTells, read.sawOutcome {
      columns.stageTells = true
      (read, tally) = try Self.read(columns, &table)
    }
    try table.check()
    if let question = columns.splitTypeQuestion(read) { table.log.add(question) }
    if columns.id == nil { read.nameDeals() }
    if let finding = columns.shareFinding(read) { table.log.add(finding) }
    if columns.areParts { read.joinParts(of: plan.currency) }
    if let finding = read.separateLines(columns) { table.log.add(finding) }
    if let finding = columns.settle(&read.deals) { table.log.add(finding) }
    columns.report(read, tally, &table.log)
    try table.check()
    let rows = read.deals
    var deals = Deals(
      rows.map { $0.deal }, dateColumns: columns.dates.map { $0.name },
      numberColumns: columns.numbers.map { $0.name }, textColumns: columns.texts.map { $0.name },
      facts: columns.hasFacts || rows.contains { $0.deal.currency != nil }
        ? rows.map { $0.facts } : [],
      file: table.file.place.file, sheet: table.file.place.sheet)
    deals.outcomeColumns = columns.outcomes
    self.deals = deals
    leftOut = read.leftOut
    findings = table.log
  }

  private static func read(
    _ columns: DealColumns, _ table: inout InputTable
  ) throws(InputFailure) -> (DealRows, CSVTally) {
    try table.rows(into: { DealRows() }) { (rows, record, cells) throws(InputFailure) in
      if let stage = columns.stage, columns.won == nil { rows.note(record.label(stage.position)) }
      let rule = columns.ruleAgainst(record)
      if let rule, columns.outcomes.isEmpty {
        record.setAside(rule.rawValue)
        rows.leaveOut(record, of: columns, rule)
        return
      }
      if let type = columns.splitType, !record.isEmpty(type.position) {
        rows.splitTypes[record.label(type.position), default: 0] += 1
      }
      var deal = columns.deal(&record, &cells)
      deal.deal.isWon = rule == nil
      // Whatever is wrong with a row that the plan does not look at is no reason to stop.
      if record.isRejected, !columns.selects(record, isWon: rule == nil) {
        record.forgive(DealRule.elsewhere.rawValue)
        rows.leaveOut(record, of: columns, .elsewhere)
        return
      }
      rows.deals.append(deal)
    }
  }
}

/// The rows of a table as they were read.
struct DealRows {
  var deals: [ReadDeal] = []
  /// How often each stage stands there that says neither won nor lost.
  var openStages: [String: Int] = [:]
  /// How often each stage stands there that says won.
  var wonStages: [String: Int] = [:]
  /// How often each kind of split stands there.
  var splitTypes: [String: Int] = [:]
  /// Why deals were set aside, by their ids.
  var leftOut: [String: DealRule] = [:]
  /// Whether a stage said that a deal is won or lost.
  var sawOutcome = false

  mutating func leaveOut(
    _ record: borrowing CSVRecord, of columns: DealColumns, _ rule: DealRule
  ) {
    guard let id = columns.id, leftOut.count < 100_000 else { return }
    leftOut[DealColumns.plainID(record.label(id.position))] = rule
  }

  mutating func note(_ stage: String) {
    let said = DealOutcome.said(by: stage)
    if said != nil { sawOutcome = true }
    switch said ?? .open {
    case .open:
      if openStages.count < 100 || openStages[stage] != nil { openStages[stage, default: 0] += 1 }
    case .won:
      if wonStages.count < 100 || wonStages[stage] != nil { wonStages[stage, default: 0] += 1 }
    case .lost: break
    }
  }

  /// Names deals by their own fields, where no column does.
  mutating func nameDeals() {
    var seen: [String: Int] = [:]
    for index in deals.indices {
      let deal = deals[index].deal
      let facts = deals[index].facts
      let names = [facts.name, facts.account].compactMap(\.self).joined(separator: ", ")
      let base = names.isEmpty ? "\(deal.closeDate)" : "\(names) \(deal.closeDate)"
      let count = seen["\(base)\u{0}\(deal.rep)", default: 0]
      seen["\(base)\u{0}\(deal.rep)"] = count + 1
      deals[index].deal.id = count == 0 ? base : "\(base) (\(count + 1))"
    }
  }

  /// Makes shares of deals of what each person is credited: the deal is all parts of it together.
  mutating func joinParts(of currency: Currency) {
    func key(_ deal: Deal) -> String { "\(deal.id)\u{0}\((deal.currency ?? currency).code)" }
    var wholes: [String: Ratio] = [:]
    for row in deals {
      let whole = wholes[key(row.deal)] ?? .zero
      wholes[key(row.deal)] = try? whole + row.deal.amount
    }
    for index in deals.indices {
      let part = deals[index].deal.amount
      guard let whole = wholes[key(deals[index].deal)], whole != .zero,
        let share = try? part / whole
      else { continue }
      deals[index].deal.amount = whole
      deals[index].deal.share = share
    }
  }

  /// Makes a deal of each row where one deal has a row for each of several products.
  ///
  /// Rows of one deal, person and product stay what they are, for which they are refused.
  mutating func separateLines(_ columns: DealColumns) -> Finding? {
    var rows: [String: [Int]] = [:]
    for index in deals.indices where !deals[index].product.isEmpty {
      rows["\(deals[index].deal.id)\u{0}\(deals[index].deal.rep)", default: []].append(index)
    }
    var separated: Set<String> = []
    for rows in rows.values where Set(rows.map { deals[$0].product }).count == rows.count {
      if rows.count > 1 { separated.insert(deals[rows[0]].deal.id) }
    }
    if separated.isEmpty { return nil }
    let areAllEqual = rows.values.allSatisfy { rows in
      rows.allSatisfy { deals[$0].deal.amount == deals[rows[0]].deal.amount }
    }
    if areAllEqual, !columns.isAmountMapped {
      return Finding(
        "deals.repeated-amount", at: columns.headerPlace,
        "\"\(columns.amount.name)\" is the same for all products of a deal, in \(separated.count) of them, so that it may be that of the whole deal",
        remedy:
          "say \(.parameter(.map, "amount=COLUMN")) with the amount of each product, which may be this one"
      )
    }
    for index in deals.indices where separated.contains(deals[index].deal.id) {
      deals[index].deal.id += "/\(deals[index].product)"
    }
    return Finding(
      "deals.lines", .note, at: columns.headerPlace,
      "\(separated.count) deals have a row for each product; each row is paid as a deal of its own, named DEAL/PRODUCT"
    )
  }
}

/// A row as it was read, with what is needed until the whole file is known.
struct ReadDeal {
  var deal: Deal
  /// What else the file says.
  var facts: DealFacts
  /// The product, where a column has it.
  var product: String = ""
  /// The amount in the currency of the company, where a column has it.
  var converted: Ratio?
  var convertedCurrency: Currency?
}
