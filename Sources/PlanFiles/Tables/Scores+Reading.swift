internal import Amounts
internal import CSVReading
public import Findings
public import PayPlans

extension Scores {
  /// Reads a scores file with the columns rep, period_end, name, score; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(path: String) throws(InputFailure) -> Scores {
    try readWithFindings(path: path).scores
  }

  /// Reads the same, with what was found that is no error.
  package static func readWithFindings(
    path: String
  ) throws(InputFailure) -> (scores: Scores, findings: FindingLog) {
    try read(try TableReader(path: path))
  }

  /// Reads the text of a scores file; `file` is the name that findings show.
  public static func read(csv: String, file: String) throws(InputFailure) -> Scores {
    try read(try TableReader(csv: csv, file: file)).scores
  }

  private static func read(
    _ reader: consuming TableReader
  ) throws(InputFailure) -> (scores: Scores, findings: FindingLog) {
    var table = reader
    let rep = table.required("rep")
    let periodEnd = table.required("period_end")
    let name = table.required("name")
    let score = table.required("score")
    try table.check()
    var scores = Scores()
    let tally = try table.file.records { (record) throws(InputFailure) in
      let id = record.name(rep, "rep")
      let what = record.name(name, "name")
      guard let value = record.share(score, "score", upTo: 10),
        let date = record.date(periodEnd, "period_end")
      else {
        for (field, label) in [(score, "score"), (periodEnd, "period_end")]
        where record.isEmpty(field) {
          record.reject(record.finding("scores.empty", field: field, "\(label) is empty"))
        }
        return
      }
      if scores.score(what, of: id, periodEnd: date) != nil {
        record.reject(
          record.finding(
            "scores.duplicate", field: name, "\"\(what)\" is scored twice for the period to \(date)"
          ))
      }
      scores.set(
        value, what, of: id, periodEnd: date, at: record.place)
    }
    table.add(tally)
    try table.check()
    return (scores, table.log)
  }
}
