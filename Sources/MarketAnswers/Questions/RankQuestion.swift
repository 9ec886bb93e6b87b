public import Amounts
public import Answers
internal import CSVReading
public import Findings
public import SalaryData
public import Statistics

/// Where an amount of pay stands in a market.
public struct RankQuestion: PeopleQuestion {
  /// An amount of pay for a year, as somebody says it: often without its currency.
  public struct Amount: Hashable, Sendable {
    /// The amount in major units.
    public var yearly: Double
    /// The currencies that its sign can stand for; empty for that of the market.
    public var currencies: [Currency]

    /// Creates an amount.
    public init(yearly: Double, currencies: [Currency] = []) {
      self.yearly = yearly
      self.currencies = currencies
    }
  }

  /// The amount.
  public var amount: Amount
  /// The data of the market, and how they are read.
  public var data: MarketData
  /// What the parts of the market are: columns of people's data, or of published tables "sector",
  /// "state" or "occupation".
  public var grouping: [String]?
  /// The pay range to hold the amount against; nil takes P10 to P90 of each market.
  public var range: (minimum: Amount, maximum: Amount)?
  /// How the people stand for a population.
  public var design: SurveyDesign = SurveyDesign()
  /// The share of samples in which the interval of a share covers the true value; published tables
  /// have no interval.
  public var level: Double = usualLevel
  /// The definition of percentiles of people's pay; nil takes the usual one for the weights.
  public var rule: QuantileRule?
  /// Where indices and vocabularies are.
  public var datasets: Datasets

  private static let usualLevel = 0.95

  /// Creates a question about the whole market and its usual parts.
  public init(
    _ amount: Amount, in data: MarketData, by grouping: [String]? = nil, datasets: Datasets
  ) {
    self.amount = amount
    self.data = data
    self.grouping = grouping
    self.datasets = datasets
  }

  /// Reads the files and ranks the amount.
  ///
  /// - Throws: `.usage` for settings that make no sense, or say nothing about the kind of data that
  ///   the files are; `.badData` for what is wrong in the files.
  public func answer() throws(InputFailure) -> Reply<MarketRank> {
    let (kind, files, range) = try open()
    var reading = Reading()
    let rank: MarketRank =
      switch kind {
      case .people: try people(files, range, &reading)
      case .published: try published(files, range, &reading)
      }
    return Reply(rank, inputs: reading.inputs, findings: reading.findings)
  }

  public func peopleFiles() throws(InputFailure) -> [PeopleFile] {
    let (kind, files, _) = try open()
    try kind.requireParts(data)
    return try PeopleData.parts(
      files, of: data, design, PeopleData.Wanted(grouping: grouping), datasets)
  }

  /// Opens the files, and refuses settings that make no sense.
  private func open() throws(InputFailure) -> (
    kind: MarketData.Kind, files: [CSVFile], range: MarketRank.Range?
  ) {
    try ComparisonOptions.check(confidence: level)
    let (kind, files) = try data.open()
    let range = try marketRange()
    try data.aging.requireTarget(unlessRate: true)
    try data.require(kind)
    try design.require(kind)
    try require(kind)
    try design.requireEffect()
    return (kind, files, range)
  }

  private func people(
    _ files: [CSVFile], _ range: MarketRank.Range?, _ reading: inout Reading
  ) throws(InputFailure) -> MarketRank {
    let (people, columns) = try PeopleData.read(
      files, of: data, design, PeopleData.Wanted(grouping: grouping), datasets, &reading)
    try require(people.currency)
    // The indices are those of the United States.
    let isWithoutIndex = people.currency != .usd && data.aging.rule == nil
    return try MarketRank(
      amount.yearly, in: people, by: columns, range: range,
      growth: isWithoutIndex ? nil : try data.aging.growth(datasets), design: design, level: level,
      rule: rule)
  }

  private func published(
    _ files: [CSVFile], _ range: MarketRank.Range?, _ reading: inout Reading
  ) throws(InputFailure) -> MarketRank {
    var tables = try PublishedData(files, of: data, datasets, &reading)
    tables.keepLatest(&reading.findings)
    try require(.usd)
    let groups = try data.aging.age(tables.groups, datasets)
    return MarketRank(
      amount.yearly, in: SummaryPool.withoutTotals(groups), by: try SummaryGrouping(grouping),
      range: range, growth: try data.aging.growth(datasets))
  }

  private func marketRange() throws(InputFailure) -> MarketRank.Range? {
    guard let range else { return nil }
    guard
      let known = MarketRank.Range(minimum: range.minimum.yearly, maximum: range.maximum.yearly)
    else { throw Obstacle.emptyRange.failure }
    return known
  }

  /// Refuses amounts in another currency than the market's.
  private func require(_ currency: Currency) throws(InputFailure) {
    for (parameter, amount) in [
      (Parameter.amount, amount), (.range, range?.minimum), (.range, range?.maximum),
    ] {
      guard let other = amount?.currencies.first, amount?.currencies.contains(currency) != true
      else { continue }
      throw Obstacle.otherCurrency(parameter, other, market: currency).failure
    }
  }
}

extension RankQuestion: MarketSettings {
  static let ofOneKind: [MarketSetting<RankQuestion>] = [
    .people(.quantileType) { $0.rule != nil },
    .people(.confidence) { $0.level != usualLevel },
  ]
}

extension RankQuestion {
  /// Why an amount has no place in a market.
  enum Obstacle: Sendable {
    /// The upper end of the range is not above the lower one.
    case emptyRange
    /// The amount is in another currency than the market.
    case otherCurrency(Parameter, Currency, market: Currency)

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .emptyRange:
        InputFailure(
          .range, "rank.range", "the first end is not below the second",
          remedy: "say the lower one first: \(.parameter(.range, "65000..95000"))")
      case .otherCurrency(let parameter, let other, let market):
        InputFailure(
          parameter, "rank.currency",
          "the amount is in \(other.code) and the pay of the market in \(market.code)",
          remedy: "convert it, or name a market in \(other.code)")
      }
    }
  }
}
