public import Amounts
public import Answers
internal import Findings
public import PayLedger
public import Reporting

/// What a calculation of a period posts, or would post: for whom, and what changes earlier periods.
public struct LedgerMonth: Answer {
  /// The period.
  public let period: CalendarPeriod
  /// How far the period is.
  public let state: PeriodState
  /// Who calculated, and when.
  public let event: LedgerEvent
  /// What is posted.
  public let postings: [Posting]
  /// The people.
  public let people: [PersonMonth]

  /// What a period posts for one person in one currency.
  public struct PersonMonth: Hashable, Sendable {
    /// The person.
    public let payee: Payee
    /// What stood to be paid, or was carried, before.
    public let opening: Money
    /// What is posted, by what it is.
    public let amounts: [EntryKind: Money]
    /// What the person owes on draws and for cancelled deals, after what is posted.
    public let owed: Money

    /// What is posted to be paid.
    public var posted: Money {
      amounts.values.reduce(.zero(opening.currency), +)
    }
    /// What comes of it, with what stood before.
    public var balance: Money { opening + posted }
    /// What is paid out, never below zero.
    public var cheque: Money { max(.zero(opening.currency), balance) }
    /// What is carried to the next period; zero or below.
    public var carried: Money { balance - cheque }

    /// What some kinds come to.
    func sum(_ kinds: EntryKind...) -> Money {
      kinds.reduce(.zero(opening.currency)) { $0 + (amounts[$1] ?? .zero(opening.currency)) }
    }
  }

  /// Looks at a calculation, by the number of its event.
  ///
  /// - Precondition: The ledger has it.
  init(_ book: LedgerBook, calculation number: Int) {
    event = book.events[number - 1]
    let name = event.period ?? ""
    let period = book.periods.period(named: name)
    self.period = period?.time ?? book.first
    state = period?.state ?? .open
    let calculation = book.calculations[number]
    postings = calculation?.postings ?? []
    people = Self.people(
      postings, before: book.entries.filter { $0.event <= number }, calculation?.payees ?? [])
  }

  private static func people(
    _ postings: [Posting], before: [LedgerEntry], _ payees: [Payee]
  ) -> [PersonMonth] {
    var openings: [PersonInCurrency: Money] = [:]
    var owed: [PersonInCurrency: Money] = [:]
    for posting in before.lazy.map(\.posting) + postings {
      guard [.draw, .clawback].contains(posting.account) else { continue }
      let person = PersonInCurrency(posting)
      owed[person, default: .zero(posting.amount.currency)] += posting.amount
    }
    for entry in before where entry.posting.account == .payable {
      let amount = entry.posting.amount
      openings[PersonInCurrency(entry.posting), default: .zero(amount.currency)] += amount
    }
    var sums: [PersonInCurrency: [EntryKind: Money]] = [:]
    for posting in postings where posting.account == .payable {
      let person = PersonInCurrency(posting)
      sums[person, default: [:]][posting.kind, default: .zero(posting.amount.currency)] +=
        posting.amount
    }
    let known = Dictionary(payees.map { ($0.rep, $0) }, uniquingKeysWith: { $1 })
    let owing = openings.filter { $0.value.minorUnits != 0 }.map(\.key)
    return Set(owing).union(sums.keys).sorted()
      .map { person in
        PersonMonth(
          payee: known[person.rep] ?? Payee(rep: person.rep),
          opening: openings[person] ?? .zero(person.currency), amounts: sums[person] ?? [:],
          owed: owed[person] ?? .zero(person.currency))
      }
  }

  /// What is paid out in each currency, in alphabetical order.
  public var totals: [Money] {
    var sums: [Currency: Money] = [:]
    for person in people {
      sums[person.cheque.currency, default: .zero(person.cheque.currency)] += person.cheque
    }
    return sums.values.sorted { $0.currency.code < $1.currency.code }
  }

  /// What changes earlier periods.
  var adjustments: [Posting] { postings.filter { $0.cause != nil && $0.account == .payable } }

  // MARK: For people

  public var document: Document {
    var document = Document(
      title: "Pay of \(period.name), \(.phrase(state.name))", blocks: [.paragraph(introduction)])
    document.append(.table(peopleSheet.table()))
    if !adjustments.isEmpty {
      document.append(.section("What changes earlier periods"))
      document.append(.table(PostingSheet.adjustments(adjustments).table()))
    }
    return document
  }

  /// How many people are paid something.
  private var paidCount: Int {
    Set(people.filter { $0.cheque.minorUnits != 0 }.map(\.payee.rep)).count
  }

  private var introduction: Inline {
    let sums = totals.filter { $0.minorUnits != 0 }.map {
      "\(.amount($0)) \($0.currency.code)" as Inline
    }.joined(separator: ", ")
    let paid: Inline =
      paidCount == 0
      ? "Nobody is paid anything." : "To be paid are \(sums), to \(.number(paidCount)) people."
    return
      "From \(period.days.lowerBound) to \(period.days.upperBound), calculated by \(event.by) on \(event.on). \(paid) What is posted is what is owed as of the last day, less what was posted before."
  }

  private var peopleSheet: Sheet<PersonMonth> {
    var sheet = Sheet(people)
    sheet.add("rep") { .text($0.payee.rep) }
    sheet.add(
      "name", .text("Rep"), { .text($0.payee.name) },
      cell: { .init($0.payee.name ?? $0.payee.rep) })
    sheet.add("employee_id") { .text($0.payee.employeeID) }
    sheet.add("currency", "Currency") { .text($0.opening.currency.code) }
    sheet.add("carried_in", "Carried in", .amount()) { .money($0.opening) }
    sheet.add("earned", "Earned", .amount()) { .money($0.sum(.earning, .bonus)) }
    sheet.add("adjustments", "Adjustments", .amount()) { .money($0.sum(.adjustment, .manual)) }
    sheet.add("clawback", "Taken back", .amount()) { .money($0.sum(.clawback)) }
    sheet.add("not_taken", "Not taken yet", .amount()) { .money($0.sum(.carry)) }
    sheet.add("held", "Held, released", .amount()) { .money($0.sum(.hold, .release)) }
    sheet.add("guarantee", "Guarantee", .amount()) { .money($0.sum(.guarantee)) }
    sheet.add("draw", "Draw", .amount()) {
      .money($0.sum(.drawAdvance, .drawRecovery, .drawForgiveness))
    }
    sheet.add("cheque", "To be paid", .strong(.amount())) { .money($0.cheque) }
    sheet.add("carried_out", "Carried", .amount()) { .money($0.carried) }
    sheet.add("owed", "Owed by the rep", .amount()) { .money($0.owed) }
    return sheet
  }

  public var charts: [Chart] { [] }

  // MARK: For programs

  public var tables: [NamedTable] {
    [
      NamedTable("people") { peopleSheet.records },
      NamedTable("adjustments") { PostingSheet.adjustments(adjustments).records },
      NamedTable("postings") { PostingSheet.all(postings).records },
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("period", .string(period.name)),
      .init("first_day", .string("\(period.days.lowerBound)")),
      .init("last_day", .string("\(period.days.upperBound)")), .init("state", .string(state.name)),
      .init("event", .integer(event.number)),
    ]
  }
}

/// Postings as rows.
enum PostingSheet {
  /// Those that change earlier periods, with their causes.
  static func adjustments(_ postings: [Posting]) -> Sheet<Posting> {
    var sheet = Sheet(postings)
    sheet.add("kind", .text("What"), { .text($0.kind.rawValue) }, cell: { $0.kind.title })
    addSubject(to: &sheet) { $0 }
    sheet.add("amount", "Amount", .amount(sign: .always)) { .money($0.amount) }
    sheet.add("currency", "Currency") { .text($0.amount.currency.code) }
    addCause(to: &sheet) { $0 }
    return sheet
  }

  /// All of them, every column.
  static func all(_ postings: [Posting]) -> Sheet<Posting> {
    var sheet = Sheet(postings)
    addSubject(to: &sheet) { $0 }
    sheet.add("item") { .text($0.key.item.rawValue) }
    sheet.add("kind") { .text($0.kind.rawValue) }
    sheet.add("account") { .text($0.account.rawValue) }
    sheet.add("currency") { .text($0.amount.currency.code) }
    sheet.add("amount") { .money($0.amount) }
    addCause(to: &sheet) { $0 }
    return sheet
  }

  /// The columns that say what a posting is about.
  static func addSubject<Row>(
    to sheet: inout Sheet<Row>, _ posting: @escaping @Sendable (Row) -> Posting
  ) {
    sheet.add("rep", "Rep") { .text(posting($0).key.rep) }
    sheet.add("plan") { .text(posting($0).key.plan) }
    sheet.add("plan_year") { .text("\(posting($0).key.planYear)") }
    sheet.add("deal", "Deal") { .text(posting($0).key.deal) }
    sheet.add("component", "Component") { .text(posting($0).key.component) }
    sheet.add("day", "Of", .day) { row in
      let posting = posting(row)
      return .text((posting.facts.day ?? posting.key.origin).map { "\($0)" })
    }
  }

  /// The columns that say why a posting changes an earlier period.
  static func addCause<Row>(
    to sheet: inout Sheet<Row>, _ posting: @escaping @Sendable (Row) -> Posting
  ) {
    sheet.add(fields: ["cause", "was", "is_now"], .text("Why")) { row in
      let posting = posting(row)
      return posting.cause?.sentence(
        about: posting.key.deal, places: Int(posting.amount.currency.minorUnitDigits)) ?? .empty
    } values: { row in
      let texts = posting(row).cause?.texts
      return [.text(texts?.name), .text(texts?.was), .text(texts?.isNow)]
    }
  }
}
