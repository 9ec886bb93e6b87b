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
    var reading = Reading()
    let plan = try reading.plan(self.plan)
    if let amount = aim.amount { _ = try amount.positiveValue(on: plan, aim.parameter) }
    let component = try componentIndex(in: plan)
    let referenceQuota = try model.referenceQuota?.positiveValue(on: plan, .referenceQuota)
    let text = try model.read(&reading)
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
