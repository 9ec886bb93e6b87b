import ArgumentParser
import PlanFiles
import Reports
import Tables

/// The files that a plan is run on, the same for every verb that pays deals.
struct PayInputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(
    help: ArgumentHelp("The deals, as CSV or .xlsx; - for standard input.", valueName: "deals"))
  var deals: String

  @OptionGroup var others: PayFileOptions

  /// The files, with what they are taken for.
  var wantedFiles: [WantedFile] {
    [WantedFile(plan, .plan), WantedFile(deals, .table(.deals))] + others.wantedFiles
  }
}
