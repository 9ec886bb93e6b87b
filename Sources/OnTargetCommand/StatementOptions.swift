import Amounts
import Analyses
import ArgumentParser

/// Which statements are shown.
struct StatementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only these days of the plan year: 2021-Q2, 2021-05 or 2021-H1.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("Only this rep; may be repeated.", valueName: "rep"))
  var rep: [String] = []

  /// The statements of a run that are asked for.
  func statements(of run: PayFileOptions.Run) throws -> PayStatements {
    try PayStatements(run.pay, plan: run.plan, range: try period.map(Self.range), reps: rep)
  }

  private static func range(_ text: String) throws -> ClosedRange<CalendarDate> {
    guard let period = CalendarPeriod(text) else {
      throw ValidationError(
        "--period: \"\(text)\" is not a period; write 2021-Q2, 2021-05, 2021-H1 or 2021")
    }
    return period.days
  }
}
