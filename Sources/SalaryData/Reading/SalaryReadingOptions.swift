public import Amounts
public import Tables

/// What a reader of salary files is told; what it is not told, it finds out or assumes and says so.
public struct SalaryReadingOptions: Sendable {
  /// The columns to keep besides pay: names of roles ("industry"), derived columns ("sector",
  /// "role", "level") and names in the header.
  public var columns: [String] = []
  /// Which pay counts, `.basePay` or `.totalPay`; nil takes base pay, and total pay where there is
  /// no base pay.
  public var pay: ColumnRole?
  /// Which columns hold what, where names and values mislead.
  public var mapping: TableMapping = TableMapping()
  /// The decimal separator of all amounts; nil decides by the amounts.
  public var decimal: DecimalConvention?
  /// The span of work that pay is for where neither cell nor column says so.
  public var payPeriod: PayPeriod?
  /// The currency of amounts that name none.
  public var assumedCurrency: Currency?
  /// The currency that pay is converted to; nil takes the most frequent one.
  public var currency: Currency?
  /// What currencies are worth; without it pay in other currencies is set aside.
  public var rates: ExchangeRates?
  /// The rules that set rows aside.
  public var rules: Set<CleaningRule> = Set(CleaningRule.allCases)
  /// Whether the reading says what became of each row.
  public var keepsRows: Bool = false
  /// The number of threads; the result does not depend on it.
  public var threads: Int = 1

  /// Creates options that leave everything to the reader.
  public init() {}
}
