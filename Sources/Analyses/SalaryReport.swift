public import Amounts
public import PayPlans
internal import Reporting
public import SalaryData

/// The salary report of a role: the baseline, its neighbours and sectors, and what a plan pays.
public struct SalaryReport: Answer {
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
    /// The pay plan.
    public var plan: Plan
    /// The catalogue entries of the data, for the list of sources.
    public var sources: [Dataset]

    /// Gathers the material.
    public init(
      role: RoleProfile, yardstick: Yardstick, published: [Baseline],
      occupations: SummaryTable, sectors: SummaryTable, plan: Plan,
      sources: [Dataset]
    ) {
      self.role = role
      self.yardstick = yardstick
      self.published = published
      self.occupations = occupations
      self.sectors = sectors
      self.plan = plan
      self.sources = sources
    }
  }

  /// How the report can be made again.
  public struct Provenance: Sendable {
    /// The command as typed.
    public var command: String
    /// The version of the tool.
    public var version: String
    /// The inputs with their checksums.
    public var inputs: [InputDescription]

    /// Creates a provenance.
    public init(command: String, version: String, inputs: [InputDescription]) {
      self.command = command
      self.version = version
      self.inputs = inputs
    }
  }

  /// What it is made from.
  public let material: Material
  /// How it can be made again.
  public let provenance: Provenance
  /// The baseline at its own date.
  public var baseline: Baseline { material.yardstick.baseline }
  /// The neighbouring occupations at the baseline's date.
  public let neighbours: SummaryComparison
  /// The sectors of each neighbouring occupation.
  public let sectors: SummaryComparison
  /// Pay for quotas and sales.
  public let earnings: EarningsGrid
  /// Pay for attainments on the plan's own quota; nil for a plan without one.
  public let curve: EarningsGrid?

  /// What one important account against several does to pay; nil for a plan that deals cannot tell.
  let portfolios: PortfolioComparison?

  /// Computes the report.
  ///
  /// - Parameters:
  ///   - material: What it is made from.
  ///   - quotas: The quotas of the earnings grid.
  ///   - sales: The sales of the earnings grid.
  ///   - attainments: The attainments of the pay table.
  ///   - provenance: How it can be made again.
  /// - Throws: `ArithmeticFailure` when the plan cannot be priced.
  public init(
    _ material: Material, quotas: [Ratio], sales: [Ratio], attainments: [Ratio],
    provenance: Provenance
  ) throws(ArithmeticFailure) {
    self.material = material
    self.provenance = provenance
    let codes = material.role.neighbouringOccupations
    func comparison(_ table: SummaryTable, by grouping: SummaryGrouping) -> SummaryComparison {
      // In the order of the role file, whose first occupation is the nearest.
      let groups = codes.flatMap { code in table.groups.filter { $0.occupation.code == code } }
      return SummaryComparison(groups, by: grouping, yardstick: material.yardstick)
    }
    neighbours = comparison(material.occupations, by: .occupation)
    sectors = comparison(material.sectors, by: .sector)
    portfolios = PortfolioComparison(material.plan)
    earnings = try EarningsGrid(plan: material.plan, quotas: quotas, axis: .sales(sales))
    let measure = material.plan.primaryMeasure
    curve =
      measure?.quota == nil && measure?.isScored != true
      ? nil
      : try EarningsGrid(plan: material.plan, quotas: [], axis: .attainment(attainments))
  }
}

extension SalaryReport {
  public var tables: [NamedTable] {
    let occupations = neighbours.tables.map { NamedTable("occupations", $0.table) }
    let sectors = sectors.tables.map { NamedTable("sectors", $0.table) }
    return occupations + sectors + [NamedTable("baselines", baselineTable)] + earnings.tables
  }

  private var baselineTable: RecordTable {
    var table = RecordTable([
      "reference_period", "published", "baseline_nominal", "baseline_cpi", "baseline_eci",
    ])
    for row in agedBaselines {
      table.append(
        [.text("\(row.aged.period)"), .money(row.published)]
          + AgedBaseline.Measure.allCases.map { .money(row.aged.amount($0)) })
    }
    return table
  }

  /// The baseline at the dates of the data, of the publisher's later figures, and at the last date of each index.
  var agedBaselines: [(aged: AgedBaseline, published: Money?)] {
    var periods = Set(material.published.map(\.referencePeriod))
    for part in neighbours.parts + sectors.parts { periods.insert(part.baseline.period) }
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
