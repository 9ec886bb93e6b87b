/// Salaries in columns: numbers with NaN where a value is missing, and categories.
///
/// All columns have the same number of rows, and row i of each belongs to the same person. Pay is
/// for a year and in one currency. It is what comparisons, rankings and reports work on.
public struct SalaryTable: Sendable {
  /// The content of a column.
  public enum Column: Sendable {
    /// Numbers; a missing value is NaN.
    case numbers(PackedColumn<Double>)
    /// Text by its distinct values.
    case categories(CategoryColumn)
  }

  /// The name of the column of pay for an hour, which a reader makes of pay and weekly hours where it is
  /// asked for.
  public static let hourlyPay: String = "hourly_pay"

  /// The number of rows.
  public let rowCount: Int
  /// The names of the columns, in their order.
  public private(set) var names: [String] = []
  private var columns: [String: Column] = [:]

  /// Creates a table without columns.
  public init(rowCount: Int) {
    self.rowCount = rowCount
  }

  /// The column of a name; setting nil removes it, setting another name adds it at the end.
  public subscript(name: String) -> Column? {
    get { columns[name] }
    set {
      guard let newValue else {
        columns[name] = nil
        names.removeAll { $0 == name }
        return
      }
      let count =
        switch newValue {
        case .numbers(let numbers): numbers.count
        case .categories(let categories): categories.codes.count
        }
      precondition(count == rowCount, "a column of a table has one value for each row")
      if columns.updateValue(newValue, forKey: name) == nil { names.append(name) }
    }
  }

  /// Returns the numbers of a column; nil when there is no such column or it holds categories.
  public func numbers(_ name: String) -> PackedColumn<Double>? {
    if case .numbers(let numbers) = columns[name] { numbers } else { nil }
  }

  /// Returns the categories of a column; nil when there is no such column or it holds numbers.
  public func categories(_ name: String) -> CategoryColumn? {
    if case .categories(let categories) = columns[name] { categories } else { nil }
  }

  /// Returns the numbers of the column for a role.
  public func numbers(_ role: ColumnRole) -> PackedColumn<Double>? { numbers(role.rawValue) }

  /// Returns the categories of the column for a role.
  public func categories(_ role: ColumnRole) -> CategoryColumn? { categories(role.rawValue) }
}
