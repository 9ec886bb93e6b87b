import Amounts
import Answers
import ArgumentParser
import Findings
import MarketAnswers
import MarketPricing
import PayAnswers

/// How the ranges of grades are made or read, the same for every verb that holds pay against them.
struct RangeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A table with the column grade and minimum and maximum, or midpoint, or points; spread and \
      currency as far as known.
      """, valueName: "file"))
  var grades: String?

  @Option(
    help: ArgumentHelp(
      "Maximum over minimum, less 1, of grades that say none: 50%.", valueName: "percentage"))
  var spread: String?

  @Option(
    help: ArgumentHelp("The step that midpoints are rounded to, such as 100.", valueName: "amount"))
  var roundMidpoint: String?

  @Option(
    help: ArgumentHelp(
      "The step that minimums are rounded to, such as 10; maximums follow.", valueName: "amount"))
  var roundMinimum: String?

  @Option(help: ArgumentHelp("The currency of files that name none.", valueName: "code"))
  var currency: String?

  /// Where the ranges come from.
  func source() throws(InputFailure) -> StructureSource {
    var source = StructureSource()
    source.grades = grades
    if let spread { source.spread = try Series.percentage(spread, .spread, .rate) }
    if let roundMidpoint {
      source.rounding.midpoint = try Series.amount(roundMidpoint, .roundMidpoint).value
    }
    if let roundMinimum {
      source.rounding.minimum = try Series.amount(roundMinimum, .roundMinimum).value
    }
    if let currency { source.currency = try Currency(option: currency) }
    return source
  }
}
