internal import Findings

/// What there is in a sheet.
package struct SheetFacts: Sendable {
  /// The last row and column with something in it; 0 for none.
  package var rows: Int = 0
  package var columns: Int = 0
  /// Whether each column, from the first on, has something in it.
  package var hasData: [Bool] = []
  /// Hidden rows with something in them: the first and how many.
  var hiddenRows: (first: Int, count: Int) = (0, 0)
  /// Whether a filter is set, which hides rows.
  var isFiltered = false
  /// The columns that are hidden, as ranges from 1.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// The formulas, and those that nobody has computed.
  var formulas = 0
  var uncomputed: (first: CellReference?, count: Int) = (nil, 0)
  /// The merged cells: where they begin, their last row, and how they are written.
  var merged: [(first: CellReference, lastRow: Int)] = []

  /// Whether it holds nothing.
  package var isEmpty: Bool { rows == 0 }

  /// Its size in words.
  package var size: String {
    "\(rows) \(rows == 1 ? "row" : "rows") × \(columns) \(columns == 1 ? "column" : "columns")"
  }
}
