internal import Amounts
public import Answers
public import Findings
internal import LedgerFiles
public import PayLedger
public import Reporting

/// What does a ledger book, and how are the costs of contracts spread?
public struct LedgerJournalQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The path of a cost policy.
  public var policy: String

  /// Creates a question.
  public init(_ ledger: String, policy: String) {
    self.ledger = ledger
    self.policy = policy
  }

  public func answer() throws(InputFailure) -> Reply<LedgerJournal> {
    let policy = try CostPolicy(path: policy)
    let book = try LedgerFile(opening: ledger).contents().book
    do throws(ArithmeticFailure) {
      return Reply(
        LedgerJournal(try Journal(book, policy)),
        inputs: [InputDescription(path: self.policy)])
    } catch {
      throw InputFailure(
        .badData,
        Finding("deals.too-large", at: Place(file: ledger), "the amount is too large"))
    }
  }
}

/// The entries of a ledger in the books, and the schedule of the costs of contracts.
public struct LedgerJournal: Answer {
  /// The entries and the schedule.
  public let journal: Journal

  init(_ journal: Journal) { self.journal = journal }

  /// What the costs of all contracts do in one period, in one currency.
  struct Total: Hashable, Sendable {
    let period: String
    let opening: Money
    let capitalised: Money
    let amortised: Money
    let writtenOff: Money
    var closing: Money { opening + capitalised - amortised - writtenOff }
  }

  /// The roll-forward: each period opens as the one before closes.
  var totals: [Total] {
    var sums: [String: [Currency: [CostSchedule.Row]]] = [:]
    var order: [String] = []
    for row in journal.schedule.rows {
      if !order.contains(row.period.name) { order.append(row.period.name) }
      sums[row.period.name, default: [:]][row.opening.currency, default: []].append(row)
    }
    return order.flatMap { period in
      (sums[period] ?? [:]).sorted { $0.key.code < $1.key.code }.map { currency, rows in
        func sum(_ part: KeyPath<CostSchedule.Row, Money>) -> Money {
          rows.reduce(.zero(currency)) { $0 + $1[keyPath: part] }
        }
        return Total(
          period: period, opening: sum(\.opening), capitalised: sum(\.capitalised),
          amortised: sum(\.amortised), writtenOff: sum(\.writtenOff))
      }
    }
  }

  // MARK: For people

  public var document: Document {
    var document = Document(
      title: "Journal",
      blocks: [
        .paragraph(
          "What is earned is accrued in the period that posts it, not when it is paid. Accrued commissions are what the ledger owes to people, due or not."
        ),
        .table(lineSheet.table()),
      ])
    if !journal.schedule.rows.isEmpty {
      document.append(.section("Costs of contracts"))
      document.append(.table(totalSheet.table()))
      document.append(.section("By deal"))
      document.append(.table(rowSheet.table()))
    }
    return document
  }

  private var lineSheet: Sheet<Journal.Line> {
    var sheet = Sheet(journal.lines)
    sheet.add("period", "Period") { .text($0.period) }
    sheet.add(
      "debit", .text("Debit"), { .text($0.debit.rawValue) }, cell: { .phrase($0.debit.rawValue) })
    sheet.add(
      "credit", .text("Credit to"), { .text($0.credit.rawValue) },
      cell: { .phrase($0.credit.rawValue) })
    sheet.add("amount", "Amount", .amount()) { .money($0.amount) }
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    return sheet
  }

  private var totalSheet: Sheet<Total> {
    var sheet = Sheet(totals)
    sheet.add("period", "Period") { .text($0.period) }
    sheet.add("opening", "Before", .amount()) { .money($0.opening) }
    sheet.add("capitalised", "Capitalised", .amount()) { .money($0.capitalised) }
    sheet.add("amortised", "Amortised", .amount()) { .money($0.amortised) }
    sheet.add("written_off", "Written off", .amount()) { .money($0.writtenOff) }
    sheet.add("closing", "Now", .strong(.amount())) { .money($0.closing) }
    sheet.add("currency", "Currency") { .text($0.opening.currency.code) }
    return sheet
  }

  private var rowSheet: Sheet<CostSchedule.Row> {
    var sheet = Sheet(journal.schedule.rows)
    sheet.add("period", "Period") { .text($0.period.name) }
    sheet.add("deal", "Deal") { .text($0.deal) }
    sheet.add("start", "From", .day) { .text("\($0.start)") }
    sheet.add("opening", "Before", .amount()) { .money($0.opening) }
    sheet.add("capitalised", "Capitalised", .amount()) { .money($0.capitalised) }
    sheet.add("amortised", "Amortised", .amount()) { .money($0.amortised) }
    sheet.add("written_off", "Written off", .amount()) { .money($0.writtenOff) }
    sheet.add("closing", "Now", .strong(.amount())) { .money($0.closing) }
    sheet.add("currency") { .text($0.opening.currency.code) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("journal") { lineSheet.records },
      NamedTable("costs") { totalSheet.records },
      NamedTable("schedule") { rowSheet.records },
    ]
  }
}
