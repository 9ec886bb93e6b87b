public import Reporting

/// What a column that tells groups apart says of a row: its value, or that it is the row of those who
/// did not say, or of all groups together.
public enum GroupKey: Hashable, Sendable {
  /// All groups together.
  case total
  /// The people who did not say.
  case notSaid
  /// A value of the column.
  case value(String)
  /// A value of the column that people read in another way, such as an official title.
  case named(String, Inline)

  /// Takes a cell of a table, which is empty where nothing was said.
  init(cell: String) {
    self = cell.isEmpty ? .notSaid : .value(cell)
  }

  /// The key of all groups together, in each of some columns.
  static func totals(_ columns: [String]) -> [GroupKey] { columns.map { _ in .total } }

  /// The text of a value; nil of the others.
  public var value: String? {
    switch self {
    case .total, .notSaid: nil
    case .value(let value), .named(let value, _): value
    }
  }

  /// The key within a sentence or a chart.
  fileprivate var name: Inline {
    switch self {
    case .total, .notSaid: "not said"
    case .value(let value): Inline(value)
    case .named(_, let name): name
    }
  }

  /// The key as programs read it.
  public var record: RecordValue {
    switch self {
    case .total: .missing(.total)
    case .notSaid: .missing(.notSaid)
    case .value(let value), .named(let value, _): .text(value)
    }
  }
}

extension [GroupKey] {
  /// A group within a sentence or a chart.
  package var name: Inline {
    if isTotal { return "all" }
    return map(\.name).joined(separator: Inline(", "))
  }

  /// Whether it is the key of all groups together; so it is without any column.
  var isTotal: Bool { allSatisfy { $0 == .total } }
}

extension Sheet {
  /// Adds the columns that tell groups apart; without any, people still see a column that names the
  /// row of all of them.
  ///
  /// - Parameters:
  ///   - columns: Their names.
  ///   - headings: Their names for people, where those differ.
  ///   - areFields: Whether they are for programs too.
  ///   - key: What they say of a row.
  mutating func addKeys(
    _ columns: [String], headings: [Inline]? = nil, areFields: Bool = true,
    _ key: @escaping @Sendable (Row) -> [GroupKey]
  ) {
    let headings = headings ?? columns.map { Inline($0) }
    guard !columns.isEmpty else {
      add(.text("Group")) { _ in .strong("all") }
      return
    }
    for (index, column) in columns.enumerated() {
      add(areFields ? .key(column) : nil, .text(headings[index])) {
        key($0)[index].record
      } cell: { row in
        switch key(row)[index] {
        case .total: index == 0 ? .strong("all") : ""
        case .notSaid: .emphasis("not said")
        case let known: known.name
        }
      }
    }
  }
}
