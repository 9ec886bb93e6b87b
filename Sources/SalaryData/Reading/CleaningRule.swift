public import Findings

/// A named rule by which rows are set aside; each can be switched off, and each is counted.
public enum CleaningRule: String, Hashable, Sendable, CaseIterable {
  /// The row is a total or a mean of others: "Total", "Average".
  case totalRow = "total-row"
  /// The pay is after tax, so it cannot stand beside gross pay.
  case netPay = "net-pay"
  /// The amount is on-target earnings in a column of base pay.
  case onTargetPay = "on-target-pay"
  /// The pay is zero or less.
  case zeroPay = "zero-pay"
  /// The pay is in another currency than most, and no rate converts it.
  case otherCurrency = "other-currency"
  /// The amount is too large for the period of its column, but not for a month or a year: 55,000
  /// among hourly rates.
  case otherPeriod = "other-period"
  /// The pay looks a thousand times too small: 57.5 for 57,500.
  case payInThousands = "pay-in-thousands"
  /// The pay looks a thousand times too large: 57,504,000 for 57,504.
  case payTimesThousand = "pay-times-thousand"
  /// The pay is below a fiftieth or above fifty times the median.
  case implausiblePay = "implausible-pay"
  /// The row is written exactly like an earlier one, and something in it tells whose it is.
  case duplicateRow = "duplicate-row"

  /// The name under which rows without pay are counted; such rows are always set aside.
  public static let missingPay: String = "missing-pay"

  /// What the rule sets aside, as a phrase.
  public var summary: Inline {
    switch self {
    case .totalRow: "totals and means of other rows"
    case .otherPeriod: "amounts for a month or a year in a column of pay for less"
    case .netPay: "pay after tax"
    case .onTargetPay: "on-target earnings in a column of base pay"
    case .zeroPay: "pay of zero or less"
    case .otherCurrency: "pay in another currency, without a rate"
    case .payInThousands: "pay that looks a thousand times too small, or is for an hour"
    case .payTimesThousand: "pay that looks a thousand times too large"
    case .implausiblePay: "pay below a fiftieth or above fifty times the median"
    case .duplicateRow:
      "rows written exactly like an earlier one, where something tells whose they are"
    }
  }
}
