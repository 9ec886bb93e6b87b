internal import Amounts
internal import Answers
public import CSVReading
internal import Findings
public import SalaryData

/// The data of a market, people's pay or published tables, and how they are read.
///
/// Which of the two they are shows when the files are opened; a setting that says nothing about them
/// is refused, so that nobody takes it to have worked.
public struct MarketData: Sendable {
  /// What files hold.
  public enum Kind: Hashable, Sendable {
    /// One row for each person.
    case people
    /// Pay by group, such as the tables of OEWS.
    case published
  }

  /// The paths of salary files, or of published tables; "-" is standard input.
  public var files: [String]
  /// Only people for whom all of these hold count.
  public var conditions: [RowCondition] = []
  /// Of published tables only the occupations of these codes, or with these words in their title;
  /// empty takes all.
  public var occupations: [String] = []
  /// Of published tables also the occupations of these plain titles of jobs, such as "account executive".
  public var titles: [String] = []
  /// Of published tables only these states or metropolitan areas, by code or name; empty takes all.
  public var areas: [String] = []
  /// How the files are opened.
  public var csv: CSVOptions = CSVOptions()
  /// How people's pay is read; the columns that a question needs are read besides those named here.
  public var salaries: SalaryReadingOptions = SalaryReadingOptions()
  /// The column of weights; what they mean belongs to the design of the survey.
  public var weight: String?
  /// The date to which pay is brought, and how.
  public var aging: MarketAging = MarketAging()

  /// What other machines have read of people's data, by `PeopleQuestion.peopleFiles()`; nil reads the files.
  public var people: [PeopleFile]?

  /// Creates data that are read with everything left to the reader.
  public init(_ files: [String] = []) {
    self.files = files
  }
}

extension MarketData {
  /// Opens the files and tells published tables from people's data.
  ///
  /// - Throws: `.usage` for no file, for one that is named twice, and for both kinds at once.
  func open() throws(InputFailure) -> (kind: Kind, files: [CSVFile]) {
    if people != nil { return (.people, []) }
    guard !files.isEmpty else { throw Obstacle.noFile.failure }
    if let path = files.first(where: { path in files.count { $0 == path } > 1 }) {
      throw Obstacle.fileTwice(path).failure
    }
    var opened: [CSVFile] = []
    for path in files { opened.append(try CSVFile(path: path, options: csv)) }
    let published = opened.filter { SummaryTable.recognizes(header: $0.header) }
    guard let first = published.first else { return (.people, opened) }
    guard published.count == opened.count else {
      throw Obstacle.mixedKinds(published: first.name).failure
    }
    return (.published, opened)
  }
}
