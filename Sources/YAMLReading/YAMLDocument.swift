internal import FileAccess
public import Findings
import Foundation
internal import Yams

/// A YAML file as values with places; any input gives either a document or a finding.
public struct YAMLDocument: Sendable {
  /// The path as the user gave it, or "<stdin>".
  public let file: String
  /// The value at the top.
  public let root: YAMLValue
  /// The lines of the file, for excerpts.
  let lines: [String]

  /// Limits that keep a hostile file from costing more than an honest one.
  enum Limit {
    /// Bytes of a file; a long plan has a few thousand.
    static let bytes = 4_000_000
    /// Uses of an anchor.
    static let aliases = 32
    /// Uses of an anchor in a file with a key that is no plain text. Nested aliases multiply, n of them
    /// up to 3^(n/3) times what they stand for, and Yams walks through all of a key to compare it.
    static let aliasesBesideKeys = 4
    /// Values, those that aliases repeat among them; the longest plans have some thousands.
    static let values = 500_000
    /// Levels of nesting.
    static let depth = 64
  }

  /// Reads YAML text.
  ///
  /// - Throws: a failure with one finding for the first thing that is not YAML.
  /// - Complexity: O(length of the text).
  public init(text: String, file: String) throws(InputFailure) {
    self.file = file
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    try Self.checkLimits(of: text, file: file)
    let node: Node?
    do {
      // Without resolver rules a plain scalar stays text.
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      throw InputFailure(.badData, Self.finding(for: error, file: file, lines: lines))
    }
    guard let node else {
      throw InputFailure(
        .badData, Finding("yaml.empty", at: Place(file: file), "the file is empty"))
    }
    var count = 0
    root = try Self.value(of: node, depth: 0, file: file, lines: lines, &count)
  }

  /// Reads a file; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` when it is not YAML in UTF-8.
  public static func read(path: String) throws(InputFailure) -> YAMLDocument {
    try Confinement.check(path)
    let name = path == "-" ? "<stdin>" : path
    let data: Data
    if path == "-" {
      data = FileHandle.standardInput.readDataToEndOfFile()
    } else {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
        throw InputFailure(
          .noInput, Finding("file.missing", at: Place(file: name), "there is no such file"))
      }
      guard !isDirectory.boolValue else {
        throw InputFailure(
          .noInput,
          Finding("file.directory", at: Place(file: name), "this is a directory, not a file"))
      }
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw InputFailure(
          .noInput, Finding("file.unreadable", at: Place(file: name), "the file cannot be read"))
      }
      data = bytes
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw InputFailure(
        .badData,
        Finding(
          "file.encoding", at: Place(file: name), "the file is not UTF-8 text",
          remedy: "save it again as UTF-8"))
    }
    return try YAMLDocument(text: text, file: name)
  }

  /// The folder in which files that it names are looked for, with a slash at its end; empty for the
  /// working folder.
  package var folder: String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

  /// Returns the place of a value.
  public func place(of value: YAMLValue) -> Place {
    Place(file: file, line: value.line, column: value.column)
  }

  /// Returns the line that a place is on, for an excerpt.
  public func excerpt(line: Int) -> String? {
    lines.indices.contains(line - 1) ? lines[line - 1] : nil
  }

  private static func value(
    of node: Node, depth: Int, file: String, lines: [String], _ count: inout Int
  ) throws(InputFailure) -> YAMLValue {
    let mark = node.mark
    let line = mark?.line ?? 1
    let column = mark?.column ?? 1
    func fault(_ kind: Finding.Kind, _ message: Inline, _ remedy: Inline? = nil) -> InputFailure {
      InputFailure(
        .badData,
        Finding(
          kind, at: Place(file: file, line: line, column: column), message,
          excerpt: lines.indices.contains(line - 1) ? lines[line - 1] : nil, remedy: remedy))
    }
    guard depth < Limit.depth else {
      throw fault("yaml.depth", "values are nested more than \(Limit.depth) levels deep")
    }
    count += 1
    guard count <= Limit.values else {
      throw fault(
        "yaml.values",
        "with what its aliases stand for, the file has more than \(Limit.values) values"
      )
    }
    let content: YAMLValue.Content
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      content = isNull ? .null : .scalar(scalar.string)
    case .sequence(let sequence):
      var elements: [YAMLValue] = []
      for element in sequence {
        elements.append(try value(of: element, depth: depth + 1, file: file, lines: lines, &count))
      }
      content = .sequence(elements)
    case .mapping(let mapping):
      var entries: [YAMLValue.Entry] = []
      for (key, element) in mapping {
        let key = try value(of: key, depth: depth + 1, file: file, lines: lines, &count)
        guard key.text != nil else {
          throw InputFailure(
            .badData,
            Finding(
              "yaml.key", at: Place(file: file, line: key.line, column: key.column),
              "a key must be text, but this is \(key.kindInWords)",
              excerpt: lines.indices.contains(key.line - 1) ? lines[key.line - 1] : nil,
              remedy: key.isNull ? "write the word in quotes to use it as a name" : nil))
        }
        let element = try value(of: element, depth: depth + 1, file: file, lines: lines, &count)
        entries.append(YAMLValue.Entry(key: key, value: element))
      }
      content = .mapping(entries)
    case .alias:
      throw fault("yaml.alias", "an alias stands here that was not resolved")
    }
    return YAMLValue(content: content, line: line, column: column)
  }

  private static func checkLimits(of text: String, file: String) throws(InputFailure) {
    guard text.utf8.count <= Limit.bytes else {
      throw InputFailure(
        .badData,
        Finding(
          "yaml.size", at: Place(file: file),
          "the file has \(text.utf8.count) bytes; at most \(Limit.bytes) are read"))
    }
    // A "*" that begins a word; counting one too many in a comment does no harm below the limit.
    var aliases = 0
    var previous = UInt8(ascii: "\n")
    var pending = false
    for byte in text.utf8 {
      if pending, byte > 0x20 { aliases += 1 }
      pending = byte == UInt8(ascii: "*") && !isWordByte(previous)
      previous = byte
    }
    let limit = hasOtherKeys(text) ? Limit.aliasesBesideKeys : Limit.aliases
    guard aliases <= limit else {
      throw InputFailure(
        .badData,
        Finding(
          "yaml.aliases", at: Place(file: file),
          "the file has \(aliases) aliases (*name); at most \(limit) are read",
          remedy: limit < Limit.aliases
            ? "write keys as text; one of the file seems to be a list, a group or an alias" : nil))
    }
  }

  /// Whether a key may be something other than text: `? [a]: b`, `{a}: b` or `*name : b`.
  ///
  /// What only looks so, in a comment or in quotes, does no harm in a file with few aliases.
  private static func hasOtherKeys(_ text: String) -> Bool {
    var (previous, lastInk) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    // What a word begins with, which a mark or a blank is before.
    var first = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if byte <= 0x20 {
        if previous == UInt8(ascii: "?"), first == previous { return true }
      } else if byte == UInt8(ascii: ":") {
        if first == UInt8(ascii: "*") || "]}".utf8.contains(lastInk) { return true }
      } else {
        if previous <= 0x20 || "[{,".utf8.contains(previous) { first = byte }
        lastInk = byte
      }
      previous = byte
    }
    return false
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
      true
    default: false
    }
  }
}
