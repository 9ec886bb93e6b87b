import FoundationEssentials
import Reporting

/// Messages of JSON-RPC 2.0, which assistants and editors speak.
enum RemoteCall {
  /// An error of the protocol; what is wrong in somebody's file is none.
  struct Failure: Error, Sendable {
    /// The number by which the protocol knows it.
    var code: Int
    /// What is wrong.
    var message: String
    /// What a program may want to know besides.
    var data: JSONValue?

    static let parsing = -32700
    static let invalidRequest = -32600
    static let unknownMethod = -32601
    static let invalidParameters = -32602

    static let noJSON = Failure(code: parsing, message: "this is no JSON")
    static let withoutID = Failure(
      code: invalidRequest, message: "a request has an id, text or whole")
    static let withoutMethod = Failure(
      code: invalidRequest, message: "a request names its method")

    static func unknown(_ method: String) -> Failure {
      Failure(code: unknownMethod, message: "there is no method \(method) here")
    }
  }

  /// Returns the id of a request, a text or a whole number; nil where there is none that can be answered.
  static func id(of message: ReceivedValue) -> JSONValue? {
    switch message["id"] {
    case .text(let text): .string(text)
    case .number(let number): Int("\(number)").map { .integer($0) }
    default: nil
    }
  }

  /// The answer to a request.
  static func answer(_ result: JSONValue, to id: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  /// The answer to a request that failed, or to what is none.
  static func answer(_ failure: Failure, to id: JSONValue = .null) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .integer(failure.code)), .init("message", .string(failure.message)),
    ]
    if let data = failure.data { members.append(.init("data", data)) }
    return ["jsonrpc": "2.0", "id": id, "error": .object(members)]
  }
}

/// Addresses of files, by which both protocols name them.
enum FileAddress {
  /// The address of a path.
  static func address(of path: String) -> String { URL(filePath: path).absoluteString }

  /// The path of an address; nil for another address.
  static func path(of address: String) -> String? {
    URL(string: address).flatMap { $0.isFileURL ? $0.path(percentEncoded: false) : nil }
  }
}
