import Amounts
import Answers
import ArgumentParser
import CareerAnswers
import Findings

/// `ontarget path`.
struct Path: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "path",
    abstract: "Show what a career on a ladder pays over the years, in constant money.",
    discussion: """
      A ladder is a YAML file: ladder, currency, money of (a month), pay elsewhere, and rungs from \
      the first to the last. A rung has its name, pay as in an offer (base and variable, or a plan; \
      chance of quota or model), months before promotion, chance of promotion and chance to leave \
      (both in a year).

      Example:
        ontarget path datasets/ladders/technology-sales.yaml --years 10 --discount 3%
      """)

  @Argument(
    help: ArgumentHelp(
      "The ladder, as YAML (default: technology sales, from the datasets).", valueName: "ladder"))
  var ladder: String?

  @Option(help: "How many years to look at, 1 to 50.")
  var years: Int = 10

  @Option(
    help: ArgumentHelp(
      "The yearly rate, over prices, at which later pay counts less.", valueName: "percentage"))
  var discount: String = "3%"

  @Option(help: ArgumentHelp("How many careers to simulate.", valueName: "number"))
  var trials: Int = 20_000

  @Option(help: ArgumentHelp("The seed of the draws.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...50).contains(years) else { throw ValidationError("--years goes from 1 to 50") }
    guard (100...1_000_000).contains(trials) else {
      throw ValidationError("--trials goes from 100 to 1000000")
    }
  }

  func respond(to call: Call) throws -> Response {
    let rate = try Series.percentage(discount, Parameter("discount"), .rate)
    let path = try ladder ?? "\(datasets.directory())/ladders/technology-sales.yaml"
    let (ladder, findings) = try Ladder.read(path: path)
    return Response(
      answer: CareerPath(
        ladder,
        CareerPath.Assumptions(
          years: years, discountRate: rate.doubleValue, trials: trials, seed: seed)),
      inputs: [InputDescription(path: path)], findings: findings)
  }
}
