import Analyses
import ArgumentParser
import Findings
import PayPlans
import PlanFiles

/// The files that a plan is run on, the same for every verb that pays deals.
struct PayInputOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The pay plan, as YAML.", valueName: "plan"))
  var plan: String

  @Argument(help: ArgumentHelp("The deals, as CSV; - for standard input.", valueName: "deals"))
  var deals: String

  @OptionGroup var files: PayFileOptions

  /// Reads everything and pays everyone.
  func run() throws -> PayFileOptions.Run {
    let (plan, findings) = try Plan.read(path: self.plan)
    var run = try files.run(plan, on: deals)
    var log = findings
    log.add(run.findings)
    run.findings = log
    run.inputs.insert(InputDescription(path: self.plan), at: 0)
    return run
  }
}
