import Findings
import FoundationEssentials
import Reporting
import YAMLReading

/// What `ontarget language-server` answers to messages of the Language Server Protocol, 3.17.
///
/// It knows the files that are open in the editor as they are there, saved or not.
struct LanguageServer {
  private var files: [String: EditedFile] = [:]
  /// Whether the editor has said that it ends.
  private(set) var isOver = false
  /// Whether it was told before to shut down, as the protocol asks.
  private(set) var isShutDown = false

  /// Answers a message.
  ///
  /// - Parameter content: The message, without its head.
  /// - Returns: The messages to send back.
  mutating func replies(to content: [UInt8]) -> [JSONValue] {
    guard let message = try? JSONDecoder().decode(ReceivedValue.self, from: Data(content)) else {
      return [RemoteCall.answer(.noJSON)]
    }
    let parameters = message["params"] ?? .null
    let method = message["method"]?.text
    if message["id"] == nil || method == nil && message["result"] != nil {
      // A notification, or an answer to a question that was never asked.
      return method.map { notified(of: $0, parameters) } ?? []
    }
    guard let id = RemoteCall.id(of: message) else { return [RemoteCall.answer(.withoutID)] }
    guard let method else { return [RemoteCall.answer(.withoutMethod, to: id)] }
    if isShutDown { return [RemoteCall.answer(Self.isShutDown, to: id)] }
    guard let result = result(of: method, parameters) else {
      return [RemoteCall.answer(.unknown(method), to: id)]
    }
    return [RemoteCall.answer(result, to: id)]
  }

  private static let isShutDown = RemoteCall.Failure(
    code: RemoteCall.Failure.invalidRequest, message: "it was told to shut down")
}

// MARK: Files

extension LanguageServer {
  private mutating func notified(
    of method: String, _ parameters: ReceivedValue
  ) -> [JSONValue] {
    let document = parameters["textDocument"]
    guard let uri = document?["uri"]?.text else {
      if method == "exit" { isOver = true }
      return []
    }
    switch method {
    case "textDocument/didOpen": return read(document?["text"]?.text, uri)
    case "textDocument/didChange":
      // Whole texts, as it was agreed: the last one is how the file is now.
      guard case .array(let changes)? = parameters["contentChanges"] else { return [] }
      return read(changes.last?["text"]?.text, uri)
    case "textDocument/didSave":
      // A plan that an offer names may be another one now.
      return files.sorted { $0.key < $1.key }.flatMap { read($0.value.text, $0.key) }
    case "textDocument/didClose":
      files[uri] = nil
      return [Self.diagnostics(of: uri, [])]
    default: return []
    }
  }

  private mutating func read(_ text: String?, _ uri: String) -> [JSONValue] {
    guard let text else { return [] }
    let file = EditedFile(
      text, path: FileAddress.path(of: uri) ?? uri, before: files[uri])
    files[uri] = file
    return [
      Self.diagnostics(
        of: uri,
        file.findings.map { finding in
          [
            "range": file.range(of: finding),
            "severity": .integer(Self.severity(of: finding)),
            "code": .string(finding.kind.rawValue), "source": "ontarget",
            "message": .string(file.message(of: finding)),
          ]
        })
    ]
  }

  private static func diagnostics(of uri: String, _ list: [JSONValue]) -> JSONValue {
    [
      "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics",
      "params": ["uri": .string(uri), "diagnostics": .array(list)],
    ]
  }

  private static func severity(of finding: Finding) -> Int {
    switch finding.severity {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}

// MARK: Questions

extension LanguageServer {
  private mutating func result(of method: String, _ parameters: ReceivedValue) -> JSONValue? {
    switch method {
    case "initialize": return Self.capabilities
    case "shutdown":
      isShutDown = true
      return .null
    default: break
    }
    guard method.hasPrefix("textDocument/") else { return nil }
    guard let uri = parameters["textDocument"]?["uri"]?.text, let file = files[uri] else {
      return .null
    }
    if method == "textDocument/codeLens" {
      return .array(
        file.lenses.map { line, title in
          [
            "range": Self.range(line - 1, 0, 0),
            "command": ["title": .string(title), "command": ""],
          ]
        })
    }
    guard let position = file.position(parameters["position"] ?? .null) else { return .null }
    switch method {
    case "textDocument/completion":
      return .array(file.completions(line: position.line, column: position.column).map(\.json))
    case "textDocument/hover":
      guard let help = file.help(line: position.line, column: position.column) else { return .null }
      return ["contents": ["kind": "markdown", "value": .string(help)]]
    case "textDocument/definition":
      guard let found = file.definition(line: position.line, column: position.column) else {
        return .null
      }
      return ["uri": .string(uri), "range": file.range(of: found)]
    default: return nil
    }
  }

  private static let capabilities: JSONValue = [
    "capabilities": [
      "positionEncoding": "utf-16",
      "textDocumentSync": ["openClose": true, "change": 1, "save": true],
      "completionProvider": ["triggerCharacters": [" "]],
      "hoverProvider": true, "definitionProvider": true,
      "codeLensProvider": ["resolveProvider": false],
    ],
    "serverInfo": ["name": "ontarget", "version": .string(ToolVersion.current)],
  ]

  fileprivate static func range(_ line: Int, _ start: Int, _ end: Int) -> JSONValue {
    [
      "start": ["line": .integer(line), "character": .integer(start)],
      "end": ["line": .integer(line), "character": .integer(end)],
    ]
  }
}

extension EditedFile.Completion {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("label", .string(label)),
      // A property, or one of several words.
      .init("kind", .integer(isKey ? 10 : 20)), .init("insertText", .string(typed)),
    ]
    if !detail.isEmpty { members.append(.init("detail", .string(detail))) }
    if !help.isEmpty {
      members.append(.init("documentation", ["kind": "markdown", "value": .string(help)]))
    }
    return .object(members)
  }
}

// MARK: Places

/// Editors count UTF-16 units of a line, and findings count characters.
extension EditedFile {
  /// The line and the column, in characters, of a position that an editor sends; nil beyond the end.
  fileprivate func position(_ value: ReceivedValue) -> (line: Int, column: Int)? {
    guard let line = value["line"]?.typed.flatMap({ Int($0) }), lines.indices.contains(line),
      let units = value["character"]?.typed.flatMap({ Int($0) }), units >= 0
    else { return nil }
    let text = lines[line]
    let end = text.utf16.index(text.startIndex, offsetBy: units, limitedBy: text.endIndex)
    return (line, text[..<(end ?? text.endIndex)].count)
  }

  /// What a finding underlines: the word at its place, or the whole line.
  fileprivate func range(of finding: Finding) -> JSONValue {
    guard let place = finding.place, place.file == path, let line = place.line,
      lines.indices.contains(line - 1)
    else { return LanguageServer.range(0, 0, 0) }
    let text = lines[line - 1]
    guard let column = place.column else {
      return LanguageServer.range(line - 1, 0, text.utf16.count)
    }
    let word = text.dropFirst(column - 1).prefix { !",:]}#".contains($0) }
    let end = word.lastIndex { $0 != " " }.map { word.index(after: $0) } ?? word.startIndex
    return range(line, before: text.prefix(column - 1), word[..<end])
  }

  /// The range of a value that is a text.
  fileprivate func range(of value: YAMLValue) -> JSONValue {
    guard lines.indices.contains(value.line - 1) else { return LanguageServer.range(0, 0, 0) }
    return range(
      value.line, before: lines[value.line - 1].prefix(value.column - 1), (value.text ?? "")[...])
  }

  private func range(_ line: Int, before: Substring, _ word: Substring) -> JSONValue {
    let start = before.utf16.count
    return LanguageServer.range(line - 1, start, start + word.utf16.count)
  }
}
