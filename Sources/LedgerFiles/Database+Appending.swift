internal import Amounts
internal import Digests
internal import FoundationEssentials
internal import GRDB
internal import PayLedger

extension LedgerSeal {
  /// The hash of what an event brings beside its postings.
  ///
  /// - Parameters:
  ///   - calculation: What it would post, and for whom.
  ///   - inputs: The columns of its files and settings.
  ///   - balances: The columns of the balances.
  /// - Returns: The hash.
  static func seal(
    _ calculation: Calculation?, inputs: [[String?]], balances: [[String?]]
  ) -> String {
    var seal = LedgerSeal()
    for posting in calculation?.postings ?? [] { seal.add(posting.columns) }
    for payee in calculation?.payees ?? [] { seal.add(payee.columns) }
    for columns in inputs + balances { seal.add(columns) }
    return seal.hash
  }

  /// The hash of where a ledger begins.
  static func seal(yearStarts: CalendarDate?) -> String { hash([yearStarts?.description]) }
}

extension LedgerEvent {
  /// The values of its columns, in their order, but for the hashes.
  var columns: [String?] {
    [
      "\(number)", verb.rawValue, period, about.map { "\($0)" }, by, "\(on)", reason, version,
    ]
  }
}

extension LedgerEntry {
  /// The values of its columns, in their order, but for the hashes.
  var columns: [String?] { ["\(number)", "\(event)", period] + posting.columns }
}

extension Payee {
  var columns: [String?] { [rep, name, employeeID] }
}

extension KeptInput {
  var digest: String? { bytes.map { SHA256.hexadecimal(of: $0) } }
  var columns: [String?] { [role, value, digest] }
}

extension AccountBalance {
  var columns: [String?] {
    [
      key.rep, key.year.plan, "\(key.year.start)", key.account.rawValue, key.currency.code,
      "\(opening.minorUnits)", "\(posted.minorUnits)", "\(closing.minorUnits)",
    ]
  }
}

extension Database {
  /// The hash of the last event; empty before the first.
  func head() throws -> String {
    try String.fetchOne(self, sql: "SELECT hash FROM event ORDER BY number DESC LIMIT 1") ?? ""
  }

  /// Keeps files whose content is not there yet.
  func keep(_ inputs: [KeptInput]) throws {
    for input in inputs {
      guard let bytes = input.bytes, let digest = input.digest else { continue }
      try execute(
        sql: "INSERT OR IGNORE INTO content VALUES (?, ?, ?)",
        arguments: [digest, bytes.count, Data(Packing.packed(bytes))])
    }
  }

  /// Appends an event, what it posts and what it would post.
  ///
  /// - Returns: The hash of the event.
  @discardableResult
  func append(_ step: LedgerStep, seal: String, after head: String) throws -> String {
    let event = step.event
    let entryHead =
      try String.fetchOne(self, sql: "SELECT hash FROM entry ORDER BY number DESC LIMIT 1") ?? ""
    let first = (try Int.fetchOne(self, sql: "SELECT max(number) FROM entry") ?? 0) + 1
    var previous = entryHead
    let entries = step.postings.enumerated().map { index, posting in
      LedgerEntry(
        number: first + index, event: event.number, period: event.period, posting: posting)
    }
    let hashes = entries.map { entry in
      previous = LedgerSeal.hash([previous] + entry.columns)
      return previous
    }
    // The event seals the entries too, so that none can be cut off at the end.
    let hash = LedgerSeal.hash([head] + event.columns + [seal, previous])
    try insert("event", event.columns + [seal, head], hash)
    previous = entryHead
    for (entry, hash) in zip(entries, hashes) {
      try insert("entry", entry.columns + [previous], hash)
      previous = hash
    }
    for (index, posting) in (step.calculation?.postings ?? []).enumerated() {
      try insert("proposal", ["\(event.number)", "\(index + 1)"] + posting.columns)
    }
    for (index, payee) in (step.calculation?.payees ?? []).enumerated() {
      try insert("payee", ["\(event.number)", "\(index + 1)"] + payee.columns)
    }
    return hash
  }

  /// Appends the inputs of a calculation.
  func append(_ inputs: [KeptInput], of event: Int) throws {
    for (index, input) in inputs.enumerated() {
      try insert("input", ["\(event)", "\(index + 1)"] + input.columns)
    }
  }

  /// Appends the balances of a close.
  func append(_ balances: [AccountBalance], of event: Int) throws {
    for balance in balances { try insert("balance", ["\(event)"] + balance.columns) }
  }

  /// Inserts a row; SQLite turns texts of digits into integers where the column is of that type.
  private func insert(_ table: String, _ values: [String?], _ hash: String? = nil) throws {
    let all = values + (hash.map { [$0] } ?? [])
    let marks = all.map { _ in "?" }.joined(separator: ", ")
    try cachedStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
      .execute(arguments: StatementArguments(all))
  }
}
