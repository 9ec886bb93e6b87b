public import Amounts
public import Answers
public import Findings
internal import LedgerFiles
public import PayLedger
internal import PayPlans
public import Reporting

/// What does a ledger say of one person?
public struct LedgerStatementQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The person: as the roster calls them, by name, or by employee number.
  public var rep: String
  /// The period; nil for the last one that is closed.
  public var period: String?

  /// Creates a question.
  public init(_ ledger: String, rep: String, period: String? = nil) {
    self.ledger = ledger
    self.rep = rep
    self.period = period
  }

  /// Reads the ledger.
  ///
  /// - Throws: `.usage` for a period that is not closed, and for a person of whom nothing was posted.
  public func answer() throws(InputFailure) -> Reply<LedgerStatement> {
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
    let people = Set(book.entries.map(\.posting.key.rep))
    let meant = people.sorted().map { payees[$0] ?? Payee(rep: $0) }.rep(called: rep)
    guard let meant else {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", about: .rep, "nobody called \"\(rep)\" is paid here",
          remedy: NearMiss.remedy(for: rep, among: people.sorted())))
    }
    return Reply(
      LedgerStatement(of: payees[meant] ?? Payee(rep: meant), in: found.time, book))
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

/// What a ledger posted for one person in one period, and what stands on the accounts.
public struct LedgerStatement: Answer {
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

  public var isSelection: Bool { true }

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

  // MARK: For people

  public var document: Document {
    var document = Document(
      title: "\(payee.name ?? payee.rep), \(period.name)",
      blocks: [
        .paragraph(
          "From \(period.days.lowerBound) to \(period.days.upperBound). What was posted in the period is what was owed as of its last day, less what was posted before."
        ),
        .table(balanceSheet.table()),
      ])
    if !ofPeriod.isEmpty {
      document.append(.section("Of this period"))
      document.append(.table(Self.entrySheet(ofPeriod, showsCause: false).table()))
    }
    if !ofEarlier.isEmpty {
      document.append(.section("Adjustments of earlier periods"))
      document.append(.table(Self.entrySheet(ofEarlier, showsCause: true).table()))
    }
    if !yearToDate.isEmpty {
      document.append(.section("The year to date"))
      document.append(.table(yearSheet.table()))
    }
    return document
  }

  private var balanceSheet: Sheet<Balance> {
    var sheet = Sheet(balances)
    sheet.add(
      "account", .text("Ledger account"), { .text($0.account.rawValue) },
      cell: { $0.account.title })
    sheet.add("currency", "Currency") { .text($0.opening.currency.code) }
    sheet.add("opening", "Before", .amount()) { .money($0.opening) }
    sheet.add("posted", "Posted", .amount(sign: .always)) { .money($0.posted) }
    sheet.add("closing", "Now", .strong(.amount())) { .money($0.closing) }
    return sheet
  }

  private static func entrySheet(
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

  private var yearSheet: Sheet<(kind: EntryKind, amount: Money)> {
    var sheet = Sheet(yearToDate)
    sheet.add("kind", .text("What"), { .text($0.kind.rawValue) }, cell: { $0.kind.title })
    sheet.add("amount", "Amount", .amount()) { .money($0.amount) }
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("entries") { Self.entrySheet(entries, showsCause: true).records },
      NamedTable("balances") { balanceSheet.records },
      NamedTable("year_to_date") { yearSheet.records },
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("rep", .string(payee.rep)), .init("name", payee.name.map { .string($0) } ?? .null),
      .init("period", .string(period.name)),
    ]
  }
}
