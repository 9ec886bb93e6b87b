public import Amounts

extension PayoutCurve {
  /// What a stretch of credit is paid within one piece, or at once where the curve jumps.
  public struct Portion: Hashable, Sendable {
    /// Where it begins.
    public let from: Ratio
    /// Where it ends; the same as its beginning for a jump.
    public let to: Ratio
    /// The index of the band or corner of the plan.
    public let tier: Int
    /// The pay for each unit of credit; 0 for a jump.
    public let rate: Ratio
    /// The pay, before rounding.
    public let pay: Ratio
    /// Whether it is a jump that more than the credit has to be reached for.
    public internal(set) var isOpen: Bool = false
    /// The cap that is reached, above which nothing more is paid; nil where there is none.
    public internal(set) var cap: Ratio?
  }

  /// Returns what the way from one credit to a higher one is paid, piece by piece and jump by jump.
  ///
  /// The pay of the portions sums to the difference of the curve at the two points.
  ///
  /// - Complexity: O(number of pieces).
  public func portions(from start: Ratio, to end: Ratio) throws(ArithmeticFailure) -> [Portion] {
    guard start < end else { return [] }
    var portions: [Portion] = []
    var point = start
    let first = pieceIndex(at: start)
    for index in first..<pieces.count where point < end || index == 0 {
      let piece = pieces[index]
      if first < index {
        let jump = try jump(into: index)
        if jump != .zero {
          portions.append(
            Portion(
              from: piece.start, to: piece.start, tier: piece.tier, rate: .zero, pay: jump,
              isOpen: piece.isOpen))
        }
      }
      let next = index + 1 < pieces.count ? min(end, pieces[index + 1].start) : end
      if point < next {
        portions.append(
          Portion(
            from: point, to: next, tier: piece.tier, rate: piece.slope,
            pay: try piece.slope * (next - point), cap: isAtCap(piece) ? cap : nil))
        point = next
      }
      // A jump exactly at the end is reached.
      if point == end, index + 1 < pieces.count, pieces[index + 1].start == end,
        !pieces[index + 1].isOpen
      {
        let piece = pieces[index + 1]
        let jump = try jump(into: index + 1)
        if jump != .zero {
          portions.append(Portion(from: end, to: end, tier: piece.tier, rate: .zero, pay: jump))
        }
        break
      }
    }
    return portions
  }

  /// The next point above a credit at which pay jumps or its rate rises; nil when there is none.
  ///
  /// - Complexity: O(number of pieces).
  ///
  /// Where the piece is open, more than the point has to be reached.
  public func nextStep(
    after credit: Ratio
  ) -> (at: Ratio, isOpen: Bool, rate: Ratio, jump: Ratio)? {
    let start = pieceIndex(at: credit)
    var rate = pieces[start].slope
    for index in pieces.indices[(start + 1)...] {
      let piece = pieces[index]
      let jump = (try? jump(into: index)) ?? .zero
      if .zero < jump || rate < piece.slope {
        return (piece.start, piece.isOpen, piece.slope, jump)
      }
      rate = piece.slope
    }
    return nil
  }
}
