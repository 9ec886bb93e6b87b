public import Amounts
public import Answers
public import Findings
public import SalaryData
public import Statistics

/// Pay by group from data with one row for each person: means, percentiles, differences, and gaps.
public struct PayComparison: Answer {
  /// One group of people.
  public struct Group: Sendable {
    /// What tells the group apart, one for each column.
    public let key: [GroupKey]
    /// Its pay; nil where that is hidden.
    public let summary: PaySummary?
    /// Why it is hidden; nil where it is shown.
    public let hidden: DisclosureRule.Reason?
    /// How far its pay lies above that of everybody else; nil where it is hidden or cannot be told.
    public let againstRest: PayDifference?
    /// What it pays above the average at equal characteristics, as a fraction; nil where not asked.
    public let adjusted: Estimate?
    /// The p-value of no such differential, raised for all groups.
    public let adjustedPValue: Double?
    /// What the pay is made of; nil where the data do not tell.
    public let mix: PayMix.Group?
    /// Whether most of its people are in another country than the baseline.
    public let isAbroad: Bool

    /// The median pay; nil where it is hidden.
    public var median: Double? { summary?.median }
  }

  /// Two groups and how far the pay of the first lies above that of the second.
  public struct Pair: Sendable {
    /// The key of the first group, the one with the higher median.
    public let first: [GroupKey]
    /// The key of the second group.
    public let second: [GroupKey]
    /// The difference.
    public let difference: PayDifference
    /// The size of the effect, Hedges' g or Cliff's delta; nil where no test was asked for.
    public let effect: Estimate?
  }

  /// The names of the columns that tell the groups apart; empty when only the whole is shown.
  public let columns: [String]
  /// Which pay is compared.
  public let pay: ColumnRole
  /// The currency of the pay.
  public let currency: Currency
  /// Everybody; nil where even they are too few to be shown.
  public let whole: PaySummary?
  /// The groups, the highest median first, those that are hidden last.
  public let groups: [Group]
  /// What the differences compare.
  public let measure: PayDifference.Measure
  /// Each two groups that are shown; empty where there are too many.
  public let pairs: [Pair]
  /// What the pairs compare.
  public let pairMeasure: PayDifference.Measure
  /// Whether pay tends to differ between any of the groups; nil unless a test by ranks was asked for.
  public let kruskalWallis: KruskalWallisTest?
  /// The regression behind the differentials at equal characteristics; nil where not asked.
  public let adjustment: AdjustedDifferentials?
  /// What the pay of everybody is made of; nil where the data do not tell.
  public let mix: PayMix?
  /// How unequal the pay of groups and of everybody is; nil where not asked.
  public let inequality: PayInequality?
  /// Whether pay was to be held against the baseline.
  public let asksForBaseline: Bool
  /// The baseline at the data's date, or at its own where the data have none; nil where nobody asks
  /// for it, and for pay that is not of its country.
  public let baseline: AgedBaseline?
  /// Whether most of all people are in another country than the baseline.
  public let isAbroad: Bool
  /// How many of the people are known to be there.
  public let peopleAbroad: Int
  /// How many rows of the files were written in another currency.
  public let convertedRows: Int
  /// The month of the pay; nil where neither the data nor the caller says.
  public let date: YearMonth?
  /// How it was compared.
  public let options: ComparisonOptions
  /// What became of the rows, and what was assumed, file by file.
  public let readings: [SalaryReading]
  /// How many of the people have titles of which role, the most frequent first; nil where nobody asked or
  /// the data have no titles.
  public let roles: [(name: String, people: Int)]?
  /// The replicate weights that errors are from; nil where there are none.
  let replicates: ReplicateWeights?
  /// The pay of everybody; nil where even they are too few to be shown, or some must be hidden.
  let sample: Sample?
  /// People who were read but could not be counted, and why.
  let leftOut: [SurveyedPay.LeftOut]
  /// Whether employers, and not people, are the contributors that groups are hidden by.
  let contributorsAreEmployers: Bool

  /// Compares groups of people.
  ///
  /// - Parameters:
  ///   - data: The people.
  ///   - columns: The columns to group by; empty shows nothing but the whole.
  ///   - yardstick: What the medians are held against; nil holds them against one another alone.
  ///   - options: How to compare.
  /// - Throws: `.usage` for a column that the table does not have; `.badData` for weights, a design or
  ///   a regression that cannot be used.
  /// - Complexity: O(rows) on average without weights, clusters, strata and bootstrap.
  public init(
    _ data: PeopleData, by columns: [String], yardstick: Yardstick?,
    options: ComparisonOptions = ComparisonOptions()
  ) throws(InputFailure) {
    self.columns = columns
    self.options = options
    (pay, currency, date, readings) = (data.pay, data.currency, data.date, data.readings)
    convertedRows = readings.reduce(0) { $0 + $1.convertedRows }
    let people = try SurveyedPay(data.table, pay, options.design)
    leftOut = people.leftOut
    roles = people.table.categories(PeopleData.roleOfTitle).map { column in
      zip(column.labels, column.counts()).filter { !$0.0.isEmpty && $0.1 > 0 }
        .map { (name: $0.0, people: $0.1) }
        .sorted { ($1.people, $0.name) < ($0.people, $1.name) }
    }
    replicates = people.sample.replicates?.weights
    sample = options.disclosure == nil ? people.sample : nil
    let rows = try people.table.grouped(by: columns)
    // One group is the whole and would only stand there twice.
    let count = columns.isEmpty ? 0 : rows.count
    guard count <= ComparisonOptions.mostGroups || options.disclosure != nil else {
      throw ComparisonOptions.Obstacle.manyGroups(count, columns: columns).failure
    }
    let measured = try Self.measure(people, rows, groups: count, options)

    let countries = Countries(people.table, home: yardstick?.country, rows, groups: count)
    (isAbroad, peopleAbroad) = (countries.isWholeAbroad, countries.peopleAbroad)
    asksForBaseline = yardstick != nil
    baseline = yardstick.flatMap { Self.baseline($0, for: data, countries) }

    let employers = people.table.categories(.employer)
    contributorsAreEmployers = employers != nil
    let disclosure = Disclosure(options.disclosure, groups: count) {
      Self.contributors(people, employers, rows)
    }
    whole = disclosure.hidesWhole ? nil : measured.whole
    let order = GroupOrder(rows, groups: count) { group in
      disclosure.reasons[group] == nil ? measured.groups[group]?.median ?? 0 : -.infinity
    }
    let hidden = order.groups.map { disclosure.reasons[$0] }

    let contrasts = try GroupContrasts(
      people, groups: count, by: order.groupOfRow, including: { hidden[$0] == nil }, options,
      moments: measured.moments.map { moments in order.groups.map { moments[$0] } })
    (measure, pairMeasure) = (contrasts.measure, contrasts.pairMeasure)
    kruskalWallis = contrasts.kruskalWallis
    mix = PayMix(people, by: rows, in: order.groups)
    inequality = options.inequalityAversion.map {
      PayInequality(
        people.sample, groups: count, by: order.groupOfRow, aversion: $0, options)
    }
    adjustment =
      options.characteristics.isEmpty || count < 2
      ? nil : try AdjustedDifferentials(people, order.labels, by: order.groupOfRow, options)
    let (mix, adjustment) = (mix, adjustment)
    groups = order.groups.enumerated().map { index, group in
      let isShown = hidden[index] == nil
      return Group(
        key: order.keys[index], summary: isShown ? measured.groups[group] : nil,
        hidden: hidden[index], againstRest: contrasts.againstRest[index],
        adjusted: isShown ? adjustment?.groups[index] : nil,
        adjustedPValue: isShown ? adjustment?.adjustedPValues[index] : nil,
        mix: isShown ? mix?.groups[index] : nil, isAbroad: countries.areGroupsAbroad[group])
    }
    pairs = contrasts.pairs.map { pair in
      Pair(
        first: order.keys[pair.first], second: order.keys[pair.second],
        difference: pair.difference, effect: pair.effect)
    }
  }

  /// The baseline at the data's date; nil where the pay is of another country.
  private static func baseline(
    _ yardstick: Yardstick, for data: PeopleData, _ countries: Countries
  ) -> AgedBaseline? {
    let convertedRows = data.readings.reduce(0) { $0 + $1.convertedRows }
    let used = data.readings.reduce(0) { $0 + $1.account.used }
    // Converted pay was paid abroad, unless the people's countries tell.
    let isForeign =
      data.currency != yardstick.baseline.amount.currency
      || !countries.areKnown && 2 * convertedRows > used
      || countries.areAllAbroad
    return isForeign ? nil : yardstick.aged(to: data.date ?? yardstick.baseline.referencePeriod)
  }

  private static func contributors(
    _ people: SurveyedPay, _ employers: CategoryColumn?, _ rows: RowGroups
  ) -> [Contributors] {
    var contributors = [Contributors](repeating: .nobody, count: rows.count)
    for (row, group) in rows.groupOfRow.enumerated() {
      contributors[Int(group)].add(
        person: people.sample.weights?[row] ?? 1, employer: employers?.codes[row])
    }
    return contributors
  }

  /// What is found of each group and of everybody by looking at their pay alone.
  private struct Measured {
    var groups: [PaySummary?]
    var whole: PaySummary?
    /// The moments that contrasts take from each group; nil where they look at records.
    var moments: [Moments]?
  }

  /// Measures each group on one of several threads, and then everybody from the groups.
  private static func measure(
    _ people: SurveyedPay, _ rows: RowGroups, groups count: Int, _ options: ComparisonOptions
  ) throws(InputFailure) -> Measured {
    var whole = people.sample
    var parts = count == 0 ? [] : whole.split(into: count) { Int(rows.groupOfRow[$0]) }
    let contrast = GroupContrasts.measure(of: whole)
    let results = Parallel.update(&parts, threads: options.bootstrap.threads) { part in
      let moments = GroupContrasts.moments(of: part, contrast)
      return Result { () throws(SampleFailure) in
        (summary: try PaySummary(&part, options), moments: moments)
      }
    }
    let sortedParts = count > 0 && PaySummary.sorts(whole, options) ? parts : nil
    do throws(SampleFailure) {
      var groups: [PaySummary?] = []
      var moments: [Moments]? = []
      for result in results {
        let group = try result.get()
        groups.append(group.summary)
        if let more = group.moments { moments?.append(more) } else { moments = nil }
      }
      return Measured(
        groups: groups, whole: try PaySummary(&whole, options, sortedParts: sortedParts),
        moments: moments)
    } catch {
      throw InputFailure(error, options.design, people.table)
    }
  }
}

/// What may be shown of groups and of all of them together.
private struct Disclosure {
  /// Why each group is hidden; nil where it is shown.
  let reasons: [DisclosureRule.Reason?]
  let hidesWhole: Bool

  /// Holds contributors against a rule; without one nobody is asked for them, and everything is shown.
  init(_ rule: DisclosureRule?, groups: Int, _ contributors: () -> [Contributors]) {
    guard let rule else {
      reasons = [DisclosureRule.Reason?](repeating: nil, count: groups)
      hidesWhole = false
      return
    }
    let contributors = contributors()
    let all = contributors.reduce(into: Contributors.nobody) { $0.add($1) }
    hidesWhole = rule.reason(against: all) != nil
    reasons = groups > 0 ? rule.reasons(for: contributors) : []
  }
}

/// Groups in the order in which they are shown.
private struct GroupOrder {
  /// The groups of the table by their numbers, the highest rank first.
  let groups: [Int]
  /// What tells them apart.
  let keys: [[GroupKey]]
  /// The place of each group of the table; without groups all rows are at the first.
  private let place: [Int]
  private let rows: RowGroups

  /// Orders groups by a rank, and those of one rank as they are in the table.
  ///
  /// Hidden groups want the lowest rank, because their place would tell their median.
  init(_ rows: RowGroups, groups count: Int, rank: (Int) -> Double) {
    let ranks = (0..<count).map(rank)
    let order = (0..<count).sorted { (ranks[$0], $1) > (ranks[$1], $0) }
    var place = [Int](repeating: 0, count: rows.count)
    for (position, group) in order.enumerated() { place[group] = position }
    groups = order
    keys = order.map { group in rows.keys[group].map { GroupKey(cell: $0) } }
    self.place = place
    self.rows = rows
  }

  /// The place of the group of each row.
  ///
  /// - Complexity: O(rows).
  var groupOfRow: [Int] { rows.groupOfRow.map { place[Int($0)] } }

  /// The names of the groups that can be compared at equal characteristics: not of those who did not
  /// say.
  var labels: [String?] {
    keys.map { key in
      let values = key.compactMap(\.value)
      return values.count == key.count ? values.joined(separator: ", ") : nil
    }
  }
}

/// Where the people of a table are, beside the country of the baseline.
private struct Countries {
  /// Whether the country of most people is known.
  var areKnown = false
  var isWholeAbroad = false
  var areGroupsAbroad: [Bool]
  var peopleAbroad = 0

  /// Whether nothing is left that the baseline could be held against.
  var areAllAbroad: Bool { isWholeAbroad && areGroupsAbroad.allSatisfy(\.self) }

  init(_ table: SalaryTable, home: String?, _ rows: RowGroups, groups: Int) {
    areGroupsAbroad = [Bool](repeating: false, count: groups)
    guard let home, let countries = table.categories(.country) else { return }
    let isHome = countries.labels.map { $0 == home }
    var abroad = [Int](repeating: 0, count: max(groups, 1))
    var known = abroad
    for (row, code) in countries.codes.enumerated() where code > 0 {
      let group = groups == 0 ? 0 : Int(rows.groupOfRow[row])
      known[group] += 1
      if !isHome[Int(code)] { abroad[group] += 1 }
    }
    peopleAbroad = abroad.reduce(0, +)
    let all = known.reduce(0, +)
    areKnown = 2 * all > table.rowCount
    isWholeAbroad = 2 * peopleAbroad > all
    for group in areGroupsAbroad.indices {
      areGroupsAbroad[group] = 2 * abroad[group] > known[group]
    }
  }
}
