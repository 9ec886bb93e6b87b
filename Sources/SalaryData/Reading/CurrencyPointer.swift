internal import Amounts
internal import Findings
internal import Tables

/// The currency that places and words point to in a file that names none.
struct CurrencyPointer {
  /// The currency; nil where people are in countries with several.
  let currency: Currency?
  /// What points to it, as a phrase.
  let reason: Inline

  /// Looks at the countries of the rows, or else at the language of the name of the pay.
  ///
  /// - Returns: nil where neither points to anything.
  init?(_ pass: borrowing SalaryPass, _ vocabularies: SalaryVocabularies) {
    let texts = pass.columns.texts
    if let index = texts.firstIndex(where: { $0.name == ColumnRole.country.rawValue }) {
      let currencies = pass.rows.texts[index].labels.map { label in
        vocabularies.countries.entry(for: label, .whole)
          .flatMap { vocabularies.currencyOfCountry[$0.code] }
      }
      var rows: [Currency: Int] = [:]
      for code in pass.rows.block.codes[index] {
        if let currency = currencies[Int(code)] { rows[currency, default: 0] += 1 }
      }
      let known = rows.values.reduce(0, +)
      if let most = rows.max(by: { ($0.value, $1.key.code) < ($1.value, $0.key.code) }) {
        // Nine in ten: the others are people abroad, or slips.
        let isClear = most.value * 10 >= known * 9
        currency = isClear ? most.key : nil
        reason =
          isClear
          ? "nothing names a currency, and \(most.value) of \(known) people are in countries with this one"
          : "nothing names a currency, and the people are in countries with \(rows.count) of them"
        return
      }
    }
    guard pass.columns.payColumns[0].remarks.isGerman else { return nil }
    currency = .eur
    reason = "nothing names a currency, and the name of the column is German"
  }
}
