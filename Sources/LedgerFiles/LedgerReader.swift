internal import Amounts
internal import Findings
internal import FoundationEssentials
internal import GRDB
internal import PayLedger

/// Reads a ledger from its tables, and checks on the way that every row says what its hash says.
struct LedgerReader {
  private let db: Database
  private let path: String
  private var faults: [LedgerFault] = []

  init(_ db: Database, of path: String) {
    self.db = db
    self.path = path
  }

  mutating func read() throws -> LedgerContents {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM ledger")
    let yearStarts = row?.day("year_starts")
    guard let name = (row?.read("first_period") as String?),
      let first = CalendarPeriod(name, yearStarts: yearStarts)
    else {
      throw InputFailure(broken: "it does not say which period is its first one", in: path)
    }
    var book = LedgerBook(first: first, yearStarts: yearStarts)
    let entries = try entries()
    let calculations = try calculations()
    var head = ""
    var next = 0
    var entryHead = ""
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY number")
    while let row = try rows.next() {
      guard let event = LedgerEvent(row) else {
        add(.unreadable, "event", row.read("number"))
        continue
      }
      if event.number != book.events.count + 1 { add(.missing, "event", book.events.count + 1) }
      let own = entries[next...].prefix { $0.entry.event <= event.number }
      next += own.count
      entryHead = own.last?.hash ?? entryHead
      let seal: String = row.read("seal") ?? ""
      let previous: String = row.read("previous") ?? ""
      if previous != head { add(.unchained, "event", event.number) }
      head = row.read("hash") ?? ""
      if LedgerSeal.hash([previous] + event.columns + [seal, entryHead]) != head {
        add(.changed, "event", event.number)
      }
      let step = LedgerStep(
        event, postings: own.map(\.entry.posting), calculation: calculations[event.number])
      book.append(step)
      if event.verb == .begin {
        // Where the ledger begins is what its first event says.
        if event.period != name || LedgerSeal.seal(yearStarts: yearStarts) != seal {
          add(.unsealed, "ledger", nil)
        }
      } else {
        try check(seal, of: step, in: book)
      }
    }
    if next < entries.count { add(.missing, "event", entries[next].entry.event) }
    return LedgerContents(book: book, head: head, faults: faults)
  }

  private mutating func add(_ kind: LedgerFault.Kind, _ table: String, _ row: Int?) {
    faults.append(LedgerFault(kind: kind, table: table, row: row.map { "\($0)" }))
  }

  /// The entries in their order, with their hashes.
  private mutating func entries() throws -> [(entry: LedgerEntry, hash: String)] {
    var entries: [(entry: LedgerEntry, hash: String)] = []
    var head = ""
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM entry ORDER BY number")
    while let row = try rows.next() {
      let number: Int = row.read("number") ?? 0
      guard let posting = Posting(row), let event: Int = row.read("event") else {
        add(.unreadable, "entry", number)
        continue
      }
      let entry = LedgerEntry(
        number: number, event: event, period: row.read("period"), posting: posting)
      let previous: String = row.read("previous") ?? ""
      if number != entries.count + 1 { add(.missing, "entry", entries.count + 1) }
      if previous != head { add(.unchained, "entry", number) }
      head = row.read("hash") ?? ""
      if LedgerSeal.hash([previous] + entry.columns) != head {
        add(.changed, "entry", number)
      }
      entries.append((entry, head))
    }
    return entries
  }

  /// What calculations would post, by their events.
  private mutating func calculations() throws -> [Int: Calculation] {
    var calculations: [Int: Calculation] = [:]
    for number in try Int.fetchAll(db, sql: "SELECT number FROM event WHERE verb = 'calculate'") {
      calculations[number] = Calculation()
    }
    let proposals = try Row.fetchCursor(db, sql: "SELECT * FROM proposal ORDER BY event, position")
    while let row = try proposals.next() {
      let event: Int = row.read("event") ?? 0
      guard let posting = Posting(row), calculations[event] != nil else {
        add(.unreadable, "proposal", event)
        continue
      }
      calculations[event]?.postings.append(posting)
    }
    let payees = try Row.fetchCursor(db, sql: "SELECT * FROM payee ORDER BY event, position")
    while let row = try payees.next() {
      calculations[row.read("event") ?? 0]?.payees.append(
        Payee(
          rep: row.read("rep") ?? "", name: row.read("name"), employeeID: row.read("employee_id")))
    }
    return calculations
  }

  /// Holds what an event brought besides against its seal, and the balances of a close against its entries.
  private mutating func check(
    _ seal: String, of step: LedgerStep, in book: LedgerBook
  ) throws {
    let number = step.event.number
    let inputs = try Row.fetchAll(
      db, sql: "SELECT * FROM input WHERE event = ? ORDER BY position", arguments: [number])
    let balances = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM balance WHERE event = ? ORDER BY rep, plan, plan_year, account, currency
        """, arguments: [number]
    ).map(\.balance)
    let found = LedgerSeal.seal(
      step.calculation,
      inputs: inputs.map { row in ["role", "value", "digest"].map { row.read($0) as String? } },
      balances: balances)
    if found != seal { add(.unsealed, "event", number) }
    let isClose = step.event.verb == .close
    let expected = isClose ? book.balances(atClose: number).map(\.columns) : []
    if expected != balances { add(.balance, "event", number) }
  }
}

extension Row {
  /// Reads a value; nil for a missing one, and for one of another type, which a broken file can hold.
  func read<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    let value: (any DatabaseValueConvertible)? = self[column]
    return value.flatMap { Value.fromDatabaseValue($0.databaseValue) }
  }

  /// Reads a day; nil for anything else.
  fileprivate func day(_ column: String) -> CalendarDate? {
    (read(column) as String?).flatMap { CalendarDate(iso: $0) }
  }

  /// Reads a fraction; nil for anything else.
  fileprivate func ratio(_ column: String) -> Ratio? {
    (read(column) as String?).flatMap { Ratio(fraction: $0) }
  }

  /// Reads a word of a list; nil for any other.
  fileprivate func word<Word: RawRepresentable>(_ column: String) -> Word?
  where Word.RawValue == String {
    (read(column) as String?).flatMap(Word.init(rawValue:))
  }

  /// The columns of a balance as a seal takes them.
  fileprivate var balance: [String?] {
    ["rep", "plan", "plan_year", "account", "currency"].map { read($0) as String? }
      + ["opening", "posted", "closing"].map { (read($0) as Int64?).map { "\($0)" } }
  }
}

extension LedgerEvent {
  /// Reads a row of events; nil for one that no ledger has.
  fileprivate init?(_ row: Row) {
    guard let number: Int = row.read("number"), let verb: Verb = row.word("verb"),
      let by: String = row.read("made_by"), let on = row.day("made_on"),
      let version: String = row.read("version")
    else { return nil }
    self.init(
      number: number, verb: verb, period: row.read("period"), about: row.read("about"), by: by,
      on: on, reason: row.read("reason"), version: version)
  }
}

extension Posting {
  /// Reads the columns of a posting; nil for what no ledger has.
  fileprivate init?(_ row: Row) {
    guard let rep: String = row.read("rep"), let plan: String = row.read("plan"),
      let year = row.day("plan_year"), let item: OwedItem = row.word("item"),
      let kind: EntryKind = row.word("kind"), let account: LedgerAccount = row.word("account"),
      let currency = (row.read("currency") as String?).flatMap({ Currency(code: $0) }),
      let minorUnits: Int64 = row.read("minor_units")
    else { return nil }
    var cause: Cause?
    if let name: String = row.read("cause") {
      guard let read = Cause(name: name, was: row.read("was"), isNow: row.read("is_now")) else {
        return nil
      }
      cause = read
    }
    self.init(
      OwedKey(
        rep: rep, plan: plan, planYear: year, item: item, component: row.read("component"),
        deal: row.read("deal"), origin: row.day("origin")), kind, account,
      Money(minorUnits: minorUnits, currency: currency),
      facts: OwedFacts(
        day: row.day("day"), credit: row.ratio("credit"), quota: row.ratio("quota"),
        isBonus: row.read("is_bonus") as Int? == 1), cause: cause)
  }
}
