internal import Reporting
internal import SalaryData

extension ColumnRole {
  /// A kind of pay as a title begins with it.
  var payTitle: Inline {
    switch self {
    case .totalPay: "Total pay"
    case .commission: "Commission"
    case .bonus: "Bonus"
    default: "Base pay"
    }
  }

  /// A kind of pay within a sentence.
  var payName: Inline {
    switch self {
    case .totalPay: "total pay"
    case .commission: "commission"
    case .bonus: "bonus"
    default: "base pay"
    }
  }
}
