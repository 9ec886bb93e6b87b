public import Amounts

/// The pay so far in a period as an exact function of the credit so far.
///
/// The function is piecewise linear and, but for open pieces, continuous from the right: marginal
/// rates are its slopes; cliffs, thresholds and milestones are its jumps; a cap is a flat piece. A
/// piece holds from its start up to, and without, the start of the next one; the first also holds
/// below its start. Where a band includes its end, the piece of the next one is open: it holds above
/// its start only.
public struct PayoutCurve: Hashable, Sendable {
  /// A stretch of credit over which pay grows evenly.
  public struct Piece: Hashable, Sendable {
    /// The credit from which the piece holds.
    public let start: Ratio
    /// The pay at that credit, any jump included.
    public let pay: Ratio
    /// The pay for each further unit of credit.
    public let slope: Ratio
    /// The index of the band or corner of the plan that the piece comes from.
    public let tier: Int
    /// What all credit stands at once this piece is reached, in rising order; empty where nothing is paid.
    let strata: Strata
    /// Whether it holds above its start only, and the piece before it at the start.
    public internal(set) var isOpen: Bool = false

    /// Whether a credit is not before the piece.
    fileprivate func begins(by credit: Ratio) -> Bool {
      isOpen ? start < credit : start <= credit
    }
  }

  /// A stretch of credit with what it is paid; the first begins at 0 and also holds below.
  struct Stratum: Hashable, Sendable {
    var start: Ratio
    /// What is paid at once on reaching its start.
    var jump: Ratio = .zero
    /// What is paid for each unit of credit from there on.
    var rate: Ratio
  }

  /// What all credit stands at, stratum by stratum.
  struct Strata: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The strata in rising order; none where nothing is paid.
    let steps: [Stratum]
    /// What the credit up to the start of each is paid, its own jump included, as far as that is exact.
    private var sums: [Ratio] = []

    init(_ steps: [Stratum]) {
      self.steps = steps
      guard !steps.isEmpty else { return }
      sums = [.zero]
      sums.reserveCapacity(steps.count)
      for index in steps.indices.dropFirst() {
        guard let sum = try? pay(in: index - 1, upTo: steps[index].start) + steps[index].jump else {
          break
        }
        sums.append(sum)
      }
    }

    init(arrayLiteral steps: Stratum...) { self.init(steps) }

    /// Returns what the credit from 0 to a point is paid.
    ///
    /// - Throws: when the exact value needs more than 127 bits.
    /// - Complexity: O(log n) for n strata.
    func pay(upTo point: Ratio) throws(ArithmeticFailure) -> Ratio {
      guard !steps.isEmpty else { return .zero }
      let index = steps.lastIndex(from: 1) { $0.start <= point }
      guard index < sums.count else { throw .overflow }
      return try pay(in: index, upTo: point)
    }

    private func pay(in index: Int, upTo point: Ratio) throws(ArithmeticFailure) -> Ratio {
      try sums[index] + steps[index].rate * (point - (index == 0 ? .zero : steps[index].start))
    }
  }

  /// The pieces, in rising order of their starts; never empty.
  public let pieces: [Piece]

  /// The most that the curve pays, when it was capped.
  let cap: Ratio?

  init(pieces: [Piece], cap: Ratio? = nil) {
    precondition(!pieces.isEmpty, "a payout curve has at least one piece")
    self.pieces = pieces
    self.cap = cap
  }

  /// The curve that never pays.
  static let zero: PayoutCurve = PayoutCurve(
    pieces: [Piece(start: .zero, pay: .zero, slope: .zero, tier: 0, strata: [])])

  /// Returns the index of the piece that holds at a credit.
  ///
  /// - Complexity: O(log n) for n pieces.
  public func pieceIndex(at credit: Ratio) -> Int {
    pieces.lastIndex(from: 1) { $0.begins(by: credit) }
  }

  /// Returns the pay so far at a credit, before rounding, in major units.
  ///
  /// - Throws: when the exact value needs more than 127 bits.
  /// - Complexity: O(log n) for n pieces.
  public func pay(at credit: Ratio) throws(ArithmeticFailure) -> Ratio {
    // A piece is not copied, because it holds lists, and this is asked for each deal.
    let index = pieceIndex(at: credit)
    if pieces[index].slope == .zero { return pieces[index].pay }
    return try pieces[index].pay + pieces[index].slope * (credit - pieces[index].start)
  }

  /// Returns the pay that a credit comes close to from below; a jump at the credit is left out.
  public func payBelow(_ credit: Ratio) throws(ArithmeticFailure) -> Ratio {
    var index = pieceIndex(at: credit)
    if index > 0, pieces[index].start == credit { index -= 1 }
    return try pieces[index].pay + pieces[index].slope * (credit - pieces[index].start)
  }

  /// Returns what is paid at once where a piece begins.
  func jump(into index: Int) throws(ArithmeticFailure) -> Ratio {
    guard index > 0 else { return .zero }
    let (before, piece) = (pieces[index - 1], pieces[index])
    return try piece.pay - before.pay - before.slope * (piece.start - before.start)
  }

  /// Returns the pay that a credit comes close to from above; it is that at the credit, unless an open
  /// piece begins there.
  func payAbove(_ credit: Ratio) throws(ArithmeticFailure) -> Ratio {
    let index = pieceIndex(at: credit)
    guard let next = pieces.dropFirst(index + 1).first, next.start == credit else {
      return try pay(at: credit)
    }
    return next.pay
  }

  /// Returns what the credit up to a point stands at, before the cap, when the highest credit is known.
  func standing(upTo point: Ratio, highest: Ratio) throws(ArithmeticFailure) -> Ratio {
    if cap == nil, point == highest { return try pay(at: point) }
    return try pieces[pieceIndex(at: highest)].strata.pay(upTo: point)
  }

  /// Whether nothing more is paid on a piece because the cap is reached.
  func isAtCap(_ piece: Piece) -> Bool { piece.slope == .zero && piece.pay == cap }

  /// Returns an amount, or the cap where it is above it.
  func limited(_ pay: Ratio) -> Ratio { cap.map { min($0, pay) } ?? pay }

  /// Returns the curve with no pay above a limit.
  func capped(at limit: Ratio) throws(ArithmeticFailure) -> PayoutCurve {
    var capped: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      let isOver = limit < piece.pay || limit == piece.pay && .zero < piece.slope
      // Where the piece meets the limit, if it does so before it ends.
      var crossing: Ratio?
      if piece.slope != .zero {
        let point = try piece.start + (limit - piece.pay) / piece.slope
        let end = index + 1 < pieces.count ? pieces[index + 1].start : nil
        if piece.start < point, end.map({ point < $0 }) ?? true { crossing = point }
      }
      func flat(from start: Ratio) -> Piece {
        Piece(
          start: start, pay: limit, slope: .zero, tier: piece.tier, strata: piece.strata,
          isOpen: piece.isOpen && start == piece.start)
      }
      capped.append(isOver ? flat(from: piece.start) : piece)
      if let crossing {
        capped.append(
          isOver
            ? Piece(
              start: crossing, pay: limit, slope: piece.slope, tier: piece.tier,
              strata: piece.strata)
            : flat(from: crossing))
      }
    }
    return PayoutCurve(pieces: capped, cap: limit)
  }
}

extension Array {
  /// Returns the index of the last element for which something holds that holds for none after one for
  /// which it does not; the one before `first` where it holds for none.
  @inline(__always)
  fileprivate func lastIndex(from first: Int, where holds: (borrowing Element) -> Bool) -> Int {
    // In place, because a copy of an element counts references, and this is asked for each deal.
    let elements = span
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(elements[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
