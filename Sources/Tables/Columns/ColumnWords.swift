internal import CSVReading
public import Findings

/// The words in column names that tell what a column of a kind of table holds.
public struct ColumnWords: Sendable {
  /// A run of words in a column name, what it tells, and how surely.
  package struct Match: Hashable {
    /// The role that the column has; nil for columns that look like another one but are of no use here.
    package var role: String?
    package var phrase: String
    package var score: Int
  }

  private struct Meaning {
    var role: String?
    var phrase: String
    var points: Int
  }

  private var meanings: [String: Meaning] = [:]
  private var longest = 1
  private var roles: Set<String> = []

  /// No words: columns are known by the names of the tool's own layout alone.
  public init() {}

  /// Reads the words of one kind from a table with the columns `kind`, `role`, `phrase` and `points`.
  ///
  /// The role "none" marks names that only look like a role, such as "expected salary". A role may be
  /// told by two phrases wherever they stand: "base" for `base_*` and "50th" for `*_p50` are `base_p50`,
  /// and "50th" alone is `p50` where the kind has that. A phrase "=people.base_pay" stands for all phrases
  /// of that role of another kind, which stands above it in the table, with no more than its points; a
  /// phrase of its own says more.
  ///
  /// - Parameters:
  ///   - path: The table, which has the words of other kinds too.
  ///   - kind: The kind.
  ///   - roles: The roles that columns of that kind can have.
  /// - Throws: `InputFailure` for a table that is not there, or a cell that is none.
  public init(path: String, of kind: String, roles: [String]) throws(InputFailure) {
    var meanings: [String: Meaning] = [:]
    var others: [String: [(phrase: String, points: Int)]] = [:]
    var longest = 1
    func add(_ meaning: Meaning) {
      let words = Wording.words(of: meaning.phrase)
      meanings[words.joined(separator: " ")] = meaning
      // "basesalary" is how some exports write "base salary".
      if words.count > 1, meanings[words.joined()] == nil { meanings[words.joined()] = meaning }
      longest = max(longest, words.count)
    }
    try ReferenceTable.read(
      path, columns: ["kind", "role", "phrase", "points"]
    ) { (record, columns, _) throws(InputFailure) in
      let role = record.text(columns[1])
      let phrase = record.text(columns[2])
      guard record.text(columns[0]) == kind else {
        let key = "=\(record.text(columns[0])).\(role)"
        others[key, default: []].append((phrase, Int(record.text(columns[3])) ?? 0))
        return
      }
      guard role == "none" || roles.contains(role) || Part(role).isPart(ofOneOf: roles) else {
        throw ReferenceTable.badCell(
          record, columns[1], expected: "none or one of \(roles.joined(separator: ", "))")
      }
      guard let points = Int(record.text(columns[3])), (1...1000).contains(points) else {
        throw ReferenceTable.badCell(record, columns[3], expected: "a number from 1 to 1000")
      }
      var meaning = Meaning(role: role == "none" ? nil : role, phrase: phrase, points: points)
      guard phrase.hasPrefix("=") else {
        add(meaning)
        return
      }
      guard let borrowed = others[phrase] else {
        throw ReferenceTable.badCell(
          record, columns[2], expected: "a role of a kind that stands above, such as =people.fte")
      }
      for other in borrowed
      where meanings[Wording.words(of: other.phrase).joined(separator: " ")] == nil {
        meaning.phrase = other.phrase
        meaning.points = min(points, other.points)
        add(meaning)
      }
    }
    self.meanings = meanings
    self.longest = longest
    self.roles = Set(roles)
  }

  /// Returns what a column name tells, the surest reading of each role, the surest role first.
  ///
  /// A longer phrase counts for more, because it says more; words around it make it less sure.
  package func matches(in header: String) -> [Match] {
    let words = Wording.words(ofHeader: Wording.question(of: header))
    var best: [String?: Match] = [:]
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
    // "Part-time %" is a percentage, and "Bonus %" a bonus all the same.
    if best.isEmpty, header.contains("%") {
      return matches(in: header.replacing("%", with: " percent "))
        .filter { $0.phrase.contains(" ") }
    }
    return joiningParts(best).sorted { ($1.score, $0.role ?? "") < ($0.score, $1.role ?? "") }
  }

  /// Puts the roles together whose parts were found.
  private func joiningParts(_ best: [String?: Match]) -> [Match] {
    var whole: [Match] = []
    var parts: [(part: Part, match: Match)] = []
    for match in best.values {
      switch match.role.map(Part.init) {
      case nil, .whole?: whole.append(match)
      case let part?: parts.append((part, match))
      }
    }
    for case (.end(let end), let last) in parts {
      for case (.start(let start), let first) in parts where roles.contains(start + end) {
        whole.append(
          Match(
            role: start + end, phrase: "\(first.phrase) … \(last.phrase)",
            score: first.score + last.score))
      }
      if roles.contains(end) {
        whole.append(Match(role: end, phrase: last.phrase, score: last.score))
      }
    }
    return whole
  }

  /// What of a role a phrase tells.
  private enum Part {
    case whole
    /// All up to an asterisk.
    case start(String)
    /// All behind one and its underscore.
    case end(String)

    init(_ role: String) {
      if role.hasSuffix("*") {
        self = .start(String(role.dropLast()))
      } else if role.hasPrefix("*_") {
        self = .end(String(role.dropFirst(2)))
      } else {
        self = .whole
      }
    }

    func isPart(ofOneOf roles: [String]) -> Bool {
      switch self {
      case .whole: false
      case .start(let start): roles.contains { $0.hasPrefix(start) }
      case .end(let end): roles.contains { $0.hasSuffix("_\(end)") }
      }
    }
  }
}
