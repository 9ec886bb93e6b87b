/// An amount of pay as a person wrote it, such as "$57,504", "55-60k" or "4.500 brutto im Monat".
///
/// Everything that was written is either understood or an error: nothing is skipped in silence.
public struct WrittenAmount: Hashable, Sendable {
  /// What an amount says about itself besides number, currency and period.
  public struct Remarks: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Marked as not exact: "~60k", "about 60,000".
    public static let approximate: Remarks = Remarks(rawValue: 1 << 0)
    /// A lower bound: "60k+", "over 60,000".
    public static let atLeast: Remarks = Remarks(rawValue: 1 << 1)
    /// An upper bound: "up to 60k".
    public static let atMost: Remarks = Remarks(rawValue: 1 << 2)
    /// Before tax, as all amounts here are unless they say otherwise.
    public static let gross: Remarks = Remarks(rawValue: 1 << 3)
    /// After tax, so not comparable with gross pay.
    public static let net: Remarks = Remarks(rawValue: 1 << 4)
    /// More pay is named behind a plus and is not in the amount: "60k + bonus".
    public static let withExtras: Remarks = Remarks(rawValue: 1 << 5)
    /// On-target earnings, so base and incentive pay together.
    public static let onTarget: Remarks = Remarks(rawValue: 1 << 6)
  }

  /// The amount in major units; of a range the lower end.
  public var lower: Ratio
  /// The upper end of a range; the amount itself where there is no range.
  public var upper: Ratio
  /// The currencies that the sign or code can stand for, the likeliest first; "$" is several.
  public var currencies: [Currency] = []
  /// The span of work that the amount is for, where it says so.
  public var period: PayPeriod?
  /// What else the text says of the amount, such as that it is approximate or a lower bound.
  public var remarks: Remarks = []

  /// Whether two different amounts were written as the ends of a range.
  public var isRange: Bool { lower != upper }

  /// The amount, or the middle of the range.
  public var middle: Ratio {
    guard isRange, let sum = try? lower + upper, let half = try? sum / 2 else { return lower }
    return half
  }

  /// The currency that the sign or code stands for when nothing else is known.
  public var currency: Currency? { currencies.first }

  /// Why a text is not an amount.
  public enum Unreadable: Error, Hashable, Sendable {
    /// There is no number in it.
    case noNumber
    /// There are several numbers that are not a range.
    case severalNumbers
    /// The separators of a number do not fit the decimal convention of the column.
    case separators(DecimalConvention)
    /// The upper end of a range is below its lower end.
    case reversedRange
    /// The text names two currencies, such as "$60k EUR".
    case severalCurrencies
    /// The text names two periods of pay, such as "30/hour per year".
    case severalPeriods
    /// The text names a period that may be of the amount or of what stands beside it, such as
    /// "4000 + 500 a month" and "4000 paid monthly".
    case openPeriod
    /// The text is a percentage, which is no amount.
    case percentage
    /// A word or sign in it is not known.
    case unknown(String)
    /// The number is too large.
    case overflow
  }
}

extension WrittenAmount.Unreadable: CustomStringConvertible {
  /// The reason, in a few words without a full stop.
  public var description: String {
    switch self {
    case .noNumber: "holds no number"
    case .severalNumbers: "holds several numbers"
    case .separators(.point): "is no number with a decimal point"
    case .separators(.comma): "is no number with a decimal comma"
    case .reversedRange: "is a range whose end is below its start"
    case .severalCurrencies: "names several currencies"
    case .severalPeriods: "names several periods of pay"
    case .openPeriod: "names a period that may be of the amount or not; 4000/month is clear"
    case .percentage: "is a percentage"
    case .unknown(let word): "holds \"\(word)\", which is not understood"
    case .overflow: "is too large"
    }
  }
}
