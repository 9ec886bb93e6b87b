import Answers
import ArgumentParser
import CareerAnswers
import Reports

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
        ontarget path ontarget:ladders/technology-sales --years 10 --discount 3%
      """)

  @Argument(
    help: ArgumentHelp(
      "The ladder, as YAML (default: technology sales, from the datasets).", valueName: "ladder"))
  var ladder: String?

  @Option(help: "How many years to look at, 1 to 50 (default: 10).")
  var years: Int?

  @Option(
    help: ArgumentHelp(
      "The yearly rate, over prices, at which later pay counts less (default: 3%).",
      valueName: "percentage"))
  var discount: String?

  @Option(
    help: ArgumentHelp("How many careers to simulate (default: 20000).", valueName: "number"))
  var trials: Int?

  @Option(help: ArgumentHelp("The seed of the draws (default: 1).", valueName: "number"))
  var seed: UInt64?

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { ladder.map { [WantedFile($0, .ladder)] } ?? [] }

  func respond(to call: Call) throws -> Response {
    let path = try ladder ?? "\(datasets.directory())/ladders/technology-sales.yaml"
    var question = CareerQuestion(ladder: path)
    question.years = years ?? question.years
    question.trials = trials ?? question.trials
    question.seed = seed ?? question.seed
    if let discount {
      question.discountRate = try Series.percentage(discount, .discount, .rate)
    }
    return Response(try question.answer())
  }
}
