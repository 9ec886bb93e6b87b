import ArgumentParser
import PayAnswers

/// The part of the plan year that is looked at.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Only this time: 2021-05, 2021-Q2 (April to June), 2021-H1 or 2021; FY2021-Q2 is the second \
      quarter of the plan year that starts in 2021.
      """, valueName: "period"))
  var period: String?
}

/// Which statements are shown.
struct StatementOptions: ParsableArguments {
  @OptionGroup var time: PeriodOptions

  @Option(help: ArgumentHelp("Only this rep; may be repeated.", valueName: "rep"))
  var rep: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      A column of the roster, such as cost_center, that goes into the table of reps for payroll; may \
      be repeated.
      """, valueName: "column"))
  var keep: [String] = []
}
