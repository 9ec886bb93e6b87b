internal import Amounts
public import Answers
public import Findings
internal import PayPlans

/// What does a change of plan, people or deals do to everybody's pay, before anybody approves it?
///
///     var question = StatementDifferenceQuestion(from: "2025.yaml", to: "2026.yaml", deals: "deals.csv")
///     question.files.roster = "roster.csv"
///     let difference = try question.answer().answer
///
/// Whoever a roster puts on either of the plans is on the old one on the old side and on the new one on
/// the new side. Both may be the same plan, where people or deals change. With further plans everybody is
/// paid by the one that the roster names, on both sides.
public struct StatementDifferenceQuestion: Question, Hashable {
  /// The path of the plan on the old side.
  public var oldPlan: String
  /// The path of the plan on the new side.
  public var newPlan: String
  /// The paths of further plans that people are on, the same on both sides.
  public var otherPlans: [String] = []
  /// The path of the deals.
  public var deals: String
  /// The files beside them.
  public var files: PayFiles
  /// The path of the deals of the new side; nil for the same.
  public var newDeals: String?
  /// The roster of the new side; nil for the same.
  public var newRoster: String?
  /// The rates of the new side; nil for the same.
  public var newRates: String?
  /// The scores of the new side; nil for the same.
  public var newScores: String?
  /// The amounts by hand of the new side; nil for the same.
  public var newAdjustments: String?
  /// What customers paid, on the new side; nil for the same.
  public var newReceipts: String?

  /// Creates a question about two plans on the same deals.
  public init(from oldPlan: String, to newPlan: String, deals: String, files: PayFiles = PayFiles())
  {
    self.oldPlan = oldPlan
    self.newPlan = newPlan
    self.deals = deals
    self.files = files
  }

  /// Reads the files of both sides, pays everyone twice and compares.
  ///
  /// - Throws: `.usage` for standard input that would be read twice, `.badData` for plans of two
  ///   currencies and with what is wrong in the files.
  public func answer() throws(InputFailure) -> Reply<StatementDifference> {
    try refuseStandardInput()
    var reading = Reading()
    let old = try reading.plan(oldPlan)
    var ofNew = Reading()
    let new = try ofNew.plan(newPlan)
    try refuse(new, unlike: old, at: newPlan)
    let before = try runs(oldPlan, old, forPeopleOn: new, on: deals, files, &reading)
    let after = try runs(newPlan, new, forPeopleOn: old, on: newDeals ?? deals, newFiles, &ofNew)
    reading.merge(ofNew)
    if let finding = otherYear(before, after, new) { reading.findings.add(finding) }
    let dropped = new.dropped(
      since: old, .note,
      remedy: "where it only has another name now, its pay is on both sides under two names")
    for finding in dropped { reading.findings.add(finding) }
    var found: DealDifference?
    if newDeals != nil, let from = before.first?.deals, let to = after.first?.deals {
      found = DealDifference(from: from, to: to)
    }
    do throws(ArithmeticFailure) {
      let difference = try StatementDifference(
        from: .init(old, before.map(\.pay)), to: .init(new, after.map(\.pay)), deals: found,
        asOf: files.asOf)
      return Reply(difference, inputs: reading.inputs, findings: reading.findings)
    } catch {
      throw InputFailure(
        .badData,
        Finding(
          "deals.too-large", at: Place(file: newDeals ?? deals),
          "the pay of everyone together cannot be added exactly"))
    }
  }

  /// Pays everyone on one side.
  private func runs(
    _ path: String, _ plan: Plan, forPeopleOn other: Plan, on deals: String, _ files: PayFiles,
    _ reading: inout Reading
  ) throws(InputFailure) -> [PaidDeals] {
    if otherPlans.isEmpty {
      return [try files.run(plan, on: deals, forPeopleOn: other, &reading)]
    }
    var ofAll = Reading()
    let company = try CompanyStatementQuestion(
      plans: [path] + otherPlans, deals: deals, files: files
    ).runs(&ofAll, forPeopleOn: other)
    for (run, findings) in company.plans {
      try refuse(run.plan, unlike: plan, at: path)
      ofAll.findings.addNew(findings)
    }
    reading.merge(ofAll)
    return company.plans.map(\.run)
  }

  /// Refuses plans of two currencies.
  private func refuse(_ plan: Plan, unlike old: Plan, at path: String) throws(InputFailure) {
    guard plan.currency != old.currency else { return }
    throw InputFailure(
      .badData,
      Finding(
        "diff.currency", at: plan.place ?? Place(file: path),
        "\"\(plan.name)\" pays in \(plan.currency.code), but \"\(old.name)\" in \(old.currency.code)",
        remedy: "compare plans of one currency: amounts of two have no difference"))
  }

  /// The files of the new side.
  private var newFiles: PayFiles {
    var files = files
    files.roster = newRoster ?? files.roster
    files.rates = newRates ?? files.rates
    files.scores = newScores ?? files.scores
    files.adjustments = newAdjustments ?? files.adjustments
    files.receipts = newReceipts ?? files.receipts
    return files
  }

  /// Refuses to read standard input for both sides.
  private func refuseStandardInput() throws(InputFailure) {
    let other = newFiles
    let paths =
      [oldPlan, newPlan] + otherPlans + [deals, newDeals ?? deals, files.roster, other.roster]
      + files.others
      + other.others
    guard paths.count(where: { $0 == "-" }) > 1 else { return }
    throw InputFailure(
      .usage,
      Finding(
        "pay.standard-input", at: Place(file: "-"),
        "each side reads its files, and standard input can be read once",
        remedy: "write it into a file, and name that"))
  }

  /// A warning of plans whose years are not the same, so that deals count on one side only.
  private func otherYear(_ old: [PaidDeals], _ new: [PaidDeals], _ plan: Plan) -> Finding? {
    guard let before = old.first?.pay.statements.first,
      let after = new.first?.pay.statements.first,
      before.yearStart != after.yearStart
    else { return nil }
    return Finding(
      "diff.other-year", .warning, at: plan.place ?? Place(file: newPlan),
      "the old side pays the year from \(before.yearStart), the new one that from \(after.yearStart): many deals count on one side only",
      remedy: "compare plans of one year, or give the new side its own deals")
  }
}
