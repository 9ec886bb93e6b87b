internal import Amounts
internal import Tables

/// The currencies of the rows, and the one that all pay is brought to.
struct PayCurrency {
  /// The currency of the pay in the table.
  let currency: Currency
  /// The currency of amounts that name none.
  let source: Currency
  /// Whether nothing in the file says so.
  let isAssumed: Bool
  /// What was pointed to instead.
  let pointer: CurrencyPointer?
  /// How many rows name a currency, where nothing but cells does; nil where all do, or nobody has to.
  let rowsNaming: (some: Int, all: Int)?
  /// For each row the position of its currency in `factors`; empty when no row names one.
  private let codes: PackedColumn<UInt32>
  /// What the pay is multiplied by; nil where there is no rate.
  private let factors: [Double?]

  /// Returns how many of the rows that are kept were written in another currency and converted.
  func convertedRows(_ rows: Int, where isKept: (Int) -> Bool) -> Int {
    guard !codes.isEmpty || factors[0] != 1 else { return 0 }
    return (0..<rows).count { row in
      let factor = factors[codes.isEmpty ? 0 : Int(codes[row])]
      return isKept(row) && factor != nil && factor != 1
    }
  }

  /// Decides for the currency asked for, else that of the header, else the most frequent one, else the
  /// one that places or words point to.
  init(
    labels: [String], codes: PackedColumn<UInt32>, header: Currency?, pointer: CurrencyPointer?,
    _ options: SalaryReadingOptions
  ) {
    self.codes = codes
    let assumed = header ?? options.assumedCurrency
    let currencies = labels.map { label in
      MissingMark.isMissing(label) ? assumed ?? nil : CurrencyLabel.currency(label)
    }
    var rows = [Int](repeating: 0, count: labels.count)
    for code in codes { rows[Int(code)] += 1 }
    let most = Self.mostFrequent(currencies, rows)
    isAssumed = header == nil && most == nil
    self.pointer = isAssumed && options.assumedCurrency == nil ? pointer : nil
    let source = header ?? most ?? options.assumedCurrency ?? pointer?.currency
    let silent = labels.indices.reduce(0) {
      $0 + (MissingMark.isMissing(labels[$1]) ? rows[$1] : 0)
    }
    rowsNaming =
      assumed == nil && most != nil && silent > 0
      ? (codes.count - silent, codes.count) : nil
    let target = options.currency ?? source ?? .usd
    currency = target
    self.source = source ?? target
    factors = labels.indices.map { index in
      let label = labels[index]
      // A row that names no currency has that of the others.
      let own = MissingMark.isMissing(label) ? source ?? target : currencies[index]
      guard let own else { return nil }
      return own == target ? 1 : options.rates?.rate(from: own, to: target)
    }
  }

  /// The currency of most rows; of equals the one that comes first in the file.
  private static func mostFrequent(_ currencies: [Currency?], _ rows: [Int]) -> Currency? {
    var totals: [Currency: Int] = [:]
    for (currency, count) in zip(currencies, rows) {
      if let currency { totals[currency, default: 0] += count }
    }
    let most = totals.values.max() ?? 0
    return most == 0 ? nil : currencies.first { $0.map { totals[$0] == most } ?? false } ?? nil
  }

  /// Converts the pay of every row, or sets rows aside that no rate converts.
  func convert(
    _ pay: inout PackedColumn<Double>, _ screening: inout RowScreening,
    _ options: SalaryReadingOptions
  ) {
    if options.rules.contains(.otherCurrency) {
      for row in codes.indices where factors[Int(codes[row])] == nil {
        screening.setAside(row, .otherCurrency)
      }
      if codes.isEmpty, factors[0] == nil {
        for row in pay.indices { screening.setAside(row, .otherCurrency) }
      }
    }
    convert(&pay)
  }

  /// Converts amounts; those without a rate stay as they are.
  func convert(_ amounts: inout PackedColumn<Double>) {
    if codes.isEmpty {
      if let factor = factors[0], factor != 1 { amounts.multiply(by: { _ in factor }) }
    } else if factors.contains(where: { $0 != nil && $0 != 1 }) {
      amounts.multiply(by: { factors[Int(codes[$0])] ?? 1 })
    }
  }
}
