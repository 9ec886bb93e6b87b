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

/// `ontarget ranges`.
struct Ranges: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "ranges",
    abstract: "Make or read the ranges of a pay structure, and hold people against them.",
    discussion: """
      Ranges are read from a table of grades, made of its midpoints, of a first midpoint and a \
      progression, or of the line through priced jobs: the logarithm of their market pay over points \
      or grade. With people it tells compa-ratio and penetration of each, who is below or above, what \
      it costs to bring everybody to the minimum, and the gaps between groups.

      Examples:
        ontarget ranges ontarget:examples/priced-jobs --spread 50% \\
          --round-midpoint 100 --round-minimum 10 \\
          --people ontarget:examples/employees --by gender
        ontarget ranges --midpoint 40000 --progression 15% --count 6 --spread 50%
      """)

  @Argument(
    help: ArgumentHelp(
      """
      Priced jobs: a table with job, market (or p50), and points or a grade with a number; what \
      price writes as CSV is one.
      """, valueName: "priced-jobs"))
  var benchmarks: String?

  @OptionGroup(title: "Ranges") var ranges: RangeOptions

  @Option(help: ArgumentHelp("The midpoint of the first grade.", valueName: "amount"))
  var midpoint: String?

  @Option(
    help: ArgumentHelp(
      "How much each midpoint is above the one before: 15%.", valueName: "percentage"))
  var progression: String?

  @Option(help: ArgumentHelp("The number of grades.", valueName: "number"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      "What the pay line is straight in: logarithm (of pay) or linear.", valueName: "word"))
  var line: PayLine.Scale?

  @Option(
    help: ArgumentHelp(
      "How the organisation pays over the market, such as 1.05 or 105%.", valueName: "factor"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "People: a table with employee, grade and salary.", valueName: "file"))
  var people: String?

  @Option(
    help: ArgumentHelp(
      "Columns of the people whose groups are compared, such as gender.", valueName: "columns"))
  var by: String?

  @OptionGroup var reading: TableReadingOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    [people].compactMap(\.self).map { WantedFile($0, .table(.employees)) }
      + [ranges.grades].compactMap(\.self).map { WantedFile($0, .table(.grades)) }
  }

  func respond(to call: Call) throws -> Response {
    var source = try ranges.source()
    source.benchmarks = benchmarks
    source.ladder = try ladder()
    if let line {
      guard benchmarks != nil else { throw Parameter.line.without(.pricedJobs) }
      source.scale = line
    }
    if let policy {
      guard benchmarks != nil else { throw Parameter.policy.without(.pricedJobs) }
      source.policy = try Series.factor(policy, .policy)
    }
    var question = RangesQuestion(
      source, people: people, tables: try reading.options(mapping: .employees))
    question.groups = by?.columnNames ?? []
    return Response(try question.answer())
  }

  private func ladder() throws(InputFailure) -> StructureSource.Ladder? {
    guard let midpoint else {
      if progression != nil { throw Parameter.progression.without(.midpoint) }
      if count != nil { throw Parameter.count.without(.midpoint) }
      return nil
    }
    guard let progression else { throw Parameter.midpoint.without(.progression) }
    guard let count else { throw Parameter.midpoint.without(.count) }
    try Parameter.count.require(count, in: 1...100)
    return StructureSource.Ladder(
      from: try Series.amount(midpoint, .midpoint).value,
      progression: try Series.percentage(progression, .progression, .rate), count: count)
  }
}

extension PayLine.Scale: ExpressibleByArgument {}
