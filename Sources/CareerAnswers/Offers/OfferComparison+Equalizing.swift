internal import Amounts
public import Employment
internal import Statistics

extension OfferComparison {
  /// The number that one term of an offer must have, all others staying, so that the offer is worth as
  /// much as another.
  public struct EqualizingTerm: Hashable, Sendable {
    /// The term.
    public let lever: OfferLever
    /// The number that the offer has, in major units or as a count.
    public let now: Double
    /// The whole number that it takes.
    public let needed: Double
  }

  /// Looks, term by term, for the least change that makes an offer worth an amount a year for certain.
  ///
  /// The careers are the same, and with another quota what is sold is. A term of which no number does it, as
  /// the variable of a plan that pays rates of sales, is left out.
  static func equalizingTerms(
    of outlook: OfferOutlook, worth target: Double
  ) -> [EqualizingTerm] {
    let terms = outlook.offer.terms
    let gap = target - outlook.certaintyEquivalent
    guard gap > 0 else { return [] }
    let asked: [OfferLever] = [
      .base, .variable, .signOn, terms.grant?.units == nil ? .equity : .units, .quota,
    ]
    return Parallel.map(asked.count, threads: nil) { index -> EqualizingTerm? in
      let lever = asked[index]
      guard let now = terms.value(of: lever) else { return nil }
      let start = now.doubleValue.rounded()
      // A quota is to fall, and everything else to rise.
      let direction: Double = lever == .quota ? -1 : 1
      let ends =
        lever == .quota ? [start / 2, start * 3 / 4] : (0..<8).map { gap * Double(1 << $0) }
      let change = leastWholeNumber(ends.map { $0.rounded(.up) }) { change in
        // As the offer stands it is known.
        if change == 0 { return -gap }
        let number = Ratio(Int(start + direction * change))
        let worth = try? outlook.certaintyEquivalent(turning: lever, to: number)
        return worth.map { $0 - target }
      }
      return change.map {
        EqualizingTerm(lever: lever, now: now.doubleValue, needed: start + direction * $0)
      }
    }.compactMap { $0 }
  }

  /// Looks for the least whole number from which on a rising function is not negative.
  ///
  /// - Parameters:
  ///   - ends: Whole numbers at which it may not be, the least first.
  ///   - value: The function, which is all but linear and negative at 0; nil where it has no value.
  /// - Returns: The number; nil where the function is negative at every end, or does not change.
  /// - Complexity: Some 8 values of a line, and O(log of the number) of any function.
  package static func leastWholeNumber(_ ends: [Double], _ value: (Double) -> Double?) -> Double? {
    guard let first = value(0), first < 0 else { return nil }
    var below = (x: 0.0, y: first)
    var above: (x: Double, y: Double)?
    for end in ends where above == nil {
      guard let y = value(end), y != below.y else { return nil }
      if y < 0 { below = (end, y) } else { above = (end, y) }
    }
    guard var above else { return nil }
    func look(at x: Double) -> Bool {
      guard let y = value(x) else { return false }
      if y < 0 { below = (x, y) } else { above = (x, y) }
      return true
    }
    while above.x - below.x > 1 {
      // Both sides of where the line between the two meets zero; of a bend or jump the middle too.
      let width = above.x - below.x
      let crossing = (below.x + width * below.y / (below.y - above.y)).rounded()
      let margin = (width / 512).rounded(.up)
      for x in [crossing - margin, crossing + margin] where below.x < x && x < above.x {
        guard look(at: x) else { return nil }
      }
      if above.x - below.x > width / 2 {
        guard look(at: ((below.x + above.x) / 2).rounded(.down)) else { return nil }
      }
    }
    return above.x
  }
}
