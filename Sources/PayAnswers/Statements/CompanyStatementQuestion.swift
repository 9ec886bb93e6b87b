internal import Amounts
public import Answers
internal import CSVReading
public import Findings
package import PayPlans
internal import PlanFiles
internal import Tables

/// What is everyone paid, each by the plan that the roster names?
///
///     var question = CompanyStatementQuestion(plans: ["sellers.yaml", "farmers.yaml"], deals: "deals.csv")
///     question.files.roster = "roster.csv"
///     let statements = try question.answer().answer
public struct CompanyStatementQuestion: Question, Hashable {
  /// The paths of the plans.
  public var plans: [String]
  /// The path of the deals.
  public var deals: String
  /// The files beside them; without a roster nobody knows who is on which plan.
  public var files: PayFiles
  /// The part of the year to show; nil for the plan years and what is due after them.
  public var period: String?
  /// The people to show; empty for all.
  public var reps: [String]

  /// Creates a question about everyone in the whole plan years.
  public init(
    plans: [String], deals: String, files: PayFiles = PayFiles(), period: String? = nil,
    reps: [String] = []
  ) {
    self.plans = plans
    self.deals = deals
    self.files = files
    self.period = period
    self.reps = reps
  }

  /// Reads everything and pays everyone.
  ///
  /// - Throws: `.usage` without a roster, and for people whom none of the plans pays; `.badData` with
  ///   what is wrong in the files, people of whom no plan is here among it.
  public func answer() throws(InputFailure) -> Reply<CompanyStatements> {
    var reading = Reading()
    let company = try runs(&reading)
    var meant = Set(reps)
    let statements = try company.answers {
      (run, findings) throws(InputFailure) -> PayStatements? in
      let names = reps.filter { name in run.pay.statements.contains { $0.isMeant(by: name) } }
      meant.subtract(names)
      if !reps.isEmpty, names.isEmpty { return nil }
      let question = StatementQuestion(
        plan: "", deals: deals, files: files, period: period, reps: names)
      var shown = Reading()
      shown.findings = findings
      let answer = try question.statements(of: run, &shown)
      reading.findings.addNew(shown.findings)
      return answer
    }
    for finding in company.people.findings(on: statements) { reading.findings.add(finding) }
    if let stranger = meant.sorted().first {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", about: .rep, "nobody called \"\(stranger)\" is paid here",
          remedy: NearMiss.remedy(for: stranger, among: company.people.reps.map(\.id))))
    }
    do throws(ArithmeticFailure) {
      return Reply(
        try CompanyStatements(statements), inputs: reading.inputs, findings: reading.findings)
    } catch {
      throw InputFailure(
        .badData,
        Finding(
          "deals.too-large", at: Place(file: deals),
          "the pay of everyone together cannot be added exactly"))
    }
  }
}

/// Plans that were run on the same people and deals.
package struct CompanyRuns: Sendable {
  /// The people.
  package let people: Roster
  /// The plans that somebody is on, with what was found about each.
  package fileprivate(set) var plans: [(run: PaidDeals, findings: FindingLog)] = []
}

extension CompanyRuns {
  /// What each plan answers about a period, but for plans of other years, which have nothing to say of it.
  ///
  /// - Parameter question: Asks a plan; nil where it is not meant.
  /// - Returns: the answers, in the order of the plans.
  /// - Throws: what asking a plan throws; that the period is of another year only when no plan answers.
  func answers<Answer>(
    _ question: (PaidDeals, FindingLog) throws(InputFailure) -> Answer?
  ) throws(InputFailure) -> [Answer] {
    var answers: [Answer] = []
    var otherYear: InputFailure?
    for (run, findings) in plans {
      do throws(InputFailure) {
        if let answer = try question(run, findings) { answers.append(answer) }
      } catch {
        guard error.log.findings.contains(where: { $0.kind == "pay.other-year" }) else {
          throw error
        }
        otherYear = error
      }
    }
    if answers.isEmpty, let otherYear { throw otherYear }
    return answers
  }
}

extension CompanyStatementQuestion {
  /// Reads everything, and runs each plan that somebody is on.
  ///
  /// - Parameters:
  ///   - reading: Is told the files, and what was found in them.
  ///   - other: A plan whose people are moved to the first one, to see what that would pay them.
  /// - Returns: The plans that were run, and the people.
  /// - Throws: what `answer` throws.
  package func runs(
    _ reading: inout Reading, forPeopleOn other: Plan? = nil
  ) throws(InputFailure) -> CompanyRuns {
    guard let roster = files.roster else {
      throw InputFailure(
        .plan, "question.together", "several plans need a roster that says who is on which",
        remedy: "give \(.parameter(.roster)) too, or one plan alone")
    }
    for path in [deals, roster] + files.others where path == "-" {
      throw InputFailure(
        .usage,
        Finding(
          "pay.standard-input", at: Place(file: "-"),
          "each plan reads its files, and standard input can be read once",
          remedy: "write it into a file, and name that"))
    }
    let read = try plans(&reading)
    let areSeveral = Set(read.map(\.currency.code)).count > 1
    var files = files
    files.tables.isReadByOthers = read.count > 1
    if read.count > 1 { try files.refuseUnknownMappings(among: read) }
    var company = CompanyRuns(people: try files.people(roster, on: read, orOn: other).known)
    var unused: [FindingLog] = []
    for plan in read {
      // As of a day plans of later years have not begun.
      if let day = files.asOf, let start = plan.yearStarts, day < start { continue }
      guard company.people.reps.contains(where: { $0.isOn(plan) }) else {
        reading.findings.add(
          Finding(
            "roster.nobody", .note, at: Place(file: roster),
            "nobody on the roster is on the plan \"\(plan.name)\""))
        continue
      }
      var own = Reading()
      let isFirst = plan.name == read.first?.name
      let run = try files.run(plan, on: deals, forPeopleOn: isFirst ? other : nil, &own)
      if areSeveral { try run.refuseUnsaidCurrencies() }
      for input in own.inputs where !reading.inputs.contains(where: { $0.path == input.path }) {
        reading.inputs.append(input)
      }
      let (scores, others) = own.findings.separated { $0.kind == "scores.unused" }
      unused.append(scores)
      company.plans.append((run, others))
    }
    // Other plans look for the scores that one of them does not.
    for finding in unused.first?.findings ?? [] {
      let isUnused = unused.allSatisfy { log in
        log.findings.contains { $0.place == finding.place }
      }
      if isUnused { reading.findings.add(finding) }
    }
    return company
  }

  /// Reads the plans, which have currencies that rates can be of.
  private func plans(_ reading: inout Reading) throws(InputFailure) -> [Plan] {
    let read = try reading.plans(plans)
    let currencies = Set(read.map(\.currency.code)).sorted()
    if currencies.count > 1, let rates = files.rates,
      try !MonthlyRates.read(path: rates, files.tables).nameTargets
    {
      throw InputFailure(
        .rates, "question.together",
        "the rates do not say to which currency they convert, and the plans are in \(currencies.joined(separator: ", "))",
        remedy: "write it into a column `to`, with a row for each currency of a plan")
    }
    return read
  }
}

extension PayFiles {
  /// Reads the people, each of whom has to be on one of the plans, whenever.
  ///
  /// - Parameters:
  ///   - path: The roster.
  ///   - plans: The plans; quotas are read as the first one calls them.
  ///   - other: A plan whose people are moved to the first one.
  /// - Returns: The people who are known as of the day that is asked about, and what was found.
  /// - Throws: `.badData` for people of whom no plan is here, and for what is wrong in the file.
  func people(
    _ path: String, on plans: [Plan], orOn other: Plan? = nil
  ) throws(InputFailure) -> (known: Roster, findings: FindingLog) {
    guard let first = plans.first else { return (Roster([]), FindingLog()) }
    if plans.count > 1 { try refuseUnreadPlans(path, plans) }
    let (listed, findings) = try Roster.read(path: path, for: first, orPeopleOn: other, tables)
    let roster = other.map { listed.moving(from: $0, to: first) } ?? listed
    let people = asOf.map { roster.known(by: $0) } ?? roster
    var log = FindingLog()
    let names = plans.map(\.name)
    for rep in people.reps {
      for assignment in rep.assignments
      where assignment.plan == nil && plans.count > 1
        || !plans.contains(where: { assignment.isOn($0) })
      {
        let place = Place(file: roster.file, sheet: roster.sheet, line: assignment.line)
        log.add(.error) {
          guard let plan = assignment.plan else {
            return Finding(
              "roster.no-plan", at: place,
              "the roster does not say which of the plans \"\(rep.id)\" is on",
              remedy: "write one of \(names.joined(separator: ", ")) into the column `plan`")
          }
          return Finding(
            "roster.no-plan", at: place,
            "\"\(rep.id)\" is on the plan \"\(plan)\", which is not here",
            remedy: NearMiss.closest(to: plan, among: names).map { "did you mean \"\($0)\"?" }
              ?? "add the file of that plan")
        }
      }
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
    return (people, findings)
  }
}

extension PayFiles {
  /// Asks about a column with the names of plans in a roster that has none for the plan.
  private func refuseUnreadPlans(_ path: String, _ plans: [Plan]) throws(InputFailure) {
    let table = try InputTable(path: path, .roster, tables)
    guard table.column("plan") == nil else { return }
    let column = table.columns.first { column in
      table.file.sample.contains { row in
        plans.contains { $0.isCalled(row[column.position]) }
      }
    }
    guard let column else { return }
    throw InputFailure(
      .badData,
      Finding(
        "roster.no-plan", at: table.headerPlace,
        "\(plans.count) plans are given, and the roster has no column `plan`; \"\(column.name)\" has names of them",
        remedy: "say \(.parameter(.map, "roster.plan=\"\(column.name)\""))"))
  }

  /// Refuses a mapping of a name that the plans do not have, one and all.
  fileprivate func refuseUnknownMappings(among plans: [Plan]) throws(InputFailure) {
    let ofDeals = plans.flatMap { $0.dealColumns.map(\.name) }
    let ofRoster = plans.flatMap { $0.measures.map { "quota \($0.name)" } } + keptColumns
    for (kind, names) in [(TableKind.deals, ofDeals), (.roster, ofRoster)] {
      for role in tables.mapping.roles(of: kind)
      where kind.role(role) == nil && !names.contains(role) {
        throw InputFailure(.usage, tables.mapping.unknown(role, in: kind))
      }
    }
  }
}

extension PaidDeals {
  /// Refuses deals that do not say what currency they are in, where people are paid in several.
  fileprivate func refuseUnsaidCurrencies() throws(InputFailure) {
    var log = FindingLog()
    let deals = read.deals
    for deal in deals.rows where deal.currency == nil && read.plan.looksAt(deal, in: deals) {
      log.add(.error) {
        Finding(
          "deals.currency", at: Place(file: deals.file, sheet: deals.sheet, line: deal.line),
          "the deal \"\(deal.id)\" does not say in which currency it is, and the plans have several",
          remedy: "write it into the column `currency`")
      }
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
  }
}

extension Roster {
  /// Warnings of days between two plans that neither pays, and of what is owed on one of them.
  fileprivate func findings(on plans: [PayStatements]) -> [Finding] {
    reps.flatMap { rep in gaps(of: rep, between: plans) + debts(of: rep, on: plans) }
  }

  private func gaps(of rep: Rep, between plans: [PayStatements]) -> [Finding] {
    func year(of terms: Assignment) -> ClosedRange<CalendarDate>? {
      let whole = plans.first { terms.isOn($0.plan) }?.statements.first?.whole
      return whole.map { $0.yearStart...$0.yearEnd }
    }
    return zip(rep.assignments, rep.assignments.dropFirst()).compactMap { before, after in
      guard before.plan != after.plan, let from = after.from, let old = year(of: before),
        let new = year(of: after)
      else { return nil }
      let last = min(old.upperBound, from.advanced(by: -1))
      let first = max(new.lowerBound, from)
      guard last.distance(to: first) > 1 else { return nil }
      return Finding(
        "roster.gap", .warning, at: Place(file: file, sheet: sheet, line: after.line),
        "\"\(rep.id)\" is paid by no plan from \(last.advanced(by: 1)) to \(first.advanced(by: -1)): the year of the one is over, or that of the other has not begun",
        remedy: "let the row begin with the year of its plan")
    }
  }

  private func debts(of rep: Rep, on plans: [PayStatements]) -> [Finding] {
    let own = plans.flatMap { plan in
      plan.statements.filter { $0.whole.rep == rep.id }.map { (plan.plan, $0) }
    }
    guard own.count > 1 else { return [] }
    return own.filter { $0.1.owed.minorUnits > 0 }.map { plan, statement in
      Finding(
        "pay.owed-elsewhere", .warning, at: Place(file: file, sheet: sheet, line: rep.line),
        "\"\(rep.id)\" owes \(.amount(statement.owed)) \(plan.currency.code) on the plan \"\(plan.name)\", which is not set against the pay of the other plans",
        remedy: "take it back with an adjustment on the other plan, if that is meant")
    }
  }
}
