import Foundation
import TestSupport

/// A string literal of the sources, with %1, %2 … for what is interpolated.
struct SourceLiteral: Hashable {
  var text: String
  /// What stands before it.
  var before: String

  /// The literals of every Swift file below a folder of `Sources`.
  static func all(in folder: String = "") throws -> [SourceLiteral] {
    let root = Checkout.root.appending(path: "Sources/\(folder)")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") }
      .flatMap { path in
        var reader = LiteralReader(
          try String(contentsOf: root.appending(path: path), encoding: .utf8))
        return reader.literals()
      }
  }
}

/// Finds the string literals of a Swift file, those inside of interpolations too.
private struct LiteralReader {
  private let code: [Character]
  private var index = 0
  private var found: [SourceLiteral] = []

  init(_ code: String) { self.code = Array(code) }

  mutating func literals() -> [SourceLiteral] {
    scan()
    return found
  }

  private func has(_ text: String) -> Bool { code[index...].starts(with: text) }

  /// Reads code up to its end, or up to the parenthesis that ends an interpolation.
  private mutating func scan(inInterpolation: Bool = false) {
    var depth = 0
    while index < code.count {
      if has("//") {
        while index < code.count, !code[index].isNewline { index += 1 }
      } else if code[index] == "\"" {
        literal()
      } else {
        if code[index] == "(" { depth += 1 }
        if code[index] == ")" {
          if inInterpolation, depth == 0 { return }
          depth -= 1
        }
        index += 1
      }
    }
  }

  private mutating func literal() {
    let before = String(code[max(0, index - 40)..<index])
    let mark = has("\"\"\"") ? "\"\"\"" : "\""
    index += mark.count
    var lines = [""]
    var isContinued = false
    var places = 0
    while index < code.count, !has(mark) {
      let character = code[index]
      index += 1
      guard character == "\\", index < code.count else {
        if character.isNewline {
          if isContinued { lines[lines.count - 1] += "\u{0}" }
          isContinued = false
          lines.append("")
        } else {
          lines[lines.count - 1].append(character)
        }
        continue
      }
      let escape = code[index]
      index += 1
      switch escape {
      case "(":
        places += 1
        lines[lines.count - 1] += "%\(places)"
        scan(inInterpolation: true)
        index += 1
      case "u":
        let digits = code[(index + 1)...].prefix { $0 != "}" }
        index += digits.count + 2
        if let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init) {
          lines[lines.count - 1].unicodeScalars.append(scalar)
        }
      case "n": lines[lines.count - 1] += "\n"
      case _ where escape.isNewline:
        lines[lines.count - 1] += "\u{0}"
        lines.append("")
      default: lines[lines.count - 1].append(escape)
      }
    }
    index += mark.count
    if mark.count == 3, lines.count > 1 {
      let indent = lines.removeLast()
      lines = lines.dropFirst().map {
        $0.hasPrefix(indent) ? String($0.dropFirst(indent.count)) : $0
      }
    }
    let text = lines.joined(separator: "\n").replacing("\u{0}\n", with: "")
    found.append(SourceLiteral(text: text, before: before))
  }
}
