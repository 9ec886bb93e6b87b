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

  /// The component that pays.
  public let component: String
  /// The measure, when the component has one.
  public let measure: String?
  /// The period over which attainment counts, when the component has one.
  public let period: PlanPeriod?
  /// Where it begins; nil for the first unit.
  public let from: Level?
  /// Where it ends; nil when it does not, or is a single point.
  public let to: Level?
  /// Whether it begins just above `from`.
  public var isOpen: Bool = false
  /// Whether `to` itself is in it.
  public var includesEnd: Bool = false
  /// What is paid.
  public let pay: Pay
  /// The line of the plan file.
  public let line: Int?
}

extension Plan {
  /// The pay table: every band, corner, step and goal with what it pays, in the order of the plan.
  ///
  /// - Complexity: O(number of bands).
  public var terms: [PlanTerm] {
    components.flatMap { component -> [PlanTerm] in
      switch component.rule {
      case .commission(let commission): terms(of: commission, component)
      case .bonus(let bonus):
        bonus.steps.map { step in
          PlanTerm(
            component: component.name, measure: bonus.measure, period: bonus.period,
            from: step.at, to: nil, isOpen: step.isAbove, pay: .level(step.pay),
            line: (step.place ?? component.place)?.line)
        }
      case .objectives(let objectives):
        objectives.goals.map { goal in
          PlanTerm(
            component: "\(component.name): \(goal.name)", measure: nil, period: objectives.period,
            from: nil, to: nil, pay: .level(.share(goal.weight)), line: component.place?.line)
        }
      case .spiff(let spiff):
        [
          PlanTerm(
            component: component.name, measure: nil, period: nil, from: nil, to: nil,
            pay: .rate(spiff.pay), line: component.place?.line)
        ]
      }
    }
  }

  private func terms(of commission: Commission, _ component: Component) -> [PlanTerm] {
    func term(
      from: Level?, to: Level?, isOpen: Bool = false, includesEnd: Bool = false,
      pay: PlanTerm.Pay, line: Int?
    ) -> PlanTerm {
      PlanTerm(
        component: component.name, measure: commission.measure, period: commission.period,
        from: from, to: to, isOpen: isOpen, includesEnd: includesEnd, pay: pay,
        line: line ?? component.place?.line)
    }
    switch commission.scale {
    case .bands(let bands, _):
      var from: Level?
      var isOpen = false
      return bands.map { band in
        defer { (from, isOpen) = (band.to, band.includesEnd) }
        return term(
          from: from, to: band.to, isOpen: isOpen, includesEnd: band.includesEnd,
          pay: .rate(band.pay), line: band.place?.line)
      }
    case .interpolated(let corners):
      return corners.map { corner in
        term(from: corner.at, to: nil, pay: .level(corner.pay), line: corner.place?.line)
      }
    }
  }
}
