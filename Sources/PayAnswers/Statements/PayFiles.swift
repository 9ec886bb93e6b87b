public import Amounts
package import Answers
internal import CSVReading
package import Findings
package import PayPlans
package import PlanFiles
internal import Statistics
public import Tables

/// The files beside a plan and its deals, by their paths.
public struct PayFiles: Hashable, Sendable {
  /// Who is on the plan, since when, and under whom; nil for everyone with a deal, all year.
  public var roster: String?
  /// What foreign currencies are worth, month by month.
  public var rates: String?
  /// Scores of objectives and scored measures.
  public var scores: String?
  /// Amounts added or taken by hand.
  public var adjustments: String?
  /// What customers paid for deals, for plans whose pay follows it.
  public var receipts: String?

  /// The last day that is known; nil for all that the files say.
  public var asOf: CalendarDate?

  /// The first day of the plan year, where the plan does not say it; nil for the calendar year of the
  /// first deal, which parts of a table of deals need not agree on.
  public var starts: CalendarDate?

  /// How many rows the deals have, where somebody knows: with fewer or more they are refused.
  public var expectedRows: Int?

  /// The columns of the roster that payroll gets with the pay.
  public var keptColumns: [String] = []

  /// How these tables and the deals are read.
  public var tables: TableOptions

  /// Creates a choice of files.
  public init(
    roster: String? = nil, rates: String? = nil, scores: String? = nil, adjustments: String? = nil,
    tables: TableOptions = TableOptions()
  ) {
    self.roster = roster
    self.rates = rates
    self.scores = scores
    self.adjustments = adjustments
    self.tables = tables
  }

  /// A setting for a file that is given, or for how much of it is known; nil where none is.
  package var firstGiven: Parameter? {
    let files: [(String?, Parameter)] = [
      (roster, .roster), (rates, .rates), (scores, .scores), (adjustments, .adjustments),
      (receipts, .receipts), (asOf?.description, .asOf),
    ]
    return files.first { $0.0 != nil }?.1
  }
}

/// A plan, and what it is run on, as it was read.
package struct DealsToPay: Sendable {
  /// The plan.
  package let plan: Plan
  /// The deals.
  package let deals: Deals
  /// Whether the amounts of the deals are written as what each person is credited.
  let areParts: Bool
  /// Why deals that are not paid on are not, by their ids.
  package let leftOut: [String: DealRule]
  /// The people; nil without a roster.
  package let roster: Roster?
  /// How other files call them.
  package let names: OwnerNames?
  /// What foreign currencies are worth in that of the plan.
  package let rates: MonthlyRates
  /// The scores.
  package let scores: Scores
  /// What was changed by hand.
  package let adjustments: [Adjustment]
}

/// A plan that was run on deals, with what it was run on.
@dynamicMemberLookup
package struct PaidDeals: Sendable {
  /// What the plan was run on.
  let read: DealsToPay
  /// What everyone is paid.
  package let pay: PayRun

  package subscript<Value>(dynamicMember member: KeyPath<DealsToPay, Value>) -> Value {
    read[keyPath: member]
  }
}

extension PayFiles {
  /// Reads everything but the plan, and pays everyone.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - deals: The path of the deals.
  ///   - other: The plan that the roster names for the people on this one; nil for this one.
  ///   - reading: Is told the files, and what was found in them.
  /// - Returns: What everyone is paid.
  /// - Throws: `InputFailure` for what is wrong in a file.
  package func run(
    _ plan: Plan, on deals: String, forPeopleOn other: Plan? = nil, _ reading: inout Reading
  ) throws(InputFailure) -> PaidDeals {
    let plan = try plan.starting(on: starts)
    var own = Reading()
    do throws(InputFailure) {
      let read = try read(plan, deals, forPeopleOn: other, &own)
      let pay = try plan.statements(
        for: read.deals, roster: read.roster, rates: read.rates, scores: read.scores,
        adjustments: read.adjustments, asOf: asOf, sharing: .threads)
      own.findings.add(pay.findings)
      reading.inputs += own.inputs
      reading.findings.add(namingSources(in: own.findings, of: deals))
      return PaidDeals(read: read, pay: pay)
    } catch {
      throw InputFailure(error.code, namingSources(in: error.log, of: deals))
    }
  }

  /// Reads everything but the plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - path: The path of the deals.
  ///   - other: The plan that the roster names for the people on this one; nil for this one.
  ///   - reading: Is told the files, and what was found in them.
  /// - Returns: What is paid on.
  /// - Throws: `InputFailure` for what is wrong in a file.
  func read(
    _ plan: Plan, _ path: String, forPeopleOn other: Plan? = nil, _ reading: inout Reading
  ) throws(InputFailure) -> DealsToPay {
    var ofDeals = tables
    ofDeals.csv.expectedRows = expectedRows
    ofDeals.threads = nil
    var table = try InputTable(path: path, .deals, ofDeals)
    let found = try DealReading(&table, plan)
    var read = found.deals
    reading.findings.add(found.findings)
    if let account = table.account {
      reading.inputs.append(InputDescription(path: path, account))
    }
    var people: Roster?
    var names: OwnerNames?
    if !keptColumns.isEmpty, roster == nil {
      throw InputFailure(
        .keptColumns, "question.together", "it names columns of a roster, and there is none",
        remedy: "give \(.parameter(.roster)) too")
    }
    if let roster {
      let (listed, findings) = try Roster.read(
        path: roster, for: plan, orPeopleOn: other, keeping: keptColumns, tables)
      people = other.map { listed.moving(from: $0, to: plan) } ?? listed
      if !tables.isReadByOthers, other == nil {
        for finding in listed.slips(for: plan) { reading.findings.add(finding) }
      }
      let listedNames = OwnerNames(listed)
      read = read.naming(by: listedNames)
      names = listedNames
      reading.findings.add(findings)
      reading.inputs.append(InputDescription(path: roster, rows: listed.reps.count, rejected: 0))
    }
    reading.inputs += (others + tables.mapping.files).map { InputDescription(path: $0) }
    reading.findings.add(try noteReceipts(in: &read, by: plan))
    let monthly = try rates.map { (path) throws(InputFailure) in
      try MonthlyRates.readWithFindings(path: path, tables)
    }
    let scored = try scores.map { (path) throws(InputFailure) in
      try Scores.readWithFindings(path: path, tables)
    }
    let adjusted = try adjustments.map { (path) throws(InputFailure) in
      try Adjustment.readWithFindings(path: path, currency: plan.currency, tables)
    }
    for log in [monthly?.findings, scored?.findings, adjusted?.findings] {
      if let log { reading.findings.add(log) }
    }
    let scores = scored?.scores ?? Scores()
    let adjustments = adjusted?.adjustments ?? []
    return DealsToPay(
      plan: plan, deals: read, areParts: found.areParts, leftOut: found.leftOut, roster: people,
      names: names, rates: monthly?.rates.converting(to: plan.currency) ?? MonthlyRates(),
      scores: names.map { scores.naming(by: $0) } ?? scores,
      adjustments: names.map { names in adjustments.map { $0.naming(by: names) } } ?? adjustments)
  }

  /// Returns what was found, each of it where its row stood before the files were cut out of larger ones.
  private func namingSources(in log: FindingLog, of deals: String) -> FindingLog {
    let files: [(path: String?, kind: TableKind)] = [
      (deals, .deals), (roster, .roster), (scores, .scores), (adjustments, .adjustments),
    ]
    return files.reduce(log) { log, file in
      guard let path = file.path, path != "-",
        log.findings.contains(where: { $0.place?.line != nil }),
        let table = try? InputTable(path: path, file.kind, tables),
        let sources = SourceLines(table)
      else { return log }
      return sources.naming(log)
    }
  }
}

extension Plan {
  /// Returns the plan with the first day of its year, where it does not say that itself.
  ///
  /// - Throws: `.usage` for another day than the plan has, or one that its terms do not fit.
  func starting(on day: CalendarDate?) throws(InputFailure) -> Plan {
    guard let day else { return self }
    if let own = yearStarts, own != day {
      throw InputFailure(
        .starts, "question.together",
        "the year of the plan starts on \(own), and not on \(day)",
        remedy: "leave \(.parameter(.starts)) out: the plan says it")
    }
    var plan = self
    plan.yearStarts = day
    let faults = plan.faults()
    if faults.contains(where: { $0.severity == .error }) {
      var log = FindingLog()
      for fault in faults { log.add(fault) }
      throw InputFailure(.badData, log)
    }
    return plan
  }
}

extension WorkSharing {
  /// As many threads as there are cores.
  fileprivate static let threads = WorkSharing { count, work in
    _ = Parallel.map(count, threads: nil, work)
  }
}

extension PayFiles {
  /// The files beside a plan, deals and roster that are there.
  package var others: [String] { [rates, scores, adjustments, receipts].compactMap(\.self) }

  /// Adds what customers paid to the deals.
  ///
  /// - Throws: `.usage` for a plan that follows what nobody says; `.badData` for what is wrong in the file.
  private func noteReceipts(
    in deals: inout Deals, by plan: Plan
  ) throws(InputFailure) -> FindingLog {
    guard let receipts else {
      guard plan.paysByReceipts else { return FindingLog() }
      throw InputFailure(
        .receipts, "question.together",
        "pay is due as customers pay, and no file says what they paid",
        remedy: "give \(.parameter(.receipts)), a table of deal_id, date and amount")
    }
    let read = try Receipts(path: receipts, tables)
    var log = read.findings
    guard plan.paysByReceipts || tables.isReadByOthers else {
      log.add(
        Finding(
          "receipts.unused", .warning, at: Place(file: receipts),
          "the plan pays whether customers have paid or not, so that this file changes nothing",
          remedy: "write \(.code("paid: receipts")) into the plan if pay follows them"))
      return log
    }
    log.add(try deals.note(read, in: plan.currency))
    return log
  }
}

extension Roster {
  /// Warnings of people who are left out because their plan is written a letter or two otherwise.
  ///
  /// People on other plans are no slip; where several plans are run, each has to be there.
  fileprivate func slips(for plan: Plan) -> [Finding] {
    let name = Array(plan.name.lowercased())
    return reps.flatMap { rep in
      rep.assignments.compactMap { terms -> Finding? in
        guard let written = terms.plan, !terms.isOn(plan),
          NearMiss.editDistance(Array(written.lowercased()), name) <= 2
        else { return nil }
        return Finding(
          "roster.near-plan", .warning, at: Place(file: file, sheet: sheet, line: terms.line),
          "\"\(rep.id)\" is not paid here: the roster says \"\(written)\", and the plan is \"\(plan.name)\"",
          remedy: "write the plan's name if it is this one")
      }
    }
  }
}
