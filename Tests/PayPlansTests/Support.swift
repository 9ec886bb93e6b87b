import Amounts
import Findings
import Foundation
import PayPlans
import PlanFiles
import TestSupport
import Testing

/// Returns the path of a file in `datasets`.
func datasets(_ path: String) -> String { "\(Checkout.datasets)/\(path)" }

/// Returns what stops a plan from being read, as it is printed.
func failure(_ yaml: String) -> [Finding] {
  do {
    _ = try Plan.read(yaml: yaml, file: "plan.yaml")
    return []
  } catch {
    return error.log.findings
  }
}

/// Returns a plan of `Tests/PayPlansTests/Published`, each of which cites its source.
func published(_ name: String) throws -> Plan {
  let file = Checkout.root.appending(path: "Tests/PayPlansTests/Published/\(name).yaml")
  return try Plan.read(path: file.path).plan
}

extension Plan {
  /// Returns the statements for CSV text.
  func run(
    _ deals: String, roster: String? = nil, scores: String? = nil, rates: String? = nil,
    adjustments: String? = nil, receipts: String? = nil
  ) throws -> [Statement] {
    var read = try Deals.read(csv: deals, file: "deals.csv", for: self).deals
    if let receipts {
      _ = try read.note(Receipts(csv: receipts, file: "receipts.csv"), in: currency)
    }
    let roster = try roster.map {
      try Roster.read(csv: $0, file: "roster.csv", for: self).roster
    }
    return try statements(
      for: read, roster: roster,
      rates: rates.map { try MonthlyRates.read(csv: $0, file: "rates.csv") } ?? MonthlyRates(),
      scores: scores.map { try Scores.read(csv: $0, file: "scores.csv") } ?? Scores(),
      adjustments: adjustments.map {
        try Adjustment.read(csv: $0, file: "adjustments.csv", currency: currency)
      } ?? []
    ).statements
  }

  /// Returns the statement of the only rep for deals of one rep: pairs of day and amount.
  func run(_ deals: [(day: String, amount: String)]) throws -> Statement {
    var csv = "deal_id,rep,close_date,amount\n"
    for (index, deal) in deals.enumerated() {
      csv += "D\(index + 1),ann,\(deal.day),\(deal.amount)\n"
    }
    return try #require(run(csv).first)
  }
}

extension Statement {
  /// What each line earned; what was taken back is left out.
  var pays: [String] { lines.filter { $0.kind != .clawback }.map(\.pay.fixedPoint) }
}
