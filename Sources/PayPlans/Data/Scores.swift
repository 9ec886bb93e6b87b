public import Amounts
internal import CSVReading
public import Findings

/// Results that are not counted from deals: objectives, scored measures, leadership scores.
public struct Scores: Sendable {
  /// What a score is of; the name is in lower case.
  struct Key: Hashable {
    var rep: String
    var periodEnd: CalendarDate
    var name: String

    init(_ name: String, of rep: String, periodEnd: CalendarDate) {
      self.rep = rep
      self.periodEnd = periodEnd
      self.name = name.lowercased()
    }
  }

  private var scores: [Key: Ratio] = [:]
  /// What the rows of a file are about, in their order, and where.
  private(set) var rows: [(key: Key, place: Place)] = []

  /// Creates an empty table.
  public init() {}

  /// Returns a rep's score of a name for the period that ends on a day.
  public func score(_ name: String, of rep: String, periodEnd: CalendarDate) -> Ratio? {
    scores[Key(name, of: rep, periodEnd: periodEnd)]
  }

  /// Sets a rep's score of a name for the period that ends on a day.
  public mutating func set(
    _ score: Ratio, _ name: String, of rep: String, periodEnd: CalendarDate
  ) {
    scores[Key(name, of: rep, periodEnd: periodEnd)] = score
  }

  /// Reads a scores file with the columns rep, period_end, name, score; "-" is standard input.
  ///
  /// - Throws: `.noInput` when the file cannot be opened, `.badData` with every error in it.
  /// - Complexity: O(size of the file).
  public static func read(path: String) throws(InputFailure) -> Scores {
    try read(try TableReader(path: path))
  }

  /// Reads the text of a scores file; `file` is the name that findings show.
  public static func read(csv: String, file: String) throws(InputFailure) -> Scores {
    try read(try TableReader(csv: csv, file: file))
  }

  private static func read(_ reader: consuming TableReader) throws(InputFailure) -> Scores {
    var table = reader
    let rep = table.required("rep")
    let periodEnd = table.required("period_end")
    let name = table.required("name")
    let score = table.required("score")
    try table.check()
    var scores = Scores()
    let file = table.file.name
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
      scores.set(value, what, of: id, periodEnd: date)
      scores.rows.append(
        (Key(what, of: id, periodEnd: date), Place(file: file, line: record.line)))
    }
    table.add(tally)
    try table.check()
    return scores
  }
}

extension Scores {
  /// Returns a warning for each row of the file that a plan does not look for.
  ///
  /// A file may serve several plans, so rows of people on other plans are left alone.
  func unused(_ asked: Set<Key>, by reps: [String], others: Set<String>) -> [Finding] {
    let names = Set(asked.map(\.name))
    return rows.filter { !asked.contains($0.key) && !others.contains($0.key.rep) }.map {
      (key, place) in
      let what = "the score \"\(key.name)\" of \"\(key.rep)\""
      if !reps.contains(key.rep) {
        return Finding(
          "scores.unused", .warning, at: place,
          "\(what) is not used: nobody of that name is on the plan",
          remedy: NearMiss.closest(to: key.rep, among: reps).map { "did you mean \"\($0)\"?" })
      }
      if !names.contains(key.name) {
        return Finding(
          "scores.unused", .warning, at: place,
          "\(what) is not used: the plan scores nothing of that name",
          remedy: NearMiss.remedy(for: key.name, among: names.sorted()))
      }
      let ends = Set(asked.filter { $0.name == key.name }.map(\.periodEnd)).sorted()
      return Finding(
        "scores.unused", .warning, at: place,
        "\(what) is not used: no period of it ends on \(key.periodEnd)",
        remedy: "its periods end on \(ends.map(\.description).joined(separator: ", "))")
    }
  }
}
