package import Answers
package import Findings
package import PayPlans

/// The deals that a plan is run on, and the files beside them, as a part of a question.
public struct PayFiles: Hashable, Sendable {
  /// The path of the deals, as CSV; nil for none.
  public var deals: String?
  /// Who is on the plan, since when, and under whom; nil for everyone with a deal, all year.
  public var roster: String?
  /// What foreign currencies are worth.
  public var rates: String?
  /// Scores of objectives and scored measures.
  public var scores: String?
  /// Amounts added or taken by hand.
  public var adjustments: String?

  /// Creates the files of a question about everyone with a deal.
  public init(
    deals: String? = nil, roster: String? = nil, rates: String? = nil, scores: String? = nil,
    adjustments: String? = nil
  ) {
    self.deals = deals
    self.roster = roster
    self.rates = rates
    self.scores = scores
    self.adjustments = adjustments
  }
}

extension PayFiles {
  /// A file beside the deals that is given; nil where none is.
  package var firstGiven: Parameter? {
    if roster != nil { return .roster }
    if rates != nil { return .rates }
    if scores != nil { return .scores }
    return adjustments == nil ? nil : .adjustments
  }

  /// Reads everything but the plan, and pays everyone.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - other: The plan that the roster names for the people on this one; nil for this one.
  ///   - reading: Is told the files, and what was found in them.
  /// - Returns: What everyone is paid.
  /// - Throws: `.usage` without deals, `.noInput` and `.badData` for what is wrong in a file.
  package func run(
    _ plan: Plan, forPeopleOn other: Plan? = nil, _ reading: inout Reading
  ) throws(InputFailure) -> PayRun {
    guard let deals else {
      throw InputFailure(.deals, "question.deals", "there are no deals to pay")
    }
    let (read, found) = try Deals.read(path: deals, for: plan)
    reading.findings.add(found)
    reading.inputs.append(InputDescription(path: deals, rows: read.rows.count, rejected: 0))
    var people: Roster?
    if let roster {
      let (read, found) = try Roster.read(path: roster, for: plan)
      people = other.map { read.moving(from: $0, to: plan) } ?? read
      reading.findings.add(found)
      reading.inputs.append(InputDescription(path: roster, rows: read.reps.count, rejected: 0))
    }
    reading.inputs += [rates, scores, adjustments].compactMap(\.self)
      .map { InputDescription(path: $0) }
    let run = try plan.statements(
      for: read, roster: people,
      rates: rates.read { (path) throws(InputFailure) in try .read(path: path) } ?? .init(),
      scores: scores.read { (path) throws(InputFailure) in try .read(path: path) } ?? .init(),
      adjustments: adjustments.read { (path) throws(InputFailure) in
        try Adjustment.read(path: path, currency: plan.currency)
      } ?? [])
    reading.findings.add(run.findings)
    return run
  }
}

extension Optional<String> {
  fileprivate func read<Value>(
    _ read: (String) throws(InputFailure) -> Value
  ) throws(InputFailure) -> Value? {
    guard let self else { return nil }
    return try read(self)
  }
}
