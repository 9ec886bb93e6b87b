/// A table for people to read: aligned columns, rows of text cells, a caption.
///
/// Cells hold formatted text; `RecordTable` is its counterpart for programs to read.
public struct Table: Hashable, Sendable {
  /// A column: its title and how its cells line up.
  public struct Column: Hashable, Sendable {
    /// The title at the head of the column.
    public var title: Inline
    /// How the cells, and the title, line up.
    public var alignment: Alignment

    /// Creates a column.
    public init(_ title: Inline, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }

    /// Returns a column of words, aligned left.
    public static func text(_ title: Inline) -> Column { Column(title, .leading) }

    /// Returns a column of numbers, aligned right so that digits stand below each other.
    public static func number(_ title: Inline) -> Column { Column(title, .trailing) }
  }

  /// How the cells of a column line up.
  public enum Alignment: Hashable, Sendable {
    /// At the left, as words do.
    case leading
    /// At the right, as numbers do.
    case trailing
    /// In the middle.
    case center
  }

  /// A bar for each row, drawn on terminals only: the cells already say what it shows.
  public struct Bars: Hashable, Sendable {
    /// The index of the column that the bars stand right of.
    public var column: Int
    /// The length that fills the whole width of a bar.
    public var full: Double
    /// The lengths, one for each row; what is negative or not finite gives no bar.
    public var lengths: [Double]

    /// Creates bars.
    ///
    /// - Parameters:
    ///   - column: The index of the column that they show.
    ///   - lengths: The lengths, one for each row.
    ///   - full: What fills a bar, such as 1 for shares; nil for the greatest of the lengths.
    public init(of column: Int, _ lengths: [Double], full: Double? = nil) {
      self.column = column
      self.lengths = lengths
      self.full = full ?? lengths.filter { $0.isFinite }.max() ?? 0
    }
  }

  /// The columns, from left to right; each row has a cell for each.
  public let columns: [Column]
  /// The rows; each has one cell for each column.
  public private(set) var rows: [[Inline]] = []
  /// What the table shows, set above it.
  public var caption: Inline?
  /// Bars right of a column; rows without a length have none.
  public var bars: Bars?

  /// Creates a table.
  ///
  /// - Precondition: Each row has as many cells as there are columns.
  public init(_ columns: [Column], rows: [[Inline]] = [], caption: Inline? = nil) {
    self.columns = columns
    self.caption = caption
    for row in rows { append(row) }
  }

  /// Adds a row at the end.
  ///
  /// - Precondition: The row has as many cells as there are columns.
  public mutating func append(_ row: [Inline]) {
    precondition(
      row.count == columns.count, "a row of \(row.count) cells in \(columns.count) columns")
    rows.append(row)
  }
}
