public import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

/// What customers paid for deals, as a file says it: in money.
public struct Receipts: Sendable {
  /// One payment.
  struct Row: Sendable {
    var deal: String
    var date: CalendarDate
    var amount: Ratio
    var currency: Currency?
    var place: Place
    var amountPlace: Place
  }

  /// The payments, in the order of the file.
  let rows: [Row]
  /// What was found that is no error.
  package let findings: FindingLog

  /// Reads a file with the columns deal_id, date and amount, and perhaps currency.
  ///
  /// Amounts are in the currencies of the deals.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public init(path: String, _ options: TableOptions = TableOptions()) throws(InputFailure) {
    var table = try InputTable(path: path, .receipts, options)
    try self.init(&table)
  }

  /// Reads the text of such a file; `file` is the name that findings show.
  public init(
    csv: String, file: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) {
    var table = try InputTable(csv: csv, file: file, .receipts, options)
    try self.init(&table)
  }

  /// Reads a table that is open.
  package init(_ table: inout InputTable) throws(InputFailure) {
    let (deal, date) = (table.required("deal_id"), table.required("date"))
    let amount = table.required("amount")
    try table.check()
    guard let deal, let date, let amount else { throw InputFailure(.badData, table.log) }
    let currency = table.column("currency")
    let (rows, _) = try table.rows(into: { [Row]() }) {
      (rows, record, cells) throws(InputFailure) in
      let id = cells.name(deal, &record)
      let day = cells.date(date, &record)
      let paid = cells.money(amount, &record)
      for column in [date, amount] where cells.isBlank(column, record) {
        cells.empty(column, &record)
      }
      let stated =
        currency.flatMap { cells.currency($0, &record) }
        ?? paid.flatMap { $0.currencies.count == 1 ? $0.currencies.first : nil }
      guard let day, let paid else { return }
      rows.append(
        Row(
          deal: DealColumns.plainID(id), date: day, amount: paid.value,
          currency: stated, place: record.place(deal.position),
          amountPlace: record.place(amount.position)))
    }
    try table.check()
    self.rows = rows
    findings = table.log
  }
}

extension Deals {
  /// Notes what customers paid, as shares of what their deals come to.
  ///
  /// A payment for a deal that is here by its products, each named DEAL/PRODUCT, is one for all of them.
  ///
  /// - Parameters:
  ///   - receipts: What customers paid.
  ///   - currency: That of deals that name none.
  /// - Returns: Warnings of payments for deals that are not here, and of more than a deal comes to.
  /// - Throws: `.badData` for payments in another currency, and of deals that come to nothing.
  /// - Complexity: O(rows + payments × log payments).
  public mutating func note(
    _ receipts: Receipts, in currency: Currency
  ) throws(InputFailure) -> FindingLog {
    var log = FindingLog()
    let paid = Dictionary(grouping: receipts.rows, by: \.deal)
    let parts = parts(of: Set(paid.keys))
    var strangers: [Receipts.Row] = []
    for (id, payments) in paid.sorted(by: { $0.key < $1.key }) {
      guard let deals = parts[id], let first = payments.first else {
        strangers += payments
        continue
      }
      do throws(ArithmeticFailure) {
        let shares = try Self.shares(of: payments, for: id, deals, currency, &log)
        for deal in deals { self.receipts[deal.id] = shares }
      } catch {
        log.add(
          Finding(
            "deals.too-large", at: first.place,
            "what was paid for the deal \"\(id)\" cannot be added exactly"))
      }
    }
    if let first = strangers.min(by: { ($0.place.line ?? 0) < ($1.place.line ?? 0) }) {
      log.add(
        Finding(
          "receipts.unknown-deal", .warning, at: first.place,
          strangers.count == 1
            ? "a payment is for the deal \"\(first.deal)\", which is not among the deals"
            : "\(strangers.count) payments are for deals that are not among the deals; the first is \"\(first.deal)\""
        ))
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return log
  }

  /// A row of each deal of some names, and of each product where a deal is here by its products.
  private func parts(of names: Set<String>) -> [String: [Deal]] {
    var parts: [String: [String: Deal]] = [:]
    for deal in rows {
      // The rows of a split all have the amount of the whole deal.
      if names.contains(deal.id) {
        parts[deal.id, default: [:]][deal.id] = deal
      } else {
        for slash in deal.id.indices where deal.id[slash] == "/" {
          let whole = String(deal.id[..<slash])
          if names.contains(whole) { parts[whole, default: [:]][deal.id] = deal }
        }
      }
    }
    return parts.mapValues { $0.values.sorted { $0.id < $1.id } }
  }

  private static func shares(
    of payments: [Receipts.Row], for id: String, _ deals: [Deal], _ currency: Currency,
    _ log: inout FindingLog
  ) throws(ArithmeticFailure) -> [Receipt] {
    let payments = payments.sorted { $0.date < $1.date }
    let money = deals.first?.currency ?? currency
    if let other = payments.first(where: { $0.currency.map { $0 != money } ?? false }) {
      log.add(
        Finding(
          "receipts.currency", at: other.place,
          "the payment is in \(other.currency?.code ?? ""), and the deal \"\(id)\" is in \(money.code)",
          remedy: "write what it was worth in \(money.code)"))
      return []
    }
    var whole = Ratio.zero
    for deal in deals { whole = try whole + deal.amount }
    if whole > .zero, let back = payments.first(where: { $0.amount < .zero }) {
      log.add(
        Finding(
          "receipts.negative", at: back.amountPlace,
          "a customer who gets money back pays nothing",
          remedy: "write what was paid less what was given back, or cancel the deal"))
      return []
    }
    // What a customer gets back of a return is as negative as the return.
    guard whole != .zero, whole > .zero || payments.allSatisfy({ $0.amount <= .zero }) else {
      if let first = payments.first {
        log.add(
          Finding(
            "receipts.nothing", at: first.place,
            "the deal \"\(id)\" comes to \(whole.fixedPoint(places: 2)), of which no payment is a share"
          ))
      }
      return []
    }
    var shares: [Receipt] = []
    var rest = Ratio.one
    for payment in payments {
      let share = try payment.amount / whole
      if rest < share {
        log.add(
          Finding(
            "receipts.too-much", .warning, at: payment.place,
            "more is paid for the deal \"\(id)\" than the \(whole.fixedPoint(places: 2)) that it comes to: the rest makes nothing due"
          ))
      }
      let counted = min(share, rest)
      if counted > .zero { shares.append(Receipt(on: payment.date, share: counted)) }
      rest = try rest - counted
    }
    return shares
  }
}
