internal import Findings

/// One row of the pay table: a stretch of credit, or one event, and what it pays.
public struct PlanTerm: Hashable, Sendable {
  /// What is paid.
  public enum Pay: Hashable, Sendable {
    /// A rate for credit.
    case rate(Rate)
    /// An amount, or a share of the target.
    case level(Level)
  }

  /// What a row of a rule is.
  package enum Kind: Hashable, Sendable {
    /// A stretch of credit with one rate.
    case band
    /// A corner of a line from credit to pay.
    case corner
    /// A level that pays at once.
    case step
    /// A goal that is scored by hand.
    case goal
    /// A deal.
    case deal
  }

  /// The component that pays.
  public let component: String
  /// The measure, when the component has one.
  public let measure: String?
  /// The period over which attainment counts, when the component has one.
  public let period: PlanPeriod?
  /// Where it begins; nil for the first unit.
  public let from: Level?
  /// Whether it begins just above `from`.
  public let isOpen: Bool
  /// Where it ends; nil when it does not, or is a single point.
  public let to: Level?
  /// Whether `to` itself is in it.
  public let includesEnd: Bool
  /// What is paid.
  public let pay: Pay
  /// The line of the plan file.
  public let line: Int?
  /// What the row is.
  package let kind: Kind
  /// Where the row itself is written.
  let place: Place?

  init(
    _ kind: Kind, of component: Component, named name: String? = nil, measure: String? = nil,
    period: PlanPeriod? = nil, from: Level? = nil, isOpen: Bool = false, to: Level? = nil,
    includesEnd: Bool = false, pay: Pay, place: Place? = nil
  ) {
    self.component = name ?? component.name
    self.measure = measure
    self.period = period
    self.from = from
    self.isOpen = isOpen
    self.to = to
    self.includesEnd = includesEnd
    self.pay = pay
    line = (place ?? component.place)?.line
    self.kind = kind
    self.place = place
  }

  /// The level that can be turned: the end of a band, or the place of another row.
  package var level: Level? { kind == .band ? to : from }
}

extension Plan {
  /// The pay table: every band, corner, step and goal with what it pays, in the order of the plan.
  ///
  /// - Complexity: O(number of bands).
  public var terms: [PlanTerm] { components.flatMap { $0.terms } }
}
