public import Amounts

/// The one place where numbers become text for people: separators, signs, units, missing values.
///
/// Every function takes nil too, and writes it, like what is not finite, as the mark for a missing
/// value.
public struct NumberStyle: Hashable, Sendable {
  /// When a sign is written.
  public enum Sign: Hashable, Sendable {
    /// Only before negative numbers.
    case negativeOnly
    /// Before positive numbers too, as for differences; zero has none.
    case always
  }

  /// The language whose separators are used.
  public let language: Language

  /// Creates the style of a language.
  public init(_ language: Language = .english) {
    self.language = language
  }

  private var marks: LanguageHead { language.file.head }

  // MARK: Money

  /// Returns an amount without its currency, such as "57,504.00".
  ///
  /// Places default to those of the currency; 0 gives whole units, rounded half to even.
  public func amount(
    _ money: Money?, places: Int? = nil, sign: Sign = .negativeOnly
  ) -> String {
    guard let money else { return missing }
    guard let places else { return localized(money.fixedPoint, sign) }
    return number(money.majorUnits, places: places, sign: sign)
  }

  /// Returns an amount with its currency, such as "$57,504.00", "57.504,00 $" or "CHF 57,504.00".
  public func money(
    _ money: Money?, places: Int? = nil, sign: Sign = .negativeOnly
  ) -> String {
    guard let money else { return missing }
    return withCurrency(amount(money, places: places, sign: sign), money.currency)
  }

  /// Returns an estimated amount of major units with its currency, such as "$57,504".
  public func money(
    _ majorUnits: Double?, _ currency: Currency, places: Int = 0, sign: Sign = .negativeOnly
  ) -> String {
    guard let majorUnits, majorUnits.isFinite else { return missing }
    return withCurrency(number(majorUnits, places: places, sign: sign), currency)
  }

  /// Returns the sign that a currency goes by, such as "$", or its code where it has none.
  public func symbol(of currency: Currency) -> String {
    marks.currencies[currency.code] ?? currency.code
  }

  private func withCurrency(_ amount: String, _ currency: Currency) -> String {
    var symbol = symbol(of: currency)
    // Letters never touch a digit: "CHF 57,504.00".
    if symbol.last?.isLetter == true, marks.money.starts(with: "¤#" as String) { symbol += " " }
    let sign = amount.prefix { "+-".contains($0) }
    return sign
      + marks.money.replacingPlace("#", with: amount.dropFirst(sign.count))
      .replacingPlace("¤", with: symbol)
  }

  // MARK: Plain numbers

  /// Returns a whole number, such as "1,204".
  public func number(_ value: (some BinaryInteger)?, sign: Sign = .negativeOnly) -> String {
    value.map { localized("\($0)", sign) } ?? missing
  }

  /// Returns an exact number with fixed decimal places, rounded half to even.
  public func number(_ value: Ratio?, places: Int, sign: Sign = .negativeOnly) -> String {
    value.map { localized($0.fixedPoint(places: places), sign) } ?? missing
  }

  /// Returns an estimate with fixed decimal places, such as "1,234.57".
  ///
  /// What is rounded, half to even, is the shortest decimal that denotes the number: 2.675 with
  /// two places is "2.68", although the binary number is a little less.
  public func number(_ value: Double?, places: Int, sign: Sign = .negativeOnly) -> String {
    guard let value, value.isFinite else { return missing }
    guard let decimal = Ratio(shortestDecimalOf: value) else {
      return localized(abs(value) < 1 ? Ratio.zero.fixedPoint(places: places) : "\(value)", sign)
    }
    return number(decimal, places: places, sign: sign)
  }

  /// Returns an estimate with a number of significant digits, such as "0.0123" or "57,500".
  public func number(
    _ value: Double?, significantDigits: Int, sign: Sign = .negativeOnly
  ) -> String {
    guard let value, value.isFinite else { return missing }
    guard value != 0, let decimal = Ratio(shortestDecimalOf: value) else {
      return number(value, places: max(0, significantDigits - 1), sign: sign)
    }
    return number(
      decimal, downTo: decimal.exponent(significantDigits: significantDigits), sign: sign)
  }

  /// Returns an estimate with the digits that its standard error supports.
  ///
  /// The last digit shown is the second significant one of the standard error, the usual advice
  /// for reporting uncertainty (JCGM 100:2008, section 7.2.6). Without a usable standard error
  /// four significant digits are shown.
  public func estimate(
    _ value: Double?, standardError: Double?, sign: Sign = .negativeOnly
  ) -> String {
    guard let value, value.isFinite else { return missing }
    guard let standardError, standardError.isFinite, standardError > 0,
      let error = Ratio(shortestDecimalOf: standardError),
      let decimal = Ratio(shortestDecimalOf: value)
    else { return number(value, significantDigits: 4, sign: sign) }
    return number(decimal, downTo: error.exponent(significantDigits: 2), sign: sign)
  }

  /// Writes a number rounded to a power of ten.
  private func number(_ value: Ratio, downTo exponent: Int, sign: Sign) -> String {
    guard exponent > 0,
      let step = Ratio(decimal: "1" + String(repeating: "0", count: exponent)),
      let count = try? value / step, let rounded = try? count.rounded() * step
    else { return number(value, places: max(0, -exponent), sign: sign) }
    return number(rounded, places: 0, sign: sign)
  }

  // MARK: Shares

  /// Returns a fraction of one as a percentage, such as "12.5%" or "12,5 %".
  public func percentage(
    _ fraction: Ratio?, places: Int = 1, sign: Sign = .negativeOnly
  ) -> String {
    guard let fraction else { return missing }
    guard let percent = try? fraction * Ratio(100) else {
      return percentage(fraction.doubleValue, places: places, sign: sign)
    }
    return marks.percent.replacingPlace("#", with: number(percent, places: places, sign: sign))
  }

  /// Returns an estimated fraction of one as a percentage.
  public func percentage(
    _ fraction: Double?, places: Int = 1, sign: Sign = .negativeOnly
  ) -> String {
    guard let fraction, fraction.isFinite else { return missing }
    guard let exact = Ratio(shortestDecimalOf: fraction) else {
      let percent = number(fraction * 100, places: places, sign: sign)
      return marks.percent.replacingPlace("#", with: percent)
    }
    return percentage(exact, places: places, sign: sign)
  }

  // MARK: What is not a number

  /// The mark for a value that is not there.
  public var missing: String { "—" }

  /// Returns the mark for a value that is known only to be this or more, such as "≥ 208,000".
  public func atLeast(_ formatted: String) -> String { "≥ \(formatted)" }

  // MARK: Digits

  /// Groups plain digits such as "-57504.25" and gives them the separators of the language.
  private func localized(_ plain: String, _ sign: Sign) -> String {
    let isNegative = plain.hasPrefix("-")
    let unsigned = isNegative ? plain.dropFirst() : plain[...]
    let whole = unsigned.prefix { $0.isNumber }
    let rest = unsigned.dropFirst(whole.count)
    let grouped = groupingThousands(whole, by: marks.group)
    let isZero = unsigned.allSatisfy { $0 == "0" || $0 == "." }
    let mark = isNegative ? "-" : sign == .always && !isZero ? "+" : ""
    return mark + grouped
      + (rest.first == "." ? marks.decimal + rest.dropFirst() : String(rest))
  }
}

extension String {
  /// The text with another in the place of a mark.
  fileprivate func replacingPlace(_ mark: Character, with text: some StringProtocol) -> String {
    guard let place = firstIndex(of: mark) else { return self }
    return "\(self[..<place])\(text)\(self[index(after: place)...])"
  }
}

extension Ratio {
  /// The decimal that is written for a floating-point number; nil when it is not in ±10⁻¹⁸ … 10¹⁸.
  package init?(shortestDecimalOf value: Double) {
    guard value.isFinite, value == 0 || (1e-18..<1e18).contains(abs(value)) else { return nil }
    let parts = "\(value)".split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), let mantissa = Ratio(decimal: parts[0])
    else {
      self.init(decimal: "\(value)")
      return
    }
    let power = "1" + String(repeating: "0", count: abs(exponent))
    guard let scale = Ratio(decimal: power),
      let result = try? exponent < 0 ? mantissa / scale : mantissa * scale
    else { return nil }
    self = result
  }

  /// The power of ten of the last of some significant digits, after rounding to them.
  package func exponent(significantDigits: Int) -> Int {
    var leading = 0
    var bound = Ratio.one
    let magnitude = self < .zero ? -self : self
    let ten = Ratio(10)
    while magnitude >= bound, let next = try? bound * ten {
      bound = next
      leading += 1
    }
    while leading <= 0, magnitude < bound, let next = try? bound / ten, next > magnitude {
      bound = next
      leading -= 1
    }
    // Now the magnitude is below 10^leading and at least a tenth of it; rounding may carry it over.
    let last = leading - significantDigits
    guard let step = Ratio(decimal: "1" + String(repeating: "0", count: abs(last))),
      let count = try? last < 0 ? magnitude * step : magnitude / step,
      let digits = Ratio(decimal: "1" + String(repeating: "0", count: significantDigits))
    else { return last }
    return count.rounded() >= digits ? last + 1 : last
  }
}
