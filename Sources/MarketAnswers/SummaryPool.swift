public import Amounts
public import SalaryData
internal import Statistics

/// Several groups of a published table taken together, such as the sectors of an occupation.
///
/// Employment adds up and the mean is weighted by it; percentiles are those of all jobs, each group a
/// piecewise lognormal through its published percentiles. The published means test those curves.
public struct SummaryPool: Hashable, Sendable {
  /// The groups taken together, as a group.
  public let group: SummaryGroup
  /// How many groups are in it.
  public let count: Int
  /// How many were left out, because their jobs or percentiles are not published.
  public let leftOut: Int
  /// The mean that the curves imply.
  public let impliedMean: Double

  /// How far the implied mean may lie from the published one before it speaks against the curves.
  static let tolerance = 0.05

  /// By which fraction the implied mean lies above the published one; nil without a published mean.
  public var meanDeviation: Double? { group.mean.value.map { impliedMean / $0 - 1 } }

  /// Pools groups; nil when the jobs and percentiles of none are published.
  ///
  /// Groups that contain others would count them twice: see `SummaryPool.withoutTotals`.
  ///
  /// - Complexity: O(groups).
  public init?(
    _ groups: [SummaryGroup], occupation: SummaryGroup.Class, industry: SummaryGroup.Class,
    area: String
  ) {
    let cells = groups.compactMap { Cell($0) }
    guard !cells.isEmpty,
      let pooled = PooledPercentiles(
        cells.map { PooledPercentiles.Group($0.curve, weight: $0.employment) })
    else { return nil }
    count = cells.count
    leftOut = groups.count - cells.count
    impliedMean = pooled.mean
    let total = cells.reduce(0) { $0 + $1.employment }
    let means = cells.compactMap(\.mean)
    let mean =
      means.count == cells.count
      ? zip(cells, means).reduce(0) { $0 + $1.0.employment / total * $1.1 } : nil
    var percentiles: [SummaryGroup.Percentile: SummaryCell] = [:]
    for percentile in SummaryGroup.Percentile.allCases {
      switch pooled.quantile(Double(percentile.rawValue) / 100) {
      case .value(let value)?: percentiles[percentile] = .value(value)
      case .atLeast(let bound)?: percentiles[percentile] = .topCoded(lowerBound: bound)
      case nil: break
      }
    }
    group = SummaryGroup(
      referencePeriod: groups.first?.referencePeriod, occupation: occupation, industry: industry,
      area: area, employment: .value(total),
      employmentRSE: Self.relativeError(cells.map(\.employmentError), of: total),
      mean: mean.map { .value($0) } ?? .missing,
      meanRSE: mean.map { mean in
        // The mean moves with the means of the groups and with their shares in employment.
        let moved = cells.map { cell in
          cell.employmentError.map { ((cell.mean ?? mean) - mean) / total * $0 }
        }
        return Self.relativeError(
          cells.map { cell in cell.meanError.map { cell.employment / total * $0 } } + moved,
          of: mean)
      } ?? .missing,
      percentiles: percentiles)
  }

  /// The relative error, in per cent, of a sum of independent parts; missing if one is.
  private static func relativeError(_ errors: [Double?], of total: Double) -> SummaryCell {
    let known = errors.compactMap(\.self)
    guard known.count == errors.count, total > 0 else { return .missing }
    return .value(100 * known.reduce(0) { $0 + $1 * $1 }.squareRoot() / total)
  }

  /// A group that can be pooled.
  private struct Cell {
    let curve: PercentileCurve
    let employment: Double
    let employmentError: Double?
    let mean: Double?
    let meanError: Double?

    init?(_ group: SummaryGroup) {
      guard let employment = group.employment.value, employment > 0,
        let curve = PercentileCurve(group)
      else { return nil }
      self.curve = curve
      self.employment = employment
      employmentError = group.employmentRSE.value.map { $0 / 100 * employment }
      mean = group.mean.value
      meanError = group.mean.value.flatMap { mean in group.meanRSE.value.map { $0 / 100 * mean } }
    }
  }

  /// The area of a table of the whole country.
  static let wholeCountry: String = "United States"

  /// Returns the groups without those that contain others: all occupations of a kind, all industries,
  /// the whole country.
  ///
  /// A detailed occupation of the Standard Occupational Classification never ends in 0.
  public static func withoutTotals(_ groups: [SummaryGroup]) -> [SummaryGroup] {
    func dropping(_ isTotal: (SummaryGroup) -> Bool, from groups: [SummaryGroup]) -> [SummaryGroup]
    {
      let parts = groups.filter { !isTotal($0) }
      return parts.isEmpty ? groups : parts
    }
    var parts = dropping({ $0.occupation.code.hasSuffix("0") }, from: groups)
    parts = dropping({ $0.industry.code.allSatisfy { $0 == "0" } }, from: parts)
    return dropping({ $0.area == wholeCountry }, from: parts)
  }
}

extension PercentileCurve {
  /// The curve through the published percentiles of a group; nil where they make none.
  init?(_ group: SummaryGroup) {
    var points: [Point] = []
    var topCode: Double?
    for percentile in SummaryGroup.Percentile.allCases {
      switch group[percentile] {
      case .value(let value):
        points.append(Point(share: Double(percentile.rawValue) / 100, value: value))
      case .topCoded(let bound): topCode = min(topCode ?? bound, bound)
      case .suppressed, .missing: break
      }
    }
    do throws(Failure) {
      try self.init(points, topCode: topCode)
    } catch {
      return nil
    }
  }
}

extension SummaryGroup {
  /// The mean with the interval that its published relative standard error gives.
  func meanEstimate(level: Double) -> Estimate? { Self.estimate(mean, meanRSE, level) }

  /// The number of jobs with the interval that its published relative standard error gives.
  func employmentEstimate(level: Double) -> Estimate? {
    Self.estimate(employment, employmentRSE, level)
  }

  private static func estimate(
    _ cell: SummaryCell, _ relativeError: SummaryCell, _ level: Double
  ) -> Estimate? {
    guard let value = cell.value else { return nil }
    return Estimate(
      value: value, standardError: relativeError.value.map { $0 / 100 * value },
      degreesOfFreedom: .infinity, level: level)
  }

  /// The group with all pay multiplied by a factor, such as moved to another date.
  func withPay(times factor: Double, period: YearMonth? = nil) -> SummaryGroup {
    var percentiles: [Percentile: SummaryCell] = [:]
    for percentile in Percentile.allCases {
      percentiles[percentile] = self[percentile].map { $0 * factor }
    }
    return SummaryGroup(
      referencePeriod: period ?? referencePeriod, occupation: occupation, industry: industry,
      area: area, employment: employment, employmentRSE: employmentRSE,
      mean: mean.map { $0 * factor },
      meanRSE: meanRSE, percentiles: percentiles)
  }

  /// Returns the group with its pay brought to another month; one without a date stays as it is.
  public func aged(to month: YearMonth, by aging: Aging) throws(IndexGap) -> SummaryGroup {
    guard let referencePeriod else { return self }
    let factor = try aging.factor(from: referencePeriod, to: month)
    return withPay(times: factor.value, period: month)
  }

  /// Returns groups of several occupations pooled by date, industry and area.
  ///
  /// - Complexity: O(groups).
  public static func poolingOccupations(_ groups: [SummaryGroup]) -> [SummaryGroup] {
    struct Key: Hashable {
      var period: YearMonth?
      var industry: Class
      var area: String
    }
    var order: [Key] = []
    var members: [Key: [SummaryGroup]] = [:]
    for group in groups {
      let key = Key(period: group.referencePeriod, industry: group.industry, area: group.area)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(group)
    }
    // One name for all, also where a sector has only one of the occupations.
    let occupations = Set(SummaryPool.withoutTotals(groups).map(\.occupation)).sorted {
      $0.code < $1.code
    }
    let pooled = Class(
      code: occupations.map(\.code).joined(separator: " + "),
      title: occupations.map(\.title).joined(separator: " + "))
    return order.compactMap { key in
      let parts = SummaryPool.withoutTotals(members[key] ?? [])
      return SummaryPool(
        parts, occupation: pooled, industry: key.industry, area: key.area)?.group
    }
  }
}
