internal import Amounts
public import Answers
public import Findings
internal import PayPlans
internal import PlanFiles

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
    guard let roster = files.roster else {
      throw InputFailure(
        .plan, "question.together", "several plans need a roster that says who is on which",
        remedy: "give \(.parameter(.roster)) too, or one plan alone")
    }
    var reading = Reading()
    var read: [Plan] = []
    for path in plans {
      let plan = try reading.plan(path)
      if let other = read.first(where: { $0.name.lowercased() == plan.name.lowercased() }) {
        throw InputFailure(
          .badData,
          Finding(
            "plan.same-name", at: plan.place ?? Place(file: path),
            "the plan \"\(plan.name)\" has the name of the one in \(other.place?.file ?? "")",
            remedy: "a roster tells plans by their names: give each its own"))
      }
      read.append(plan)
    }
    let people = try files.people(roster, on: read, &reading)
    var statements: [PayStatements] = []
    var unused: [FindingLog] = []
    var meant = Set(reps)
    var otherYear: InputFailure?
    for plan in read {
      guard people.reps.contains(where: { $0.isOn(plan) }) else {
        reading.findings.add(
          Finding(
            "roster.nobody", .note, at: Place(file: roster),
            "nobody on the roster is on the plan \"\(plan.name)\""))
        continue
      }
      var own = Reading()
      let run = try files.run(plan, on: deals, &own)
      let names = reps.filter { name in run.pay.statements.contains { $0.isMeant(by: name) } }
      meant.subtract(names)
      for input in own.inputs where !reading.inputs.contains(where: { $0.path == input.path }) {
        reading.inputs.append(input)
      }
      let (scores, others) = own.findings.separated { $0.kind == "scores.unused" }
      unused.append(scores)
      if !reps.isEmpty, names.isEmpty { continue }
      let question = StatementQuestion(
        plan: "", deals: deals, files: files, period: period, reps: names)
      var shown = Reading()
      shown.findings = others
      do throws(InputFailure) {
        statements.append(try question.statements(of: run, &shown))
        reading.findings.addNew(shown.findings)
      } catch {
        // Plans of other years have nothing to show of the period.
        guard error.log.findings.contains(where: { $0.kind == "pay.other-year" }) else {
          throw error
        }
        otherYear = error
      }
    }
    if statements.isEmpty, let otherYear { throw otherYear }
    // Other plans look for the scores that one of them does not.
    for finding in unused.first?.findings ?? [] {
      let isUnused = unused.allSatisfy { log in
        log.findings.contains { $0.place == finding.place }
      }
      if isUnused { reading.findings.add(finding) }
    }
    if let stranger = meant.sorted().first {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-rep", about: .rep, "nobody called \"\(stranger)\" is paid here",
          remedy: NearMiss.remedy(for: stranger, among: people.reps.map(\.id))))
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

extension PayFiles {
  /// Reads the people, each of whom has to be on one of the plans, whenever.
  fileprivate func people(
    _ path: String, on plans: [Plan], _ reading: inout Reading
  ) throws(InputFailure) -> Roster {
    guard let first = plans.first else { return Roster([]) }
    let (roster, _) = try Roster.read(path: path, for: first, tables)
    let people = asOf.map { roster.known(by: $0) } ?? roster
    var log = FindingLog()
    let names = plans.map(\.name)
    for rep in people.reps {
      for assignment in rep.assignments
      where assignment.plan == nil || !plans.contains(where: { assignment.isOn($0) }) {
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
    return people
  }
}
