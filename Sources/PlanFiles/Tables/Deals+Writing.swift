package import Amounts
internal import CSVReading
internal import Findings
package import PayPlans
internal import Tables

/// Deals as a table of the tool's own layout, which says the same whichever of its rows are read.
///
/// Of an export much is decided by whole columns: which of them is what, how numbers and days are
/// written, which stages are won. Here each cell says so by itself.
package struct OwnLayout: Sendable {
  private let deals: Deals
  private let areParts: Bool
  private let columns: [(name: String, cell: @Sendable (Int) -> String)]

  /// Lays out deals as they were read.
  ///
  /// - Parameters:
  ///   - deals: The deals.
  ///   - areParts: Whether their amounts are written as what each person is credited.
  package init(_ deals: Deals, areParts: Bool) {
    self.deals = deals
    self.areParts = areParts
    let named = Set(
      (deals.dateColumns + deals.numberColumns + deals.textColumns).map(TableColumn.folded))
    var columns: [(name: String, cell: @Sendable (Int) -> String)] = []
    var taken: Set<String> = []
    func add(_ name: String, _ cell: @escaping @Sendable (Int) -> String) {
      if taken.insert(TableColumn.folded(name)).inserted { columns.append((name, cell)) }
    }
    /// Adds a column of which a plan may have one that says more.
    func addUnlessNamed(_ name: String, _ cell: @escaping @Sendable (Int) -> String) {
      if !named.contains(TableColumn.folded(name)) { add(name, cell) }
    }
    @Sendable func text(_ text: String?) -> String { CSVWriter.guarded(text ?? "") }
    // No name stands first: a row that begins with "Total" would be taken for one.
    add("close_date") { "\(deals.rows[$0].closeDate)" }
    add("rep") { text(deals.rows[$0].rep) }
    add("deal_id") { text(deals.rows[$0].id) }
    if areParts {
      add("split_amount") { row in
        let deal = deals.rows[row]
        return (try? deal.amount * deal.share).map(Self.number) ?? ""
      }
    } else {
      add("amount") { Self.number(deals.rows[$0].amount) }
      if deals.rows.contains(where: { $0.share != .one }) {
        add("share") { Self.share(deals.rows[$0].share) }
      }
    }
    if !deals.facts.isEmpty {
      add("currency") { deals.rows[$0].currency?.code ?? "" }
    }
    addUnlessNamed("won") { deals.rows[$0].isWon ? "yes" : "no" }
    for (index, name) in deals.dateColumns.enumerated() {
      add(name) { row in
        let days = deals.rows[row].dates
        return index < days.count ? days[index].map { "\($0)" } ?? "" : ""
      }
    }
    for (index, name) in deals.numberColumns.enumerated() {
      add(name) { row in
        let numbers = deals.rows[row].numbers
        return index < numbers.count ? numbers[index].map(Self.number) ?? "" : ""
      }
    }
    for (index, name) in deals.textColumns.enumerated() {
      add(name) { row in
        let texts = deals.rows[row].texts
        return index < texts.count ? text(texts[index]) : ""
      }
    }
    if !deals.facts.isEmpty {
      addUnlessNamed("account") { text(deals.facts[$0].account) }
      addUnlessNamed("deal_name") { text(deals.facts[$0].name) }
    }
    let file = deals.sheet.map { "\(deals.file)#\($0)" } ?? deals.file
    add(SourceLines.columns.file) { _ in text(file) }
    add(SourceLines.columns.line) { deals.rows[$0].line.map { "\($0)" } ?? "" }
    self.columns = columns
  }

  /// Returns some of the rows, in their order, below the header.
  ///
  /// - Complexity: O(rows × columns).
  package func csv(of rows: [Int]) -> String {
    let writer = CSVWriter()
    return rows.reduce(into: writer.record(columns.map(\.name))) { text, row in
      text += writer.record(columns.map { $0.cell(row) })
    }
  }

  /// Returns the first of some rows that a table does not say again, to the last digit; nil where all
  /// are there.
  ///
  /// - Parameters:
  ///   - rows: The rows that were written.
  ///   - reading: What was read of them.
  /// - Returns: The row.
  package func firstDifference(_ rows: [Int], _ reading: DealReading) -> Int? {
    let read = reading.deals
    guard read.rows.count == rows.count, read.facts.isEmpty == deals.facts.isEmpty else {
      return rows.first
    }
    return zip(rows, read.rows.indices).first { row, copy in
      !deals.rows[row].saysTheSame(as: read.rows[copy])
        || !deals.facts.isEmpty && deals.facts[row] != read.facts[copy]
    }?.0
  }

  /// Writes a number that is read in one way in any country: three decimals look like thousands.
  package static func number(_ value: Ratio) -> String {
    guard let places = value.decimalPlaces else { return value.description }
    return value.fixedPoint(places: places == 3 ? 4 : places)
  }

  /// Writes a share that no other share of the column changes.
  package static func share(_ value: Ratio) -> String {
    value.isInteger ? (value == .zero ? "0%" : "100%") : value.description
  }
}

extension Deal {
  fileprivate func saysTheSame(as other: Deal) -> Bool {
    func padded<Value>(_ values: [Value?], like others: [Value?]) -> [Value?] {
      values + Array(repeating: nil, count: max(0, others.count - values.count))
    }
    return id == other.id && rep == other.rep && amount == other.amount && share == other.share
      && isWon == other.isWon && closeDate == other.closeDate && currency == other.currency
      && line == other.line && texts == other.texts
      && padded(dates, like: other.dates) == padded(other.dates, like: dates)
      && padded(numbers, like: other.numbers) == padded(other.numbers, like: numbers)
  }
}
