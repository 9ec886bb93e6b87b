internal import Amounts

/// The deals by what a plan can tell apart: those with the same texts in its columns are alike to it.
///
/// Deals are many and kinds of them few, so what depends on texts alone is asked once for each kind.
struct DealKinds {
  /// A value of a column, whatever its case.
  struct Value {
    /// As it is written first.
    var text: String
    /// How many rows have it.
    var count: Int
    var firstRow: Int
  }

  private struct Kind: Hashable {
    var isWon: Bool
    var texts: [String]
  }

  /// The first row of each kind.
  private(set) var firstRows: [Int] = []
  /// The kind of each row.
  private(set) var numbers: [Int32] = []
  private var counts: [Int] = []
  private let deals: Deals

  init(_ plan: Plan, _ deals: Deals) {
    self.deals = deals
    // These two may be written otherwise than they are called.
    let names = plan.dealColumns.names([.text]).filter { $0 == "deal_id" || $0 == "rep" }
      .map { TextColumn($0, deals) }
    var known: [Kind: Int32] = [:]
    numbers.reserveCapacity(deals.rows.count)
    for row in deals.rows.indices {
      let deal = deals.rows[row]
      let texts = names.isEmpty ? deal.texts : deal.texts + names.map { $0.text(of: deal) }
      let kind = Kind(isWon: deal.isWon, texts: texts)
      let number: Int32
      if let found = known[kind] {
        number = found
      } else {
        number = Int32(firstRows.count)
        known[kind] = number
        firstRows.append(row)
        counts.append(0)
      }
      counts[Int(number)] += 1
      numbers.append(number)
    }
  }

  /// Returns the values of a column, the most frequent first.
  func values(of column: String) -> [Value] {
    let column = TextColumn(column, deals)
    var positions: [String: Int] = [:]
    var values: [Value] = []
    for (row, count) in zip(firstRows, counts) {
      let text = column.text(of: deals.rows[row])
      if let position = positions[text.lowercased()] {
        values[position].count += count
      } else {
        positions[text.lowercased()] = values.count
        values.append(Value(text: text, count: count, firstRow: row))
      }
    }
    return values.sorted { ($1.count, $0.firstRow) < ($0.count, $1.firstRow) }
  }
}
