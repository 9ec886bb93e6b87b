internal import Reporting
internal import Statistics

/// By which test each two groups are compared, where one is asked for.
public enum PairTest: String, Hashable, Sendable, CaseIterable {
  /// Welch's test of log pay, p-values raised for all pairs, with Hedges' g.
  case welch
  /// The same with intervals and p-values for all pairs at once (Games and Howell), with Hedges' g.
  case gamesHowell = "games-howell"
  /// By ranks: how likely somebody of one group is paid more than somebody of the other, with Cliff's
  /// delta.
  case mannWhitney = "mann-whitney"
  /// The same where groups vary differently, with intervals.
  case brunnerMunzel = "brunner-munzel"

  /// Whether only the order of pay counts.
  var isByRanks: Bool { self == .mannWhitney || self == .brunnerMunzel }

  /// The effect size that stands beside it.
  var effectName: String { isByRanks ? "cliff_delta" : "hedges_g" }

  /// The heading of the effect size.
  var effectTitle: Inline { isByRanks ? "Cliff's delta" : "Hedges' g" }

  /// What the table compares, in a sentence.
  var sentence: Inline {
    switch self {
    case .welch:
      """
      By Welch's test; the interval is that of the one pair. Hedges' g is the difference of mean log pay in \
      standard deviations within groups.
      """
    case .gamesHowell:
      """
      By the test of Games and Howell, whose intervals and p-values hold for all pairs at once. Hedges' g is \
      the difference of mean log pay in standard deviations within groups.
      """
    case .mannWhitney:
      """
      By the test of Mann and Whitney: how likely somebody of the higher group is paid more than somebody of \
      the lower one. Cliff's delta is how much likelier that is than the reverse.
      """
    case .brunnerMunzel:
      """
      By the test of Brunner and Munzel, which groups may vary differently for: how likely somebody of the \
      higher group is paid more than somebody of the lower one; the interval is that of the one pair. Cliff's \
      delta is how much likelier that is than the reverse.
      """
    }
  }
}

extension GroupContrasts {
  /// Each two of the groups by a test that was asked for.
  ///
  /// - Complexity: O(groups² · n log n), some milliseconds for a pair by Games and Howell.
  static func pairs(
    _ groups: [Int], of samples: [Sample], _ measure: PayDifference.Measure, by test: PairTest,
    _ options: ComparisonOptions
  ) throws(SampleFailure) -> [Pair] {
    let level = options.level
    var pairs: [Pair] = []
    if test == .gamesHowell {
      for pair in try GamesHowell(groups.map { samples[$0] }, level: level).pairs {
        var difference = PayDifference(pair.difference, measure)
        difference.adjustedPValue = pair.pValue
        pairs.append(
          Pair(first: groups[pair.first], second: groups[pair.second], difference: difference))
      }
    } else {
      for (position, first) in groups.enumerated() {
        for second in groups[(position + 1)...] {
          guard
            let difference = try Self.difference(
              samples[first], samples[second], measure, by: test, level: level)
          else { continue }
          pairs.append(Pair(first: first, second: second, difference: difference))
        }
      }
      let raised = options.adjustment.adjust(pairs.map(\.difference.pValue))
      for index in pairs.indices { pairs[index].difference.adjustedPValue = raised[index] }
    }
    for index in pairs.indices {
      pairs[index].effect = try Self.effect(
        samples[pairs[index].first], samples[pairs[index].second], of: test, level: level)
    }
    return pairs
  }

  private static func difference(
    _ first: Sample, _ second: Sample, _ measure: PayDifference.Measure, by test: PairTest,
    level: Double
  ) throws(SampleFailure) -> PayDifference? {
    switch test {
    case .welch, .gamesHowell:
      let (one, two) = (try first.meanEstimate(), try second.meanEstimate())
      return WelchTest(one, two, level: level).map { PayDifference($0.difference, measure) }
    case .mannWhitney:
      let name: Inline = "the Mann-Whitney test"
      return MannWhitneyTest(try first.unweighted(for: name), try second.unweighted(for: name)).map
      {
        PayDifference(superiority: Estimate(withoutError: $0.superiority), pValue: $0.pValue)
      }
    case .brunnerMunzel:
      let name: Inline = "the Brunner-Munzel test"
      return BrunnerMunzelTest(
        try first.unweighted(for: name), try second.unweighted(for: name), level: level
      ).map { PayDifference(superiority: $0.superiority, pValue: $0.pValue) }
    }
  }

  private static func effect(
    _ first: Sample, _ second: Sample, of test: PairTest, level: Double
  ) throws(SampleFailure) -> Estimate? {
    let name = test.effectTitle
    let (one, two) = (try first.unweighted(for: name), try second.unweighted(for: name))
    guard test.isByRanks else {
      return HedgesG(one, two, level: level).map {
        Estimate(
          value: $0.value, standardError: nil, degreesOfFreedom: nil, interval: $0.interval)
      }
    }
    return CliffDelta(one, two, level: level)?.estimate
  }
}
