public import Amounts
public import Answers
public import Findings
internal import LedgerFiles
public import PayLedger
public import Reporting

/// Does every month come out again, from the files that a ledger keeps?
public struct LedgerReplayQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The version of this program.
  public var version: String

  /// Creates a question.
  public init(_ ledger: String, version: String) {
    self.ledger = ledger
    self.version = version
  }

  /// Calculates every close again, and holds what comes out against what was posted.
  ///
  /// - Throws: `.badData` for a ledger that is broken, `.cannotCreate` where the kept files find no place.
  public func answer() throws(InputFailure) -> Reply<LedgerReplay> {
    let file = try LedgerFile(opening: ledger)
    let book = try file.contents().book
    var months: [LedgerReplay.Month] = []
    for close in book.events where close.verb == .close {
      guard let number = close.about, let stored = book.calculations[number] else { continue }
      let before = book.until(number)
      let inputs = try file.inputs(of: number)
      let again = try Self.calculate(close, inputs, before, file)
      months.append(
        LedgerReplay.Month(
          close: close, postings: stored.postings.count,
          differences: LedgerReplay.differences(stored.postings, again),
          isOtherVersion: close.version != version))
    }
    return Reply(LedgerReplay(months: months))
  }

  private static func calculate(
    _ close: LedgerEvent, _ inputs: [KeptInput], _ before: LedgerBook, _ file: LedgerFile
  ) throws(InputFailure) -> [Posting] {
    let name = close.period ?? ""
    guard let day = before.periods.period(named: name)?.time.days.upperBound else { return [] }
    let run = try inputs.owed(asOf: day)
    let changes = Settlement.Changes(
      to: inputs, since: try file.inputsOfLastClose(in: before), version: close.version,
      of: before.lastClose)
    return try wording { () throws(LedgerObstacle) in
      try before.calculating(
        name, owed: run.owed, plans: run.plans, left: run.left, payees: run.payees,
        changes: changes, reversed: nil,
        LedgerStamp(by: close.by, on: close.on, version: close.version)
      ).calculation?.postings ?? []
    }
  }
}

/// Whether every month of a ledger comes out again, and what would be paid otherwise.
public struct LedgerReplay: Answer {
  /// A close that was calculated again.
  public struct Month: Sendable {
    /// The close.
    public let close: LedgerEvent
    /// How many postings it has.
    public let postings: Int
    /// What comes out otherwise.
    public let differences: [Difference]
    /// Whether another version of the program made it.
    public let isOtherVersion: Bool
  }

  /// What was posted under one key of an account, and what comes out.
  public struct Difference: Hashable, Sendable {
    /// What it is owed for.
    public let key: OwedKey
    /// The account.
    public let account: LedgerAccount
    /// What was posted.
    public let was: Money
    /// What comes out.
    public let isNow: Money
  }

  /// The closes, in their order.
  public let months: [Month]

  /// Whether all of them come out the same.
  public var isSame: Bool { months.allSatisfy(\.differences.isEmpty) }

  static func differences(_ stored: [Posting], _ again: [Posting]) -> [Difference] {
    struct Place: Hashable {
      var key: OwedKey
      var account: LedgerAccount
    }
    var sums: [Place: (was: Money, isNow: Money)] = [:]
    func add(_ posting: Posting, _ part: WritableKeyPath<(was: Money, isNow: Money), Money>) {
      let zero = Money.zero(posting.amount.currency)
      sums[Place(key: posting.key, account: posting.account), default: (zero, zero)][
        keyPath: part] += posting.amount
    }
    for posting in stored { add(posting, \.was) }
    for posting in again { add(posting, \.isNow) }
    return sums.filter { $0.value.was != $0.value.isNow }
      .sorted { ($0.key.key, $0.key.account.rawValue) < ($1.key.key, $1.key.account.rawValue) }
      .map { Difference(key: $0.key, account: $0.account, was: $1.was, isNow: $1.isNow) }
  }

  private var rows: [(month: Month, difference: Difference)] {
    months.flatMap { month in month.differences.map { (month, $0) } }
  }

  public var document: Document {
    let count: Inline =
      "\(.number(months.count)) closes were calculated again from the files that are kept."
    var document = Document(
      title: "Ledger, replayed",
      blocks: [
        .paragraph(isSame ? "\(count) All come out the same." : count), .table(monthSheet.table()),
      ])
    if !isSame {
      document.append(.section("What comes out otherwise"))
      document.append(.table(differenceSheet.table()))
    }
    return document
  }

  private var monthSheet: Sheet<Month> {
    var sheet = Sheet(months)
    sheet.add("period", "Period") { .text($0.close.period) }
    sheet.add("event") { .integer($0.close.number) }
    sheet.add("version", "Version") { .text($0.close.version) }
    sheet.add("postings", "Postings") { .integer($0.postings) }
    sheet.add("differences", "Differences") { .integer($0.differences.count) }
    return sheet
  }

  private var differenceSheet: Sheet<(month: Month, difference: Difference)> {
    var sheet = Sheet(rows)
    sheet.add("period", "Period") { .text($0.month.close.period) }
    sheet.add("rep", "Rep") { .text($0.difference.key.rep) }
    sheet.add("deal", "Deal") { .text($0.difference.key.deal) }
    sheet.add("component", "Component") { .text($0.difference.key.component) }
    sheet.add("item") { .text($0.difference.key.item.rawValue) }
    sheet.add("account") { .text($0.difference.account.rawValue) }
    sheet.add("was", "Posted", .amount()) { .money($0.difference.was) }
    sheet.add("is_now", "Comes out", .amount()) { .money($0.difference.isNow) }
    sheet.add("currency", "Currency") { .text($0.difference.was.currency.code) }
    sheet.add("cause", .text("Why"), { .text($0.month.isOtherVersion ? "engine" : nil) }) {
      $0.month.isOtherVersion
        ? Cause.engine($0.month.close.version).sentence(about: nil, places: 2) : .empty
    }
    return sheet
  }

  public var charts: [Chart] { [] }

  public var tables: [NamedTable] {
    [
      NamedTable("closes") { monthSheet.records },
      NamedTable("differences") { differenceSheet.records },
    ]
  }

  public var facts: [JSONValue.Member] { [.init("same", .bool(isSame))] }
}
