internal import Amounts
internal import Findings
internal import PayPlans
internal import Phrases
internal import Reporting
internal import Simulation
internal import Statistics

extension Calculator {
  /// A plan on a quota, and how attainment varies.
  struct RiskKey: Hashable {
    var plan: QuotaKey
    var model: String
    var trials: Int?
    var seed: UInt64
    var isNarrow: Bool
  }

  /// What the plan pays when attainment varies as a model says; nil where nothing says what attainment is.
  ///
  /// As in the command the model speaks of sales over the plan's own quota, which stay on another one.
  mutating func risk(_ shown: Shown, _ state: PageState) throws(ArithmeticFailure) -> JSONValue? {
    let text = state.model.isEmpty ? AttainmentPreset.standard : state.model
    let isScored = shown.position.sales == nil
    let reference = shown.written.quota ?? shown.position.quota
    guard isScored || reference != nil else { return nil }
    let model: WrittenModel
    do throws(ModelFailure) {
      model = try WrittenModel(text, histories: histories)
    } catch {
      let remedy = error.remedy.map { "\(error.message); \($0)." as Inline } ?? error.message
      return ["model": .string(text), "fault": say(remedy)]
    }
    let plan = QuotaKey(
      plan: shown.index, terms: shown.turned.lines, quota: shown.position.quota,
      reference: reference ?? .one)
    let key = RiskKey(
      plan: plan, model: text, trials: state.trials, seed: state.seed, isNarrow: state.isNarrow)
    if let known = risks[key] { return known }
    let compiled = try compiled(plan, shown.position.plan)
    let view: JSONValue
    do throws(ModelFailure) {
      let risk =
        if let trials = state.trials {
          try PayRisk(simulating: model, compiled, trials: trials, seed: state.seed)
        } else {
          try PayRisk(model, compiled)
        }
      view = self.view(of: risk, compiled, text, reference, state)
    } catch {
      return ["model": .string(text), "fault": say(error.message)]
    }
    if risks.count > 64 { risks = [:] }
    risks[key] = view
    return view
  }

  private func view(
    of risk: PayRisk, _ plan: CompiledPlan, _ model: String, _ reference: Ratio?, _ state: PageState
  ) -> JSONValue {
    let currency = plan.currency
    let names: [Inline] = ["P10", "P50", "P90"]
    var rows: [[Inline]] = []
    func add(_ name: Inline, _ figure: Estimate, _ text: (Double) -> Inline) {
      rows.append(
        [name, text(figure.value)]
          + (figure.standardError.map { error in [.verbatim("± ") + text(error)] } ?? []))
    }
    func money(_ amount: Double) -> Inline { .money(amount, currency) }
    for index in names.indices { add(names[index], risk.percentiles[index], money) }
    add("Expected pay", risk.mean, money)
    add(
      "Chance of \(.money(plan.onTargetEarnings, currency)), the on-target pay, or more",
      risk.onTarget
    ) { .percentage($0, places: 1) }
    if let chance = risk.reachesQuota {
      add("Chance to reach the quota", chance) { .percentage($0, places: 1) }
    }
    var members: [JSONValue.Member] = [
      .init("model", .string(model)), .init("rows", table(rows)),
      .init("words", .array(words(of: model, reference, state).map { say($0) })),
    ]
    let bins = risk.histogram.classes.map { Chart.Bin($0.low, $0.high, share: $0.share) }
    if bins.count > 2 {
      let chart = Chart.distribution(
        title: "How total pay is spread", xTitle: "Total pay for a year", unit: .money(currency),
        bins: bins, masses: risk.histogram.points.map { Chart.Mass($0.value, share: $0.share) },
        marking: names.indices.map { Chart.NamedValue(names[$0], risk.percentiles[$0].value) }
      ).translated(by: book)
      members.append(
        .init(
          "chart",
          .string(
            chart.svg(.inline, width: state.isNarrow ? Chart.telephoneWidth : Chart.pageWidth))))
      members.append(.init("chartWords", .string(chart.summary.plainText)))
    }
    return .object(members)
  }

  /// What the figures rest on.
  private func words(
    of model: String, _ reference: Ratio?, _ state: PageState
  ) -> [Inline] {
    var words: [Inline] = []
    if let preset = AttainmentPreset.all.first(where: { $0.name == model }) {
      words.append("The model is an assumption, \(Inline.phrase(preset.source)).")
    }
    if let reference {
      words.append("It speaks of sales over a quota of \(.plain(reference)).")
    }
    if let trials = state.trials {
      words.append(
        """
        From \(.number(trials)) simulated years, seed \("\(state.seed)" as String); ± is one Monte Carlo \
        standard error.
        """)
    } else {
      words.append("By the closed form, so without sampling error.")
    }
    return words
  }
}
