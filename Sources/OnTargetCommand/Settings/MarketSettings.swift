import Amounts
import Answers
import Findings
import MarketAnswers

extension CalendarDate {
  /// Reads a day, or the first one of a month.
  init(option text: String, _ parameter: Parameter) throws(InputFailure) {
    guard let day = CalendarDate(iso: text) ?? YearMonth(iso: text)?.firstDay else {
      throw InputFailure(
        parameter, "setting.value", "\"\(text)\" is no day",
        remedy: "write year, month and day, such as 2026-07-01")
    }
    self = day
  }
}

extension CalendarDate {
  /// Reads a day, or the last one of a month.
  init(lastDay text: String, _ parameter: Parameter) throws(InputFailure) {
    if let month = YearMonth(iso: text) {
      self = month.advanced(by: 1).firstDay.advanced(by: -1)
    } else {
      try self.init(option: text, parameter)
    }
  }
}

extension Currency {
  /// Reads the code of a currency.
  init(option code: String, _ parameter: Parameter = .currency) throws(InputFailure) {
    guard let currency = Currency(code: code) else {
      throw InputFailure(
        parameter, "setting.value", "\"\(code)\" is no code of a currency",
        remedy: "write three letters, such as USD")
    }
    self = currency
  }
}

extension Series {
  /// Reads a name with a percentage, such as "SURVEY=3%".
  static func namedPercentage(
    _ text: String, _ parameter: Parameter
  ) throws(InputFailure) -> (name: String, share: Ratio) {
    guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
      throw InputFailure(
        parameter, "setting.value", "\"\(text)\" does not say whose it is",
        remedy: "write a name and a percentage, such as \(.parameter(parameter, "SURVEY=50%"))")
    }
    let share = try percentage(String(text[text.index(after: sign)...]), parameter, .rate)
    return (String(text[..<sign]), share)
  }

  /// Reads what one thing is over another, such as 1.08 or 108%.
  ///
  /// "8%" and "+8%" are differences, which some write for the same, so that they are asked about.
  static func factor(_ text: String, _ parameter: Parameter) throws(InputFailure) -> Ratio {
    let isPercentage = text.hasSuffix("%")
    guard !text.hasPrefix("+"),
      let number = Ratio(decimal: isPercentage ? String(text.dropLast()) : text),
      let factor = try? isPercentage ? number / 100 : number, let least = try? Ratio(3, over: 10),
      least <= factor, factor <= 3
    else {
      throw InputFailure(
        parameter, "setting.factor", "\"\(text)\" is not what one pay is over another",
        remedy: "for 8% more write \(.parameter(parameter, "1.08")) or 108%")
    }
    return factor
  }
}
