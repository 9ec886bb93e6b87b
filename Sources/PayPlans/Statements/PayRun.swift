public import Amounts
public import Findings

/// The statements of everyone on a plan.
public struct PayRun: Sendable {
  /// One statement for each person, in the order of the roster, or of the first deals.
  public let statements: [Statement]
  /// What is worth knowing about the inputs.
  public let findings: FindingLog

  /// The pay of all: salary and incentive.
  public func cost(in currency: Currency) -> Money {
    statements.reduce(.zero(currency)) { $0 + $1.total }
  }
}

extension Plan {
  /// Returns what everyone on the plan is paid for a year of deals.
  ///
  /// Without a roster everyone who has a deal is on the plan for the whole year.
  ///
  /// - Throws: `.badData` with everything that makes the deals or the roster unusable.
  /// - Complexity: O(deals × components + people × periods), and sorting the deals.
  public func statements(
    for deals: Deals, roster: Roster? = nil, rates: ExchangeRates = ExchangeRates(),
    scores: Scores = Scores(), adjustments: [Adjustment] = []
  ) throws(InputFailure) -> PayRun {
    var log = FindingLog()
    let first = deals.rows.lazy.map(\.closeDate).min()
    let start =
      yearStarts ?? first.flatMap { CalendarDate(year: $0.year, month: 1, day: 1) }
      ?? CalendarDate(dayNumber: 0)
    let year = PlanYear(start: start)
    let people = DealChecks(
      plan: self, deals: deals, roster: roster, rates: rates, adjustments: adjustments, year: year)
    let reps = people.check(&log)
    if log.hasErrors { throw InputFailure(.badData, log) }

    let context = PayContext(plan: self, deals: deals, rates: rates, scores: scores, year: year)
    let teams = Teams(roster)
    let byRep = Dictionary(grouping: adjustments, by: \.rep)
    var statements: [Statement] = []
    statements.reserveCapacity(reps.count)
    do throws(ArithmeticFailure) {
      for rep in reps {
        let builder = StatementBuilder(
          context: context, rep: rep, team: usesTeams ? teams.reports(of: rep.id) : [],
          adjustments: byRep[rep.id] ?? [])
        let (statement, missing) = try builder.statement()
        statements.append(statement)
        for what in missing {
          log.add(
            Finding(
              "scores.missing", .warning,
              at: Place(file: roster?.file ?? deals.file, line: rep.line),
              "there is no score \(what) of \"\(rep.id)\"; it counts as 0%"))
        }
      }
    } catch {
      throw InputFailure(
        .badData,
        Finding(
          "deals.too-large", at: Place(file: deals.file),
          "the amounts are too large, or have too many decimals, to be added exactly"))
    }
    return PayRun(statements: statements, findings: log)
  }

  private var usesTeams: Bool {
    ([self] + versions.map(\.plan)).contains { $0.measures.contains { $0.team != nil } }
  }
}

/// Who reports to whom.
struct Teams {
  private let direct: [String: [String]]

  init(_ roster: Roster?) {
    var direct: [String: [String]] = [:]
    for rep in roster?.reps ?? [] {
      if let manager = rep.manager { direct[manager, default: []].append(rep.id) }
    }
    self.direct = direct
  }

  /// Returns everyone who reports to a person, directly or indirectly.
  func reports(of manager: String) -> [String] {
    var found: [String] = []
    var seen: Set<String> = [manager]
    var open = direct[manager] ?? []
    while let id = open.popLast() {
      guard seen.insert(id).inserted else { continue }
      found.append(id)
      open += direct[id] ?? []
    }
    return found
  }
}
