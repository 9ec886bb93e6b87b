internal import CZlib
internal import Digests
internal import Phrases
internal import Reporting

/// One file that asks nothing of anybody: markup, style and script that a policy allows by their hashes, and
/// bytes as letters.
struct PageFile {
  /// Bytes that the script reads.
  struct Content {
    /// The id of their element.
    var id: String
    /// The bytes.
    var bytes: [UInt8]
    /// The same packed by LZMA; nil leaves the packing to zlib, whose form browsers unpack themselves.
    var lzma: [UInt8]?

    init(_ id: String, _ bytes: [UInt8], lzma: [UInt8]? = nil) {
      (self.id, self.bytes, self.lzma) = (id, bytes, lzma)
    }

    /// What calculates in the page.
    static func engine(_ engine: PageEngine) -> Content {
      Content("engine", engine.bytes, lzma: engine.packed)
    }

    /// The words of a language that an engine may need, behind the language's code.
    static func words(of language: Language, for engine: PageEngine) -> Content {
      let words = language.text(for: EngineWords(engine.bytes).holds)
      return Content("language", [UInt8]("\(language.code)\n\(words)".utf8))
    }
  }

  var title: String
  var language: Language
  /// The names of the scripts and of the style sheets besides those of every document, in their order.
  var script: [String] = []
  var style: [String] = []
  /// What the script reads.
  var contents: [Content] = []
  /// The state at first, which is text without any mark of HTML; nil for none.
  var start: String?

  init(title: String, language: Language) {
    self.title = title
    self.language = language
  }

  /// Writes the file around what is in it.
  func html(body: String) -> String {
    let script = script.reduce("") { $0 + Self.asset($1) }
    let style = self.style.reduce(StyleSheet.page + StyleSheet.chart) { $0 + Self.asset($1) }
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
    page.write(markup: body)
    page.write(markup: "</main>\n")
    for content in contents {
      let type = "application/octet-stream"
      if let lzma = content.lzma {
        // The script is to know how many bytes come of it.
        page.open(
          "script", ["type": type, "id": content.id, "data-size": "\(content.bytes.count)"])
        page.write(markup: Self.base85(lzma))
      } else {
        page.open("script", ["type": type, "id": content.id])
        page.write(markup: Self.base85(Self.packed(content.bytes)))
      }
      page.write(markup: "</script>\n")
    }
    if let start {
      page.open("script", ["type": "application/octet-stream", "id": "start"])
      page.write(markup: start)
      page.write(markup: "</script>\n")
    }
    page.write(markup: "<script>\(script)</script>\n</body></html>\n")
    return page.text
  }

  // MARK: Bytes

  /// A script or style sheet without its comments and indentation, which have lines of their own there.
  private static func asset(_ name: String) -> String {
    let text = EmbeddedTexts.all.first { $0.name == name }?.text ?? ""
    let lines =
      text.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("//") }.joined(separator: "\n") + "\n"
    guard name.hasSuffix(".css") else { return lines }
    return lines.replacing(" { ", with: "{").replacing(": ", with: ":").replacing("; ", with: ";")
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

extension Markup {
  /// Writes where it is said that the page gets ready, or that a browser cannot run it.
  mutating func writeFailure(_ language: Language) {
    write(markup: "<aside class=\"warning\" id=\"failure\" role=\"alert\" hidden>")
    write(
      Phrasebook(language).text(
        "This browser cannot run the engine of the page; one of 2023 or later can."))
    write(markup: "</aside><p id=\"waiting\" role=\"status\" hidden>")
    write(Phrasebook(language).text("The page gets ready …"))
    write(markup: "</p>")
  }

  /// Writes a field and a slider for the same number.
  mutating func writeControl(_ name: String, _ label: String) {
    write(markup: "<div class=\"control\">")
    element("label", label, ["for": name])
    open("input", ["type": "text", "id": name, "inputmode": "decimal", "autocomplete": "off"])
    open("input", ["type": "range", "id": "\(name)-slider", "min": "0", "aria-label": label])
    write(markup: "</div>")
  }

  /// Writes a table whose rows the script fills in, its first column words and the others numbers.
  mutating func writeTable(
    _ titles: [String], table: KeyValuePairs<String, String> = [:],
    body: KeyValuePairs<String, String> = [:]
  ) {
    open("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": titles[0]])
    open("table", table)
    write(markup: "<thead><tr>")
    for (index, title) in titles.enumerated() {
      element("th", title, ["scope": "col", "class": index == 0 ? "text" : "number"])
    }
    write(markup: "</tr></thead>")
    open("tbody", body)
    write(markup: "</tbody></table></div>")
  }

  /// Writes the buttons below a page and what it says of itself.
  mutating func writeEnd(_ language: Language) {
    let book = Phrasebook(language)
    write(markup: "<div class=\"actions\">")
    for (id, text) in [
      ("markdown", book.text("Copy as Markdown")), ("link", book.text("Copy the link")),
      ("print", book.text("Print")),
    ] {
      element("button", text, ["type": "button", "id": id, "data-done": book.text("Copied")])
    }
    write(markup: "</div><p id=\"done\" role=\"status\"></p>\n")
    writeFooter(language)
  }

  /// Writes what a page says of itself.
  mutating func writeFooter(_ language: Language) {
    write(markup: "<footer>")
    element(
      "p",
      Phrasebook(language).text(
        """
        This file calculates by itself with the engine that pays: it asks no server, and nothing that \
        is entered leaves it. The link carries what is set here.
        """))
    write(markup: "</footer>\n")
  }
}
