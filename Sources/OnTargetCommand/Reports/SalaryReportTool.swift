import Amounts
import Analyses
import ArgumentParser
import CSVReading
import Findings
import PayPlans
import PlanFiles
import SalaryData

/// `ontarget report salary`, also `ontarget report` alone or with a recipe.
struct SalaryReportTool: ReportVerb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "salary",
    abstract: "Write the salary report of a role: baseline, market, plan, what to expect, sources.",
    discussion: """
      The market is that of the bundled tables; --data adds people's pay from salary files, compared \
      as `ontarget compare` does.

      Example, which writes the report that stands in reports/:
        ontarget report reports/account-executive-2021-05.yaml \\
          --output reports/account-executive-2021-05.md
      """)

  static let recipeKeys: [RecipeKey] = [
    RecipeKey("role", .file, as: "--role"), RecipeKey("plan", .file, as: "--plan"),
    RecipeKey("quotas", .series, as: "--quota"), RecipeKey("sales", .series, as: "--sales"),
    RecipeKey("attainments", .series, as: "--attainment"),
    RecipeKey("data", .files, as: "--data"), RecipeKey("where", .texts, as: "--where"),
    RecipeKey("by", .series, as: "--by"), RecipeKey("model", .text, as: "--model"),
    RecipeKey("trials", .text, as: "--trials"), RecipeKey("seed", .text, as: "--seed"),
    RecipeKey("datasets", .file, as: "--datasets"),
  ]

  @Option(help: ArgumentHelp("The pay plan (default: that of the datasets).", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("The role (default: that of the datasets).", valueName: "file"))
  var role: String?

  @Option(help: ArgumentHelp("Quotas of the earnings grid.", valueName: "amounts"))
  var quota: String = "600000,690048,800000"

  @Option(help: ArgumentHelp("Sales of the earnings grid.", valueName: "amounts"))
  var sales: String = "480000..1040000/80000"

  @Option(help: ArgumentHelp("Attainments of the pay table.", valueName: "percentages"))
  var attainment: String = "50%..150%/10%"

  @Option(
    help: ArgumentHelp(
      "A salary file that is compared in the report too; may be repeated.", valueName: "file"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp("What the groups of --data are (default: industries).", valueName: "columns")
  )
  var by: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only people of --data for whom this holds.", valueName: "condition"))
  var conditions: [String] = []

  @OptionGroup(title: "What to expect") var model: ModelOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  /// The tables of the datasets that the report rests on, in the order of its sources.
  private static let tables = [
    "baseline", "oews-2021-national", "oews-2022-sector", "oews-2019-national",
    "oews-2020-national", "oews-2022-national", "oews-2023-national", "oews-2024-national",
    "oews-2025-national", "oews-breaks", "cpi-u", "eci",
  ]

  func validate() throws {
    if data.isEmpty, by != nil || !conditions.isEmpty {
      throw ValidationError("--by and --where are about --data; say which file that is")
    }
  }

  func subject(of call: Call) throws -> (subject: any ReportSubject, parts: Response.Parts) {
    let quotas = try Series(quota, .amount, option: "--quota").values
    if quotas.contains(.zero) {
      throw ValidationError("--quota: a quota of 0 has no attainment; write one above 0")
    }
    let sales = try Series(sales, .amount, option: "--sales").values
    let attainments = try Series(attainment, .percentage, option: "--attainment").values
    let folder = try datasets.directory()
    let datasets = try Datasets(directory: folder)
    let planPath = plan ?? "\(folder)/plans/account-executive-2021.yaml"
    let rolePath = role ?? "\(folder)/roles/account-executive.yaml"
    var parts = Response.Parts()
    let (plan, findings) = try Plan.read(path: planPath)
    parts.findings.add(findings)
    let reading = try model.read()
    parts.findings.add(reading.findings)
    let sources = Self.tables.compactMap { name in
      datasets.catalog.first { $0.name == name }
    }
    var material = SalaryReport.Material(
      role: try RoleProfile(path: rolePath), yardstick: try datasets.yardstick(),
      published: try datasets.baselineFigures(),
      occupations: try datasets.summaryTable(named: "oews-2021-national"),
      sectors: try datasets.summaryTable(named: "oews-2022-sector"),
      years: try Self.tables.filter { $0.hasSuffix("-national") }.sorted().flatMap {
        try datasets.summaryTable(named: $0).groups
      },
      breaks: try datasets.seriesBreaks(), plan: plan, model: reading.model, sources: sources)
    material.trials = model.trials ?? material.trials
    material.seed = model.seed ?? material.seed
    parts.inputs = [InputDescription(path: planPath), InputDescription(path: rolePath)]
    parts.inputs += reading.inputs
    if !data.isEmpty { material.data = try comparison(in: folder, parts: &parts) }
    for source in sources {
      parts.inputs.append(
        InputDescription(
          path: datasets.path(of: source), rows: try datasets.rowCount(of: source), rejected: 0))
    }
    let report = try SalaryReport(
      material, quotas: quotas, sales: sales, attainments: attainments)
    return (report, parts)
  }

  /// The comparison of `--data`, as `ontarget compare` makes it.
  private func comparison(in folder: String, parts: inout Response.Parts) throws -> any Answer {
    let arguments =
      data + (by.map { ["--by=\($0)"] } ?? []) + conditions.map { "--where=\($0)" }
      + ["--datasets=\(folder)"]
    let response = try Compare.parse(arguments).respond(to: Call(arguments: arguments))
    parts.inputs += response.inputs
    parts.findings.add(response.findings)
    return response.answer
  }
}
