internal import CSpecialFunctions

/// The bandwidth of Sheather and Jones: the root of h = (c/ŜD(α₂(h)))^(1/5), as in R's `bw.SJ`.
///
/// ŜD and T̂D are sums over all pairs of the fourth and sixth derivative of the normal kernel.
struct SheatherJones {
  let bandwidth: Double

  /// Differences of pairs, with the number of pairs at each.
  private let pairs: [(difference: Double, count: Double)]
  private let count: Double

  init?(_ values: [Double]) {
    count = Double(values.count)
    guard let sample = try? Sample(values), let deviation = sample.standardDeviation,
      let quartiles = sample.quantiles([0.25, 0.75])
    else { return nil }
    let scale = min(deviation, (quartiles[1] - quartiles[0]) / 1.349)
    guard scale > 0 else { return nil }
    pairs = Self.pairs(values)
    let a = 1.24 * scale * pow(count, -1.0 / 7)
    let b = 1.23 * scale * pow(count, -1.0 / 9)
    let c1 = 1 / (2 * Double.pi.squareRoot() * count)
    let sixth = -Self.sum(pairs, count, b, sixth: true)
    let fourth = Self.sum(pairs, count, a, sixth: false)
    guard sixth > 0, fourth > 0 else { return nil }
    let alpha = 1.357 * pow(fourth / sixth, 1.0 / 7)
    let pairs = pairs
    let count = count
    func excess(_ h: Double) -> Double {
      pow(c1 / Self.sum(pairs, count, alpha * pow(h, 5.0 / 7), sixth: false), 0.2) - h
    }
    let highest = 1.144 * scale * pow(count, -0.2)
    var (low, high) = (0.1 * highest, highest)
    var tries = 0
    // R widens the bounds by a fifth on either side until they enclose a root.
    while !(excess(low) * excess(high) <= 0) {
      guard tries < 99 else { return nil }
      if tries % 2 == 0 { high *= 1.2 } else { low /= 1.2 }
      tries += 1
    }
    let rises = excess(low) < 0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if (excess(middle) < 0) == rises { low = middle } else { high = middle }
    }
    bandwidth = (low + high) / 2
  }

  private static func pairs(_ values: [Double]) -> [(difference: Double, count: Double)] {
    let sorted = values.sorted()
    let bins = 1000
    guard values.count > bins else {
      return sorted.indices.flatMap { i in
        sorted[..<i].map { (difference: sorted[i] - $0, count: 1) }
      }
    }
    let width = (sorted[sorted.count - 1] - sorted[0]) / Double(bins) * 1.01
    var counts = [Double](repeating: 0, count: bins)
    for value in sorted { counts[Int((value - sorted[0]) / width)] += 1 }
    var pairs = [Double](repeating: 0, count: bins)
    for i in counts.indices where counts[i] > 0 {
      pairs[0] += counts[i] * (counts[i] - 1) / 2
      for j in 0..<i { pairs[i - j] += counts[i] * counts[j] }
    }
    return pairs.indices.map { (difference: Double($0) * width, count: pairs[$0]) }
  }

  /// 1/(n(n−1)h^k√2π) Σ over all ordered pairs, and the diagonal, of the derivative of the kernel.
  private static func sum(
    _ pairs: [(difference: Double, count: Double)], _ count: Double, _ h: Double, sixth: Bool
  ) -> Double {
    var sum = 0.0
    for pair in pairs {
      let delta = pair.difference * pair.difference / (h * h)
      // Beyond 1000 the term is 0, and the polynomial could overflow.
      guard delta < 1000 else { continue }
      let polynomial =
        sixth
        ? delta * delta * delta - 15 * delta * delta + 45 * delta - 15
        : delta * delta - 6 * delta + 3
      sum += pair.count * exp(-delta / 2) * polynomial
    }
    let diagonal = sixth ? -15.0 : 3.0
    return (2 * sum + count * diagonal)
      / (count * (count - 1) * pow(h, sixth ? 7 : 5) * (2 * Double.pi).squareRoot())
  }
}
