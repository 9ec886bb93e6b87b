internal import Amounts

/// What a period pays as a function of credit in whole numbers: hundredths in, minor units out.
///
/// It is the exact curve with its gates, multipliers and caps, rounded where a line is rounded.
struct MinorUnitCurve: Sendable {
  /// A stretch of credit over which pay grows evenly, up to a limit.
  private struct Piece {
    /// The least credit at which it holds.
    var start: Int64
    /// What it pays without credit and for each hundredth, over the divisor.
    var pay: Int64
    var slope: Int64
    /// The most that it pays, over the divisor.
    var limit: Int64
    var divisor: Int64
  }

  private let pieces: [Piece]
  private let rounding: RoundingRule
  /// Whether more credit never pays less.
  let neverFalls: Bool
  /// Whether it never pays parts of a minor unit, so that nothing is rounded.
  var isWhole: Bool { pieces.allSatisfy { $0.divisor == 1 } }

  /// The most that is paid by whole numbers, a thousandth of what a line may be: so far from there nothing
  /// that is added up can be too large.
  static let most: Int64 = PayLimit.minorUnits / 1024

  /// Creates the curve of a period; nil where deals are paid at rates of their own, or its numbers do not
  /// fit in machine words.
  init?(_ pricing: PeriodPricing, _ currency: Currency, _ rounding: RoundingRule) {
    guard pricing.basis == .credit,
      let pieces = try? pricing.curve.pieces.indices.map({ (index) throws(ArithmeticFailure) in
        try Self.piece(index, of: pricing, currency)
      })
    else { return nil }
    self.pieces = pieces
    self.rounding = rounding
    let curve = pricing.curve
    neverFalls = curve.pieces.indices.allSatisfy { index in
      let jump = try? curve.jump(into: index)
      return .zero <= curve.pieces[index].slope && jump.map { .zero <= $0 } ?? false
    }
  }

  private static func piece(
    _ index: Int, of pricing: PeriodPricing, _ currency: Currency
  ) throws(ArithmeticFailure) -> Piece {
    let piece = pricing.curve.pieces[index]
    var slope = piece.slope
    var pay = try piece.pay - slope * piece.start
    var limit: Ratio?
    for step in pricing.steps {
      switch step {
      case .scale(let factor):
        // A negative one would make a floor of what was a limit.
        guard .zero <= factor else { throw .overflow }
        slope = try slope * factor
        pay = try pay * factor
        limit = try limit.map { (limit) throws(ArithmeticFailure) in try limit * factor }
      case .limit(let amount): limit = min(limit ?? amount, amount)
      }
    }
    let units = Ratio(Int128(currency.minorUnitsPerMajor))
    pay = try pay * units
    slope = try slope * units / 100
    limit = try limit.map { (limit) throws(ArithmeticFailure) in try limit * units }
    let divisor = try [pay, slope, limit ?? .zero].commonDenominator()
    func whole(_ value: Ratio) throws(ArithmeticFailure) -> Int64 {
      guard let whole = Int64(exactly: try value * Ratio(Int128(divisor))) else { throw .overflow }
      return whole
    }
    // Credit is whole, so that a point between two hundredths is reached with the next one.
    let start = try piece.start * 100
    let least = piece.isOpen ? try start.rounded(.down) + 1 : -(-start).rounded(.down)
    guard let first = Int64(exactly: least) else { throw .overflow }
    return Piece(
      start: index == 0 ? .min : first, pay: try whole(pay), slope: try whole(slope),
      limit: try limit.map(whole) ?? .max, divisor: divisor)
  }

  /// Returns the pay so far at a credit in hundredths, rounded to the minor unit.
  ///
  /// - Throws: `.overflow` where machine words do not suffice, and above `most`.
  /// - Complexity: O(number of pieces).
  func pay(at credit: Int64) throws(ArithmeticFailure) -> Int64 {
    let pieces = pieces.span
    var index = pieces.count - 1
    while credit < pieces[index].start { index -= 1 }
    let (product, isTooLarge) = pieces[index].slope.multipliedReportingOverflow(by: credit)
    let (sum, overflows) = product.addingReportingOverflow(pieces[index].pay)
    guard !isTooLarge, !overflows else { throw .overflow }
    let units = rounding.quotient(min(sum, pieces[index].limit), over: pieces[index].divisor)
    guard units.magnitude <= Self.most.magnitude else { throw .overflow }
    return units
  }
}

extension [Ratio] {
  /// Returns the least whole number that makes each of them whole.
  fileprivate func commonDenominator() throws(ArithmeticFailure) -> Int64 {
    var common = Ratio.one
    for value in self {
      // In lowest terms the denominator is what is missing.
      guard let missing = try (value * common).denominator else { throw .overflow }
      common = try common * Ratio(missing)
    }
    guard let divisor = Int64(exactly: common) else { throw .overflow }
    return divisor
  }
}
