internal import CSVReading
internal import Findings

/// The words in column names that tell what a column holds.
struct ColumnWords: Sendable {
  /// A run of words in a column name, what it tells, and how surely.
  struct Match: Hashable {
    /// What the column holds; nil for columns that look like another one but are of no use here.
    var role: ColumnRole?
    var phrase: String
    var score: Int
  }

  private struct Meaning {
    var role: ColumnRole?
    var phrase: String
    var points: Int
  }

  private var meanings: [String: Meaning] = [:]
  private var longest = 1

  /// Reads the words from a table with the columns `role`, `phrase` and `points`.
  ///
  /// The role "none" marks names that only look like a role, such as "expected salary".
  init(path: String) throws(InputFailure) {
    var meanings: [String: Meaning] = [:]
    var longest = 1
    try ReferenceTable.read(
      path, columns: ["role", "phrase", "points"]
    ) { (record, columns, _) throws(InputFailure) in
      let role = ColumnRole(rawValue: record.text(columns[0]))
      guard role != nil || record.text(columns[0]) == "none" else {
        throw ReferenceTable.badCell(
          record, columns[0],
          expected: "none or one of \(ColumnRole.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard let points = Int(record.text(columns[2])), (1...1000).contains(points) else {
        throw ReferenceTable.badCell(record, columns[2], expected: "a number from 1 to 1000")
      }
      let words = Wording.words(of: record.text(columns[1]))
      let meaning = Meaning(role: role, phrase: record.text(columns[1]), points: points)
      meanings[words.joined(separator: " ")] = meaning
      // "basesalary" is how some exports write "base salary".
      if words.count > 1, meanings[words.joined()] == nil { meanings[words.joined()] = meaning }
      longest = max(longest, words.count)
    }
    self.meanings = meanings
    self.longest = longest
  }

  /// Returns what a column name tells, the surest reading of each role, the surest role first.
  ///
  /// A longer phrase counts for more, because it says more; words around it make it less sure.
  func matches(in header: String) -> [Match] {
    let words = Wording.words(ofHeader: Wording.question(of: header))
    var best: [ColumnRole?: Match] = [:]
    for length in 1...min(longest, max(words.count, 1)) where length <= words.count {
      for start in 0...(words.count - length) {
        let run = words[start..<(start + length)].joined(separator: " ")
        guard let meaning = meanings[run] else { continue }
        let score = meaning.points + 5 * length - min(10, words.count - length)
        if score > best[meaning.role]?.score ?? 0 {
          best[meaning.role] = Match(role: meaning.role, phrase: meaning.phrase, score: score)
        }
      }
    }
    return best.values.sorted {
      ($1.score, $0.role?.rawValue ?? "") < ($0.score, $1.role?.rawValue ?? "")
    }
  }
}
