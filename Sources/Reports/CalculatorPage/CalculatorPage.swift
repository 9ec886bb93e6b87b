public import Amounts
internal import CZlib
internal import Calculator
internal import Digests
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
  /// The language of the page.
  public let language: Language
  /// The engine as WebAssembly.
  private let engine: [UInt8]
  /// The engine as a better packer than zlib made it, where one did.
  private let packedEngine: [UInt8]?

  /// Creates a page.
  ///
  /// - Parameters:
  ///   - plans: One plan or more.
  ///   - quota: The quota that is set at first; nil for the plan's own.
  ///   - model: How attainment varies at first, a text that `ModelText` reads without a file; nil for
  ///     the usual model.
  ///   - language: The language of the page.
  ///   - engine: What `Scripts/build-page-engine` made.
  ///   - packedEngine: The same in the form of zlib, as a better packer made it; left alone unless it
  ///     unpacks to the engine.
  public init(
    _ plans: [Plan], quota: Ratio? = nil, model: String? = nil, in language: Language,
    engine: [UInt8], packedEngine: [UInt8]? = nil
  ) {
    self.plans = plans
    self.quota = quota
    self.model = model
    self.language = language
    self.engine = engine
    self.packedEngine = packedEngine
  }

  /// The file; nil when a number of a plan has more than 38 digits, which no page can hold.
  public var html: String? {
    guard let bytes = Calculator(plans, language).bytes else { return nil }
    let words = "\(language.code)\n\(language.text(for: EngineWords(engine).holds))"
    let script = Self.asset("pipeline.js") + Self.asset("page.js")
    let style =
      StyleSheet.page + StyleSheet.chart + Self.asset("page.css") + Self.asset("pipeline.css")
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
      ("language", [UInt8](words.utf8)), ("plans", bytes), ("engine", engine),
    ] {
      page.open("script", ["type": "application/octet-stream", "id": id])
      let better = id == "engine" ? packedEngine.flatMap { Self.unpacks($0, to: engine) } : nil
      page.write(markup: Self.base85(better ?? Self.packed(content)))
      page.write(markup: "</script>\n")
    }
    page.open("script", ["type": "application/octet-stream", "id": "start"])
    // The state is text without any mark of HTML.
    page.write(markup: start)
    page.write(markup: "</script>\n")
    page.write(markup: "<script>\(script)</script>\n</body></html>\n")
    return page.text
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
    writeTerms(&page)
    writeGoal(&page)
    writeRisk(&page)
    writePipeline(&page)
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
    writeTable(
      "comparison-rows",
      [say("Pay"), say("As written"), say("As changed"), say("Difference")], &page)
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
    for (form, name) in Self.ownModels {
      page.element("option", say(name), ["value": form])
    }
    page.write(markup: "</select></div><div class=\"control\">")
    page.element("label", say("The model as text, with numbers of your own"), ["for": "model"])
    page.open(
      "input", ["type": "text", "id": "model", "autocomplete": "off", "spellcheck": "false"])
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
  ]

  /// A table that the engine fills, its first column words and the others numbers.
  private func writeTable(_ id: String, _ titles: [String], _ page: inout Markup) {
    page.open(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": titles[0]])
    page.write(markup: "<table><thead><tr>")
    for (index, title) in titles.enumerated() {
      page.element("th", title, ["scope": "col", "class": index == 0 ? "text" : "number"])
    }
    page.write(markup: "</tr></thead>")
    page.open("tbody", ["id": id])
    page.write(markup: "</tbody></table></div>")
  }

  private func writeTables(_ page: inout Markup) {
    if plans.count > 1 {
      page.write(markup: "<section aria-labelledby=\"plans-title\">")
      page.element("h2", say("The plans side by side"), ["id": "plans-title"])
      writeTable(
        "plans-rows", [say("Plan"), say("Quota"), say("Total pay"), say("Difference")], &page)
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

  /// The packed bytes, if they are those bytes.
  private static func unpacks(_ packed: [UInt8], to bytes: [UInt8]) -> [UInt8]? {
    var unpacked = [UInt8](repeating: 0, count: bytes.count)
    var size = uLongf(bytes.count)
    guard uncompress(&unpacked, &size, packed, uLong(packed.count)) == Z_OK, unpacked == bytes
    else { return nil }
    return packed
  }

  /// The bytes in letters, four in five: a fifteenth less than base64 takes. As Ascii85, without the
  /// letters that mean something in HTML; page.js has the same.
  private static func base85(_ bytes: [UInt8]) -> String {
    let letters = (UInt8(33)...126).filter { !"\"&'-/<>\\`".utf8.contains($0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 4 * 5 + 5)
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let part = bytes[start..<min(start + 4, bytes.count)]
      var bits = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (4 - part.count))
      var group: [UInt8] = []
      for _ in 0..<5 {
        group.append(letters[Int(bits % 85)])
        bits /= 85
      }
      text += group.reversed().prefix(part.count + 1)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes in letters (RFC 4648, section 4), as a policy names a hash.
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
