internal import PayAnswers
internal import PlanFiles
internal import Regulations
internal import SalaryData
public import Tables

extension TableKind {
  /// The kinds of tables with a row for each person, deal or amount.
  public static let all: [TableKind] = ofPlans + [.people, .gifts, .history]
}
