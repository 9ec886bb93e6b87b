public import Amounts
public import Answers
package import Calculator
public import Findings
public import PayAnswers
public import PayPlans
internal import Reporting
public import Simulation

/// What a sales-compensation team wants to know of a plan before it is signed: what it pays and
/// costs, what it leaves open, and who wins and loses against last year's.
public struct PlanReview: ReportSubject {
  /// Everything that the review is made from.
  public struct Material: Sendable {
    /// The plan.
    public var plan: Plan
    /// What was found when the plan was read.
    public var findings: FindingLog
    /// Last year's plan.
    public var previous: Previous?
    /// How attainment varies; without a model there is neither cost nor sensitivity.
    public var model: ModelText?
    /// The number of people and of simulated years, the seed, the market.
    public var settings: PayOutlook.Settings

    /// Gathers the material.
    public init(
      plan: Plan, findings: FindingLog = FindingLog(), previous: Previous? = nil,
      model: ModelText? = nil, settings: PayOutlook.Settings = .init()
    ) {
      self.plan = plan
      self.findings = findings
      self.previous = previous
      self.model = model
      self.settings = settings
    }
  }

  /// Last year's plan, and what both plans pay on the same deals.
  public struct Previous: Sendable {
    /// The plan.
    public var plan: Plan
    /// What both plans pay.
    public var runs: Runs?

    /// Creates last year's plan.
    public init(_ plan: Plan, runs: Runs? = nil) {
      self.plan = plan
      self.runs = runs
    }
  }

  /// What both plans pay on the same deals.
  public struct Runs: Sendable {
    /// What the plan that is reviewed pays.
    public var current: PayRun
    /// What last year's plan pays; see `Roster.moving(from:to:)` for its roster.
    public var previous: PayRun

    /// Creates a pair of runs.
    public init(current: PayRun, previous: PayRun) {
      self.current = current
      self.previous = previous
    }
  }

  /// One row of the pay table.
  public struct PayPoint: Sendable {
    /// Sales over the quota of the plan, or over the reference quota of a plan without one.
    public let attainment: Ratio
    /// What is sold; nil for a plan whose attainment is a score.
    public let sales: Ratio?
    /// What the plan pays.
    public let earnings: Earnings
    /// What last year's plan pays.
    public let previous: Earnings?
  }

  /// The attainments of the pay table.
  public static let attainments: [Ratio] = [
    50, 60, 70, 80, 90, 100, 110, 120, 130, 150, 175, 200,
  ].map { percent in (try? Ratio(percent, over: 100)) ?? .one }

  /// What it is made from.
  public let material: Material
  /// Pay by attainment; empty for a plan without a quota, unless the settings have one to refer to.
  public let points: [PayPoint]
  /// What to expect under the model; nil without a model or quota.
  public let outlook: PayOutlook?
  /// Who wins and loses; nil without runs of both plans.
  public let changes: PayChanges?
  /// What the plan pays under other readings; nil without a quota or another reading.
  let readings: ReadingsTable?
  package let pay: YearPay?
  let previousPay: YearPay?

  /// Reviews a plan.
  ///
  /// - Throws: `InputFailure` when last year's plan or a run is in another currency, `ModelFailure`
  ///   for a model or numbers that make no sense, `ArithmeticFailure` when an amount does not fit.
  public init(_ material: Material) throws {
    self.material = material
    let plan = material.plan
    if let previous = material.previous { try Self.checkCurrencies(plan, previous) }

    let measure = plan.primaryMeasure
    let isScored = measure?.isScored == true
    let sales = isScored ? nil : measure?.positiveQuota ?? material.settings.referenceQuota
    let pay = sales != nil || isScored ? YearPay(plan: plan, sales: sales) : nil
    let previousPay = pay.flatMap { _ in
      material.previous.flatMap { Self.comparable($0.plan, sales: sales, unit: measure?.unit) }
    }
    points =
      try pay.map { pay in
        try Self.attainments.map { attainment in
          PayPoint(
            attainment: attainment, sales: try sales.map { try attainment * $0 },
            earnings: try pay(attainment), previous: try previousPay?(attainment))
        }
      } ?? []
    self.pay = pay
    self.previousPay = previousPay

    var settings = material.settings
    settings.hasSensitivity = true
    outlook = try material.model.flatMap { model in
      sales == nil ? nil : try PayOutlook([.init(plan)], model: model, settings: settings)
    }
    changes = try material.previous?.runs.map {
      try PayChanges(from: $0.previous, to: $0.current)
    }
    // Readings are priced by attainment.
    readings = measure?.yearQuota == nil ? nil : ReadingsTable(plan)
  }

  /// Amounts of two currencies cannot be compared, and this toolkit knows no rate between plans.
  private static func checkCurrencies(
    _ plan: Plan, _ previous: Previous
  ) throws(InputFailure) {
    let others =
      [previous.plan.currency]
      + [previous.runs?.current, previous.runs?.previous].compactMap {
        $0?.totals.cost.currency
      }
    guard let other = others.first(where: { $0 != plan.currency }) else { return }
    throw ReportObstacle.otherCurrency(plan, previous: previous.plan, than: other).failure
  }

  /// Last year's plan for the same sales; where they are not counted alike, for the same attainment
  /// of its own quota; nil when it has none.
  private static func comparable(
    _ previous: Plan, sales: Ratio?, unit: Measure.Unit?
  ) -> YearPay? {
    guard let measure = previous.primaryMeasure else { return nil }
    if let sales, !measure.isScored, measure.unit == unit {
      return YearPay(plan: previous, sales: sales)
    }
    guard measure.isScored || measure.positiveQuota != nil else { return nil }
    return YearPay(plan: previous, sales: nil)
  }
}

// MARK: Highlights

extension PlanReview {
  /// What is found in the plan that is probably not meant.
  var warningCount: Int {
    material.findings.count(of: .warning) + material.findings.count(of: .error)
  }

  func point(at percent: Int128) -> PayPoint? {
    points.first { $0.attainment == (try? Ratio(percent, over: 100)) }
  }

  /// The term besides the salary that moves expected pay most.
  var strongestEffect: Sensitivity.Effect? {
    outlook?.sensitivities.first?.effects.filter { $0.lever != .base }
      .max { $0.size < $1.size }
  }
}

extension Sensitivity.Effect {
  fileprivate var size: Double { max(abs(whenLarger), abs(whenSmaller)) }
}

extension ReadingsTable {
  /// Every other reading that could be priced, against the plan as written.
  var differences: [Point] { lines.joined().filter { $0.difference != nil } }

  /// The difference that costs most, or else the one that saves most; nil when all pay alike.
  var furthest: (reading: String, attainment: Ratio, amount: Money)? {
    let differences = lines.joined().compactMap { point in
      point.difference.map { (reading: point.name, attainment: point.attainment, amount: $0) }
    }.filter { $0.amount.minorUnits != 0 }
    let costliest = differences.max { $0.amount < $1.amount }
    if let costliest, costliest.amount.minorUnits > 0 { return costliest }
    return differences.min { $0.amount < $1.amount }
  }
}

extension PlanReview.PayPoint {
  /// What the plan pays more than last year's, less what is owed back on either.
  var difference: Money? { previous.map { earnings.kept - $0.kept } }
}
