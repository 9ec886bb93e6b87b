public import Amounts
public import Findings
internal import Simulation

/// Offers side by side over several years: pay, risk, break-even, what to ask, which to take.
public struct OfferComparison: Sendable {
  /// An attainment at which one offer overtakes another.
  public struct BreakEven: Hashable, Sendable {
    /// The index of the offer that pays more above it.
    public let above: Int
    /// The index of the offer that pays more below it.
    public let below: Int
    /// The attainment of the quota, the same in every year and for both.
    public let attainment: Double
  }

  /// One outlook for each offer, in the order given.
  public let outlooks: [OfferOutlook]
  /// Where offers overtake each other, by attainment.
  public let breakEvens: [BreakEven]
  /// What was taken for granted.
  public let assumptions: OfferAssumptions

  /// The currency of every amount.
  public var currency: Currency { outlooks[0].offer.currency }

  /// Compares offers.
  ///
  /// - Throws: `InputFailure` for offers in several currencies, for a location without a price
  ///   level, and for amounts that are too large.
  /// - Complexity: O(offers × years × trials).
  public init(_ offers: [Offer], _ assumptions: OfferAssumptions) throws(InputFailure) {
    precondition(!offers.isEmpty, "a comparison needs an offer")
    for offer in offers {
      if offer.currency != offers[0].currency {
        throw Self.failure(
          offer, "it is in \(offer.currency), but \(offers[0].name) is in \(offers[0].currency)",
          "write all offers in one currency")
      }
      if let levels = assumptions.priceLevels,
        offer.location.map({ levels.level(of: $0) == nil }) ?? true
      {
        throw Self.failure(
          offer, "the table of prices has no \"\(offer.location ?? "location")\"",
          "write `location` with a name that is in the table")
      }
      if assumptions.tax != nil, offer.currency != .usd {
        throw Self.failure(
          offer, "US taxes are not known for pay in \(offer.currency)", "leave the taxes out")
      }
    }
    var outlooks: [OfferOutlook] = []
    for offer in offers {
      do {
        outlooks.append(try OfferOutlook(offer, assumptions))
      } catch {
        throw Self.failure(
          offer, "it cannot be worked out: \(error)", "look for a slip in an amount")
      }
    }
    self.outlooks = outlooks
    self.assumptions = assumptions
    breakEvens = Self.breakEvens(outlooks)
  }

  private static func failure(_ offer: Offer, _ message: String, _ remedy: String) -> InputFailure {
    InputFailure(
      .badData, Finding("offer.comparison", at: Place(file: offer.name), message, remedy: remedy))
  }

  /// The index of the offer with the highest certainty equivalent.
  public var best: Int { index { $0.certaintyEquivalent } }
  /// The index of the offer with the highest expected pay.
  public var highestExpected: Int { index { $0.total.expected } }

  private func index(of value: (OfferOutlook) -> Double) -> Int {
    outlooks.indices.max { value(outlooks[$0]) < value(outlooks[$1]) } ?? 0
  }

  /// Looks for changes of sign on a grid of 0 to 300 %, which no offer is expected to leave.
  private static func breakEvens(_ outlooks: [OfferOutlook]) -> [BreakEven] {
    let steps = 1200
    let grid = (0...steps).map { 3 * Double($0) / Double(steps) }
    let pay = outlooks.map { outlook in grid.map { outlook.averagePay(attainment: $0) } }
    var found: [BreakEven] = []
    for first in outlooks.indices {
      for second in outlooks.indices.dropFirst(first + 1) {
        var last = 0.0
        for step in grid.indices {
          let difference = pay[first][step] - pay[second][step]
          guard abs(difference) > 0.005 else { continue }
          if difference * last < 0 {
            let crossing = bisect(grid[step - 1], grid[step]) {
              outlooks[first].averagePay(attainment: $0)
                - outlooks[second].averagePay(attainment: $0)
            }
            found.append(
              BreakEven(
                above: difference > 0 ? first : second, below: difference > 0 ? second : first,
                attainment: crossing))
          }
          last = difference
        }
      }
    }
    return found.sorted { $0.attainment < $1.attainment }
  }

  private static func bisect(
    _ low: Double, _ high: Double, _ difference: (Double) -> Double
  ) -> Double {
    var (low, high) = (low, high)
    let isPositive = difference(high) > 0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if (difference(middle) > 0) == isPositive { high = middle } else { low = middle }
    }
    return high
  }
}
