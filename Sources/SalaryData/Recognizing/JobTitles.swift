internal import CSVReading
internal import Findings
internal import Tables

/// The roles and levels that job titles stand for.
public struct JobTitles: Sendable {
  /// What a title says of its holder, as far as it does.
  public struct Meaning: Hashable, Sendable {
    /// The role, such as "Account Executive"; nil when no known role is in the title.
    public let role: String?
    /// The level; nil when the title does not say.
    public let level: JobLevel?
  }

  /// What titles without a known role are taken together as.
  public static let otherRole: String = "Other"

  /// The roles and the titles that belong to them.
  public let roles: Vocabulary
  /// The words of seniority in columns of levels, from the lowest to the highest.
  public let seniorities: Vocabulary
  /// The words of roles that count only where a title has no other ones, such as "director" and "engineer".
  private let generic: [String: Int]
  private let levels: TitleLevels
  /// The scale of levels, from the lowest to the highest.
  public var scale: [JobLevel] { levels.scale }
  private let abbreviations: [String: [String]]

  /// Reads the tables from the folder of the datasets.
  init(_ datasets: Datasets) throws(InputFailure) {
    roles = try datasets.vocabulary(named: "roles")
    seniorities = try datasets.vocabulary(named: "levels")
    levels = try TitleLevels(
      scalePath: datasets.path(ofReference: "job-levels"),
      titlesPath: datasets.path(ofReference: "job-titles"),
      wordsPath: datasets.path(ofReference: "title-words"))
    var abbreviations: [String: [String]] = [:]
    try ReferenceTable.read(
      datasets.path(ofReference: "title-abbreviations"), columns: ["abbreviation", "meaning"]
    ) { (record, columns, _) throws(InputFailure) in
      abbreviations[record.text(columns[0])] = Wording.words(of: record.text(columns[1]))
    }
    self.abbreviations = abbreviations
    var generic: [String: Int] = [:]
    var role = 0
    try ReferenceTable.read(
      datasets.path(of: datasets.dataset(named: "roles", kind: .vocabulary)), columns: ["generic"]
    ) { (record, columns, _) throws(InputFailure) in
      for spelling in record.text(columns[0]).split(separator: ";") {
        generic[Wording.words(of: spelling).joined(separator: " ")] = role
      }
      role += 1
    }
    self.generic = generic
  }

  /// Returns what a title says: "Sr. Acct Exec II" is a senior Account Executive.
  ///
  /// The longest known run of words is the role; of equals the last one before a comma or "of", where the
  /// head of a title is, or else the first one behind. What the level is, `TitleLevels` says.
  ///
  /// - Complexity: O(words of the title × words of the longest spelling).
  public func meaning(of title: String) -> Meaning {
    let words = TitleWords(title, abbreviations: abbreviations)
    let role = role(of: words, isGeneric: false) ?? role(of: words, isGeneric: true)
    return Meaning(role: role.map { roles.entries[$0].title }, level: levels.level(of: words))
  }

  private func role(of title: TitleWords, isGeneric: Bool) -> Int? {
    let all = title.segments.flatMap(\.self)
    let headEnd = title.headEnd
    var length = all.count
    while length > 0 {
      var found: Int?
      for start in 0...(all.count - length) {
        let run = all[start..<(start + length)].joined(separator: " ")
        let entry = isGeneric ? generic[run] : generic[run] == nil ? roles.position(of: run) : nil
        guard let entry else { continue }
        if start >= headEnd, found != nil { break }
        found = entry
      }
      if let found { return found }
      length -= 1
    }
    return nil
  }
}
