internal import Findings
internal import Statistics

/// The differences between groups, and of each to everybody else.
struct GroupContrasts {
  /// A comparison of two groups by their positions.
  struct Pair {
    var first: Int
    var second: Int
    var difference: PayDifference
    /// The size of the effect; nil where no test was asked for.
    var effect: Estimate?
  }

  let measure: PayDifference.Measure
  /// For each group the difference to all others; nil where one side has no standard error.
  let againstRest: [PayDifference?]
  /// Each two groups; empty where there are more than `mostCompared`.
  let pairs: [Pair]
  /// What the pairs compare.
  let pairMeasure: PayDifference.Measure
  /// Whether pay tends to differ between any of the groups; nil unless a test by ranks was asked for.
  let kruskalWallis: KruskalWallisTest?

  /// Each two of more groups than this are more pairs than anybody reads.
  static let mostCompared = 200

  /// Compares the groups that are included; `parts` tells the group of each record.
  ///
  /// `moments` is what `moments(of:_:)` says of each group, where that is known already.
  ///
  /// - Complexity: O(n + groups²) without weights; O(n · groups) with weights and O(n · groups²) with
  ///   clusters, strata or replicate weights, because then means depend on each other.
  init(
    _ whole: Sample, groups: Int, by parts: @autoclosure () -> [Int],
    including isIncluded: (Int) -> Bool, _ options: ComparisonOptions, moments: [Moments]? = nil
  ) throws(SampleFailure) {
    let measure = Self.measure(of: whole)
    self.measure = measure
    let test = options.pairTest
    pairMeasure = test?.isByRanks == true ? .superiority : measure
    guard groups > 1 else {
      againstRest = [PayDifference?](repeating: nil, count: groups)
      (pairs, kruskalWallis) = ([], nil)
      return
    }
    // Nobody looks at records whose moments are known, unless a test does.
    let looksAtRecords = moments == nil || test != nil
    let sample = looksAtRecords ? Self.compared(whole, measure) : whole
    let parts = looksAtRecords ? parts() : []
    let comparer =
      moments.map { Comparer($0, level: options.level) }
      ?? Comparer(sample, groups: groups, by: parts, level: options.level)
    var rest = [PayDifference?](repeating: nil, count: groups)
    let included = (0..<groups).filter(isIncluded)
    for group in included {
      rest[group] = try comparer.againstRest(group).map { PayDifference($0, measure) }
    }
    let raised = options.adjustment.adjust(rest.map { $0?.pValue })
    for group in rest.indices { rest[group]?.adjustedPValue = raised[group] }
    againstRest = rest

    let samples = test == nil ? [] : sample.split(into: groups) { parts[$0] }
    if test?.isByRanks == true {
      var unweighted: [UnweightedSample] = []
      for group in included {
        unweighted.append(try samples[group].unweighted(for: "the Kruskal-Wallis test"))
      }
      kruskalWallis = KruskalWallisTest(unweighted)
    } else {
      kruskalWallis = nil
    }
    var pairs: [Pair] = []
    if let test, included.count <= Self.mostCompared {
      pairs = try Self.pairs(included, of: samples, measure, by: test, options)
    } else if included.count <= Self.mostCompared {
      for (position, first) in included.enumerated() {
        for second in included[(position + 1)...] {
          guard let difference = try comparer.between(first, second) else { continue }
          pairs.append(
            Pair(first: first, second: second, difference: PayDifference(difference, measure)))
        }
      }
      let raised = options.adjustment.adjust(pairs.map(\.difference.pValue))
      for index in pairs.indices { pairs[index].difference.adjustedPValue = raised[index] }
    }
    self.pairs = pairs
  }
}

extension GroupContrasts {
  /// What is compared of the groups of a sample.
  ///
  /// - Complexity: O(n).
  static func measure(of whole: Sample) -> PayDifference.Measure {
    whole.values.allSatisfy { $0 > 0 } ? .geometricMeans : .means
  }

  /// Returns the moments of what is compared of a group; nil where more than they must be known, because
  /// there are weights or a design.
  static func moments(of group: Sample, _ measure: PayDifference.Measure) -> Moments? {
    group.isPlain ? Moments(compared(group, measure)) : nil
  }

  private static func compared(_ sample: Sample, _ measure: PayDifference.Measure) -> Sample {
    measure == .geometricMeans ? sample.logarithmic() ?? sample : sample
  }

  /// Compares the groups of surveyed people.
  init(
    _ people: SurveyedPay, groups: Int, by parts: @autoclosure () -> [Int],
    including isIncluded: (Int) -> Bool, _ options: ComparisonOptions, moments: [Moments]?
  ) throws(InputFailure) {
    do throws(SampleFailure) {
      try self.init(
        people.sample, groups: groups, by: parts(), including: isIncluded, options,
        moments: moments)
    } catch {
      throw InputFailure(error, options.design, people.table)
    }
  }
}

/// Compares means of parts of a sample in the way that its design asks for.
private struct Comparer {
  private let level: Double
  private let method: Method

  private enum Method {
    /// Without weights: from the moments of each part and of all others.
    case moments([Estimate?], rest: [Estimate?])
    /// With weights: the parts are independent.
    case independent([Sample], of: Sample, by: [Int])
    /// With clusters, strata or replicate weights, which may tie people of both parts.
    case joint(Sample, by: [Int])
  }

  init(_ whole: Sample, groups: Int, by parts: [Int], level: Double) {
    guard !whole.tiesItsParts else {
      self.init(method: .joint(whole, by: parts), level: level)
      return
    }
    let samples = whole.split(into: groups) { parts[$0] }
    if whole.weighting == .none {
      self.init(samples.map { Moments($0) }, level: level)
    } else {
      self.init(method: .independent(samples, of: whole, by: parts), level: level)
    }
  }

  /// Compares parts without weights by their moments alone.
  init(_ moments: [Moments], level: Double) {
    // What comes before and what comes after a group: all others without subtracting.
    var before = [Moments.none]
    for part in moments { before.append(before[before.count - 1] + part) }
    var after = Moments.none
    var rest = [Estimate?](repeating: nil, count: moments.count)
    for group in moments.indices.reversed() {
      rest[group] = (before[group] + after).meanEstimate(level: level)
      after = moments[group] + after
    }
    self.init(
      method: .moments(moments.map { $0.meanEstimate(level: level) }, rest: rest), level: level)
  }

  private init(method: Method, level: Double) {
    self.method = method
    self.level = level
  }

  func againstRest(_ group: Int) throws(SampleFailure) -> Estimate? {
    switch method {
    case .moments(let groups, let rest): return welch(groups[group], rest[group])
    case .independent(let samples, let whole, let parts):
      let others = whole.split(into: 2) { parts[$0] == group ? 0 : 1 }[1]
      return welch(try samples[group].meanEstimate(), try others.meanEstimate())
    case .joint(let whole, let parts):
      return try whole.meanDifference(level: level) { parts[$0] == group ? 0 : 1 }
    }
  }

  func between(_ first: Int, _ second: Int) throws(SampleFailure) -> Estimate? {
    switch method {
    case .moments(let groups, _): return welch(groups[first], groups[second])
    case .independent(let samples, _, _):
      return welch(try samples[first].meanEstimate(), try samples[second].meanEstimate())
    case .joint(let whole, let parts):
      return try whole.meanDifference(level: level) { record in
        parts[record] == first ? 0 : parts[record] == second ? 1 : nil
      }
    }
  }

  private func welch(_ first: Estimate?, _ second: Estimate?) -> Estimate? {
    WelchTest(first, second, level: level)?.difference
  }
}
