public import Amounts

/// Increases by performance and by place in the range, as percentages or as mere proportions.
public struct MeritMatrix: Hashable, Sendable {
  /// What the columns of a matrix are zones of.
  public enum Position: String, Hashable, Sendable, CaseIterable {
    case compaRatio = "compa-ratio"
    case penetration
  }

  /// What the zones are of.
  public let position: Position
  /// Where the zones begin, ascending, half-open; the first one takes what is below it too.
  public let zones: [Ratio]
  /// The ratings, in the order given.
  public let ratings: [String]
  /// The cells: a row for each rating, a number for each zone.
  public let cells: [[Ratio]]
  /// Whether the cells are percentages of pay, and not mere proportions.
  public let arePercentages: Bool

  /// Creates a matrix; nil unless zones ascend, cells are not negative and rows are as long as the zones.
  public init?(
    by position: Position = .compaRatio, zones: [Ratio], arePercentages: Bool = false,
    _ rows: [(rating: String, cells: [Ratio])]
  ) {
    guard !zones.isEmpty, zip(zones, zones.dropFirst()).allSatisfy(<),
      rows.allSatisfy({ $0.cells.count == zones.count && $0.cells.allSatisfy { $0 >= .zero } }),
      Set(rows.map { $0.rating.lowercased() }).count == rows.count
    else { return nil }
    self.position = position
    self.zones = zones
    ratings = rows.map(\.rating)
    cells = rows.map(\.cells)
    self.arePercentages = arePercentages
  }

  /// A rating that gets less than another one in a zone where it should get more, with that one and the zone;
  /// nil where all cells are in order.
  ///
  /// Of two ratings the higher is the one that gets more in most zones; where all ratings are numbers, either
  /// the greater or the smaller numbers get more.
  public var inversion: (higher: String, lower: String, zone: Int)? {
    let numbers = ratings.compactMap { Ratio(decimal: $0) }
    if numbers.count == ratings.count {
      let order = ratings.indices.sorted { numbers[$0] < numbers[$1] }
      let pairs = Array(zip(order, order.dropFirst()))
      let rises = pairs.reduce(0) { $0 + zonesWhereLess($1.0, than: $1.1).count }
      let falls = pairs.reduce(0) { $0 + zonesWhereLess($1.1, than: $1.0).count }
      for (first, second) in pairs {
        let (higher, lower) = falls < rises ? (second, first) : (first, second)
        if let zone = zonesWhereLess(higher, than: lower).first {
          return (ratings[higher], ratings[lower], zone)
        }
      }
      return nil
    }
    for first in ratings.indices {
      for second in ratings.indices.dropFirst(first + 1) {
        let (less, more) = (
          zonesWhereLess(first, than: second), zonesWhereLess(second, than: first)
        )
        guard let low = less.first, let high = more.first else { continue }
        return less.count < more.count
          ? (ratings[first], ratings[second], low) : (ratings[second], ratings[first], high)
      }
    }
    return nil
  }

  private func zonesWhereLess(_ first: Int, than second: Int) -> [Int] {
    zones.indices.filter { cells[first][$0] < cells[second][$0] }
  }

  /// The index of the zone of a person.
  public func zone(of standing: RangeStanding) -> Int? {
    let value = position == .compaRatio ? standing.compaRatio : standing.penetration
    return value.map { value in max(0, zones.count { $0 <= value } - 1) }
  }

  /// The cell of a rating in a zone; nil for a rating that the matrix does not have.
  public func cell(_ rating: String, zone: Int) -> Ratio? {
    ratings.firstIndex { $0.lowercased() == rating.lowercased() }.map { cells[$0][zone] }
  }
}
