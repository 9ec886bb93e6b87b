internal import Amounts
internal import Answers
internal import Findings
public import Reporting
internal import SalaryData
internal import Statistics

// MARK: For people

extension PayComparison {
  public var document: Document {
    let shown = rows.filter { $0.summary != nil }
    var blocks: [Block] = [.paragraph(introduction), .table(paySheet.table())]
    if options.interval != .none {
      blocks += [.table(intervalSheet.table(of: shown))] + meanMethodNotes
    }
    blocks += disclosureNotes
    blocks += [.table(gapSheet.table(of: shown))] + gapNotes
    blocks += differenceBlocks + pairBlocks + adjustmentBlocks + inequalityBlocks + mixBlocks
    blocks += readings.flatMap(\.blocks)
    return Document(title: title, blocks: blocks)
  }

  package var title: Inline {
    let columns = columns.map { Inline($0) }.joined(separator: " and ")
    return columns.isEmpty ? pay.payTitle : "\(pay.payTitle) by \(columns)"
  }

  private var introduction: Inline {
    let when: Inline = date.map { ", \(.month($0))" } ?? .empty
    let people: Inline =
      whole.map { "\(.number($0.count)) people" } ?? "Too few people to be shown"
    var sentences: [Inline] = [
      """
      \(people), pay for a year in \(currency.code)\(when). \
      Percentiles by \(rule.title).
      """
    ]
    if isWeighted, let whole {
      sentences.append(
        """
        \(options.design.weighting.title): the people stand for \
        \(.number(whole.weightedCount, places: 0)) and are worth \
        \(.number(whole.effectiveCount, places: 0)) with equal weights.
        """)
    }
    if let clusters = options.design.clusters { sentences.append("Clusters: \(clusters).") }
    if let strata = options.design.strata { sentences.append("Strata: \(strata).") }
    if let replicates { sentences.append(replicates.sentence) }
    for group in leftOut {
      sentences.append("\(.number(group.rows)) people \(group.reason) are left out.")
    }
    return sentences.joined(separator: " ")
  }

  /// Which means have another interval than the method says, and why.
  private var meanMethodNotes: [Block] {
    func names(_ method: PaySummary.MeanMethod) -> Inline? {
      let names = rows.filter { $0.summary?.meanMethod == method }
        .map(\.key.name)
      return names.isEmpty ? nil : names.joined(separator: "; ")
    }
    var notes: [Inline] = []
    switch options.interval {
    case .woodruff, .logit, .beta:
      if let names = names(.bootstrapT) {
        notes.append(
          """
          Bootstrap-t for the mean (\(.number(options.bootstrap.replicates)) replicates, seed \
          \(options.bootstrap.seed)), because the people are few for how skewed their pay is: \(names).
          """)
      }
    case .bootstrap:
      if let names = names(.percentile) {
        notes.append(
          "Percentile bootstrap for the mean, which varies too little for another: \(names).")
      }
    case .bca:
      if let names = names(.percentile) {
        notes.append(
          "BCa has no interval of the mean here, so it is the percentile bootstrap: \(names).")
      }
    case .none: break
    }
    return notes.isEmpty ? [] : [.bullets(notes)]
  }

  private var gapNotes: [Block] {
    guard asksForBaseline else { return [] }
    guard let baseline else {
      return [
        .paragraph(
          currency != .usd
            ? "The pay is in \(currency.code), so it is not held against the baseline in USD."
            : peopleAbroad > 0
              ? "The people are outside the United States, so pay is not held against the baseline there."
              : """
              Most of the pay was converted from other currencies, so it is not held against the \
              baseline of the United States.
              """)
      ]
    }
    var notes: [Inline] = []
    if peopleAbroad > 0 {
      notes.append(
        """
        \(.number(peopleAbroad)) people are outside the United States; groups that are mostly so are \
        not held against the baseline there.
        """)
    }
    if peopleAbroad == 0, convertedRows > 0 {
      notes.append(
        """
        Pay converted from other currencies is in it, although the baseline is one of the United \
        States; rows of the files: \(.number(convertedRows)).
        """)
    }
    if date == nil {
      notes.append(
        """
        The data do not say of when they are, so the baseline of \
        \(.month(baseline.baseline.referencePeriod)) stands as published. Say \
        \(.parameter(.date, "2013-05")) to have it aged to the data's month.
        """)
    }
    for measure in AgedBaseline.Measure.allCases {
      guard baseline.isAged, let factor = baseline.factor(measure) else { continue }
      notes.append("\(measure.heading): \(SummaryComparison.explanation(of: factor)).")
    }
    if pay != .basePay {
      notes.append("The baseline is base pay, and this is \(pay.payName).")
    }
    return notes.isEmpty ? [] : [.bullets(notes)]
  }

  private var disclosureNotes: [Block] {
    guard let rule = options.disclosure,
      whole == nil || groups.contains(where: { $0.hidden != nil })
    else {
      return []
    }
    let limit: Inline =
      rule.maxShare.map { ", none with more than \(.percentage($0, places: 0)) of the group" }
      ?? .empty
    let counts = DisclosureRule.Reason.allCases.compactMap { reason -> Inline? in
      let count = groups.count { $0.hidden == reason }
      return count > 0 ? "\(words(on: reason, rule)): \(.number(count))" : nil
    }
    var sentences: [Inline] = []
    if !counts.isEmpty {
      sentences.append("Groups that are not shown: \(counts.joined(separator: "; ")).")
    }
    let count = rule.minContributors
    sentences.append(
      contributorsAreEmployers
        ? "The rule for what is shown: at least \(count) employers\(limit)."
        : "The rule for what is shown: at least \(count) people\(limit).")
    return [.note(sentences.joined(separator: " "))]
  }

  private func words(on reason: DisclosureRule.Reason, _ rule: DisclosureRule) -> Inline {
    switch reason {
    case .tooFew:
      contributorsAreEmployers
        ? "fewer than \(rule.minContributors) employers"
        : "fewer than \(rule.minContributors) people"
    case .dominated:
      contributorsAreEmployers
        ? "one of the employers too large" : "one of the people too large"
    case .complementary: "so that hidden ones do not follow from the total"
    }
  }
}

extension PayComparison {
  // MARK: Differences

  private var differenceBlocks: [Block] {
    let lines = groups.compactMap { sentence(on: $0) }
    guard groups.count > 1, !lines.isEmpty else { return [] }
    let what: Inline =
      measure == .geometricMeans
      ? "The geometric means are compared, by Welch's test of log pay"
      : "The means are compared, because some pay is zero or negative"
    let count = groups.count { $0.againstRest?.pValue != nil }
    return [
      .section("Each group against all others"),
      .paragraph(
        """
        \(what). Intervals hold for one group at \(.percentage(options.level, places: 0)); \
        what is called a difference holds for all \(.number(count)) at once (\
        \(options.adjustment.title)).
        """),
      .bullets(lines),
    ]
  }

  /// What the data say about a group, and how surely; nil where it is hidden.
  private func sentence(on group: Group) -> Inline? {
    guard let summary = group.summary else { return nil }
    let name = group.key.name
    guard let difference = group.againstRest, let interval = difference.estimate.interval else {
      return """
        \(name): with n = \(.number(summary.count)) nothing can be said about a difference.
        """
    }
    guard difference.pValue != nil else {
      let n = Inline.number(summary.count)
      return difference.estimate.value == 0
        ? "\(name) pays what all others are paid, and nobody's pay differs (n = \(n))."
        : "\(name) pays differently, but as no pay varies, no interval can be had (n = \(n))."
    }
    let (amount, low, high) = words(difference.estimate)
    let compared: Inline =
      difference.estimate.value < 0 ? "\(name) pays \(amount) less" : "\(name) pays \(amount) more"
    let number: Inline =
      isWeighted
      ? "n = \(.number(summary.count)), worth \(.number(summary.effectiveCount, places: 0)),"
      : "n = \(.number(summary.count))"
    if interval.contains(0) {
      return "\(compared), but with \(number) the interval runs from \(low) to \(high)."
    }
    guard let adjusted = difference.adjustedPValue, adjusted < 1 - options.level else {
      return """
        \(compared) (\(low) to \(high), \(number)), which among so many comparisons may be \
        chance (p = \(.pValue(difference.adjustedPValue))).
        """
    }
    return "\(compared) (\(low) to \(high), \(number))."
  }

  /// A difference without its sign, and the ends of its interval with theirs.
  func words(_ estimate: Estimate) -> (amount: Inline, low: Inline, high: Inline) {
    let (low, high) = (estimate.interval?.lower, estimate.interval?.upper)
    guard measure == .geometricMeans else {
      return (
        .money(abs(estimate.value), currency),
        .money(low, currency, sign: .always), .money(high, currency, sign: .always)
      )
    }
    // Tenths of a per cent where the interval is narrow enough for them to mean something.
    let places = (high ?? 1) - (low ?? -1) < 0.1 ? 1 : 0
    return (
      .percentage(abs(estimate.value), places: places),
      .percentage(low, places: places, sign: .always),
      .percentage(high, places: places, sign: .always)
    )
  }

  /// The most pairs that a document shows; the JSON has all.
  private static let mostPairs = 20

  private var pairBlocks: [Block] {
    guard groups.count > (options.pairTest == nil ? 2 : 1) else { return [] }
    guard !pairs.isEmpty else {
      let shown = groups.count { $0.hidden == nil }
      guard shown > GroupContrasts.mostCompared else { return [] }
      return [
        .paragraph(
          """
          There are \(.number(shown)) groups, so each two of them are not compared; fewer \
          than \(GroupContrasts.mostCompared) are, for example with \(.parameter(.where)).
          """)
      ]
    }
    let tested = pairs.count { $0.difference.pValue != nil }
    let surviving = pairs.filter { ($0.difference.adjustedPValue ?? 1) < 1 - options.level }
      .sorted { ($0.difference.adjustedPValue ?? 1) < ($1.difference.adjustedPValue ?? 1) }
    let method: Inline =
      options.pairTest == .gamesHowell ? "Games and Howell" : options.adjustment.title
    let adjustment: Inline =
      "after adjustment for all \(.number(tested)) pairs (\(method))"
    guard !surviving.isEmpty else {
      return [
        .section("Each two groups"), .paragraph("No two groups differ \(adjustment)."),
      ] + rankNotes
    }
    let shown = Array(surviving.prefix(Self.mostPairs))
    let count = Inline.number(surviving.count)
    var sentences: [Inline] = [
      "\(count) differences remain \(adjustment)."
    ]
    if surviving.count > shown.count {
      sentences.append("The \(shown.count) surest are shown.")
    }
    sentences.append(
      options.pairTest.map { $0.sentence } ?? "The interval is that of the one pair.")
    return [
      .section("Each two groups"), .paragraph(sentences.joined(separator: " ")),
      .table(pairSheet(shown).table()),
    ] + rankNotes
  }

  /// What the ranks of all groups say together.
  private var rankNotes: [Block] {
    guard let kruskalWallis else { return [] }
    return [
      .paragraph(
        """
        All groups at once, by the test of Kruskal and Wallis: H = \
        \(.number(kruskalWallis.statistic, places: 2)) with \(.number(kruskalWallis.degreesOfFreedom)) \
        degrees of freedom, p \(.equalsPValue(kruskalWallis.pValue)).
        """)
    ]
  }

  // MARK: Equal characteristics

  private var adjustmentBlocks: [Block] {
    guard let adjustment else { return [] }
    var notes: [Inline] = [
      """
      Each group against the average of all at equal \
      \(adjustment.characteristics.map(\.name).joined(separator: ", ")), from a regression of log pay over \
      \(.number(adjustment.count)) people (R² \(.number(adjustment.rSquared, places: 3))), \
      normalised by employment (Krueger and Summers), with the standard errors of Haisken-DeNew and \
      Schmidt, \(options.design.errorTitle).
      """,
      """
      The differentials have a standard deviation of \
      \(.number(adjustment.deviation, places: 3)) in logarithms, sampling error taken off.
      """,
    ]
    notes.insert(Characteristic.sentence(on: adjustment.characteristics), at: 1)
    if adjustment.leftOut > 0 {
      notes.append(
        """
        \(.number(adjustment.leftOut)) people are left out, because a characteristic or their \
        group is not said.
        """)
    }
    for column in adjustment.aliased {
      notes.append("\(column.name) could not be told from other columns and is left out.")
    }
    notes.append("What was not measured is still in the differentials; they are not effects.")
    return [
      .section("At equal characteristics"), .table(adjustedSheet.table()), .bullets(notes),
    ]
  }

  // MARK: Inequality

  private var inequalityBlocks: [Block] {
    guard let inequality else { return [] }
    let shown = rows.filter { $0.inequality != nil }
    var notes: [Inline] = []
    if whole != nil, let parts = inequality.decomposition {
      notes.append(
        """
        Theil T of everybody is \(.number(parts.total, places: 4)): \(.number(parts.within, places: 4)) \
        within the groups and \(.number(parts.between, places: 4)) between their means.
        """)
    }
    notes.append(
      """
      Where everybody is paid the same, Gini, Theil and Atkinson are 0. Theil T gives more weight to high \
      pay, Theil L and Atkinson \
      (ε = \(.plain(inequality.aversion, upTo: 3))) to low pay.
      """)
    if inequality.notPositive > 0 {
      notes.append(
        """
        The pay of \(.number(inequality.notPositive)) people is zero or negative; Theil and Atkinson are not \
        defined for groups that they are in.
        """)
    }
    if options.interval != .none {
      notes.append(
        replicates == nil
          ? """
          \(.percentage(options.level, places: 0)) intervals from the bootstrap, on the scale of logarithms \
          and corrected for bias; those of P90/P10 from quantiles\(replicationWords).
          """
          : """
          \(.percentage(options.level, places: 0)) intervals from the replicate weights, on the scale of \
          logarithms.
          """)
    }
    return [
      .section("Inequality"), .table(inequalitySheet(inequality).table(of: shown)),
      .bullets(notes),
    ]
  }

  // MARK: Pay mix

  private var mixBlocks: [Block] {
    guard let mix else { return [] }
    let shown = rows.filter { ($0.mix?.count ?? 0) > 0 }
    return [
      .section("Pay mix"),
      .paragraph(
        """
        Shares in the sum of the parts, over people of whom base pay and a variable part are known.
        """), .table(mixSheet(mix).table(of: shown)),
    ]
  }
}

extension Inline {
  /// The interval of an estimate of pay, such as "52,100 to 58,300"; a limit may be missing.
  static func range(of estimate: Estimate) -> Inline {
    guard let interval = estimate.interval, interval.lower != nil || interval.upper != nil else {
      return .missing
    }
    return "\(.number(interval.lower, places: 0)) to \(.number(interval.upper, places: 0))"
  }

  /// A p-value, such as "0.034" or "< 0.001".
  static func pValue(_ value: Double?) -> Inline {
    guard let value, value < 0.001 else { return .number(value, places: 3) }
    return "< \(.number(0.001, places: 3))"
  }

  /// A p-value behind the letter, such as "= 0.034" or "< 0.001".
  static func equalsPValue(_ value: Double?) -> Inline {
    (value ?? 1) < 0.001 ? .pValue(value) : "= \(.pValue(value))"
  }
}

extension QuantileRule {
  /// The definition in words.
  package var title: Inline {
    switch self {
    case .hyndmanFan7: "linear interpolation (type 7 of Hyndman and Fan)"
    case .hyndmanFan1: "the inverse of the distribution function (type 1 of Hyndman and Fan)"
    default: "type \(rawValue.dropFirst(2)) of Hyndman and Fan"
    }
  }
}

extension ReplicateWeights {
  /// The method for programs.
  var facts: [JSONValue.Member] {
    [
      .init("replicate_weights", .integer(sets.count)),
      .init("replicate_method", .string(method.name)),
      .init("replicate_factor", commonFactor.map { .double($0) } ?? .null),
    ]
  }

  /// How errors follow from the weights, as a document says it.
  var sentence: Inline {
    commonFactor.map {
      """
      Errors from \(.number(sets.count)) replicate weights (\(method.name)); each squared difference \
      counts \(.plain($0, upTo: 6)).
      """
    } ?? """
      Errors from \(.number(sets.count)) replicate weights, whose squared differences count as given.
      """
  }
}

extension SurveyDesign {
  /// What the standard errors of a regression allow for.
  var errorTitle: Inline {
    clusters == nil ? "robust to unequal variances (HC1)" : "between clusters"
  }
}

extension Weighting {
  /// What weights mean, as a document begins a sentence with it.
  package var title: Inline {
    switch self {
    case .none: "No weights"
    case .sampling: "Sampling weights"
    case .frequency: "Frequency weights"
    case .reliability: "Reliability weights"
    }
  }
}

extension SalaryReading {
  /// How the file was read: its rows accounted for, and each assumption.
  package var blocks: [Block] {
    [
      .section("How \(.code(path)) was read"), .bullets([accountSentence] + findings.remarks),
    ]
  }

  /// The rows of the file accounted for in a sentence.
  package var accountSentence: Inline {
    let rules = account.setAside.filter { $0.rows > 0 }
    let setAside = rules.reduce(0) { $0 + $1.rows }
    let named = rules.map { "\($0.rule) \(.number($0.rows))" as Inline }
    let reasons: Inline = rules.isEmpty ? .empty : " (\(named.joined(separator: ", ")))"
    return """
      \(.number(account.read)) rows read = \(.number(account.used)) used + \
      \(.number(account.rejected)) rejected + \(.number(setAside)) set aside\(reasons).
      """
  }
}
