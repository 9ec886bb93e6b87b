/// The tables of a ledger, as `docs/ledger.md` describes them.
enum LedgerSchema {
  /// What tells a ledger from other databases: "OnTL" as `PRAGMA application_id`.
  static let applicationID = 0x4F6E_544C
  /// The version of the tables, as `PRAGMA user_version`.
  static let version = 1

  /// The tables that only ever grow.
  static let tables: [String] = [
    "ledger", "event", "entry", "payee", "proposal", "balance", "input", "content",
  ]

  /// What a posting is, in the tables that hold postings.
  private static let posting = """
    rep TEXT NOT NULL,
    plan TEXT NOT NULL,
    plan_year TEXT NOT NULL,
    item TEXT NOT NULL,
    component TEXT,
    deal TEXT,
    origin TEXT,
    kind TEXT NOT NULL,
    account TEXT NOT NULL,
    currency TEXT NOT NULL,
    minor_units INTEGER NOT NULL,
    day TEXT,
    credit TEXT,
    quota TEXT,
    is_bonus INTEGER NOT NULL,
    cause TEXT,
    was TEXT,
    is_now TEXT
    """

  /// The statements that make an empty ledger.
  static var creation: String {
    let triggers = tables.map { table in
      ["UPDATE", "DELETE"].map { verb in
        """
        CREATE TRIGGER \(table)_\(verb.lowercased()) BEFORE \(verb) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'a ledger only grows'); END;
        """
      }.joined(separator: "\n")
    }
    return """
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(version);
      CREATE TABLE ledger (
        first_period TEXT NOT NULL,
        year_starts TEXT
      ) STRICT;
      CREATE TABLE content (
        digest TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE event (
        number INTEGER PRIMARY KEY,
        verb TEXT NOT NULL,
        period TEXT,
        about INTEGER,
        made_by TEXT NOT NULL,
        made_on TEXT NOT NULL,
        reason TEXT,
        version TEXT NOT NULL,
        seal TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE entry (
        number INTEGER PRIMARY KEY,
        event INTEGER NOT NULL REFERENCES event,
        period TEXT,
      \(posting),
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE INDEX entry_of_person ON entry (rep, period);
      CREATE TABLE proposal (
        event INTEGER NOT NULL REFERENCES event,
        position INTEGER NOT NULL,
      \(posting),
        PRIMARY KEY (event, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE payee (
        event INTEGER NOT NULL REFERENCES event,
        position INTEGER NOT NULL,
        rep TEXT NOT NULL,
        name TEXT,
        employee_id TEXT,
        PRIMARY KEY (event, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE input (
        event INTEGER NOT NULL REFERENCES event,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        value TEXT NOT NULL,
        digest TEXT REFERENCES content,
        PRIMARY KEY (event, position)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE balance (
        event INTEGER NOT NULL REFERENCES event,
        rep TEXT NOT NULL,
        plan TEXT NOT NULL,
        plan_year TEXT NOT NULL,
        account TEXT NOT NULL,
        currency TEXT NOT NULL,
        opening INTEGER NOT NULL,
        posted INTEGER NOT NULL,
        closing INTEGER NOT NULL,
        PRIMARY KEY (event, rep, plan, plan_year, account, currency)
      ) STRICT, WITHOUT ROWID;
      \(triggers.joined(separator: "\n"))
      """
  }
}
