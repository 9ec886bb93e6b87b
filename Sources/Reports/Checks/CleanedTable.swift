internal import Amounts
internal import CSVReading
internal import Findings
internal import Reporting
internal import SalaryData

extension RecordTable {
  /// What became of each row of a salary file: the line, whether it was used and why not, the values that
  /// were made of it, and the cells as they were written.
  ///
  /// - Parameters:
  ///   - file: The file, which is read once more for its cells.
  ///   - reading: How it was read, with its rows.
  /// - Throws: What reading the file throws.
  init(cleaned file: CSVFile, _ reading: SalaryReading) throws(InputFailure) {
    let made = reading.table.names
    let written = file.header.map { name in
      (["line", "became", "reason", "currency"] + made).contains(name) ? "\(name)_as_written" : name
    }
    self.init(
      (["line", "became", "reason"] + made + ["currency"] + written).map { Column($0) })
    var fates = reading.rows.makeIterator()
    var next = fates.next()
    var cleaned = self
    _ = try file.records { (record) throws(InputFailure) in
      // Rows that are no records of the file have no cells.
      while let fate = next, fate.line < record.line {
        cleaned.append(Self.values(of: fate, reading, cells: file.header.map { _ in "" }))
        next = fates.next()
      }
      guard let fate = next, fate.line == record.line else { return }
      cleaned.append(
        Self.values(of: fate, reading, cells: (0..<record.count).map { record.text($0) }))
      next = fates.next()
    }
    while let fate = next {
      cleaned.append(Self.values(of: fate, reading, cells: file.header.map { _ in "" }))
      next = fates.next()
    }
    self = cleaned
  }

  private static func values(
    of fate: RowFate, _ reading: SalaryReading, cells: [String]
  ) -> [RecordValue] {
    let table = reading.table
    var row: Int?
    let became: String
    let reason: String
    switch fate.outcome {
    case .used(let position): (row, became, reason) = (position, "used", "")
    case .setAside(let rule):
      let summary = CleaningRule(rawValue: rule)?.summary.plainText
      (became, reason) = ("set aside", summary.map { "\(rule): \($0)" } ?? rule)
    case .rejected(let reasons):
      (became, reason) = ("rejected", reasons.map(\.plainText).joined(separator: "; "))
    }
    let made = table.names.map { name -> RecordValue in
      guard let row else { return .missing }
      if let numbers = table.numbers(name) {
        return numbers[row].isNaN ? .missing : .double(numbers[row])
      }
      return .text(table.categories(name)?[row])
    }
    return [.integer(fate.line), .text(became), .text(reason)] + made
      + [row == nil ? .missing : .text(reading.currency.code)] + cells.map { .text($0) }
  }
}
