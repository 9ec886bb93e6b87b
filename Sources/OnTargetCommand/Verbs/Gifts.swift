import Answers
import ArgumentParser
import Findings
import PayAnswers
import Regulations
import Reports
import SalaryData
import Tables

/// `ontarget gifts`.
struct Gifts: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "gifts",
    abstract: "Hold a register of gifts against the yearly limit of FINRA Rule 3220.",
    discussion: """
      The register has the columns date, recipient, and cost (or paid, tax, delivery), and \
      as far as known employer, recipient_type (employee, retail customer, own staff), giver, gift, \
      kind, paid_by (firm, giver), market_value and face_value. Recipients who share a gift are \
      separated by ";". The kinds are gift, ticket, personal, bereavement, de minimis, promotional, \
      commemorative and disaster donation. Columns with other names are recognised, in English and in \
      German. The exit status is 1 when something is over the limit.

      A help for keeping a register, not legal advice.

      Example:
        ontarget gifts ontarget:gifts/register-2026 --year calendar
      """)

  @Argument(
    help: ArgumentHelp("The register, as CSV or .xlsx; - for standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The year over which gifts are added up: calendar, rolling, or fiscal:MM-DD (default: calendar).",
      valueName: "year"))
  var year: String?

  @Option(
    help: ArgumentHelp(
      "From which share of the limit a recipient is near it.", valueName: "percentage"))
  var near: String = "80%"

  @OptionGroup var reading: TableReadingOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { [WantedFile(file, .table(.gifts))] }

  func respond(to call: Call) throws -> Response {
    let datasets = try Datasets(directory: datasets.directory())
    var question = GiftLimitQuestion(
      register: file, tables: try reading.options(mapping: .gifts),
      rules: try datasets.path(ofReference: "gift-rules"))
    question.tables.words = try datasets.columnWordsPath
    question.near = try Series.percentage(near, .near)
    if let year {
      guard let read = GiftYear(year) else {
        throw InputFailure(
          .year, "question.year", "\"\(year)\" is not a year",
          remedy: "write calendar, rolling, or fiscal:07-01")
      }
      question.year = read
    }
    let reply = try question.answer()
    let status: ExitStatus =
      if !reply.answer.review.over.isEmpty {
        .answerIsNo
      } else if reply.answer.register.rejected > 0 {
        .badData
      } else {
        .done
      }
    return Response(reply, status: status)
  }
}
