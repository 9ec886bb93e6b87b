internal import Amounts
public import Answers
internal import MarketFiles
public import Reporting
internal import SalaryData
internal import Statistics

/// Where each person of a file stands in a market.
public struct RosterRank: Answer {
  /// What tells the market of a person apart in published tables.
  struct Market: Hashable, Sendable {
    /// The occupation; nil for several.
    let occupation: SummaryGroup.Class?
    /// The area; nil for several.
    let area: String?

    init(_ groups: [SummaryGroup]) {
      let occupations = Set(groups.map(\.occupation))
      occupation = occupations.count == 1 ? occupations.first : nil
      let areas = Set(groups.map(\.area))
      area = areas.count == 1 ? areas.first : nil
    }
  }

  /// Why a person has no place in published tables.
  enum Obstacle: String, Error {
    /// Neither a code nor a title says which occupation it is.
    case noOccupation = "no_occupation"
    /// The title is not in the table of titles.
    case unknownTitle = "unknown_title"
    /// The tables do not have the occupation, or another one was asked for.
    case otherOccupation = "other_occupation"
    /// Nothing says which of several areas it is.
    case noArea = "no_area"
    /// The tables do not have the area, or another one was asked for.
    case unknownArea = "unknown_area"
    /// The words of the area are in the names of several.
    case severalAreas = "several_areas"
    /// The tables have no percentiles of the occupation in the area.
    case notPublished = "not_published"

    var reason: Inline {
      switch self {
      case .noOccupation: "neither title nor occupation"
      case .unknownTitle: "the title is not known"
      case .otherOccupation: "the occupation is not in the data"
      case .noArea: "no area, and the data have several"
      case .unknownArea: "the area is not in the data"
      case .severalAreas: "the area may be one of several"
      case .notPublished: "the pay is not published"
      }
    }
  }

  /// A person with the place in the market, or the reason why there is none.
  struct Line: Sendable {
    let person: Staff.Member
    let market: Market?
    let place: MarketRank.Place?
    let obstacle: Obstacle?

    init(_ person: Staff.Member, market: Market?, _ place: MarketRank.Place?) {
      self.person = person
      self.market = market
      self.place = place
      obstacle = nil
    }

    init(_ person: Staff.Member, _ obstacle: Obstacle) {
      self.person = person
      market = nil
      place = nil
      self.obstacle = obstacle
    }

    var compaRatio: Double? {
      place?.median.flatMap { $0 > 0 ? person.pay.doubleValue / $0 : nil }
    }
  }

  let lines: [Line]
  private let currency: Currency
  private let date: YearMonth?
  private let isPublished: Bool
  /// How the files were read.
  private let remarks: [Inline]

  init(
    _ lines: [Line], currency: Currency, date: YearMonth?, isPublished: Bool, remarks: [Inline]
  ) {
    self.remarks = remarks
    self.lines = lines
    self.currency = currency
    self.date = date
    self.isPublished = isPublished
  }

  public var tables: [NamedTable] { [NamedTable("people", sheet.records)] }

  public var facts: [JSONValue.Member] {
    [
      .init("currency", .string(currency.code)),
      .init("date", date.map { .string("\($0)") } ?? .null),
    ]
  }

  private var sheet: Sheet<Line> {
    let currency = currency
    var sheet = Sheet(lines)
    sheet.add("employee", "Employee") { .text($0.person.id) }
    sheet.add("title", lines.contains { $0.person.title != nil } ? "Title" : nil) {
      .text($0.person.title)
    }
    sheet.add("salary", "Pay", .amount(places: 0)) { .pay($0.person.pay, currency) }
    sheet.add("occupation", isPublished ? "Occupation" : nil) {
      .text($0.market?.occupation?.code)
    }
    sheet.add("area", isPublished ? "Compared with" : nil) { .text($0.market?.area) }
    sheet.add("n", "n", .number()) { .double($0.place?.count) }
    sheet.add("share_at_most", .number("Paid this or less")) {
      .double($0.place?.share.value)
    } cell: { line in
      guard let place = line.place else { return .missing }
      return Inline(place.certainty == .extrapolated ? "~" : "") + .percentage(place.share.value)
    }
    sheet.add("certainty") { .text($0.place?.certainty.rawValue) }
    sheet.add(.init("median", companions: [.status, .lowerBound]), "Median", .number()) {
      $0.place.map { .cell($0.percentiles[2]) } ?? .missing
    }
    sheet.add("compa_ratio", "Compa-ratio", .number(places: 2)) { .double($0.compaRatio) }
    for (index, name) in ["p10", "p25", "p75", "p90"].enumerated() {
      sheet.add(.init(name, companions: [.status, .lowerBound])) { line in
        line.place.map { .cell($0.percentiles[index < 2 ? index : index + 1]) } ?? .missing
      }
    }
    if lines.contains(where: { $0.obstacle != nil }) {
      sheet.add(.text("Not ranked because")) { $0.obstacle?.reason ?? .empty }
    }
    sheet.add("market_status") { .text($0.obstacle?.rawValue) }
    return sheet
  }

  public var document: Document {
    let when: Inline = date.map { ", \(.month($0))" } ?? .empty
    let ranked = lines.compactMap { $0.place?.share.value }
    var blocks: [Block] = [.table(sheet.table())]
    if !ranked.isEmpty {
      blocks.append(
        .paragraph(
          """
          Of \(.number(ranked.count)) people who are ranked, \(.number(ranked.count { $0 < 0.5 })) \
          are paid less than the median of their market.
          """))
    }
    var notes: [Inline] = ["The compa-ratio is the pay over the median of the market."]
    if isPublished {
      notes.append(
        """
        The market of a person is the occupation of the code, or of the title in \
        \(.code("occupation-titles.csv")), and the state or metropolitan area; a title that is not \
        there has no market, and none is guessed. Whoever has neither code nor title is ranked only \
        where one occupation was asked for, and whoever has no area only where there is one.
        """)
      notes.append(
        """
        The share is read from a piecewise lognormal through the published percentiles, which have no \
        published standard error, so it has no interval.
        """)
      notes.append(SummaryComparison.scopeCaution)
    }
    blocks += [.section("How to read this"), .bullets(notes)] + Document.reading(remarks)
    return Document(title: "People in the market\(when)", blocks: blocks)
  }
}
