public import Amounts

/// A number or a date that becomes text when the language is known.
package struct LocalizedValue: Hashable, Sendable {
  private let write: @Sendable (Language) -> String

  package init(_ write: @escaping @Sendable (Language) -> String) {
    self.write = write
  }

  package func text(in language: Language) -> String { write(language) }

  // What reads the same is the same.
  package static func == (left: LocalizedValue, right: LocalizedValue) -> Bool {
    left.write(.english) == right.write(.english)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(write(.english))
  }
}

extension Inline {
  /// Text that is written when the language of the document is known.
  public static func written(_ write: @escaping @Sendable (NumberStyle) -> String) -> Inline {
    Inline(runs: [.value(LocalizedValue { write(NumberStyle($0)) })])
  }

  /// Returns an amount without its currency; see `NumberStyle`.
  public static func amount(
    _ money: Money?, places: Int? = nil, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.amount(money, places: places, sign: sign) }
  }

  /// Returns an amount with its currency; see `NumberStyle`.
  public static func money(
    _ money: Money?, places: Int? = nil, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.money(money, places: places, sign: sign) }
  }

  /// Returns an estimated amount of major units with its currency; see `NumberStyle`.
  public static func money(
    _ majorUnits: Double?, _ currency: Currency, places: Int = 0,
    sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.money(majorUnits, currency, places: places, sign: sign) }
  }

  /// Returns a whole number; see `NumberStyle`.
  public static func number(
    _ value: (some BinaryInteger & Sendable)?, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.number(value, sign: sign) }
  }

  /// Returns an exact number with fixed decimal places; see `NumberStyle`.
  public static func number(
    _ value: Ratio?, places: Int, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.number(value, places: places, sign: sign) }
  }

  /// Returns an estimate with fixed decimal places; see `NumberStyle`.
  public static func number(
    _ value: Double?, places: Int, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.number(value, places: places, sign: sign) }
  }

  /// Returns an estimate with a number of significant digits; see `NumberStyle`.
  public static func number(
    _ value: Double?, significantDigits: Int, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.number(value, significantDigits: significantDigits, sign: sign) }
  }

  /// Returns an estimate with the digits that its standard error supports; see `NumberStyle`.
  public static func estimate(
    _ value: Double?, standardError: Double?, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.estimate(value, standardError: standardError, sign: sign) }
  }

  /// Returns a fraction of one as a percentage; see `NumberStyle`.
  public static func percentage(
    _ fraction: Ratio?, places: Int = 1, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.percentage(fraction, places: places, sign: sign) }
  }

  /// Returns an estimated fraction of one as a percentage; see `NumberStyle`.
  public static func percentage(
    _ fraction: Double?, places: Int = 1, sign: NumberStyle.Sign = .negativeOnly
  ) -> Inline {
    written { $0.percentage(fraction, places: places, sign: sign) }
  }

  /// Returns the mark for a value that is known only to be this or more, such as "≥ 208,000".
  public static func atLeast(_ value: Inline) -> Inline { Inline("≥\u{20}") + value }

  /// The mark for a value that is not there.
  public static let missing: Inline = Inline(NumberStyle().missing)

  /// Returns a month in the figures of the language, such as "2021-05" or "05/2021".
  public static func numericMonth(_ month: YearMonth) -> Inline {
    written { $0.language.numericMonth(month) }
  }

  /// Returns a day in the figures of the language, such as "2021-05-31" or "31.05.2021".
  public static func numericDate(_ date: CalendarDate) -> Inline {
    written { $0.language.numericDate(date) }
  }

  /// Returns the quarter that holds a month, such as "2021 Q2".
  public static func quarter(of month: YearMonth) -> Inline {
    written { $0.language.quarter(of: month) }
  }

  /// Returns a month with its name, such as "May 2021".
  public static func month(_ month: YearMonth) -> Inline {
    written { $0.language.month(month) }
  }

  /// Returns the name of a month of the calendar, 1 for January, such as "May".
  public static func monthName(_ month: Int) -> Inline {
    written { $0.language.monthName(month) }
  }

  /// Returns a day with the name of its month, such as "31 May 2021".
  public static func date(_ date: CalendarDate) -> Inline {
    written { $0.language.date(date) }
  }
}
