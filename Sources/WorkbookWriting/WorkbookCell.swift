package import Amounts

/// A cell of a workbook that is written.
package enum WorkbookCell: Hashable, Sendable {
  case empty
  /// Words, which are never a formula, whatever they begin with.
  case text(String)
  case boolean(Bool)
  case integer(Int)
  /// A number with the decimals that it has, or rounded for the eye to some places.
  case number(Double, places: Int? = nil)
  /// A fraction of one, shown as a percentage.
  case percentage(Double, places: Int)
  /// An amount, shown with its currency and the digits of its minor unit.
  case money(Money)
  case date(CalendarDate)
}

/// A sheet of a workbook that is written: a row of titles and the rows below it.
package struct WorkbookSheet: Hashable, Sendable {
  /// The name wanted; what Excel does not allow in it is taken out.
  package var name: String
  /// The titles of the columns.
  package var titles: [String]
  /// The rows, each with a cell for each title.
  package var rows: [[WorkbookCell]]

  package init(_ name: String, titles: [String], rows: [[WorkbookCell]] = []) {
    self.name = name
    self.titles = titles
    self.rows = rows
  }
}
