internal import Amounts
public import Answers
public import Findings
package import PayPlans

/// What is everyone paid, and why?
///
///     var question = StatementQuestion(plan: "plan.yaml", deals: "deals.csv")
///     question.period = "2021-Q2"
///     let statements = try question.answer().answer
public struct StatementQuestion: Question, Hashable {
  /// The path of the plan.
  public var plan: String
  /// The path of the deals.
  public var deals: String
  /// The files beside them.
  public var files: PayFiles
  /// The part of the year to show, such as 2021-Q2, or FY2021-Q2 for a part of the plan's year; nil for
  /// the whole plan year and what is due after it.
  public var period: String?
  /// The people to show; empty for all.
  public var reps: [String]

  /// Creates a question about everyone in the whole plan year.
  public init(
    plan: String, deals: String, files: PayFiles = PayFiles(), period: String? = nil,
    reps: [String] = []
  ) {
    self.plan = plan
    self.deals = deals
    self.files = files
    self.period = period
    self.reps = reps
  }

  public func answer() throws(InputFailure) -> Reply<PayStatements> {
    var reading = Reading()
    let statements = try statements(&reading).statements
    return Reply(statements, inputs: reading.inputs, findings: reading.findings)
  }
}

extension StatementQuestion {
  /// Reads everything and pays everyone.
  package func run(_ reading: inout Reading) throws(InputFailure) -> PaidDeals {
    let plan = try reading.plan(self.plan)
    return try files.run(plan, on: deals, &reading)
  }

  /// Reads everything, pays everyone, and returns the statements that are asked for.
  package func statements(
    _ reading: inout Reading
  ) throws(InputFailure) -> (run: PaidDeals, statements: PayStatements) {
    let run = try run(&reading)
    return (run, try statements(of: run, &reading))
  }

  /// The statements of a run that are asked for.
  func statements(
    of run: PaidDeals, _ reading: inout Reading
  ) throws(InputFailure) -> PayStatements {
    let statements = try PayStatements(
      run.pay, plan: run.plan, period: reading.period(named: period, of: run.plan), reps: reps)
    if !reps.isEmpty {
      reading.findings = run.findings(
        reading.findings, about: Set(statements.statements.map(\.whole.rep)))
    }
    if let finding = run.finding(on: statements.uncounted) { reading.findings.add(finding) }
    return statements
  }
}

extension PaidDeals {
  /// What is said of won deals that nothing in the plan counts; nil for none.
  package func finding(on uncounted: [UncountedDeal]) -> Finding? {
    uncounted.finding(on: read.plan, at: Place(file: read.deals.file, sheet: read.deals.sheet))
  }

  /// Returns findings without those about rows of other people than some, which are not theirs to see.
  fileprivate func findings(_ log: FindingLog, about reps: Set<String>) -> FindingLog {
    var others: Set<Place> = []
    func add(_ file: String, _ sheet: String?, _ line: Int?, _ rep: String) {
      guard let line, !reps.contains(rep) else { return }
      others.insert(Place(file: file, sheet: sheet, line: line))
    }
    let deals = read.deals
    for deal in deals.rows { add(deals.file, deals.sheet, deal.line, deal.rep) }
    for rep in read.roster?.reps ?? [] {
      for terms in rep.assignments {
        add(read.roster?.file ?? "", read.roster?.sheet, terms.line, rep.id)
      }
    }
    return log.removing { finding in
      finding.place.map {
        others.contains(Place(file: $0.file, sheet: $0.sheet, line: $0.line))
      } ?? false
    }
  }
}

/// What became of one deal?
public struct DealQuestion: Question, Hashable {
  /// The deal.
  public var deal: String
  /// Where it is looked for.
  public var pay: StatementQuestion

  /// Creates a question about a deal.
  public init(_ deal: String, in pay: StatementQuestion) {
    self.deal = deal
    self.pay = pay
  }

  /// Reads everything, pays everyone and tells the deal's way.
  ///
  /// - Throws: `.usage` for a deal that there is not, for a period, because a deal is told through
  ///   the whole plan year, and for columns that payroll is to get.
  public func answer() throws(InputFailure) -> Reply<DealExplanation> {
    if pay.period != nil {
      throw InputFailure(
        .period, "question.together", "a deal's way is told through the whole plan year",
        remedy: "give one of \(.parameter(.period)) and \(.parameter(.explain))")
    }
    if !pay.files.keptColumns.isEmpty {
      throw InputFailure(
        .keptColumns, "question.together", "payroll gets no columns with a deal's way",
        remedy: "give one of \(.parameter(.keptColumns)) and \(.parameter(.explain))")
    }
    var reading = Reading()
    let run = try pay.run(&reading)
    let statements = try pay.statements(of: run, &reading)
    return Reply(
      try DealExplanation(
        of: deal, in: statements, deals: run.deals, leftOut: run.leftOut), inputs: reading.inputs,
      findings: reading.findings)
  }
}

extension Reading {
  /// The period of a plan with a name, and a note of what it could be mistaken for.
  ///
  /// - Throws: `.usage` for what is no period of pay.
  mutating func period(
    named name: String?, of plan: Plan
  ) throws(InputFailure) -> CalendarPeriod? {
    guard let name else { return nil }
    guard let found = plan.period(named: name) else {
      throw InputFailure(
        .period, "pay.no-period", "\"\(name)\" is not a period of pay",
        remedy: plan.remedy(forPeriod: name))
    }
    if let own = plan.namesake(of: found) {
      findings.add(
        Finding(
          "pay.period", .note, about: .period,
          "\(found.name) is the calendar's, \(found.days.lowerBound) to \(found.days.upperBound)",
          remedy:
            "that of the plan, \(own.days.lowerBound) to \(own.days.upperBound), is \(own.name)"))
    }
    return found
  }
}
