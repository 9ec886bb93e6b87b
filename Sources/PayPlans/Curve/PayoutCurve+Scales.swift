internal import Amounts

extension PayoutCurve {
  /// A band with its numbers resolved for one period.
  struct ResolvedBand {
    var start: Ratio
    /// Whether it begins just above its start.
    var isOpen: Bool = false
    var rate: Ratio
    var backTo: Ratio?
  }

  /// Creates the curve of bands with a threshold and a limit on credit.
  ///
  /// Each band, once reached, may pay its rate for credit further down: the strata under a piece
  /// are kept as a stack, from which a band that reaches back takes what it covers.
  init(
    bands: [ResolvedBand], threshold: Ratio?, paysAbove: Bool, creditLimit: Ratio?
  ) throws(ArithmeticFailure) {
    // Credit stops at the limit, so what lies beyond it is never reached.
    let bands = bands.filter { band in
      creditLimit.map { band.isOpen ? band.start < $0 : band.start <= $0 } ?? true
    }
    if let threshold, let creditLimit, creditLimit < threshold {
      self = .zero
      return
    }
    let floor = paysAbove ? threshold : nil
    var points = bands.map { (at: $0.start, isOpen: $0.isOpen) }
    if let threshold, threshold > .zero { points.append((threshold, false)) }
    if let creditLimit { points.append((creditLimit, false)) }
    points.sort { $0.at == $1.at ? !$0.isOpen && $1.isOpen : $0.at < $1.at }

    // Strata change only where a band reaches back, so that the pieces up to there share them; what was
    // sold beyond a piece, before a return, stands at its own bands.
    var own: [Stratum] = []
    func strata(from reached: Int) -> Strata {
      var strata =
        own
        + bands[(reached + 1)...].prefix { $0.backTo == nil }
        .map { Stratum(start: $0.start, rate: $0.rate) }
      if let floor { strata = Self.strata(strata, above: floor) }
      if let creditLimit { strata.append(Stratum(start: creditLimit, rate: .zero)) }
      return Strata(strata)
    }
    func reach(_ band: ResolvedBand) {
      let start = band.backTo ?? band.start
      while let last = own.last, start <= last.start { own.removeLast() }
      own.append(Stratum(start: start, rate: band.rate))
    }
    var pieces: [Piece] = []
    var (reached, shared) = (0, Strata?.none)
    if let first = bands.first { reach(first) }
    for (point, isOpen) in points
    where pieces.last.map({ $0.start != point || $0.isOpen != isOpen }) ?? true {
      while reached + 1 < bands.count {
        let next = bands[reached + 1]
        guard next.start < point || next.start == point && (isOpen || !next.isOpen) else { break }
        reached += 1
        reach(next)
        if next.backTo != nil { shared = nil }
      }
      if let threshold, point < threshold {
        pieces.append(
          Piece(
            start: point, pay: .zero, slope: .zero, tier: reached, strata: [], isOpen: isOpen))
        continue
      }
      let strata = shared ?? strata(from: reached)
      shared = strata
      let isLimited = creditLimit.map { $0 <= point } ?? false
      pieces.append(
        Piece(
          start: point, pay: try strata.pay(upTo: point),
          slope: isLimited ? .zero : own.last?.rate ?? .zero, tier: reached, strata: strata,
          isOpen: isOpen))
    }
    self.init(pieces: pieces)
  }

  /// Returns strata that pay nothing up to a point and are unchanged above it.
  private static func strata(_ strata: [Stratum], above floor: Ratio) -> [Stratum] {
    var result = [Stratum(start: .zero, rate: .zero)]
    for (index, stratum) in strata.enumerated() {
      let end = index + 1 < strata.count ? strata[index + 1].start : nil
      if let end, end <= floor { continue }
      result.append(Stratum(start: max(stratum.start, floor), rate: stratum.rate))
    }
    return result
  }

  /// Creates the curve through corners: nothing below the first, the last slope beyond the last.
  ///
  /// Of two corners at one point the upper one holds there.
  init(
    corners: [(at: Ratio, pay: Ratio)], threshold: Ratio?, creditLimit: Ratio?
  ) throws(ArithmeticFailure) {
    // Nothing is paid below the first corner, wherever it stands.
    var pieces = [
      Piece(
        start: try (corners.first?.at ?? .zero) - 1, pay: .zero, slope: .zero, tier: 0, strata: [])
    ]
    var strata = [Stratum(start: .zero, rate: .zero)]
    var slope = Ratio.zero
    for (index, corner) in corners.enumerated() {
      let last = pieces[pieces.count - 1]
      if index + 1 < corners.count {
        let next = corners[index + 1]
        if next.at == corner.at { continue }
        slope = try (next.pay - corner.pay) / (next.at - corner.at)
      }
      let jump = try corner.pay - last.pay - last.slope * (corner.at - last.start)
      strata.append(Stratum(start: corner.at, jump: jump, rate: slope))
      pieces.append(
        Piece(start: corner.at, pay: corner.pay, slope: slope, tier: index, strata: []))
    }
    let line = PayoutCurve(pieces: pieces)
    if let threshold { pieces = try line.pieces(startingAt: threshold, insteadOf: .zero) }
    if let creditLimit {
      let limited = PayoutCurve(pieces: pieces)
      let last = limited.pieces[limited.pieceIndex(at: creditLimit)]
      let pay = try limited.pay(at: creditLimit)
      pieces.removeAll { creditLimit <= $0.start }
      pieces.append(
        Piece(start: creditLimit, pay: pay, slope: .zero, tier: last.tier, strata: []))
      strata.removeAll { creditLimit < $0.start }
      strata.append(Stratum(start: creditLimit, rate: .zero))
    }
    let shared = Strata(strata)
    self.init(
      pieces: pieces.map { piece in
        Piece(
          start: piece.start, pay: piece.pay, slope: piece.slope, tier: piece.tier,
          strata: threshold.map { piece.start < $0 } ?? false ? [] : shared)
      })
  }

  /// Returns the pieces from a point on, with a constant before it.
  private func pieces(startingAt point: Ratio, insteadOf pay: Ratio) throws(ArithmeticFailure)
    -> [Piece]
  {
    let reached = pieces[pieceIndex(at: point)]
    var result = [
      Piece(start: try point - 1, pay: pay, slope: .zero, tier: 0, strata: []),
      Piece(
        start: point, pay: try self.pay(at: point), slope: reached.slope, tier: reached.tier,
        strata: []),
    ]
    result += pieces.filter { point < $0.start }
    return result
  }
}
