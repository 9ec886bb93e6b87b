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
///
/// Programs read one record for each row. People may read several rows in one line, side by side: what
/// each quota pays for the same sales. Columns that are different in each of them are added with
/// `across`; the others are those of the first row of the line.
public struct Sheet<Row: Sendable>: Sendable {
  /// A column: one cell for people, and one value, or several that belong together, for programs.
  public struct Column: Sendable {
    /// The keys; empty for what only people see.
    public let fields: [RecordTable.Column]
    /// The title and how cells line up; nil for what only programs read.
    let heading: Heading?
    let values: @Sendable (Row) -> [RecordValue]
    let cell: @Sendable (Row) -> Inline
    /// Whether a row has nothing in it, so that people do not see the column where that holds for all
    /// of their rows; nil for a column that they see in any case.
    var isNothing: (@Sendable (Row) -> Bool)?

    var isAcross: Bool {
      if case .across = heading { true } else { false }
    }
  }

  /// What stands above a column.
  enum Heading: Sendable {
    case once(Table.Column)
    /// The column is there for each row of a line, under what tells that row from its neighbours.
    case across(@Sendable (Row) -> Table.Column)
  }

  /// The rows, line by line.
  public let rows: [Row]
  /// The columns, in the order of the records.
  public private(set) var columns: [Column] = []
  /// The rows that stand side by side; nil where each has a line for itself.
  private let lines: [[Row]]?
  /// The indices of the columns in the order of the table.
  private var readingOrder: [Int] = []
  /// What the table of the document shows, set above it.
  public var caption: Inline?

  /// Creates a sheet without columns.
  public init(_ rows: [Row], caption: Inline? = nil) {
    self.rows = rows
    self.caption = caption
    lines = nil
  }

  /// Creates a sheet without columns whose table has several rows side by side in a line.
  ///
  /// - Precondition: All lines have the same number of rows, or none.
  public init(lines: [[Row]], caption: Inline? = nil) {
    rows = lines.flatMap(\.self)
    self.caption = caption
    self.lines = lines
  }

  // MARK: Columns

  /// Adds a column of one value.
  ///
  /// - Parameters:
  ///   - field: The key, with its companions where a value may be missing for a reason.
  ///   - title: The title; nil for what only programs read.
  ///   - style: How people see the value.
  ///   - isOptional: Whether people do not see the column where it is zero or empty in all of their
  ///     rows.
  ///   - value: The value of a row.
  public mutating func add(
    _ field: RecordTable.Column?, _ title: Inline? = nil, _ style: ValueStyle = .plain,
    isOptional: Bool = false, _ value: @escaping @Sendable (Row) -> RecordValue
  ) {
    let field = field.map { field in
      var field = field
      if field.style == .plain { field.style = style.inRecords }
      return field
    }
    var column = Column(
      fields: field.map { [$0] } ?? [], heading: title.map { .once(style.heading($0)) },
      values: { field == nil ? [] : [value($0)] }, cell: { style.cell(value($0)) })
    if isOptional { column.isNothing = { value($0).isNothing } }
    add(column)
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

  /// Adds a column that people see for each row of a line.
  public mutating func add(
    _ field: RecordTable.Column, across heading: @escaping @Sendable (Row) -> Table.Column,
    _ value: @escaping @Sendable (Row) -> RecordValue,
    cell: @escaping @Sendable (Row) -> Inline
  ) {
    add(Column(fields: [field], heading: .across(heading), values: { [value($0)] }, cell: cell))
  }

  /// Adds a column that only people see, for each row of a line.
  public mutating func add(
    across heading: @escaping @Sendable (Row) -> Table.Column,
    cell: @escaping @Sendable (Row) -> Inline
  ) {
    add(Column(fields: [], heading: .across(heading), values: { _ in [] }, cell: cell))
  }

  /// Adds values that belong together, such as an estimate with its interval, and are one cell.
  ///
  /// - Precondition: `values` gives one for each of the fields.
  public mutating func add(
    fields: [RecordTable.Column], _ heading: Table.Column? = nil,
    cell: @escaping @Sendable (Row) -> Inline = { _ in .empty },
    values: @escaping @Sendable (Row) -> [RecordValue]
  ) {
    add(Column(fields: fields, heading: heading.map { .once($0) }, values: values, cell: cell))
  }

  private mutating func add(_ column: Column) {
    readingOrder.append(columns.count)
    columns.append(column)
  }

  /// Shows people a column right after another one, where they read in another order than programs.
  ///
  /// - Precondition: Both keys are those of columns.
  public mutating func show(_ key: String, after other: String) {
    guard let moved = columns.firstIndex(where: { $0.fields.first?.key == key }),
      let place = columns.firstIndex(where: { $0.fields.first?.key == other }), moved != place
    else { preconditionFailure("no column \(key) to be shown after \(other)") }
    readingOrder = readingOrder.filter { $0 != moved }.flatMap { $0 == place ? [$0, moved] : [$0] }
  }

  // MARK: Forms

  /// The table of the document, of all rows or of some, which then have a line each.
  ///
  /// - Complexity: O(rows × columns).
  public func table(of shown: [Row]? = nil) -> Table {
    let shown = (shown.map { $0.map { [$0] } } ?? lines ?? rows.map { [$0] }).filter { !$0.isEmpty }
    let layout = layout(beside: shown.first?.count ?? 0).filter { column, index in
      guard let isNothing = column.isNothing else { return true }
      return !shown.allSatisfy { isNothing($0[index]) }
    }
    return Table(
      layout.compactMap { column, index in
        switch column.heading {
        case .once(let heading): heading
        case .across(let heading): shown.first.map { heading($0[index]) }
        case nil: nil
        }
      },
      rows: shown.map { line in layout.map { column, index in column.cell(line[index]) } },
      caption: caption)
  }

  /// The columns of a line of rows, each with the index of the row that it is about; neighbours that
  /// are there for each row stay together.
  private func layout(beside count: Int) -> [(column: Column, row: Int)] {
    var rest = readingOrder.map { columns[$0] }.filter { $0.heading != nil }[...]
    var layout: [(column: Column, row: Int)] = []
    while let next = rest.first {
      let block = next.isAcross ? rest.prefix(while: \.isAcross) : rest.prefix(1)
      for row in 0..<(next.isAcross ? count : 1) { layout += block.map { ($0, row) } }
      rest = rest.dropFirst(block.count)
    }
    return layout
  }

  /// The table on its side: for each column that people see a line with its title and its cells.
  ///
  /// - Complexity: O(rows × columns).
  public func transposed(of shown: [Row]? = nil) -> [[Inline]] {
    let table = table(of: shown)
    return table.columns.indices.map { index in
      [table.columns[index].title] + table.rows.map { $0[index] }
    }
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
  /// A day, or a month, which programs read in ISO 8601.
  case day
  case month
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
    case .plain, .code, .day, .month: .plain
    case .amount(let places, _): places.map { .decimals($0) } ?? .plain
    case .number(let places, _): .decimals(places)
    case .percentage(let places, _): .percentage(places: places)
    case .strong(let style): style.inRecords
    }
  }

  /// Words line up left and numbers right.
  func heading(_ title: Inline) -> Table.Column {
    switch self {
    case .plain, .code, .day, .month: .text(title)
    case .amount, .number, .percentage: .number(title)
    case .strong(let style): style.heading(title)
    }
  }

  /// The value as people see it; what is missing has a mark that says why.
  package func cell(_ value: RecordValue) -> Inline {
    if case .strong(let style) = self { return .strong(style.cell(value)) }
    if let bound = value.bound { return .atLeast(cell(bound)) }
    if value.isSuppressed { return "(suppressed)" }
    return switch (self, value.value) {
    case (_, .null): .missing
    case (.code, .string(let text)): .code(text)
    case (.day, .string(let text)): CalendarDate(iso: text).map { .numericDate($0) } ?? Inline(text)
    case (.month, .string(let text)): YearMonth(iso: text).map { .numericMonth($0) } ?? Inline(text)
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
