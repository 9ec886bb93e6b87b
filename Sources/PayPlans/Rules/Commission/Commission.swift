public import Amounts
public import Findings

/// Pay that follows credit along a scale.
public struct Commission: Sendable {
  /// The measure whose credit is paid, or at least walks the scale.
  public var measure: String
  /// The part of it that is paid along the scale; nil when all of it is.
  public var part: Part?
  /// The period after which attainment starts again.
  public var period: PlanPeriod
  /// Which credit counts towards attainment.
  public var accumulate: Accumulation
  /// What it pays at 100 % in a year; nil for what the other components leave of the variable.
  public var target: Level?
  /// What is paid for how much credit.
  public var scale: PayScale
  /// The attainment below which nothing is paid.
  public var threshold: Threshold?
  /// The most that is paid or credited in a period.
  public var cap: CommissionCap?
  /// What is paid where there is no quota; nil when the plan does not say, and what depends on the
  /// quota then pays nothing.
  public var withoutQuota: PayWithoutQuota?
  /// Conditions on other measures.
  public var gates: [Gate]
  /// Factors by other measures or scores.
  public var multipliers: [PayMultiplier]
  /// Whether it is a manager's override, which comes on top of the variable.
  public var isOverride: Bool

  /// Creates a commission.
  public init(
    measure: String, period: PlanPeriod, accumulate: Accumulation = .withinPeriod,
    target: Level? = nil, scale: PayScale, threshold: Threshold? = nil,
    cap: CommissionCap? = nil, withoutQuota: PayWithoutQuota? = nil, gates: [Gate] = [],
    multipliers: [PayMultiplier] = [], isOverride: Bool = false, part: Part? = nil
  ) {
    self.measure = measure
    self.part = part
    self.period = period
    self.accumulate = accumulate
    self.target = target
    self.scale = scale
    self.threshold = threshold
    self.cap = cap
    self.withoutQuota = withoutQuota
    self.gates = gates
    self.multipliers = multipliers
    self.isOverride = isOverride
  }

  /// A part of what walks the scale.
  public struct Part: Hashable, Sendable {
    /// The measure that counts the part of each deal that is paid at the rates of the scale.
    public var measure: String
    /// What the rest of each deal is paid; nil for nothing.
    public var rest: Rate?

    /// Creates a part.
    public init(_ measure: String, rest: Rate? = nil) {
      self.measure = measure
      self.rest = rest
    }
  }

  /// Whether the whole period is one line, paid on its last day.
  var isPaidByPeriod: Bool { !gates.isEmpty || !multipliers.isEmpty }
}

/// What is paid for how much credit.
public enum PayScale: Sendable {
  /// Bands with a rate each.
  case bands([Band], Tiers)
  /// Corners of a line from credit to pay.
  case interpolated([Corner])
}

/// How several bands pay.
public enum Tiers: Hashable, Sendable {
  /// Each rate pays for the credit in its own band.
  case marginal
  /// The rate of the band that is reached pays for all credit, back to a point or to the first unit.
  case retroactive(to: Level?)
  /// A whole deal takes the rate of the band in which attainment stood before it.
  case byDeal
}

/// A stretch of credit with one rate.
public struct Band: Sendable {
  /// The end of the band; nil for the last band.
  public var to: Level?
  /// Whether the end itself is in the band, and the next one begins just above it.
  public var includesEnd: Bool
  /// What the band pays.
  public var pay: Rate
  /// Where the rate reaches back to, once the band is reached.
  public var backTo: Level?
  /// Where the band is written.
  public var place: Place?

  /// Creates a band.
  public init(
    to: Level? = nil, includesEnd: Bool = false, pay: Rate, backTo: Level? = nil,
    place: Place? = nil
  ) {
    self.to = to
    self.includesEnd = includesEnd
    self.pay = pay
    self.backTo = backTo
    self.place = place
  }
}

/// A corner of an interpolated scale.
public struct Corner: Sendable {
  /// The attainment or credit of the corner.
  public var at: Level
  /// The pay there, as a share of the target or an amount.
  public var pay: Level
  /// Where the corner is written.
  public var place: Place?

  /// Creates a corner.
  public init(at: Level, pay: Level, place: Place? = nil) {
    self.at = at
    self.pay = pay
    self.place = place
  }
}

/// The attainment below which nothing is paid.
public struct Threshold: Hashable, Sendable {
  /// Where pay begins.
  public var at: Level
  /// Whether credit below the threshold is never paid.
  public var paysAbove: Bool

  /// Creates a threshold.
  public init(at: Level, paysAbove: Bool = false) {
    self.at = at
    self.paysAbove = paysAbove
  }
}

/// The most that a commission pays, or credits, in a period.
public enum CommissionCap: Hashable, Sendable {
  /// A limit on pay: a share of the period's target or an amount.
  case pay(Level)
  /// A limit on credit: a share of the period's quota or an amount.
  case attainment(Level)
}

/// What credit is paid in a period without a quota, such as a month in which a ramp is at 0 %.
public enum PayWithoutQuota: Hashable, Sendable {
  /// Nothing is paid.
  case nothing
  /// The first band's rate pays for all credit, whatever the threshold in percent.
  case firstRate
}

/// A condition on another measure, tested at the end of the period.
public struct Gate: Sendable {
  /// What is left of the pay when the condition is not met.
  public enum Otherwise: Hashable, Sendable {
    /// This share of the pay.
    case share(Ratio)
    /// What the first band's rate pays for all credit.
    case firstRate
    /// At most this share of the target.
    case atMost(Ratio)
  }

  /// The other measure.
  public var measure: String
  /// The attainment or credit that it must reach.
  public var at: Level
  /// What is left when it does not.
  public var otherwise: Otherwise
  /// Whether the year so far is looked at instead of the period.
  public var overYearToDate: Bool
  /// Where the gate is written.
  public var place: Place?

  /// Creates a gate.
  public init(
    measure: String, at: Level, otherwise: Otherwise = .share(.zero), overYearToDate: Bool = false,
    place: Place? = nil
  ) {
    self.measure = measure
    self.at = at
    self.otherwise = otherwise
    self.overYearToDate = overYearToDate
    self.place = place
  }
}

/// A factor on the pay of a period.
public enum PayMultiplier: Sendable {
  /// A factor for each step of another measure's attainment: half-open, the last without an end.
  case measure(String, [CreditMultiplier.Step])
  /// The score of this name for the period.
  case score(String)
}
