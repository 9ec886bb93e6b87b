internal import Amounts
public import Answers
public import Findings
internal import FoundationEssentials
internal import LedgerFiles
internal import PayAnswers
public import PayLedger
internal import PayPlans
internal import PlanFiles
public import Tables

/// What does a period post?
public struct LedgerCalculation: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The period.
  public var period: String
  /// What it is calculated from.
  public var inputs: PayInputs
  /// Deals for which it is meant that nobody is credited with them any more.
  public var reversed: Set<String>
  /// Who calculates, and when.
  public var stamp: LedgerStamp

  /// Creates a question.
  public init(
    _ ledger: String, _ period: String, _ inputs: PayInputs, reversed: Set<String> = [],
    _ stamp: LedgerStamp
  ) {
    self.ledger = ledger
    self.period = period
    self.inputs = inputs
    self.reversed = reversed
    self.stamp = stamp
  }

  /// Calculates it, and keeps what it would post, with the files that it follows from.
  ///
  /// - Throws: what is wrong in the files, `.usage` for a period that is not the open one, and questions about
  ///   deals, people and plans that are gone.
  public func answer() throws(InputFailure) -> Reply<LedgerMonth> {
    let file = try LedgerFile(opening: ledger)
    let contents = try file.contents()
    let book = contents.book
    let kept = try inputs.kept()
    guard let day = book.periods.period(named: period)?.time.days.upperBound else {
      throw InputFailure(
        .notBegun(period: period, next: book.periods.current?.time.name ?? book.first.name))
    }
    let last = try file.inputsOfLastClose(in: book)
    try inputs.refuseMissingFiles(kept, since: last ?? [])
    let run = try inputs.owed(asOf: day)
    let after = try inputs.kept()
    guard after == kept else {
      throw InputFailure(
        .inputOutput,
        Finding(
          "ledger.moving", at: Place(file: inputs.deals),
          "a file changed while it was read", remedy: "do it again"))
    }
    let settings = reversed.sorted().map { KeptInput(role: "reverse", value: $0) }
    let changes = Settlement.Changes(
      to: kept, since: last, version: stamp.version, of: book.lastClose)
    func calculated(_ changes: Settlement.Changes) throws(InputFailure) -> LedgerStep {
      try wording(inputs) { () throws(LedgerObstacle) in
        try book.calculating(
          period, owed: run.owed, plans: run.plans, left: run.left, payees: run.payees,
          changes: changes, reversed: reversed, stamp)
      }
    }
    var step = try calculated(changes)
    // Everybody is paid once more for each kind of file, so only where it is asked which of them it was.
    if let last, changes.roles.count > 1, step.changesEarlier {
      var priced = changes
      priced.alone = kept.moves(of: changes.roles, since: last, asOf: day)
      step = try calculated(priced)
    }
    let posted = try file.append(step, to: contents, inputs: kept + settings)
    var reading = run.reading
    for finding in kept.droppedTerms(since: last ?? [], in: inputs.plans) {
      reading.findings.add(finding)
    }
    let unused = reversed.subtracting(step.reversedDeals)
    for deal in unused.sorted() {
      reading.findings.add(
        Finding(
          "ledger.not-gone", .warning, about: .reverse,
          "the deal \"\(deal)\" is not gone, or was never paid, so that nothing of it is taken back"
        ))
    }
    for finding in run.payees.numberFindings(.warning) { reading.findings.add(finding) }
    for stranger in book.strangers(to: run.payees) {
      reading.findings.add(
        Finding(
          "ledger.stranger", .warning, about: .ledger,
          "something stands on the accounts of \"\(stranger)\", who is on no roster of this calculation",
          remedy:
            "look whether the person is called otherwise, with \(.code("ontarget ledger statement"))"
        ))
    }
    return Reply(
      LedgerMonth(posted.book, calculation: step.event.number),
      inputs: reading.inputs, findings: reading.findings)
  }
}

extension LedgerBook {
  /// The people with something on their accounts whom a calculation does not know, in alphabetical order.
  fileprivate func strangers(to payees: [Payee]) -> [String] {
    let known = Set(payees.map(\.rep))
    struct Account: Hashable {
      var rep: String
      var account: LedgerAccount
      var currency: Currency
    }
    var sums: [Account: Int64] = [:]
    for entry in entries where !known.contains(entry.posting.key.rep) {
      let account = Account(
        rep: entry.posting.key.rep, account: entry.posting.account,
        currency: entry.posting.amount.currency)
      sums[account, default: 0] += entry.posting.amount.minorUnits
    }
    return Set(sums.filter { $0.value != 0 }.map(\.key.rep)).sorted()
  }
}

extension [Payee] {
  /// What keeps payroll from telling people apart by their employee numbers.
  func numberFindings(_ severity: Severity) -> [Finding] {
    let remedy: Inline =
      "write it into the column employee_id of the roster, and calculate the period again"
    let missing = filter { $0.employeeID?.isEmpty ?? true }.map { payee in
      Finding(
        "ledger.no-number", severity, about: .roster,
        "\"\(payee.rep)\" has no employee number, by which payroll knows people", remedy: remedy)
    }
    let byNumber = Dictionary(grouping: filter { !($0.employeeID?.isEmpty ?? true) }) {
      $0.employeeID ?? ""
    }
    let shared = byNumber.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      number, payees in
      Finding(
        "ledger.same-number", severity, about: .roster,
        "\(payees.map { "\"\($0.rep)\"" }.joined(separator: ", ")) have one employee number, \(number)",
        remedy: remedy)
    }
    return missing + shared
  }
}

extension [KeptInput] {
  /// What plans of the last close have and those of the same names now have not.
  fileprivate func droppedTerms(
    since earlier: [KeptInput], in files: [String]
  ) -> [Finding] {
    func plans(_ inputs: [KeptInput], in files: [String]) -> [Plan] {
      zip(inputs.contents(of: "plan"), files).compactMap { bytes, file in
        bytes.flatMap { try? Plan.read(yaml: String(decoding: $0, as: UTF8.self), file: file).plan }
      }
    }
    guard contents(of: "plan") != earlier.contents(of: "plan") else { return [] }
    let before = plans(earlier, in: earlier.filter { $0.role == "plan" }.map(\.value))
    return plans(self, in: files).flatMap { plan in
      before.first { $0.isCalled(plan.name) }.map { old in
        plan.dropped(
          since: old, .warning,
          remedy:
            "what it paid in this year is taken back; keep it in the plan, or in a version until a day, where that is not meant"
        )
      } ?? []
    }
  }
}

extension LedgerStep {
  /// Whether it changes what earlier periods posted for what was there and still is.
  fileprivate var changesEarlier: Bool {
    (calculation?.postings ?? []).contains { posting in
      switch posting.cause {
      case .credit, .day, .quota, .files: true
      default: false
      }
    }
  }

  /// The deals that it takes back because they are gone.
  fileprivate var reversedDeals: Set<String> {
    Set(
      (calculation?.postings ?? []).filter { $0.cause == .gone }
        .compactMap { $0.key.deal ?? $0.key.component })
  }
}

extension LedgerFile {
  /// The files and settings from which the last close was calculated; nil before the first.
  func inputsOfLastClose(in book: LedgerBook) throws(InputFailure) -> [KeptInput]? {
    guard let calculation = book.lastClose?.about else { return nil }
    return try inputs(of: calculation)
  }
}

extension Settlement.Changes {
  /// What changed since a close, beside the deals.
  init(
    to kept: [KeptInput], since before: [KeptInput]?, version: String, of close: LedgerEvent?
  ) {
    guard let before, let close else {
      self.init()
      return
    }
    self.init(
      files: kept.roles(changedSince: before),
      areDealsOthers: kept.contents(of: "deals") != before.contents(of: "deals"),
      version: close.version == version ? nil : close.version)
  }
}

/// What stood before a ledger begins?
public struct LedgerOpening: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// What was paid before is calculated from these; nil where nothing was.
  public var inputs: PayInputs?
  /// A table of balances that are owed either way; nil for none.
  public var balances: String?
  /// How that table is read.
  public var tables: TableOptions
  /// Who says so, and when.
  public var stamp: LedgerStamp

  /// Creates a question.
  public init(
    _ ledger: String, inputs: PayInputs? = nil, balances: String? = nil,
    tables: TableOptions = TableOptions(), _ stamp: LedgerStamp
  ) {
    self.ledger = ledger
    self.inputs = inputs
    self.balances = balances
    self.tables = tables
    self.stamp = stamp
  }

  /// Posts what the plans paid before the first period, as paid, and the balances.
  ///
  /// - Throws: what is wrong in the files, and `.usage` for what is in the ledger already.
  public func answer() throws(InputFailure) -> Reply<LedgerStatus> {
    guard inputs != nil || balances != nil else {
      throw InputFailure(
        .ledger, "ledger.nothing", "nothing says what stood before",
        remedy: "name a plan and its deals, or \(.parameter(.balances))")
    }
    let file = try LedgerFile(opening: ledger)
    let contents = try file.contents()
    let kept = try inputs?.kept() ?? []
    let day = contents.book.first.days.lowerBound.advanced(by: -1)
    let run = try inputs?.owed(asOf: day) ?? OwedRun()
    let said = try balances.map { (path) throws(InputFailure) in
      try OpeningBalance.read(
        path: path, plans: run.plans, before: contents.book.first.days.lowerBound,
        payees: inputs == nil ? nil : run.payees, tables)
    }
    let step = try wording(inputs) { () throws(LedgerObstacle) in
      try contents.book.opening(owed: run.owed, balances: said ?? [], stamp)
    }
    return Reply(
      LedgerStatus(try file.append(step, to: contents, inputs: kept), path: ledger),
      inputs: run.reading.inputs,
      findings: run.reading.findings)
  }
}
