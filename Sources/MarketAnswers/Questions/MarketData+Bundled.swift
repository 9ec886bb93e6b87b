internal import Amounts
internal import Answers
public import Findings
public import SalaryData

extension MarketData {
  /// Returns the data, with the latest bundled table that fits where no file is named but a job is.
  ///
  /// An area that is a state, and groups by state, take the table of states; another area that of
  /// metropolitan areas; groups by occupation that of the country; all else that of sectors.
  ///
  /// - Parameters:
  ///   - grouping: What the groups of the question are; nil takes the usual ones.
  ///   - datasets: Where the tables are.
  /// - Returns: The data, and a note that says which table was taken; nil where files are named.
  /// - Throws: `.usage` where neither a file nor a job is named.
  public func orBundledTable(
    by grouping: [String]?, in datasets: Datasets
  ) throws(InputFailure) -> (data: MarketData, note: Finding?) {
    guard files.isEmpty else { return (self, nil) }
    guard !titles.isEmpty || !occupations.isEmpty else { throw Obstacle.neitherFileNorJob.failure }
    let states = try Vocabulary(path: datasets.path(ofVocabulary: "us-states"))
    let table =
      if areas.contains(where: { states.entry(for: $0, .whole) == nil }) {
        "metro"
      } else if !areas.isEmpty || grouping == [SummaryGrouping.state.rawValue] {
        "state"
      } else if grouping == [SummaryGrouping.occupation.rawValue] {
        "national"
      } else {
        "sector"
      }
    let known = datasets.catalog.filter { $0.kind == .summary && $0.name.hasSuffix("-\(table)") }
    // Their names begin with the publisher and the year.
    guard let latest = known.max(by: { $0.name < $1.name }) else { throw Obstacle.noFile.failure }
    var data = self
    data.files = [datasets.path(of: latest)]
    return (
      data,
      Finding(
        "data.bundled-table", .note, about: .files,
        "no file is named, so \"ontarget:\(latest.name)\" is taken: \(latest.title)")
    )
  }
}
