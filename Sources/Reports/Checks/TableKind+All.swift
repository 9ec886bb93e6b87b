internal import MarketAnswers
internal import MarketFiles
internal import PayAnswers
internal import PlanFiles
internal import Regulations
internal import SalaryData
public import Tables

extension TableKind {
  /// The kinds of tables that are read by the words of their columns, but for salaries.
  static let ofInputs: [TableKind] =
    ofPlans + [.gifts, .history, .matches, .grades, .employees, .payroll, .results]

  /// The kinds of tables that a verb reads whose mappings without a kind are of one; nil for all kinds.
  public static func read(beside kind: TableKind?) -> [TableKind] {
    switch kind {
    case nil: all
    case payroll?: [.payroll, .filings]
    case gifts?: [.gifts]
    case people?: [.people, .staff]
    case employees?, surveys?, staff?: ofMarkets + [.people]
    default: ofPlans + [.history, .results]
    }
  }

  /// The kinds of tables whose columns can be mapped.
  public static let all: [TableKind] =
    ofInputs + [
      .people, .surveys, .filings, .benchmarks, .meritMatrix, .staff,
    ]
}
