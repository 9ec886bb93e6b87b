internal import Amounts
internal import CSVReading
public import Findings
internal import Tables

/// The tables by which salary files are understood.
public struct SalaryVocabularies: Sendable {
  /// The states of the US, by name and postal code.
  public let states: Vocabulary
  /// Countries by name and code, in the spellings that people write.
  public let countries: Vocabulary
  /// Answers to the question of gender.
  public let genders: Vocabulary
  /// Industries in people's words, each with its NAICS sector.
  public let industries: Vocabulary
  /// The words of job titles, each with its role or level.
  public let titles: JobTitles
  /// The currency of each country, by the code of the country.
  let currencyOfCountry: [String: Currency]
  let columnWords: ColumnWords
}

extension Datasets {
  /// Reads the tables by which salary files are understood.
  public func salaryVocabularies() throws(InputFailure) -> SalaryVocabularies {
    var currencies: [String: Currency] = [:]
    try ReferenceTable.read(
      path(of: dataset(named: "countries", kind: .vocabulary)), columns: ["code", "currency"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let currency = Currency(code: record.text(columns[1])) else {
        throw ReferenceTable.badCell(record, columns[1], expected: "a currency code like USD")
      }
      currencies[record.text(columns[0])] = currency
    }
    return SalaryVocabularies(
      states: try vocabulary(named: "us-states"),
      countries: try vocabulary(named: "countries"),
      genders: try vocabulary(named: "genders"),
      industries: try vocabulary(named: "industries"),
      titles: try JobTitles(self),
      currencyOfCountry: currencies,
      columnWords: try ColumnWords(
        path: try columnWordsPath, of: "people", roles: ColumnRole.allCases.map(\.rawValue)))
  }

  /// The words in column names, for every kind of table.
  public var columnWordsPath: String {
    get throws(InputFailure) { path(of: try dataset(named: "column-words", kind: .reference)) }
  }

  /// Returns a vocabulary by its name in the catalogue, such as "industries".
  public func vocabulary(named name: String) throws(InputFailure) -> Vocabulary {
    try Vocabulary(path: path(of: dataset(named: name, kind: .vocabulary)))
  }
}
