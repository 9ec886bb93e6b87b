public import Amounts
public import Answers
internal import Findings
public import GapReporting
public import Reporting

/// The gap report of an employer under one set of rules.
public struct GapReport: ReportSubject {
  /// The figures, as each law has its own.
  public enum Figures: Hashable, Sendable {
    case british(BritishGaps)
    case directive(DirectiveGaps)
    case german(GermanComparison)
  }

  /// The figures.
  public let figures: Figures
  /// The rules that they follow.
  public let rules: GapRules
  /// The year that the report is of.
  public let year: Int
  /// The currency of the amounts, where the table says it.
  public let currency: Currency?
  /// The weekly hours of full time; nil where they do not matter.
  public let fullTime: Ratio?
  /// How the table was read.
  let remarks: [Inline]
}

// MARK: For programs

extension GapReport {
  public var tables: [NamedTable] {
    switch figures {
    case .british(let gaps):
      [
        NamedTable("figures", figureSheet.records),
        NamedTable("quarters", Self.quarterSheet(gaps.quarters).records),
        NamedTable("left_out", leftOutSheet.records), NamedTable("rules", ruleSheet.records),
      ]
    case .directive(let gaps):
      [
        NamedTable("figures", figureSheet.records),
        NamedTable("quarters", Self.quarterSheet(gaps.quarters).records),
        NamedTable("categories", categorySheet(gaps).records),
        NamedTable("left_out", leftOutSheet.records), NamedTable("rules", ruleSheet.records),
      ]
    case .german(let comparison):
      [
        NamedTable("groups", groupSheet(comparison).records),
        NamedTable("left_out", leftOutSheet.records), NamedTable("rules", ruleSheet.records),
      ]
    }
  }

  public var facts: [JSONValue.Member] {
    [
      .init("rules", .string(rules.jurisdiction.rawValue)), .init("year", .integer(year)),
      .init("day", .string(day.description)),
      .init("smallest_group", .integer(rules.smallestGroup)),
      .init("men", .integer(people.men)), .init("women", .integer(people.women)),
    ]
  }

  /// The day on which people are counted.
  var day: CalendarDate {
    switch figures {
    case .british(let gaps): gaps.snapshot
    case .directive(let gaps): gaps.yearEnd
    case .german(let comparison): comparison.yearEnd
    }
  }

  /// The men and women who count.
  var people: BySex<Int> {
    switch figures {
    case .british(let gaps): gaps.relevant
    case .directive(let gaps): gaps.counts
    case .german(let comparison):
      comparison.groups.reduce(into: BySex(men: 0, women: 0)) { sum, group in
        sum.men += group.sides.men.people
        sum.women += group.sides.women.people
      }
    }
  }

  /// People who are left out of all figures, or of those of hourly pay.
  struct LeftOut: Sendable {
    let name: String
    let reason: Inline
    let people: Int
    /// Whether they count in the figures of bonuses all the same.
    var isInBonuses = false
  }

  /// How many people are left out, and why.
  var leftOut: [LeftOut] {
    func absent(_ partners: [String], _ notEmployed: [String]) -> [LeftOut] {
      [
        LeftOut(name: "partner", reason: "partners", people: partners.count),
        LeftOut(
          name: "not_employed", reason: "not employed on the day", people: notEmployed.count),
      ]
    }
    func unrecorded(_ people: [String]) -> LeftOut {
      LeftOut(
        name: "sex_not_recorded", reason: "neither woman nor man on record", people: people.count)
    }
    let all: [LeftOut] =
      switch figures {
      case .british(let gaps):
        absent(gaps.partners, gaps.notEmployed) + [
          unrecorded(gaps.unrecorded),
          LeftOut(
            name: "reduced_pay", reason: "paid less because of leave",
            people: gaps.notFullPay.count, isInBonuses: true),
          LeftOut(
            name: "not_known", reason: "hours or the span of a bonus not known",
            people: gaps.incomplete.count, isInBonuses: true),
        ]
      case .directive(let gaps):
        absent(gaps.partners, gaps.notEmployed) + [
          unrecorded(gaps.unrecorded),
          LeftOut(name: "not_known", reason: "hours not known", people: gaps.withoutHours.count),
        ]
      case .german(let comparison):
        absent(comparison.partners, comparison.notEmployed) + [
          LeftOut(
            name: "not_known", reason: "no sex, hours or group on record",
            people: comparison.unplaced.count)
        ]
      }
    return all.filter { $0.people > 0 }
  }
}

// MARK: The sheets

extension GapReport {
  /// A figure with the name that the law or its register has for it.
  struct NamedFigure: Sendable {
    let name: String
    let basis: Inline?
    let title: Inline
    let figure: GapFigure
  }

  var namedFigures: [NamedFigure] {
    switch figures {
    case .british(let gaps): Self.figures(of: gaps)
    case .directive(let gaps): Self.figures(of: gaps)
    case .german: []
    }
  }

  private static func figures(of gaps: BritishGaps) -> [NamedFigure] {
    [
      NamedFigure(
        name: "DiffMeanHourlyPercent", basis: nil, title: "Mean hourly gap",
        figure: gaps.hourly.meanGap),
      NamedFigure(
        name: "DiffMedianHourlyPercent", basis: nil, title: "Median hourly gap",
        figure: gaps.hourly.medianGap),
      NamedFigure(
        name: "DiffMeanBonusPercent", basis: nil, title: "Mean bonus gap",
        figure: gaps.bonus.meanGap),
      NamedFigure(
        name: "DiffMedianBonusPercent", basis: nil, title: "Median bonus gap",
        figure: gaps.bonus.medianGap),
      NamedFigure(
        name: "MaleBonusPercent", basis: nil, title: "Men with a bonus",
        figure: gaps.bonusShares.men),
      NamedFigure(
        name: "FemaleBonusPercent", basis: nil, title: "Women with a bonus",
        figure: gaps.bonusShares.women),
    ]
  }

  private static func figures(of gaps: DirectiveGaps) -> [NamedFigure] {
    let (hour, year): (Inline, Inline) = ("by the hour", "by the year")
    let (all, some): (Inline, Inline) = ("all workers", "those who get any")
    let mean: Inline = "Gap of mean pay"
    let meanVariable: Inline = "Gap of mean variable components"
    let median: Inline = "Gap of median pay"
    let medianVariable: Inline = "Gap of median variable components"
    return [
      NamedFigure(name: "(a)", basis: hour, title: mean, figure: gaps.meanGap.hourly),
      NamedFigure(name: "(a)", basis: year, title: mean, figure: gaps.meanGap.annual),
      NamedFigure(
        name: "(b)", basis: all, title: meanVariable, figure: gaps.meanVariableGap.allWorkers),
      NamedFigure(
        name: "(b)", basis: some, title: meanVariable, figure: gaps.meanVariableGap.receiversOnly),
      NamedFigure(name: "(c)", basis: hour, title: median, figure: gaps.medianGap.hourly),
      NamedFigure(name: "(c)", basis: year, title: median, figure: gaps.medianGap.annual),
      NamedFigure(
        name: "(d)", basis: all, title: medianVariable, figure: gaps.medianVariableGap.allWorkers),
      NamedFigure(
        name: "(d)", basis: some, title: medianVariable,
        figure: gaps.medianVariableGap.receiversOnly),
      NamedFigure(
        name: "(e)", basis: nil, title: "Men with variable components",
        figure: gaps.receivingShares.men),
      NamedFigure(
        name: "(e)", basis: nil, title: "Women with variable components",
        figure: gaps.receivingShares.women),
    ]
  }

  var figureSheet: Sheet<NamedFigure> {
    var sheet = Sheet(namedFigures)
    sheet.add("figure", "Figure", .code) { .text($0.name) }
    sheet.add("title", .text("What it is")) {
      .text($0.title)
    } cell: {
      $0.title
    }
    if case .directive = figures {
      sheet.add("basis", .text("Over")) {
        .text($0.basis)
      } cell: {
        $0.basis ?? .empty
      }
    }
    sheet.add("value", "Percent") { $0.figure }
    return sheet
  }

  static func quarterSheet(_ quarters: PayQuarters) -> Sheet<PayQuarters.Quarter> {
    var sheet = Sheet(quarters.quarters)
    sheet.add("quarter", .text("Quarter")) {
      .text($0.band.name)
    } cell: {
      $0.band.title
    }
    sheet.add("men", "Men", .number()) { .integer($0.counts.men) }
    sheet.add("women", "Women", .number()) { .integer($0.counts.women) }
    sheet.add("sex_not_recorded") { .integer($0.unrecorded) }
    sheet.add("men_share", "Share of men") { $0.shares.men }
    sheet.add("women_share", "Share of women") { $0.shares.women }
    return sheet
  }

  func categorySheet(_ gaps: DirectiveGaps) -> Sheet<DirectiveGaps.Category> {
    var sheet = Sheet(gaps.categories)
    sheet.add("category", "Category") { .text($0.name) }
    sheet.add("workers", "Workers", .number()) { .integer($0.workers) }
    sheet.add("men", "Men", .number()) { .integer($0.counts.men) }
    sheet.add("women", "Women", .number()) { .integer($0.counts.women) }
    sheet.add("basic_gap", "Gap of basic pay") { $0.basicGap }
    sheet.add("variable_gap", "Gap of components") { $0.variableGap }
    sheet.add("total_gap", "Gap of pay") { $0.totalGap }
    sheet.add("assessed", .text("To be justified")) {
      .bool($0.isAssessed)
    } cell: {
      $0.isAssessed.map { $0 ? "yes" : "no" } ?? .missing
    }
    return sheet
  }

  /// The people of one sex in a group.
  struct GroupSide: Sendable {
    let group: String
    let sex: Sex
    let side: GermanComparison.Side
  }

  func groupSheet(_ comparison: GermanComparison) -> Sheet<GroupSide> {
    var sheet = Sheet(
      comparison.groups.flatMap { group in
        Sex.allCases.map { GroupSide(group: group.name, sex: $0, side: group.sides[$0]) }
      })
    sheet.add("group", "Group") { .text($0.group) }
    sheet.add("sex", .text("Who")) {
      .text($0.sex.rawValue)
    } cell: {
      $0.sex.title
    }
    sheet.add("people", "People", .number()) { .integer($0.side.people) }
    sheet.add("median_monthly_gross", amount: "Median of monthly gross pay, full time") {
      $0.side.gross
    }
    sheet.add("median_allowances", amount: "Median of allowances") { $0.side.allowances }
    sheet.add("median_bonus", amount: "Median of bonuses") { $0.side.bonus }
    return sheet
  }

  /// People who are left out; those who read a document read sentences.
  private var leftOutSheet: Sheet<LeftOut> {
    var sheet = Sheet(leftOut)
    sheet.add("reason") { .text($0.name) }
    sheet.add("people") { .integer($0.people) }
    sheet.add("figures") { .text($0.isInBonuses ? "hourly" : "all") }
    return sheet
  }

  var ruleSheet: Sheet<GapRules.Rule> {
    var sheet = Sheet(rules.rules)
    sheet.add("setting", .text("Rule")) {
      .text($0.setting.rawValue)
    } cell: {
      $0.setting.title
    }
    sheet.add("value", "Value") { .text($0.value) }
    sheet.add("from", "From", .day) { .text($0.from.description) }
    sheet.add("standing", .text("Standing")) {
      .text($0.standing.rawValue)
    } cell: {
      $0.standing.title
    }
    sheet.add("source", "Source") { .text($0.source) }
    return sheet
  }
}

extension Sheet {
  /// Adds a gap or a share, or why there is none.
  fileprivate mutating func add(
    _ key: String, _ title: Inline, _ figure: @escaping @Sendable (Row) -> GapFigure
  ) {
    add(.key(key), .number(title)) {
      figure($0).record
    } cell: {
      figure($0).words { .percentage($0) }
    }
  }

  /// Adds an amount, or why there is none.
  fileprivate mutating func add(
    _ key: String, amount title: Inline, _ figure: @escaping @Sendable (Row) -> GapFigure
  ) {
    add(.key(key), .number(title)) {
      figure($0).record
    } cell: {
      figure($0).words { .number($0, places: 2) }
    }
  }
}

extension GapFigure {
  /// The value for programs, or the reason why there is none.
  var record: RecordValue {
    switch self {
    case .value(let value): .ratio(value)
    case .withheld: .missing(.suppressed)
    case .none(let reason):
      .missing(RecordValue.Status(rawValue: reason.rawValue.replacing(" ", with: "_")))
    }
  }

  /// The value for people, or the reason why there is none.
  func words(_ write: (Ratio) -> Inline) -> Inline {
    switch self {
    case .value(let value): write(value)
    case .withheld: "(suppressed)"
    case .none(.noMen): "none: no men"
    case .none(.noWomen): "none: no women"
    case .none(.menZero): "none: men have nothing"
    case .none(.nobody): "none: nobody"
    }
  }
}
