internal import Amounts

/// Counts what the days of a column say about the order of day and month.
package struct DateEvidence: Hashable, Sendable {
  package private(set) var dayFirst = 0
  package private(set) var monthFirst = 0
  /// Days that can be read in both ways, and are two different days.
  package private(set) var open = 0
  /// Days whose two numbers and year have something else than points between them.
  private var withoutPoints = 0
  package init() {}

  private(set) var zones: Set<String> = []
  private(set) var withoutZone = 0

  mutating func add(_ written: WrittenDay) {
    if let zone = written.zone { zones.insert(zone) } else { withoutZone += 1 }
    switch written.form {
    case .day, .serial: break
    case .open(let first, let second, _, let hasPoints):
      add(first: first, second: second, hasPoints: hasPoints)
    }
  }

  /// Counts two numbers of which one is the day and the other one the month.
  @inline(__always)
  package mutating func add(first: Int, second: Int, hasPoints: Bool) {
    if !hasPoints { withoutPoints += 1 }
    if first > 12 {
      dayFirst += 1
    } else if second > 12 {
      monthFirst += 1
    } else if hasPoints {
      // Nobody writes 10.31.2026: points go with the day in front.
      dayFirst += 1
    } else if first != second {
      open += 1
    }
  }

  /// Counts a day in ISO 8601 without a time.
  mutating func addPlain() {
    withoutZone += 1
  }

  package mutating func add(_ other: DateEvidence) {
    dayFirst += other.dayFirst
    monthFirst += other.monthFirst
    open += other.open
    withoutPoints += other.withoutPoints
    zones.formUnion(other.zones)
    withoutZone += other.withoutZone
  }

  /// The order that the days of the column alone speak for; nil where they speak for none, or for both.
  package var order: DateOrder? {
    switch (dayFirst > 0, monthFirst > 0) {
    case (true, false): .dayFirst
    case (false, true): .monthFirst
    default: nil
    }
  }

  /// The order of the column, where a person said one for all that is read together.
  ///
  /// Points go with the day in front, whatever was said of the dates with slashes of another file.
  package func order(told: DateOrder) -> DateOrder {
    withoutPoints == 0 ? order ?? told : told
  }

  var contradictsItself: Bool { dayFirst > 0 && monthFirst > 0 }

  /// Whether days carry different zones, so that one of them may be another day elsewhere.
  var mixesZones: Bool { zones.count > 1 || !zones.isEmpty && withoutZone > 0 }
}
