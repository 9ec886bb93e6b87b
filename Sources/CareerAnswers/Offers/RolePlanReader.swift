internal import Amounts
internal import Findings
internal import PayAnswers
internal import PayPlans
internal import PlanFiles
internal import Reporting
internal import Simulation
internal import Statistics
internal import YAMLReading

/// Reads how a role is paid and how its attainment varies, as offers and the rungs of ladders state it.
struct RolePlanReader {
  /// A plan with everything in it, and how attainment of its quota varies.
  struct Role {
    var plan: Plan
    var planFile: String?
    var model: any AttainmentModel
    var modelText: Inline
    /// Whether the model, or a chance of quota, is written.
    var statesChance: Bool
    /// Whether a quota is written here or in the plan.
    var statesQuota: Bool
    var questions: [Offer.Question]
  }

  private let yaml: YAMLReader
  private let folder: String
  private var questions: [Offer.Question] = []
  /// The currency of the role that was read last, as far as it is known.
  private(set) var currency: Currency = .usd

  init(_ yaml: YAMLReader, folder: String) {
    self.yaml = yaml
    self.folder = folder
  }

  /// The spread that turns a chance of reaching the quota into a distribution: the coefficient of
  /// variation of individual attainment in published presets lies between 0.1 and 0.7.
  private static let coefficientOfVariation = 0.4

  /// Reads `currency`, `plan`, `quota`, the terms of pay, and `model` or `chance of quota`.
  ///
  /// Terms beside the plan replace those in it. Without a plan the variable is paid in proportion
  /// to attainment.
  mutating func role(
    _ keys: YAMLGroup, named name: String, currency: Currency? = nil
  ) throws(InputFailure) -> Role? {
    questions = []
    let written = keys["currency"].flatMap { readCurrency($0) }
    let planValue = keys["plan"]
    var plan: Plan?
    if let planValue {
      if let path = planValue.text {
        plan = try planFile(path)
      } else {
        let terms = PlanTermReader(yaml, currency: written ?? currency ?? .usd)
        plan = terms.plan(planValue, named: name)
      }
    }
    let known = written ?? currency ?? plan?.currency
    if known == nil, keys.key("currency") == nil { _ = keys.required("currency") }
    let own = known ?? .usd
    self.currency = own
    if let plan, plan.currency != own, let planValue {
      yaml.report(
        "offer.currency", at: planValue,
        "the plan is in \(plan.currency), but \(name) is in \(own)")
    }
    let terms = PlanTermReader(yaml, currency: own)
    let pay = terms.basePay(keys)
    let quota = keys["quota"].flatMap { terms.yearlyAmount($0, .code("quota")) }
    let draw = keys["draw"].flatMap { terms.draw($0) }
    let guarantee = keys["guarantee"].flatMap { terms.guarantee($0) }
    var whole = plan ?? Self.proportional(name, own)
    whole.base = pay.base ?? whole.base
    whole.variable = pay.variable ?? whole.variable ?? (planValue == nil ? .zero : nil)
    whole.draw = draw ?? whole.draw
    whole.guarantee = guarantee ?? whole.guarantee
    if let quota { whole = whole.withQuota(quota) }
    if plan == nil { askAboutPlan(whole) }
    let model = self.model(keys, terms)
    if !yaml.log.hasErrors {
      if whole.base == nil { _ = keys.required("base") }
      if whole.primaryMeasure?.yearQuota == nil { _ = keys.required("quota") }
    }
    guard let (model, text) = model, !yaml.log.hasErrors else { return nil }
    terms.check(whole)
    return Role(
      plan: whole, planFile: planValue?.text.map(place(ofFile:)), model: model, modelText: text,
      statesChance: keys.key("model") != nil || keys.key("chance of quota") != nil,
      statesQuota: planValue != nil || quota != nil, questions: questions)
  }

  private func readCurrency(_ value: YAMLValue) -> Currency? {
    guard let text = yaml.text(value, .code("currency")) else { return nil }
    if let currency = Currency(code: text) { return currency }
    yaml.report(
      "plan.currency", at: value, "\"\(text)\" is not a currency",
      remedy: "write its three letters, such as USD")
    return nil
  }

  /// Its faults have places in its own file, so they are thrown from here.
  private func planFile(_ path: String) throws(InputFailure) -> Plan? {
    let file = YAMLReader(try YAMLDocument.read(path: place(ofFile: path)))
    let plan = PlanTermReader(file, currency: .usd).plan(file.document.root, named: path)
    if file.log.hasErrors { throw InputFailure(.badData, file.log) }
    return plan
  }

  private func place(ofFile path: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }

  /// A plan that pays the variable in proportion to attainment, without a cap.
  private static func proportional(_ name: String, _ currency: Currency) -> Plan {
    Plan(
      name, currency: currency,
      // Pay follows attainment alone, so that any quota will do where none is written.
      measures: [Measure("sales", quota: 1_000_000)],
      components: [
        Component(
          "Variable",
          .commission(
            Commission(
              measure: "sales", period: .year,
              scale: .bands([Band(pay: .multiple(1))], .marginal))))
      ])
  }

  private mutating func askAboutPlan(_ plan: Plan) {
    guard plan.variable.map({ $0 > .zero }) ?? false else { return }
    ask(
      "plan",
      "How is the variable paid below and above the quota: threshold, rates, accelerators, cap, period?",
      "in proportion to attainment, without threshold and cap")
  }

  private mutating func ask(_ term: String, _ question: Inline, _ assumption: Inline) {
    questions.append(Offer.Question(term: term, question: question, assumption: assumption))
  }

  private mutating func model(
    _ keys: YAMLGroup, _ terms: PlanTermReader
  ) -> (any AttainmentModel, Inline)? {
    let modelValue = keys["model"]
    let chanceValue = keys["chance of quota"]
    if modelValue != nil, let key = keys.key("chance of quota") {
      yaml.report(
        "offer.two-meanings", at: key,
        "`model` and `chance of quota` both say how attainment varies",
        remedy: "keep one of the two")
    }
    if let modelValue, let text = yaml.text(modelValue, .code("model")) {
      if let model = written(text, at: modelValue) { return (model, .init(text)) }
    } else if let chanceValue, let chance = terms.share(chanceValue, .code("chance of quota")) {
      if let model = Self.lognormal(chance: chance.doubleValue) {
        return (model, "chance of quota \(chanceValue.text ?? "")")
      }
      yaml.report(
        "offer.chance", at: chanceValue, "the chance of quota must lie between 0% and 100%",
        remedy: "write for example 45%")
    } else if modelValue == nil, chanceValue == nil {
      ask(
        "chance of quota", "Which share of the people in this role reached their quota last year?",
        "the model \(AttainmentPreset.standard)")
    }
    return AttainmentPreset.all.first { $0.name == AttainmentPreset.standard }.map {
      ($0.model, Inline($0.name))
    }
  }

  private func written(_ text: String, at value: YAMLValue) -> (any AttainmentModel)? {
    do {
      return try ModelText(text) { (_) throws(ModelFailure) in
        throw ModelFailure.unreadableHistory
      }.model
    } catch {
      let failure = error as? ModelFailure
      yaml.report(
        "offer.model", at: value, .words(of: error), remedy: failure?.remedy)
      return nil
    }
  }

  /// The lognormal with the usual spread that reaches 100 % with a probability.
  private static func lognormal(chance: Double) -> Lognormal? {
    guard chance > 0, chance < 1 else { return nil }
    guard
      let unit = try? Lognormal(mean: 1, coefficientOfVariation: coefficientOfVariation)
    else { return nil }
    return try? Lognormal(
      logMean: unit.logDeviation * Normal.standard.quantile(chance),
      logDeviation: unit.logDeviation)
  }
}
