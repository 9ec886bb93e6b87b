internal import Amounts
internal import CSVReading
internal import Findings

/// What the cells of a column said about how it is written.
///
/// A column is decided as a whole, never cell by cell: its cells are counted while they are read, and
/// where they speak for another convention than was taken for granted the table is read again.
struct ColumnEvidence: Sendable {
  /// A cell that a question shows.
  struct Cell: Sendable {
    var place: Place
    var text: String

    init(_ record: borrowing CSVRecord, _ field: Int) {
      place = record.place(field)
      text = record.text(field)
    }

    init(_ text: String, at place: Place) {
      self.text = text
      self.place = place
    }
  }

  private(set) var decimals = DecimalEvidence()
  private(set) var dates = DateEvidence()
  /// Numbers that are no shares unless they are percentages.
  private(set) var percentages = 0
  /// Numbers that are hardly percentages.
  private(set) var fractions = 0
  /// The first number that can be read in two ways, and the first of each way that contradict each other.
  private(set) var openNumber: Cell?
  private(set) var withPoint: Cell?
  private(set) var withComma: Cell?
  /// The same of days.
  private(set) var openDay: Cell?
  private(set) var dayFirst: Cell?
  private(set) var monthFirst: Cell?

  /// Notes what the numbers of a cell say.
  mutating func add(_ own: DecimalEvidence, _ cell: @autoclosure () -> Cell) {
    if withPoint == nil, own.certain(.point) > 0 { withPoint = cell() }
    if withComma == nil, own.certain(.comma) > 0 { withComma = cell() }
    if openNumber == nil, own.open(.point) + own.open(.comma) > 0 { openNumber = cell() }
    decimals.add(own)
  }

  /// Notes what a day says.
  mutating func add(_ written: WrittenDay, _ cell: @autoclosure () -> Cell) {
    var own = DateEvidence()
    own.add(written)
    if dayFirst == nil, own.dayFirst > 0 { dayFirst = cell() }
    if monthFirst == nil, own.monthFirst > 0 { monthFirst = cell() }
    if openDay == nil, own.open > 0 { openDay = cell() }
    dates.add(own)
  }

  /// Notes a day in ISO 8601 without a time.
  mutating func addPlainDay() { dates.addPlain() }

  /// Adds what the cells of the rows that follow said.
  mutating func append(_ next: ColumnEvidence) {
    decimals.add(next.decimals)
    dates.add(next.dates)
    percentages += next.percentages
    fractions += next.fractions
    openNumber = openNumber ?? next.openNumber
    withPoint = withPoint ?? next.withPoint
    withComma = withComma ?? next.withComma
    openDay = openDay ?? next.openDay
    dayFirst = dayFirst ?? next.dayFirst
    monthFirst = monthFirst ?? next.monthFirst
  }

  /// Notes a number in a column of shares up to a limit.
  mutating func addShare(_ number: Ratio, upTo limit: Ratio) {
    if max(limit, 2) <= number, limit < number {
      percentages += 1
    } else if !number.isInteger {
      fractions += 1
    }
  }
}
