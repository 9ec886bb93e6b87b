/// Which character stands before the decimals of the numbers in a column.
///
/// The other one of point and comma groups thousands. Blanks and apostrophes group in both.
public enum DecimalConvention: String, Hashable, Sendable, CaseIterable {
  /// A point before the fraction and commas between thousands, as in 57,504.00.
  case point
  /// A comma before the fraction and points between thousands, as in 57.504,00.
  case comma

  var decimalSeparator: UInt8 {
    switch self {
    case .point: UInt8(ascii: ".")
    case .comma: UInt8(ascii: ",")
    }
  }

  /// The convention with the separators swapped.
  public var opposite: DecimalConvention { self == .point ? .comma : .point }
}
