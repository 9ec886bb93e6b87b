internal import Amounts
public import CSVReading
public import Findings
internal import Tables

/// Reads files with one row for each person: exports, surveys, government data.
///
/// It finds out which columns hold what, brings all pay to a year and to one currency, sets aside by
/// named rules what cannot be right, and accounts for every row.
public struct SalaryReader: Sendable {
  /// The tables by which columns and values are understood.
  public let vocabularies: SalaryVocabularies
  /// What the reader was told.
  public let options: SalaryReadingOptions

  /// Creates a reader.
  public init(
    _ vocabularies: SalaryVocabularies, options: SalaryReadingOptions = SalaryReadingOptions()
  ) {
    var options = options
    options.decimal = options.decimal ?? options.mapping.decimal(in: .people)
    self.vocabularies = vocabularies
    self.options = options
  }

  /// Returns what the columns of a file are taken for, from the header and the first rows.
  public func recognize(_ file: CSVFile) throws(InputFailure) -> ColumnRecognition {
    try ColumnRecognizer(
      sample: file.sample, words: vocabularies.columnWords, states: vocabularies.states,
      countries: vocabularies.countries, genders: vocabularies.genders
    ).recognize(file, mapping: options.mapping)
  }

  /// Reads a file.
  ///
  /// It is read a second time if whole columns speak for another decimal separator, or another order
  /// of day and month, than the first rows did.
  ///
  /// - Throws: `.badData` when no column holds pay or no row can be used, `.usage` when a column that
  ///   was asked for is not there, and what `CSVFile.records(_:)` throws.
  /// - Complexity: O(size of the file), and memory for the pay and the columns asked for.
  public func read(_ file: CSVFile) throws(InputFailure) -> SalaryReading {
    let recognition = try recognize(file)
    let columns = try SalaryColumns(file, recognition, options)
    let assumed = SalaryConventions(file, columns, options)
    var pass = try SalaryPass(file, columns, recognition, options, assumed)
    let decided = SalaryConventions(pass.rows.decimal, pass.rows.dates, options)
    if decided != assumed {
      pass = try SalaryPass(file, columns, recognition, options, decided)
    }
    return try pass.reading(vocabularies)
  }
}
