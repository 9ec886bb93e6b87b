import Answers
import Reporting

/// The one JSON object that every verb writes.
struct Envelope {
  /// The version of this format; it changes when a consumer would have to.
  private static let schema = 1

  var call: Call
  var inputs: [InputDescription]
  var answer: any Answer

  /// The object.
  var json: JSONValue {
    [
      "ontarget": [
        "version": .string(ToolVersion.current),
        "command": .string(call.text),
        "schema": .integer(Self.schema),
      ],
      "inputs": .array(inputs.map(\.json)),
      "result": answer.result,
    ]
  }
}

extension InputDescription {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path)),
      .init("rows", rows.map(JSONValue.integer) ?? .null),
      .init("rejected", rejected.map(JSONValue.integer) ?? .null),
    ]
    if let setAside {
      let rules = setAside.sorted { $0.key < $1.key }
      members.append(
        .init("set_aside", .object(rules.map { .init($0.key, .integer($0.value)) })))
    }
    if let sha256 { members.append(.init("sha256", .string(sha256))) }
    return .object(members)
  }
}
