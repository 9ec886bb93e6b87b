public import Amounts
public import Answers
public import Findings
internal import PayPlans
public import Simulation

/// What do plans earn and pay, month by month, on simulated deals?
public struct CashQuestion: Question {
  /// The paths of the plans, which are compared on the same deals.
  public var plans: [String]
  /// How deals are won, as `SellingText.forms` write it.
  public var selling: String
  /// How random numbers are drawn.
  public var draws: DrawChoice = DrawChoice()
  /// The quota of which the model of selling speaks; nil for that of the first plan.
  public var referenceQuota: AskedAmount?
  /// The standard deviation of the factor that moves all deals of a year, as a fraction.
  public var market: Ratio?
  /// Whether the year is the first of service, with its ramp and draw.
  public var isNewHire: Bool = false
  /// Amounts of total pay whose chance is wanted.
  public var amounts: [AskedAmount] = []
  /// What other machines have simulated, by `drawing(_:)`; nil simulates here.
  public var drawn: DrawnRuns?
  /// Is told the share of the work that is done, from any thread.
  public var progress: (@Sendable (Double) -> Void)?

  /// Creates a question.
  public init(plans: [String], selling: String) {
    self.plans = plans
    self.selling = selling
  }

  public func answer() throws(InputFailure) -> Reply<CashOutlook> {
    try reply { plans, model, settings in
      try CashOutlook(plans, selling: model, isNewHire: isNewHire, settings: settings)
    }
  }

  /// Simulates a shard, for another machine to answer with.
  ///
  /// - Parameter shard: Which of the years.
  /// - Returns: The years, and what they rest on.
  /// - Throws: What `answer()` throws.
  public func drawing(_ shard: Shard) throws(InputFailure) -> Reply<DrawnRuns> {
    try reply { plans, model, settings in
      try CashOutlook.drawing(
        shard, plans, selling: model, isNewHire: isNewHire, settings: settings)
    }
  }

  /// Reads plans and model, and computes with them.
  private func reply<Result>(
    _ compute: ([Plan], SellingText, PayOutlook.Settings) throws -> Result
  ) throws(InputFailure) -> Reply<Result> {
    try draws.check()
    if plans.isEmpty { throw InputFailure(.plan, "question.missing", "there is no plan to price") }
    var reading = Reading()
    var read: [Plan] = []
    var settings = draws.settings(usualTrials: 10_000)
    settings.market = market?.doubleValue ?? 0
    settings.progress = progress
    settings.drawn = drawn
    for path in plans {
      let plan = try reading.plan(path)
      settings.referenceQuota = try referenceQuota?.positiveValue(on: plan, .referenceQuota)
      settings.amounts = try amounts.values(on: plan, .atLeast).map(\.doubleValue)
      read.append(plan)
    }
    let result = try pricing(about: .parameter(.selling)) {
      do {
        return try compute(read, SellingText(selling), settings)
      } catch let failure as ModelFailure {
        guard case .column(_, let name) = failure,
          let index = read.firstIndex(where: { $0.name == name })
        else { throw failure }
        throw InputFailure(
          .usage,
          Finding(
            "question.model", at: Place(file: plans[index]), failure.message,
            remedy: failure.remedy))
      }
    }
    return Reply(result, inputs: reading.inputs, findings: reading.findings)
  }
}
