package import Amounts

extension Inline {
  /// Writes a rate or share with the decimal places that it needs, up to three: "12.5%", "14.876%".
  package static func rate(_ share: Ratio) -> Inline {
    .percentage(share, places: share.places(upTo: 3, scale: 100))
  }

  /// Writes an amount with the code of its currency: "57,504.00 USD".
  package static func withCode(_ money: Money) -> Inline {
    "\(.amount(money)) \(money.currency.code)"
  }

  /// Writes a number with the decimal places that it needs, up to a limit: "1.5", "600,000".
  package static func plain(_ number: Ratio, upTo limit: Int = 2) -> Inline {
    .number(number, places: number.places(upTo: limit))
  }

  /// Writes an estimate with the decimal places that it needs, up to a limit: "0.5", "97.5".
  package static func plain(_ number: Double, upTo limit: Int) -> Inline {
    var scaled = number
    for places in 0..<limit {
      if abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled)) {
        return .number(number, places: places)
      }
      scaled *= 10
    }
    return .number(number, places: limit)
  }
}

extension Ratio {
  /// The decimal places that the value times a scale needs, up to a limit.
  fileprivate func places(upTo limit: Int, scale: Int = 1) -> Int {
    guard var rest = try? self * Ratio(scale) else { return limit }
    for places in 0..<limit {
      if rest.isInteger { return places }
      guard let next = try? rest * 10 else { return limit }
      rest = next
    }
    return limit
  }
}
