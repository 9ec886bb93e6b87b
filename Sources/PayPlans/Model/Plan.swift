public import Amounts
public import Findings

/// A pay plan: what is paid for what, exactly as its file says it.
public struct Plan: Sendable {
  /// The name.
  public var name: String
  /// The currency of every amount.
  public var currency: Currency
  /// The salary of a year; nil when the plan does not say.
  public var base: Ratio?
  /// The incentive of a year at 100 %; nil when nothing refers to it.
  public var variable: Ratio?
  /// The first day of the plan year; nil for the calendar year of the first deal.
  public var yearStarts: CalendarDate?
  /// How pay is rounded to the minor unit.
  public var rounding: RoundingRule
  /// How quota and variable are divided over a period in which those of a person change.
  public var changes: ChangeRule
  /// What a person who comes from another plan within the year brings along.
  public var transfers: TransferRule
  /// What is counted.
  public var measures: [Measure]
  /// What is paid, in the order of the file.
  public var components: [Component]
  /// Advances on, or a floor under, the incentive.
  public var draw: Draw?
  /// A share of the variable that is paid in the first months of service.
  public var guarantee: Guarantee?
  /// What is given back for a cancelled deal.
  public var clawback: Clawback?
  /// When the line of a deal is due; the last share takes the remainder.
  public var paid: [PaymentShare]
  /// The most incentive that is earned in the plan year.
  public var cap: Level?
  /// Terms that replace these from a day on, in rising order.
  public var versions: [PlanVersion]
  /// Where the plan is written.
  public var place: Place?

  /// Creates a plan.
  public init(
    _ name: String, currency: Currency, base: Ratio? = nil, variable: Ratio? = nil,
    yearStarts: CalendarDate? = nil, rounding: RoundingRule = .halfToEven,
    changes: ChangeRule = .byDay, transfers: TransferRule = .startAnew, measures: [Measure],
    components: [Component], draw: Draw? = nil, guarantee: Guarantee? = nil,
    clawback: Clawback? = nil,
    paid: [PaymentShare] = [.onClose], cap: Level? = nil, versions: [PlanVersion] = [],
    place: Place? = nil
  ) {
    self.name = name
    self.currency = currency
    self.base = base
    self.variable = variable
    self.yearStarts = yearStarts
    self.rounding = rounding
    self.changes = changes
    self.transfers = transfers
    self.measures = measures
    self.components = components
    self.draw = draw
    self.guarantee = guarantee
    self.clawback = clawback
    self.paid = paid
    self.cap = cap
    self.versions = versions
    self.place = place
  }

  /// Returns the measure of a name.
  public func measure(named name: String) -> Measure? { measures.first { $0.name == name } }
}

/// How quota and variable are divided over a period in which those of a person change.
public enum ChangeRule: Hashable, Sendable {
  /// Each terms count for their days in service.
  case byDay
  /// A month counts by the terms of its first day, or of the first day in service.
  case byMonth
}

/// What a person who comes from another plan within the year brings along.
public enum TransferRule: Hashable, Sendable {
  /// Nothing: attainment starts anew, with a quota for the days on the plan.
  case startAnew
  /// What was sold on the other plan counts toward attainment as if it had been sold on this one, against a
  /// quota that counts the days on the other one too. It is not paid again.
  case keepAttainment
}

/// The terms of a plan from a day on.
public struct PlanVersion: Sendable {
  /// The first day on which they are in force.
  public var from: CalendarDate
  /// The whole plan as it then stands; its own versions are ignored.
  public var plan: Plan

  /// Creates a version.
  public init(from: CalendarDate, plan: Plan) {
    self.from = from
    self.plan = plan
  }
}
