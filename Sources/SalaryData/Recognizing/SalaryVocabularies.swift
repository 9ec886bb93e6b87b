public import Findings

/// The tables by which salary files are understood.
public struct SalaryVocabularies: Sendable {
  /// US states.
  public let states: Vocabulary
  /// Countries.
  public let countries: Vocabulary
  /// Answers to the question of gender.
  public let genders: Vocabulary
  /// Industries as NAICS sectors.
  public let industries: Vocabulary
  /// Job titles.
  public let titles: JobTitles
  let columnWords: ColumnWords
}

extension Datasets {
  /// Reads the tables by which salary files are understood.
  public func salaryVocabularies() throws(InputFailure) -> SalaryVocabularies {
    SalaryVocabularies(
      states: try vocabulary(named: "us-states"),
      countries: try vocabulary(named: "countries"),
      genders: try vocabulary(named: "genders"),
      industries: try vocabulary(named: "industries"),
      titles: try JobTitles(
        rolesPath: path(of: dataset(named: "roles", kind: .vocabulary)),
        levelsPath: path(of: dataset(named: "levels", kind: .vocabulary)),
        abbreviationsPath: path(of: dataset(named: "title-abbreviations", kind: .reference))),
      columnWords: try ColumnWords(
        path: path(of: dataset(named: "column-words", kind: .reference))))
  }

  /// Returns a vocabulary by its name in the catalogue, such as "industries".
  public func vocabulary(named name: String) throws(InputFailure) -> Vocabulary {
    try Vocabulary(path: path(of: dataset(named: name, kind: .vocabulary)))
  }
}
