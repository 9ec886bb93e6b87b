internal import CSVReading
public import Findings
internal import Tables

/// The roles and levels that job titles stand for.
public struct JobTitles: Sendable {
  /// What a title says of its holder, as far as it does.
  public struct Meaning: Hashable, Sendable {
    /// The role, such as "Account Executive"; nil when no known role is in the title.
    public let role: String?
    /// The level of seniority, such as "Senior"; nil when the title does not say.
    public let level: String?
  }

  /// The roles and the titles that belong to them.
  public let roles: Vocabulary
  /// The levels, from the lowest to the highest, and the words that show them.
  public let levels: Vocabulary
  private var abbreviations: [String: [String]] = [:]

  /// Reads the three tables; the one of abbreviations has the columns `abbreviation` and `meaning`.
  public init(
    rolesPath: String, levelsPath: String, abbreviationsPath: String
  ) throws(InputFailure) {
    roles = try Vocabulary(path: rolesPath)
    levels = try Vocabulary(path: levelsPath)
    var abbreviations: [String: [String]] = [:]
    try ReferenceTable.read(
      abbreviationsPath, columns: ["abbreviation", "meaning"]
    ) { (record, columns, _) throws(InputFailure) in
      abbreviations[record.text(columns[0])] = Wording.words(of: record.text(columns[1]))
    }
    self.abbreviations = abbreviations
  }

  /// Returns what a title says: "Sr. Acct Exec II" is a senior Account Executive.
  ///
  /// The longest known run of words is the role. The level is the highest that a word outside the
  /// role shows, because "manager" in "account manager" is no level.
  ///
  /// - Complexity: O(words of the title × words of the longest spelling).
  public func meaning(of title: String) -> Meaning {
    let words = Wording.words(of: title).flatMap { abbreviations[$0] ?? [$0] }
    var rest = words
    let role = roles.longestMatch(in: words)
    if let role { rest.removeSubrange(role.range) }
    var highest: Int?
    while let match = levels.longestMatch(in: rest) {
      highest = max(highest ?? 0, match.entry)
      rest.removeSubrange(match.range)
    }
    return Meaning(
      role: role.map { roles.entries[$0.entry].title },
      level: highest.map { levels.entries[$0].title })
  }
}
