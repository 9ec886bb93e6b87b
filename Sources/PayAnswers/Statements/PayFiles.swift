package import Answers
package import Findings
package import PayPlans
internal import PlanFiles

/// The files beside a plan and its deals, by their paths.
public struct PayFiles: Hashable, Sendable {
  /// Who is on the plan, since when, and under whom; nil for everyone with a deal, all year.
  public var roster: String?
  /// What foreign currencies are worth, month by month.
  public var rates: String?
  /// Scores of objectives and scored measures.
  public var scores: String?
  /// Amounts added or taken by hand.
  public var adjustments: String?

  /// Creates a choice of files.
  public init(
    roster: String? = nil, rates: String? = nil, scores: String? = nil, adjustments: String? = nil
  ) {
    self.roster = roster
    self.rates = rates
    self.scores = scores
    self.adjustments = adjustments
  }

  /// A setting for a file that is given; nil where none is.
  package var firstGiven: Parameter? {
    let files: [(String?, Parameter)] = [
      (roster, .roster), (rates, .rates), (scores, .scores), (adjustments, .adjustments),
    ]
    return files.first { $0.0 != nil }?.1
  }
}

/// A plan that was run on deals, with the deals.
package struct PaidDeals: Sendable {
  /// The plan.
  package let plan: Plan
  /// The deals.
  package let deals: Deals
  /// What everyone is paid.
  package let pay: PayRun
}

extension PayFiles {
  /// Reads everything but the plan, and pays everyone.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - deals: The path of the deals.
  ///   - other: The plan that the roster names for the people on this one; nil for this one.
  ///   - reading: Is told the files, and what was found in them.
  /// - Returns: What everyone is paid.
  /// - Throws: `InputFailure` for what is wrong in a file.
  package func run(
    _ plan: Plan, on deals: String, forPeopleOn other: Plan? = nil, _ reading: inout Reading
  ) throws(InputFailure) -> PaidDeals {
    let (read, dealFindings) = try Deals.read(path: deals, for: plan)
    reading.findings.add(dealFindings)
    reading.inputs.append(InputDescription(path: deals, rows: read.rows.count, rejected: 0))
    var people: Roster?
    if let roster {
      let (read, findings) = try Roster.read(path: roster, for: plan)
      people = other.map { read.moving(from: $0, to: plan) } ?? read
      reading.findings.add(findings)
      reading.inputs.append(InputDescription(path: roster, rows: read.reps.count, rejected: 0))
    }
    reading.inputs += [rates, scores, adjustments].compactMap(\.self).map {
      InputDescription(path: $0)
    }
    let monthly = try rates.map(MonthlyRates.readWithFindings(path:))
    let scored = try scores.map(Scores.readWithFindings(path:))
    let adjusted = try adjustments.map { (path) throws(InputFailure) in
      try Adjustment.readWithFindings(path: path, currency: plan.currency)
    }
    for log in [monthly?.findings, scored?.findings, adjusted?.findings] {
      if let log { reading.findings.add(log) }
    }
    let pay = try plan.statements(
      for: read, roster: people, rates: monthly?.rates ?? MonthlyRates(),
      scores: scored?.scores ?? Scores(), adjustments: adjusted?.adjustments ?? [])
    reading.findings.add(pay.findings)
    return PaidDeals(plan: plan, deals: read, pay: pay)
  }
}
