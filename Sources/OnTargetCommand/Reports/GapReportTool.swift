import Amounts
import Answers
public import ArgumentParser
public import GapReporting
import MarketAnswers
import SalaryData

/// `ontarget report gap`.
struct GapReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "gap",
    abstract: "Write the report on the pay of women and men that a law asks for.",
    discussion: """
      The rules are those of Great Britain (uk), of Directive (EU) 2023/970 (eu) and of the German \
      Entgelttransparenzgesetz (de); each is shown with its source, and whether it is law. The \
      employees have the columns id, sex, basic, pay_period and weekly_hours, and as far as there are \
      any allowances, overtime, bonus, bonus_paid_on, bonus_covers, leave, start_date, end_date and \
      category. A help for a report, not legal advice.

      Of a table with a row for each employer, such as the register of the UK government, it tells what \
      does not fit together.

      Examples:
        ontarget report gap ontarget:examples/payroll --rules uk --year 2026
        ontarget report gap ontarget:examples/payroll --rules eu --year 2026
        ontarget report gap ontarget:examples/payroll --rules de --year 2026 \\
          --full-time 38.5
        ontarget report gap ontarget:examples/gap-filings
      """)

  static var settings: [Setting<GapReportQuestion>] {
    [
      Setting(
        "employees", .employees, .file, required: true,
        "the [employees](gap-reports.md#employees), or [a row for each employer](gap-reports.md#filings)"
      ) { $0.employees = $1 },
      Setting("rules", .rules, .choice, "whose rules are followed") {
        (question: inout GapReportQuestion, rules: GapRules.Jurisdiction) in
        question.rules = rules
      },
      Setting(
        "year", .year, .number, "the year of the snapshot, or the calendar year"
      ) { (question: inout GapReportQuestion, year: Int) in question.year = year },
      Setting(
        "public body", .publicBody, .flag, default: "no",
        "whether the employer is a British public body, which counts on 31 March"
      ) { $0.isPublic = $1 },
      Setting(
        "pay period", .payPeriod, .choice, default: "the column `pay_period`",
        "what all amounts are for"
      ) { (question: inout GapReportQuestion, span: PaySpan) in question.paidFor = span },
      Setting(
        "full time", .fullTime, .decimal, "the weekly hours of full time, for `de`"
      ) { $0.fullTime = $1 },
      Setting(
        "smallest group", .smallestGroup, .number, default: "what the rules say",
        "the people that a group needs to be shown"
      ) { (question: inout GapReportQuestion, people: Int) in question.smallestGroup = people },
    ] + TableReadingOptions.settings(\.tables, of: .payroll) + [
      Setting(
        "datasets", .datasets, .file, default: "those of the program",
        "the folder of the bundled datasets"
      ) { $0.datasets = DatasetOptions.opener($1) }
    ]
  }
  static var unasked: GapReportQuestion {
    GapReportQuestion("", datasets: DatasetOptions.opener())
  }

  @Argument(
    help: ArgumentHelp(
      "The employees, or a row for each employer, as CSV or .xlsx.", valueName: "employees"))
  var employees: String?

  @Option(help: "Whose rules are followed: uk, eu or de.")
  var rules: GapRules.Jurisdiction?

  @Option(
    help: ArgumentHelp(
      "The year of the snapshot, or the calendar year.", valueName: "year"))
  var year: Int?

  @Flag(help: "The employer is a British public body, which counts on 31 March.")
  var publicBody = false

  @Option(
    help: ArgumentHelp(
      "What all amounts are for, such as month (default: the column pay_period).",
      valueName: "span"))
  var payPeriod: PaySpan?

  @Option(
    help: ArgumentHelp("The weekly hours of full time, for de.", valueName: "hours"))
  var fullTime: String?

  @Option(
    help: ArgumentHelp(
      "The people that a group needs to be shown (default: what the rules say).",
      valueName: "people"))
  var smallestGroup: Int?

  @OptionGroup var reading: TableReadingOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var typed: Typed {
    Typed(
      [
        (.employees, text(employees)), (.rules, text(rules?.rawValue)), (.year, text(year)),
        (.publicBody, text(flag: publicBody)), (.payPeriod, text(payPeriod?.rawValue)),
        (.fullTime, text(fullTime)), (.smallestGroup, text(smallestGroup)),
        (.datasets, text(datasets.folder)),
      ] + reading.typed)
  }
}

extension GapRules.Jurisdiction: ExpressibleByArgument {}
extension PaySpan: ExpressibleByArgument {}
