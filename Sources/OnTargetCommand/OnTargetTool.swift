import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command `ontarget`.
@main
struct OnTargetTool: ParsableCommand {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "ontarget",
    abstract: "Compensation and career analytics for account executives and those who pay them.",
    discussion: """
      Results go to standard output, findings to standard error; ontarget explain NAME says more of \
      one. Exit status: 0 done; 1 the answer is "no"; 64 wrong usage; 65 wrong data; 66 an input that \
      is not there; 73 or 74 an output that could not be written.

      Example, from a checkout:
        ontarget simulate datasets/plans/account-executive-2021.yaml \\
          --quota 600000,690048,800000 --sales 480000..1040000/80000
      """,
    version: ToolVersion.current,
    subcommands: [
      Check.self, Compare.self, DatasetList.self, Diff.self, Explain.self, Fit.self, Gap.self,
      Gifts.self, LedgerTool.self, Merit.self, NotebookTool.self, Offers.self, Path.self, Pay.self,
      Price.self, Quotas.self,
      Ranges.self,
      Rank.self, Reconcile.self,
      ReportTool.self, Simulate.self, Solve.self,
    ])

  static func main() {
    let outcome = Invocation(Array(CommandLine.arguments.dropFirst())).run()
    _ = StandardStream.error.write(outcome.standardError)
    let isWritten = StandardStream.output.write(outcome.standardOutput)
    if !isWritten { _ = StandardStream.error.write("<stdout>: error: writing broke off\n") }
    let status = isWritten ? outcome.status : ExitStatus.inputOutput.rawValue
    // ParsableCommand has an exit of its own, which takes errors.
    #if canImport(Darwin)
      Darwin.exit(status)
    #else
      Glibc.exit(status)
    #endif
  }
}
