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
/// metropolitan area. Whoever has neither code nor title is ranked in the one occupation that was asked
/// for, and whoever has no area in the one that there is; else they are not ranked, and the reason is
/// told. In people's data the market is all people who fit the conditions.
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
    // What is said of the people's table is nothing about the market.
    var market = data
    market.salaries.mapping.remove(.staff)
    if kind == .published { market.salaries.decimal = nil }
    try market.require(kind)
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
    let ratios = rank.lines.compactMap { line in
      line.compaRatio.map { (id: line.person.id, ratio: $0) }
    }
    if let odd = OddUnits(ratios) {
      let (count, first) = (odd.people.count, odd.people[0])
      reading.findings.add(
        Finding(
          "rank.unit", .warning, at: Place(file: people),
          odd.areLow
            ? "\(.number(count)) people have pay far below the median of their market, such as \"\(first.id)\" with a compa-ratio of \(.number(first.ratio, significantDigits: 2)); is it for \(odd.likelyUnit)?"
            : "\(.number(count)) people have pay far above the median of their market, such as \"\(first.id)\" with a compa-ratio of \(.number(first.ratio, significantDigits: 2)); is it for a year, and in the currency of the market?",
          remedy:
            "write pay for a year, or add a column that says what it is for and say \(.parameter(.map, "staff.pay_period=COLUMN"))"
        ))
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
    return RosterRank(
      lines, currency: market.currency, date: market.date, isPublished: false,
      remarks: reading.findings.remarks)
  }

  private func rank(
    _ staff: Staff, inTables files: [CSVFile], _ reading: inout Reading
  ) throws(InputFailure) -> RosterRank {
    var tables = try PublishedData(files, of: data, datasets, &reading)
    tables.keepLatest(&reading.findings)
    try require(staff.currency, .usd)
    let groups = SummaryPool.withoutTotals(try data.aging.age(tables.groups, datasets))
    let markets = try PublishedMarkets(
      groups, areChosen: !data.occupations.isEmpty || !data.titles.isEmpty, datasets)
    let lines = staff.people.map(markets.line)
    if let (person, obstacle) = lines.lazy.compactMap({ line in
      line.obstacle.map { (line.person, $0) }
    }).first {
      reading.findings.add(
        Finding(
          "rank.no-market", .warning, at: person.place,
          "\(lines.count { $0.place == nil }) people are not ranked, such as \"\(person.id)\": \(obstacle.reason)",
          remedy: "give a column occupation with codes, or other tables"))
    }
    let elsewhere = lines.filter { $0.place != nil && $0.person.area != nil }
    if markets.areNational, let first = elsewhere.first {
      reading.findings.add(
        Finding(
          "rank.national", .warning, at: first.person.place,
          "\(elsewhere.count) people with an area are compared with the United States, because the tables have no other area",
          remedy: "take tables of states or metropolitan areas, such as oews-2025-state.csv"))
    }
    return RosterRank(
      lines, currency: .usd, date: groups.first?.referencePeriod, isPublished: true,
      remarks: reading.findings.remarks)
  }

  /// Refuses people who are paid in another currency than the market's.
  private func require(_ own: Currency?, _ market: Currency) throws(InputFailure) {
    if let own, own != market {
      throw RankQuestion.Obstacle.otherCurrency(.people, own, market: market).failure
    }
  }
}

/// Which groups of published tables are the market of a person.
private struct PublishedMarkets {
  private let groups: [SummaryGroup]
  private let titles: OccupationTitles
  private let states: Vocabulary
  private let areas: [String]
  /// The code of the one occupation that was asked for.
  private let chosen: String?

  init(
    _ groups: [SummaryGroup], areChosen: Bool, _ datasets: Datasets
  ) throws(InputFailure) {
    self.groups = groups
    titles = try OccupationTitles(datasets)
    states = try Vocabulary(path: datasets.path(ofVocabulary: "us-states"))
    areas = Set(groups.map(\.area)).sorted()
    let codes = Set(groups.map(\.occupation.code))
    chosen = areChosen && codes.count == 1 ? codes.first : nil
  }

  /// Whether the tables are of the whole country alone, which everybody is compared with then.
  var areNational: Bool { areas == [SummaryPool.wholeCountry] }

  func line(of person: Staff.Member) -> RosterRank.Line {
    do throws(RosterRank.Obstacle) {
      let market = try groups(of: person)
      let rank = MarketRank(person.pay.doubleValue, in: market, by: .sector, growth: nil)
      guard let place = rank.whole else { throw .notPublished }
      return RosterRank.Line(person, market: RosterRank.Market(market), place)
    } catch {
      return RosterRank.Line(person, error)
    }
  }

  private func groups(
    of person: Staff.Member
  ) throws(RosterRank.Obstacle) -> [SummaryGroup] {
    let code = try occupation(of: person)
    let occupation = groups.filter { $0.occupation.code == code }
    guard !occupation.isEmpty else { throw .otherOccupation }
    if areNational { return occupation }
    guard let words = person.area else {
      guard areas.count == 1 else { throw .noArea }
      return occupation
    }
    let meant = PublishedData.areas(words, among: areas, states)
    guard let area = meant.first else { throw .unknownArea }
    guard meant.count == 1 else { throw .severalAreas }
    return occupation.filter { $0.area == area }
  }

  private func occupation(of person: Staff.Member) throws(RosterRank.Obstacle) -> String {
    if let code = person.occupation { return code }
    if let title = person.title {
      guard let entry = titles.known(title) else { throw .unknownTitle }
      return entry.code
    }
    guard let chosen else { throw .noOccupation }
    return chosen
  }
}

extension RosterRankQuestion: MarketSettings {
  static let ofOneKind: [MarketSetting<RosterRankQuestion>] = [
    .people(.quantileType) { $0.rule != nil }
  ]
}
