public import Amounts

/// One row of a published pay table: an occupation in an industry and an area.
public struct SummaryGroup: Hashable, Sendable {
  /// A class of a published classification.
  public struct Class: Hashable, Sendable {
    /// The code, such as "41-3031" or "52".
    public let code: String
    /// The name that goes with it.
    public let title: String

    /// Creates a class.
    public init(code: String, title: String) {
      self.code = code
      self.title = title
    }
  }

  /// The percentiles that OEWS publishes.
  public enum Percentile: Int, Hashable, Sendable, CaseIterable {
    case p10 = 10
    case p25 = 25
    case p50 = 50
    case p75 = 75
    case p90 = 90
  }

  /// The month that the pay refers to.
  public let referencePeriod: YearMonth?
  /// The occupation, in the Standard Occupational Classification.
  public let occupation: Class
  /// The industry, in NAICS; "000000" is all industries.
  public let industry: Class
  /// The area, such as "United States" or "Ohio".
  public let area: String
  /// The number of jobs, which the publisher rounds; the self-employed are not among them.
  public let employment: SummaryCell
  /// The relative standard error of the employment, in per cent.
  public let employmentRSE: SummaryCell
  /// The mean pay for a year.
  public let mean: SummaryCell
  /// The relative standard error of the mean, in per cent; percentiles have none published.
  public let meanRSE: SummaryCell
  private let percentiles: [SummaryCell]

  /// Creates a group; percentiles that are not given are missing.
  public init(
    referencePeriod: YearMonth?, occupation: Class, industry: Class, area: String,
    employment: SummaryCell, employmentRSE: SummaryCell, mean: SummaryCell, meanRSE: SummaryCell,
    percentiles: [Percentile: SummaryCell]
  ) {
    self.referencePeriod = referencePeriod
    self.occupation = occupation
    self.industry = industry
    self.area = area
    self.employment = employment
    self.employmentRSE = employmentRSE
    self.mean = mean
    self.meanRSE = meanRSE
    self.percentiles = Percentile.allCases.map { percentiles[$0] ?? .missing }
  }

  /// The pay for a year below which a percentage of the jobs lies.
  public subscript(percentile: Percentile) -> SummaryCell {
    switch percentile {
    case .p10: percentiles[0]
    case .p25: percentiles[1]
    case .p50: percentiles[2]
    case .p75: percentiles[3]
    case .p90: percentiles[4]
    }
  }

  /// The median pay for a year.
  public var median: SummaryCell { self[.p50] }
}
