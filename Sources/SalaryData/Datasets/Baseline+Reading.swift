internal import Amounts
internal import CSVReading
public import Findings

extension Baseline {
  /// Reads the figures of a publisher, oldest first; the oldest is the baseline, the others show
  /// how the same publisher's number moved.
  ///
  /// - Complexity: O(size of the file).
  public static func read(path: String) throws(InputFailure) -> [Baseline] {
    var figures: [Baseline] = []
    try ReferenceTable.read(
      path,
      columns: [
        "amount", "currency", "pay_kind", "title", "country", "reference_period", "publisher",
      ]
    ) { (record, columns, _) throws(InputFailure) in
      guard let currency = Currency(code: record.text(columns[1])) else {
        throw ReferenceTable.badCell(record, columns[1], expected: "a currency code like USD")
      }
      guard let majorUnits = Ratio(decimal: record.text(columns[0])),
        let amount = try? Money(rounding: majorUnits, currency: currency)
      else { throw ReferenceTable.badCell(record, columns[0], expected: "an amount") }
      guard let month = YearMonth(iso: record.text(columns[5])) else {
        throw ReferenceTable.badCell(record, columns[5], expected: "a month like 2021-05")
      }
      figures.append(
        Baseline(
          amount: amount, payKind: record.text(columns[2]), title: record.text(columns[3]),
          country: record.text(columns[4]), referencePeriod: month,
          publisher: record.text(columns[6])))
    }
    return figures.sorted { $0.referencePeriod < $1.referencePeriod }
  }
}
