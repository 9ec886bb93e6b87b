internal import Amounts
public import Phrases

/// A list of rows and what there is to know of each: the table of a document, the CSV and the JSON
/// records follow from it.
///
/// A column has a key, by which programs know it, and a title, by which people do; one without a title
/// is for programs only, one without a key for people only.
///
///     var sheet = Sheet(people)
///     sheet.add("name", "Name") { .text($0.name) }
///     sheet.add("pay", "Pay", .amount(places: 0)) { .money($0.pay) }
///     sheet.add("id") { .integer($0.id) }
public struct Sheet<Row: Sendable>: Sendable {
  /// A column: one cell for people, and one value, or several that belong together, for programs.
  public struct Column: Sendable {
    /// The keys; empty for what only people see.
    public let fields: [RecordTable.Column]
    /// The title and how cells line up; nil for what only programs read.
    public let heading: Table.Column?
    let values: @Sendable (Row) -> [RecordValue]
    let cell: @Sendable (Row) -> Inline
  }

  /// The rows.
  public let rows: [Row]
  /// The columns, in the order of both forms.
  public private(set) var columns: [Column] = []
  /// What the table of the document shows, set above it.
  public var caption: Inline?

  /// Creates a sheet without columns.
  public init(_ rows: [Row], caption: Inline? = nil) {
    self.rows = rows
    self.caption = caption
  }

  // MARK: Columns

  /// Adds a column of one value.
  ///
  /// - Parameters:
  ///   - field: The key, with its companions where a value may be missing for a reason.
  ///   - title: The title; nil for what only programs read.
  ///   - style: How people see the value.
  ///   - value: The value of a row.
  public mutating func add(
    _ field: RecordTable.Column?, _ title: Inline? = nil, _ style: ValueStyle = .plain,
    _ value: @escaping @Sendable (Row) -> RecordValue
  ) {
    let field = field.map { field in
      var field = field
      if field.style == .plain { field.style = style.inRecords }
      return field
    }
    add(fields: field.map { [$0] } ?? [], title.map { style.heading($0) }) {
      style.cell(value($0))
    } values: {
      field == nil ? [] : [value($0)]
    }
  }

  /// Adds a column whose cell says more, or something else, than the value that programs read.
  public mutating func add(
    _ field: RecordTable.Column?, _ heading: Table.Column,
    _ value: @escaping @Sendable (Row) -> RecordValue,
    cell: @escaping @Sendable (Row) -> Inline
  ) {
    add(fields: field.map { [$0] } ?? [], heading, cell: cell) {
      field == nil ? [] : [value($0)]
    }
  }

  /// Adds a column that only people see.
  public mutating func add(
    _ heading: Table.Column, cell: @escaping @Sendable (Row) -> Inline
  ) {
    add(fields: [], heading, cell: cell) { _ in [] }
  }

  /// Adds values that belong together, such as an estimate with its interval, and are one cell.
  ///
  /// - Precondition: `values` gives one for each of the fields.
  public mutating func add(
    fields: [RecordTable.Column], _ heading: Table.Column? = nil,
    cell: @escaping @Sendable (Row) -> Inline = { _ in .empty },
    values: @escaping @Sendable (Row) -> [RecordValue]
  ) {
    columns.append(Column(fields: fields, heading: heading, values: values, cell: cell))
  }

  // MARK: Forms

  /// The table of the document, of all rows or of some.
  ///
  /// - Complexity: O(rows × columns).
  public func table(of shown: [Row]? = nil) -> Table {
    let visible = columns.filter { $0.heading != nil }
    return Table(
      visible.compactMap(\.heading),
      rows: (shown ?? rows).map { row in visible.map { $0.cell(row) } }, caption: caption)
  }

  /// The records for programs.
  ///
  /// - Complexity: O(rows × columns).
  public var records: RecordTable {
    RecordTable(
      columns.flatMap(\.fields), records: rows.map { row in columns.flatMap { $0.values(row) } })
  }
}

/// How people see a value.
public enum ValueStyle: Hashable, Sendable {
  /// Words as they are, numbers with the digits that they have.
  case plain
  /// Words as typed on or printed by a machine.
  case code
  /// An amount without its currency, with the places of the currency unless they are given.
  case amount(places: Int? = nil, sign: NumberStyle.Sign = .negativeOnly)
  /// A number.
  case number(places: Int = 0, sign: NumberStyle.Sign = .negativeOnly)
  /// A fraction of one as a percentage.
  case percentage(places: Int = 1, sign: NumberStyle.Sign = .negativeOnly)
  /// The same, set in bold.
  indirect case strong(ValueStyle)

  /// How a workbook shows the numbers; an amount of money says itself how many decimals it has.
  var inRecords: RecordTable.Style {
    switch self {
    case .plain, .code: .plain
    case .amount(let places, _): places.map { .decimals($0) } ?? .plain
    case .number(let places, _): .decimals(places)
    case .percentage(let places, _): .percentage(places: places)
    case .strong(let style): style.inRecords
    }
  }

  /// Words line up left and numbers right.
  func heading(_ title: Inline) -> Table.Column {
    switch self {
    case .plain, .code: .text(title)
    case .amount, .number, .percentage: .number(title)
    case .strong(let style): style.heading(title)
    }
  }

  /// The value as people see it; what is missing has a mark that says why.
  func cell(_ value: RecordValue) -> Inline {
    if case .strong(let style) = self { return .strong(style.cell(value)) }
    if let bound = value.bound { return .atLeast(cell(bound)) }
    if value.isSuppressed { return "(suppressed)" }
    return switch (self, value.value) {
    case (_, .null): .missing
    case (.code, .string(let text)): .code(text)
    case (_, .string(let text)): Inline(text)
    case (.amount(let places, let sign), .money(let money)):
      .amount(money, places: places, sign: sign)
    case (.number(let places, let sign), .double(let number)):
      .number(number, places: places, sign: sign)
    case (.number(let places, let sign), .ratio(let number)):
      .number(number, places: places, sign: sign)
    case (.number(let places, let sign), .integer(let number)) where places > 0:
      .number(Ratio(number), places: places, sign: sign)
    case (.number(_, let sign), .integer(let number)): .number(number, sign: sign)
    case (.percentage(let places, let sign), .double(let fraction)):
      .percentage(fraction, places: places, sign: sign)
    case (.percentage(let places, let sign), .ratio(let fraction)):
      .percentage(fraction, places: places, sign: sign)
    case (.amount(let places, let sign), .double(let amount)):
      .number(amount, places: places ?? 0, sign: sign)
    case (_, .integer(let number)): .number(number)
    case (_, let other): Inline(other.plainText ?? "")
    }
  }
}
