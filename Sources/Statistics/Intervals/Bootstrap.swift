/// The bootstrap: how an estimate varies over samples drawn from the sample.
///
/// Records are drawn with replacement and keep their weights; frequency weights count as that many
/// records (beyond 100,000 in all with Poisson counts); within strata as many units as there are;
/// whole clusters where there are any. Replicate
/// i uses stream i of the seed, so the result does not depend on the number of threads. Source:
/// Efron, Tibshirani, *An Introduction to the Bootstrap*, 1993.
public struct Bootstrap: Sendable {
  /// The number of samples drawn.
  public var replicates: Int
  /// The seed of the random numbers.
  public var seed: UInt64
  /// The most threads to use; nil for one per core.
  public var threads: Int?

  /// Creates a plan; 1,000 replicates are the usual advice for intervals.
  public init(replicates: Int = 1000, seed: UInt64 = 1, threads: Int? = nil) {
    self.replicates = replicates
    self.seed = seed
    self.threads = threads
  }

  /// What a worker draws before it hands its buffers back.
  private static let chunk = 8

  /// Returns the replicates of a statistic; nil where the sample itself has no value of it.
  ///
  /// - Complexity: O(replicates · (n + cost of the statistic)).
  public func distribution(
    in sample: Sample, of statistic: @Sendable (Sample) -> Double?
  ) -> BootstrapDistribution? {
    distributions(in: sample) { [statistic($0)] }[0]
  }

  /// Returns the replicates of several statistics of the same drawn samples, always as many; nil for
  /// those of which the sample itself has no value.
  ///
  /// - Complexity: O(replicates · (n + cost of the statistics)).
  public func distributions(
    in sample: Sample, of statistics: @Sendable (Sample) -> [Double?]
  ) -> [BootstrapDistribution?] {
    let estimates = statistics(sample)
    guard estimates.contains(where: { $0 != nil }) else { return estimates.map { _ in nil } }
    let drawn = self.replicates(of: sample, statistics)
    let left = Resampler(sample).leavingOut()
    let jackknife = Parallel.map(left.groups, threads: threads) { statistics(left.sample($0)) }
    return estimates.enumerated().map { index, estimate in
      estimate.map {
        BootstrapDistribution(
          estimate: $0, replicates: drawn.map { $0[index] },
          jackknife: jackknife.compactMap { $0[index] })
      }
    }
  }

  /// Returns the replicates of a statistic of two independent samples, such as a difference.
  ///
  /// - Complexity: O(replicates · (n + cost of the statistic)).
  public func distribution(
    in first: Sample, and second: Sample, of statistic: @Sendable (Sample, Sample) -> Double?
  ) -> BootstrapDistribution? {
    guard let estimate = statistic(first, second) else { return nil }
    let (firstSampler, secondSampler) = (Resampler(first), Resampler(second))
    let drawn = draw { generators in
      var (one, two) = (first, second)
      return generators.map { generator in
        var generator = generator
        firstSampler.draw(into: &one, using: &generator)
        secondSampler.draw(into: &two, using: &generator)
        return statistic(one, two)
      }
    }
    let leftFirst = firstSampler.leavingOut()
    let leftSecond = secondSampler.leavingOut()
    let jackknife = Parallel.map(leftFirst.groups + leftSecond.groups, threads: threads) { group in
      group < leftFirst.groups
        ? statistic(leftFirst.sample(group), second)
        : statistic(first, leftSecond.sample(group - leftFirst.groups))
    }
    let split = jackknife.index(jackknife.startIndex, offsetBy: leftFirst.groups)
    return BootstrapDistribution(
      estimate: estimate, replicates: drawn,
      jackknife: jackknife[..<split].compactMap { $0 },
      jackknifeOfSecond: jackknife[split...].compactMap { $0 })
  }

  /// The mean with its bootstrap-t interval; nil without one of Student's t, or where it varies not.
  ///
  /// The quantiles of (m* − m)/SE* over samples drawn from the sample stand for those of Student's t, so
  /// the interval leans as far as the sample is skewed. Source: Efron, Tibshirani, *An Introduction to
  /// the Bootstrap*, 1993, section 12.5.
  ///
  /// - Complexity: O(replicates · n).
  public func studentizedMean(
    of sample: Sample, level: Double = 0.95
  ) throws(SampleFailure) -> Estimate? {
    guard let estimate = try sample.meanEstimate(level: level), let error = estimate.standardError,
      error > 0
    else { return nil }
    var drawn = replicates(of: sample) { resample -> Double? in
      guard let drawn = try? resample.meanEstimate(), let spread = drawn.standardError, spread > 0
      else { return nil }
      return (drawn.value - estimate.value) / spread
    }.compactMap { $0 }
    // Of few equal records many samples have no error at all, and what is left says little.
    guard drawn.count * 10 >= replicates * 9,
      let t = Sample.quantiles([0.5 + level / 2, 0.5 - level / 2], rearranging: &drawn)
    else { return nil }
    return Estimate(
      value: estimate.value, standardError: error, degreesOfFreedom: estimate.degreesOfFreedom,
      interval: ConfidenceInterval(
        lower: estimate.value - t[0] * error, upper: estimate.value - t[1] * error, level: level))
  }

  /// The statistic of each sample drawn from the sample, in order.
  func replicates<Value: Sendable>(
    of sample: Sample, _ statistic: @Sendable (Sample) -> Value
  ) -> [Value] {
    let resampler = Resampler(sample)
    return draw { generators in
      var resample = sample
      return generators.map { generator in
        var generator = generator
        resampler.draw(into: &resample, using: &generator)
        return statistic(resample)
      }
    }
  }

  private func draw<Value: Sendable>(
    _ replicate: @Sendable ([Xoshiro256PlusPlus]) -> [Value]
  ) -> [Value] {
    let count = max(0, replicates)
    let chunks = (count + Self.chunk - 1) / Self.chunk
    return Parallel.map(chunks, threads: threads) { chunk in
      let numbers = chunk * Self.chunk..<min(count, (chunk + 1) * Self.chunk)
      return replicate(numbers.map { Xoshiro256PlusPlus(seed: seed, stream: $0) })
    }.flatMap { $0 }
  }
}
