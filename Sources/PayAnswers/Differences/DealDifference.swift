internal import Amounts
package import PayPlans

/// How two files of deals differ, row by row; a row is known by its deal and person.
public struct DealDifference: Hashable, Sendable {
  /// The rows that only the old file has.
  public let onlyOld: Int
  /// The rows that only the new file has.
  public let onlyNew: Int
  /// The rows of both that say another thing in a column that the plan looks at.
  public let changed: Int

  /// Whether both say the same.
  public var isNone: Bool { onlyOld == 0 && onlyNew == 0 && changed == 0 }

  /// Compares deals.
  ///
  /// - Complexity: O(deals).
  package init(from old: Deals, to new: Deals) {
    // Plans look at different columns; what only one of them reads is no difference of the files.
    let columns = old.columns.intersection(new.columns)
    let (before, after) = (old.contents(of: columns), new.contents(of: columns))
    onlyOld = before.reduce(0) { $0 + max(0, $1.value.count - (after[$1.key]?.count ?? 0)) }
    onlyNew = after.reduce(0) { $0 + max(0, $1.value.count - (before[$1.key]?.count ?? 0)) }
    changed = before.reduce(0) { sum, row in
      sum + zip(row.value, after[row.key] ?? []).count { $0 != $1 }
    }
  }
}

extension Deals {
  fileprivate struct Key: Hashable {
    let id: String
    let rep: String
  }

  /// What a row says, whatever its line and the order of the columns.
  fileprivate struct Content: Hashable {
    let closeDate: CalendarDate
    let amount: Ratio
    let currency: Currency?
    let share: Ratio
    let isWon: Bool
    let dates: [String: CalendarDate]
    let numbers: [String: Ratio]
    let texts: [String: String]
  }

  fileprivate var columns: Set<String> { Set(dateColumns + numberColumns + textColumns) }

  fileprivate func contents(of columns: Set<String>) -> [Key: [Content]] {
    func named<Value>(_ names: [String], _ values: [Value?]) -> [String: Value] {
      Dictionary(
        zip(names, values).compactMap { name, value in
          columns.contains(name) ? value.map { (name, $0) } : nil
        },
        uniquingKeysWith: { first, _ in first })
    }
    return rows.reduce(into: [:]) { contents, deal in
      contents[Key(id: deal.id, rep: deal.rep), default: []].append(
        Content(
          closeDate: deal.closeDate, amount: deal.amount, currency: deal.currency,
          share: deal.share, isWon: deal.isWon, dates: named(dateColumns, deal.dates),
          numbers: named(numberColumns, deal.numbers), texts: named(textColumns, deal.texts)))
    }
  }
}
