public import Answers
internal import CSVReading
public import Findings
public import SalaryData

/// How pay compares by group, and with the baseline: people's data, published tables, or their years.
///
///     var question = ComparisonQuestion(
///       MarketData(["people.csv"]), by: ["industry"], datasets: try Datasets(directory: "datasets"))
///     question.options.disclosure = DisclosureRule(minContributors: 5)
///     let reply = try question.answer()
public struct ComparisonQuestion: PeopleQuestion {
  /// The data, and how they are read.
  public var data: MarketData
  /// What the groups are: columns of people's data, or of published tables "sector", "state",
  /// "occupation" or "year"; nil takes sectors, or states where people's data have no industry.
  public var grouping: [String]?
  /// Whether the occupations of published tables are taken together.
  public var poolsOccupations: Bool = false
  /// Whether pay is held against the baseline.
  public var holdsAgainstBaseline: Bool = true
  /// Whether the answer says how many people have titles of which roles.
  public var countsRoles: Bool = false
  /// The design of the survey, intervals and tests, characteristics, and what must not be shown.
  public var options: ComparisonOptions = ComparisonOptions()
  /// Where the baseline, indices and vocabularies are.
  public var datasets: Datasets

  /// Creates a question with the usual intervals, which hides nothing.
  public init(_ data: MarketData, by grouping: [String]? = nil, datasets: Datasets) {
    self.data = data
    self.grouping = grouping
    self.datasets = datasets
  }

  /// Reads the files and compares.
  ///
  /// - Throws: `.usage` for settings that make no sense, or say nothing about the kind of data that
  ///   the files are; `.badData` for what is wrong in the files, or too little for what was asked.
  public func answer() throws(InputFailure) -> Reply<MarketComparison> {
    let (kind, files) = try open()
    var reading = Reading()
    let comparison: MarketComparison =
      switch kind {
      case .people: .people(try people(files, &reading))
      case .published where grouping == [Self.year]: .trend(try trend(files, &reading))
      case .published: .published(try published(files, &reading))
      }
    return Reply(comparison, inputs: reading.inputs, findings: reading.findings)
  }

  public func peopleFiles() throws(InputFailure) -> [PeopleFile] {
    let (kind, files) = try open()
    try kind.requireParts(data)
    try data.aging.requireTarget(unlessCarriedOn: holdsAgainstBaseline)
    return try PeopleData.parts(files, of: data, options.design, wanted, datasets)
  }

  /// Opens the files, and refuses settings that say nothing about them.
  private func open() throws(InputFailure) -> (kind: MarketData.Kind, files: [CSVFile]) {
    try options.check()
    let (kind, files) = try data.open()
    try require(kind)
    try data.require(kind)
    try options.design.require(kind)
    try options.require(kind)
    try options.requireEffect()
    return (kind, files)
  }

  /// What is read besides the pay.
  private var wanted: PeopleData.Wanted {
    PeopleData.Wanted(
      grouping: grouping, adjusting: options.characteristics.map(\.column),
      roles: [.basePay, .commission, .bonus, .country]
        + (options.disclosure == nil ? [] : [.employer]), hasTitles: countsRoles)
  }

  /// What makes published tables a series.
  private static let year = "year"

  /// The baseline to hold pay against; nil where it is not asked for.
  private var yardstick: Yardstick? {
    get throws(InputFailure) {
      guard holdsAgainstBaseline else { return nil }
      var yardstick = try datasets.yardstick()
      yardstick.extrapolation = data.aging.extrapolationOfBaseline
      return yardstick
    }
  }

  private func people(
    _ files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> PayComparison {
    try data.aging.requireTarget(unlessCarriedOn: holdsAgainstBaseline)
    let (people, columns) = try PeopleData.read(
      files, of: data, options.design, wanted, datasets, &reading)
    let comparison = try PayComparison(people, by: columns, yardstick: yardstick, options: options)
    if data.aging.target == nil, data.aging.extrapolation != nil,
      comparison.baseline?.isCarriedOn != true
    {
      throw MarketAging.Obstacle.noTarget(.extrapolate).failure
    }
    if let baseline = comparison.baseline, baseline.lacksAging {
      reading.findings.add(
        Finding(
          "aging.baseline", .warning, about: .extrapolate,
          "the baseline of \(baseline.baseline.referencePeriod) is not aged to \(baseline.period), where no index reaches, so that pay stands above it by the years between too",
          remedy: "carry the indices on: \(.parameter(.extrapolate, "3%"))"))
    }
    return comparison
  }

  private func published(
    _ files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> SummaryComparison {
    let groups = try groups(files, &reading)
    try data.aging.requireTarget()
    guard data.aging.target == nil else {
      throw MarketAging.Obstacle.publishedNotByYear.failure
    }
    return SummaryComparison(
      groups, by: try SummaryGrouping(grouping, besides: [Self.year]), yardstick: try yardstick,
      level: options.level)
  }

  private func trend(
    _ files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> SummaryTrend {
    SummaryTrend(
      try groups(files, &reading), inMoneyOf: data.aging.target,
      by: try data.aging.aging(datasets, default: "cpi-u"), breaks: try datasets.seriesBreaks(),
      level: options.level)
  }

  private func groups(
    _ files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> [SummaryGroup] {
    let groups = try PublishedData(files, of: data, datasets, &reading).groups
    return poolsOccupations ? SummaryGroup.poolingOccupations(groups) : groups
  }
}

extension ComparisonQuestion: MarketSettings {
  static let ofOneKind: [MarketSetting<ComparisonQuestion>] = [
    .published(.pool) { $0.poolsOccupations }
  ]
}
