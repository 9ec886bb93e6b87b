/// How p-values are raised because many comparisons were made.
public enum MultiplicityAdjustment: String, Sendable, Hashable, CaseIterable {
  /// Controls the chance of even one false finding: cumulative maxima of (m − i + 1) p₍ᵢ₎.
  ///
  /// Source: Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Stat. 1979.
  case holm
  /// Controls the expected share of false findings: cumulative minima of m p₍ᵢ₎ / i from the top.
  ///
  /// Source: Benjamini, Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995).
  case benjaminiHochberg

  /// Returns the adjusted p-values in the order given; a missing one stays so and does not count.
  ///
  /// - Complexity: O(m log m).
  public func adjust(_ pValues: [Double?]) -> [Double?] {
    let known = pValues.indices.filter { pValues[$0].map { !$0.isNaN } ?? false }
    let order = known.sorted { (pValues[$0] ?? 1) < (pValues[$1] ?? 1) }
    let m = Double(order.count)
    var result = [Double?](repeating: nil, count: pValues.count)
    switch self {
    case .holm:
      var largest = 0.0
      for (position, index) in order.enumerated() {
        largest = max(largest, (m - Double(position)) * (pValues[index] ?? 1))
        result[index] = min(1, largest)
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (position, index) in order.enumerated().reversed() {
        smallest = min(smallest, m / Double(position + 1) * (pValues[index] ?? 1))
        result[index] = smallest
      }
    }
    return result
  }
}
