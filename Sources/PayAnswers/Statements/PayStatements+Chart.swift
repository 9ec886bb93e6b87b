internal import Amounts
internal import PayPlans
public import Reporting

extension PayStatements {
  /// The way from the base to what is paid, for the person shown or for all of them together.
  public var charts: [Chart] { [waterfall(of: statements)] }

  /// The sums of some statements, step by step.
  package func waterfall(of statements: [PeriodStatement]) -> Chart {
    var parts: [PeriodStatement.Part] = []
    for part in statements.flatMap(\.parts) {
      if let index = parts.firstIndex(where: { $0.label == part.label }) {
        parts[index].amount += part.amount
      } else {
        parts.append(part)
      }
    }
    let total = statements.reduce(Money.zero(plan.currency)) { $0 + $1.total }
    var steps = parts.filter { $0.isAlwaysThere || $0.amount.minorUnits != 0 }
      .map { Chart.Step($0.label, $0.amount) }
    steps.append(Chart.Step("Total paid", total, isTotal: true))
    return .waterfall(
      name: "statement",
      title: statements.count == 1
        ? "Pay of \(name(of: statements[0]))" : "Pay of all people shown",
      xTitle: "Pay, added up from the top", currency: plan.currency, steps: steps)
  }
}
