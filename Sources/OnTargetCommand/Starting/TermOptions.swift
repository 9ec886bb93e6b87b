import Answers
import ArgumentParser
import Findings
import MarketAnswers

/// The terms of pay that a plan or an offer begins with.
///
/// They are written into the file as they are typed, and the reader of such files says what is wrong with them.
struct TermOptions: ParsableArguments {
  @Option(help: "What the plan or the employer is called.")
  var name: String?

  @Option(help: ArgumentHelp("The currency (default: USD).", valueName: "code"))
  var currency: String?

  @Option(help: ArgumentHelp("The salary of a year, or 7500 per month.", valueName: "amount"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "The target incentive of a year: what is paid on top at 100 % of quota.", valueName: "amount")
  )
  var variable: String?

  @Option(
    help: ArgumentHelp(
      "On-target earnings, in place of --variable; with --base or --mix.", valueName: "amount"))
  var ote: String?

  @Option(
    help: ArgumentHelp(
      "Base and incentive as parts of on-target earnings: 60/40.", valueName: "shares"))
  var mix: String?

  @Option(
    help: ArgumentHelp(
      "The quota of a year, or 150k per quarter, or one for each quarter: 220k,260k,280k,340k.",
      valueName: "amount"))
  var quota: String?

  @Option(
    help: ArgumentHelp(
      "When attainment starts again: month, quarter, half or year (default: quarter).",
      valueName: "period"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "What is paid up to the quota: 1x, incentive ÷ quota, or a share such as 10% (default: 1x).",
      valueName: "rate"))
  var rate: String?

  @Option(
    help: ArgumentHelp(
      "What is paid from a part of the quota on: 100%=1.5x,150%=2x, or 100%=15%.",
      valueName: "rates"))
  var accelerators: String?

  @Option(help: ArgumentHelp("Below it nothing is paid: 60%.", valueName: "percentage"))
  var threshold: String?

  @Option(
    help: ArgumentHelp("The most that a period pays: 200% of target.", valueName: "percentage"))
  var cap: String?

  @Option(
    help: ArgumentHelp(
      "A kicker: what reaching the quota of the year pays besides.", valueName: "amount"))
  var kicker: String?

  @Option(
    help: ArgumentHelp(
      "Quotas of the first months of service, one share for each month: 0%,25%,50%,75%.",
      valueName: "percentages"))
  var ramp: String?

  @Option(help: ArgumentHelp("A draw: what is paid at least in a month.", valueName: "amount"))
  var draw: String?

  @Option(
    help: ArgumentHelp(
      "Whether the draw is recoverable, non-recoverable or added (default: recoverable).",
      valueName: "kind"))
  var drawKind: String?

  @Option(help: ArgumentHelp("For how many months there is the draw.", valueName: "months"))
  var drawMonths: String?

  @Option(
    help: ArgumentHelp(
      "The share of the variable that is paid at least in the first months.",
      valueName: "percentage"))
  var guarantee: String?

  @Option(
    help: ArgumentHelp("For how many months it is guaranteed (default: 3).", valueName: "months"))
  var guaranteeMonths: String?

  @Option(
    help: ArgumentHelp(
      "A deal that is cancelled within this time gives its pay back: 12 months.", valueName: "time")
  )
  var clawback: String?
}

extension TermOptions {
  /// One term: where it is kept, and how it is asked for.
  struct Term {
    /// The setting.
    let parameter: Parameter
    /// Where its text is.
    let text: WritableKeyPath<TermOptions, String?>
    /// How it is asked for.
    let question: Inline
    /// What is meant where nothing is said; nil for a term that the letter may lack.
    var standard: String?
    /// A term without which this one makes no sense.
    var beside: WritableKeyPath<TermOptions, String?>?
  }

  /// The terms, in the order in which they are asked for.
  ///
  /// On-target earnings and the mix are two words for base and variable, and are not asked for.
  static var terms: [Term] {
    [
      Term(parameter: .called, text: \.name, question: "What is it called?", standard: "My plan"),
      Term(
        parameter: .currency, text: \.currency, question: "Which currency, in three letters?",
        standard: "USD"),
      Term(
        parameter: .base, text: \.base, question: "What is the salary of a year?",
        standard: "60000"),
      Term(
        parameter: .variable, text: \.variable,
        question: "What is paid on top at 100 % of quota, in a year?", standard: "60000"),
      Term(
        parameter: .quota, text: \.quota,
        question: "What is the quota of a year? \(.code("150k per quarter")) is understood too.",
        standard: "600000"),
      Term(
        parameter: .period, text: \.period,
        question: "When does attainment start again from zero: month, quarter, half or year?",
        standard: "quarter"),
      Term(
        parameter: .rate, text: \.rate,
        question:
          "What is paid up to the quota: \(.code("1x")), which is incentive ÷ quota, or a share of the sale such as \(.code("10%"))?",
        standard: "1x"),
      Term(
        parameter: .accelerators, text: \.accelerators,
        question: "Are there accelerators, such as \(.code("100%=1.5x,150%=2x"))?"),
      Term(
        parameter: .threshold, text: \.threshold,
        question: "Is there a threshold below which nothing is paid, such as \(.code("60%"))?"),
      Term(
        parameter: .cap, text: \.cap, question: "Is there a cap, such as \(.code("200%"))?"),
      Term(
        parameter: .kicker, text: \.kicker,
        question: "Is there a kicker, an amount for reaching the quota of the year?"),
      Term(
        parameter: .ramp, text: \.ramp,
        question:
          "Are quotas lower in the first months (a ramp), such as \(.code("0%,25%,50%,75%"))?"),
      Term(
        parameter: .draw, text: \.draw,
        question: "Is there a draw, an amount that a month pays at least?"),
      Term(
        parameter: .drawKind, text: \.drawKind,
        question: "Is the draw recoverable, non-recoverable or added?", standard: "recoverable",
        beside: \.draw),
      Term(
        parameter: .drawMonths, text: \.drawMonths, question: "For how many months?",
        beside: \.draw),
      Term(
        parameter: .guarantee, text: \.guarantee,
        question:
          "Is a share of the variable guaranteed in the first months, such as \(.code("75%"))?"),
      Term(
        parameter: .guaranteeMonths, text: \.guaranteeMonths, question: "For how many months?",
        standard: "3", beside: \.guarantee),
      Term(
        parameter: .clawback, text: \.clawback,
        question:
          "Do cancelled deals give back their pay (a clawback), such as within \(.code("6 months"))?"
      ),
    ]
  }

  /// The first term that is said; nil where none is.
  var firstGiven: Parameter? {
    if ote != nil { return .ote }
    if mix != nil { return .mix }
    return Self.terms.first { self[keyPath: $0.text] != nil }?.parameter
  }

  /// Refuses a term that another one is missing for.
  ///
  /// - Throws: `.usage`.
  func refuseLoose() throws(InputFailure) {
    for term in Self.terms where self[keyPath: term.text] != nil {
      guard let beside = term.beside, self[keyPath: beside] == nil,
        let other = Self.terms.first(where: { $0.text == beside })
      else { continue }
      throw InputFailure(
        term.parameter, "question.together", "it is about \(.parameter(other.parameter))",
        remedy: "add \(.parameter(other.parameter)), or leave it out")
    }
  }
}

extension Parameter {
  static let accelerators: Parameter = Parameter("accelerators")
  static let base: Parameter = Parameter("base")
  static let benefits: Parameter = Parameter("benefits")
  static let called: Parameter = Parameter("name")
  static let cap: Parameter = Parameter("cap")
  static let chanceOfQuota: Parameter = Parameter("chance of quota")
  static let clawback: Parameter = Parameter("clawback")
  static let draw: Parameter = Parameter("draw")
  static let drawKind: Parameter = Parameter("draw kind")
  static let drawMonths: Parameter = Parameter("draw months")
  static let equity: Parameter = Parameter("equity")
  static let guarantee: Parameter = Parameter("guarantee")
  static let guaranteeMonths: Parameter = Parameter("guarantee months")
  static let kicker: Parameter = Parameter("kicker")
  static let mix: Parameter = Parameter("mix")
  static let ote: Parameter = Parameter("ote")
  static let rate: Parameter = Parameter("rate")
  static let signOn: Parameter = Parameter("sign on")
  static let template: Parameter = Parameter("template")
  static let threshold: Parameter = Parameter("threshold")
  static let variable: Parameter = Parameter("variable")
}
