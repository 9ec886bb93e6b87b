public import Amounts
public import CSVReading
internal import Findings

/// Reads the cells of a row by the conventions of their columns, and notes what they say about these.
public struct TableCells: Sendable {
  /// How each column is taken to be written.
  let conventions: [ColumnConvention]
  /// What the cells of each column said.
  private(set) var evidence: [ColumnEvidence]
  /// Whether they are those of a workbook.
  private let isSheet: Bool

  init(_ conventions: [ColumnConvention], ofSheet isSheet: Bool) {
    self.conventions = conventions
    self.isSheet = isSheet
    evidence = conventions.map { _ in ColumnEvidence() }
  }

  /// Adds what the cells of the rows that follow said.
  mutating func append(_ next: TableCells) {
    for field in evidence.indices { evidence[field].append(next.evidence[field]) }
  }

  /// Reads a day; an empty cell is nil without a finding.
  public mutating func date(
    _ column: TableColumn, _ record: inout CSVRecord
  ) -> CalendarDate? {
    let field = column.position
    if let date = record.withBytes(field, { CellBytes.date($0) }) {
      evidence[field].addPlainDay()
      return date
    }
    if isBlank(column, record) { return nil }
    let text = record.text(field)
    if let written = WrittenDay(text) {
      evidence[field].add(written, .init(record, field))
      let convention = conventions[field]
      if let day = written.day(convention.dates) { return day }
      // The pass whose order is right reads it; a day that no order has is refused in both.
      if !convention.areDatesTold, written.day(convention.dates.opposite) != nil { return nil }
    }
    record.reject(
      record.finding(
        "table.date", field: field, "\(column.name) \"\(text)\" is not a date",
        remedy: "write year, month and day, such as 2021-05-31"))
    return nil
  }

  /// Reads a month, as "2021-05" or as a day in it; an empty cell is refused.
  public mutating func month(
    _ column: TableColumn, _ record: inout CSVRecord
  ) -> YearMonth? {
    let text = label(column, record)
    if let month = YearMonth(iso: WrittenPeriod.name(of: text) ?? text) { return month }
    if WrittenDay(text) != nil { return date(column, &record)?.yearMonth }
    record.reject(
      record.finding(
        "rates.month", field: column.position, "\"\(text)\" is not a month",
        remedy: "write year and month, such as 2021-05"))
    return nil
  }

  /// Returns the words of a cell; nil for an empty one, and where there is no column.
  public func text(_ column: TableColumn?, _ record: borrowing CSVRecord) -> String? {
    guard let column, !isBlank(column, record) else { return nil }
    return label(column, record)
  }

  /// Reads a yes or no; an empty cell is nil without a finding.
  public func flag(_ column: TableColumn, _ record: inout CSVRecord) -> Bool? {
    guard let text = text(column, record) else { return nil }
    if let flag = WrittenFlag(text) { return flag.isYes }
    record.reject(
      record.finding(
        "table.flag", field: column.position,
        "\(column.name) \"\(text)\" is neither yes nor no"))
    return nil
  }

  /// Reads a currency by its code, sign or name; an empty cell is nil without a finding, and one that can be
  /// several is refused.
  public func currency(_ column: TableColumn, _ record: inout CSVRecord) -> Currency? {
    guard let text = text(column, record) else { return nil }
    if let currency = Currency(code: text) { return currency }
    let named = WrittenAmount.named(in: text).currencies
    if named.count == 1 { return named.first }
    record.reject(
      record.finding(
        "table.currency", field: column.position, "\"\(text)\" is not a currency"))
    return nil
  }

  /// Reads an amount of money or units; an empty cell is nil without a finding.
  ///
  /// A sign or code beside it must be of the currency; of what is no money there is none. A percentage
  /// counts as a part of one where it may be one.
  public mutating func amount(
    _ column: TableColumn, in currency: Currency?, orPercentage: Bool = false,
    _ record: inout CSVRecord
  ) -> Ratio? {
    guard let amount = money(column, orPercentage: orPercentage, &record) else { return nil }
    if amount.currencies.isEmpty || currency.map(amount.currencies.contains) ?? false {
      return amount.value
    }
    let text = record.text(column.position)
    let message: Inline =
      if let currency {
        "\(column.name) \"\(text)\" is in \(amount.mark), not in \(currency.code)"
      } else {
        "\(column.name) \"\(text)\" is in \(amount.mark), not an amount of money"
      }
    record.reject(record.finding("table.currency", field: column.position, message))
    return nil
  }

  /// An amount with the currencies that its sign or code can stand for.
  public struct WrittenMoney: Hashable, Sendable {
    /// The number.
    public var value: Ratio
    /// The currencies; none where none is named.
    public var currencies: [Currency] = []
    var sign: String = ""

    /// The sign or code as it is said in messages.
    package var mark: String { sign.isEmpty ? currencies.first?.code ?? "" : sign }
  }

  /// Reads an amount with the currency that stands beside it; an empty cell is nil without a finding.
  public mutating func money(
    _ column: TableColumn, orPercentage: Bool = false, _ record: inout CSVRecord
  ) -> WrittenMoney? {
    let field = column.position
    // What a workbook has as a number is written with a point, whatever its texts have.
    if conventions[field].decimal == .point || isSheet,
      let (number, point) = record.withBytes(field, { CellBytes.number($0) }),
      number.isInTableRange, !isSheet || point != .open
    {
      if point != .absent, !isSheet {
        var own = DecimalEvidence()
        // A point that may group goes with decimals behind a comma.
        own.add(point == .certain ? .point : .comma, isCertain: point == .certain)
        evidence[field].add(own, .init(record, field))
      }
      return WrittenMoney(value: number)
    }
    if isBlank(column, record) { return nil }
    let text = record.text(field)
    let number: WrittenMoney
    switch read(text, field, record) {
    case .amount(let money): number = money
    case .percentage(let share) where orPercentage: number = WrittenMoney(value: share)
    case .percentage:
      record.reject(
        record.finding(
          "table.amount", field: field,
          "\(column.name) must be an amount, but \"\(text)\" is a percentage",
          remedy: "write the amount that it comes to"))
      return nil
    case .otherConvention: return nil
    case .unreadable:
      record.reject(
        record.finding("table.amount", field: field, "\(column.name) \"\(text)\" is not an amount"))
      return nil
    }
    if number.value.isInTableRange { return number }
    record.reject(
      record.finding(
        "table.amount", field: field, "\(column.name) \"\(text)\" is too large",
        remedy: "amounts go up to 1,000,000,000,000"))
    return nil
  }

  private enum Reading {
    case amount(WrittenMoney)
    case percentage(Ratio)
    /// A number of the convention that was not taken for granted: another pass reads it.
    case otherConvention
    case unreadable
  }

  private mutating func read(
    _ text: String, _ field: Int, _ record: borrowing CSVRecord
  ) -> Reading {
    let convention = conventions[field]
    var own = DecimalEvidence()
    defer { evidence[field].add(own, .init(record, field)) }
    let trimmed = text.filter { !$0.isWhitespace }
    if trimmed.hasSuffix("%") {
      let number = try? WrittenAmount(
        trimmed.dropLast(), decimal: convention.decimal, evidence: &own)
      guard let number, number.isPlain, number.currencies.isEmpty,
        let share = try? number.lower / 100
      else { return .unreadable }
      return .percentage(share)
    }
    // Underscores between digits are how plans group.
    let amount = try? WrittenAmount(
      text.filter { $0 != "_" }, decimal: convention.decimal, evidence: &own)
    guard let amount else {
      // Only what is counted as evidence for the other convention may wait for another pass.
      let isOther = own.certain(convention.decimal.opposite) > 0
      return isOther && !convention.isDecimalTold ? .otherConvention : .unreadable
    }
    // In books "CR" is a credit, which takes away, and elsewhere ten million.
    let isCredit = text.lowercased().filter(\.isLetter).hasSuffix("cr")
    guard amount.isPlain, !isCredit else { return .unreadable }
    let sign = text.filter { !$0.isNumber && !$0.isWhitespace && !".,-'()".contains($0) }
    return .amount(
      WrittenMoney(value: amount.lower, currencies: amount.currencies, sign: String(sign)))
  }

  /// Reads a part of a whole between 0 and a limit: "50%", "0.5", "1/3", or "50" in a column of percentages.
  public mutating func share(
    _ column: TableColumn, upTo limit: Ratio, _ record: inout CSVRecord
  ) -> Ratio? {
    let field = column.position
    if isBlank(column, record) { return nil }
    let text = record.text(field)
    var share: Ratio?
    switch WrittenShare(text) {
    case .certain(let value)?: share = value
    case .number(let number)?:
      evidence[field].addShare(number, upTo: limit)
      share = conventions[field].sharesArePercentages ? try? number / 100 : number
    case nil: break
    }
    if let share, .zero <= share, share <= limit { return share }
    record.reject(
      record.finding(
        "table.share", field: field,
        "\(column.name) \"\(text)\" is not a share between 0% and \(Inline.share(limit))",
        remedy: "write 50% or 0.5 for a half"))
    return nil
  }

  /// Whether a cell holds nothing, or only says that there is nothing, such as "n/a".
  ///
  /// "tbd" and "unknown" say that there is something: a hire date that is not known yet is none of
  /// long ago.
  public func isBlank(_ column: TableColumn, _ record: borrowing CSVRecord) -> Bool {
    record.withBytes(column.position) { MissingMark.isNone($0) }
  }

  /// Reads a text that must be there.
  public func name(_ column: TableColumn, _ record: inout CSVRecord) -> String {
    let text = label(column, record)
    if text.isEmpty { empty(column, &record) }
    return text
  }

  /// Rejects a row for a cell that must not be empty.
  public func empty(_ column: TableColumn, _ record: inout CSVRecord) {
    record.reject(
      record.finding("table.empty", field: column.position, "\(column.name) is empty"))
  }

  /// Reads a text without the blanks around it, which nobody sees.
  public func label(_ column: TableColumn, _ record: borrowing CSVRecord) -> String {
    record.label(column.position)
  }
}

extension CSVRecord {
  /// A text without the blanks around it, which nobody sees.
  package borrowing func label(_ field: Int) -> String {
    withBytes(field) { CellBytes.label($0) }
  }
}

extension WrittenAmount {
  /// Whether it is one amount, and nothing is said about it but its currency.
  fileprivate var isPlain: Bool {
    !isRange && period == nil && remarks.isEmpty
  }
}

extension Ratio {
  /// Whether an amount is one of pay or sales at all: up to a trillion.
  package var isInTableRange: Bool { -1_000_000_000_000 <= self && self <= 1_000_000_000_000 }
}
