import Amounts
import Answers
public import ArgumentParser
import Findings
import MarketAnswers
import MarketFiles
public import MarketPricing
import PayAnswers
import Reports
import Tables

/// `ontarget merit`.
struct Merit: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "merit",
    abstract: "Spend a merit budget exactly, by performance and place in the range.",
    discussion: """
      The matrix has a row for each rating and a column for each zone, named by where the zone begins \
      (0%, 88%, 96%, 104% of the midpoint). Its cells are percentages, or mere proportions: all are \
      multiplied by the one factor that spends the budget, or with --fit points one number is added to \
      percentages, and increases are paid to the cent by largest remainder. A column protected_leave \
      keeps a leave from shortening an increase. The gaps between groups are told before and after.

      Example:
        ontarget merit ontarget:examples/employees \\
          --grades ontarget:examples/pay-grades \\
          --matrix ontarget:examples/merit-matrix --budget 3.5% --by gender
      """)

  @Argument(
    help: ArgumentHelp(
      "People: a table with employee, grade, salary and rating.", valueName: "people"))
  var people: String

  @Option(help: ArgumentHelp("The merit matrix.", valueName: "file"))
  var matrix: String

  @Option(help: ArgumentHelp("The part of the payroll that is spent: 3.5%.", valueName: "rate"))
  var budget: String

  @OptionGroup(title: "Ranges") var ranges: RangeOptions

  @Option(
    help: ArgumentHelp(
      "What the zones of the matrix are of: compa-ratio or penetration.", valueName: "word"))
  var position: MeritMatrix.Position = .compaRatio

  @Option(
    help: ArgumentHelp(
      """
      How the matrix is brought to the budget: factor (all cells are multiplied by one) or points (one \
      number of percentage points is added to all, down to 0).
      """, valueName: "word"))
  var fit: MeritRules.Fit = .factor

  @Option(
    help: ArgumentHelp(
      """
      What becomes of an increase that leads above the maximum: exceed, lump-sum (the rest is paid \
      once) or cap (the others share it).
      """, valueName: "word"))
  var atMaximum: MeritRules.AtMaximum = .exceed

  @Flag(help: "Bring everybody to the minimum first, out of the budget.")
  var minimumFirst: Bool = false

  @Option(
    help: ArgumentHelp(
      "The period of a whole increase, of which people have the part since eligible_from.",
      valueName: "day..day"))
  var period: String?

  @Option(
    help: ArgumentHelp("How the part is counted: days or months.", valueName: "word"))
  var partBy: Proration.Count?

  @Option(
    help: ArgumentHelp(
      "The decimals that the part is rounded to before it is used (default: exact).",
      valueName: "number"))
  var partPlaces: Int?

  @Option(
    help: ArgumentHelp(
      "The step of increases, such as 10 (default: the minor unit).", valueName: "amount"))
  var round: String?

  @Option(
    help: ArgumentHelp(
      "Columns of the people whose groups are compared, such as gender.", valueName: "columns"))
  var by: String?

  @OptionGroup var reading: TableReadingOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    [WantedFile(people, .table(.employees))]
      + [ranges.grades].compactMap(\.self).map { WantedFile($0, .table(.grades)) }
  }

  func respond(to call: Call) throws -> Response {
    var question = MeritQuestion(
      of: people, in: try ranges.source(), matrix: matrix,
      budget: try Series.percentage(budget, .budget, .rate),
      tables: try reading.options(mapping: .employees))
    question.position = position
    question.fit = fit
    question.atMaximum = atMaximum
    question.raisesToMinimum = minimumFirst
    question.proration = try proration()
    if let round { question.step = try Series.amount(round, .round).value }
    question.groups = by?.columnNames ?? []
    return Response(try question.answer())
  }

  private func proration() throws(InputFailure) -> Proration? {
    guard let period else {
      if partBy != nil { throw Parameter.partBy.without(.period) }
      if partPlaces != nil { throw Parameter.partPlaces.without(.period) }
      return nil
    }
    let days = period.split(separator: "..").map { CalendarDate(iso: $0) }
    guard days.count == 2, let first = days[0], let last = days[1], first <= last else {
      throw InputFailure(
        .period, "setting.value", "\"\(period)\" is no period",
        remedy: "write its first and last day: 2025-01-01..2025-12-31")
    }
    if let partPlaces { try Parameter.partPlaces.require(partPlaces, in: 0...12) }
    return Proration(from: first, to: last, by: partBy ?? .days, places: partPlaces)
  }
}

extension MeritMatrix.Position: ExpressibleByArgument {}
extension MeritRules.Fit: ExpressibleByArgument {}
extension MeritRules.AtMaximum: ExpressibleByArgument {}
extension Proration.Count: ExpressibleByArgument {}
