internal import Phrases
internal import Reporting

extension CalculatorPage {
  /// The list of open deals, and where its figures go.
  func writePipeline(_ page: inout Markup) {
    page.write(markup: "<section id=\"pipeline\" aria-labelledby=\"pipeline-title\">")
    page.element("h2", say("With open deals"), ["id": "pipeline-title"])
    page.element("p", "", ["id": "pipeline-obstacle"])
    page.write(markup: "<div id=\"pipeline-box\">")
    page.element(
      "p", say("On top of the sales above, which then are what is sold so far."),
      ["class": "what"])
    page.write(markup: "<div class=\"control\">")
    page.element("label", say("Sold by the end of"), ["for": "through"])
    page.write(markup: "<select id=\"through\"></select></div>")
    page.open(
      "table",
      [
        "id": "deals", "aria-labelledby": "pipeline-title", "data-amount": say("Amount of deal"),
        "data-month": say("Month in which it closes of deal"),
        "data-chance": say("Chance in % of deal"), "data-remove": say("Remove deal"),
      ])
    page.write(markup: "<thead><tr>")
    for (title, kind) in [
      (say("Amount"), "number"), (say("Closes in"), "text"), (say("Chance in %"), "number"),
      (say("Worth to you"), "number"), (say("Remove"), "text"),
    ] {
      page.element("th", title, ["scope": "col", "class": kind])
    }
    page.write(markup: "</tr></thead><tbody id=\"deal-rows\"></tbody></table>")
    page.element("button", say("Add a deal"), ["type": "button", "id": "add-deal"])
    page.write(
      markup: "<aside class=\"warning\" id=\"pipeline-fault\" role=\"alert\" hidden></aside>")
    page.write(
      markup: "<div id=\"pipeline-figures\" hidden><div class=\"panels\"><div aria-live=\"polite\">"
    )
    page.write(markup: "<table><tbody id=\"pipeline-rows\"></tbody></table></div>")
    page.write(markup: "<figure><div id=\"pipeline-drawing\"></div>")
    page.write(markup: "<figcaption id=\"pipeline-words\"></figcaption></figure></div>")
    page.write(markup: "<ul id=\"pipeline-basis\"></ul></div></div></section>\n")
  }
}
