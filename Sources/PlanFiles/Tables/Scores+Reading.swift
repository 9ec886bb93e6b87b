internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans
public import Tables

extension Scores {
  /// Reads a scores file with the columns rep, period_end, name, score; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> Scores {
    try readWithFindings(path: path, options).scores
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> (scores: Scores, findings: FindingLog) {
    var table = try InputTable(path: path, .scores, options)
    return try read(&table)
  }

  /// Reads the text of a scores file; `file` is the name that findings show.
  public static func read(
    csv: String, file: String, _ options: TableOptions = TableOptions()
  ) throws(InputFailure) -> Scores {
    var table = try InputTable(csv: csv, file: file, .scores, options)
    return try read(&table).scores
  }

  /// Reads a table that is open.
  package static func read(
    _ table: inout InputTable
  ) throws(InputFailure) -> (scores: Scores, findings: FindingLog) {
    let (rep, periodEnd) = (table.required("rep"), table.required("period_end"))
    let (name, score) = (table.required("name"), table.required("score"))
    try table.check()
    guard let rep, let periodEnd, let name, let score else {
      throw InputFailure(.badData, table.log)
    }
    let (scores, _) = try table.rows(into: { Scores() }) {
      (scores, record, cells) throws(InputFailure) in
      let id = cells.name(rep, &record)
      let what = cells.name(name, &record)
      guard let value = cells.share(score, upTo: 10, &record),
        let date = cells.date(periodEnd, &record)
      else {
        for column in [score, periodEnd] where cells.isBlank(column, record) {
          record.reject(
            record.finding("scores.empty", field: column.position, "\(column.name) is empty"))
        }
        return
      }
      if scores.score(what, of: id, periodEnd: date) != nil {
        record.reject(
          record.finding(
            "scores.duplicate", field: name.position,
            "\"\(what)\" is scored twice for the period to \(date)"))
      }
      scores.set(
        value, what, of: id, periodEnd: date, at: record.place)
    }
    try table.check()
    return (scores, table.log)
  }
}
