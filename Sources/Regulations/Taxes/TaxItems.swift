internal import Amounts
internal import CSVReading
internal import Findings

/// The rows of tax tables, by item, year and filing status.
struct TaxItems {
  enum Item: String, CaseIterable {
    case standardDeduction = "standard_deduction"
    case bracket
    case socialSecurity = "social_security"
    case medicare
    case additionalMedicare = "additional_medicare"
  }

  private struct Key: Hashable {
    var item: Item
    var year: Int
    /// Nil for every status.
    var status: FilingStatus?
  }

  private var slices: [Key: [RateSchedule.Slice]] = [:]

  var years: [Int] { Set(slices.keys.map(\.year)).sorted() }

  func slices(_ item: Item, year: Int, status: FilingStatus) -> [RateSchedule.Slice]? {
    slices[Key(item: item, year: year, status: status)]
      ?? slices[Key(item: item, year: year, status: nil)]
  }

  mutating func read(_ path: String, _ items: [Item]) throws(InputFailure) {
    var found = slices
    try ReferenceTable.read(
      path, columns: ["year", "filing_status", "item", "amount", "rate", "source"]
    ) { (record, columns, _) throws(InputFailure) in
      guard let year = Int(record.text(columns[0])), (1913...2200).contains(year) else {
        throw ReferenceTable.badCell(record, columns[0], expected: "a year")
      }
      let status = FilingStatus(rawValue: record.text(columns[1]))
      guard status != nil || record.isEmpty(columns[1]) else {
        throw ReferenceTable.badCell(
          record, columns[1],
          expected: "one of \(FilingStatus.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard let item = Item(rawValue: record.text(columns[2])), items.contains(item) else {
        throw ReferenceTable.badCell(
          record, columns[2],
          expected: "one of \(items.map(\.rawValue).joined(separator: ", "))")
      }
      let key = Key(item: item, year: year, status: status)
      let last = found[key]?.last
      guard let from = Ratio(decimal: record.text(columns[3])), from >= 0,
        last.map({ $0.from < from }) ?? true
      else {
        throw ReferenceTable.badCell(
          record, columns[3], expected: "an amount above that of the row before")
      }
      guard
        let rate = item == .standardDeduction ? .zero : Ratio(decimal: record.text(columns[4])),
        rate >= 0, rate <= 1, item != .standardDeduction || last == nil
      else {
        throw ReferenceTable.badCell(record, columns[4], expected: "a rate from 0 to 1")
      }
      found[key, default: []].append(RateSchedule.Slice(from: from, rate: rate))
    }
    slices = found
  }
}
