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
      What people come for:

        What will I earn?
        ontarget simulate ontarget:plans/account-executive-2021

        Which offer is better?
        ontarget offers ontarget:offers/northwind ontarget:offers/harbor

        Is this pay in the market?
        ontarget rank 72k ontarget:oews-2025-state --by state \\
          --title "account executive"

        What is my team paid for these deals, and why?
        ontarget pay ontarget:plans/marginal-accelerators \\
          ontarget:deals/team-2021 --roster ontarget:deals/team-2021-roster \\
          --rates ontarget:deals/team-2021-rates

        Is my file right, and what is it for?
        ontarget check ontarget:deals/team-2021

      Results go to standard output, findings to standard error; ontarget explain NAME says more of \
      one. Exit status: 0 done; 1 the answer is "no"; 64 wrong usage; 65 wrong data; 66 an input that \
      is not there; 73 or 74 an output that could not be written.
      """,
    version: ToolVersion.current,
    groupedSubcommands: [
      CommandGroup(
        name: "Your Pay",
        subcommands: [Simulate.self, PageTool.self, Offers.self, Rank.self, Path.self]),
      CommandGroup(
        name: "Plan", subcommands: [Solve.self, Fit.self, Quotas.self, Diff.self]),
      CommandGroup(
        name: "Team Pay",
        subcommands: [
          Pay.self, Split.self, Reconcile.self, LedgerTool.self, Gifts.self,
        ]),
      CommandGroup(
        name: "Market",
        subcommands: [Compare.self, Price.self, Ranges.self, Merit.self, Gap.self]),
      CommandGroup(
        name: "File And Report",
        subcommands: [
          InitTool.self, Check.self, ReportTool.self, Merge.self, Explain.self, DatasetList.self,
          NotebookTool.self, AssistantTool.self, LanguageServerTool.self,
        ]),
    ])

  static func main() {
    let outcome = Invocation(
      Array(CommandLine.arguments.dropFirst()), on: Terminal(of: .output)
    ).run()
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
