internal import Amounts

extension Axis.Unit {
  /// Writes a number on an axis.
  func text(_ value: Double, places: Int, _ language: Language) -> String {
    let numbers = NumberStyle(language)
    switch self {
    case .number: return numbers.number(value, places: places)
    case .money(let currency):
      let digits = places == 0 ? 0 : max(places, Int(currency.minorUnitDigits))
      return numbers.money(value, currency, places: digits)
    case .percentage: return numbers.percentage(value, places: places)
    case .month:
      guard let month = Int(exactly: value.rounded()), (12..<120_000).contains(month) else {
        return numbers.missing
      }
      return language.shortMonth(YearMonth(monthNumber: month))
    case .year:
      return Int(exactly: value.rounded()).map { "\($0)" } ?? numbers.missing
    }
  }

  /// Writes numbers that stand together, in a column or a sentence, with the same places.
  ///
  /// Money is whole; other numbers have the places that four significant digits of the greatest
  /// need, percentages one at most, and none where all of them would be zeros.
  func texts(_ values: [Double?], _ language: Language) -> [String] {
    let known = values.compactMap { $0 }.filter { $0.isDrawable }
    var places = 0
    switch self {
    case .money, .month, .year: break
    case .percentage: places = 1
    case .number:
      let greatest = known.reduce(0) { max($0, abs($1)) }
      if greatest > 0, let decimal = Ratio(shortestDecimalOf: greatest) {
        places = max(0, -decimal.exponent(significantDigits: 4))
      }
    }
    while places > 0, known.allSatisfy({ isWhole($0, places: places, language) }) { places -= 1 }
    return values.map { value in
      guard let value, value.isFinite else { return NumberStyle(language).missing }
      return text(value, places: places, language)
    }
  }

  /// Whether the last of so many places of a number is a zero.
  private func isWhole(_ value: Double, places: Int, _ language: Language) -> Bool {
    text(value, places: places, language).last { $0.isNumber } == "0"
  }

  /// Writes numbers that stand together when the language is known.
  func texts(_ values: [Double?]) -> [Inline] {
    values.indices.map { index in .written { texts(values, $0.language)[index] } }
  }

  /// Writes numbers that are all known.
  func texts(_ values: [Double]) -> [Inline] { texts(values.map { Optional($0) }) }

  /// Writes one number when the language is known.
  func text(_ value: Double?) -> Inline { texts([value])[0] }
}
