internal import Amounts
internal import CSVReading
internal import Findings
internal import PayPlans
internal import Tables

/// Why a row of a table of deals is not paid on, although nothing is wrong with it.
package enum DealRule: String, Sendable {
  /// Its stage or status says that it is lost.
  case lost = "not won: lost"
  /// Its stage or status says that it is still open.
  case open = "not won: open"
  /// No measure or rule of the plan looks at it.
  case elsewhere = "unreadable, and outside the plan's where"
}

/// The columns of a table of deals, and how a row of it becomes a deal.
package struct DealColumns: Sendable {
  let id: TableColumn?
  /// Who is credited: a column, or one person for all rows.
  let rep: TableColumn?
  let allBy: String?
  let closeDate: TableColumn
  let amount: TableColumn
  let currency: TableColumn?
  /// The currency that the name of the amounts says, such as "Amount (EUR)".
  let headerCurrency: Currency?
  let converted: TableColumn?
  let convertedCurrency: TableColumn?
  let share: TableColumn?
  /// Whether amounts are what a person is credited of a deal, not the whole deal.
  let areParts: Bool
  /// The kind of split, such as revenue or overlay, where the plan does not select by it.
  let splitType: TableColumn?
  let stage: TableColumn?
  let won: TableColumn?
  /// The columns that tell won deals from others and that the plan selects by, as it names them.
  let outcomes: Set<String>
  let account: TableColumn?
  let dealName: TableColumn?
  let product: TableColumn?
  /// The columns that the plan names: with days, with numbers, and with texts.
  let dates: [(name: String, column: TableColumn)]
  let numbers: [(name: String, column: TableColumn, isCredit: Bool)]
  let texts: [(name: String, column: TableColumn)]
  /// Whether the stage tells won deals from others; a status such as "invoiced" does not.
  var stageTells: Bool
  /// Whether a person said which column has the amounts.
  let isAmountMapped: Bool
  private let plan: Plan
  let headerPlace: Place

  /// Finds the columns.
  ///
  /// - Throws: `.badData` when one that is needed is not there.
  init(_ table: inout InputTable, _ plan: Plan) throws(InputFailure) {
    self.plan = plan
    headerPlace = table.headerPlace
    let wanted = plan.dealColumns
    func named(
      _ name: String, _ content: TableRole.Content, _ table: inout InputTable
    ) throws(InputFailure) -> TableColumn? {
      if let column = try table.column(named: name, content) { return column }
      table.log.add(
        Finding(
          "csv.missing-column", at: table.headerPlace,
          "there is no column \"\(name)\", which the plan refers to",
          remedy: NearMiss.remedy(for: name, among: table.file.header)))
      return nil
    }
    allBy = table.options.allBy
    Self.settleOwner(&table)
    rep = allBy == nil ? table.required("rep") : nil
    let closeDate = table.required("close_date")
    // An export may have converted amounts alone, or of a split the part of each person.
    let native = table.column("amount")
    let part = native == nil ? table.column("split_amount") : nil
    let amount = native ?? part ?? table.column("converted_amount") ?? table.required("amount")
    areParts = part != nil
    isAmountMapped = table.options.mapping.column(of: "amount", in: .deals) != nil
    converted = native == nil ? nil : table.column("converted_amount")
    let ofConverted = table.column("converted_currency")
    currency = native == nil && part == nil ? ofConverted : table.column("currency")
    convertedCurrency = ofConverted
    var dates: [(name: String, column: TableColumn)] = []
    for name in wanted.cancellations + wanted.payments {
      // Cancellations are optional: a file without the column has none.
      let column =
        name == DealColumn.cancelled
        ? try table.column(named: name, .date) : try named(name, .date, &table)
      if let column { dates.append((name, column)) }
    }
    self.dates = dates
    let credits = Set(wanted.names([.credit]))
    var numbers: [(name: String, column: TableColumn, isCredit: Bool)] = []
    for name in wanted.names([.credit, .factor]) {
      guard let column = try named(name, .amount, &table) else { continue }
      numbers.append((name, column, credits.contains(name)))
    }
    self.numbers = numbers
    var texts: [(name: String, column: TableColumn)] = []
    for name in wanted.names([.text]) {
      if let column = try named(name, .text, &table) { texts.append((name, column)) }
    }
    self.texts = texts
    id = table.column("deal_id")
    let isOwnLayout = ["close_date", "amount"].allSatisfy { role in
      table.column(role)?.name == role
    }
    if id == nil, isOwnLayout { _ = table.required("deal_id") }
    try table.check()
    guard let closeDate, let amount else { throw InputFailure(.badData, table.log) }
    self.closeDate = closeDate
    self.amount = amount
    let named = amount.namedCurrencies
    headerCurrency = named.count == 1 ? named.first : nil
    share = areParts ? nil : table.column("share")
    if amount.role == "converted_amount", currency == nil, headerCurrency == nil {
      table.log.add(
        Finding(
          "deals.converted", .note, at: table.headerPlace,
          "\"\(amount.name)\" is taken as \(plan.currency.code), the currency of the plan: nothing says which it was converted to"
        ))
    }
    if let share, Wording.words(of: amount.name).contains("split") {
      table.log.add(
        Finding(
          "deals.parts", at: table.headerPlace,
          "\"\(amount.name)\" seems to be a part of each deal already, of which \"\(share.name)\" would be taken once more",
          remedy:
            "say \(.parameter(.map, "split_amount=\(amount.name)")) for parts, or \(.parameter(.map, "share=")) for whole deals"
        ))
    }
    account = table.column("account")
    dealName = table.column("deal_name")
    product = table.column("product")
    hasFacts =
      account != nil || dealName != nil || currency != nil || headerCurrency != nil
      || converted != nil
    keepsFacts = hasFacts || areParts
    // What a plan selects by is the plan's own business.
    let selected = Set(texts.map { $0.column.position })
    let (stage, won) = (table.column("stage"), table.column("won"))
    self.stage = stage
    self.won = won
    outcomes = Set(
      texts.filter { [stage?.position, won?.position].contains($0.column.position) }.map(\.name))
    splitType = table.column("split_type").flatMap { selected.contains($0.position) ? nil : $0 }
    let words = stage.map { column in
      table.file.sample.map { DealOutcome.said(by: $0[column.position]) }
    }
    let names = stage.map { $0.name.lowercased() } ?? ""
    stageTells =
      words?.contains { $0 != nil } ?? false
      || !isOwnLayout && (names.contains("stage") || names.contains("phase"))
    if stage == nil, won == nil, let question = Self.stageQuestion(table, besides: selected) {
      table.log.add(question)
    }
    if id == nil {
      table.log.add(
        Finding(
          "deals.no-id", .note, at: table.headerPlace,
          "no column tells deals apart, so that each is named by its own fields and its close date",
          remedy: "say \(.parameter(.map, "deal_id=COLUMN")) if one does"))
    }
  }

  /// Decides between the owner of a deal and the person of a split: where deals are split, the latter is
  /// credited; where nothing is split, a person says which.
  private static func settleOwner(_ table: inout InputTable) {
    guard let member = table.column("split_owner") else { return }
    let owner = table.column("rep")
    let areSplit = ["share", "split_amount"].contains { table.column($0) != nil }
    guard let owner else {
      table.move("split_owner", to: "rep")
      return
    }
    if table.options.mapping.column(of: "rep", in: .deals) != nil { return }
    if areSplit {
      table.drop("rep", because: "\"\(member.name)\" has who is credited of a split")
      table.move("split_owner", to: "rep")
      return
    }
    table.log.add(
      Finding(
        "deals.two-owners", at: table.headerPlace,
        "\"\(owner.name)\" or \"\(member.name)\" could be who is credited, and no column says how deals are split",
        remedy:
          "say \(.parameter(.map, "rep=\(owner.name)")) or \(.parameter(.map, "rep=\(member.name)"))"
      ))
  }

  /// Asks about a column that nobody knows by its name, and that tells won deals by its values.
  private static func stageQuestion(_ table: InputTable, besides selected: Set<Int>) -> Finding? {
    // That there is none was said.
    if table.options.mapping.column(of: "stage", in: .deals) != nil { return nil }
    let column = table.columns.first { column in
      guard column.role == nil, !selected.contains(column.position) else { return false }
      let values = Set(table.file.sample.map { $0[column.position] }.filter { !$0.isEmpty })
      let areShort = values.allSatisfy { $0.split(separator: " ").count <= 4 }
      return areShort && values.count <= 12
        && values.contains { [.won, .lost].contains(DealOutcome.said(by: $0)) }
    }
    guard let column else { return nil }
    let values = Set(table.file.sample.map { $0[column.position] }).sorted().prefix(6)
    return Finding(
      "deals.which-stage", at: table.headerPlace,
      "\"\(column.name)\" may tell which deals are won: \(values.map { "\"\($0)\"" }.joined(separator: ", "))",
      remedy:
        "say \(.parameter(.map, "stage=\(column.name)")) to pay won deals alone, or \(.parameter(.map, "stage=")) to pay all"
    )
  }

  /// Why a row is not paid on, whose stage says something for sure; nil for one that is.
  func ruleAgainst(_ record: borrowing CSVRecord, said: DealOutcome?) -> DealRule? {
    if let won = won?.position, let isWon = WrittenFlag(record.text(won)) {
      if isWon.isYes { return nil }
      guard stage != nil else { return .open }
      return said == .lost ? .lost : .open
    }
    guard stage != nil, stageTells else { return nil }
    switch said ?? .open {
    case .won: return nil
    case .lost: return .lost
    case .open: return .open
    }
  }

  /// Whether a measure or rule of the plan looks at a row.
  func selects(_ record: borrowing CSVRecord, isWon: Bool) -> Bool {
    if texts.isEmpty { return isWon }
    var values: [String: String] = [:]
    for (name, column) in texts { values[name] = record.label(column.position) }
    return plan.looksAt(isWon: isWon, toldBy: outcomes) { values[$0] ?? "" }
  }

  /// Makes a deal of a row, and adds what else is kept of it to the rows.
  func deal(
    _ record: inout CSVRecord, _ cells: inout TableCells, _ rows: inout DealRows
  ) -> Deal {
    let close = cells.date(closeDate, &record)
    if close == nil, cells.isBlank(closeDate, record) { cells.empty(closeDate, &record) }
    if cells.isBlank(amount, record) { cells.empty(amount, &record) }
    var deal = Deal(
      id.map { Self.plainID(cells.name($0, &record)) } ?? "",
      rep: allBy ?? rep.map { cells.name($0, &record) } ?? "",
      closeDate: close ?? CalendarDate(dayNumber: 0), amount: .zero, line: record.line)
    if let currency { deal.currency = cells.currency(currency, &record) }
    if let stated = deal.currency, let headerCurrency, stated != headerCurrency, let currency {
      record.reject(
        record.finding(
          "deals.currency", field: currency.position,
          "the currency is \(stated.code) here, but \"\(amount.name)\" is in \(headerCurrency.code)"
        ))
    }
    deal.currency = deal.currency ?? headerCurrency
    if let money = cells.money(amount, &record) {
      deal.amount = money.value
      if let own = deal.currency ?? (money.currencies.isEmpty ? plan.currency : nil) {
        if !money.currencies.isEmpty, !money.currencies.contains(own) {
          rejectCurrency(money, own, &record)
        }
      } else if money.currencies.contains(plan.currency) {
        deal.currency = plan.currency
      } else if money.currencies.count == 1 {
        deal.currency = money.currencies[0]
      } else {
        rejectCurrency(money, plan.currency, &record)
      }
    }
    let own = deal.currency ?? plan.currency
    if let share, let part = cells.share(share, upTo: .one, &record) { deal.share = part }
    if !dates.isEmpty { setDates(of: &deal, &record, &cells) }
    if !numbers.isEmpty { setNumbers(of: &deal, own, &record, &cells) }
    if !texts.isEmpty { deal.texts = texts.map { cells.label($0.column, record) } }
    if keepsFacts { rows.facts.append(facts(of: deal, own, cells, record)) }
    if let product = product?.position { rows.products.add(record, product) }
    if let converted {
      var amount = ConvertedAmount()
      if !record.isEmpty(converted.position) {
        amount.value = cells.money(converted, &record)?.value
        amount.currency = convertedCurrency.flatMap { cells.currency($0, &record) }
      }
      rows.converted.append(amount)
    }
    return deal
  }

  /// Most cells of these columns are empty in most files, and an empty list costs nothing.
  private func setDates(
    of deal: inout Deal, _ record: inout CSVRecord, _ cells: inout TableCells
  ) {
    var days: [CalendarDate?] = []
    let dates = dates.span
    for index in dates.indices {
      guard let date = cells.date(dates[index].column, &record) else { continue }
      days += Array(repeating: nil, count: index - days.count) + [date]
    }
    if !days.isEmpty { deal.dates = days }
  }

  private func setNumbers(
    of deal: inout Deal, _ own: Currency, _ record: inout CSVRecord, _ cells: inout TableCells
  ) {
    var values: [Ratio?] = []
    for index in numbers.indices {
      let number = cells.amount(
        numbers[index].column, in: own, orPercentage: !numbers[index].isCredit, &record)
      guard let number else { continue }
      values += Array(repeating: nil, count: index - values.count) + [number]
    }
    if !values.isEmpty { deal.numbers = values }
  }

  /// Whether the file says anything of deals that statements show beside their names.
  let hasFacts: Bool

  /// Whether facts are kept while rows are read, because they do not follow from the deals alone.
  private let keepsFacts: Bool

  /// What statements show of deals beside their names; empty where the file says nothing.
  func facts(of rows: DealRows) -> [DealFacts] {
    if keepsFacts {
      return hasFacts || rows.deals.contains { $0.currency != nil } ? rows.facts : []
    }
    guard rows.deals.contains(where: { $0.currency != nil }) else { return [] }
    return rows.deals.map { DealFacts(amount: $0.amount, currency: $0.currency ?? plan.currency) }
  }

  private func facts(
    of deal: Deal, _ own: Currency, _ cells: TableCells, _ record: borrowing CSVRecord
  ) -> DealFacts {
    DealFacts(
      account: cells.text(account, record), name: cells.text(dealName, record),
      amount: deal.amount, currency: own)
  }

  private func rejectCurrency(
    _ money: TableCells.WrittenMoney, _ own: Currency, _ record: inout CSVRecord
  ) {
    record.reject(
      record.finding(
        "table.currency", field: amount.position,
        "\(amount.name) \"\(record.text(amount.position))\" is in \(money.mark), not in \(own.code)"
      ))
  }

  /// The 15 letters of an id of Salesforce that has 18: the last three only check their case.
  package static func plainID(_ id: String) -> String {
    guard id.utf8.count == 18 else { return id }
    let bytes = Array(id.utf8)
    guard bytes.allSatisfy({ isLetter($0) || $0 &- 0x30 < 10 }) else { return id }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)
    for group in 0..<3 {
      var bits = 0
      for index in 0..<5 where (0x41...0x5A).contains(bytes[group * 5 + index]) {
        bits |= 1 << index
      }
      guard bytes[15 + group] == alphabet[bits] else { return id }
    }
    return String(decoding: bytes.prefix(15), as: UTF8.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension DealColumns {
  /// Takes amounts in the currency of the plan, where a table has native and converted ones.
  ///
  /// A converted amount is never converted again; whether it is in the plan's currency is said by its
  /// own column, or by the deals whose native currency is the plan's.
  func settle(_ rows: inout DealRows) -> Finding? {
    guard let converted else { return nil }
    let stated = Set(rows.converted.compactMap(\.currency))
    let isForeign = rows.deals.contains { ($0.currency ?? plan.currency) != plan.currency }
    guard isForeign else { return nil }
    let isPlanCurrency: Bool
    if stated.isEmpty {
      let same = rows.deals.indices.filter {
        rows.deals[$0].currency == plan.currency && rows.converted[$0].value != nil
      }
      isPlanCurrency =
        !same.isEmpty && same.allSatisfy { rows.converted[$0].value == rows.deals[$0].amount }
    } else {
      isPlanCurrency = stated == [plan.currency]
    }
    guard isPlanCurrency else {
      return Finding(
        "deals.converted", .note, at: headerPlace,
        "amounts are taken from \"\(amount.name)\", because \"\(converted.name)\" is not known to be in \(plan.currency.code)"
      )
    }
    // What the plan counts of other columns is in the currency of the deal.
    if let credit = numbers.first(where: { $0.isCredit }) {
      return Finding(
        "deals.converted", .note, at: headerPlace,
        "amounts are taken from \"\(amount.name)\", because the plan counts \"\(credit.name)\" too, which is not converted"
      )
    }
    for index in rows.deals.indices {
      guard let amount = rows.converted[index].value else { continue }
      rows.deals[index].amount = amount
      rows.deals[index].currency = plan.currency
    }
    return Finding(
      "deals.converted", .note, at: headerPlace,
      "amounts are taken from \"\(converted.name)\", which is in \(plan.currency.code), the currency of the plan"
    )
  }

  /// Asks which splits are paid where a table has several kinds, which together exceed the deal.
  func splitTypeQuestion(_ rows: DealRows) -> Finding? {
    guard let splitType, rows.splitTypes.count > 1, let first = rows.splitTypes.keys.min() else {
      return nil
    }
    let types = rows.splitTypes.sorted { $0.key < $1.key }
      .map { "\"\($0.key)\" (\($0.value))" as Inline }.joined(separator: ", ")
    return Finding(
      "deals.split-types", at: headerPlace,
      "\"\(splitType.name)\" has several kinds of splits, which together are more than the deals: \(types)",
      remedy:
        "say in the plan which of them a measure counts: \(.code("where: {\(splitType.name): \(first)}"))"
    )
  }

  /// Asks about a share that a name suggests and no deal needs, and says which deals are credited in part.
  func shareFinding(_ rows: DealRows) -> Finding? {
    guard let share, rows.deals.contains(where: { $0.share != .one }) else { return nil }
    var sums: [String: (sum: Ratio, rows: Int)] = [:]
    for row in rows.deals {
      let (sum, count) = sums[row.id] ?? (.zero, 0)
      sums[row.id] = ((try? sum + row.share) ?? sum, count + 1)
    }
    let parts = sums.values.count { $0.sum < .one }
    guard parts > 0 else { return nil }
    if !share.isSure, sums.values.allSatisfy({ $0.rows == 1 }) {
      return Finding(
        "deals.doubtful-share", at: headerPlace,
        "\"\(share.name)\" may be something else than a share: no deal is split, and \(parts) would be credited in part",
        remedy:
          "say \(.parameter(.map, "share=\(share.name)")) if it is one, or \(.parameter(.map, "share=")) if not"
      )
    }
    return Finding(
      "deals.incomplete-shares", .note, at: headerPlace,
      "\(parts) deals are credited for less than the whole, as \"\(share.name)\" says: what is left is of nobody in this file"
    )
  }

  /// Says how many rows are not paid on, and why; asks where no stage says that a deal is won.
  func report(_ rows: DealRows, _ tally: CSVTally, _ log: inout FindingLog) {
    let lost = tally.setAside[DealRule.lost.rawValue] ?? 0
    let open = tally.setAside[DealRule.open.rawValue] ?? 0
    guard let column = won ?? stage else { return }
    let others = rows.deals.count { !$0.isWon }
    if others > 0,
      plan.measures.contains(where: {
        !$0.isScored && $0.filters.areToBeWon(unlessSelectedBy: outcomes)
      })
    {
      log.add(
        Finding(
          "deals.not-won", .note, at: headerPlace,
          "\(others) deals are not won, and count only where the plan selects by \"\(column.name)\""
        ))
    }
    guard lost + open > 0 else { return }
    let stages = rows.stages.labels(saying: .open).sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    .prefix(8).map { "\"\($0.key)\" (\($0.value))" as Inline }.joined(separator: ", ")
    if rows.deals.isEmpty, open > 0, won == nil, outcomes.isEmpty {
      log.add(
        Finding(
          "deals.no-stage", at: headerPlace,
          "no deal is won, as far as \"\(column.name)\" tells: \(stages)",
          remedy:
            "select the won ones by a `where` in the plan, or say \(.parameter(.map, "stage="))"
        ))
      return
    }
    let paid = rows.stages.labels(saying: .won).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(8).map { "\"\($0.key)\" (\($0.value))" as Inline }.joined(separator: ", ")
    let listed: Inline = stages.isEmpty ? .empty : "; open: \(stages)"
    let taken: Inline = paid.isEmpty ? .empty : "; paid: \(paid)"
    log.add(
      Finding(
        "deals.not-won", .note, at: headerPlace,
        "\(lost) lost and \(open) open deals are not paid on, by \"\(column.name)\"\(listed)\(taken)",
        remedy: "a `where` in the plan selects others"))
  }
}

/// Whether a deal is won, as an export says it.
enum DealOutcome: Hashable {
  case won, lost, open

  /// Reads a stage or status: "Closed Won (Sales Pipeline)", "closedwon", "Gewonnen".
  init(stage text: String) {
    self = Self.said(by: text) ?? .open
  }

  /// What a text says for sure; nil for one that may be anything, such as "invoiced".
  static func said(by text: String) -> DealOutcome? {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: { lostWords.contains($0) }) { return .lost }
    if words.contains(where: { wonWords.contains($0) }) {
      return words.contains(where: { doubts.contains($0) }) ? .open : .won
    }
    return words.contains(where: { openWords.contains($0) }) ? .open : nil
  }

  private static let wonWords: Set<String> = ["won", "closedwon", "gewonnen", "ganado", "gagné"]
  private static let openWords: Set<String> = [
    "open", "offen", "pending", "draft", "entwurf", "negotiation", "verhandlung", "proposal",
    "angebot", "prospecting", "qualification", "qualifizierung", "abierto", "ouvert",
  ]
  /// Words beside "won" that say that it is not, or not yet: "won't" is "won" and "t".
  private static let doubts: Set<String> = [
    "not", "never", "no", "longer", "t", "likely", "verbal", "verbally", "almost", "be",
    "nicht", "nie", "noch", "fast", "bald", "mündlich", "voraussichtlich",
  ]
  private static let lostWords: Set<String> = [
    "lost", "closedlost", "verloren", "perdido", "perdu", "dead", "abandoned", "disqualified",
    "cancelled", "canceled", "storniert", "annulliert", "rejected", "abgelehnt", "refunded",
  ]
}
