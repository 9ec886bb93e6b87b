public import Amounts
public import Answers
public import Findings
public import SalaryData
public import Statistics

/// Pay by group from data with one row for each person: means, percentiles, differences, and gaps.
public struct PayComparison: Answer {
  /// One group of people.
  public struct Group: Sendable {
    /// The values by which the group is told apart, one for each column; a missing one is empty.
    public let key: [String]
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
    public let first: [String]
    /// The key of the second group.
    public let second: [String]
    /// The difference.
    public let difference: PayDifference
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
  /// The regression behind the differentials at equal characteristics; nil where not asked.
  public let adjustment: AdjustedDifferentials?
  /// What the pay of everybody is made of; nil where the data do not tell.
  public let mix: PayMix?
  /// The baseline at the data's date, or at its own where the data have none; nil for pay that is not
  /// of its country.
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
  /// People who were read but could not be counted, and why.
  let leftOut: [SurveyedPay.LeftOut]
  /// Whether employers, and not people, are the contributors that groups are hidden by.
  let contributorsAreEmployers: Bool

  /// Compares groups of people.
  ///
  /// - Parameters:
  ///   - table: The people, with their pay brought to one date.
  ///   - columns: The columns to group by; empty compares nothing but the whole with the baseline.
  ///   - date: The month of the pay, if it is known.
  ///   - readings: How the files were read, all with one kind of pay in one currency; not empty.
  ///   - yardstick: What the medians are held against.
  ///   - options: How to compare.
  /// - Throws: `.usage` for a column that the table does not have; `.badData` for weights, a design or
  ///   a regression that cannot be used.
  /// - Complexity: O(rows) on average without weights, clusters, strata and bootstrap.
  public init?(
    _ table: SalaryTable, by columns: [String], date: YearMonth?, readings: [SalaryReading],
    yardstick: Yardstick, options: ComparisonOptions = ComparisonOptions()
  ) throws(InputFailure) {
    guard let first = readings.first else { return nil }
    self.columns = columns
    self.options = options
    (pay, currency) = (first.pay, first.currency)
    self.date = date
    self.readings = readings
    let people = try SurveyedPay(table, pay, options.design)
    leftOut = people.leftOut
    let rows = try people.table.grouped(by: columns)
    // One group is the whole and would only stand there twice.
    let count = columns.isEmpty ? 0 : rows.count
    let measured = try Self.summaries(people, rows, groups: count, options)
    let countries = Countries(people.table, home: yardstick.country, rows, groups: count)
    (isAbroad, peopleAbroad) = (countries.isWholeAbroad, countries.peopleAbroad)
    convertedRows = readings.reduce(0) { $0 + $1.convertedRows }
    let used = readings.reduce(0) { $0 + $1.account.used }
    // Converted pay was paid abroad, unless the people's countries tell.
    let isForeign =
      currency != yardstick.baseline.amount.currency
      || !countries.areKnown && 2 * convertedRows > used
      || countries.areAllAbroad
    baseline = isForeign ? nil : yardstick.aged(to: date ?? yardstick.baseline.referencePeriod)
    let employers = people.table.categories(.employer)
    contributorsAreEmployers = employers != nil
    var reasons = [DisclosureRule.Reason?](repeating: nil, count: count)
    var isWholeHidden = false
    if let rule = options.disclosure {
      let contributors = Self.contributors(people, employers, rows)
      let all = contributors.reduce(into: Contributors.nobody) { $0.add($1) }
      isWholeHidden = rule.reason(against: all) != nil
      if count > 0 { reasons = rule.reasons(for: contributors) }
    }
    whole = isWholeHidden ? nil : measured.whole
    // The highest median first; hidden groups last, because their place would tell their median.
    let rank = (0..<count).map { group in
      reasons[group] == nil ? measured.groups[group]?.median ?? 0 : -.infinity
    }
    let order = (0..<count).sorted { (rank[$0], $1) > (rank[$1], $0) }
    let keys = order.map { rows.keys[$0] }
    let areAbroad = order.map { countries.areGroupsAbroad[$0] }
    let summaries = order.map { measured.groups[$0] }
    let hidden = order.map { reasons[$0] }
    var place = [Int](repeating: 0, count: max(count, 1))
    for (position, group) in order.enumerated() { place[group] = position }
    let groupOfRow = rows.groupOfRow.map { count == 0 ? 0 : place[Int($0)] }

    let contrasts: GroupContrasts
    do throws(SampleFailure) {
      contrasts = try GroupContrasts(
        people.sample, groups: count, by: groupOfRow, including: { hidden[$0] == nil }, options)
    } catch {
      throw InputFailure(error, options.design, people.table)
    }
    measure = contrasts.measure
    mix = PayMix(people, groups: count, by: groupOfRow)
    adjustment =
      options.characteristics.isEmpty || count < 2
      ? nil
      // A group of people who did not say is none to compare at equal characteristics.
      : try AdjustedDifferentials(
        people, keys.map { $0.contains("") ? nil : $0.joined(separator: ", ") }, by: groupOfRow,
        options)
    let (mix, adjustment) = (mix, adjustment)
    groups = (0..<count).map { index in
      let isShown = hidden[index] == nil
      return Group(
        key: keys[index], summary: isShown ? summaries[index] : nil, hidden: hidden[index],
        againstRest: contrasts.againstRest[index],
        adjusted: isShown ? adjustment?.groups[index] : nil,
        adjustedPValue: isShown ? adjustment?.adjustedPValues[index] : nil,
        mix: isShown ? mix?.groups[index] : nil, isAbroad: areAbroad[index])
    }
    pairs = contrasts.pairs.map { pair in
      Pair(first: keys[pair.first], second: keys[pair.second], difference: pair.difference)
    }
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

  private static func summaries(
    _ people: SurveyedPay, _ rows: RowGroups, groups count: Int, _ options: ComparisonOptions
  ) throws(InputFailure) -> (groups: [PaySummary?], whole: PaySummary?) {
    let parts = count == 0 ? [] : people.sample.split(into: count) { Int(rows.groupOfRow[$0]) }
    let samples = parts + [people.sample]
    let results = Parallel.map(samples.count, threads: options.bootstrap.threads) { index in
      Result { () throws(SampleFailure) in try PaySummary(samples[index], options) }
    }
    var summaries: [PaySummary?] = []
    for result in results {
      do throws(SampleFailure) {
        summaries.append(try result.get())
      } catch {
        throw InputFailure(error, options.design, people.table)
      }
    }
    return (Array(summaries.dropLast()), summaries.last ?? nil)
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

  init(_ table: SalaryTable, home: String, _ rows: RowGroups, groups: Int) {
    areGroupsAbroad = [Bool](repeating: false, count: groups)
    guard let countries = table.categories(.country) else { return }
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
