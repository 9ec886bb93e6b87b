import Amounts
import Answers
import ArgumentParser
import Findings
import MarketAnswers
import Reporting
import SalaryData

/// How pay is brought to one date.
struct AgingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The month of the pay where the data do not say, such as 2013-05.", valueName: "month"))
  var date: String?

  @Option(help: ArgumentHelp("Bring all pay to this month.", valueName: "month"))
  var ageTo: String?

  @Option(
    help: ArgumentHelp(
      """
      By what: cpi-u, eci, awi (average wage index), or a rate per year such as 3.5% (default: eci; \
      over the years of a published series cpi-u).
      """, valueName: "index-or-rate"))
  var ageBy: String?

  @Flag(help: "Add a rate per year up without interest on interest (default: compound).")
  var simple: Bool = false

  @Option(
    help: ArgumentHelp(
      "Carry an index on beyond its end at this rate per year, such as 3%.", valueName: "rate"))
  var extrapolate: String?

  /// The month of the data, if it was said.
  func dataMonth() throws -> YearMonth? { try date.map { try Self.month($0, "--date") } }

  /// Brings pay to the month asked for, and returns the month that it then is of, if that is known.
  ///
  /// Without `--age-to` nothing is moved: the month is that of the data, if all pay is of one.
  func age(
    _ table: inout SalaryTable, in currency: Currency, datasets: Datasets, log: inout FindingLog
  ) throws -> YearMonth? {
    let stated = try dataMonth()
    let dates = table.months
    guard let ageTo else {
      if dates.count == 1, let only = dates.first { return only }
      if dates.count > 1 {
        log.add(
          Finding(
            "aging.many-dates", .warning, about: .ageTo,
            "the pay is of \(dates.count) months, from \(dates[0]) to \(dates[dates.count - 1]), and compared as it stands",
            remedy: "say --age-to \(dates[dates.count - 1]) to bring it to one date"))
      }
      return stated
    }
    guard currency == .usd || ageBy != nil else {
      throw ValidationError(
        """
        --age-to: the indices are those of the United States, and the pay is in \(currency.code); say \
        how it moved, such as --age-by 3%
        """)
    }
    let month = try Self.month(ageTo, "--age-to")
    let source: SalaryTable.DateSource
    if !dates.isEmpty {
      source = .column(ColumnRole.date.rawValue)
    } else if let stated {
      source = .month(stated)
    } else {
      throw ValidationError("--age-to: the data do not say of when they are; add --date MONTH")
    }
    do {
      let undated = try table.age(
        ColumnRole.allCases.filter(\.isPay), to: month, by: try aging(datasets), from: source)
      if undated > 0 {
        log.add(
          Finding(
            "aging.undated", .warning, about: .ageTo,
            "\(undated) rows without a date have no pay in the comparison"))
      }
    } catch let gap as IndexGap {
      let remedy = gap.isBeyondEnd ? "; say --extrapolate RATE to carry it on" : ""
      throw ValidationError("--age-to: \(gap)\(remedy)")
    }
    return month
  }

  /// Refuses options that only say how pay is moved, where it is not moved.
  ///
  /// - Parameter usesRate: Whether the verb has another use for the rate of `--age-by`.
  /// - Throws: `ValidationError` that names the option.
  func requireTarget(unlessRate usesRate: Bool = false) throws {
    guard ageTo == nil else { return }
    let given = [
      ageBy != nil && !usesRate ? "--age-by" : nil, simple ? "--simple" : nil,
      extrapolate != nil ? "--extrapolate" : nil,
    ]
    if let option = given.compactMap(\.self).first {
      throw ValidationError("\(option) says how pay is moved; say also to when: --age-to MONTH")
    }
  }

  /// The month to bring pay to, if one was said.
  func targetMonth() throws -> YearMonth? { try ageTo.map { try Self.month($0, "--age-to") } }

  /// How pay is moved between months.
  func aging(_ datasets: Datasets, default index: String = "eci") throws -> Aging {
    let ageBy = ageBy ?? index
    if ageBy.hasSuffix("%") {
      let yearly = try Self.rate(ageBy, "--age-by")
      return .rate(RateOfAging(yearly: yearly, method: simple ? .simple : .compound))
    }
    guard Double(ageBy) == nil else {
      throw ValidationError(
        "--age-by: \"\(ageBy)\" is no index; for a rate per year write \(ageBy)%")
    }
    return .index(
      try datasets.priceIndex(named: ageBy),
      extrapolatingAt: try extrapolate.map { try Self.rate($0, "--extrapolate") })
  }

  /// How fast pay grows in a year, by the rate or, on average over its last five years, the index.
  func growth(_ datasets: Datasets) throws -> MarketRank.Growth {
    switch try aging(datasets) {
    case .rate(let rate): return MarketRank.Growth(yearly: rate.yearly, source: "as said")
    case .index(let index, _):
      guard let growth = MarketRank.Growth(averageOf: index) else {
        throw ValidationError("--age-by: \(index.name) does not go back five years")
      }
      return growth
    }
  }

  private static func rate(_ text: String, _ option: String) throws -> Double {
    guard text.hasSuffix("%"), let percent = Double(text.dropLast()), percent > -100, percent < 1000
    else {
      let example = Double(text) == nil ? "such as 3.5%" : "such as \(text)%"
      throw ValidationError("\(option): \"\(text)\" is not a rate per year, \(example)")
    }
    return percent / 100
  }

  private static func month(_ text: String, _ option: String) throws -> YearMonth {
    guard let month = YearMonth(iso: text) else {
      throw ValidationError("\(option): \"\(text)\" is not a month; write it like 2021-05")
    }
    return month
  }
}
