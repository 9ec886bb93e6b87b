import Findings
import FoundationEssentials
import Reporting

/// What `ontarget mcp` answers to messages of the Model Context Protocol.
///
/// It keeps nothing between two messages, so that one server speaks the revision without a handshake
/// (2026-07-28, in which each request says its version) and those with one.
struct AssistantServer {
  /// The revisions, newest first.
  private enum Revision: String, CaseIterable {
    case stateless = "2026-07-28"
    case november2025 = "2025-11-25"
    case june2025 = "2025-06-18"
    case march2025 = "2025-03-26"
    case november2024 = "2024-11-05"

    /// Whether `initialize` agrees on it.
    var hasHandshake: Bool { self != .stateless }
  }

  private typealias Failure = RemoteCall.Failure

  private static let unsupportedVersion = -32022
  private static let resourceNotFound = -32002
  private static let versionKey = "io.modelcontextprotocol/protocolVersion"

  let tools: [VerbTool]
  let resources: FolderResources

  /// Answers one line that was sent.
  ///
  /// - Parameter line: A message, or a list of them.
  /// - Returns: The line to send back; nil where nothing is to be said.
  func reply(to line: String) -> String? {
    guard let message = try? JSONDecoder().decode(ReceivedValue.self, from: Data(line.utf8)) else {
      return Self.line(RemoteCall.answer(Failure.noJSON))
    }
    guard case .array(let messages) = message, !messages.isEmpty else {
      return answer(to: message).map(Self.line)
    }
    let answers = messages.compactMap(answer)
    return answers.isEmpty ? nil : Self.line(.array(answers))
  }

  /// Messages are one line each; in JSON as it is written here line ends stand between values only.
  private static func line(_ value: JSONValue) -> String {
    value.text().replacing("\n", with: "") + "\n"
  }

  private func answer(to message: ReceivedValue) -> JSONValue? {
    // A notification, or an answer to a question that was never asked.
    if message["id"] == nil, message["method"]?.text != nil || message["result"] != nil {
      return nil
    }
    guard let id = RemoteCall.id(of: message) else { return RemoteCall.answer(Failure.withoutID) }
    do throws(Failure) {
      guard let method = message["method"]?.text else {
        throw Failure.withoutMethod
      }
      let result = try result(of: method, message["params"] ?? .null)
      return RemoteCall.answer(.object(result), to: id)
    } catch {
      return RemoteCall.answer(error, to: id)
    }
  }
}

extension AssistantServer {
  private func result(
    of method: String, _ parameters: ReceivedValue
  ) throws(Failure) -> [JSONValue.Member] {
    let revision = try revision(of: parameters)
    let isStateless = revision == .stateless
    let complete: [JSONValue.Member] = isStateless ? [.init("resultType", "complete")] : []
    // Files change, and are somebody's pay.
    let cache: [JSONValue.Member] =
      isStateless ? [.init("ttlMs", .integer(0)), .init("cacheScope", "private")] : []
    switch method {
    case "initialize": return initialized(parameters["protocolVersion"]?.text)
    case "ping": return complete
    case "server/discover":
      return [
        .init("resultType", "complete"),
        .init("supportedVersions", .array(Revision.allCases.map { .string($0.rawValue) })),
        .init("capabilities", Self.capabilities), .init("instructions", .string(instructions)),
        .init("ttlMs", .integer(0)), .init("cacheScope", "private"),
        .init("_meta", ["io.modelcontextprotocol/serverInfo": Self.information]),
      ]
    case "tools/list": return [.init("tools", .array(tools.map(\.json)))] + complete + cache
    case "tools/call": return try called(parameters) + complete
    case "resources/list": return [.init("resources", .array(resources.list))] + complete + cache
    case "resources/templates/list":
      return [.init("resourceTemplates", [])] + complete + cache
    case "resources/read":
      guard let uri = parameters["uri"]?.text else {
        throw Failure(code: Failure.invalidParameters, message: "uri names the resource")
      }
      do {
        return [.init("contents", [try resources.read(uri)])] + complete + cache
      } catch {
        throw Failure(
          code: isStateless ? Failure.invalidParameters : Self.resourceNotFound,
          message: error.message, data: ["uri": .string(uri)])
      }
    default:
      throw Failure.unknown(method)
    }
  }

  /// The revision that a request says it is written in; nil where it says none, as after a handshake.
  private func revision(of parameters: ReceivedValue) throws(Failure) -> Revision? {
    guard let version = parameters["_meta"]?[Self.versionKey]?.text else { return nil }
    if let revision = Revision(rawValue: version) { return revision }
    throw Failure(
      code: Self.unsupportedVersion, message: "version \(version) is not spoken here",
      data: [
        "supported": .array(Revision.allCases.map { .string($0.rawValue) }),
        "requested": .string(version),
      ])
  }

  /// The version that was asked for, or else the newest that has a handshake.
  private func initialized(_ version: String?) -> [JSONValue.Member] {
    let asked = version.flatMap(Revision.init)
    let revision = asked.flatMap { $0.hasHandshake ? $0 : nil } ?? .november2025
    return [
      .init("protocolVersion", .string(revision.rawValue)),
      .init("capabilities", Self.capabilities), .init("serverInfo", Self.information),
      .init("instructions", .string(instructions)),
    ]
  }

  private static var capabilities: JSONValue { ["tools": [:], "resources": [:]] }

  private static var information: JSONValue {
    ["name": "ontarget", "title": "OnTarget", "version": .string(ToolVersion.current)]
  }

  private var instructions: String {
    """
    OnTarget calculates sales pay exactly and holds it against markets. Quote the figures that its tools \
    answer, with their currency and the assumptions and warnings that come with them. Do not compute, add up, \
    round or estimate pay yourself: ask a tool again with other arguments. Files are named relative to \
    \(resources.folder), and only files in it can be read; the tool "datasets" lists the samples that come \
    with the program, which are named like ontarget:plans/cliff. Begin with the tool "check" for a file that \
    you have not seen, and use "explain" for the name of a finding. Nothing is ever written.
    """
  }

  private func called(_ parameters: ReceivedValue) throws(Failure) -> [JSONValue.Member] {
    let name = parameters["name"]?.text ?? ""
    guard let tool = tools.first(where: { $0.name == name }) else {
      let remedy = NearMiss.remedy(for: name, among: tools.map(\.name)).map { "; \($0)" } ?? ""
      throw Failure(
        code: Failure.invalidParameters, message: "there is no tool \"\(name)\"\(remedy)")
    }
    do {
      let result = try tool.call(parameters["arguments"])
      guard let answer = result.answer else {
        return Self.refusal(result.text, result.findings, status: result.status)
      }
      let texts = [answer.text()] + (result.text.isEmpty ? [] : [result.text])
      return [
        .init("content", .array(texts.map(Self.content))), .init("structuredContent", answer),
        .init("isError", false),
      ]
    } catch {
      return Self.refusal(error.message, [], status: ExitStatus.usage.rawValue)
    }
  }

  private static func content(_ text: String) -> JSONValue {
    ["type": "text", "text": .string(text)]
  }

  /// A result that says why there is no answer, so that the assistant can ask better.
  private static func refusal(
    _ text: String, _ findings: [Finding], status: Int32
  ) -> [JSONValue.Member] {
    let records: [JSONValue] = findings.map { finding in
      [
        "path": finding.place.map { .string($0.file) } ?? .null,
        "sheet": finding.place?.sheet.map(JSONValue.string) ?? .null,
        "line": finding.place?.line.map(JSONValue.integer) ?? .null,
        "column": finding.place?.column.map(JSONValue.integer) ?? .null,
        "severity": .string(finding.severity.rawValue),
        "kind": .string(finding.kind.rawValue),
        "message": .string(finding.message.description),
        "remedy": finding.remedy.map { .string($0.description) } ?? .null,
      ]
    }
    return [
      .init("content", [content(text)]),
      .init(
        "structuredContent",
        ["status": .integer(Int(status)), "findings": .array(records)]),
      .init("isError", true),
    ]
  }
}
