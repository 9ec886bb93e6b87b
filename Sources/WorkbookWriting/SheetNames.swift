/// Makes names of sheets that Excel takes: at most 31 characters, without []:*?/\, each only once.
///
/// Source: Microsoft, "Rename a worksheet".
struct SheetNames {
  private var taken: Set<String> = []
  private static let limit = 31

  mutating func name(_ wanted: String) -> String {
    let allowed = wanted.unicodeScalars.map { scalar -> Character in
      let isForbidden = "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
      return isForbidden ? " " : Character(scalar)
    }
    var name = String(allowed).split(separator: " ").joined(separator: " ")
    while name.hasPrefix("'") { name.removeFirst() }
    while name.hasSuffix("'") { name.removeLast() }
    // "History" is a sheet of Excel's own.
    if name.isEmpty || name.lowercased() == "history" { name += "Sheet" }
    var number = 1
    var unique = Self.cut(name, to: Self.limit)
    while !taken.insert(unique.lowercased()).inserted {
      number += 1
      let suffix = " \(number)"
      unique = Self.cut(name, to: Self.limit - suffix.utf16.count) + suffix
    }
    return unique
  }

  /// Excel counts in UTF-16.
  private static func cut(_ name: String, to count: Int) -> String {
    var name = name
    while name.utf16.count > count { name.removeLast() }
    while name.hasSuffix("'") || name.hasSuffix(" ") { name.removeLast() }
    return name
  }
}
