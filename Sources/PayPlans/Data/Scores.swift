public import Amounts
package import Findings

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

  /// Returns the scores of a rep, by name, which is in lower case, and by period.
  package func all(
    of rep: String
  ) -> [(name: String, periodEnd: CalendarDate, score: Ratio)] {
    scores.filter { $0.key.rep == rep }
      .map { (name: $0.key.name, periodEnd: $0.key.periodEnd, score: $0.value) }
      .sorted { ($0.name, $0.periodEnd) < ($1.name, $1.periodEnd) }
  }

  /// A row of a file of scores.
  package struct Entry: Sendable {
    /// Whose it is.
    package let rep: String
    /// The last day of the period.
    package let periodEnd: CalendarDate
    /// What is scored, in lower case.
    package let name: String
    /// The score, of which 1 is all that can be reached.
    package let score: Ratio
    /// Where it is written.
    package let place: Place
  }

  /// What the rows of a file say, in their order.
  package var entries: [Entry] {
    rows.compactMap { key, place in
      scores[key].map {
        Entry(rep: key.rep, periodEnd: key.periodEnd, name: key.name, score: $0, place: place)
      }
    }
  }

  /// Returns the scores of some keys.
  func filtered(_ isKept: (Key) -> Bool) -> Scores {
    var kept = Scores()
    kept.scores = scores.filter { isKept($0.key) }
    kept.rows = rows.filter { isKept($0.key) }
    return kept
  }

  /// Sets a score that a row of a file says, so that it is known which rows no plan looks for.
  package mutating func set(
    _ score: Ratio, _ name: String, of rep: String, periodEnd: CalendarDate, at place: Place
  ) {
    set(score, name, of: rep, periodEnd: periodEnd)
    rows.append((Key(name, of: rep, periodEnd: periodEnd), place))
  }
}

extension Scores {
  /// Returns a warning for each row of the file that a plan does not look for.
  ///
  /// A file may serve several plans, so rows of people on other plans are left alone.
  func unused(_ asked: Set<Key>, by reps: [String], others: Set<String>) -> [Finding] {
    let names = Set(asked.map { $0.name })
    return rows.filter { !asked.contains($0.key) && !others.contains($0.key.rep) }.map {
      (key, place) in
      let what: Inline = "the score \"\(key.name)\" of \"\(key.rep)\""
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
      let ends = Set(asked.filter { $0.name == key.name }.map { $0.periodEnd }).sorted()
      return Finding(
        "scores.unused", .warning, at: place,
        "\(what) is not used: no period of it ends on \(key.periodEnd)",
        remedy: "its periods end on \(ends.map { Inline.day($0) }.joined(separator: ", "))")
    }
  }
}
