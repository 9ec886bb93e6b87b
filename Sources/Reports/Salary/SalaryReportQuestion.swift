public import Amounts
public import Answers
public import Findings
public import MarketAnswers
public import PayAnswers
internal import PayPlans
public import SalaryData
internal import Tables

/// What a job pays, where and over the years, and what a plan for it is worth.
///
///     var question = SalaryReportQuestion()
///     question.plan = "plan.yaml"
///     question.quotas = [600_000, 690_048]
///     let reply = try question.answer()
public struct SalaryReportQuestion: Question {
  /// The path of the role; nil for the account executive of the datasets.
  public var role: String?
  /// The path of the plan; nil for that of the datasets.
  public var plan: String?
  /// The quotas of the earnings grid, above 0.
  public var quotas: [AskedAmount] = [600_000, 690_048, 800_000]
  /// The sales of the earnings grid.
  public var sales: [AskedAmount] = stride(from: 480_000, through: 1_040_000, by: 80_000)
    .map { AskedAmount(integerLiteral: $0) }
  /// The attainments of the pay table, as fractions.
  public var attainments: [Ratio] = stride(from: 50, through: 150, by: 10).compactMap {
    try? Ratio($0, over: 100)
  }
  /// How attainment varies.
  public var model: ModelChoice = ModelChoice()
  /// Salary files that are compared in the report too, and how they are read; without files none are.
  public var data: MarketData = MarketData()
  /// What the groups of these data are; nil for what people most want compared.
  public var grouping: [String]?
  /// Opens the bundled datasets, which have the market.
  public var datasets: @Sendable () throws(InputFailure) -> Datasets

  /// Creates a question about the role and the plan of the datasets.
  public init(
    datasets: @escaping @Sendable () throws(InputFailure) -> Datasets = {
      () throws(InputFailure) in try Datasets(directory: "datasets")
    }
  ) {
    self.datasets = datasets
  }

  /// The tables of the datasets that the report rests on, in the order of its sources.
  private static let tables = [
    "baseline", "oews-2021-national", "oews-2022-sector", "oews-2019-national",
    "oews-2020-national", "oews-2022-national", "oews-2023-national", "oews-2024-national",
    "oews-2025-national", "oews-breaks", "cpi-u", "eci",
  ]

  /// Reads the files and computes the report.
  ///
  /// - Throws: `.usage` for settings that make no sense, `.noInput` and `.badData` for the files.
  public func answer() throws(InputFailure) -> Reply<SalaryReport> {
    if data.files.isEmpty {
      if grouping != nil { throw Parameter.by.without(.data) }
      if !data.conditions.isEmpty { throw Parameter.where.without(.data) }
      if let parameter = data.salaries.firstGiven { throw parameter.without(.data) }
    }
    if model.referenceQuota != nil {
      throw InputFailure(
        .referenceQuota, "question.together",
        "the report measures attainment against the plan's own quota", remedy: "leave it out")
    }
    let datasets = try datasets()
    let planPath = plan ?? "\(datasets.directory)/plans/account-executive-2021.yaml"
    let rolePath = role ?? "\(datasets.directory)/roles/account-executive.yaml"
    var reading = Reading()
    let plan = try reading.plan(planPath)
    let quotas = try quotas.positiveValues(on: plan, .quota)
    let sales = try sales.values(on: plan, .sales)
    let role = try RoleProfile(path: rolePath)
    reading.inputs.append(InputDescription(path: rolePath))
    for language in Language.all {
      guard let translation = role.translations[language] else { continue }
      reading.inputs.append(InputDescription(path: translation.path, language: language))
    }
    let model = try model.read(&reading)
    let sources = Self.tables.compactMap { name in
      datasets.catalog.first { $0.name == name }
    }
    var years: [SummaryGroup] = []
    for name in Self.tables.filter({ $0.hasSuffix("-national") }).sorted() {
      years += try datasets.summaryTable(named: name).groups
    }
    var material = SalaryReport.Material(
      role: role, yardstick: try datasets.yardstick(),
      published: try datasets.baselineFigures(),
      occupations: try datasets.summaryTable(named: "oews-2021-national"),
      sectors: try datasets.summaryTable(named: "oews-2022-sector"), years: years,
      breaks: try datasets.seriesBreaks(), plan: plan, model: model, sources: sources)
    material.settings = self.model.draws.settings()
    if !data.files.isEmpty {
      var question = ComparisonQuestion(data, by: grouping, datasets: datasets)
      question.countsRoles = true
      let reply = try question.answer()
      material.data = reply.answer.people ?? reply.answer
      let salaries = data.salaries
      reading.inputs += reply.inputs
      reading.inputs += (salaries.mapping.files + [salaries.rates?.path].compactMap(\.self))
        .map { InputDescription(path: $0) }
      reading.findings.add(reply.findings)
    }
    for source in sources {
      reading.inputs.append(
        InputDescription(
          path: datasets.path(of: source), rows: try datasets.rowCount(of: source), rejected: 0))
    }
    let report = try pricing(about: .place(plan.place ?? Place(file: planPath))) {
      try SalaryReport(material, quotas: quotas, sales: sales, attainments: attainments)
    }
    return Reply(report, inputs: reading.inputs, findings: reading.findings)
  }
}

extension SalaryReadingOptions {
  /// The first setting that says how salary files are read; nil where all is left to the reader.
  fileprivate var firstGiven: Parameter? {
    let usual = SalaryReadingOptions()
    let given: [(Bool, Parameter)] = [
      (mapping != usual.mapping, .map), (pay != nil, .pay), (decimal != nil, .decimal),
      (payPeriod != nil, .payPeriod), (assumedCurrency != nil, .assumeCurrency),
      (currency != nil, .currency), (rates != nil, .rates), (rules != usual.rules, .keep),
    ]
    return given.first { $0.0 }?.1
  }
}
