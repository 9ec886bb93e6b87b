/// What a column of a salary file holds.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  case basePay = "base_pay"
  /// Base pay for another span, of the people for whom the first column is empty: hourly rates of
  /// some beside monthly salaries of the others.
  case otherBasePay = "other_base_pay"
  case totalPay = "total_pay"
  case commission
  case bonus
  case currency
  case payPeriod = "pay_period"
  case industry
  case title
  case employer
  case state
  case country
  case experience
  /// The hours of a week that a person is paid for.
  case hours
  /// The part of full time that a person works: the full-time equivalent.
  case fte
  case level
  case gender
  case weight
  case date
  /// Who or what a row is about: a number of a person or a response, a name, an address.
  case identifier = "id"
  case city

  /// Whether the column holds amounts of money.
  public var isPay: Bool {
    switch self {
    case .basePay, .otherBasePay, .totalPay, .commission, .bonus: true
    default: false
    }
  }

  /// Whether the column is kept as numbers; the others are kept as categories.
  public var isNumeric: Bool {
    switch self {
    case .experience, .hours, .fte, .weight: true
    default: isPay
    }
  }

  /// Whether the column names what a person is or where; what a yes or a no never is.
  var isName: Bool {
    switch self {
    case .industry, .title, .employer, .state, .country, .city, .level: true
    default: false
    }
  }
}
