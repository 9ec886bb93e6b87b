import Answers
public import ArgumentParser
import CSVReading
import CareerAnswers
import Findings
public import Regulations
import SalaryData
import Simulation

/// `ontarget offers`.
struct Offers: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "offers",
    abstract: "Put offers of employment side by side: pay, risk, break-even, what to ask.",
    discussion: """
      An offer is a YAML file: offer, currency, base and variable (or ote and mix), quota, plan (a \
      plan file beside it, or a plan), chance of quota or model, ramp, guarantee, draw, sign-on, \
      bonus (apart from the plan), equity, benefits, location, start, raise. Equity is a value of a \
      year, or a grant, or units with a price or a range of prices, which vest with a cliff. \
      docs/offer-format.md has each key with an example.

      What an offer does not say is listed as a question, with what was assumed. A chance of quota, \
      a slow start and a raise that one offer leaves out are those of the offers beside it, so that \
      no offer wins by silence. What is open on a recoverable draw is owed and is no pay. State and \
      local tax are out of scope.

      Example:
        ontarget offers datasets/offers/northwind.yaml datasets/offers/harbor.yaml --years 3 --net
      """)

  @Argument(help: ArgumentHelp("The offers, as YAML.", valueName: "offer"))
  var offers: [String]

  @Option(help: "How many years of service to look at, 1 to 5.")
  var years: Int = 3

  @Option(
    help: ArgumentHelp(
      "How much risk matters: the coefficient of relative risk aversion, 0 to 50.",
      valueName: "number"))
  var riskAversion: Double = 2

  @Flag(help: "Take off US federal income and payroll tax.")
  var net: Bool = false

  @Option(
    help:
      "Under which status taxes are paid: \(FilingStatus.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var filingStatus: FilingStatus = .single

  @Option(
    help: ArgumentHelp(
      "A table of prices with the columns state and index; 100 is the average.",
      valueName: "file"))
  var costOfLiving: String?

  @Option(help: ArgumentHelp("How many careers to simulate.", valueName: "number"))
  var trials: Int = 20_000

  @Option(help: ArgumentHelp("The seed of the draws.", valueName: "number"))
  var seed: UInt64 = 1

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...5).contains(years) else { throw ValidationError("--years goes from 1 to 5") }
    guard (100...1_000_000).contains(trials) else {
      throw ValidationError("--trials goes from 100 to 1000000")
    }
  }

  func respond(to call: Call) throws -> Response {
    let (comparison, inputs, findings) = try compared()
    return Response(answer: comparison, inputs: inputs, findings: findings)
  }

  /// Reads the offers and compares them.
  func compared() throws -> (
    comparison: OfferComparison, inputs: [InputDescription], findings: FindingLog
  ) {
    guard let riskAversion = RiskAversion(riskAversion) else {
      throw ValidationError("--risk-aversion goes from 0 to 50; 2 is usual")
    }
    var findings = FindingLog()
    var read: [Offer] = []
    for path in offers {
      let (offer, found) = try Offer.read(path: path)
      findings.add(found)
      read.append(offer)
    }
    var assumptions = OfferAssumptions(
      years: years, trials: trials, seed: seed, riskAversion: riskAversion)
    if net {
      let datasets = try Datasets(directory: datasets.directory())
      assumptions.tax = OfferAssumptions.Tax(
        try FederalTaxes(
          incomeTaxPath: datasets.path(ofReference: "federal-tax"),
          payrollTaxPath: datasets.path(ofReference: "payroll-tax")),
        status: filingStatus)
    }
    if let costOfLiving {
      let states = try Datasets(directory: datasets.directory()).path(ofVocabulary: "us-states")
      assumptions.priceLevels = try PriceLevels(
        path: costOfLiving, states: Vocabulary(path: states))
    }
    return (
      try OfferComparison(read, assumptions),
      zip(offers, read).flatMap { path, offer in
        [path, offer.planFile].compactMap(\.self).map { InputDescription(path: $0) }
      }, findings
    )
  }
}

extension FilingStatus: ExpressibleByArgument {}
