internal import Findings
internal import Statistics

extension TruncatedNormal {
  /// Fits the normal distribution above 0 by maximum likelihood.
  ///
  /// x and x² are sufficient, so the most likely parameters are those with the mean and variance of
  /// the values. With α = −μ/σ and the hazard λ = φ(α)/(1 − Φ(α)) the mean is σ(λ − α) and the
  /// variance σ²(1 + αλ − λ²); their ratio grows with α, which is found by bisection.
  init(fittingAboveZero values: [Double]) throws {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let ratio = variance / (mean * mean)
    guard variance > 0 else { throw ModelFailure.noVariation }
    func hazard(_ alpha: Double) -> Double {
      Normal.standard.density(at: alpha) / Normal.standard.upperTail(at: alpha)
    }
    func ratioAt(_ alpha: Double) -> Double {
      let hazard = hazard(alpha)
      return (1 + alpha * hazard - hazard * hazard) / ((hazard - alpha) * (hazard - alpha))
    }
    // Beyond six deviations the distribution is an exponential and its moments lose their digits.
    var (low, high) = (-1e8, 5.5)
    guard ratio < ratioAt(high) else {
      throw ModelFailure.tooMuchVariation
    }
    while high - low > 1e-12 * max(1, abs(low)) {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { break }
      if ratioAt(middle) < ratio { low = middle } else { high = middle }
    }
    let deviation = mean / (hazard(low) - low)
    try self.init(
      Normal(mean: -low * deviation, standardDeviation: deviation), above: 0)
  }
}

extension BandedAttainment {
  /// Takes the shares of attainments in the bands of the presets, and one above if need be.
  init(fitting values: [Double]) throws(ModelFailure) {
    var ends = [0, 0.5, 0.8, 1, 1.2, 1.8]
    let top = values.max() ?? 0
    if top >= 1.8 { ends.append(((top * 10).rounded(.down) + 1) / 10) }
    var bands: [Band] = []
    for (from, to) in zip(ends, ends.dropFirst()) {
      let count = values.count { $0 >= from && $0 < to }
      if count > 0 {
        bands.append(Band(from, to, share: Double(count) / Double(values.count)))
      }
    }
    try self.init(bands)
  }
}
