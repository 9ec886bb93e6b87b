import Amounts
import Answers
import ArgumentParser
import Findings

/// The year that deals are paid in, where the plan does not say it.
struct PlanYearOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The first day of the plan year (default: that of the plan, else January 1 of the year of the first deal, \
      which parts of the deals need not agree on).
      """, valueName: "day"))
  var starts: String?

  /// The day.
  func start() throws(InputFailure) -> CalendarDate? {
    try starts.map { (text) throws(InputFailure) in try CalendarDate(option: text, .starts) }
  }
}
