public import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What two groups of people are paid, and how far they are apart as they are.
public struct RawPayGap: Sendable {
  /// The pay of A, the reference; nil where nobody is in it.
  public let a: PaySummary?
  /// The pay of B; nil where nobody is in it.
  public let b: PaySummary?
  /// By which fraction the geometric mean of B lies above that of A, with Welch's interval; nil where a
  /// group is not two people at least.
  public internal(set) var geometricMeans: PayDifference?
  /// By which fraction the median of B lies above that of A; nil unless both are positive.
  ///
  /// The interval follows from those of both medians, on the scale of logarithms; where clusters have
  /// people of both groups it is rather too wide. Source: Zou, Donner, "Construction of confidence
  /// limits about effect measures", Stat. Med. 27 (2008).
  public let medians: Estimate?
  /// By which fraction the mean of B lies above that of A; nil unless both are positive.
  ///
  /// The interval is linearised on the scale of logarithms, with what the design ties together.
  public let means: PayDifference?

  /// Compares two parts of a sample of positive pay.
  ///
  /// - Parameters:
  ///   - sample: Everybody in the design.
  ///   - parts: For each record 0 for B, 1 for A, and 2 for everybody else, who still belongs to the design.
  ///   - options: The design and the confidence.
  /// - Throws: For a design whose errors cannot be estimated.
  /// - Complexity: O(records) without bootstrap.
  init(_ sample: Sample, _ parts: [Int], _ options: ComparisonOptions) throws(SampleFailure) {
    geometricMeans = try GroupContrasts(
      sample, groups: 3, by: parts, including: { $0 < 2 }, options
    ).pairs.first?.difference
    let groups = sample.split(into: 3) { parts[$0] }
    let (a, b) = (try groups[1].paySummary(options), try groups[0].paySummary(options))
    (self.a, self.b) = (a, b)
    guard let a, let b else {
      (medians, means) = (nil, nil)
      return
    }
    medians = Estimate(
      fractionOf: b.percentiles[2], above: a.percentiles[2], level: options.level)
    means = try Self.meanGap(sample, parts, a.mean.value, b.mean.value, options)
  }

  private static func meanGap(
    _ sample: Sample, _ parts: [Int], _ a: Double, _ b: Double, _ options: ComparisonOptions
  ) throws(SampleFailure) -> PayDifference? {
    guard a > 0, b > 0 else { return nil }
    // In units of the mean of its group the error of a mean is that of its logarithm.
    let scaled = try sample.mapRecords { sample.values[$0] / (parts[$0] == 0 ? b : a) }
    let difference: Estimate?
    if sample.tiesItsParts {
      difference = try scaled.meanDifference(level: options.level) { parts[$0] }
    } else {
      let groups = scaled.split(into: 3) { parts[$0] }
      let (first, second) = (try groups[0].meanEstimate(), try groups[1].meanEstimate())
      difference = WelchTest(first, second, level: options.level)?.difference
    }
    return PayDifference(
      Estimate(
        value: log(b / a), standardError: difference?.standardError,
        degreesOfFreedom: difference?.degreesOfFreedom, level: options.level), .geometricMeans)
  }
}
