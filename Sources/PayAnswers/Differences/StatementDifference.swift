public import Amounts
public import Answers
public import PayPlans

/// What a change of plan, people or deals does to everybody's pay, in money.
///
/// Sums hold exactly, for each person and for all together: the differences of the parts add up to that
/// of the total, and those of the lines to what components, adjustments and cancelled deals differ by.
public struct StatementDifference: Answer {
  /// An amount on both sides.
  public struct Change: Hashable, Sendable {
    /// The amount on the old side; nil for who or what is not there.
    public let old: Money?
    /// The amount on the new side; nil for who or what is not there.
    public let new: Money?
    /// What the new side has more; what is not there counts as zero.
    public let difference: Money
  }

  /// A part of what somebody is paid; all parts together are the total.
  public enum Part: Hashable, Sendable {
    /// The salary.
    case base
    /// What a component earned.
    case component(String)
    /// What was added or taken by hand.
    case adjustments
    /// What was earned and is to be due later; taken off.
    case notDue
    /// What lapsed with cancelled deals before it was due; taken off.
    case lapsed
    /// What cancelled deals gave back; taken off.
    case clawback
    /// What a guarantee paid on top.
    case guarantee
    /// What a draw paid on top, less what was taken back of it.
    case draw
    /// What cancelled deals gave back and pay did not cover: it is owed, and not taken off.
    case owedClawback
  }

  /// A part of pay, and what it is on both sides.
  public struct PartChange: Hashable, Sendable {
    /// The part.
    public let part: Part
    /// What it adds to the total on both sides; what is taken off is negative.
    public let amount: Change
  }

  /// What one person is paid on both sides, in the plan year and whatever is due after it.
  public struct Person: Sendable {
    /// The name that deals use.
    public let rep: String
    /// The name to print, when a roster has one.
    public let name: String?
    /// The salary.
    public let base: Change
    /// What was earned, due or not.
    public let earned: Change
    /// The incentive that was paid.
    public let incentivePaid: Change
    /// What is still owed for cancelled deals at the end.
    public let owedClawback: Change
    /// What is still owed on a draw at the end.
    public let owedDraw: Change
    /// Salary and incentive paid.
    public let total: Change
    /// What the total is made of.
    public let parts: [PartChange]

    /// Whether the person is on both sides.
    public var isOnBoth: Bool { total.old != nil && total.new != nil }
    /// The name for people to read.
    var label: String { name ?? rep }
  }

  /// A line of a statement that pays another amount, or is on one side only.
  public struct Line: Sendable {
    /// Whose it is.
    public let rep: String
    /// The person's name to print, when a roster has one.
    public let name: String?
    /// What it is about.
    public let kind: StatementLine.Kind
    /// The day on which it was earned, on the new side where it is there.
    public let date: CalendarDate
    /// The deal; nil for a line of a whole period and for an adjustment.
    public let deal: String?
    /// The reason of an adjustment.
    public let note: String?
    /// The customer, where a file says who that is.
    public let account: String?
    /// The name of the component.
    public let component: String
    /// What it pays, or takes back.
    public let pay: Change
  }

  /// The plan on the old side.
  public let old: Plan
  /// The plan on the new side.
  public let new: Plan
  /// What the two plans say otherwise.
  public let terms: PlanDifference
  /// How the files of deals differ; nil where there is one.
  public let deals: DealDifference?
  /// Everyone on either side: by the difference, the greatest gain first.
  public let people: [Person]
  /// What all are paid together, part by part.
  public let parts: [PartChange]
  /// What all are paid together.
  public let total: Change
  /// The lines that pay another amount, the greatest difference first.
  public let lines: [Line]
  /// The plan year of the statements; nil where nobody has one.
  public let year: ClosedRange<CalendarDate>?
  /// The last day that is known; nil for all that the files say.
  public let asOf: CalendarDate?
}

extension StatementDifference.Change {
  /// The difference over the old amount; nil where that is not above zero.
  public var share: Ratio? {
    guard let old, old.minorUnits > 0 else { return nil }
    return try? difference.majorUnits / old.majorUnits
  }

  init(_ old: Money?, _ new: Money?, in currency: Currency) {
    self.old = old
    self.new = new
    let zero = Money.zero(currency)
    difference = (new ?? zero) - (old ?? zero)
  }

  var isNone: Bool { difference.minorUnits == 0 }
}

extension StatementDifference {
  /// Whether anything pays another amount, or is owed another, on the new side.
  public var changesPay: Bool { !lines.isEmpty || people.contains { $0.changesPay } }

  /// Those who are on both sides.
  public var compared: [Person] { people.filter(\.isOnBoth) }
  /// Those on both sides whom the new one pays more, the greatest gain first.
  public var winners: [Person] { compared.filter { $0.total.difference.minorUnits > 0 } }
  /// Those on both sides whom the new one pays less, the greatest loss last.
  public var losers: [Person] { compared.filter { $0.total.difference.minorUnits < 0 } }
  /// Those on the old side only.
  public var leavers: [Person] { people.filter { $0.total.new == nil } }
  /// Those on the new side only.
  public var joiners: [Person] { people.filter { $0.total.old == nil } }
}

extension StatementDifference.Person {
  /// Whether anything of it is another amount, or the person is on one side only.
  var changesPay: Bool {
    !isOnBoth || parts.contains { !$0.amount.isNone } || !owedClawback.isNone || !owedDraw.isNone
  }
}
