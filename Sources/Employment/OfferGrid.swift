/// An attainment at which one offer overtakes another.
public struct OfferBreakEven: Hashable, Sendable {
  /// The index of the offer that pays more above it.
  public let above: Int
  /// The index of the offer that pays more below it.
  public let below: Int
  /// The attainment of the quota, the same in every year and for both.
  public let attainment: Double
}

/// The average yearly pay of each offer on a grid of 0 to 300 %, which no offer is expected to leave.
package struct OfferGrid {
  private let offers: [OfferWorth]
  private let grid: [Double]
  private let pay: [[Double]]
  /// A difference that is not rounding.
  private let visible = 0.005

  /// Works the grid out.
  ///
  /// - Complexity: 1,201 evaluations for each offer and year.
  package init(_ offers: [OfferWorth]) {
    let steps = 1200
    let grid = (0...steps).map { 3 * Double($0) / Double(steps) }
    self.offers = offers
    self.grid = grid
    pay = offers.map { offer in grid.map { offer.averagePay(attainment: $0) } }
  }

  /// For each offer one that never pays less and somewhere more.
  package var dominating: [Int?] {
    offers.indices.map { offer in
      offers.indices.first { other in
        let gains = zip(pay[other], pay[offer]).map { $0 - $1 }
        return gains.allSatisfy { $0 >= -visible } && gains.contains { $0 > visible }
      }
    }
  }

  /// Looks for changes of sign.
  package var breakEvens: [OfferBreakEven] {
    var found: [OfferBreakEven] = []
    for first in offers.indices {
      for second in offers.indices.dropFirst(first + 1) {
        var last = 0.0
        for step in grid.indices {
          let difference = pay[first][step] - pay[second][step]
          guard abs(difference) > visible else { continue }
          if difference * last < 0 {
            let crossing = bisect(grid[step - 1], grid[step]) {
              offers[first].averagePay(attainment: $0)
                - offers[second].averagePay(attainment: $0)
            }
            found.append(
              OfferBreakEven(
                above: difference > 0 ? first : second, below: difference > 0 ? second : first,
                attainment: crossing))
          }
          last = difference
        }
      }
    }
    return found.sorted { $0.attainment < $1.attainment }
  }

  private func bisect(
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
