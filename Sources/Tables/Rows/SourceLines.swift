package import CSVReading
package import Findings

/// Where the rows of a table stood before it was cut out of a larger one: its columns `source_file` and
/// `source_line`.
///
/// What is found in such a row is told of the file that somebody can mend, not of the part.
package struct SourceLines: Sendable {
  /// The names of the two columns, which no other column of a table has.
  package static let columns: (file: String, line: String) = ("source_file", "source_line")

  private let file: CSVFile
  private let columns: (file: Int, line: Int)

  /// Takes a table; nil for one that does not say where its rows come from.
  package init?(_ table: InputTable) {
    guard let name = table.file.header.firstIndex(of: Self.columns.file),
      let line = table.file.header.firstIndex(of: Self.columns.line)
    else { return nil }
    file = table.file.expectingNothing()
    columns = (name, line)
  }

  /// Returns where a row comes from; nil where its cells do not say.
  package func place(of record: borrowing CSVRecord) -> Place? {
    let name = record.text(columns.file)
    guard !name.isEmpty, let line = Int(record.text(columns.line)), line > 0 else { return nil }
    return Place(file: name, line: line)
  }

  /// Returns what was found, each of it where the row comes from.
  ///
  /// The table is read once more for it, since most tables have nothing to tell; standard input cannot
  /// be, and keeps its own lines.
  package func naming(_ log: FindingLog) -> FindingLog {
    let places = places(of: Set(log.findings.compactMap { line(of: $0) }))
    if places.isEmpty { return log }
    return log.mapping { finding in
      guard let line = line(of: finding), let place = places[line] else { return finding }
      var named = finding
      named.subject = .place(place)
      return named
    }
  }

  private func line(of finding: Finding) -> Int? {
    guard let place = finding.place, place.file == file.place.file, place.sheet == file.place.sheet
    else { return nil }
    return place.line
  }

  /// The places of the rows that some lines belong to, of which a row can have several.
  private func places(of lines: Set<Int>) -> [Int: Place] {
    var open = lines.sorted()[...]
    if open.isEmpty { return [:] }
    var places: [Int: Place] = [:]
    var current: Place?
    func assign(before line: Int) {
      while let next = open.first, next < line {
        places[next] = current
        open.removeFirst()
      }
    }
    _ = try? file.records { (record) throws(InputFailure) in
      assign(before: record.line)
      current = place(of: record)
    }
    assign(before: .max)
    return places
  }
}
