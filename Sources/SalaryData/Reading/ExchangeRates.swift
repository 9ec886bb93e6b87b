public import Amounts
internal import CSVReading
public import Findings

/// What currencies are worth in each other, from a file that a person chose.
public struct ExchangeRates: Hashable, Sendable {
  /// The file that they were read from.
  public let path: String
  private var rates: [Currency: [Currency: Double]] = [:]

  /// Reads rates from a table with the columns `from`, `to` and `rate`: one unit of `from` is
  /// `rate` units of `to`.
  ///
  /// - Complexity: O(size of the file).
  public init(path: String) throws(InputFailure) {
    var rates: [Currency: [Currency: Double]] = [:]
    var stated: [[Currency]: Double] = [:]
    try ReferenceTable.read(
      path, columns: ["from", "to", "rate"]
    ) { (record, columns, _) throws(InputFailure) in
      var pair: [Currency] = []
      for column in columns.prefix(2) {
        guard let currency = Currency(code: record.text(column)) else {
          throw ReferenceTable.badCell(record, column, expected: "a currency code like USD")
        }
        pair.append(currency)
      }
      guard let rate = Double(record.text(columns[2])), rate > 0, rate.isFinite else {
        let pointed = record.text(columns[2]).replacing(",", with: ".")
        throw ReferenceTable.badCell(
          record, columns[2],
          expected: pointed != record.text(columns[2]) && Double(pointed) != nil
            ? "a number with a point, \(pointed)" : "a positive number")
      }
      if let other = stated[pair], other != rate {
        throw InputFailure(
          .badData,
          record.finding(
            "rates.two-values", field: columns[2],
            "one \(pair[0]) is \(record.text(columns[2])) \(pair[1]) here and \(other) in an earlier row",
            remedy: "keep the row that holds"))
      }
      stated[pair] = rate
      rates[pair[0], default: [:]][pair[1]] = rate
      // A pair given in one direction is known in the other.
      if rates[pair[1]]?[pair[0]] == nil { rates[pair[1], default: [:]][pair[0]] = 1 / rate }
    }
    self.path = path
    self.rates = rates
  }

  /// Returns how many units of one currency a unit of another is, directly or through one third
  /// currency that both are quoted in; nil where the file does not say.
  ///
  /// - Complexity: O(number of currencies).
  public func rate(from: Currency, to: Currency) -> Double? {
    if from == to { return 1 }
    if let direct = rates[from]?[to] { return direct }
    // The first by code, so that the answer does not depend on the order of a dictionary.
    let pivots = (rates[from] ?? [:]).keys.filter { rates[$0]?[to] != nil }
    guard let pivot = pivots.min(by: { $0.code < $1.code }),
      let first = rates[from]?[pivot], let second = rates[pivot]?[to]
    else { return nil }
    return first * second
  }
}
