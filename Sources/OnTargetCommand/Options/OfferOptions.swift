import Answers
public import ArgumentParser
import CareerAnswers
import Findings
public import Regulations

/// The options about offers of employment; what is left out is as the question has it.
struct OfferOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The offers, as YAML.", valueName: "offer"))
  var offers: [String] = []

  @Option(help: "How many years of service to look at, 1 to 5 (default: 3).")
  var years: Int?

  @Option(
    help: ArgumentHelp(
      "How much risk matters: the coefficient of relative risk aversion, 0 to 50 (default: 2).",
      valueName: "number"))
  var riskAversion: Double?

  @Flag(help: "Take off US federal income and payroll tax.")
  var net: Bool = false

  @Option(
    help:
      "Under which status taxes are paid: \(FilingStatus.allCases.map(\.rawValue).joined(separator: ", ")) (default: single)."
  )
  var filingStatus: FilingStatus?

  @Option(
    help: ArgumentHelp(
      "A table of prices with the columns state and index; 100 is the average.",
      valueName: "file"))
  var costOfLiving: String?

  @Option(
    help: ArgumentHelp(
      "The quota over which every offer sells the same (default: each reaches the same attainment of its own).",
      valueName: "amount"))
  var referenceQuota: String?

  @Option(
    help: ArgumentHelp("How many careers to simulate (default: 20000).", valueName: "number"))
  var trials: Int?

  @Option(help: ArgumentHelp("The seed of the draws (default: 1).", valueName: "number"))
  var seed: UInt64?

  @OptionGroup var datasets: DatasetOptions

  static var unasked: OfferQuestion { OfferQuestion([], datasets: DatasetOptions.opener()) }

  /// The settings of the question, by their keys in a recipe.
  static var settings: [Setting<OfferQuestion>] {
    [
      Setting(
        "offers", .offers, .files, required: true, "the [offer files](offer-format.md)"
      ) { $0.offers = $1 },
      Setting(
        "years", .years, .number, default: "3", "how many years of service to look at, 1 to 5"
      ) { $0.years = $1 },
      Setting(
        "risk aversion", .riskAversion, .number, default: "2",
        "the coefficient of relative risk aversion, 0 to 50"
      ) { $0.riskAversion = $1 },
      Setting(
        "net", .net, .flag, default: "`false`",
        "whether US federal income and payroll tax are taken off"
      ) { $0.isNet = $1 },
      Setting(
        "filing status", .filingStatus, .choice, default: "`single`",
        "under which status taxes are paid"
      ) { $0.filingStatus = $1 },
      Setting(
        "cost of living", .costOfLiving, .file,
        "a table of prices with the columns state and index"
      ) { $0.costOfLiving = $1 },
      Setting(
        "reference quota", .referenceQuota, .amount,
        default: "the same attainment of each offer's own quota",
        "the quota over which every offer sells the same"
      ) { $0.referenceQuota = $1 },
      Setting(
        "trials", .trials, .number, default: "20000", "the number of simulated careers"
      ) { $0.trials = $1 },
      Setting("seed", .seed, .number, default: "1", "the seed of the draws") { $0.seed = $1 },
      Setting(
        "datasets", .datasets, .file, default: "those of the program",
        "the folder of the bundled datasets"
      ) { $0.datasets = DatasetOptions.opener($1) },
    ]
  }

  /// What the options say.
  var typed: Typed {
    Typed([
      (.offers, offers), (.years, text(years)), (.riskAversion, text(riskAversion)),
      (.net, text(flag: net)), (.filingStatus, text(filingStatus?.rawValue)),
      (.costOfLiving, text(costOfLiving)), (.referenceQuota, text(referenceQuota)),
      (.trials, text(trials)), (.seed, text(seed)),
      (.datasets, text(datasets.folder)),
    ])
  }
}

extension FilingStatus: ExpressibleByArgument {}
