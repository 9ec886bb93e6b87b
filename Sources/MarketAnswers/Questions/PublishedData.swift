internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import SalaryData

/// Published tables of pay, read together.
struct PublishedData {
  /// The groups of all tables.
  private(set) var groups: [SummaryGroup] = []

  /// Reads tables and keeps the occupations that were named.
  ///
  /// - Throws: `.badData` for what is wrong in the tables, and for one without a date or without any
  ///   group that can be used; `.usage` for an occupation that they do not have.
  init(
    _ files: [CSVFile], of data: MarketData, _ datasets: Datasets, _ reading: inout Reading
  ) throws(InputFailure) {
    let topCodes = try datasets.topCodes()
    for file in files {
      let table = try SummaryTable(
        file, topCodes: topCodes, referencePeriod: data.aging.dataMonth)
      guard !table.isUndated, !table.groups.isEmpty else {
        let place = file.headerPlace
        let obstacle = table.isUndated ? MarketData.Obstacle.undated(place) : .noGroup(place)
        var log = table.tally.findings
        log.add(obstacle.finding)
        throw InputFailure(.badData, log)
      }
      groups += table.groups
      reading.inputs.append(
        InputDescription(path: file.name, rows: table.tally.rows, rejected: table.tally.rejected))
      for finding in file.findings { reading.findings.add(finding) }
      reading.findings.add(table.tally.findings)
    }
    try select(data.occupations, data.titles, datasets, &reading.findings)
    try select(areas: data.areas, datasets)
  }

  private mutating func select(
    _ occupations: [String], _ titles: [String], _ datasets: Datasets, _ log: inout FindingLog
  ) throws(InputFailure) {
    guard !occupations.isEmpty || !titles.isEmpty else { return }
    let known = Set(groups.map(\.occupation)).sorted { ($0.code, $0.title) < ($1.code, $1.title) }
    var chosen: Set<String> = []
    for words in occupations {
      let matches = known.filter {
        $0.code == words || $0.title.lowercased().contains(words.lowercased())
      }
      guard !matches.isEmpty else {
        throw MarketData.Obstacle.unknownOccupation(words, known: known).failure
      }
      // Codes, because a title may have been worded differently in another year.
      chosen.formUnion(matches.map(\.code))
    }
    if !titles.isEmpty {
      let vocabulary = try OccupationTitles(datasets)
      for title in titles {
        let occupation = try vocabulary.occupation(of: title)
        guard known.contains(where: { $0.code == occupation.code }) else {
          throw MarketData.Obstacle.unknownOccupation(occupation.code, known: known).failure
        }
        chosen.insert(occupation.code)
        log.add(
          Finding(
            "data.title", .note, about: .title,
            "\"\(title)\" is taken as \(occupation.code) \(occupation.title)"))
      }
    }
    groups = groups.filter { chosen.contains($0.occupation.code) }
  }

  private mutating func select(areas: [String], _ datasets: Datasets) throws(InputFailure) {
    guard !areas.isEmpty else { return }
    let known = Set(groups.map(\.area)).sorted()
    let states = try Vocabulary(path: datasets.path(ofVocabulary: "us-states"))
    var chosen: Set<String> = []
    for words in areas {
      let meant = Self.areas(words, among: known, states)
      guard let only = meant.first else {
        throw MarketData.Obstacle.unknownArea(words, known: known).failure
      }
      guard meant.count == 1 else {
        throw MarketData.Obstacle.severalAreas(words, meant).failure
      }
      chosen.insert(only)
    }
    groups = groups.filter { chosen.contains($0.area) }
  }

  /// Returns the areas that a person may mean: that of the name or code, else all that have it in theirs.
  static func areas(_ words: String, among known: [String], _ states: Vocabulary) -> [String] {
    let state = states.entry(for: words, .whole)?.title
    let wanted = words.lowercased()
    if let exact = known.first(where: { $0.lowercased() == wanted || $0 == state }) {
      return [exact]
    }
    return known.filter { $0.lowercased().contains(wanted) }
  }

  /// Keeps only the latest of several dates, and says so.
  mutating func keepLatest(_ log: inout FindingLog) { Self.keepLatest(&groups, &log) }

  /// Keeps only the latest of groups of several dates, and says so.
  static func keepLatest(_ groups: inout [SummaryGroup], _ log: inout FindingLog) {
    let periods = Set(groups.compactMap(\.referencePeriod))
    guard let latest = periods.max(), periods.count > 1 else { return }
    groups = groups.filter { $0.referencePeriod == latest }
    log.add(
      Finding(
        "rank.several-dates", .warning, about: .ageTo,
        "the tables are of \(periods.count) dates, and only \(latest) is used"))
  }
}

extension SummaryGrouping {
  /// What the groups of published tables are told apart by; sectors unless something is named.
  ///
  /// Whoever misspells it also hears of the others that the question could be grouped by.
  init(_ columns: [String]?, besides others: [String] = []) throws(InputFailure) {
    let name = columns?.joined(separator: ",") ?? Self.sector.rawValue
    guard let known = Self(rawValue: name == "industry" ? "sector" : name) else {
      throw MarketData.Obstacle.unknownGrouping(
        name, known: Self.allCases.map(\.rawValue) + others
      ).failure
    }
    self = known
  }
}

/// The plain words of jobs, and the occupations that they are in.
struct OccupationTitles {
  private let vocabulary: Vocabulary
  private let path: String

  init(_ datasets: Datasets) throws(InputFailure) {
    path = try datasets.path(ofVocabulary: "occupation-titles")
    vocabulary = try Vocabulary(path: path)
  }

  /// The occupation of a title as a whole; nil for one that is not in the table.
  func known(_ title: String) -> Vocabulary.Entry? { vocabulary.entry(for: title, .whole) }

  /// Returns the occupation of a title.
  ///
  /// - Throws: `.usage` for one that is not in the table, with what is in it.
  func occupation(of title: String) throws(InputFailure) -> Vocabulary.Entry {
    if let entry = known(title) { return entry }
    throw MarketData.Obstacle.unknownTitle(
      title, nearest: vocabulary.entry(for: title, .contained), path: path
    ).failure
  }
}
