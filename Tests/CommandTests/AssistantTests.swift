import Foundation
import TestSupport
import Testing

/// What `ontarget mcp` answers to lines of the protocol; `Tests/AssistantTests/ask` has a client of PyPI ask more.
@Suite("An assistant's questions")
struct AssistantTests {
  /// The replies to messages, with a folder of its own.
  private static func replies(
    to messages: [[String: Any]], in folder: URL
  ) throws -> [[String: Any]] {
    let lines = try messages.enumerated().map { index, message in
      var message = message
      message["jsonrpc"] = "2.0"
      message["id"] = index
      return String(decoding: try JSONSerialization.data(withJSONObject: message), as: UTF8.self)
    }
    let result = try Executable.run(
      ["mcp", folder.path], input: lines.joined(separator: "\n") + "\n", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return try result.output.split(separator: "\n").map { line in
      let reply = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(reply as? [String: Any])
    }
  }

  private static func call(_ tool: String, _ arguments: [String: Any]) -> [String: Any] {
    ["method": "tools/call", "params": ["name": tool, "arguments": arguments]]
  }

  private static func result(_ reply: [String: Any]) throws -> [String: Any] {
    try #require(reply["result"] as? [String: Any], "\(reply)")
  }

  private static func text(_ result: [String: Any]) -> String {
    ((result["content"] as? [[String: Any]])?.first?["text"] as? String) ?? ""
  }

  @Test("A tool answers with the JSON of the verb, to the letter")
  func answers() throws {
    let folder = try ScratchFolder()
    let replies = try Self.replies(
      to: [
        Self.call("simulate", ["plan": ["ontarget:plans/cliff"], "attainment": "80%,100%"]),
        Self.call("rank", ["amount": 72000.5, "data": ["ontarget:examples/sales-people"]]),
        Self.call("check", ["file": ["ontarget:plans/cliff"]]),
      ], in: folder.url)
    let typed = [
      ["simulate", "ontarget:plans/cliff", "--attainment=80%,100%"],
      ["rank", "72000.5", "ontarget:examples/sales-people"],
      ["check", "ontarget:plans/cliff"],
    ]
    for (reply, arguments) in zip(replies, typed) {
      let result = try Self.result(reply)
      #expect(result["isError"] as? Bool == false)
      let command = try Executable.run(arguments + ["--format", "json"], in: folder.url)
      #expect(Self.text(result) == command.output)
    }
  }

  @Test("Nothing outside of the folder is read, and nothing is written")
  func confined() throws {
    let place = try ScratchFolder()
    let plan = try Checkout.text("datasets/plans/cliff.yaml")
    _ = try place.write(plan, to: "plan.yaml")
    let folder = place.url.appending(path: "folder")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "link.yaml"),
      withDestinationURL: place.url.appending(path: "plan.yaml"))
    try plan.write(to: folder.appending(path: "own.yaml"), atomically: true, encoding: .utf8)
    let ways = [
      "../plan.yaml", place.url.appending(path: "plan.yaml").path, "link.yaml", "../none.yaml",
      "none/../../plan.yaml", "-",
    ]
    let replies = try Self.replies(
      to: ways.map { Self.call("simulate", ["plan": [$0]]) } + [
        Self.call("simulate", ["plan": ["own.yaml"], "output": "out.md"]),
        Self.call("check", ["file": ["own.yaml"], "cleaned": "out.csv"]),
        Self.call("simulate", ["plan": ["own.yaml"]]),
      ], in: folder)
    #expect(replies.count == ways.count + 3)
    for (reply, way) in zip(replies, ways + ["output", "cleaned"]) {
      let result = try Self.result(reply)
      #expect(result["isError"] as? Bool == true, "\(way)")
    }
    let own = try Self.result(try #require(replies.last))
    #expect(own["isError"] as? Bool == false)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(left == ["link.yaml", "own.yaml"])
  }

  @Test("Each verb that answers is a tool, and none that acts")
  func tools() throws {
    let folder = try ScratchFolder()
    let replies = try Self.replies(to: [["method": "tools/list"]], in: folder.url)
    let result = try Self.result(try #require(replies.first))
    let tools = try #require(result["tools"] as? [[String: Any]])
    let names = Set(tools.compactMap { $0["name"] as? String })
    let answering = Set(DocumentationTests.verbs).subtracting(["report"])
    #expect(answering.isSubset(of: names))
    #expect(names.contains("report_gap") && names.contains("ledger_status"))
    for name in names {
      let acts = ["init", "page", "notebook", "mcp", "ledger_pay", "ledger_close", "ledger_init"]
      #expect(!acts.contains { name == $0 || name.hasPrefix("\($0)_") }, "\(name)")
    }
  }
}
