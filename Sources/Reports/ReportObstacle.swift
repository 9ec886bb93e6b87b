internal import Amounts
internal import Answers
internal import Findings
internal import PayPlans

/// Why there is no report.
enum ReportObstacle: Sendable {
  /// Two plans in two currencies.
  case otherCurrency(Plan, previous: Plan, than: Currency)

  /// The failure of the question.
  var failure: InputFailure {
    switch self {
    case .otherCurrency(let plan, let previous, let other):
      InputFailure(
        .badData,
        Finding(
          "review.currency", at: place(of: previous),
          "\"\(previous.name)\" pays in \(other.code), but \"\(plan.name)\" in \(plan.currency.code)",
          remedy: "review a plan against one in the same currency"))
    }
  }

  private func place(of plan: Plan) -> Place { plan.place ?? Place(file: plan.name) }
}
