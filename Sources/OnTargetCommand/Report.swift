import Amounts
import Analyses
import ArgumentParser
import CSVReading
import Findings
import PayPlans
import SalaryData

/// `ontarget report`.
struct Report: Verb {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the salary report of a role: baseline, market, plan, earnings, sources.",
    discussion: """
      Example, which writes the report that stands in reports/:
        ontarget report --output reports/account-executive-2021-05.md
      """)

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

  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  /// The tables of the datasets that the report rests on, in the order of its sources.
  private static let tables = [
    "baseline", "oews-2021-national", "oews-2022-sector", "cpi-u", "eci",
  ]

  func respond(to call: Call) throws -> Response {
    let quotas = try Series(quota, .amount, option: "--quota").values
    if quotas.contains(.zero) {
      throw ValidationError("--quota: a quota of 0 has no attainment; write one above 0")
    }
    let sales = try Series(sales, .amount, option: "--sales").values
    let attainments = try Series(attainment, .percentage, option: "--attainment").values
    let datasets = try Datasets(directory: datasets.directory())
    let planPath = plan ?? "\(datasets.directory)/plans/account-executive-2021.yaml"
    let rolePath = role ?? "\(datasets.directory)/roles/account-executive.yaml"
    let (plan, findings) = try Plan.read(path: planPath)
    let sources = datasets.catalog.filter { Self.tables.contains($0.name) }
    let material = SalaryReport.Material(
      role: try RoleProfile(path: rolePath), yardstick: try datasets.yardstick(),
      published: try datasets.baselineFigures(),
      occupations: try datasets.summaryTable(named: "oews-2021-national"),
      sectors: try datasets.summaryTable(named: "oews-2022-sector"), plan: plan, sources: sources)
    var inputs = [InputDescription(path: planPath), InputDescription(path: rolePath)]
    for source in sources {
      inputs.append(
        InputDescription(
          path: datasets.path(of: source), rows: try datasets.rowCount(of: source), rejected: 0))
    }
    for index in inputs.indices {
      inputs[index].sha256 = try Checksum.sha256(ofFile: inputs[index].path)
    }
    let report = try SalaryReport(
      material, quotas: quotas, sales: sales, attainments: attainments,
      provenance: SalaryReport.Provenance(
        command: call.text, version: ToolVersion.current, inputs: inputs))
    return Response(answer: report, inputs: inputs, findings: findings)
  }
}
