/// Counts what the numbers of a column say about its decimal separator.
///
/// "57,504.00" and "57.5" can be read in one way only; "57,504" and "57.504" in two, of which
/// grouping is the likelier, because pay is rarely written with three decimals.
public struct DecimalEvidence: Hashable, Sendable {
  private var certainPoints = 0
  private var certainCommas = 0
  private var likelyPoints = 0
  private var likelyCommas = 0

  /// Creates a count of nothing.
  public init() {}

  /// Counts every number that a text holds.
  public mutating func add(_ text: some StringProtocol) {
    add(WrittenAmountLexer.tokens(of: text))
  }

  /// Counts the numbers of another part of the column.
  public mutating func add(_ other: DecimalEvidence) {
    certainPoints += other.certainPoints
    certainCommas += other.certainCommas
    likelyPoints += other.likelyPoints
    likelyCommas += other.likelyCommas
  }

  /// Counts one number that speaks for a convention.
  package mutating func add(_ convention: DecimalConvention, isCertain: Bool) {
    switch (convention, isCertain) {
    case (.point, true): certainPoints += 1
    case (.comma, true): certainCommas += 1
    case (.point, false): likelyPoints += 1
    case (.comma, false): likelyCommas += 1
    }
  }

  mutating func add(_ tokens: [WrittenAmountLexer.Token]) {
    for case .number(let number) in tokens {
      if let (convention, isCertain) = number.impliedConvention {
        add(convention, isCertain: isCertain)
      }
    }
  }

  /// The convention that most of the numbers speak for; the point where none does.
  public var convention: DecimalConvention {
    let isCertain = certainPoints + certainCommas > 0
    let commas = isCertain ? certainCommas : likelyCommas
    let points = isCertain ? certainPoints : likelyPoints
    return commas > points ? .comma : .point
  }

  /// How many numbers can only be read by the other convention.
  public var contradictions: Int { convention == .point ? certainCommas : certainPoints }

  /// Whether the convention rests on numbers that could also be read the other way.
  public var isUncertain: Bool {
    certainPoints + certainCommas == 0 && likelyPoints + likelyCommas > 0
  }
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
