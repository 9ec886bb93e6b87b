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

  /// The kinds of tables whose columns can be mapped.
  public static let all: [TableKind] =
    ofInputs + [
      .people, .surveys, .filings, .benchmarks, .meritMatrix, .staff,
    ]
}
