internal import Amounts
public import Answers
internal import Findings
internal import LedgerFiles
public import PayLedger
public import Reporting

/// How far each month of a ledger is, and what is still open.
public struct LedgerStatus: Answer {
  /// The path of the ledger.
  public let path: String
  /// What it holds.
  public let book: LedgerBook
  /// The hash of the last event, by which a copy can be told from one that was cut short.
  public let head: String

  init(_ contents: LedgerContents, path: String) {
    self.path = path
    book = contents.book
    head = contents.head
  }

  /// A period, with what was posted in it.
  struct Row: Sendable {
    let period: LedgerPeriods.Period
    let last: LedgerEvent?
    /// What was posted to be paid, and what was paid out, by currency.
    let posted: [Money]
    let paid: [Money]
  }

  private var rows: [Row] {
    book.periods.periods.map { period in
      let entries = book.entries.filter {
        $0.period == period.time.name && $0.posting.account == .payable
      }
      func sums(_ isPayout: Bool) -> [Money] {
        var sums: [Currency: Money] = [:]
        for entry in entries where (entry.posting.kind == .payout) == isPayout {
          let amount = isPayout ? -entry.posting.amount : entry.posting.amount
          sums[amount.currency, default: .zero(amount.currency)] += amount
        }
        return sums.values.filter { $0.minorUnits != 0 }
          .sorted { $0.currency.code < $1.currency.code }
      }
      return Row(
        period: period, last: book.events.last { $0.period == period.time.name },
        posted: sums(false), paid: sums(true))
    }
  }

  /// The balances as they stand, by account and currency.
  private var balances: [(account: LedgerAccount, amount: Money)] {
    var sums: [LedgerAccount: [Currency: Money]] = [:]
    for entry in book.entries {
      let amount = entry.posting.amount
      sums[entry.posting.account, default: [:]][
        amount.currency, default: .zero(amount.currency)] += amount
    }
    return LedgerAccount.allCases.flatMap { account in
      (sums[account] ?? [:]).values.filter { $0.minorUnits != 0 }
        .sorted { $0.currency.code < $1.currency.code }.map { (account, $0) }
    }
  }

  // MARK: For people

  public var document: Document {
    var document = Document(
      title: "Ledger", blocks: [.paragraph(introduction), .table(periodSheet.table())])
    if !balances.isEmpty {
      document.append(.section("Balances"))
      document.append(.table(balanceSheet.table()))
    }
    if !book.openDisputes.isEmpty {
      document.append(.section("Open disputes"))
      document.append(.table(disputeSheet.table()))
    }
    return document
  }

  private var introduction: Inline {
    let next: Inline =
      book.periods.current.map {
        "\($0.time.name) is \(.phrase($0.state.name))."
      } ?? .empty
    let last: Inline =
      book.events.last.map {
        "The last of \(.number(book.events.count)) events is of \($0.on), by \($0.by)."
      } ?? .empty
    return "\(next) \(last) Its hash is \(.code(String(head.prefix(16))))."
  }

  private var periodSheet: Sheet<Row> {
    var sheet = Sheet(rows)
    @Sendable func texts(_ sums: [Money]) -> Inline {
      sums.map { "\(.amount($0)) \($0.currency.code)" as Inline }.joined(separator: ", ")
    }
    sheet.add("period", "Period") { .text($0.period.time.name) }
    sheet.add("first_day", "From", .day) { .text("\($0.period.time.days.lowerBound)") }
    sheet.add("last_day", "Until", .day) { .text("\($0.period.time.days.upperBound)") }
    sheet.add(
      "state", .text("Status"), { .text($0.period.state.name) },
      cell: { .phrase($0.period.state.name) })
    sheet.add(
      "posted", .number("Posted"),
      { .text($0.posted.map(\.description).joined(separator: "; ")) }, cell: { texts($0.posted) })
    sheet.add(
      "paid", .number("Paid"), { .text($0.paid.map(\.description).joined(separator: "; ")) },
      cell: { texts($0.paid) })
    sheet.add("by", "By") { .text($0.last?.by) }
    sheet.add("on", "On", .day) { .text($0.last.map { "\($0.on)" }) }
    return sheet
  }

  private var balanceSheet: Sheet<(account: LedgerAccount, amount: Money)> {
    var sheet = Sheet(balances)
    sheet.add(
      "account", .text("Ledger account"), { .text($0.account.rawValue) }, cell: { $0.account.title }
    )
    sheet.add("amount", "Amount", .amount()) { .money($0.amount) }
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    return sheet
  }

  private var disputeSheet: Sheet<LedgerEvent> {
    var sheet = Sheet(book.openDisputes)
    sheet.add("dispute", "Dispute") { .integer($0.number) }
    sheet.add("entry", "Entry") { .integer($0.about) }
    sheet.add("period", "Period") { .text($0.period) }
    sheet.add("by", "By") { .text($0.by) }
    sheet.add("on", "On", .day) { .text("\($0.on)") }
    sheet.add("reason", "Reason") { .text($0.reason) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("periods") { periodSheet.records },
      NamedTable("balances") { balanceSheet.records },
      NamedTable("disputes") { disputeSheet.records },
      NamedTable("events") { LedgerEvent.sheet(book.events).records },
    ]
  }

  public var facts: [JSONValue.Member] { [.init("head", .string(head))] }
}

extension LedgerEvent {
  /// Events as rows, every column.
  static func sheet(_ events: [LedgerEvent]) -> Sheet<LedgerEvent> {
    var sheet = Sheet(events)
    sheet.add("event") { .integer($0.number) }
    sheet.add("verb") { .text($0.verb.rawValue) }
    sheet.add("period") { .text($0.period) }
    sheet.add("about") { .integer($0.about) }
    sheet.add("by") { .text($0.by) }
    sheet.add("on") { .text("\($0.on)") }
    sheet.add("reason") { .text($0.reason) }
    sheet.add("version") { .text($0.version) }
    return sheet
  }
}
