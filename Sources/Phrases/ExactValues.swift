public import Amounts

// What is exact is written in English as files and programs write it, and elsewhere as people do.

extension Inline.StringInterpolation {
  /// Adds an amount with its currency: "57504.00 USD", and "57.504,00 $" in German.
  public mutating func appendInterpolation(_ money: Money) {
    appendInterpolation(Inline.exact(money))
  }
}

extension Inline {
  /// A day, such as "2021-05-31" or "31. Mai 2021".
  package static func day(_ date: CalendarDate) -> Inline {
    written { $0.language == .english ? date.description : $0.language.date(date) }
  }

  /// An amount with its currency, such as "57504.00 USD" or "57.504,00 $".
  package static func exact(_ money: Money) -> Inline {
    written { $0.language == .english ? money.description : $0.money(money) }
  }

  /// An exact amount with its currency, by default with the decimals of it, such as "57504.00 USD".
  package static func exact(_ amount: Ratio, _ currency: Currency, places: Int? = nil) -> Inline {
    let places = places ?? Int(currency.minorUnitDigits)
    return written {
      $0.language == .english
        ? "\(amount.fixedPoint(places: places)) \(currency.code)"
        : "\($0.number(amount, places: places)) \($0.symbol(of: currency))"
    }
  }

  /// An amount with its currency, thousands apart, and no more decimals than it needs up to four:
  /// "57,504 USD" or "57.504 $".
  package static func rounded(_ amount: Ratio, _ currency: Currency) -> Inline {
    written {
      let number = $0.number(amount, places: amount.places(upTo: 4))
      let sign = $0.language == .english ? currency.code : $0.symbol(of: currency)
      return "\(number) \(sign)"
    }
  }

  /// A number, thousands apart, and no more decimals than it needs up to four: "57,504" or "1.5".
  package static func rounded(_ number: Ratio) -> Inline {
    .number(number, places: number.places(upTo: 4))
  }

  /// A number without needless decimals, such as "57504" or "4792.25".
  package static func ungrouped(_ number: Ratio) -> Inline {
    written {
      $0.language == .english
        ? number.plain : $0.number(number, places: number.isInteger ? 0 : 2)
    }
  }

  /// A share in percent with up to two decimals, such as "90%", "8.33%" or "8,33 %".
  package static func share(_ share: Ratio) -> Inline {
    written {
      $0.language == .english
        ? share.percentText : $0.percentage(share, places: share.percentPlaces)
    }
  }
}

extension Ratio {
  /// An amount without needless decimals as files write it, such as "57504" or "4792.25".
  package var plain: String { fixedPoint(places: isInteger ? 0 : 2) }

  /// The share in percent with up to two decimals, such as "90%" or "8.33%".
  package var percentText: String {
    guard let percent = try? self * 100 else { return "\(doubleValue * 100)%" }
    return percent.fixedPoint(places: percentPlaces) + "%"
  }

  /// The decimals of the share in percent: none for a whole one, else one or two.
  fileprivate var percentPlaces: Int {
    guard let percent = try? self * 100, !percent.isInteger else { return 0 }
    return percent.fixedPoint(places: 2).hasSuffix("0") ? 1 : 2
  }

  /// The decimals of the number that are not zeros at the end, up to a limit.
  fileprivate func places(upTo limit: Int) -> Int {
    guard !isInteger else { return 0 }
    let digits = fixedPoint(places: limit).reversed()
    return limit - min(limit, digits.prefix { $0 == "0" }.count)
  }
}
