public import Amounts
public import Answers
public import Findings
public import SalaryData
public import Statistics

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The difference in pay between two groups: raw, at equal characteristics, and decomposed.
///
/// Group A is the reference, such as those who are paid more. Neither the adjusted gap nor the
/// unexplained part is a measure of discrimination: both hold everything that was not measured, and
/// characteristics such as level may themselves be the result of it.
public struct PayGap: Answer {
  /// One of the two groups.
  public struct Group: Sendable {
    /// Its name.
    public let name: String
    /// Its pay.
    public let summary: PaySummary
  }

  /// What remains at equal characteristics.
  public struct Adjusted: Sendable {
    /// The characteristics, and how they entered the regressions.
    public let characteristics: [Characteristic.Use]
    /// By which fraction B is paid more than A at equal characteristics; negative if less.
    public let estimate: Estimate
    /// The p-value of no difference.
    public let pValue: Double?
    /// R² of the regression of log pay.
    public let rSquared: Double?
    /// The decomposition of the raw gap of log pay of the same people.
    public let decomposition: OaxacaBlinder
    /// The number of people of A and of B of whom everything is known.
    public let counts: (a: Int, b: Int)
    /// The number of people left out because a characteristic is not said.
    public let incomplete: Int
    /// The number of people left out because one of the groups has nobody like them.
    public let withoutCounterpart: Int
    /// The columns that could not be told from others.
    public let aliased: [LinearRegression.Aliased]
  }

  /// A group that nobody asked for, with fewer people than both that are compared.
  public struct OtherGroup: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many people are in it.
    public let people: Int
  }

  /// The groups of the column that are not compared, because these two have more people and none were
  /// named; the largest first.
  public let passedOver: [OtherGroup]
  /// The column that tells the groups apart.
  public let column: String
  /// The reference.
  public let a: Group
  /// The group that is held against it.
  public let b: Group
  /// By which fraction the geometric mean of B lies above that of A, with Welch's interval.
  public let raw: PayDifference
  /// By which fraction the median of B lies above that of A, as in `RawPayGap`.
  public let medianGap: Estimate?
  /// By which fraction the mean of B lies above that of A, as in `RawPayGap`.
  public let meanGap: PayDifference?
  /// The same for people who have something in common, such as a level; nil where not asked.
  public let categories: Categories?
  /// What remains at equal characteristics; nil where none were named.
  public let adjusted: Adjusted?
  /// The gap at each quantile that was asked for.
  public let quantiles: [QuantileGap]
  /// The coefficients that the two-fold decomposition takes for fair.
  public let reference: OaxacaBlinder.ReferenceWeights
  /// Which pay is compared.
  public let pay: ColumnRole
  /// The currency of the pay.
  public let currency: Currency
  /// The month of the pay; nil where nothing says.
  public let date: YearMonth?
  /// How it was computed.
  public let options: ComparisonOptions
  /// How the files were read.
  public let readings: [SalaryReading]
  /// The replicate weights that errors are from; nil where there are none.
  let replicates: ReplicateWeights?
  /// People who were read but could not be counted, and why.
  let leftOut: [SurveyedPay.LeftOut]

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - data: The people.
  ///   - column: The column that tells the groups apart.
  ///   - groups: The two groups; nil takes the two with the most people, the one with the higher
  ///     median as the reference.
  ///   - reference: The coefficients of the two-fold decomposition.
  ///   - shares: The shares of each group at which the gap is wanted too, such as 0.1 and 0.9.
  ///   - columns: The columns by whose values the raw gap is wanted too.
  ///   - smallestGroup: The people of each side without whom a gap by these values is withheld; nil for
  ///     the customary five.
  ///   - options: The design, the confidence, and the characteristics.
  /// - Throws: `.usage` when the column does not have these two groups; `.badData` when a group is too
  ///   small, pay is not positive, or a regression cannot be computed.
  /// - Complexity: O(rows × columns²) for the columns of the regression.
  public init(
    _ data: PeopleData, between column: String,
    groups: (reference: String, other: String)? = nil,
    reference: OaxacaBlinder.ReferenceWeights = .jann, quantiles shares: [Double] = [],
    by columns: [String] = [], smallestGroup: Int? = nil,
    options: ComparisonOptions = ComparisonOptions()
  ) throws(InputFailure) {
    try QuantileGap.check(shares)
    self.column = column
    (pay, currency, date, readings) = (data.pay, data.currency, data.date, data.readings)
    self.reference = reference
    self.options = options
    let people = try SurveyedPay(data.table, pay, options.design)
    leftOut = people.leftOut
    replicates = people.sample.replicates?.weights
    let pair = try Self.pair(groups, people, column)
    passedOver = pair.passedOver
    guard let logarithms = people.sample.logarithmic() else {
      throw Obstacle.payNotPositive.failure
    }
    let whole: RawPayGap
    let (quantilesA, quantilesB): ([Estimate]?, [Estimate]?)
    do throws(SampleFailure) {
      whole = try RawPayGap(people.sample, pair.parts, options)
      let parts = people.sample.split(into: 3) { pair.parts[$0] }
      (quantilesA, quantilesB) = (
        try PaySummary.quantiles(shares, parts[1], options),
        try PaySummary.quantiles(shares, parts[0], options)
      )
    } catch {
      throw InputFailure(error, options.design, people.table)
    }
    guard let raw = whole.geometricMeans, let summaryA = whole.a, let summaryB = whole.b else {
      throw Obstacle.nobody.failure
    }
    a = Group(name: pair.a, summary: summaryA)
    b = Group(name: pair.b, summary: summaryB)
    (self.raw, medianGap, meanGap) = (raw, whole.medians, whole.means)
    categories =
      columns.isEmpty
      ? nil
      : try Categories(
        people, whole, pair.parts, by: columns, smallestGroup: smallestGroup, options)
    var gaps = zip(shares, zip(quantilesA ?? [], quantilesB ?? [])).map { share, quantiles in
      QuantileGap(share, quantiles.0, quantiles.1, level: options.level)
    }
    guard !options.characteristics.isEmpty else {
      (adjusted, self.quantiles) = (nil, gaps)
      return
    }
    let comparable = try ComparablePeople(people, logarithms, pair.parts, options)
    adjusted = try Adjusted(comparable, reference, options)
    for (index, gap) in gaps.enumerated() {
      gaps[index].adjusted = try comparable.gap(atQuantile: gap.share, options)
    }
    self.quantiles = gaps
  }

  /// Finds the groups: 0 is B, 1 is A, 2 everybody else, who still belongs to the design.
  private static func pair(
    _ groups: (reference: String, other: String)?, _ people: SurveyedPay, _ column: String
  ) throws(InputFailure) -> (a: String, b: String, parts: [Int], passedOver: [OtherGroup]) {
    let rows = try people.table.grouped(by: [column])
    let labels = rows.keys.map { $0[0] }
    let known = labels.indices.filter { !labels[$0].isEmpty }
    let list = known.map { "\(labels[$0]) (\(rows.rowCounts[$0]))" }.joined(separator: ", ")
    func position(_ name: String) throws(InputFailure) -> Int {
      if let exact = known.first(where: { labels[$0].lowercased() == name.lowercased() }) {
        return exact
      }
      throw Obstacle.unknownGroup(name, column: column, known: list).failure
    }
    let bySize = known.sorted { (rows.rowCounts[$1], $0) < (rows.rowCounts[$0], $1) }
    var (a, b): (Int, Int)
    if let groups {
      (a, b) = (try position(groups.reference), try position(groups.other))
      guard a != b else { throw Obstacle.sameGroup.failure }
    } else {
      guard known.count > 1 else {
        throw Obstacle.notTwo(known.count, column: column, known: list).failure
      }
      (a, b) = (bySize[0], bySize[1])
    }
    for group in [a, b] where rows.rowCounts[group] < 2 {
      throw Obstacle.onePerson(labels[group]).failure
    }
    if groups == nil {
      // The group that is paid more is the reference, so that the gap is what the other one lacks.
      let samples = people.sample.split(into: rows.count) { Int(rows.groupOfRow[$0]) }
      if let medianA = samples[a].median, let medianB = samples[b].median, medianB > medianA {
        swap(&a, &b)
      }
    }
    let (first, second) = (UInt32(a), UInt32(b))
    return (
      labels[a], labels[b], rows.groupOfRow.map { $0 == second ? 0 : $0 == first ? 1 : 2 },
      groups == nil
        ? bySize.dropFirst(2).map { OtherGroup(name: labels[$0], people: rows.rowCounts[$0]) } : []
    )
  }
}

extension Estimate {
  /// By which fraction one quantile lies above another one of independent people; nil unless both are
  /// positive.
  ///
  /// Its interval follows from those of both, on the scale of logarithms (Zou, Donner 2008).
  init?(fractionOf b: Estimate, above a: Estimate, level: Double) {
    guard a.value > 0, b.value > 0 else { return nil }
    let difference = log(b.value / a.value)
    /// How far the gap may be off when one quantile is at one limit and the other at the other.
    func distance(_ first: (Double, Double?), _ second: (Double, Double?)) -> Double? {
      guard let one = first.1, let two = second.1, one > 0, two > 0 else { return nil }
      let (x, y) = (log(one / first.0), log(two / second.0))
      return (x * x + y * y).squareRoot()
    }
    let below = distance((b.value, b.interval?.lower), (a.value, a.interval?.upper))
    let above = distance((b.value, b.interval?.upper), (a.value, a.interval?.lower))
    self =
      Estimate(
        value: difference, standardError: nil, degreesOfFreedom: nil,
        interval: ConfidenceInterval(
          lower: below.map { difference - $0 }, upper: above.map { difference + $0 },
          level: level)
      ).fractionFromLogarithms
  }
}

/// The people of both groups who can be compared, ready for regressions of log pay.
private struct ComparablePeople {
  static let groupName = "group B"

  let uses: [Characteristic.Use]
  let incomplete: Int
  let withoutCounterpart: Int
  let counts: (a: Int, b: Int)
  let isInA: [Bool]
  let response: [Double]
  let characteristics: Predictors
  /// The same beside a column for group B.
  let predictors: Predictors
  let weights: [Double]?
  let weighting: Weighting
  let clusters: [Int]?

  init(
    _ people: SurveyedPay, _ logarithms: Sample, _ parts: [Int], _ options: ComparisonOptions
  ) throws(InputFailure) {
    let known = try Characteristics(options.characteristics, in: people.table)
    let members = parts.indices.filter { parts[$0] < 2 }
    let complete = members.filter { known.isComplete($0) }
    let rows = known.withCounterpart(complete) { parts[$0] }
    incomplete = members.count - complete.count
    withoutCounterpart = complete.count - rows.count
    let isInA = rows.map { parts[$0] == 1 }
    self.isInA = isInA
    counts = (isInA.count { $0 }, isInA.count { !$0 })
    guard counts.a > 1, counts.b > 1 else {
      throw PayGap.Obstacle.noCounterparts.failure
    }
    let (terms, uses) = known.terms(rows)
    self.uses = uses
    response = rows.map { logarithms.values[$0] }
    weights = logarithms.weights.map { weights in rows.map { weights[$0] } }
    weighting = logarithms.weighting
    clusters = logarithms.clusters.map { clusters in rows.map { clusters[$0] } }
    do throws(RegressionFailure) {
      let group = Predictors.Term.number(Self.groupName, isInA.map { $0 ? 0 : 1 })
      characteristics = try Predictors(terms, rows: rows.count)
      predictors = try Predictors([group] + terms, rows: rows.count)
    } catch {
      throw PayGap.Obstacle.regression(error).failure
    }
  }

  func gap(
    atQuantile share: Double, _ options: ComparisonOptions
  ) throws(InputFailure) -> Estimate {
    do throws(RegressionFailure) {
      let regression = try QuantileRegression(
        response, on: predictors, share: share, weights: weights, weighting,
        bootstrap: options.interval == .none ? nil : options.bootstrap, clusters: clusters,
        level: options.level)
      guard let coefficient = regression[Self.groupName] else {
        throw RegressionFailure.noSuchFactor(Self.groupName)
      }
      return coefficient.estimate.fractionFromLogarithms
    } catch {
      throw PayGap.Obstacle.regression(error).failure
    }
  }
}

extension PayGap.Adjusted {
  fileprivate init(
    _ people: ComparablePeople, _ reference: OaxacaBlinder.ReferenceWeights,
    _ options: ComparisonOptions
  ) throws(InputFailure) {
    (incomplete, withoutCounterpart) = (people.incomplete, people.withoutCounterpart)
    (counts, characteristics) = (people.counts, people.uses)
    do throws(RegressionFailure) {
      let regression = try LinearRegression(
        people.response, on: people.predictors, weights: people.weights, people.weighting,
        errors: people.clusters.map { .clustered($0) } ?? .hc1, level: options.level)
      guard let coefficient = regression[ComparablePeople.groupName] else {
        throw RegressionFailure.noSuchFactor(ComparablePeople.groupName)
      }
      estimate = coefficient.estimate.fractionFromLogarithms
      pValue = coefficient.pValue
      rSquared = regression.rSquared
      aliased = regression.aliased
      decomposition = try OaxacaBlinder(
        people.response, on: people.characteristics, isInGroupA: people.isInA,
        weights: people.weights, people.weighting, clusters: people.clusters,
        reference: reference, level: options.level)
    } catch {
      throw PayGap.Obstacle.regression(error).failure
    }
  }
}
