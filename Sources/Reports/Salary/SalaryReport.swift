public import Amounts
public import Answers
public import MarketAnswers
public import PayAnswers
public import PayPlans
internal import Reporting
public import SalaryData
public import Simulation

/// The salary report of a role: the baseline in its market, over time, and what a plan pays.
public struct SalaryReport: ReportSubject {
  /// Everything that the report is made from.
  public struct Material: Sendable {
    /// The role.
    public var role: RoleProfile
    /// What everything is held against.
    public var yardstick: Yardstick
    /// The publisher's figures for the role, the baseline among them.
    public var published: [Baseline]
    /// Published pay by occupation, of the baseline's date.
    public var occupations: SummaryTable
    /// Published pay by occupation and sector, of the first date that it is to be had for.
    public var sectors: SummaryTable
    /// Published pay by occupation of all years.
    public var years: [SummaryGroup]
    /// Where the published series break.
    public var breaks: [SeriesBreak]
    /// What other data show, such as a comparison of people's pay; nil where none are given.
    public var data: (any Answer)?
    /// The pay plan.
    public var plan: Plan
    /// How attainment varies.
    public var model: ModelText
    /// The number of simulated years, and how they are drawn.
    public var settings: PayOutlook.Settings = PayOutlook.Settings()
    /// The catalogue entries of the data, for the list of sources.
    public var sources: [Dataset]

    /// Gathers the material.
    public init(
      role: RoleProfile, yardstick: Yardstick, published: [Baseline], occupations: SummaryTable,
      sectors: SummaryTable, years: [SummaryGroup], breaks: [SeriesBreak],
      plan: Plan, model: ModelText, sources: [Dataset]
    ) {
      self.role = role
      self.yardstick = yardstick
      self.published = published
      self.occupations = occupations
      self.sectors = sectors
      self.years = years
      self.breaks = breaks
      self.plan = plan
      self.model = model
      self.sources = sources
    }
  }

  /// What it is made from.
  public let material: Material
  /// The baseline at its own date; nil where the datasets have none for the role, or the plan pays in
  /// another currency.
  public let baseline: Baseline?
  /// The month of the market's tables.
  let month: YearMonth
  /// Where the baseline stands among the jobs of each neighbouring occupation.
  ///
  /// Nil when the wage index is too short to say how fast pay grows.
  public let standing: MarketRank?
  /// The neighbouring occupations at the baseline's date.
  public let neighbours: SummaryComparison
  /// The sectors of each neighbouring occupation.
  public let sectors: SummaryComparison
  /// The nearest occupation over the years, in the money of the baseline.
  public let trend: SummaryTrend
  /// Pay for quotas and sales.
  public let earnings: EarningsGrid
  /// Pay for attainments on the plan's own quota; nil for a plan without one.
  public let curve: EarningsGrid?
  /// What to expect on the plan's own quota; nil for a plan without one.
  public let outlook: PayOutlook?
  /// What to expect on each quota when the sales stay the same; nil for a plan without a quota.
  public let quotas: PayOutlook?

  /// What one important account against several does to pay; nil for a plan that deals cannot tell.
  let portfolios: PortfolioComparison?

  /// Computes the report.
  ///
  /// - Parameters:
  ///   - material: What it is made from.
  ///   - quotas: The quotas of the earnings grid.
  ///   - sales: The sales of the earnings grid.
  ///   - attainments: The attainments of the pay table.
  /// - Throws: `ArithmeticFailure` when the plan cannot be priced, `ModelFailure` for a model or a
  ///   number of trials that makes no sense.
  public init(
    _ material: Material, quotas: [Ratio], sales: [Ratio], attainments: [Ratio]
  ) throws {
    self.material = material
    let codes = material.role.neighbouringOccupations
    func groups(_ table: SummaryTable) -> [SummaryGroup] {
      // In the order of the role file, whose first occupation is the nearest.
      codes.flatMap { code in table.groups.filter { $0.occupation.code == code } }
    }
    let known = material.yardstick.baseline
    let isOfRole = known.title.lowercased() == material.role.name.lowercased()
    let yardstick =
      isOfRole && known.amount.currency == material.plan.currency ? material.yardstick : nil
    baseline = yardstick?.baseline
    month =
      groups(material.occupations).compactMap(\.referencePeriod).first ?? known.referencePeriod
    neighbours = SummaryComparison(
      groups(material.occupations), by: .occupation, yardstick: yardstick)
    sectors = SummaryComparison(groups(material.sectors), by: .sector, yardstick: yardstick)
    standing = yardstick.flatMap { yardstick in
      MarketRank.Growth(averageOf: yardstick.wages).map { (yardstick, $0) }
    }.map { yardstick, growth in
      MarketRank(
        yardstick.baseline.amount.majorUnits.doubleValue, in: groups(material.occupations),
        by: .occupation, growth: growth)
    }
    trend = SummaryTrend(
      material.years.filter { $0.occupation.code == codes.first },
      inMoneyOf: baseline?.referencePeriod ?? month, by: .index(material.yardstick.prices),
      breaks: material.breaks)
    portfolios = PortfolioComparison(material.plan)
    earnings = try EarningsGrid(plan: material.plan, quotas: quotas, axis: .sales(sales))
    let measure = material.plan.primaryMeasure
    curve =
      measure?.quota == nil && measure?.isScored != true
      ? nil
      : try EarningsGrid(plan: material.plan, quotas: [], axis: .attainment(attainments))
    if measure?.quota != nil {
      var settings = material.settings
      self.quotas = try PayOutlook(
        quotas.map { PayOutlook.Scenario(material.plan, quota: $0) }, model: material.model,
        settings: settings)
      settings.hasSensitivity = true
      outlook = try PayOutlook(
        [PayOutlook.Scenario(material.plan)], model: material.model, settings: settings)
    } else {
      self.quotas = nil
      outlook = nil
    }
  }
}

extension SalaryReport {
  public var tables: [NamedTable] {
    func main(_ answer: (any Answer)?, as name: String) -> [NamedTable] {
      answer?.tables.first.map { table in [NamedTable(name) { table.table }] } ?? []
    }
    return main(neighbours, as: "occupations") + main(sectors, as: "sectors")
      + (baseline == nil ? [] : [NamedTable("baselines") { baselineSheet.records }])
      + main(standing, as: "standing")
      + main(trend, as: "trend") + main(material.data, as: "data") + earnings.tables
      + main(outlook, as: "outlook") + main(quotas, as: "quotas")
  }

  /// The baseline over time.
  var baselineSheet: Sheet<(aged: AgedBaseline, published: Money?)> {
    var sheet = Sheet(agedBaselines)
    sheet.add("reference_period", .text("Month")) {
      .text("\($0.aged.period)")
    } cell: {
      .month($0.aged.period)
    }
    sheet.add("published", .number("Published")) {
      .money($0.published)
    } cell: {
      .wholeMoney($0.published)
    }
    for measure in AgedBaseline.Measure.allCases {
      let title: Inline? =
        switch measure {
        case .nominal: nil
        case .prices: "By prices (CPI-U)"
        case .wages: "By wages (ECI)"
        }
      sheet.add(fields: [.init("baseline_\(measure.rawValue)")], title.map { .number($0) }) {
        .wholeMoney($0.aged.amount(measure))
      } values: {
        [.money($0.aged.amount(measure))]
      }
    }
    return sheet
  }

  /// The baseline at the dates of the data, of the publisher's later figures, and at the last date of each index.
  var agedBaselines: [(aged: AgedBaseline, published: Money?)] {
    guard baseline != nil else { return [] }
    var periods = Set(material.published.map(\.referencePeriod))
    for part in neighbours.parts + sectors.parts { periods.insert(part.period) }
    for index in [material.yardstick.prices, material.yardstick.wages] {
      if let last = index.observations.last { periods.insert(last.period) }
    }
    return periods.sorted().map { period in
      (
        material.yardstick.aged(to: period),
        material.published.first { $0.referencePeriod == period }?.amount
      )
    }
  }
}

extension Inline {
  /// An amount in whole units of its currency, or the mark of one that is missing.
  fileprivate static func wholeMoney(_ money: Money?) -> Inline {
    money.map { .money($0, places: 0) } ?? .missing
  }
}
