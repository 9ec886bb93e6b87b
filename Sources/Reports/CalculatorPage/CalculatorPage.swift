public import Amounts
internal import CZlib
internal import Calculator
internal import Digests
public import PayPlans
public import Phrases
internal import Reporting

/// A page that calculates what plans pay, in one file that needs nothing else: the engine compiled to
/// WebAssembly, the checked plans as bytes, and the words of a language.
public struct CalculatorPage: Sendable {
  /// The plans, of which the first is shown first.
  public let plans: [Plan]
  /// The quota that is set at first; nil for the plan's own.
  public let quota: Ratio?
  /// The language of the page.
  public let language: Language
  /// The engine as WebAssembly.
  private let engine: [UInt8]

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - plans: One plan or more.
  ///   - quota: The quota that is set at first; nil for the plan's own.
  ///   - language: The language of the page.
  ///   - engine: What `Scripts/build-page-engine` made.
  public init(_ plans: [Plan], quota: Ratio? = nil, in language: Language, engine: [UInt8]) {
    self.plans = plans
    self.quota = quota
    self.language = language
    self.engine = engine
  }

  /// The file; nil when a number of a plan has more than 38 digits, which no page can hold.
  public var html: String? {
    guard let bytes = Calculator(plans, language).bytes else { return nil }
    let words = "\(language.code)\n\(language.text(for: EngineWords(engine).holds))"
    let script = Self.asset("page.js")
    let style = StyleSheet.page + StyleSheet.chart + Self.asset("page.css")
    let policy =
      "default-src 'none'; script-src 'sha256-\(Self.hash(script))' 'wasm-unsafe-eval'; "
      + "style-src 'sha256-\(Self.hash(style))'; base-uri 'none'; form-action 'none'"
    var page = Markup()
    page.write(markup: "<!doctype html>\n")
    page.open("html", ["lang": language.code])
    page.write(markup: "<head><meta charset=\"utf-8\">")
    page.open("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
    page.write(
      markup: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    page.element("title", title.oneLine)
    page.write(markup: "<style>\(style)</style></head>\n<body><main>\n")
    writeBody(&page)
    page.write(markup: "</main>\n")
    for (id, content) in [
      ("start", [UInt8](start.utf8)), ("language", [UInt8](words.utf8)), ("plans", bytes),
      ("engine", Self.packed(engine)),
    ] {
      page.open("script", ["type": "application/octet-stream", "id": id])
      // The state is text without any mark of HTML; the rest is base64.
      page.write(markup: id == "start" ? start : Self.base64(content))
      page.write(markup: "</script>\n")
    }
    page.write(markup: "<script>\(script)</script>\n</body></html>\n")
    return page.text
  }

  private var start: String { quota.map { "quota=\($0.fixedPoint(places: 12))" } ?? "" }

  private var title: String {
    plans.count == 1 ? plans[0].name : say("What \(.number(plans.count)) plans pay")
  }

  private func say(_ text: Inline) -> String { Phrasebook(language).text(text) }

  // MARK: The frame

  private func writeBody(_ page: inout Markup) {
    page.write(markup: "<header>")
    page.element("h1", title.oneLine)
    page.element("p", say("What a full year pays, exactly as the plan says."))
    page.write(markup: "</header>\n")
    page.write(markup: "<aside class=\"warning\" id=\"failure\" role=\"alert\" hidden>")
    page.write(say("This browser cannot run the engine of the page; one of 2023 or later can."))
    page.write(markup: "</aside>\n<div class=\"panels\">\n<fieldset class=\"controls\">")
    page.element("legend", say("What is sold"))
    if plans.count > 1 {
      page.write(markup: "<div class=\"control\"><label for=\"plan\">")
      page.write(say("Plan"))
      page.write(markup: "</label><select id=\"plan\">")
      for plan in plans { page.element("option", plan.name.oneLine) }
      page.write(markup: "</select></div>")
    }
    writeControl("quota", say("Quota of the year"), &page)
    writeControl("sales", say("Sales in the year"), &page)
    writeControl("attainment", say("Attainment"), &page)
    page.write(markup: "</fieldset>\n<section aria-labelledby=\"pay-title\">")
    page.element("p", say("Total pay for a year"), ["class": "what", "id": "pay-title"])
    page.write(
      markup: "<output id=\"total\" aria-live=\"polite\"></output><table><tbody id=\"pay\">")
    page.write(markup: "</tbody></table><ul id=\"facts\"></ul></section>\n</div>\n")
    page.write(markup: "<figure><div id=\"drawing\"></div>")
    page.write(markup: "<figcaption id=\"words\"></figcaption></figure>\n")
    writeGoal(&page)
    writeTables(&page)
    page.write(markup: "<section aria-labelledby=\"rules-title\">")
    page.element("h2", say("How the plan pays"), ["id": "rules-title"])
    page.write(markup: "<ul id=\"rules\"></ul></section>\n<div class=\"actions\">")
    for (id, text) in [
      ("markdown", say("Copy as Markdown")), ("link", say("Copy the link")),
      ("print", say("Print")),
    ] {
      page.element("button", text, ["type": "button", "id": id, "data-done": say("Copied")])
    }
    page.write(markup: "</div><p id=\"done\" role=\"status\"></p>\n<footer>")
    page.element(
      "p",
      say(
        """
        This file calculates by itself with the engine that pays: it asks no server, and nothing that \
        is entered leaves it. The link carries what is set here.
        """))
    page.write(markup: "</footer>\n")
  }

  private func writeControl(_ name: String, _ label: String, _ page: inout Markup) {
    page.write(markup: "<div class=\"control\">")
    page.element("label", label, ["for": name])
    page.open(
      "input", ["type": "text", "id": name, "inputmode": "decimal", "autocomplete": "off"])
    page.open(
      "input", ["type": "range", "id": "\(name)-slider", "min": "0", "aria-label": label])
    page.write(markup: "</div>")
  }

  private func writeGoal(_ page: inout Markup) {
    page.write(markup: "<section aria-labelledby=\"goal-title\">")
    page.element("h2", say("What it takes"), ["id": "goal-title"])
    page.write(markup: "<div class=\"control\">")
    page.element("label", say("Total pay to reach"), ["for": "goal"])
    page.open(
      "input", ["type": "text", "id": "goal", "inputmode": "decimal", "autocomplete": "off"])
    page.write(markup: "</div><ul id=\"solved\" aria-live=\"polite\"></ul></section>\n")
  }

  private func writeTables(_ page: inout Markup) {
    if plans.count > 1 {
      page.write(markup: "<section aria-labelledby=\"plans-title\">")
      page.element("h2", say("The plans side by side"), ["id": "plans-title"])
      page.write(markup: "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>")
      for text in [say("Plan"), say("Quota"), say("Total pay"), say("Difference")] {
        page.element(
          "th", text, ["scope": "col", "class": text == say("Plan") ? "text" : "number"])
      }
      page.write(markup: "</tr></thead><tbody id=\"plans-rows\"></tbody></table></div></section>\n")
    }
    page.write(markup: "<section aria-labelledby=\"grid-title\">")
    page.element("h2", say("Other quotas and sales"), ["id": "grid-title"])
    page.write(markup: "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr id=\"grid-head\">")
    page.element("th", say("Sales ↓ quota →"), ["id": "grid-corner", "scope": "col"])
    page.write(markup: "</tr></thead><tbody id=\"grid\"></tbody></table></div></section>\n")
  }

  // MARK: Bytes

  private static func asset(_ name: String) -> String {
    EmbeddedTexts.all.first { $0.name == name }?.text ?? ""
  }

  /// The hash of a text as a policy names it.
  private static func hash(_ text: String) -> String {
    base64(SHA256.bytes(of: [UInt8](text.utf8)))
  }

  /// The bytes in the form of zlib (RFC 1950), which browsers call "deflate".
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    let status = compress2(&packed, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
    precondition(status == Z_OK, "zlib had less room than it asked for, or no memory")
    packed.removeSubrange(Int(size)...)
    return packed
  }

  /// The bytes in letters (RFC 4648, section 4).
  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for place in 0..<4 {
        text.append(
          place <= part.count ? letters[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
