/// What a column of a salary file holds.
public enum ColumnRole: String, Hashable, Sendable, CaseIterable {
  case basePay = "base_pay"
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
    case .basePay, .totalPay, .commission, .bonus: true
    default: false
    }
  }

  /// Whether the column is kept as numbers; the others are kept as categories.
  public var isNumeric: Bool {
    switch self {
    case .experience, .weight: true
    default: isPay
    }
  }
}
