internal import Answers
public import Findings

/// Parts of one answer, of which none comes twice.
public struct PartSet: Sendable {
  /// The parts, in the order in which they were given; never empty.
  public let parts: [Part]
  /// The head that they have together: the inputs and names of all, in the order of the names of files.
  public let head: PartHead

  /// Takes parts together.
  ///
  /// - Parameters:
  ///   - parts: The parts, in any order.
  ///   - version: The version that puts them together.
  /// - Throws: `.usage` for no part, `.badData` for parts of another version, of different answers, and for
  ///   one that comes twice.
  public init(_ parts: [Part], version: String) throws(InputFailure) {
    guard let first = parts.first else {
      throw InputFailure(
        .usage, Finding("part.none", about: .parts, "there is no part to put together"))
    }
    var head = first.head
    var seen: [String: String] = [:]
    (head.inputs, head.parts, head.rows) = ([], [], 0)
    for part in parts {
      guard part.head.version == version else {
        throw Self.failure(
          "part.version", part,
          "version \(part.head.version) wrote this part, and this is \(version)",
          remedy: "write and merge parts with one version")
      }
      guard part.head.kind == head.kind, part.head.options == head.options else {
        throw Self.failure(
          "part.other", part,
          "this is a part of \(.code(part.head.call)), and \(first.path) one of \(.code(head.call))",
          remedy: "merge the parts of one call")
      }
      guard part.head.shared.map(\.sha256) == head.shared.map(\.sha256) else {
        throw Self.failure(
          "part.inputs", part,
          "this part and \(first.path) rest on different versions of \(part.head.otherInput(than: first.head))",
          remedy: "write all parts with the same files")
      }
      for name in part.head.parts {
        if let other = seen.updateValue(part.path, forKey: name) {
          throw Self.failure(
            "part.twice", part, "the part \(name) is in \(other) too", remedy: "give each part once"
          )
        }
      }
      head.inputs += part.head.inputs
      head.parts += part.head.parts
      let (rows, isTooMany) = head.rows.addingReportingOverflow(part.head.rows)
      guard !isTooMany else { throw Part.broken(part.path) }
      head.rows = rows
    }
    self.parts = parts
    self.head = head
  }

  private static func failure(
    _ kind: Finding.Kind, _ part: Part, _ message: Inline, remedy: Inline
  ) -> InputFailure {
    InputFailure(.badData, Finding(kind, at: Place(file: part.path), message, remedy: remedy))
  }
}

extension PartHead {
  /// The call that it is a part of, as it is typed.
  package var call: String { (["ontarget"] + options).joined(separator: " ") }

  /// The first shared input that is not the same as that of another part.
  fileprivate func otherInput(than other: PartHead) -> String {
    let pairs = zip(shared, other.shared)
    return pairs.first { $0.sha256 != $1.sha256 }?.0.name ?? "their files"
  }
}
