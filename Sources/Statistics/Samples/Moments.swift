/// The count, mean and squared deviations of values without weights, which can be added up by group.
///
/// Of two sets of values the mean and squared deviations together follow from those of each. Source:
/// Chan, Golub, LeVeque, "Algorithms for computing the sample variance", Am. Stat. 37 (1983).
public struct Moments: Sendable, Hashable {
  /// The number of values.
  public let count: Int
  /// The mean; 0 for no values.
  public let mean: Double
  /// The sum of squared deviations from the mean, Σ(x − mean)²; not divided by a count.
  public let squaredDeviations: Double

  /// The moments of no values.
  public static let none: Moments = Moments(count: 0, mean: 0, squaredDeviations: 0)

  private init(count: Int, mean: Double, squaredDeviations: Double) {
    self.count = count
    self.mean = mean
    self.squaredDeviations = squaredDeviations
  }

  /// Measures the values of a sample, leaving weights and design aside.
  ///
  /// - Complexity: O(n).
  public init(_ sample: Sample) {
    var plain = sample
    plain.weights = nil
    count = plain.count
    mean = plain.mean ?? 0
    squaredDeviations = plain.squaredDeviations(from: mean)
  }

  /// The mean with s/√n and the t interval; nil for no values.
  public func meanEstimate(level: Double = 0.95) -> Estimate? {
    guard count > 0 else { return nil }
    guard count > 1 else {
      return Estimate(value: mean, standardError: nil, degreesOfFreedom: nil, interval: nil)
    }
    let (n, freedom) = (Double(count), Double(count - 1))
    return Estimate(
      value: mean, standardError: (squaredDeviations / freedom / n).squareRoot(),
      degreesOfFreedom: freedom, level: level)
  }

  /// The moments of the values of both.
  public static func + (left: Moments, right: Moments) -> Moments {
    let count = left.count + right.count
    guard count > 0 else { return none }
    let (n1, n2, n) = (Double(left.count), Double(right.count), Double(count))
    let distance = right.mean - left.mean
    return Moments(
      count: count, mean: left.mean + distance * n2 / n,
      squaredDeviations: left.squaredDeviations + right.squaredDeviations
        + distance * distance * n1 * n2 / n)
  }
}
