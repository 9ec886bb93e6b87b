internal import Amounts
public import Answers
internal import CSVReading
public import Findings
internal import MarketFiles
public import SalaryData
public import Statistics
public import Tables

/// Where each person of a file stands in a market.
///
/// In published tables a person's market is the occupation of the code or the title, and the state or
/// metropolitan area, as far as the file says them; what it does not say is left to the data. In people's
/// data it is all people who fit the conditions.
public struct RosterRankQuestion: Question {
  /// The file with the people.
  public var people: String
  /// The data of the market, and how they are read.
  public var data: MarketData
  /// How the people are read.
  public var tables: TableOptions
  /// How the people of the market stand for a population.
  public var design: SurveyDesign = SurveyDesign()
  /// The definition of percentiles of people's pay; nil takes the usual one for the weights.
  public var rule: QuantileRule?
  /// Where indices and vocabularies are.
  public var datasets: Datasets

  /// Creates a question.
  public init(
    of people: String, in data: MarketData, tables: TableOptions = TableOptions(),
    datasets: Datasets
  ) {
    self.people = people
    self.data = data
    self.tables = tables
    self.datasets = datasets
  }

  /// Reads the files and ranks everybody.
  ///
  /// - Throws: `.usage` for settings that make no sense, or say nothing about the kind of data that
  ///   the files are; `.badData` for what is wrong in the files.
  public func answer() throws(InputFailure) -> Reply<RosterRank> {
    let (kind, files) = try data.open()
    try data.aging.requireTarget(unlessRate: false)
    try data.require(kind)
    try design.require(kind)
    try require(kind)
    try design.requireEffect()
    var reading = Reading()
    let staff = try Staff(path: people, tables)
    reading.inputs.append(
      InputDescription(path: people, staff.account))
    reading.findings.add(staff.findings)
    let rank: RosterRank =
      switch kind {
      case .people: try rank(staff, amongPeopleOf: files, &reading)
      case .published: try rank(staff, inTables: files, &reading)
      }
    return Reply(rank, inputs: reading.inputs, findings: reading.findings)
  }

  private func rank(
    _ staff: Staff, amongPeopleOf files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> RosterRank {
    let (market, _) = try PeopleData.read(
      files, of: data, design, PeopleData.Wanted(grouping: []), datasets, &reading)
    try require(staff.currency, market.currency)
    var lines: [RosterRank.Line] = []
    // Many people have the same pay.
    var known: [Ratio: MarketRank] = [:]
    for person in staff.people {
      let rank: MarketRank
      if let same = known[person.pay] {
        rank = same
      } else {
        rank = try MarketRank(
          person.pay.doubleValue, in: market, by: [], growth: nil, design: design, rule: rule)
      }
      known[person.pay] = rank
      lines.append(RosterRank.Line(person, market: nil, rank.whole))
    }
    return RosterRank(lines, currency: market.currency, date: market.date, isPublished: false)
  }

  private func rank(
    _ staff: Staff, inTables files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> RosterRank {
    var tables = try PublishedData(files, of: data, datasets, &reading)
    tables.keepLatest(&reading.findings)
    try require(staff.currency, .usd)
    let groups = SummaryPool.withoutTotals(try data.aging.age(tables.groups, datasets))
    let titles = try OccupationTitles(datasets)
    let states = try Vocabulary(path: datasets.path(ofVocabulary: "us-states"))
    let areas = Set(groups.map(\.area)).sorted()
    var lines: [RosterRank.Line] = []
    for person in staff.people {
      var market = groups
      if let code = person.occupation ?? person.title.flatMap({ titles.known($0)?.code }) {
        market = market.filter { $0.occupation.code == code }
      } else if person.title != nil {
        lines.append(RosterRank.Line(person, market: nil, nil))
        continue
      }
      // A table of the whole country alone says nothing about its parts, and is taken for all of them.
      if let words = person.area, areas.count > 1 {
        let area = try? PublishedData.area(words, among: areas, states)
        market = market.filter { $0.area == area }
      }
      let rank = MarketRank(person.pay.doubleValue, in: market, by: .sector, growth: nil)
      lines.append(
        RosterRank.Line(
          person, market: rank.whole == nil ? nil : RosterRank.Market(market), rank.whole))
    }
    let without = lines.filter { $0.place == nil }
    if let first = without.first {
      reading.findings.add(
        Finding(
          "rank.no-market", .warning, at: first.person.place,
          "\(without.count) people have no market in these tables, such as \"\(first.person.title ?? first.person.id)\"",
          remedy: "give a column occupation with codes, or other tables"))
    }
    return RosterRank(
      lines, currency: .usd, date: groups.first?.referencePeriod, isPublished: true)
  }

  /// Refuses people who are paid in another currency than the market's.
  private func require(_ own: Currency?, _ market: Currency) throws(InputFailure) {
    if let own, own != market {
      throw RankQuestion.Obstacle.otherCurrency(.people, own, market: market).failure
    }
  }
}

extension RosterRankQuestion: MarketSettings {
  static let ofOneKind: [MarketSetting<RosterRankQuestion>] = [
    .people(.quantileType) { $0.rule != nil }
  ]
}
