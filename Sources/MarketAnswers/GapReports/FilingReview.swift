internal import Amounts
public import Answers
public import Findings
public import GapReporting
public import Reporting

/// What does not fit together in the pay gaps that employers reported.
public struct FilingReview: ReportSubject {
  /// A fault, with the filing that has it.
  public struct Found: Sendable {
    /// Where the employer stands.
    public let place: Place
    /// The filing.
    public let filing: GapFiling
    /// What is wrong.
    public let fault: GapFiling.Fault
  }

  /// How many employers were read.
  public let employers: Int
  /// How many of them have no fault.
  public let consistent: Int
  /// The faults, in the order of the file.
  public let faults: [Found]
  /// The numbers that the table has no columns for, and of which nothing was checked.
  public let absent: [GapFiling.Figure]
  private let places: [Place]
  private let tellsLateness: Bool

  /// Reviews filings of one year.
  public init(_ table: FilingTable) {
    let faults = GapFiling.faults(of: table.filings, among: table.figures)
    employers = table.filings.count
    consistent = faults.count { $0.isEmpty }
    self.faults = faults.enumerated().flatMap { index, faults in
      faults.map {
        Found(place: table.places[index], filing: table.filings[index], fault: $0)
      }
    }
    absent = GapFiling.Figure.allCases.filter { !table.figures.contains($0) }
    places = table.places
    tellsLateness = table.tellsLateness
  }
}

extension FilingReview {
  public var title: Inline { "Pay gaps that employers reported" }

  public var findings: [Inline] {
    [
      """
      \(.number(employers)) employers were read; nothing is wrong with \(.number(consistent)) of them.
      """
    ]
  }

  public var sections: [ReportSection] {
    [
      ReportSection("summary", [.section("Summary"), .table(summarySheet.table())]),
      ReportSection(
        "inconsistencies",
        faults.isEmpty
          ? [] : [.section("Inconsistencies"), .table(faultSheet.table())]),
      ReportSection("method", [.section("What was checked"), .bullets(method)]),
    ]
  }

  public var tables: [NamedTable] {
    [
      NamedTable("inconsistencies", faultSheet.records),
      NamedTable("summary", summarySheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("employers", .integer(employers)), .init("consistent", .integer(consistent)),
      .init("inconsistencies_found", .integer(faults.count)),
      .init("not_checked", .array(absent.map { .string($0.rawValue) })),
    ]
  }

  private var faultSheet: Sheet<Found> {
    var sheet = Sheet(faults)
    sheet.add("place", "Place", .code) { .text($0.place.description) }
    sheet.add("employer", "Employer") { .text($0.filing.employer) }
    sheet.add("employer_id") { .text($0.filing.id) }
    sheet.add("fault") { .text($0.fault.kind.code) }
    sheet.add("figure") { .text($0.fault.figure?.rawValue) }
    sheet.add("value") { .ratio($0.fault.value(in: $0.filing)) }
    let places = places
    sheet.add("message", .text("What is wrong")) {
      .text(Self.words(on: $0, places))
    } cell: {
      Self.words(on: $0, places)
    }
    return sheet
  }

  /// How many employers have no fault, and how many one of each kind, the most frequent first.
  private var summarySheet: Sheet<(code: String, title: Inline, employers: Int)> {
    let counts = Dictionary(grouping: faults) { $0.fault.kind.code }.compactMap { code, found in
      found.first.map {
        (code: code, title: $0.fault.kind.title, employers: Set(found.map(\.place)).count)
      }
    }.sorted { ($1.employers, $0.code) < ($0.employers, $1.code) }
    var sheet = Sheet(
      [
        (code: "read", title: "read" as Inline, employers: employers),
        (code: "consistent", title: "nothing wrong", employers: consistent),
      ] + counts)
    sheet.add("what", .text("What")) {
      .text($0.code)
    } cell: {
      $0.title
    }
    sheet.add("employers", "Employers", .number()) { .integer($0.employers) }
    return sheet
  }

  private var method: [Inline] {
    var notes: [Inline] = [
      "The two parts of a quarter make 100, by one unit of the last decimal that the filing has.",
      "Parts are from 0 to 100, and gaps at most 100; there is no lowest gap.",
      """
      Where no man has a bonus there is no bonus gap, and where men have one there is. Where no woman has one the \
      register has 100.
      """,
      tellsLateness
        ? "Late is what the table marks as late, or what was handed in after the day up to which it was due."
        : "The table does not say what was late.",
    ]
    if !absent.isEmpty {
      let names = absent.map { .code($0.rawValue) as Inline }.joined(separator: ", ")
      notes.append("The table has no column for \(names), so that these were not checked.")
    }
    return notes
  }

  private static func words(on found: Found, _ places: [Place]) -> Inline {
    func value(_ figure: GapFiling.Figure) -> Inline {
      found.filing.figures[figure].map { .plain($0) } ?? .missing
    }
    switch found.fault {
    case .missing(let figure): return "\(.code(figure.rawValue)) is missing"
    case .outOfRange(let figure):
      return "\(.code(figure.rawValue)) is \(value(figure)), which it cannot be"
    case .quarterSum(let band, let sum):
      return "men and women of the \(band.title) quarter make \(.plain(sum)), not 100"
    case .gapWithoutMen(let figure):
      return "\(.code(figure.rawValue)) is \(value(figure)), and no man has a bonus"
    case .gapWithoutWomen(let figure):
      return "\(.code(figure.rawValue)) is \(value(figure)), and no woman has a bonus"
    case .noBonusGap(let figure):
      return "\(.code(figure.rawValue)) is missing, and men have bonuses"
    case .late:
      return "late"
    case .lateUnmarked: return "not marked as late, and handed in after it was due"
    case .inTimeMarkedLate: return "marked as late, and handed in before it was due"
    case .repeated(let index):
      return "the employer stands at \(.code(places[index].description)) too"
    }
  }
}

extension GapFiling.Fault {
  /// What kind of fault it is, for programs and for people.
  fileprivate var kind: (code: String, title: Inline) {
    switch self {
    case .missing: ("missing", "a number is missing")
    case .outOfRange: ("out_of_range", "a number is out of range")
    case .quarterSum: ("quarter_sum", "a quarter does not make 100")
    case .gapWithoutMen: ("gap_without_men", "a bonus gap, and no man has a bonus")
    case .gapWithoutWomen:
      ("gap_without_women", "a bonus gap other than 100, and no woman has a bonus")
    case .noBonusGap: ("no_bonus_gap", "no bonus gap, and men have bonuses")
    case .late: ("late", "late")
    case .lateUnmarked: ("late_unmarked", "late, and not marked so")
    case .inTimeMarkedLate: ("in_time_marked_late", "marked as late, and in time")
    case .repeated: ("repeated", "the same employer twice")
    }
  }

  /// The number that it is about.
  fileprivate var figure: GapFiling.Figure? {
    switch self {
    case .missing(let figure), .outOfRange(let figure), .gapWithoutMen(let figure),
      .gapWithoutWomen(let figure), .noBonusGap(let figure):
      figure
    case .quarterSum, .late, .lateUnmarked, .inTimeMarkedLate, .repeated: nil
    }
  }

  /// The number that is wrong; nil where it is none.
  fileprivate func value(in filing: GapFiling) -> Ratio? {
    if case .quarterSum(_, let sum) = self { return sum }
    return figure.flatMap { filing.figures[$0] }
  }
}
