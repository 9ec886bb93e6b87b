internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import PayLedger
package import Tables

extension TableKind {
  /// What people are owed, or owe, when a ledger begins.
  package static let balances: TableKind = TableKind(
    "balances", "balances", standsBeside: true,
    [
      TableRole("rep", .text, isNeeded: true), TableRole("account", .text, isNeeded: true),
      TableRole("amount", .amount, isNeeded: true),
      TableRole("currency", .currency, isNeeded: true), TableRole("plan", .text),
    ])
}

extension OpeningBalance {
  /// Reads a table of balances with the columns rep, account, amount and currency, and plan where there
  /// are several.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - plans: The plans that a balance may be of; the only one where a row names none.
  ///   - before: The first day of the ledger; a balance of no plan is of the year before it.
  ///   - payees: The people whom it may name, by id, name or employee number; nil for anybody.
  ///   - options: How tables are read.
  /// - Returns: The balances, in the order of the rows.
  /// - Throws: `.badData` with every error in it.
  static func read(
    path: String, plans: Set<PlanYear>, before: CalendarDate, payees: [Payee]?,
    _ options: TableOptions
  ) throws(InputFailure) -> [OpeningBalance] {
    var table = try InputTable(path: path, .balances, options)
    let (rep, account) = (table.required("rep"), table.required("account"))
    let (amount, currency) = (table.required("amount"), table.required("currency"))
    try table.check()
    guard let rep, let account, let amount, let currency else {
      throw InputFailure(.badData, table.log)
    }
    let own = table.column("plan")
    let (balances, _) = try table.rows(into: { [OpeningBalance]() }) {
      (balances, record, cells) throws(InputFailure) in
      let written = cells.name(rep, &record)
      guard let person = payees.map({ $0.rep(called: written) }) ?? written else {
        record.reject(
          record.finding(
            "roster.nobody-called", field: rep.position,
            "nobody on the roster is called \"\(written)\"",
            remedy: NearMiss.remedy(for: written, among: (payees ?? []).map(\.rep))))
        return
      }
      let word = cells.name(account, &record)
      guard let account = LedgerAccount(rawValue: word.lowercased()) else {
        record.reject(
          record.finding(
            "ledger.account", field: account.position, "\"\(word)\" is no account of a ledger",
            remedy: NearMiss.remedy(for: word, among: LedgerAccount.allCases.map(\.rawValue))))
        return
      }
      guard let money = cells.currency(currency, &record),
        let value = cells.amount(amount, in: money, &record)
      else { return }
      guard let amount = try? Money(rounding: value, currency: money) else {
        record.reject(
          record.finding("deals.too-large", field: amount.position, "the amount is too large"))
        return
      }
      let name = own.map { cells.name($0, &record) } ?? ""
      let year =
        plans.first { $0.plan == name } ?? (name.isEmpty && plans.count == 1 ? plans.first : nil)
        ?? PlanYear(plan: name.isEmpty ? "Before" : name, start: before.addingMonths(-12))
      balances.append(
        OpeningBalance(
          rep: person, plan: year.plan, planYear: year.start, account: account, amount: amount))
    }
    try table.check()
    return balances
  }
}
