import Amounts
import Answers
import ArgumentParser
import CareerAnswers
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
      Several plans stand side by side, and so do offers of employment: what each pays year by year, part \
      by part, before tax or after, and where they cross. The engine \
      inside is this one, compiled to WebAssembly, so that the page shows the cents that simulate shows. \
      Nothing is asked of a server, and a link to the page carries what is set. The plans are in the \
      file: pass it on as you would the plan.

      Examples:
        ontarget page ontarget:plans/account-executive-2021 \\
          --output calculator.html
        ontarget page ontarget:plans/marginal-accelerators \\
          ontarget:plans/cliff --locale de --output rechner.html
        ontarget page --offers ontarget:offers/northwind \\
          ontarget:offers/harbor --output offers.html
      """)

  @Argument(help: ArgumentHelp("Pay plans, as YAML; - for standard input.", valueName: "plan"))
  var plans: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Offers of employment in place of plans, as YAML, side by side.", valueName: "offer"))
  var offers: [String] = []

  @Option(
    help: ArgumentHelp(
      "The quota that is set at first (default: the plan's own).", valueName: "amount"))
  var quota: String?

  @Option(
    help: ArgumentHelp(
      """
      How attainment varies at first, as simulate takes it (default: \
      \(AttainmentPreset.standard)). Past attainments of a file are in the page.
      """, valueName: "model"))
  var model: String?

  @OptionGroup var output: OutputOptions

  var wantedFiles: [WantedFile] {
    plans.map { WantedFile($0, .plan) } + offers.map { WantedFile($0, .offer) }
  }

  func validate() throws {
    if plans.isEmpty, offers.isEmpty {
      throw ValidationError("name a pay plan, or offers with --offers")
    }
    guard !offers.isEmpty else { return }
    if !plans.isEmpty {
      throw ValidationError("a page is of plans or of offers; write one page for each")
    }
    for (name, value) in [("--quota", quota), ("--model", model)] where value != nil {
      throw ValidationError("\(name) is about plans; an offer has its own")
    }
  }

  func respond(to call: Call) throws -> Response {
    try output.requireHTML("a page that calculates")
    guard offers.isEmpty else { return try respondWithOffers() }
    var reading = Reading()
    var plans = try plans.map { path throws(InputFailure) in try reading.plan(path) }
    for (index, label) in plans.labels.enumerated() { plans[index].name = label }
    let quota = try quota.map { text throws(InputFailure) in
      try Series.amount(text, .quota).positiveValue(on: plans[0], .quota)
    }
    var (shownModel, histories) = (model, [String: [Double]]())
    if let model {
      _ = try ModelChoice(model).read(&reading) { path, values in
        // The page carries the name of the file, and not where it was.
        let name = path.split(separator: "/").last.map(String.init) ?? path
        histories[name] = values
        shownModel = shownModel?.replacing("empirical:\(path)", with: "empirical:\(name)")
      }
    }
    let page = CalculatorPage(
      plans, quota: quota, model: shownModel, histories: histories, in: output.language,
      engine: try PageEngine.read("page"))
    return Response(
      answer: WrittenPage(), inputs: reading.inputs, findings: reading.findings,
      file: try Self.file(page.html))
  }

  private func respondWithOffers() throws -> Response {
    let question = OfferQuestion(offers, datasets: DatasetOptions.opener())
    let reply = try question.answer()
    let isTaxable = reply.answer.currency == .usd
    let page = OfferPage(
      reply.answer, taxes: isTaxable ? try question.taxes() : nil, in: output.language,
      engine: try PageEngine.read("offers"))
    return Response(
      answer: WrittenPage(), inputs: reply.inputs, findings: reply.findings,
      file: try Self.file(page.html))
  }

  private static func file(_ html: String?) throws -> String {
    guard let html else {
      throw ValidationError("a number has more than 38 digits, and a page holds no more")
    }
    return html
  }
}

/// A page is a file, and no document.
struct WrittenPage: Answer {
  var document: Document { Document() }
  var tables: [NamedTable] { [] }
}
