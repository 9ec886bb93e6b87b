internal import Amounts
internal import Answers
internal import CSVReading
internal import Findings
internal import MarketFiles
internal import MarketPricing
internal import SalaryData
internal import Statistics
internal import Tables

/// The cuts of the files that jobs are priced by: those of surveys as they are, of published tables one
/// for each group, of people's files one for each title.
struct PriceSources {
  /// The name of published tables among the surveys.
  static let published: String = "OEWS"

  /// The cuts, file by file, those of published tables last.
  private(set) var cuts: [SurveyCut] = []
  /// The plain titles of occupations; nil without published tables.
  private var titles: OccupationTitles?

  private let tables: TableOptions
  private let currency: Currency?
  private let effective: CalendarDate?
  private let minimum: MinimumData
  private let datasets: Datasets
  private let vocabularies: SalaryVocabularies

  /// Reads files.
  ///
  /// - Throws: `.badData` for what is wrong in them, and for a people's file without titles or a date.
  init(_ question: PriceQuestion, _ reading: inout Reading) throws(InputFailure) {
    tables = question.tables
    currency = question.currency
    effective = question.effective
    minimum = question.minimum
    datasets = question.datasets
    vocabularies = try question.datasets.salaryVocabularies()
    var published: [(group: SummaryGroup, place: Place)] = []
    for path in question.surveys {
      let file = try CSVFile(path: path, options: tables.csv)
      if SummaryTable.recognizes(header: file.header) {
        published += try groups(of: file, &reading).map { ($0, file.headerPlace) }
      } else if let people = peopleColumns(of: file) {
        cuts += try self.cuts(ofPeople: file, people, &reading)
      } else {
        try addCuts(ofSurvey: file, &reading)
      }
    }
    guard !published.isEmpty else { return }
    titles = try OccupationTitles(datasets)
    var latest = published.map(\.group)
    PublishedData.keepLatest(&latest, &reading.findings)
    let month = latest.first?.referencePeriod
    cuts += published.filter { $0.group.referencePeriod == month }.compactMap {
      SurveyCut($0.group, $0.place)
    }
  }

  /// Whether a cut is of a job by its code or title, whatever case and marks, or by the plain title of
  /// its occupation.
  func isOf(_ job: String, _ cut: SurveyCut) -> Bool {
    let key = PriceQuestion.key(job)
    if [cut.jobCode, cut.jobTitle].contains(where: { $0.map(PriceQuestion.key) == key }) {
      return true
    }
    guard cut.origin == .published, let occupation = titles?.known(job) else { return false }
    return occupation.code == cut.jobCode
  }

  /// Says how many people have other titles of the role and level that a title stands for, and are not in
  /// its cut.
  func noteNearTitles(_ job: String, _ matches: [SurveyCut], _ log: inout FindingLog) {
    let meaning = vocabularies.titles.meaning(of: job)
    guard meaning.role != nil, matches.contains(where: { $0.origin == .people }) else { return }
    let near = cuts.filter { cut in
      cut.origin == .people && !isOf(job, cut)
        && cut.jobTitle.map { vocabularies.titles.meaning(of: $0) == meaning } ?? false
    }
    let people = near.reduce(0) { $0 + ($1.incumbents ?? 0) }
    guard people > 0 else { return }
    let titles = near.compactMap(\.jobTitle).map { "\"\($0)\"" as Inline }
    let shown = titles.prefix(5) + (titles.count > 5 ? [.verbatim("…")] : [])
    log.add(
      Finding(
        "price.near-titles", .warning, about: .surveys,
        "\(.number(people)) people whose titles mean the same as \"\(job)\" are not in its price: \(Array(shown).joined(separator: ", "))",
        remedy: "match them to it with \(.parameter(.matches, "FILE")), or write the titles alike"))
  }

  /// Says which occupation a plain title is taken as, where it is one.
  func note(_ job: String, _ matches: [SurveyCut], _ log: inout FindingLog) {
    guard let occupation = titles?.known(job),
      matches.contains(where: { $0.origin == .published && $0.jobCode == occupation.code })
    else { return }
    log.add(
      Finding(
        "data.title", .note, about: .surveys,
        "\"\(job)\" is taken as \(occupation.code) \(occupation.title)"))
  }

  // MARK: Surveys

  private mutating func addCuts(
    ofSurvey file: CSVFile, _ reading: inout Reading
  ) throws(InputFailure) {
    var defaults = SurveyCuts.Defaults(topCodes: try datasets.topCodes())
    defaults.effective = effective
    defaults.currency = currency
    var table = try InputTable(file, .surveys, tables)
    let read = try SurveyCuts(&table, defaults)
    reading.inputs.append(InputDescription(path: file.name, read.account))
    reading.findings.add(read.findings)
    cuts += read.cuts
  }

  // MARK: Published tables

  private func groups(
    of file: CSVFile, _ reading: inout Reading
  ) throws(InputFailure) -> [SummaryGroup] {
    var data = MarketData([file.name])
    if !SummaryTable.isDated(file) {
      guard let effective else { throw undated(file, months: 0) }
      data.aging.dataMonth = effective.yearMonth
    }
    return try PublishedData([file], of: data, datasets, &reading).groups
  }

  // MARK: People

  /// What the columns of a file with pay are for; nil of one with percentiles, as cuts have them.
  private func peopleColumns(of file: CSVFile) -> ColumnRecognition? {
    let columns = (try? InputTable(file, .surveys, tables))?.columns ?? []
    guard !columns.contains(where: { $0.role?.isPercentile ?? false }),
      let people = try? reader(.basePay, []).recognize(file)
    else { return nil }
    let hasPay = [ColumnRole.basePay, .totalPay].contains { people.position(of: $0) != nil }
    return hasPay ? people : nil
  }

  private func reader(_ pay: ColumnRole, _ columns: [ColumnRole]) -> SalaryReader {
    var options = SalaryReadingOptions()
    options.mapping = tables.mapping
    options.decimal = tables.decimal
    options.assumedCurrency = currency
    options.pay = pay
    options.columns = columns.map(\.rawValue)
    return SalaryReader(vocabularies, options: options)
  }

  private func cuts(
    ofPeople file: CSVFile, _ columns: ColumnRecognition, _ reading: inout Reading
  ) throws(InputFailure) -> [SurveyCut] {
    func has(_ role: ColumnRole) -> Bool { columns.position(of: role) != nil }
    guard has(.title) else {
      throw InputFailure(
        .badData,
        Finding(
          "price.no-title", at: file.headerPlace,
          "these are people without titles, and jobs are matched to titles",
          remedy: "name the column: \(.parameter(.map, "people.title=COLUMN"))"))
    }
    var elements: [(role: ColumnRole, element: PayElement)] = []
    if has(.basePay) { elements.append((.basePay, .base)) }
    if has(.totalPay) || has(.basePay) && (has(.commission) || has(.bonus)) {
      // On-target earnings are what is to be paid, not what was.
      let isTarget = columns.name(of: .totalPay).map(Wording.namesTarget) ?? false
      elements.append((.totalPay, isTarget ? .targetCash : .totalCash))
    }
    var cuts: [String: SurveyCut] = [:]
    for (index, (role, element)) in elements.enumerated() {
      let read = try reader(role, [.title] + [.employer, .date].filter(has)).read(file)
      if index == 0 {
        reading.inputs.append(
          InputDescription(
            path: file.name, rows: read.account.read, rejected: read.account.rejected))
        for finding in file.findings { reading.findings.add(finding) }
        reading.findings.add(read.findings)
      }
      let day = try self.day(of: read, file)
      for title in try TitledPay.all(in: read) {
        let own = SurveyCut(
          .people, survey: file.name, jobCode: nil, jobTitle: title.title,
          organizations: has(.employer) ? title.employers.count : nil,
          incumbents: title.pay.count, effective: day, currency: read.currency, pay: [:],
          place: file.headerPlace)
        // Base pay comes first and says whom the cut rests on; total cash of too few of them is left out.
        let known = cuts[title.key]
        if let known, known.currency != own.currency || minimum.reason(toSetAside: own) != nil {
          continue
        }
        cuts[title.key, default: own].pay[element] = title.percentiles
      }
    }
    return cuts.sorted { $0.key < $1.key }.map(\.value)
  }

  private func day(
    of read: SalaryReading, _ file: CSVFile
  ) throws(InputFailure) -> CalendarDate {
    let months = read.table.months
    if months.count == 1, let only = months.first { return only.firstDay }
    if let effective { return effective }
    throw undated(file, months: months.count)
  }

  private func undated(_ file: CSVFile, months: Int) -> InputFailure {
    InputFailure(
      .badData,
      Finding(
        "survey.no-date", at: file.headerPlace,
        months == 0
          ? "nothing says of when the pay is" : "the pay is of \(months) months",
        remedy: "say of when it counts: \(.parameter(.effective, "2025-03-01"))"))
  }
}

/// The pay of the people of one title.
private struct TitledPay {
  /// The title whatever case and marks.
  let key: String
  /// The title as it was written first.
  let title: String
  var pay: [Double] = []
  var employers: Set<String> = []
  private(set) var percentiles: PayPercentiles = PayPercentiles([:])

  /// Gathers people by title; those without one are in none.
  static func all(in read: SalaryReading) throws(InputFailure) -> [TitledPay] {
    guard let pay = read.table.numbers(read.pay), let titles = read.table.categories(.title) else {
      return []
    }
    let employers = read.table.categories(.employer)
    let keys = titles.labels.map { PriceQuestion.key($0) }
    var found: [String: TitledPay] = [:]
    for row in pay.indices where pay[row].isFinite {
      guard let title = titles[row] else { continue }
      let key = keys[Int(titles.codes[row])]
      found[key, default: TitledPay(key: key, title: title)].pay.append(pay[row])
      if let employer = employers?[row] {
        found[key]?.employers.insert(PriceQuestion.key(employer))
      }
    }
    return found.values.map { title in
      var title = title
      title.percentiles = PayPercentiles(ofPeople: title.pay)
      return title
    }
  }

  private init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}

extension PayPercentiles {
  /// The percentiles of people's pay by the usual definition, to the hundredth.
  fileprivate init(ofPeople pay: [Double]) {
    let quantiles = (try? Sample(pay))?.quantiles(PaySummary.shares, nil) ?? []
    var values: [Int: Ratio] = [:]
    for (percentile, value) in zip(PayPercentiles.usual, quantiles) {
      values[percentile] = try? Ratio(cents: value)
    }
    self.init(values)
  }
}

extension SurveyCut {
  /// The cut that a group of a published table is; nil where no percentile is published.
  ///
  /// Employment stands for incumbents; employers are not counted.
  fileprivate init?(_ group: SummaryGroup, _ place: Place) {
    guard let month = group.referencePeriod else { return nil }
    var values: [Int: Ratio] = [:]
    var bounds: [Int: Ratio] = [:]
    for percentile in SummaryGroup.Percentile.allCases {
      switch group[percentile] {
      case .value(let pay): values[percentile.rawValue] = try? Ratio(cents: pay)
      case .topCoded(let bound): bounds[percentile.rawValue] = try? Ratio(cents: bound)
      case .suppressed, .missing: break
      }
    }
    guard !values.isEmpty || !bounds.isEmpty else { return nil }
    self.init(
      .published, survey: PriceSources.published, jobCode: group.occupation.code,
      jobTitle: group.occupation.title, scope: group.industry.title,
      location: group.area == SummaryPool.wholeCountry ? nil : group.area,
      incumbents: group.employment.value.flatMap { Int(exactly: $0.rounded()) },
      effective: month.firstDay, currency: .usd,
      pay: [.base: PayPercentiles(values, atLeast: bounds)], place: place)
  }
}

extension String {
  /// Whether a role is a percentile of pay, such as "base_p50" and "p50".
  fileprivate var isPercentile: Bool {
    PayPercentiles.usual.contains { self == "p\($0)" || hasSuffix("_p\($0)") }
  }
}
