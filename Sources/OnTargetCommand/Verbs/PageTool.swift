import Amounts
import Answers
import ArgumentParser
import Findings
import FoundationEssentials
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
    let named = output.path.flatMap(OutputFormat.init(fileName:))
    guard [output.format, named].allSatisfy({ $0 == nil || $0 == .html }) else {
      throw ValidationError("a page that calculates is HTML; name a file that ends in .html")
    }
    var reading = Reading()
    let plans = try plans.map { path throws(InputFailure) in try reading.plan(path) }
    let quota = try quota.map { text throws(InputFailure) in
      try Series.amount(text, .quota).positiveValue(on: plans[0], .quota)
    }
    if let model {
      try pricing(about: .parameter(.model)) { () throws in _ = try WrittenModel(model) }
    }
    let engine = try Self.engine()
    let page = CalculatorPage(
      plans, quota: quota, model: model, in: output.language, engine: engine.bytes,
      packedEngine: engine.packed)
    guard let html = page.html else {
      throw ValidationError("a number of a plan has more than 38 digits, and a page holds no more")
    }
    return Response(
      answer: WrittenPage(), inputs: reading.inputs, findings: reading.findings, file: html)
  }

  /// The engine that came with the command, or that `make page-engine` made in its checkout.
  private static func engine() throws(InputFailure) -> (bytes: [UInt8], packed: [UInt8]?) {
    let candidates = CompanionFile.paths(
      installed: "page-engine.wasm", built: ".build/page-engine/engine.wasm")
    for path in candidates {
      if let bytes = FileManager.default.contents(atPath: path) {
        return (Array(bytes), FileManager.default.contents(atPath: path + ".zlib").map(Array.init))
      }
    }
    throw InputFailure(
      .noInput,
      Finding(
        "page.engine", at: Place(file: candidates.first ?? "page-engine.wasm"),
        "the engine of the page is not here",
        remedy:
          "build it with make page-engine, which needs a Swift toolchain with the target wasm32-unknown-none-wasm, such as that for Linux from swift.org"
      ))
  }
}

/// A page is a file, and no document.
private struct WrittenPage: Answer {
  var document: Document { Document() }
  var tables: [NamedTable] { [] }
}
