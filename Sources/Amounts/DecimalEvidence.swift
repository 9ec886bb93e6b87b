/// Counts what the numbers of a column say about its decimal separator.
///
/// "57,504.00" and "57.5" can be read in one way only; "57,504" and "57.504" in two, of which
/// grouping is the likelier, because pay is rarely written with three decimals.
public struct DecimalEvidence: Hashable, Sendable {
  private var certain: [DecimalConvention: Int] = [:]
  private var likely: [DecimalConvention: Int] = [:]

  /// Creates a count of nothing.
  public init() {}

  /// Counts every number that a text holds.
  public mutating func add(_ text: some StringProtocol) {
    for case .number(let number) in WrittenAmountLexer.tokens(of: text) {
      guard let (convention, isCertain) = number.impliedConvention else { continue }
      if isCertain {
        certain[convention, default: 0] += 1
      } else {
        likely[convention, default: 0] += 1
      }
    }
  }

  /// The convention that most of the numbers speak for; the point where none does.
  public var convention: DecimalConvention {
    let counts = certain.isEmpty ? likely : certain
    return counts[.comma, default: 0] > counts[.point, default: 0] ? .comma : .point
  }

  /// Whether some numbers can only be read by the other convention.
  public var isContradicted: Bool { certain[convention.opposite, default: 0] > 0 }

  /// Whether the convention rests on numbers that could also be read the other way.
  public var isUncertain: Bool { certain.isEmpty && !likely.isEmpty }
}

extension WrittenNumber {
  /// The convention under which the number makes sense, and whether it is the only one.
  var impliedConvention: (DecimalConvention, isCertain: Bool)? {
    let marks = text.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard let last = marks.last else { return nil }
    let decimalByLast: DecimalConvention = last == UInt8(ascii: ".") ? .point : .comma
    if marks.contains(where: { $0 != last }) {
      return marks.count { $0 == last } == 1 ? (decimalByLast, true) : nil
    }
    if marks.count > 1 { return (decimalByLast.opposite, true) }
    let parts = text.split(separator: last, omittingEmptySubsequences: false)
    let looksGrouped =
      parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
      && parts[0].first != UInt8(ascii: "0")
    return looksGrouped ? (decimalByLast.opposite, false) : (decimalByLast, true)
  }
}
