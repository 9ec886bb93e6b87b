internal import Reporting
internal import Simulation
internal import Statistics

/// A line of what to expect of a plan: a component, what is earned, paid or owed.
struct ForecastLine: Sendable {
  /// What a line is about; the raw value is the word for it in data.
  enum Kind: String, Sendable {
    case attainment, component, incentive, earned, clawback, draw, later, total, kept
    case owedDraw = "owed_draw"

    /// How people see the figures.
    fileprivate var style: ValueStyle { self == .attainment ? .percentage() : .number() }
  }

  /// The index of the plan.
  let plan: Int
  /// What it is about.
  let kind: Kind
  /// Its name for people.
  let title: Inline
  /// The figures.
  let line: PayForecast.Line
  /// Whether it is what the others lead to.
  var isResult: Bool = false

  fileprivate func cell(_ figure: Double?) -> Inline {
    let style = kind.style
    return (isResult ? .strong(style) : style).cell(.double(figure))
  }
}

extension Sheet<ForecastLine> {
  /// Adds the names and the figures of lines.
  ///
  /// - Parameters:
  ///   - title: The title of the names; nil where only programs read them.
  ///   - percentiles: Those of the lines, as fractions.
  ///   - hasError: Whether people see a column for standard errors.
  mutating func addLine(_ title: Inline?, percentiles: [Double], hasError: Bool) {
    add(fields: ["line"], title.map { .text($0) }) {
      $0.isResult ? .strong($0.title) : $0.title
    } values: {
      [.text($0.line.name)]
    }
    add("kind") { .text($0.kind.rawValue) }
    addEstimate("mean", "Mean", { $0.line.spread.mean }, cell: { $0.cell($1.value) })
    if hasError { add(.number("±")) { $0.cell($0.line.spread.mean.standardError) } }
    addEstimate("sd", "SD", { $0.line.spread.standardDeviation }, cell: { $0.cell($1.value) })
    addPercentiles(percentiles, { $0.line.percentiles }, cell: { $0.cell($1.value) })
  }
}

extension Sheet {
  /// Adds an estimate with its standard error, which people see in a column of its own, if at all.
  ///
  /// - Parameters:
  ///   - key: The key; that of the error follows from it where no other one is given.
  ///   - errorKey: The key of the standard error.
  ///   - title: The title; nil for what only programs read.
  ///   - missing: What people see where there is no estimate.
  ///   - estimate: The estimate of a row.
  ///   - cell: What people see of one.
  mutating func addEstimate(
    _ key: String, error errorKey: String? = nil, _ title: Inline?,
    missing: Inline = .missing, _ estimate: @escaping @Sendable (Row) -> Estimate?,
    cell: @escaping @Sendable (Row, Estimate) -> Inline = { _, _ in .empty }
  ) {
    add(
      fields: [.init(key), .init(errorKey ?? "\(key)_std_error")], title.map { .number($0) }
    ) { row in
      estimate(row).map { cell(row, $0) } ?? missing
    } values: { row in
      let estimate = estimate(row)
      return [.double(estimate?.value), .double(estimate?.standardError)]
    }
  }

  /// Adds the percentiles of a forecast, of which people see all or some.
  mutating func addPercentiles(
    _ percentiles: [Double], prefix: String = "", shown: Set<Double>? = nil,
    _ estimates: @escaping @Sendable (Row) -> [Estimate],
    cell: @escaping @Sendable (Row, Estimate) -> Inline
  ) {
    for (index, percentile) in percentiles.enumerated() {
      let percent = Int((percentile * 100).rounded())
      addEstimate(
        "\(prefix)p\(percent)", shown?.contains(percentile) ?? true ? "P\(percent)" : nil,
        { estimates($0)[index] }, cell: cell)
    }
  }

  /// Adds a question, the amount that it is about, and the probability.
  ///
  /// - Parameters:
  ///   - chance: The chance of a row.
  ///   - onTarget: The on-target earnings of its plan.
  ///   - words: What people read for the question, given the amount.
  mutating func addChance(
    _ chance: @escaping @Sendable (Row) -> PayForecast.Chance,
    onTarget: @escaping @Sendable (Row) -> Double?,
    words: @escaping @Sendable (Row, Double?) -> Inline
  ) {
    let amount: @Sendable (Row) -> Double? = { row in
      switch chance(row).question {
      case .reachesQuota, .noIncentive: nil
      case .earnsOnTarget: onTarget(row)
      case .earnsAtLeast(let amount): amount
      }
    }
    add("question", .text("Chance")) {
      .text(chance($0).question.key)
    } cell: {
      words($0, amount($0))
    }
    add("amount") { .double(amount($0)) }
    addEstimate("probability", error: "std_error", "Of") {
      chance($0).probability
    } cell: {
      .percentage($1.value)
    }
    add(.number("±")) {
      chance($0).probability.standardError.map { .percentage($0, places: 2) } ?? "exact"
    }
  }

  /// Adds what a team costs and sells.
  mutating func addTeam(
    _ percentiles: [Double], _ team: @escaping @Sendable (Row) -> TeamForecast
  ) {
    add("reps") { .integer(team($0).reps) }
    add("market_sd") { .double(team($0).marketDeviation) }
    add("years") { .integer(team($0).trials) }
    addEstimate("cost_mean", "Expected") {
      team($0).cost.mean
    } cell: {
      .number($1.value, places: 0)
    }
    add(.number("±")) { .number(team($0).cost.mean.standardError, places: 0) }
    addEstimate("cost_sd", nil) { team($0).cost.standardDeviation }
    addPercentiles(percentiles, prefix: "cost_", shown: [0.5, 0.9]) {
      team($0).costPercentiles
    } cell: {
      .number($1.value, places: 0)
    }
    addEstimate("sales_mean", "Sales") {
      team($0).sales?.mean
    } cell: {
      .number($1.value, places: 0)
    }
    add("cost_error") { .double(team($0).precision?.cost) }
    add("cost_of_sales", "Cost of sales", .percentage()) { .double(team($0).costOfSales) }
    add("goal") { .double(team($0).goal) }
    add("quota_coverage", "Quotas ÷ goal", .percentage()) { .double(team($0).quotaCoverage) }
    addEstimate("reaches_goal", "Reaches goal") {
      team($0).reachesGoal
    } cell: {
      .percentage($1.value)
    }
    add("reaches_goal_error") { .double(team($0).precision?.reachesGoal) }
  }

  /// Adds how much more another plan pays on the same draws than the first one.
  ///
  /// - Parameters:
  ///   - first: The name of the first plan; nil where only programs read it.
  ///   - difference: The difference of a row; nil of the first plan itself.
  mutating func addDifference(
    to first: Inline?, _ difference: @escaping @Sendable (Row) -> PayForecast.Difference?
  ) {
    addEstimate("mean_difference", error: "std_error", first.map { "Less \($0)" }, missing: "") {
      difference($0)?.spread.mean
    } cell: {
      .number($1.value, places: 0, sign: .always)
    }
    add("sd") { .double(difference($0)?.spread.standardDeviation.value) }
    if first != nil {
      add(.number("±")) { row in
        difference(row).map { difference in
          difference.spread.mean.standardError.map { .number($0, places: 0) } ?? "exact"
        } ?? ""
      }
    }
    addEstimate("pays_more", first.map { _ in "Pays more in" }, missing: "") {
      difference($0)?.paysMore
    } cell: {
      .percentage($1.value)
    }
  }
}

extension PayQuestion {
  /// The word for it in data.
  fileprivate var key: String {
    switch self {
    case .reachesQuota: "reaches_quota"
    case .noIncentive: "no_incentive"
    case .earnsOnTarget: "earns_on_target"
    case .earnsAtLeast: "earns_at_least"
    }
  }
}
