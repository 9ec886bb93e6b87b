internal import Answers
public import ArgumentParser
import CareerAnswers
import MarketAnswers
import PayAnswers
import Reports
public import Statistics

/// How a percentile is defined, and how sure it is.
struct PercentileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The definition of percentiles, 1 to 9 of Hyndman and Fan (default: 7, with weights 1).",
      valueName: "type"))
  var quantileType: QuantileRule?

  @Option(help: ArgumentHelp("The confidence of intervals.", valueName: "percentage"))
  var confidence: Share = Share(value: 0.95)
}

/// How sure a figure is: percentiles, intervals, and the random numbers behind them.
struct PrecisionOptions: ParsableArguments {
  @OptionGroup var percentiles: PercentileOptions

  @Option(
    help: ArgumentHelp(
      """
      How intervals are found: woodruff, logit or beta (Woodruff's on other scales), bootstrap, \
      bca, none.
      """, valueName: "method"))
  var interval: IntervalMethod = .woodruff

  @Option(help: ArgumentHelp("The number of samples of bootstrap and bca.", valueName: "n"))
  var replicates: Int = 1000

  @Option(help: ArgumentHelp("The seed of bootstrap and bca.", valueName: "n"))
  var seed: UInt64 = 1

  /// How pay is compared by these options and the design of a survey.
  func options(_ survey: SurveyOptions, threads: Int) -> ComparisonOptions {
    var options = ComparisonOptions()
    options.design = survey.design
    options.level = percentiles.confidence.value
    options.interval = interval
    options.rule = percentiles.quantileType
    options.bootstrap = Bootstrap(replicates: replicates, seed: seed, threads: threads)
    return options
  }
}

/// A share as people write it, `25%` or `0.25`.
struct Share: ExpressibleByArgument {
  var value: Double

  init(value: Double) { self.value = value }

  init?(argument: String) {
    let isPercentage = argument.hasSuffix("%")
    guard let number = Double(isPercentage ? String(argument.dropLast()) : argument) else {
      return nil
    }
    value = isPercentage ? number / 100 : number
    guard (0...1).contains(value) else { return nil }
  }

  var defaultValueDescription: String { "\(Int((value * 100).rounded()))%" }
}

extension IntervalMethod: ExpressibleByArgument {}

extension QuantileRule: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: argument.hasPrefix("hf") ? argument : "hf\(argument)")
  }

  public static var allValueStrings: [String] { (1...9).map { "\($0)" } }
}

extension MultiplicityAdjustment: ExpressibleByArgument {
  public init?(argument: String) {
    guard let known = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = known
  }

  public static var allValueStrings: [String] { allCases.map(\.name) }
  // The help of the option says it; the parser would set the raw values against the names.
  public static var allValueDescriptions: [String: String] { [:] }
  public var defaultValueDescription: String { name }
}
