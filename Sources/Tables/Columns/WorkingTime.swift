package import Amounts
package import Findings

/// The column that says how much of full time people work, and what was said about their pay.
///
/// Half of a salary for half of the hours is no low pay. Whether an amount is that half or the rate of
/// full time, no file says; where people work part time and nobody said it, it is asked.
package struct WorkingTime: Hashable, Sendable {
  /// The role of parts of full time: 0.5, 50 or 50%.
  package static let shareRole: String = "fte"
  /// The role of hours of a week.
  package static let hoursRole: String = "hours"
  /// The most of full time that somebody works.
  package static let limit: Ratio = 2
  /// The hours of a week.
  static let hoursOfWeek: Ratio = 168

  /// Whether the cells are hours of a week, not parts of full time.
  package let isHours: Bool
  /// The name of the column.
  private let name: String
  /// The kind of table, by which a setting is said.
  private let kind: String
  /// Where findings stand.
  private let place: Place
  /// What pay is of those who work part time; nil where nobody said it.
  package let pay: PartTimePay?
  /// The hours of full time, where cells are hours; nil where nobody said it.
  package let fullTimeHours: Ratio?

  /// Takes a column for working time.
  ///
  /// - Throws: `.usage` where hours are to be parts of full time, and nobody said how many are full time.
  package init(
    isHours: Bool, name: String, at place: Place, _ mapping: TableMapping, of kind: TableKind
  ) throws(InputFailure) {
    self.isHours = isHours
    self.name = name
    self.place = place
    self.kind = kind.name
    pay = mapping.partTimePay(in: kind)
    fullTimeHours = mapping.fullTimeHours(in: kind)
    guard isHours, pay != nil, fullTimeHours == nil else { return }
    throw InputFailure(
      .usage,
      Finding(
        "salary.full-time-hours", at: place,
        "\"\(name)\" has hours, and nothing says how many of them are full time",
        remedy: "say it, such as \(Self.mapping(kind.name, .fullTimeHours, "40"))"))
  }

  /// The number of a cell: a part of full time, or hours; nil where it says neither.
  package func number(_ cell: String) -> Ratio? {
    let number: Ratio? =
      switch WrittenShare(cell) {
      case .certain(let share)?: isHours ? nil : share
      case .number(let number)?:
        // Nobody works more than twice full time, and hardly anybody 2% of it.
        isHours || number <= Self.limit ? number : try? number / 100
      case nil: nil
      }
    let most = isHours ? Self.hoursOfWeek : Self.limit
    return number.flatMap { .zero < $0 && $0 <= most ? $0 : nil }
  }

  /// The part of full time that a number of the column is; nil where it is open.
  package func share(_ number: Ratio) -> Ratio? {
    isHours ? fullTimeHours.flatMap { try? number / $0 } : number
  }

  /// A setting of the mapping as a person says it.
  private static func mapping(_ kind: String, _ setting: TableSetting, _ text: String) -> Inline {
    .parameter(.map, "\(kind).\(setting.rawValue)=\(text)")
  }

  /// The warning that something was said of part time, where nothing tells who works it.
  package static func unused(at place: Place, in kind: TableKind) -> Finding {
    Finding(
      "mapping.unused", .warning, at: place,
      "\(TableSetting.partTimePay.rawValue) changes nothing: no column says how much of full time people work",
      remedy: "say which one does, such as \(.parameter(.map, "\(kind.name).\(shareRole)=COLUMN"))")
  }

  /// How often each number was found.
  package struct Tally: Hashable, Sendable {
    /// The rows of each number.
    fileprivate var rows: [Ratio: Int] = [:]
    /// The rows that say nothing.
    fileprivate var missing = 0

    /// Starts at nothing.
    package init() {}

    /// Counts rows with a number, or without one.
    package mutating func count(_ number: Ratio?, rows count: Int = 1) {
      if let number { rows[number, default: 0] += count } else { missing += count }
    }

    /// Counts what another tally has.
    package mutating func add(_ other: Tally) {
      rows.merge(other.rows, uniquingKeysWith: +)
      missing += other.missing
    }
  }

  /// What is to be said of the working time of a file.
  package func findings(_ tally: Tally) -> [Finding] {
    guard let least = tally.rows.keys.min(), let most = tally.rows.keys.max() else { return [] }
    // An hour more or less a week is no part time.
    let full = isHours ? fullTimeHours?.doubleValue ?? most.doubleValue * 0.9 : 1
    let partTime = tally.rows.reduce(0) { $0 + ($1.key.doubleValue < full ? $1.value : 0) }
    guard partTime > 0 else { return [] }
    let all = tally.rows.values.reduce(tally.missing, +)
    let extent: Inline =
      isHours
      ? "from \(.plain(least)) to \(.plain(most)) hours"
      : "from \(.percentage(least, places: 0)) to \(.percentage(most, places: 0)) of full time"
    let who: Inline = "by \"\(name)\" \(partTime) of \(all) rows are of part time, \(extent)"
    switch pay {
    case nil:
      let actual = Self.mapping(kind, .partTimePay, PartTimePay.actual.rawValue)
      let fullTime = Self.mapping(kind, .partTimePay, PartTimePay.fullTime.rawValue)
      let hours = Self.mapping(
        kind, .fullTimeHours, most.isInteger ? "\(most)" : "\(most.doubleValue)")
      return [
        Finding(
          "salary.part-time", .warning, at: place,
          "\(who), and their pay stands beside that of full time as it is",
          remedy: isHours
            ? "say what their pay is: \(actual) for what they are paid, or \(fullTime) for the rate of full time, either with \(hours)"
            : "say what their pay is: \(actual) for what they are paid, or \(fullTime) for the rate of full time"
        )
      ]
    case .actual?:
      return [note("\(who); what they are paid is brought to full time")] + unknown(tally)
    case .fullTime?:
      return [note("\(who); their pay is the rate of full time")] + unknown(tally)
    }
  }

  private func note(_ message: Inline) -> Finding {
    Finding("salary.full-time-pay", .note, at: place, message)
  }

  /// The rows that count as full time because nothing is known of them.
  private func unknown(_ tally: Tally) -> [Finding] {
    guard tally.missing > 0 else { return [] }
    return [
      Finding(
        "salary.working-time-missing", .warning, at: place,
        "\(tally.missing) rows say nothing in \"\(name)\", or nothing above 0, and count as full time",
        remedy: "fill the cells, or leave these rows out")
    ]
  }
}
