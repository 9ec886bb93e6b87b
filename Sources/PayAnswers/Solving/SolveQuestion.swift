public import Answers
public import Findings
internal import PayPlans
public import Simulation

/// Which quota, rate, accelerator, cap, mix or attainment meets an aim?
public struct SolveQuestion: Question, Hashable {
  /// The path of the plan.
  public var plan: String
  /// What is to be found.
  public var unknown: Solution.Unknown
  /// What is to be met.
  public var aim: PlanSolution.Aim
  /// The commission whose rates or cap change; nil for the first.
  public var component: String?
  /// How attainment varies.
  public var model: ModelChoice

  /// Creates a question with the usual model.
  public init(
    _ unknown: Solution.Unknown, of plan: String, for aim: PlanSolution.Aim,
    component: String? = nil, model: ModelChoice = ModelChoice()
  ) {
    self.plan = plan
    self.unknown = unknown
    self.aim = aim
    self.component = component
    self.model = model
  }

  public func answer() throws(InputFailure) -> Reply<PlanSolution> {
    guard unknown.aims.contains(aim.parameter) else { throw Self.wrongAim(for: unknown) }
    if component != nil, !unknown.isOfComponent { throw Parameter.component.without(.find, "rate") }
    var reading = Reading()
    let plan = try reading.plan(self.plan)
    if let amount = aim.amount { _ = try amount.positiveValue(on: plan, aim.parameter) }
    let component = try componentIndex(in: plan)
    let referenceQuota = try model.referenceQuota?.positiveValue(on: plan, .referenceQuota)
    let text = try model.read(&reading)
    try requireEffect(of: text, on: plan)
    let solution = try pricing(about: .parameter(aim.parameter)) {
      try PlanSolution(
        unknown, for: aim, plan: plan, component: component, model: text,
        referenceQuota: referenceQuota, trials: model.draws.trials ?? 100_000,
        seed: model.draws.seed ?? 1, threads: model.draws.threads)
    }
    return Reply(solution, inputs: reading.inputs, findings: reading.findings)
  }

  /// The failure of an aim that says nothing about what is to be found, or of several.
  package static func wrongAim(for unknown: Solution.Unknown) -> InputFailure {
    let aims = unknown.aims.map { Inline.parameter($0) }.joined(separator: " or ")
    return InputFailure(
      .find, "question.aim", "\(unknown.rawValue) needs \(aims), and no other aim")
  }

  /// Refuses settings of the model that would change nothing, so that nobody takes them to have worked.
  private func requireEffect(of text: ModelText, on plan: Plan) throws(InputFailure) {
    let drawn: Parameter? =
      model.draws.trials != nil ? .trials : model.draws.seed != nil ? .seed : nil
    if unknown == .attainment {
      let idle =
        model.text == AttainmentPreset.standard ? drawn : .model
      if let idle {
        throw InputFailure(
          idle, "question.together", "the attainment that pays an amount needs no model",
          remedy: "leave it out")
      }
      if model.referenceQuota != nil, plan.primaryMeasure?.quota != nil {
        throw InputFailure(
          .referenceQuota, "question.together", "the attainment is that of the plan's own quota",
          remedy: "leave it out")
      }
    }
    if let drawn, ExpectedPay(text.model, trials: 1, seed: 1).isExact {
      throw InputFailure(
        drawn, "question.together", "the model has a closed form, so that nothing is drawn",
        remedy: "leave it out")
    }
  }

  private func componentIndex(in plan: Plan) throws(InputFailure) -> Int? {
    guard let component else { return nil }
    let names = plan.components.map(\.name)
    if let index = names.firstIndex(where: { $0.lowercased() == component.lowercased() }) {
      return index
    }
    throw InputFailure(
      .component, "question.component", "the plan has no component \"\(component)\"",
      remedy: NearMiss.remedy(for: component, among: names))
  }
}

extension Solution.Unknown {
  /// Whether it is a number of one commission.
  fileprivate var isOfComponent: Bool {
    switch self {
    case .rate, .accelerator, .cap: true
    case .quota, .mix, .attainment: false
    }
  }

  /// The aims that say something about it.
  fileprivate var aims: [Parameter] {
    switch self {
    case .quota: [.share, .cost]
    case .rate, .accelerator, .cap: [.cost]
    case .mix: [.risk]
    case .attainment: [.pay]
    }
  }
}

extension PlanSolution.Aim {
  /// The setting that says it.
  fileprivate var parameter: Parameter {
    switch self {
    case .share: .share
    case .cost: .cost
    case .risk: .risk
    case .pay: .pay
    }
  }

  /// The amount of money that it is.
  fileprivate var amount: AskedAmount? {
    switch self {
    case .cost(let amount), .pay(let amount): amount
    case .share, .risk: nil
    }
  }
}
