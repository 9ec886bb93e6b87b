internal import Amounts

/// The currency that the value of a currency column names.
enum CurrencyLabel {
  /// Reads "USD", "US Dollar", "€" and "EUR European Euro"; nil for other text, and for several.
  static func currency(_ label: String) -> Currency? {
    let currencies = WrittenAmount.named(in: label).currencies
    return currencies.count == 1 ? currencies.first : nil
  }
}
