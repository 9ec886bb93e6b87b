#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A path that may name a sheet behind the file: `deals.xlsx#Deals`.
package struct SheetPath: Hashable, Sendable {
  /// The path of the file.
  package var file: String
  /// The name of the sheet; nil when none is named.
  package var sheet: String?

  /// Splits a path at the last "#" before which there is a file.
  ///
  /// A file whose own name has such a sign wins, so that no file becomes unreachable; "-" is standard
  /// input, and always there.
  package init(_ text: String) {
    self.init(text) { $0 == "-" || access($0, F_OK) == 0 }
  }

  init(_ text: String, exists: (String) -> Bool) {
    (file, sheet) = (text, nil)
    guard text.contains("#"), !exists(text) else { return }
    for index in text.indices.reversed() where text[index] == "#" {
      let path = String(text[..<index])
      let name = text[text.index(after: index)...]
      if !name.isEmpty, exists(path) {
        (file, sheet) = (path, String(name))
        return
      }
    }
  }

  /// The path as it can be typed into a shell.
  static func quoted(file: String, sheet: String) -> String {
    let text = "\(file == "<stdin>" ? "-" : file)#\(sheet)"
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_./,:=%+@#".unicodeScalars.contains($0)
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
