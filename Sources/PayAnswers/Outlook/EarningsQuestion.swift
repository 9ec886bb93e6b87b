public import Amounts
public import Answers
public import Findings
internal import PayPlans

/// What does a plan pay, for quotas and sales or by attainment?
///
///     let question = EarningsQuestion(
///       plan: "plan.yaml", quotas: [600_000, 690_048], along: .sales([480_000, 720_000]))
public struct EarningsQuestion: Question, Hashable {
  /// What runs down the grid.
  public enum Axis: Hashable, Sendable {
    /// What is sold in the year.
    case sales([AskedAmount])
    /// Sales as fractions of the quota.
    case attainment([Ratio])

    /// Attainments of 50 % to 150 % in steps of 10 %.
    public static let usual: Axis = .attainment(
      (5...15).compactMap { try? Ratio($0, over: 10) })
  }

  /// The path of the plan.
  public var plan: String
  /// Quotas for a year; empty for the plan's own.
  public var quotas: [AskedAmount]
  /// What runs down the grid.
  public var axis: Axis

  /// Creates a question.
  public init(plan: String, quotas: [AskedAmount] = [], along axis: Axis = .usual) {
    self.plan = plan
    self.quotas = quotas
    self.axis = axis
  }

  public func answer() throws(InputFailure) -> Reply<EarningsGrid> {
    var reading = Reading()
    let plan = try reading.plan(self.plan)
    let quotas = try quotas.positiveValues(on: plan, .quota)
    let axis: EarningsGrid.Axis
    let subject: Parameter
    switch self.axis {
    case .sales(let amounts):
      axis = .sales(try amounts.values(on: plan, .sales))
      subject = .sales
    case .attainment(let shares):
      axis = .attainment(shares)
      subject = .attainment
    }
    let grid = try pricing(about: .parameter(subject)) {
      try EarningsGrid(plan: plan, quotas: quotas, axis: axis)
    }
    return Reply(grid, inputs: reading.inputs, findings: reading.findings)
  }
}
