import Foundation
import TestSupport
import Testing

/// `ontarget language-server`, asked as an editor asks it.
@Suite("What an editor is told")
struct LanguageServerTests {
  static let plan = """
    plan: Sellers
    currency: USD
    base: 60000
    variabel: 60000
    measures:
      bookings: {quota: 1000000}
    components:
      - commission: New business
        measure: bookings
        period: year
        tiers: marginal
        rates: [{to: 100%, pay: 1x}, {pay: 2x}]
    """
  static let sound = plan.replacing("variabel", with: "variable")
  static let uri = "file:///tmp/a%20plan.yaml"

  /// Sends messages, and returns what came back, in order.
  static func talk(_ messages: [[String: Any]]) throws -> [[String: Any]] {
    var input = ""
    for message in messages {
      let data = try JSONSerialization.data(
        withJSONObject: message.merging(["jsonrpc": "2.0"]) { $1 })
      let text = String(decoding: data, as: UTF8.self)
      input += "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
    }
    let result = try Executable.run(["language-server"], input: input)
    #expect(result.errors == "")
    var rest = Array(result.output.utf8)[...]
    var replies: [[String: Any]] = []
    while let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) {
      let head = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
      let length = try #require(Int(head.drop { !$0.isNumber }))
      let body = rest[end.upperBound..<end.upperBound + length]
      let reply = try JSONSerialization.jsonObject(with: Data(body))
      replies.append(try #require(reply as? [String: Any]))
      rest = rest[(end.upperBound + length)...]
    }
    #expect(rest.isEmpty)
    return replies
  }

  static func open(_ text: String, _ uri: String = uri) -> [String: Any] {
    [
      "method": "textDocument/didOpen",
      "params": ["textDocument": ["uri": uri, "languageId": "yaml", "version": 1, "text": text]],
    ]
  }

  /// Asks about the place after a text in a file, which stands there once, and returns the result.
  static func ask(_ method: String, after before: String, in text: String) throws -> Any? {
    let head = text[..<(try #require(text.range(of: before))).upperBound]
    let line = head.split(separator: "\n", omittingEmptySubsequences: false)
    let position = ["line": line.count - 1, "character": (line.last ?? "").utf16.count]
    let replies = try talk([
      open(text),
      [
        "id": 1, "method": "textDocument/\(method)",
        "params": ["textDocument": ["uri": uri], "position": position],
      ],
    ])
    return replies.last?["result"]
  }

  static func diagnostics(_ reply: [String: Any]?) throws -> [[String: Any]] {
    let parameters = try #require(reply?["params"] as? [String: Any])
    return try #require(parameters["diagnostics"] as? [[String: Any]])
  }

  @Test("Diagnostics are the findings of check, at their words, and go when the text is mended")
  func diagnostics() throws {
    let change: [String: Any] = [
      "method": "textDocument/didChange",
      "params": ["textDocument": ["uri": Self.uri], "contentChanges": [["text": Self.sound]]],
    ]
    let replies = try Self.talk([Self.open(Self.plan), change])
    let found = try Self.diagnostics(replies.first)
    let folder = try ScratchFolder()
    let path = try folder.write(Self.plan, to: "a plan.yaml")
    let check = try Executable.run(["check", path])
    #expect(check.status == 1)
    for diagnostic in found {
      let message = try #require(diagnostic["message"] as? String)
      let first = message.split(separator: "\n")[0]
      #expect(check.output.contains(first))
    }
    let unknown = try #require(found.first { $0["code"] as? String == "yaml.unknown-key" })
    let range = try #require(unknown["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": 3, "character": 0])
    #expect(range["end"] == ["line": 3, "character": 8])
    #expect((unknown["message"] as? String)?.contains("did you mean") == true)
    #expect(try Self.diagnostics(replies.last).isEmpty)
  }

  @Test("Characters beyond the basic plane count as editors count them")
  func units() throws {
    let text = Self.sound.replacing(
      "components:", with: "cap: {𝕒𝕓: 1, x: 2}\ncomponents:")
    let found = try Self.diagnostics(try Self.talk([Self.open(text)]).first)
    let ranges = found.compactMap { $0["range"] as? [String: [String: Int]] }
    #expect(ranges.contains { $0["start"]?["line"] == 6 })
    let flow = Self.sound.replacing("{quota: 1000000}", with: "{\"𝕒𝕓\": 1, quotas: 2}")
    let keys = try Self.diagnostics(try Self.talk([Self.open(flow)]).first)
    let starts = keys.compactMap { $0["range"] as? [String: [String: Int]] }
      .compactMap { $0["start"]?["character"] }
    // Two letters of two units each, in quotes.
    #expect(starts.contains("  bookings: {\"𝕒𝕓\": 1, ".utf16.count))
  }

  @Test(
    "Keys that fit, and no others, are offered where the cursor stands",
    arguments: [
      ("base: 60000\n", ["draw", "cap", "ote"], ["base", "plan", "measure", "kind"]),
      ("rates: [{", ["to", "pay", "through"], ["rates", "measure"]),
      ("tiers: marginal\n    ", ["threshold", "rates"], ["measure", "plan"]),
    ])
  func keys(_ before: String, _ offered: [String], _ others: [String]) throws {
    let items = try Self.ask("completion", after: before, in: Self.sound) as? [[String: Any]]
    let labels = try #require(items).compactMap { $0["label"] as? String }
    for key in offered { #expect(labels.contains(key), "\(key) in \(labels)") }
    for key in others { #expect(!labels.contains(key), "\(key) in \(labels)") }
  }

  @Test("Words that a key allows, and the measures of the plan, are offered as values")
  func values() throws {
    func labels(_ before: String) throws -> [String] {
      let items = try Self.ask("completion", after: before, in: Self.sound) as? [[String: Any]]
      return try #require(items).compactMap { $0["label"] as? String }
    }
    #expect(try labels("tiers: ").contains("retroactive"))
    #expect(try labels("measure: ") == ["bookings"])
    #expect(try labels("currency: ").isEmpty)
  }

  @Test("The lens has the money of the plan, and hover that of the rule, as simulate has it")
  func money() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(Self.sound, to: "plan.yaml")
    let replies = try Self.talk([
      Self.open(Self.sound),
      [
        "id": 7, "method": "textDocument/codeLens",
        "params": ["textDocument": ["uri": Self.uri]],
      ],
    ])
    let lenses = try #require(replies.last?["result"] as? [[String: Any]])
    let titles = lenses.compactMap { ($0["command"] as? [String: Any])?["title"] as? String }
    #expect(
      titles == [
        "at quota: 60000.00 USD of incentive, 100.0% of the target, 120000.00 USD with base",
        "at quota: 60000.00 USD",
      ])
    let hover = try Self.ask("hover", after: "tiers", in: Self.sound) as? [String: Any]
    let help = try #require((hover?["contents"] as? [String: Any])?["value"] as? String)
    // Half as much again pays twice the rate: 60,000 and 2 × 30,000.
    #expect(help.contains("at 150.0%: 120000.00 USD"))
    let simulated = try Executable.run([
      "simulate", path, "--attainment", "150%", "--format", "csv",
    ])
    #expect(simulated.output.contains("120000"))
  }

  @Test("A measure leads to where it is defined")
  func definition() throws {
    let result = try Self.ask("definition", after: "measure: book", in: Self.sound)
    let range = try #require((result as? [String: Any])?["range"] as? [String: [String: Int]])
    #expect(range["start"] == ["line": 5, "character": 2])
    #expect(try Self.ask("definition", after: "period: ye", in: Self.sound) is NSNull)
  }

  @Test("YAML of other programs is left alone, and what is not YAML is no end")
  func others() throws {
    let compose = "services:\n  web: {image: nginx}\n"
    let broken = "plan: A\nmeasures: {a: [\n"
    let replies = try Self.talk([
      Self.open(compose), Self.open(broken, "file:///tmp/b.yaml"),
      ["id": "x", "method": "workspace/symbol", "params": ["query": ""]],
      ["id": 2, "method": "shutdown"], ["method": "exit"],
    ])
    #expect(try Self.diagnostics(replies[0]).isEmpty)
    #expect(try Self.diagnostics(replies[1]).count == 1)
    #expect((replies[2]["error"] as? [String: Any])?["code"] as? Int == -32601)
    #expect(replies[3]["result"] is NSNull)
  }

  @Test(
    "Neovim shows it", .enabled(if: Program(name: "nvim").isUsable))
  func neovim() throws {
    let folder = try ScratchFolder()
    let plan = try folder.write(Self.plan, to: "plan.yaml")
    let command = try #require(Program(built: "ontarget").location)
    let root = Checkout.root
    let result = try Program(name: "nvim").start(
      [
        "--headless", "-u", "NONE",
        "-S", root.appending(path: "Integrations/editors/ontarget.lua").path,
        plan, "-S", root.appending(path: "Tests/EditorTests/drive-neovim.lua").path,
      ],
      environment: [
        "PATH": "\(URL(filePath: command).deletingLastPathComponent().path):/usr/bin:/bin",
        "HOME": folder.url.path,
      ])
    let said = result.output + result.errors
    #expect(said.contains("4:1 the plan has no key \"variabel\""), "\(said)")
    #expect(said.contains("at quota: 60000.00 USD of incentive"), "\(said)")
    #expect(said.contains("at 150.0%: 120000.00 USD"), "\(said)")
    #expect(said.contains("defined in line 6"), "\(said)")
    #expect(said.contains("threshold"), "\(said)")
  }
}
