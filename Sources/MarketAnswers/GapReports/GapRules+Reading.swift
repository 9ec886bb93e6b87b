public import Amounts
internal import CSVReading
public import Findings
public import GapReporting

extension GapRules {
  /// Reads the rules of a law from a table with the columns `rules`, `setting`, `value`, `from`,
  /// `standing` and `source`.
  ///
  /// - Parameters:
  ///   - path: The table, which has those of other laws too.
  ///   - jurisdiction: Whose rules are wanted.
  ///   - day: The day whose rules they are; of a day before all of them the first.
  /// - Throws: `.badData` for a cell that is none, and for a table without the rules.
  /// - Complexity: O(size of the file).
  public init(
    path: String, of jurisdiction: Jurisdiction, on day: CalendarDate
  ) throws(InputFailure) {
    var rules: [Rule] = []
    try ReferenceTable.read(
      path, columns: ["rules", "setting", "value", "from", "standing", "source"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let owner = Jurisdiction(rawValue: record.text(columns[0])) else {
        throw ReferenceTable.badCell(
          record, columns[0], expected: "one of \(words(Jurisdiction.self))")
      }
      guard let setting = Setting(rawValue: record.text(columns[1])) else {
        throw ReferenceTable.badCell(record, columns[1], expected: "one of \(words(Setting.self))")
      }
      let value = record.text(columns[2])
      guard setting.takes(value) else {
        throw ReferenceTable.badCell(
          record, columns[2], expected: "what \(setting.rawValue) can be")
      }
      guard let from = CalendarDate(iso: record.text(columns[3])) else {
        throw ReferenceTable.badCell(record, columns[3], expected: "a date like 2017-04-06")
      }
      guard let standing = Standing(rawValue: record.text(columns[4])) else {
        throw ReferenceTable.badCell(record, columns[4], expected: "one of \(words(Standing.self))")
      }
      if owner == jurisdiction {
        rules.append(Rule(setting, value, from: from, standing, source: record.text(columns[5])))
      }
    }
    guard !rules.isEmpty, let read = GapRules(jurisdiction, rules, on: day) else {
      throw InputFailure(
        .badData,
        Finding(
          "dataset.empty", at: Place(file: path),
          "the table has no rules of \(jurisdiction.rawValue)"))
    }
    self = read
  }
}

private func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> String {
  Word.allCases.map(\.rawValue).joined(separator: ", ")
}
