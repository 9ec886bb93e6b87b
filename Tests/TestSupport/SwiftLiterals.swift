internal import Foundation

/// A string literal of a Swift source.
public struct SwiftLiteral: Sendable {
  /// Its text, with %1, %2 … where values are interpolated.
  public var template: String
  /// The line on which it begins, from 1.
  public var line: Int
  /// What is called with it, such as "Finding" or "yaml.report"; a bracket where it is no argument.
  public var call: String
  /// The forty characters before it.
  public var before: String

  /// Returns the literals of every Swift file below a folder of `Sources`, by the paths from there.
  public static func all(below folder: String = "") throws -> [(path: String, literals: [Self])] {
    let root = Checkout.root.appending(path: "Sources/\(folder)")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { path in
        let source = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        return (path, all(in: source))
      }
  }

  /// Returns the literals of a source, those inside of interpolations included.
  public static func all(in source: String) -> [SwiftLiteral] {
    var scanner = SwiftScanner(source)
    scanner.scanCode(until: nil)
    return scanner.literals.sorted { $0.line < $1.line }
  }
}

/// Goes through a Swift source as far as it takes to find its literals: comments, brackets, strings.
private struct SwiftScanner {
  private let text: [Character]
  private var index = 0
  private var line = 1
  var literals: [SwiftLiteral] = []

  init(_ source: String) {
    text = Array(source)
  }

  private func starts(with word: String, at place: Int? = nil) -> Bool {
    let place = place ?? index
    return place + word.count <= text.count
      && zip(text[place...], word).allSatisfy { $0 == $1 }
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where index < text.count {
      if text[index] == "\n" { line += 1 }
      index += 1
    }
  }

  private mutating func skip(past end: String) {
    while index < text.count, !starts(with: end) { advance() }
    advance(end.count)
  }

  /// What stands before an opening bracket.
  private func callee() -> String {
    let name = text[..<index].reversed().prefix {
      $0.isLetter || $0.isNumber || $0 == "." || $0 == "_"
    }
    return String(name.reversed())
  }

  /// Goes on to a closing bracket that nothing opened, or to the end.
  mutating func scanCode(until end: Character?) {
    var calls: [String] = []
    while index < text.count {
      if starts(with: "//") {
        while index < text.count, text[index] != "\n" { advance() }
      } else if starts(with: "/*") {
        skip(past: "*/")
      } else if starts(with: "#/") {
        skip(past: "/#")
      } else if text[index] == "\"" || (text[index] == "#" && isHashedString) {
        let (start, before) = (line, String(text[max(0, index - 40)..<index]))
        let literal = SwiftLiteral(
          template: scanString(), line: start, call: calls.last ?? "", before: before)
        literals.append(literal)
      } else {
        switch text[index] {
        case "(": calls.append(callee())
        case "[", "{": calls.append(String(text[index]))
        case ")", "]", "}":
          if calls.isEmpty, text[index] == end { return }
          _ = calls.popLast()
        default: break
        }
        advance()
      }
    }
  }

  private var isHashedString: Bool {
    let rest = text[index...].drop { $0 == "#" }
    return rest.first == "\""
  }

  /// Reads a string whose first character is here, and goes behind it.
  private mutating func scanString() -> String {
    let hashes = String(text[index...].prefix { $0 == "#" })
    advance(hashes.count)
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    advance(quote.count)
    var lines = [""]
    // Line ends that are escaped are no line ends of the text, and the next line has an indent too.
    var joins: Set<Int> = []
    var count = 0
    while index < text.count, !starts(with: quote + hashes) {
      if starts(with: "\\" + hashes) {
        advance(1 + hashes.count)
        switch text[index] {
        case "(":
          count += 1
          advance()
          scanCode(until: ")")
          lines[lines.count - 1] += "%\(count)"
        case "\n":
          joins.insert(lines.count)
          lines.append("")
        case "n": lines[lines.count - 1] += "\u{1}"
        case "u":
          let digits = text[index...].dropFirst(2).prefix { $0 != "}" }
          let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
          lines[lines.count - 1] += scalar.map { String(Character($0)) } ?? ""
          advance(digits.count + 2)
        case let character: lines[lines.count - 1].append(character)
        }
        advance()
      } else {
        if text[index] == "\n" {
          lines.append("")
        } else {
          lines[lines.count - 1].append(text[index])
        }
        advance()
      }
    }
    advance(quote.count + hashes.count)
    guard quote.count == 3 else { return lines.joined().replacing("\u{1}", with: "\n") }
    let indent = lines.last?.count ?? 0
    var result = ""
    for number in lines.indices.dropFirst().dropLast() {
      if number > 1, !joins.contains(number) { result += "\n" }
      result += lines[number].dropFirst(indent)
    }
    return result.replacing("\u{1}", with: "\n")
  }
}
