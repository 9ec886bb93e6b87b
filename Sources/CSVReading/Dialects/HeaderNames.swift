internal import Findings

/// Names of columns, made unique.
enum HeaderNames {
  /// Trims the names as they are written, and names what has no name or a name that is taken.
  ///
  /// A column of a sheet in which nothing is written at all is no column that somebody forgot to name.
  static func repaired(
    _ written: [String], at place: Place, isBlank: (Int) -> Bool = { _ in false }
  ) -> (names: [String], [Finding]) {
    var names: [String] = []
    var taken: Set<String> = []
    var findings: [Finding] = []
    let trimmed = written.map(trimmed)
    let reserved = Set(trimmed)
    func free(_ base: String, from start: Int) -> String {
      var number = start
      while taken.contains("\(base)_\(number)") || reserved.contains("\(base)_\(number)") {
        number += 1
      }
      return "\(base)_\(number)"
    }
    for (index, name) in trimmed.enumerated() {
      var unique = name
      if name.isEmpty {
        unique = free("column", from: index + 1)
        if !isBlank(index) {
          findings.append(CSVFault.emptyName(place, column: index + 1, now: unique))
        }
      } else if taken.contains(name) {
        unique = free(name, from: 2)
        findings.append(CSVFault.repeatedName(place, name, column: index + 1, now: unique))
      }
      taken.insert(unique)
      names.append(unique)
    }
    return (names, findings)
  }

  /// Without blanks at the edges, and with one blank for each run of blanks and line breaks inside.
  private static func trimmed(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
