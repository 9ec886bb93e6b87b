internal import CSpecialFunctions

/// A density estimated with a normal kernel: (1/W) Σ w φ((x − x_i)/h)/h, the exact sum.
///
/// For pay, estimate the density of the logarithm: f(x) = g(ln x)/x. Source: Silverman, *Density
/// Estimation*, 1986. R's `density` bins the data and differs by up to 2 % in the tails.
public struct KernelDensity: Sendable {
  /// How wide the kernel is.
  public enum Bandwidth: Sendable, Hashable {
    /// 0.9 min(s, IQR/1.34) n^(−1/5), R's `bw.nrd0`; with weights n is the effective number.
    case silverman
    /// The solve-the-equation rule of Sheather and Jones (JRSS B 53, 1991), with exact sums.
    ///
    /// More than 1,000 values are first put into 1,000 equal bins. Without a solution, as with very
    /// few or mostly equal values, it falls back to `silverman`. Weights do not count in it.
    case sheatherJones
    /// A bandwidth that is given, in the unit of the values; above 0.
    case fixed(Double)
  }

  /// The standard deviation h of the kernel.
  public let bandwidth: Double
  private let sorted: SortedRecords

  /// Estimates a density; nil for an empty sample or a bandwidth that is not positive and finite.
  ///
  /// - Complexity: O(n log n).
  public init?(_ sample: Sample, bandwidth: Bandwidth = .silverman) {
    guard sample.count > 0 else { return nil }
    self.bandwidth =
      switch bandwidth {
      case .fixed(let width): width
      case .silverman: Self.silverman(sample)
      case .sheatherJones: SheatherJones(sample.values)?.bandwidth ?? Self.silverman(sample)
      }
    guard self.bandwidth > 0, self.bandwidth.isFinite else { return nil }
    sorted = sample.sortedRecords()
  }

  /// R's `bw.nrd0`, with its fallbacks for samples without spread.
  private static func silverman(_ sample: Sample) -> Double {
    let deviation = sample.standardDeviation ?? 0
    let rule: QuantileRule? = sample.weighting == .sampling ? .hyndmanFan5 : .hyndmanFan7
    let quartiles = sample.quantiles([0.25, 0.75], rule) ?? [0, 0]
    let robust = (quartiles[1] - quartiles[0]) / 1.34
    let candidates = [min(deviation, robust), deviation, abs(sample.values[0]), 1]
    let spread = candidates.first { $0 > 0 } ?? 1
    return 0.9 * spread * pow(sample.effectiveCount, -0.2)
  }

  /// The density at a point.
  ///
  /// - Complexity: O(n), less where the kernel is narrow.
  public func callAsFunction(_ x: Double) -> Double {
    // Beyond 39 standard deviations the kernel underflows to 0.
    let reach = 39 * bandwidth
    var (low, high) = (0, sorted.values.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted.values[middle] < x - reach { low = middle + 1 } else { high = middle }
    }
    var sum = 0.0
    var index = low
    while index < sorted.values.count, sorted.values[index] <= x + reach {
      let z = (x - sorted.values[index]) / bandwidth
      sum += (sorted.weights?[index] ?? 1) * exp(-0.5 * z * z)
      index += 1
    }
    return sum / (sorted.total * bandwidth * (2 * Double.pi).squareRoot())
  }
}
