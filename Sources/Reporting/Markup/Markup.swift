/// Text of HTML or SVG under construction; whatever is not a name of ours is escaped.
package struct Markup {
  package private(set) var text: String = ""

  package init() {}

  /// Writes a start tag.
  package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
    text += ">"
  }

  /// Writes an end tag.
  package mutating func close(_ name: String) { text += "</\(name)>" }

  /// Writes an element that holds text.
  package mutating func element(
    _ name: String, _ content: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    open(name, attributes)
    write(content)
    close(name)
  }

  /// Writes an SVG element without content.
  mutating func shape(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    open(name, attributes)
    text.removeLast()
    text += "/>\n"
  }

  /// Writes text as content.
  package mutating func write(_ content: String) { text += Self.escaped(content) }

  /// Writes markup as it is; only for what is not people's data.
  package mutating func write(markup: String) { text += markup }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // XML has no way to write these (XML 1.0, production 2).
      case "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
