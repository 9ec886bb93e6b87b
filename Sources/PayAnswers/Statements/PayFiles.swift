public import Amounts
package import Answers
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

/// A plan that was run on deals, with the deals.
package struct PaidDeals: Sendable {
  /// The plan.
  package let plan: Plan
  /// The deals.
  package let deals: Deals
  /// What everyone is paid.
  package let pay: PayRun
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
    var table = try InputTable(path: deals, .deals, tables)
    let found = try DealReading(&table, plan)
    var read = found.deals
    reading.findings.add(found.findings)
    if let account = table.account {
      reading.inputs.append(InputDescription(path: deals, account))
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
    var scores = scored?.scores ?? Scores()
    var adjustments = adjusted?.adjustments ?? []
    if let names {
      scores = scores.naming(by: names)
      adjustments = adjustments.map { $0.naming(by: names) }
    }
    let rates = monthly?.rates.converting(to: plan.currency) ?? MonthlyRates()
    let pay = try plan.statements(
      for: read, roster: people, rates: rates,
      scores: scores, adjustments: adjustments,
      asOf: asOf, sharing: .threads)
    reading.findings.add(pay.findings)
    return PaidDeals(
      plan: plan, deals: read, pay: pay, leftOut: found.leftOut, roster: people, names: names,
      rates: rates, scores: scores, adjustments: adjustments)
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
