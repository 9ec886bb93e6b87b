package import Amounts
package import PayPlans
package import Phrases
internal import Reporting
internal import Simulation

/// What a page calculates with: checked plans, a language, and what each state of the controls shows.
///
/// The command makes one and puts its bytes into a page; the engine in the page makes the same of them.
package struct Calculator {
  /// The plans, of which there is one at least where anything is shown.
  package let plans: [Plan]
  /// The past attainments that models of the page draw from, by name.
  package let histories: [String: [Double]]
  /// The words of what is shown.
  package let book: Phrasebook
  /// The curves that were drawn, by plan and quota: moving sales moves the point alone.
  var curves: [QuotaKey: CompiledPlan] = [:]
  /// The grids that were shown, which sales do not change either.
  var grids: [QuotaKey: JSONValue] = [:]
  /// The plans in words.
  var rules: [QuotaKey: JSONValue] = [:]

  /// How pay varies.
  var risks: [RiskKey: JSONValue] = [:]

  /// A plan with some terms, on a quota.
  struct QuotaKey: Hashable {
    var plan: Int
    /// What is set of its terms, as lines of a state.
    var terms: [String] = []
    /// The quota that it is on; nil for its own.
    var quota: Ratio?
    /// What the axis counts by.
    var reference: Ratio = .one
  }

  /// Creates a calculator.
  package init(
    _ plans: [Plan] = [], histories: [String: [Double]] = [:], _ language: Language = .english
  ) {
    self.plans = plans
    self.histories = histories
    book = Phrasebook(language)
  }

  /// Reads the bytes of plans, which go up to the end, behind the file of a language; nil for others.
  ///
  /// - Parameters:
  ///   - bytes: What `bytes` returned.
  ///   - language: The language's file.
  package init?(_ bytes: [UInt8], _ language: Language) {
    guard let (plans, histories) = PlanCode.decode(bytes), !plans.isEmpty else { return nil }
    self.init(plans, histories: histories, language)
  }

  /// The plans for the engine in a page; nil when a number of one has more than 38 digits.
  package var bytes: [UInt8]? { PlanCode.encode(plans, histories: histories) }

  /// How people write decimals who read the page.
  package var decimal: DecimalConvention { book.language.decimalConvention }
}
