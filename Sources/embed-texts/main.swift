// Writes `EmbeddedTexts.all`, the names and texts of files, as Swift source: OUTPUT FILE…
import Foundation

var code = """
  /// The text files of this module, by name.
  enum EmbeddedTexts {
    static let all: [(name: String, text: String)] = [

  """
for path in CommandLine.arguments.dropFirst(2) {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  // One more number sign than the text has in a row, so that nothing in it ends the literal.
  let longest = text.split { $0 != "#" }.map(\.count).max() ?? 0
  let marks = String(repeating: "#", count: longest + 1)
  let name = path.split(separator: "/").last ?? ""
  code += "    (\"\(name)\", \(marks)\"\"\"\n\(text)\n\"\"\"\(marks)),\n"
}
code += "  ]\n}\n"
try code.write(toFile: CommandLine.arguments[1], atomically: true, encoding: .utf8)
