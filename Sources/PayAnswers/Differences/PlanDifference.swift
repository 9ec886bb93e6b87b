public import Amounts
internal import Calculator
public import PayPlans
public import Reporting
internal import Simulation

/// What two plans say otherwise, in words and in numbers.
public struct PlanDifference: Sendable {
  /// A number of a plan that is another one, or is in one of the plans only.
  public struct Number: Sendable {
    /// What it is, such as "New business: pay of band 2".
    public let term: Inline
    /// The number in the old plan, in major units, shares as fractions; nil where there is none.
    public let old: Ratio?
    /// The number in the new plan.
    public let new: Ratio?
  }

  /// What the old plan says and the new one does not.
  public let old: [Inline]
  /// What the new plan says and the old one did not.
  public let new: [Inline]
  /// The numbers that differ; they are told apart by what they are called.
  public let numbers: [Number]

  /// Whether the plans say the same.
  public var isNone: Bool { old.isEmpty && new.isEmpty && numbers.isEmpty }

  /// Compares two plans.
  ///
  /// - Complexity: O(size of the plans).
  public init(from old: Plan, to new: Plan) {
    let (before, after) = (old.summary, new.summary)
    let (known, said) = (Set(before), Set(after))
    self.old = before.filter { !said.contains($0) }
    self.new = after.filter { !known.contains($0) }
    let (was, now) = (Self.numbers(of: old), Self.numbers(of: new))
    let terms =
      was.map(\.term) + now.map(\.term).filter { term in !was.contains { $0.term == term } }
    numbers = terms.compactMap { term in
      let values = (was.first { $0.term == term }?.value, now.first { $0.term == term }?.value)
      return values.0 == values.1 ? nil : Number(term: term, old: values.0, new: values.1)
    }
  }

  private static func numbers(of plan: Plan) -> [(term: Inline, value: Ratio)] {
    plan.levers.compactMap { lever in
      plan.value(of: lever).map { (lever.words(in: plan), $0) }
    }
  }
}
