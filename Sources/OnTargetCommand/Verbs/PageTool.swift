import Amounts
import Answers
import ArgumentParser
import Findings
import PayAnswers
import PayPlans
import PlanFiles
import Reporting
import Reports
import Simulation

/// `ontarget page`.
struct PageTool: Act {
  static let configuration: CommandConfiguration = CommandConfiguration(
    commandName: "page",
    abstract: "Write a page that calculates what plans pay, in one file that needs no network.",
    discussion: """
      Who opens the file moves quota, sales, attainment and every term of the plan, and sees the pay by \
      component, the rate, the next step, the curve, a grid of quotas and sales, and the difference to the \
      plan as written; which sales, quota or term gives a pay; and how pay varies when attainment does. \
      Several plans stand side by side. The engine \
      inside is this one, compiled to WebAssembly, so that the page shows the cents that simulate shows. \
      Nothing is asked of a server, and a link to the page carries what is set. The plans are in the \
      file: pass it on as you would the plan.

      Examples:
        ontarget page ontarget:plans/account-executive-2021 \\
          --output calculator.html
        ontarget page ontarget:plans/marginal-accelerators \\
          ontarget:plans/cliff --locale de --output rechner.html
      """)

  @Argument(help: ArgumentHelp("Pay plans, as YAML; - for standard input.", valueName: "plan"))
  var plans: [String]

  @Option(
    help: ArgumentHelp(
      "The quota that is set at first (default: the plan's own).", valueName: "amount"))
  var quota: String?

  @Option(
    help: ArgumentHelp(
      """
      How attainment varies at first, as simulate takes it without a file or a mixture (default: \
      \(AttainmentPreset.standard)).
      """, valueName: "model"))
  var model: String?

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] { plans.map { WantedFile($0, .plan) } }

  func respond(to call: Call) throws -> Response {
    try output.requireHTML("a page that calculates")
    var reading = Reading()
    let plans = try plans.map { path throws(InputFailure) in try reading.plan(path) }
    let quota = try quota.map { text throws(InputFailure) in
      try Series.amount(text, .quota).positiveValue(on: plans[0], .quota)
    }
    if let model {
      try pricing(about: .parameter(.model)) { () throws in _ = try WrittenModel(model) }
    }
    let page = CalculatorPage(
      plans, quota: quota, model: model, in: output.language, engine: try PageEngine.read("page"))
    guard let html = page.html else {
      throw ValidationError("a number of a plan has more than 38 digits, and a page holds no more")
    }
    return Response(
      answer: WrittenPage(), inputs: reading.inputs, findings: reading.findings, file: html)
  }
}

/// A page is a file, and no document.
struct WrittenPage: Answer {
  var document: Document { Document() }
  var tables: [NamedTable] { [] }
}
