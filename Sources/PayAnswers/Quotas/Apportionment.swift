public import Amounts

/// A whole number of units divided by weights, within bounds, so that the parts add up to it exactly.
///
/// First it is divided as if units had no end: each gets its weight × one factor λ, raised to its lowest
/// or lowered to its highest, and λ is the number for which the parts add up. These are the parts that
/// minimise Σ (qᵢ − wᵢ T/W)² / wᵢ within the bounds; the conditions of Karush, Kuhn and Tucker say that each
/// qᵢ/wᵢ is λ, or less at the highest, or more at the lowest. Then each is rounded down, and the units that
/// are left go to the largest remainders, of equal ones to the first (Hamilton's method; Balinski and
/// Young, *Fair Representation*, 1982).
public struct Apportionment: Hashable, Sendable {
  /// Somebody's claim.
  public struct Claim: Hashable, Sendable {
    /// The weight; 0 or more.
    public var weight: Ratio
    /// The fewest units.
    public var lowest: Int128
    /// The most units; nil for no limit.
    public var highest: Int128?

    /// Creates a claim.
    public init(_ weight: Ratio, lowest: Int128 = 0, highest: Int128? = nil) {
      self.weight = weight
      self.lowest = lowest
      self.highest = highest
    }
  }

  /// Why nothing can be divided so.
  public enum Failure: Error, Hashable, Sendable {
    /// Nobody has a weight, and there is more to divide than the lowest parts.
    case noWeight
    /// The lowest parts together, which are more than there is, or above somebody's highest.
    case lowest(Int128)
    /// The highest parts together, which are less than there is.
    case highest(Int128)
    /// Numbers that do not fit.
    case arithmetic(ArithmeticFailure)
  }

  /// The parts as if units had no end.
  public let exact: [Ratio]
  /// The parts in whole units.
  public let parts: [Int128]

  /// Divides.
  ///
  /// - Throws: `Failure` where bounds or weights do not allow it.
  /// - Complexity: O(n log n).
  public init(of total: Int128, among claims: [Claim]) throws(Failure) {
    let least = claims.reduce(Int128(0)) { $0 + $1.lowest }
    let contradicts = claims.contains { claim in claim.highest.map { $0 < claim.lowest } ?? false }
    guard least <= total, !contradicts else { throw .lowest(least) }
    let limits = claims.compactMap(\.highest)
    if limits.count == claims.count {
      let most = limits.reduce(0, +)
      guard total <= most else { throw .highest(most) }
    }
    do throws(ArithmeticFailure) {
      guard let factor = try Self.factor(for: total, claims, from: least) else {
        throw .divisionByZero
      }
      var exact: [Ratio] = []
      for claim in claims {
        let share = try max(claim.weight * factor, Ratio(claim.lowest))
        exact.append(claim.highest.map { min(share, Ratio($0)) } ?? share)
      }
      self.exact = exact
      parts = try Self.rounded(exact, to: total)
    } catch .divisionByZero {
      throw .noWeight
    } catch {
      throw .arithmetic(error)
    }
  }

  /// The factor λ for which the parts add up; nil where nothing raises them.
  private static func factor(
    for total: Int128, _ claims: [Claim], from least: Int128
  ) throws(ArithmeticFailure) -> Ratio? {
    // Where λ passes lowest/weight a claim begins to grow, and at highest/weight it stops.
    var events: [(at: Ratio, slope: Ratio)] = []
    for claim in claims where claim.weight > .zero {
      events.append((try Ratio(claim.lowest) / claim.weight, claim.weight))
      if let highest = claim.highest {
        events.append((try Ratio(highest) / claim.weight, -claim.weight))
      }
    }
    events.sort { $0.at < $1.at }
    var (factor, sum, slope) = (Ratio.zero, Ratio(least), Ratio.zero)
    let target = Ratio(total)
    for event in events {
      let reached = try sum + slope * (event.at - factor)
      if target <= reached { break }
      (factor, sum) = (event.at, reached)
      slope = try slope + event.slope
    }
    if sum == target { return factor }
    return slope > .zero ? try factor + (target - sum) / slope : nil
  }

  /// Whole units, the largest remainders rounded up.
  private static func rounded(
    _ exact: [Ratio], to total: Int128
  ) throws(ArithmeticFailure) -> [Int128] {
    var parts: [Int128] = []
    var rests: [(index: Int, rest: Ratio)] = []
    for (index, part) in exact.enumerated() {
      let floor = part.rounded(.down)
      guard let whole = floor.numerator else { throw .overflow }
      parts.append(whole)
      rests.append((index, try part - floor))
    }
    // Sorting is stable: equals stay in the order of the claims.
    rests.sort { $0.rest > $1.rest }
    let left = Int(total - parts.reduce(0, +))
    for (index, _) in rests.prefix(left) { parts[index] += 1 }
    return parts
  }
}
