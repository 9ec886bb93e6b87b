internal import Answers
internal import FileAccess
public import Findings
internal import FoundationEssentials
public import Reporting

/// A part of an answer: work that one machine has done, in a file for another one to put together.
///
/// It is one JSON object, the head first and the work below `body`.
public struct Part: Sendable {
  /// The path that it was read from.
  public let path: String
  /// What it says of itself.
  public let head: PartHead
  private let data: Data

  /// Reads a part.
  ///
  /// - Throws: `.noInput` for a file that is not there, `.badData` for one that is no part.
  public init(path: String) throws(InputFailure) {
    try Confinement.check(path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputFailure(
        .noInput, Finding("file.missing", at: Place(file: path), "there is no such file"))
    }
    guard let head = try? JSONDecoder().decode(StoredHead.self, from: data) else {
      throw Self.broken(path)
    }
    self.path = path
    self.head = head.head
    self.data = data
  }

  /// Reads the body.
  ///
  /// - Parameter type: What the kind of the part says that it holds.
  /// - Returns: The body.
  /// - Throws: `.badData` for another body, and one that is broken.
  public func body<Body: Decodable>(as type: Body.Type) throws(InputFailure) -> Body {
    do {
      return try JSONDecoder().decode(Stored<Body>.self, from: data).body
    } catch {
      throw Self.broken(path)
    }
  }

  /// The failure of a file that cannot be understood as a part.
  package static func broken(_ path: String) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "part.broken", at: Place(file: path), "this is no part of an answer, or a damaged one",
        remedy: "write it again with \(.parameter(.part, "FILE"))"))
  }

  /// A part as JSON.
  ///
  /// - Parameters:
  ///   - head: What it says of itself.
  ///   - body: The work.
  /// - Returns: The text of the file.
  /// - Complexity: O(length of the text).
  public static func text(_ head: PartHead, body: JSONValue) -> String {
    func inputs(_ inputs: [PartHead.Input]) -> JSONValue {
      .array(
        inputs.map {
          [
            "name": .string($0.name), "sha256": .string($0.sha256),
            "rows": $0.rows.map(JSONValue.integer) ?? .null,
          ]
        })
    }
    let value: JSONValue = [
      "ontarget": .string(head.version), "kind": .string(head.kind.rawValue),
      "options": .array(head.options.map(JSONValue.string)),
      "shared": inputs(head.shared), "inputs": inputs(head.inputs),
      "rows": .integer(head.rows), "parts": .array(head.parts.map(JSONValue.string)),
      "body": body,
    ]
    return value.text()
  }

  private struct Stored<Body: Decodable>: Decodable {
    var body: Body
  }

  private struct StoredHead: Decodable {
    struct Input: Decodable {
      var name: String
      var sha256: String
      var rows: Int?
    }

    var ontarget: String
    var kind: String
    var options: [String]
    var shared: [Input]
    var inputs: [Input]
    var rows: Int
    var parts: [String]

    var head: PartHead {
      func inputs(_ inputs: [Input]) -> [PartHead.Input] {
        inputs.map { PartHead.Input(name: $0.name, sha256: $0.sha256, rows: $0.rows) }
      }
      return PartHead(
        version: ontarget, kind: PartHead.Kind(rawValue: kind), options: options,
        shared: inputs(shared), inputs: inputs(self.inputs), rows: rows, parts: parts)
    }
  }
}
