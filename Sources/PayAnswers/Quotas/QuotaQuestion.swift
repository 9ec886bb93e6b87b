public import Amounts
public import Answers
public import Findings
internal import PayPlans
public import Tables

/// Which quotas add up to a company's number, and how likely are they reached?
///
///     var question = QuotaQuestion(12_000_000, roster: "roster.csv")
///     question.overAssignment = try Ratio(10, over: 100)
///     question.weights = [QuotaWeight(.column("potential"))]
///     let allocation = try question.answer().answer
public struct QuotaQuestion: Question, Hashable {
  /// What the company is to reach, in money or units.
  public var total: AskedAmount
  /// The path of the roster.
  public var roster: String
  /// The path of the plan, whose people, ramp, phasing and year count; nil for everybody but managers.
  public var plan: String?
  /// The path of past results; nil for none.
  public var history: String?
  /// What quotas are to be above the number, as a fraction.
  public var overAssignment: Ratio
  /// What a team's quotas are to be above its manager's, as a fraction.
  public var managerOverAssignment: Ratio
  /// What quotas go by; their parts add up to 1.
  public var weights: [QuotaWeight]
  /// The shares of a quota in the first months of service; empty for none, or that of the plan.
  public var ramp: [Ratio]
  /// The least quota of a full year; nil for none.
  public var minimum: Ratio?
  /// The greatest quota of a full year; nil for none.
  public var maximum: Ratio?
  /// What quotas are multiples of; nil for 1, or 0.01 where their sum is no whole number.
  public var roundTo: Ratio?
  /// The shares of two halves, four quarters or twelve months; empty for none, or those of the plan.
  public var seasonality: [Ratio]
  /// The first day of the year; nil for that of the plan.
  public var starts: CalendarDate?
  /// How attainment varies.
  public var model: ModelChoice
  /// The correlation of the normal scores of two people's attainments, from 0 to below 1.
  public var correlation: Ratio
  /// How tables are read.
  public var tables: TableOptions

  /// Creates a question about equal quotas.
  public init(_ total: AskedAmount, roster: String) {
    self.total = total
    self.roster = roster
    overAssignment = .zero
    managerOverAssignment = .zero
    weights = [QuotaWeight(.equal)]
    ramp = []
    seasonality = []
    model = ModelChoice()
    correlation = .zero
    tables = TableOptions()
  }

  /// Reads the files and divides.
  ///
  /// - Throws: `.usage` for settings that make no sense, `.badData` for what is wrong or missing in the
  ///   files, and where bounds and the number do not go together.
  public func answer() throws(InputFailure) -> Reply<QuotaAllocation> {
    try checkSettings()
    var reading = Reading()
    let plan = try self.plan.map { (path) throws(InputFailure) in try reading.plan(path) }
    let model = try model.read(&reading)
    let total =
      try plan.map { (plan) throws(InputFailure) in
        try self.total.positiveValue(on: plan, .total)
      } ?? self.total.value
    let builder = try QuotaBuilder(self, total: total, plan: plan, &reading)
    let allocation = try pricing(about: .parameter(.total)) { try builder.allocation(model) }
    return Reply(allocation, inputs: reading.inputs, findings: reading.findings)
  }
}

extension QuotaQuestion {
  /// Refuses settings that make no sense, whatever the files say.
  private func checkSettings() throws(InputFailure) {
    guard total.value > .zero else {
      throw InputFailure(
        .total, "question.range", "an amount of 0 or less means nothing here",
        remedy: "write one amount above 0, such as 690048")
    }
    guard roster != "-" || (plan != "-" && history != "-") else {
      throw InputFailure(
        .usage,
        Finding(
          "pay.standard-input", at: Place(file: "-"),
          "several files are read, and standard input is one",
          remedy: "write it into a file, and name that"))
    }
    try checkWeights()
    if let least = minimum, let most = maximum, most < least {
      throw InputFailure(
        .minimum, "quotas.bounds", "the least quota is above the greatest",
        remedy: "give \(.parameter(.minimum)) below \(.parameter(.maximum))")
    }
    if let unit = roundTo, unit <= .zero {
      throw InputFailure(
        .roundTo, "question.range", "quotas cannot be multiples of 0",
        remedy: "write an amount above 0, such as \(.parameter(.roundTo, "1000"))")
    }
    guard correlation >= .zero, correlation < .one else {
      throw InputFailure(
        .correlation, "question.range", "a correlation is from 0 to below 1 here",
        remedy: "write for example \(.parameter(.correlation, "0.2"))")
    }
    guard !seasonality.isEmpty else { return }
    guard [2, 4, 12].contains(seasonality.count) else {
      throw InputFailure(
        .seasonality, "quotas.seasonality",
        "\(seasonality.count) shares are neither halves, quarters nor months",
        remedy: "write 2, 4 or 12, such as \(.parameter(.seasonality, "22%,24%,26%,28%"))")
    }
    try requireWhole(seasonality, .seasonality, "quotas.seasonality")
  }

  private func checkWeights() throws(InputFailure) {
    let criteria = weights.map(\.criterion)
    guard !criteria.isEmpty, Set(criteria).count == criteria.count else {
      throw InputFailure(
        .dividedBy, "quotas.weights", "quotas go by each thing once",
        remedy: "write for example \(.parameter(.dividedBy, "history=60%,potential=40%"))")
    }
    try requireWhole(weights.map(\.part), .dividedBy, "quotas.weights")
    if criteria.contains(.history), history == nil { throw Parameter.dividedBy.without(.history) }
  }

  /// Refuses shares that are not 100 % together.
  private func requireWhole(
    _ shares: [Ratio], _ parameter: Parameter, _ kind: Finding.Kind
  ) throws(InputFailure) {
    let sum = try? shares.reduce(Ratio.zero) { try $0 + $1 }
    guard let sum, sum == .one, shares.allSatisfy({ .zero <= $0 }) else {
      throw InputFailure(
        parameter, kind, "the shares add up to \(.rate(sum ?? .zero)), not to 100%",
        remedy: "let them add up to 100%")
    }
  }
}
