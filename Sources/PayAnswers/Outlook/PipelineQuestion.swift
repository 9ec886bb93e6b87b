internal import Amounts
public import Answers
internal import Calculator
public import Findings
internal import PayPlans
internal import Simulation

/// What does a year pay when some of the open deals are won?
///
///     var question = PipelineQuestion(
///       plan: "plan.yaml", sales: 400_000, pipeline: "120k@9:60%,80k@10:35%")
///     question.closedThrough = 6
public struct PipelineQuestion: Question, Hashable {
  /// The path of the plan.
  public var plan: String
  /// What is sold so far.
  public var sales: AskedAmount
  /// The open deals: amount, number of the month and chance of each, as in `120k@9:60%,80k@10:35%`.
  public var pipeline: String
  /// The number of the calendar month, 1 for January, up to which it was sold; nil for the month before that in
  /// which the first open deal would close.
  public var closedThrough: Int?
  /// The quota of the year; nil for the plan's own.
  public var quota: AskedAmount?
  /// The seed of the draws, where there are too many outcomes to count; nil for 1.
  public var seed: UInt64?

  /// Creates a question.
  public init(plan: String, sales: AskedAmount, pipeline: String) {
    self.plan = plan
    self.sales = sales
    self.pipeline = pipeline
  }

  public func answer() throws(InputFailure) -> Reply<PipelineForecast> {
    var reading = Reading()
    let plan = try reading.plan(self.plan)
    let pipeline: DealPipeline
    do throws(PipelineFailure) {
      pipeline = try DealPipeline(self.pipeline)
    } catch {
      throw InputFailure(.pipeline, "question.pipeline", error.message, remedy: error.remedy)
    }
    if let obstacle = plan.pipelineObstacle {
      throw InputFailure(
        .usage, Finding("question.pipeline", at: plan.place ?? Place(file: self.plan), obstacle))
    }
    if let month = closedThrough, !(1...12 ~= month) {
      throw InputFailure(
        .closedThrough, "question.range", "\(month) is not the number of a month",
        remedy: "take 1 for January to 12 for December")
    }
    let quota = try quota?.positiveValue(on: plan, .quota)
    let sales = try sales.value(on: plan, .sales)
    guard .zero <= sales else {
      throw InputFailure(
        .sales, "question.range", "less than nothing is not sold so far",
        remedy: "write an amount of 0 or more")
    }
    let onQuota = quota.map { plan.withQuota($0) } ?? plan
    let months = try monthsSold(on: plan, pipeline)
    let outlook = try pricing(about: .parameter(.sales)) {
      try PipelineOutlook(
        pipeline, on: onQuota, sales: sales, inFirst: months, seed: seed ?? 1)
    }
    if outlook.trials == nil, seed != nil {
      throw InputFailure(
        .seed, "question.together", "every outcome is counted, and nothing is drawn",
        remedy: "leave it out")
    }
    return Reply(
      PipelineForecast(plan: onQuota, outlook: outlook, pipeline: pipeline.text, seed: seed ?? 1),
      inputs: reading.inputs, findings: reading.findings)
  }

  /// The number of months of the plan year in which what is sold so far was sold.
  ///
  /// - Throws: `.usage` for a deal that would close before the last of them.
  private func monthsSold(on plan: Plan, _ pipeline: DealPipeline) throws(InputFailure) -> Int {
    guard let closedThrough else { return plan.monthsSold(before: pipeline.deals) }
    let months = plan.planMonth(ofCalendarMonth: closedThrough) + 1
    // In the month in which something was sold another deal may still close.
    let early = pipeline.deals.first { plan.planMonth(ofCalendarMonth: $0.month) + 1 < months }
    if let early {
      throw InputFailure(
        .closedThrough, "question.pipeline",
        "the open deal of month \(early.month) would close before the end of what is sold, in month \(closedThrough)",
        remedy: "say \(.parameter(.closedThrough, "\(early.month)")), or leave it out")
    }
    return months
  }
}
