public import Amounts
public import Answers
public import Findings
internal import LedgerFiles
public import PayLedger
internal import PayPlans
public import Reporting

/// What does a ledger say of each person?
public struct LedgerStatementQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The people: as the roster calls them, by name, or by employee number; empty for everybody.
  public var reps: [String]
  /// The period; nil for the last one that is closed.
  public var period: String?

  /// Creates a question.
  public init(_ ledger: String, reps: [String] = [], period: String? = nil) {
    self.ledger = ledger
    self.reps = reps
    self.period = period
  }

  /// Reads the ledger.
  ///
  /// - Throws: `.usage` for a period that is not closed, and for a person of whom nothing was posted.
  public func answer() throws(InputFailure) -> Reply<LedgerStatements> {
    let book = try LedgerFile(opening: ledger).contents().book
    let found = period.map { book.periods.period(named: $0) } ?? book.periods.lastClosed
    guard let found, found.state.isPosted else {
      let asked = period ?? found?.time.name ?? book.first.name
      throw InputFailure(
        .period, "ledger.not-closed",
        "\(asked) is not closed, and a statement shows what was posted",
        remedy: book.periods.lastClosed.map { "the last closed one is \($0.time.name)" }
          ?? "no period is closed yet")
    }
    let payees = book.payees
    let people = Set(book.entries.map(\.posting.key.rep)).sorted()
    let known = people.map { payees[$0] ?? Payee(rep: $0) }
    let meant = try reps.map { (name) throws(InputFailure) in
      guard let rep = known.rep(called: name) else {
        throw InputFailure(
          .usage,
          Finding(
            "pay.unknown-rep", about: .rep, "nobody called \"\(name)\" is paid here",
            remedy: NearMiss.remedy(for: name, among: people)))
      }
      return rep
    }
    let statements = known.filter { meant.isEmpty || meant.contains($0.rep) }.map {
      LedgerStatement(of: $0, in: found.time, book)
    }
    // Who left long ago has nothing to be told.
    return Reply(
      LedgerStatements(
        period: found.time, isSelection: !reps.isEmpty,
        statements: reps.isEmpty ? statements.filter { !$0.isEmpty } : statements))
  }
}

extension LedgerBook {
  /// The closes that were taken back, and what took them back.
  fileprivate var undone: Set<Int> {
    Set(
      events.filter { $0.verb == .reopen }.flatMap { [$0.number] + ($0.about.map { [$0] } ?? []) })
  }
}

extension [Payee] {
  /// Returns who is called so: by id, name or employee number; nil for nobody.
  func rep(called name: String) -> String? {
    let wanted = NameLook.folded(name)
    return first { payee in
      [payee.rep, payee.name, payee.employeeID].compactMap(\.self)
        .contains { NameLook.folded($0) == wanted }
    }?.rep
  }
}

/// What a ledger posted for people in one period.
public struct LedgerStatements: Answer {
  /// The period.
  public let period: CalendarPeriod
  /// Whether people were asked for by name.
  public let isSelection: Bool
  /// The statements, by person.
  public let statements: [LedgerStatement]

  public var document: Document {
    if statements.count == 1, isSelection, let only = statements.first {
      return Document(
        title: "\(only.title), \(period.name)",
        blocks: [.paragraph(LedgerStatement.introduction(of: period))] + only.blocks(below: 1))
    }
    var document = Document(
      title: "Statements, \(period.name)",
      blocks: [
        .paragraph(LedgerStatement.introduction(of: period)),
        .table(LedgerStatement.balanceSheet(of: statements).table()),
      ])
    for statement in statements {
      document.append(.section(statement.title))
      for block in statement.blocks(below: 2) { document.append(block) }
    }
    return document
  }

  public var charts: [Chart] { [] }

  public var tables: [NamedTable] {
    [
      NamedTable("entries") {
        LedgerStatement.entrySheet(statements.flatMap(\.entries), showsCause: true).records
      },
      NamedTable("balances") { LedgerStatement.balanceSheet(of: statements).records },
      NamedTable("year_to_date") { LedgerStatement.yearSheet(of: statements).records },
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("period", .string(period.name)),
      .init(
        "people",
        .array(
          statements.map { statement in
            .object([
              .init("rep", .string(statement.payee.rep)),
              .init("name", statement.payee.name.map { .string($0) } ?? .null),
            ])
          })),
    ]
  }
}

/// What a ledger posted for one person in one period, and what stands on the accounts.
public struct LedgerStatement: Sendable {
  /// The person.
  public let payee: Payee
  /// The period.
  public let period: CalendarPeriod
  /// What was posted in it.
  public let entries: [LedgerEntry]
  /// What stood on the accounts before the period, what it posted, and what stands now.
  public let balances: [Balance]
  /// What was posted to be paid in the calendar year of the period's last day, up to it, by what it is.
  public let yearToDate: [(kind: EntryKind, amount: Money)]

  /// What an account comes to, on all plans together.
  public struct Balance: Hashable, Sendable {
    /// The account.
    public let account: LedgerAccount
    /// What stood on it before the period.
    public let opening: Money
    /// What the period posted.
    public let posted: Money
    /// What stands on it.
    public var closing: Money { opening + posted }
  }

  init(of payee: Payee, in period: CalendarPeriod, _ book: LedgerBook) {
    self.payee = payee
    self.period = period
    let own = book.entries.filter { $0.posting.key.rep == payee.rep }
    let undone = book.undone
    entries = own.filter { $0.period == period.name && !undone.contains($0.event) }
    let days = Dictionary(
      book.periods.periods.map { ($0.time.name, $0.time.days) }, uniquingKeysWith: { $1 })
    struct Account: Hashable {
      var account: LedgerAccount
      var currency: Currency
    }
    var sums: [Account: (opening: Money, posted: Money)] = [:]
    var year: [EntryKind: [Currency: Money]] = [:]
    for entry in own {
      let amount = entry.posting.amount
      let end = entry.period.flatMap { days[$0]?.upperBound }
      guard end.map({ $0 <= period.days.upperBound }) ?? true else { continue }
      let key = Account(account: entry.posting.account, currency: amount.currency)
      let zero = Money.zero(amount.currency)
      var sum = sums[key] ?? (zero, zero)
      if entry.period == period.name { sum.posted += amount } else { sum.opening += amount }
      sums[key] = sum
      if entry.posting.account == .payable, end?.year == period.days.upperBound.year {
        year[entry.posting.kind, default: [:]][amount.currency, default: zero] += amount
      }
    }
    // The person has accounts on several plans, which are one to them.
    balances = LedgerAccount.allCases.flatMap { account in
      sums.filter { $0.key.account == account }
        .sorted { $0.key.currency.code < $1.key.currency.code }
        .map { Balance(account: account, opening: $0.value.opening, posted: $0.value.posted) }
    }
    yearToDate = EntryKind.allCases.flatMap { kind in
      (year[kind] ?? [:]).values.sorted { $0.currency.code < $1.currency.code }
        .map { (kind, $0) }
    }
  }

  private var ofPeriod: [LedgerEntry] {
    entries.filter { $0.posting.cause == nil && $0.posting.account == .payable }
  }
  private var ofEarlier: [LedgerEntry] {
    entries.filter { $0.posting.cause != nil && $0.posting.account == .payable }
  }

  /// Whether nothing was posted and nothing stands on an account.
  var isEmpty: Bool {
    entries.isEmpty && balances.allSatisfy { $0.closing.minorUnits == 0 }
  }

  // MARK: For people

  var title: Inline { .verbatim(payee.name ?? payee.rep) }

  static func introduction(of period: CalendarPeriod) -> Inline {
    "From \(period.days.lowerBound) to \(period.days.upperBound). What was posted in the period is what was owed as of its last day, less what was posted before."
  }

  /// What is told of the person, below a heading of a level.
  func blocks(below level: Int) -> [Block] {
    var blocks: [Block] = [.table(Self.balanceSheet(of: [self], showsPeople: false).table())]
    func add(_ title: Inline, _ table: Table) {
      blocks.append(.heading(level: level + 1, title))
      blocks.append(.table(table))
    }
    if !ofPeriod.isEmpty {
      add("Of this period", Self.entrySheet(ofPeriod, showsCause: false).table())
    }
    if !ofEarlier.isEmpty {
      add("Adjustments of earlier periods", Self.entrySheet(ofEarlier, showsCause: true).table())
    }
    if !yearToDate.isEmpty { add("The year to date", Self.yearSheet(of: [self]).table()) }
    return blocks
  }

  static func balanceSheet(
    of statements: [LedgerStatement], showsPeople: Bool = true
  ) -> Sheet<(payee: Payee, balance: Balance)> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.balances.map { (payee: statement.payee, balance: $0) }
      })
    sheet.add("rep") { .text($0.payee.rep) }
    sheet.add("name", showsPeople ? "Name" : nil) { .text($0.payee.name ?? $0.payee.rep) }
    sheet.add(
      "account", .text("Ledger account"), { .text($0.balance.account.rawValue) },
      cell: { $0.balance.account.title })
    sheet.add("currency", "Currency") { .text($0.balance.opening.currency.code) }
    sheet.add("opening", "Before", .amount()) { .money($0.balance.opening) }
    sheet.add("posted", "Posted", .amount(sign: .always)) { .money($0.balance.posted) }
    sheet.add("closing", "Now", .strong(.amount())) { .money($0.balance.closing) }
    return sheet
  }

  static func entrySheet(
    _ entries: [LedgerEntry], showsCause: Bool
  ) -> Sheet<LedgerEntry> {
    var sheet = Sheet(entries)
    sheet.add("entry", "Entry") { .integer($0.number) }
    sheet.add("rep") { .text($0.posting.key.rep) }
    sheet.add(
      "plan", Set(entries.map(\.posting.key.plan)).count > 1 ? "Plan" : nil
    ) { .text($0.posting.key.plan) }
    sheet.add(
      "kind", .text("What"), { .text($0.posting.kind.rawValue) }, cell: { $0.posting.kind.title })
    sheet.add("deal", "Deal") { .text($0.posting.key.deal) }
    sheet.add("component", "Component") { .text($0.posting.key.component) }
    sheet.add("day", "Of", .day) { entry in
      .text((entry.posting.facts.day ?? entry.posting.key.origin).map { "\($0)" })
    }
    sheet.add("account") { .text($0.posting.account.rawValue) }
    sheet.add("amount", "Amount", .amount(sign: .always)) { .money($0.posting.amount) }
    sheet.add("currency", "Currency") { .text($0.posting.amount.currency.code) }
    if showsCause {
      PostingSheet.addCause(to: &sheet) { $0.posting }
    }
    return sheet
  }

  static func yearSheet(
    of statements: [LedgerStatement]
  ) -> Sheet<(rep: String, kind: EntryKind, amount: Money)> {
    var sheet = Sheet(
      statements.flatMap { statement in
        statement.yearToDate.map { (rep: statement.payee.rep, kind: $0.kind, amount: $0.amount) }
      })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("kind", .text("What"), { .text($0.kind.rawValue) }, cell: { $0.kind.title })
    sheet.add("amount", "Amount", .amount()) { .money($0.amount) }
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    return sheet
  }
}
