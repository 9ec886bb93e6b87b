internal import CZlib
internal import Digests
internal import Phrases
internal import Reporting

/// What a page calculates with: WebAssembly, and the same as a better packer than zlib made it.
public struct PageEngine: Sendable {
  /// What `Scripts/build-page-engine` made.
  public let bytes: [UInt8]
  /// The same in the form of zlib, where another packer made one; left alone unless it unpacks to the
  /// bytes.
  public let packed: [UInt8]?

  /// Creates an engine.
  public init(_ bytes: [UInt8], packed: [UInt8]? = nil) {
    self.bytes = bytes
    self.packed = packed
  }
}

/// A page with the engine in one file that needs nothing else: what it calculates as bytes, the words of
/// a language, script and style, and a policy that lets nothing else in.
struct PageFile {
  let title: String
  let language: Language
  let engine: PageEngine
  /// What is calculated, by the name under which the script asks for it.
  let content: (name: String, bytes: [UInt8])
  /// The state that is set at first, as lines: text without any mark of HTML.
  let start: String
  /// The name of the script that binds the controls.
  let script: String

  /// Returns the file around what a function writes.
  func html(_ body: (inout Markup) -> Void) -> String {
    let words = "\(language.code)\n\(language.text(for: EngineWords(engine.bytes).holds))"
    let script = Self.asset("engine.js") + Self.asset(script)
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
    page.element("title", title)
    page.write(markup: "<style>\(style)</style></head>\n<body><main>\n")
    body(&page)
    page.write(markup: "</main>\n")
    for (id, content) in [
      ("language", [UInt8](words.utf8)), content, ("engine", engine.bytes),
    ] {
      page.open("script", ["type": "application/octet-stream", "id": id])
      let better =
        id == "engine" ? engine.packed.flatMap { Self.unpacks($0, to: content) } : nil
      page.write(markup: Self.base85(better ?? Self.packed(content)))
      page.write(markup: "</script>\n")
    }
    page.open("script", ["type": "application/octet-stream", "id": "start"])
    page.write(markup: start)
    page.write(markup: "</script>\n")
    page.write(markup: "<script>\(script)</script>\n</body></html>\n")
    return page.text
  }

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

extension Markup {
  /// Writes where it is said that a browser cannot run the page.
  mutating func writeFailure(_ language: Language) {
    write(markup: "<aside class=\"warning\" id=\"failure\" role=\"alert\" hidden>")
    write(
      Phrasebook(language).text(
        "This browser cannot run the engine of the page; one of 2023 or later can."))
    write(markup: "</aside>")
  }

  /// Writes a field and a slider for the same number.
  mutating func writeControl(_ name: String, _ label: String) {
    write(markup: "<div class=\"control\">")
    element("label", label, ["for": name])
    open("input", ["type": "text", "id": name, "inputmode": "decimal", "autocomplete": "off"])
    open("input", ["type": "range", "id": "\(name)-slider", "min": "0", "aria-label": label])
    write(markup: "</div>")
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
    write(markup: "</div><p id=\"done\" role=\"status\"></p>\n<footer>")
    element(
      "p",
      book.text(
        """
        This file calculates by itself with the engine that pays: it asks no server, and nothing that \
        is entered leaves it. The link carries what is set here.
        """))
    write(markup: "</footer>\n")
  }
}
