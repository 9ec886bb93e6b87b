internal import Amounts
public import Answers
public import Findings
public import PayAnswers
public import Regulations
public import SalaryData
internal import Simulation

/// Which offer of employment to take, and on what that depends.
///
///     var question = OfferQuestion(["northwind.yaml", "harbor.yaml"])
///     question.years = 4
///     let best = try question.answer().answer.recommended
public struct OfferQuestion: Question {
  /// The paths of the offer files.
  public var offers: [String]
  /// How many years of service are looked at, 1 to 5.
  public var years: Int = 3
  /// How much risk matters: the coefficient of relative risk aversion, 0 to 50.
  public var riskAversion: Double = 2
  /// Whether US federal income and payroll tax are taken off.
  public var isNet: Bool = false
  /// Under which status taxes are paid.
  public var filingStatus: FilingStatus = .single
  /// The path of a table of prices with the columns state and index; nil where they do not matter.
  public var costOfLiving: String?
  /// The quota over which what is sold is the attainment, at every offer; nil for each offer's own.
  public var referenceQuota: AskedAmount?
  /// The number of simulated careers, 100 to 1,000,000.
  public var trials: Int = 20_000
  /// The seed of the draws.
  public var seed: UInt64 = 1
  /// Opens the bundled datasets, which have the taxes and the names of states.
  ///
  /// It is called where they are needed.
  public var datasets: @Sendable () throws(InputFailure) -> Datasets

  /// Creates a question about three years before tax.
  public init(
    _ offers: [String],
    datasets: @escaping @Sendable () throws(InputFailure) -> Datasets = {
      () throws(InputFailure) in try Datasets(directory: "datasets")
    }
  ) {
    self.offers = offers
    self.datasets = datasets
  }

  /// Reads the offers and compares them.
  ///
  /// - Throws: `.usage` for numbers out of range, `.noInput` and `.badData` for the files, and for
  ///   offers that cannot be compared.
  public func answer() throws(InputFailure) -> Reply<OfferComparison> {
    try Parameter.years.require(years, in: 1...5)
    try Parameter.trials.require(trials, in: 100...1_000_000)
    if !isNet, filingStatus != .single { throw Parameter.filingStatus.without(.net) }
    guard let riskAversion = RiskAversion(riskAversion) else {
      throw CareerObstacle.riskAversion.failure
    }
    var reading = Reading()
    var read: [Offer] = []
    for path in offers {
      let (offer, findings) = try Offer.read(path: path)
      reading.findings.add(findings)
      reading.inputs += [path, offer.planFile].compactMap(\.self)
        .map { InputDescription(path: $0) }
      read.append(offer)
    }
    var assumptions = OfferAssumptions(
      years: years, trials: trials, seed: seed, riskAversion: riskAversion)
    if isNet {
      assumptions.tax = OfferAssumptions.Tax(try taxes(), status: filingStatus)
    }
    if let costOfLiving {
      let states = try Vocabulary(path: datasets().path(ofVocabulary: "us-states"))
      assumptions.priceLevels = try PriceLevels(path: costOfLiving, states: states)
      reading.inputs.append(InputDescription(path: costOfLiving))
    }
    if let referenceQuota, let first = read.first {
      assumptions.referenceQuota = try referenceQuota.positiveValue(
        on: first.plan, .referenceQuota)
    }
    let comparison = try OfferComparison(read, assumptions)
    return Reply(comparison, inputs: reading.inputs, findings: reading.findings)
  }

  /// The taxes of the bundled datasets.
  package func taxes() throws(InputFailure) -> FederalTaxes {
    let datasets = try datasets()
    return try FederalTaxes(
      incomeTaxPath: datasets.path(ofReference: "federal-tax"),
      payrollTaxPath: datasets.path(ofReference: "payroll-tax"))
  }
}
