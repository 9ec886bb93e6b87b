import Answers
import ArgumentParser
import Findings
import MarketAnswers
import PayAnswers
import Reports
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

  static var settings: [Setting<SalaryReportQuestion>] {
    [
      Setting(
        "role", .role, .file, default: "that of the datasets", "the [role](role-format.md)"
      ) { $0.role = $1 },
      Setting(
        "plan", .plan, .file, default: "that of the datasets", "the [pay plan](plan-format.md)"
      ) { $0.plan = $1 },
      Setting(
        "quotas", .quota, .amounts, default: "600000, 690048, 800000",
        "the quotas of the earnings grid"
      ) { $0.quotas = $1 },
      Setting(
        "sales", .sales, .amounts, default: "`480000..1040000/80000`",
        "the sales of the earnings grid"
      ) { $0.sales = $1 },
      Setting(
        "attainments", .attainment, .percentages, default: "`50%..150%/10%`",
        "the attainments of the pay table"
      ) { $0.attainments = $1 },
      Setting(
        "data", .data, .files, default: "none",
        "salary files that are compared in the report too"
      ) { $0.data.files = $1 },
      Setting(
        "where", .where, .conditions, "only people of these data for whom this holds"
      ) { $0.data.conditions = $1 },
      Setting(
        "by", .by, .names, default: "industries", "what the groups of these data are"
      ) { $0.grouping = $1 },
    ] + PayReadingOptions.settings(\.data.salaries) + ModelOptions.settings(\.model) + [
      Setting(
        "datasets", .datasets, .file, default: "those of the program",
        "the folder of the bundled datasets"
      ) { $0.datasets = DatasetOptions.opener($1) }
    ]
  }
  static var unasked: SalaryReportQuestion {
    SalaryReportQuestion(datasets: DatasetOptions.opener())
  }

  @Option(help: ArgumentHelp("The pay plan (default: that of the datasets).", valueName: "file"))
  var plan: String?

  @Option(help: ArgumentHelp("The role (default: that of the datasets).", valueName: "file"))
  var role: String?

  @Option(
    help: ArgumentHelp(
      "Quotas of the earnings grid (default: 600000,690048,800000).", valueName: "amounts"))
  var quota: String?

  @Option(
    help: ArgumentHelp(
      "Sales of the earnings grid (default: 480000..1040000/80000).", valueName: "amounts"))
  var sales: String?

  @Option(
    help: ArgumentHelp(
      "Attainments of the pay table (default: 50%..150%/10%).", valueName: "percentages"))
  var attainment: String?

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

  @OptionGroup(title: "How --data are read") var pays: PayReadingOptions
  @OptionGroup(title: "What to expect") var model: ModelOptions
  @OptionGroup var options: ReportOptions
  @OptionGroup var datasets: DatasetOptions
  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    let typed = typed
    // What currencies are worth in each other is no table of a plan.
    return WantedFile.named { $0 == .rates ? nil : typed[$0] }
  }

  var typed: Typed {
    Typed(
      [
        (.role, text(role)), (.plan, text(plan)), (.quota, text(quota)), (.sales, text(sales)),
        (.attainment, text(attainment)), (.data, data), (.where, conditions), (.by, text(by)),
        (.datasets, text(datasets.folder)),
      ] + pays.typed + model.typed)
  }
}
