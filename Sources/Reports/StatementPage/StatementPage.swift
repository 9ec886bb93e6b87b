internal import Amounts
internal import Calculator
internal import PayAnswers
internal import PayPlans
internal import Phrases
internal import Reporting

/// One person's statement as one file: every line opens to its deal, its rate and its rule, and what another
/// outcome of a deal would pay is worked out by the engine that paid it, compiled to WebAssembly.
///
/// The statement itself is in the markup, finished, and is read without the engine.
package struct StatementPage: Sendable {
  /// The statement, of one person alone.
  private let statements: PayStatements
  /// The engine's bytes of the statement; or why no deal can be tried.
  private let trial: Result<[UInt8], StatementObstacle>
  private let language: Language
  private let engine: PageEngine

  init(
    _ statements: PayStatements, trial: Result<[UInt8], StatementObstacle>, in language: Language,
    engine: PageEngine
  ) {
    self.statements = statements
    self.trial = trial
    self.language = language
    self.engine = engine
  }

  private func say(_ text: Inline) -> String { Phrasebook(language).text(text) }

  private var title: Inline {
    "Pay statement of \(statements.statements.first.map { statements.name(of: $0) } ?? .empty)"
  }

  /// The file.
  package var html: String {
    var page = PageFile(title: say(title), language: language)
    page.style = ["statement.css"]
    page.script = ["engine.js", "statement.js"]
    if case .success(let bytes) = trial {
      page.contents = [.words(of: language, for: engine), .init("inputs", bytes), .engine(engine)]
    }
    return page.html(body: body)
  }

  private var body: String {
    var page = Markup()
    page.element("h1", say(title).oneLine, ["dir": "auto"])
    guard let statement = statements.statements.first else { return page.text }
    let before = Document(
      blocks: [
        .paragraph(
          "\(statements.plan.name), \(statements.days): \(.strong(.money(statement.total))) is paid."
        )
      ] + statements.sumBlocks(of: statement))
    let written = before.htmlFragment(language: language)
    page.write(markup: written.text)
    writeLines(statements.explainedLines(of: statement), &page)
    let after = Document(blocks: statements.blocksAfterLines(of: statement))
    page.write(markup: after.htmlFragment(language: language, tablesBefore: written.tables).text)
    writeTrial(&page)
    page.writeFooter(language)
    return page.text
  }

  // MARK: The lines

  private func writeLines(_ lines: [ExplainedLine], _ page: inout Markup) {
    page.write(markup: "<section aria-labelledby=\"lines-title\">")
    page.element("h2", say("Line by line"), ["id": "lines-title"])
    if lines.isEmpty { page.element("p", say("No lines.")) }
    if !lines.isEmpty {
      page.element(
        "button", say("Open all lines"),
        ["type": "button", "id": "open-all", "data-close": say("Close all lines"), "hidden": ""])
    }
    for line in lines {
      page.write(markup: "<details class=\"line\"><summary>")
      page.element("span", say(line.date), ["class": "when"])
      page.write(markup: " ")
      page.element("span", say(line.name).oneLine, ["class": "what", "dir": "auto"])
      page.write(markup: " ")
      page.element("span", say(line.component).oneLine, ["class": "by", "dir": "auto"])
      page.write(markup: " ")
      page.element("span", say(.money(line.pay)), ["class": "sum"])
      page.write(markup: "</summary><div class=\"inside\"><dl>")
      for (title, cell) in line.cells {
        page.write(markup: "<div>")
        page.element("dt", say(title))
        page.element("dd", say(cell).oneLine, ["dir": "auto"])
        page.write(markup: "</div>")
      }
      page.write(markup: "</dl><ul>")
      for sentence in line.sentences { page.element("li", say(sentence).oneLine, ["dir": "auto"]) }
      page.write(markup: "</ul>")
      if let rule = line.rule {
        page.element("p", say("The rule: \(rule)").oneLine, ["class": "rule", "dir": "auto"])
      }
      page.write(markup: "</div></details>\n")
    }
    page.write(markup: "</section>\n")
  }

  // MARK: What if

  private func writeTrial(_ page: inout Markup) {
    page.write(markup: "<section id=\"trial\" aria-labelledby=\"trial-title\">")
    page.element("h2", say("What if"), ["id": "trial-title"])
    switch trial {
    case .failure(let obstacle):
      page.element("p", say("No other deal can be tried here. \(obstacle.words)"))
    case .success:
      page.element(
        "p",
        say(
          "What the whole plan year would pay if a deal closed in another month, at another amount or not at all, or if there were one more. A deal in another month closes on its last day."
        ))
      page.element("noscript", say("This part needs scripts; the statement above does not."))
      page.writeFailure(language)
      page.write(markup: "<div id=\"trial-box\" hidden>")
      page.writeTable(
        [say("Deal"), say("Amount"), say("Closes in"), say("Like"), say("Remove")],
        table: ["id": "changes"],
        body: [
          "data-new": say("a new deal"), "data-out": say("does not close"),
          "data-deal": say("Deal of change"), "data-amount": say("Amount of change"),
          "data-month": say("Month in which it closes of change"),
          "data-like": say("Deal whose other columns it has, of change"),
          "data-remove": say("Remove change"), "data-unchanged": say("as it is"),
        ])
      page.element("button", say("Add a change"), ["type": "button", "id": "add-change"])
      page.write(
        markup:
          "<p id=\"new-obstacle\"></p><aside class=\"warning\" role=\"alert\" id=\"faults\" hidden></aside>"
      )
      page.write(markup: "<div id=\"answer\" hidden><p id=\"sentence\" aria-live=\"polite\"></p>")
      let sums = [say("As it is"), say("What if"), say("Difference")]
      page.writeTable([say("Pay")] + sums, table: ["id": "tried"])
      page.writeTable([say("Month")] + sums, table: ["id": "tried-months"])
      page.write(markup: "<ul id=\"why\"></ul></div></div>")
    }
    page.write(markup: "</section>\n")
  }
}
