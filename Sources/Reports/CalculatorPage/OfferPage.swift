internal import Amounts
internal import Calculator
public import CareerAnswers
internal import Employment
public import Phrases
public import Regulations
internal import Reporting

/// A page that calculates what offers of employment pay year by year, in one file that needs nothing else.
///
/// What rests on draws, such as expected pay and risk, is in it as the command computed it for the
/// offers as they are written.
public struct OfferPage: Sendable {
  /// The offers, compared as they are written.
  public let comparison: OfferComparison
  /// The taxes that can be taken off; nil where they are not known, as for another currency.
  public let taxes: FederalTaxes?
  /// The language of the page.
  public let language: Language
  private let engine: PageEngine

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - comparison: The offers, before tax.
  ///   - taxes: The taxes that can be taken off; nil where they are not known.
  ///   - language: The language of the page.
  ///   - engine: What calculates.
  public init(
    _ comparison: OfferComparison, taxes: FederalTaxes?, in language: Language, engine: PageEngine
  ) {
    self.comparison = comparison
    self.taxes = taxes
    self.language = language
    self.engine = engine
  }

  /// The file; nil when a number of an offer has more than 38 digits, which no page can hold.
  public var html: String? {
    guard let bytes = OfferCode.encode(comparison.offerSet(taxes: taxes)) else { return nil }
    var file = PageFile(title: title, language: language)
    file.script = ["engine.js", "offers.js"]
    file.style = ["page.css"]
    file.contents = [
      .words(of: language, for: engine), .init("offers", bytes), .engine(engine),
    ]
    file.start = ""
    var page = Markup()
    writeBody(&page)
    return file.html(body: page.text)
  }

  private var names: [String] { comparison.outlooks.map(\.offer.name) }
  private var title: String {
    names.count == 1 ? names[0] : say("What \(.number(names.count)) offers pay")
  }
  private func say(_ text: Inline) -> String { Phrasebook(language).text(text) }

  private func writeBody(_ page: inout Markup) {
    page.write(markup: "<header>")
    page.element("h1", title.oneLine)
    page.element("p", say("What each pays year by year at the attainment that is set."))
    page.write(markup: "</header>\n")
    page.writeFailure(language)
    page.write(markup: "\n<div class=\"panels\">\n<fieldset class=\"controls\">")
    writeAssumptions(&page)
    page.write(markup: "</fieldset>\n<section aria-labelledby=\"pay-title\">")
    page.element("h2", say("Pay in all"), ["id": "pay-title", "class": "first"])
    page.write(markup: "<div id=\"cards\" aria-live=\"polite\"></div><ul id=\"lead\"></ul>")
    page.write(markup: "<ul id=\"crossings\"></ul></section>\n</div>\n")
    page.write(markup: "<figure><div id=\"drawing\"></div>")
    page.write(markup: "<figcaption id=\"words\"></figcaption></figure>\n")
    writeTerms(&page)
    writeTables(&page)
    writeComparison(&page)
    page.writeEnd(language)
  }

  private func writeAssumptions(_ page: inout Markup) {
    page.element("legend", say("What is assumed"))
    page.writeControl("attainment", say("Attainment of every year"))
    writeChoice("years", say("Years of service"), &page) { page in
      for years in 1...5 { page.element("option", "\(years)", ["value": "\(years)"]) }
    }
    if taxes != nil {
      writeChoice("tax", say("US federal income and payroll tax"), &page) { page in
        page.element("option", say("before tax"), ["value": ""])
        for status in FilingStatus.allCases {
          page.element("option", say(status.title), ["value": status.rawValue])
        }
      }
    }
    guard names.count > 1 else { return }
    page.write(markup: "<details data-keys=\"attainment-\"><summary>")
    page.write(say("An attainment of its own for each"))
    page.write(markup: "</summary>")
    for (index, name) in names.enumerated() {
      page.writeControl("attainment-\(index)", name.oneLine)
    }
    page.write(markup: "</details>")
  }

  private func writeChoice(
    _ id: String, _ label: String, _ page: inout Markup, _ options: (inout Markup) -> Void
  ) {
    page.write(markup: "<div class=\"control\">")
    page.element("label", label, ["for": id])
    page.open("select", ["id": id])
    options(&page)
    page.write(markup: "</select></div>")
  }

  private func writeTerms(_ page: inout Markup) {
    for (index, name) in names.enumerated() {
      page.open("details", ["data-keys": "offer-\(index)-"])
      page.write(markup: "<summary>")
      page.element("h2", say("The terms of \(name)").oneLine)
      page.write(markup: "</summary>")
      page.open("div", ["class": "terms", "id": "terms-\(index)"])
      page.write(markup: "</div></details>\n")
    }
    page.write(markup: "<section id=\"changed\" aria-labelledby=\"changed-title\" hidden>")
    page.element("h2", say("What is changed"), ["id": "changed-title"])
    page.write(markup: "<ul id=\"changes\"></ul>")
    page.element("button", say("As they are written"), ["type": "button", "id": "untouched"])
    page.write(markup: "</section>\n")
  }

  private func writeTables(_ page: inout Markup) {
    page.write(markup: "<section aria-labelledby=\"years-title\">")
    page.element("h2", say("Year by year"), ["id": "years-title"])
    page.write(markup: "<figure><div id=\"stack\"></div>")
    page.write(markup: "<figcaption id=\"stack-words\"></figcaption></figure>")
    writeTable("sums", say("Pay in all"), &page)
    page.open(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "years-title"])
    page.write(
      markup: "<table id=\"years-table\"><thead><tr id=\"years-head\"></tr></thead></table></div>")
    page.write(markup: "</section>\n<section aria-labelledby=\"grid-title\">")
    page.element("h2", say("Other attainments"), ["id": "grid-title"])
    page.element("p", say("What a year pays on average:"))
    writeTable("grid", say("Other attainments"), &page, corner: say("Attainment"))
    page.write(markup: "</section>\n")
  }

  private func writeTable(
    _ id: String, _ label: String, _ page: inout Markup, corner: String = ""
  ) {
    page.open(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": label])
    page.write(markup: "<table><thead>")
    page.open("tr", ["id": "\(id)-head", "data-title": corner])
    page.write(markup: "</tr></thead>")
    page.open("tbody", ["id": id])
    page.write(markup: "</tbody></table></div>")
  }

  /// What rests on draws, as it was computed when the page was written.
  private func writeComparison(_ page: inout Markup) {
    page.write(markup: "<section class=\"fixed\">")
    let time: Inline = "\(comparison.assumptions.years) years"
    page.write(
      markup: Document(
        language: language,
        blocks: [
          .section("With the chance of reaching the quota"),
          .paragraph(
            """
            What follows rests on draws. It was computed by \(.code("ontarget offers")) for the offers \
            as they are written, over \(time), and stays as it is when something is set above; \
            prices at the places of the offers are left to it too.
            """),
        ] + comparison.drawnBlocks
      ).htmlFragment(language: language).text)
    page.write(markup: "</section>\n")
  }
}
