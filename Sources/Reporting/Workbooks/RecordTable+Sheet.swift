internal import Amounts
package import WorkbookWriting

extension RecordTable {
  /// The records as a sheet of a workbook, with numbers as numbers and days as days.
  ///
  /// A title is the key in words ("Incentive paid"), which readers of tables take for the key. The
  /// reason why a value is missing stands in its cell.
  ///
  /// - Complexity: O(records × columns).
  package func sheet(named name: String) -> WorkbookSheet {
    WorkbookSheet(
      name.inWords, titles: columns.map(\.key.inWords),
      rows: records.map { record in zip(columns, record).map { $1.cell($0.shownStyle) } })
  }
}

extension RecordTable.Column {
  /// The style, or that of a share where the key is the name of one.
  fileprivate var shownStyle: RecordTable.Style {
    guard style == .plain else { return style }
    let words = key.split(separator: "_")
    let isShare =
      words.contains("attainment")
      || ["share", "fraction", "chance", "probability"].contains(words.last ?? "")
    return isShare ? .percentage(places: 1) : .plain
  }
}

extension RecordValue {
  fileprivate func cell(_ style: RecordTable.Style) -> WorkbookCell {
    if let bound { return .text("at least \(bound.value.plainText ?? "")") }
    if value == .null, let reason = companion(.status).plainText {
      return .text("(\(reason.replacing("_", with: " ")))")
    }
    return value.cell(style)
  }
}

extension JSONValue {
  /// The value as a cell; what has parts, or no value, is an empty one.
  package func cell(_ style: RecordTable.Style = .plain) -> WorkbookCell {
    switch self {
    case .null, .array, .object: .empty
    case .bool(let value): .boolean(value)
    case .integer(let value):
      if case .percentage = style { number(Double(value), style) } else { .integer(value) }
    case .double(let value): value.isFinite ? number(value, style) : .empty
    case .ratio(let value): number(value.doubleValue, style)
    case .money(let value): .money(value)
    case .string(let text):
      // Spreadsheets count days from March 1900 on without a mistake.
      if let date = CalendarDate(iso: text), date.year > 1900 { .date(date) } else { .text(text) }
    }
  }

  private func number(_ value: Double, _ style: RecordTable.Style) -> WorkbookCell {
    switch style {
    case .plain: .number(value)
    case .decimals(let places): .number(value, places: places)
    case .percentage(let places): .percentage(value, places: places)
    }
  }

  /// Single values by their names, those of inner objects behind the name of the outer one.
  package static func figures(_ members: [Member]) -> [(name: String, value: JSONValue)] {
    members.flatMap { member -> [(name: String, value: JSONValue)] in
      let inner: [Member]
      switch member.value {
      case .null: return []
      case .object(let members): inner = members
      case .array(let values):
        inner = values.enumerated().map { Member("\($0 + 1)", $1) }
      default: return [(member.name.inWords, member.value)]
      }
      return figures(inner).map { ("\(member.name.inWords): \($0.name)", $0.value) }
    }
  }
}

extension String {
  /// A key in words: "Incentive paid" for incentive_paid.
  package var inWords: String {
    let words = replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
