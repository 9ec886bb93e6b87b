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
  /// - Complexity: O(n + groups²) without weights; O(n · groups) with weights and O(n · groups²) with
  ///   clusters, strata or replicate weights, because then means depend on each other.
  init(
    _ whole: Sample, groups: Int, by parts: [Int], including isIncluded: (Int) -> Bool,
    _ options: ComparisonOptions
  ) throws(SampleFailure) {
    let logarithms = whole.logarithmic()
    let measure: PayDifference.Measure = logarithms == nil ? .means : .geometricMeans
    self.measure = measure
    let test = options.pairTest
    pairMeasure = test?.isByRanks == true ? .superiority : measure
    guard groups > 1 else {
      againstRest = [PayDifference?](repeating: nil, count: groups)
      (pairs, kruskalWallis) = ([], nil)
      return
    }
    let comparer = Comparer(
      logarithms ?? whole, groups: groups, by: parts, level: options.level)
    var rest = [PayDifference?](repeating: nil, count: groups)
    let included = (0..<groups).filter(isIncluded)
    for group in included {
      rest[group] = try comparer.againstRest(group).map { PayDifference($0, measure) }
    }
    let raised = options.adjustment.adjust(rest.map { $0?.pValue })
    for group in rest.indices { rest[group]?.adjustedPValue = raised[group] }
    againstRest = rest

    let samples =
      test == nil ? [] : (logarithms ?? whole).split(into: groups) { parts[$0] }
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
  /// Compares the groups of surveyed people.
  init(
    _ people: SurveyedPay, groups: Int, by parts: [Int], including isIncluded: (Int) -> Bool,
    _ options: ComparisonOptions
  ) throws(InputFailure) {
    do throws(SampleFailure) {
      try self.init(people.sample, groups: groups, by: parts, including: isIncluded, options)
    } catch {
      throw InputFailure(error, options.design, people.table)
    }
  }
}

/// Compares means of parts of a sample in the way that its design asks for.
private struct Comparer {
  private let whole: Sample
  private let parts: [Int]
  private let level: Double
  private let method: Method

  private enum Method {
    /// Without weights: from the moments of each part and of all others.
    case moments([Estimate?], rest: [Estimate?])
    /// With weights: the parts are independent.
    case independent([Sample])
    /// With clusters, strata or replicate weights, which may tie people of both parts.
    case joint
  }

  init(_ whole: Sample, groups: Int, by parts: [Int], level: Double) {
    self.whole = whole
    self.parts = parts
    self.level = level
    if whole.tiesItsParts {
      method = .joint
    } else if whole.weighting != .none {
      method = .independent(whole.split(into: groups) { parts[$0] })
    } else {
      let moments = whole.split(into: groups) { parts[$0] }.map { Moments($0) }
      // What comes before and what comes after a group: all others without subtracting.
      var before = [Moments.none]
      for part in moments { before.append(before[before.count - 1] + part) }
      var after = Moments.none
      var rest = [Estimate?](repeating: nil, count: groups)
      for group in moments.indices.reversed() {
        rest[group] = (before[group] + after).meanEstimate(level: level)
        after = moments[group] + after
      }
      method = .moments(moments.map { $0.meanEstimate(level: level) }, rest: rest)
    }
  }

  func againstRest(_ group: Int) throws(SampleFailure) -> Estimate? {
    switch method {
    case .moments(let groups, let rest): return welch(groups[group], rest[group])
    case .independent(let samples):
      let others = whole.split(into: 2) { parts[$0] == group ? 0 : 1 }[1]
      return welch(try samples[group].meanEstimate(), try others.meanEstimate())
    case .joint:
      return try whole.meanDifference(level: level) { parts[$0] == group ? 0 : 1 }
    }
  }

  func between(_ first: Int, _ second: Int) throws(SampleFailure) -> Estimate? {
    switch method {
    case .moments(let groups, _): return welch(groups[first], groups[second])
    case .independent(let samples):
      return welch(try samples[first].meanEstimate(), try samples[second].meanEstimate())
    case .joint:
      return try whole.meanDifference(level: level) { record in
        parts[record] == first ? 0 : parts[record] == second ? 1 : nil
      }
    }
  }

  private func welch(_ first: Estimate?, _ second: Estimate?) -> Estimate? {
    WelchTest(first, second, level: level)?.difference
  }
}
