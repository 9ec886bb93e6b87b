internal import Amounts
public import Findings
internal import FoundationEssentials
internal import GRDB
public import PayLedger

/// What a ledger holds, as it was read at one moment.
public struct LedgerContents: Sendable {
  /// What was done and posted.
  public let book: LedgerBook
  /// The hash of the last event.
  public let head: String
  /// What is wrong with it, in the order in which it stands; empty for a ledger that can be trusted.
  public let faults: [LedgerFault]
}

/// What is wrong with a ledger.
public struct LedgerFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: String, Hashable, Sendable {
    /// A row does not say what its hash says.
    case changed
    /// The hash of the row before is another one.
    case unchained
    /// A number is left out, or comes twice.
    case missing
    /// A value is none that a ledger has.
    case unreadable
    /// What an event brought besides is not what it sealed.
    case unsealed
    /// A content does not have the digest by which it is kept.
    case content
    /// A balance is not what its entries add up to.
    case balance
    /// The trigger is gone that keeps rows of a table from being changed.
    case unguarded
    /// The pages of the database are broken.
    case database
  }

  /// What is wrong.
  public var kind: Kind
  /// The table.
  public var table: String
  /// The number of the row, or the digest of the content; nil for the whole table.
  public var row: String?
  /// What else there is to say.
  public var detail: String?

  init(kind: Kind, table: String, row: String? = nil, detail: String? = nil) {
    self.kind = kind
    self.table = table
    self.row = row
    self.detail = detail
  }
}

extension LedgerFile {
  /// Reads the ledger.
  ///
  /// - Throws: `.badData` for a ledger in which a row was changed, left out or added by something else:
  ///   nothing is paid on it.
  public func contents() throws(InputFailure) -> LedgerContents {
    let contents = try unverifiedContents()
    guard let fault = contents.faults.first else { return contents }
    throw InputFailure(
      broken: "it was changed by something else than this program: \(fault.sentence)", in: path)
  }

  /// Reads the ledger with all that is wrong with it.
  ///
  /// - Throws: `.badData` where SQLite cannot read it at all.
  public func unverifiedContents() throws(InputFailure) -> LedgerContents {
    try run { queue in
      try queue.read { db in
        var reader = LedgerReader(db, of: path)
        return try reader.read()
      }
    }
  }

  /// Reads the files and settings that a calculation followed, or the payroll file of an event.
  public func inputs(of event: Int) throws(InputFailure) -> [KeptInput] {
    try run { queue in
      try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT role, value, digest, size, bytes FROM input LEFT JOIN content USING (digest)
            WHERE event = ? ORDER BY position
            """, arguments: [event]
        ).map { row in
          let bytes = row.unpacked
          if row.read("digest") as String? != nil, bytes == nil {
            throw InputFailure(
              broken:
                "the file \"\(row.read("value") ?? "")\" that it keeps is not there, or broken",
              in: path)
          }
          return KeptInput(
            role: row.read("role") ?? "", value: row.read("value") ?? "", bytes: bytes)
        }
      }
    }
  }

  /// Checks the pages of the database, every content, and the triggers: what reading does not look at.
  public func furtherFaults() throws(InputFailure) -> [LedgerFault] {
    try run { queue in
      try queue.read { db in
        var faults: [LedgerFault] = []
        for text in try String.fetchAll(db, sql: "PRAGMA integrity_check") where text != "ok" {
          faults.append(LedgerFault(kind: .database, table: "database", detail: text))
        }
        let rows = try Row.fetchCursor(db, sql: "SELECT digest, size, bytes FROM content")
        while let row = try rows.next() {
          let digest: String = row.read("digest") ?? ""
          let input = KeptInput(role: "", value: "", bytes: row.unpacked)
          if input.digest != digest {
            faults.append(LedgerFault(kind: .content, table: "content", row: digest))
          }
        }
        let missing = try String.fetchAll(
          db,
          sql: "SELECT DISTINCT digest FROM input WHERE digest NOT IN (SELECT digest FROM content)")
        faults += missing.map { LedgerFault(kind: .missing, table: "content", row: $0) }
        for table in LedgerSchema.tables {
          let triggers =
            try Int.fetchOne(
              db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
              arguments: [table]) ?? 0
          if triggers < 2 {
            faults.append(LedgerFault(kind: .unguarded, table: table))
          }
        }
        return faults
      }
    }
  }
}

extension Row {
  /// The content of a row; nil for one that is broken.
  fileprivate var unpacked: [UInt8]? {
    guard let bytes: Data = read("bytes"), let size: Int = read("size") else { return nil }
    return Packing.unpacked(Array(bytes), size: size)
  }
}

extension LedgerFault {
  /// It in one sentence.
  public var sentence: Inline {
    let place: Inline = row.map { "\(table) \($0)" } ?? "\(table)"
    return switch kind {
    case .changed: "\(place) does not say what its hash says"
    case .unchained: "\(place) does not follow the one before"
    case .missing: "\(place) is missing"
    case .unreadable: "\(place) has a value that cannot be read"
    case .unguarded: "\(place) has no trigger any more that keeps rows from being changed"
    case .unsealed: "\(place) does not have what it sealed: its calculation, inputs or balances"
    case .content: "\(place) does not have the digest by which it is kept"
    case .balance: "\(place): a balance is not what its entries add up to"
    case .database: "\(place): \(detail ?? "")"
    }
  }
}
