internal import Findings

/// People whose pay is hardly for a year, by how far it is from the middle of what their job is paid.
///
/// No range spans a third to three times its midpoint, and no market much more; pay for an hour or a month
/// is a twelfth of it or less.
struct OddUnits {
  /// Who they are, with pay over the middle.
  let people: [(id: String, ratio: Double)]
  /// The middle one of the ratios, which speaks for all of them.
  private let middle: Double

  /// Picks them; nil where there is nobody.
  init?(_ people: [(id: String, ratio: Double)]) {
    self.people = people.filter { Self.contains($0.ratio) }
    let ratios = self.people.map(\.ratio).sorted()
    guard !ratios.isEmpty else { return nil }
    middle = ratios[ratios.count / 2]
  }

  /// Whether pay over the middle is that far off.
  static func contains(_ ratio: Double) -> Bool { !(0.2...5).contains(ratio) }

  /// Whether pay is too low, and not too high.
  var areLow: Bool { middle < 1 }

  /// What low pay is likeliest for.
  var likelyUnit: Inline {
    let units: [(unit: Inline, count: Double)] = [
      ("a month", 12), ("a week", 52), ("an hour", 2080), ("a year, in thousands", 1000),
    ]
    func distance(_ count: Double) -> Double { max(middle * count, 1 / (middle * count)) }
    return units.min { distance($0.count) < distance($1.count) }?.unit ?? .empty
  }
}
