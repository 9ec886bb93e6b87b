public import Amounts
internal import Calculator
public import PayPlans
public import Phrases
internal import Reporting
internal import Simulation

/// A page that calculates what plans pay, in one file that needs nothing else: the engine compiled to
/// WebAssembly, the checked plans as bytes, and the words of a language.
public struct CalculatorPage: Sendable {
  /// The plans, of which the first is shown first.
  public let plans: [Plan]
  /// The quota that is set at first; nil for the plan's own.
  public let quota: Ratio?
  /// How attainment varies at first, as `ontarget simulate --model` takes it; nil for the usual model.
  public let model: String?
  /// The past attainments that the model names, as fractions of quota.
  public let histories: [String: [Double]]
  /// The language of the page.
  public let language: Language
  /// What calculates.
  private let engine: PageEngine

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - plans: One plan or more.
  ///   - quota: The quota that is set at first; nil for the plan's own.
  ///   - model: How attainment varies at first, a text that `ModelText` reads; nil for the usual model.
  ///   - histories: The past attainments of the files that the model names.
  ///   - language: The language of the page.
  ///   - engine: What calculates.
  public init(
    _ plans: [Plan], quota: Ratio? = nil, model: String? = nil,
    histories: [String: [Double]] = [:], in language: Language,
    engine: PageEngine
  ) {
    self.plans = plans
    self.quota = quota
    self.model = model
    self.histories = histories
    self.language = language
    self.engine = engine
  }

  /// The file; nil when a number of a plan has more than 38 digits, which no page can hold.
  public var html: String? {
    guard let bytes = Calculator(plans, histories: histories, language).bytes else { return nil }
    var file = PageFile(title: title, language: language)
    file.script = ["engine.js", "pipeline.js", "page.js"]
    file.style = ["page.css", "pipeline.css"]
    file.contents = [
      .words(of: language, for: engine), .init("plans", bytes), .engine(engine),
    ]
    file.start = start
    var page = Markup()
    writeBody(&page)
    return file.html(body: page.text)
  }

  private var start: String {
    let lines = [quota.map { "quota=\($0.fixedPoint(places: 12))" }, model.map { "model=\($0)" }]
    return lines.compactMap(\.self).joined(separator: "\n")
  }

  private var title: String {
    plans.count == 1 ? plans[0].name : say("What \(.number(plans.count)) plans pay")
  }

  func say(_ text: Inline) -> String { Phrasebook(language).text(text) }

  // MARK: The frame

  private func writeBody(_ page: inout Markup) {
    page.write(markup: "<header>")
    page.element("h1", title.oneLine)
    page.element("p", say("What a full year pays, exactly as the plan says."))
    page.write(markup: "</header>\n")
    page.writeFailure(language)
    page.write(markup: "\n<div class=\"panels\">\n<fieldset class=\"controls\">")
    page.element("legend", say("What is sold"))
    if plans.count > 1 {
      page.write(markup: "<div class=\"control\"><label for=\"plan\">")
      page.write(say("Plan"))
      page.write(markup: "</label><select id=\"plan\">")
      for plan in plans { page.element("option", plan.name.oneLine) }
      page.write(markup: "</select></div>")
    }
    page.writeControl("quota", say("Quota of the year"))
    page.writeControl("sales", say("Sales in the year"))
    page.writeControl("attainment", say("Attainment"))
    page.write(markup: "</fieldset>\n<section aria-labelledby=\"pay-title\">")
    page.element("p", say("Total pay for a year"), ["class": "what", "id": "pay-title"])
    page.write(
      markup: "<output id=\"total\" aria-live=\"polite\"></output><table><tbody id=\"pay\">")
    page.write(markup: "</tbody></table><ul id=\"facts\"></ul></section>\n</div>\n")
    page.write(markup: "<figure><div id=\"drawing\"></div>")
    page.write(markup: "<figcaption id=\"words\"></figcaption></figure>\n")
    writeTerms(&page)
    writeGoal(&page)
    writeRisk(&page)
    writePipeline(&page)
    writeTables(&page)
    page.write(markup: "<section aria-labelledby=\"rules-title\">")
    page.element("h2", say("How the plan pays"), ["id": "rules-title"])
    page.write(markup: "<ul id=\"rules\"></ul><div id=\"assumed-box\" hidden>")
    page.element("h3", say("What was assumed"))
    page.write(markup: "<ul id=\"assumed\"></ul></div></section>\n")
    page.writeEnd(language)
  }

  private func writeGoal(_ page: inout Markup) {
    page.write(markup: "<section aria-labelledby=\"goal-title\">")
    page.element("h2", say("What it takes"), ["id": "goal-title"])
    page.write(markup: "<div class=\"control\">")
    page.element("label", say("Total pay to reach"), ["for": "goal"])
    page.open(
      "input", ["type": "text", "id": "goal", "inputmode": "decimal", "autocomplete": "off"])
    page.write(markup: "</div><ul id=\"solved\" aria-live=\"polite\"></ul>")
    page.write(markup: "<div id=\"term-goal\"><div class=\"control\">")
    page.element("label", say("Or another term of the plan"), ["for": "unknown"])
    page.write(markup: "<select id=\"unknown\"></select></div>")
    page.write(markup: "<p id=\"solved-term\" aria-live=\"polite\"></p>")
    page.element("button", say("Set it"), ["type": "button", "id": "take"])
    page.write(markup: "</div></section>\n")
  }

  /// Where the controls of the terms go, which the engine lists for the plan that is looked at.
  private func writeTerms(_ page: inout Markup) {
    page.write(markup: "<details id=\"terms-box\"><summary>")
    page.element("h2", say("The terms of the plan"))
    page.write(
      markup: "</summary><aside class=\"warning\" id=\"fault\" role=\"alert\" hidden></aside>")
    page.write(markup: "<div id=\"terms\"></div>")
    page.element("button", say("As it is written"), ["type": "button", "id": "untouched"])
    page.write(
      markup: "</details>\n<section id=\"comparison\" aria-labelledby=\"comparison-title\">")
    page.element("h2", say("Against the plan as written"), ["id": "comparison-title"])
    page.write(markup: "<ul id=\"changes\"></ul>")
    page.writeTable(
      [say("Pay"), say("As written"), say("As changed"), say("Difference")],
      body: ["id": "comparison-rows"])
    page.write(markup: "<ul id=\"own-crossings\"></ul></section>\n")
  }

  /// The choice of a model, and where its figures go.
  private func writeRisk(_ page: inout Markup) {
    page.write(markup: "<section id=\"risk\" aria-labelledby=\"risk-title\">")
    page.element("h2", say("When attainment varies"), ["id": "risk-title"])
    page.write(markup: "<div class=\"panels\"><div><div class=\"control\">")
    page.element("label", say("How attainment varies"), ["for": "model-choice"])
    page.write(markup: "<select id=\"model-choice\">")
    for preset in AttainmentPreset.all {
      page.element("option", preset.name, ["value": preset.name])
    }
    for name in histories.keys.sorted() {
      let form = "empirical:\(name)"
      page.element("option", say("past attainments, \(name)").oneLine, ["value": form])
    }
    for (form, name) in Self.ownModels {
      page.element("option", say(name), ["value": form])
    }
    page.write(markup: "</select></div><div class=\"control\">")
    page.element("label", say("The model as text, with numbers of your own"), ["for": "model"])
    page.open(
      "input", ["type": "text", "id": "model", "autocomplete": "off", "spellcheck": "false"])
    page.write(markup: "</div><div class=\"control\">")
    page.element("label", say("How it is worked out"), ["for": "method"])
    page.write(markup: "<select id=\"method\">")
    page.element("option", say("by the closed form"), ["value": ""])
    page.element("option", say("by draws"), ["value": "draws"])
    page.write(markup: "</select></div><div id=\"draws\" hidden>")
    for (name, label) in [("trials", say("Simulated years")), ("seed", say("Seed"))] {
      page.write(markup: "<div class=\"control\">")
      page.element("label", label, ["for": name])
      page.open(
        "input", ["type": "text", "id": name, "inputmode": "numeric", "autocomplete": "off"])
      page.write(markup: "</div>")
    }
    page.write(
      markup: "</div><aside class=\"warning\" id=\"model-fault\" role=\"alert\" hidden></aside>")
    page.write(markup: "<ul id=\"model-words\"></ul></div>")
    page.write(markup: "<div id=\"risk-figures\"><table><tbody id=\"risk-rows\"></tbody></table>")
    page.write(markup: "<figure><div id=\"risk-drawing\"></div>")
    page.write(
      markup: "<figcaption id=\"risk-words\"></figcaption></figure></div></div></section>\n")
  }

  /// Models whose numbers people fill in, as a text to begin with.
  private static let ownModels: [(form: String, name: Inline)] = [
    ("lognormal:mean=0.95,cv=0.35", "lognormal, with a mean and a coefficient of variation"),
    ("normal:mean=1,sd=0.2", "normal, with a mean and a standard deviation"),
    ("gamma:mean=0.9,cv=0.5", "gamma, with a mean and a coefficient of variation"),
    ("banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3", "bands, with the share of people in each"),
    ("fixed:1", "fixed, the same attainment every year"),
    (
      "mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8",
      "a mixture, with a model for each share of people"
    ),
  ]

  private func writeTables(_ page: inout Markup) {
    if plans.count > 1 {
      page.write(markup: "<section aria-labelledby=\"plans-title\">")
      page.element("h2", say("The plans side by side"), ["id": "plans-title"])
      page.writeTable(
        [say("Plan"), say("Quota"), say("Total pay"), say("Difference")],
        body: ["id": "plans-rows"])
      page.write(markup: "<ul id=\"crossings\"></ul></section>\n")
    }
    page.write(markup: "<section aria-labelledby=\"grid-title\">")
    page.element("h2", say("Other quotas and sales"), ["id": "grid-title"])
    page.write(
      markup: "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"grid-title\">"
    )
    page.write(markup: "<table><thead><tr id=\"grid-head\">")
    page.element("th", say("Sales ↓ quota →"), ["id": "grid-corner", "scope": "col"])
    page.write(markup: "</tr></thead><tbody id=\"grid\"></tbody></table></div></section>\n")
  }
}
