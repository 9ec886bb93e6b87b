internal import Amounts
public import Answers
public import Findings
internal import MarketFiles
internal import MarketPricing
internal import SalaryData
public import Tables

/// The ranges of a pay structure, and where people stand in them.
public struct RangesQuestion: Question, Hashable {
  /// Where the ranges come from.
  public var source: StructureSource
  /// A file with people in grades; nil for the ranges alone.
  public var people: String?
  /// The columns whose groups are compared.
  public var groups: [String] = []
  /// How the files are read.
  public var tables: TableOptions

  /// Creates a question.
  public init(
    _ source: StructureSource, people: String? = nil, tables: TableOptions = TableOptions()
  ) {
    self.source = source
    self.people = people
    self.tables = tables
  }

  /// Reads the files, makes the ranges and holds the people against them.
  ///
  /// - Throws: `.usage` for settings that make no structure, `.badData` for what is wrong in the files.
  public func answer() throws(InputFailure) -> Reply<PayRanges> {
    if !groups.isEmpty, people == nil { throw Parameter.by.without(.people) }
    var reading = Reading()
    let built = try source.build(tables, &reading)
    let review = try people.map { (path) throws(InputFailure) in
      try RangeReview.read(path, groups, in: built, tables, &reading).review
    }
    return Reply(
      PayRanges(
        built, policy: source.policy, review: review, groups: groups,
        remarks: reading.findings.remarks),
      inputs: reading.inputs, findings: reading.findings)
  }
}

extension RangeReview {
  /// What is said of people whose pay is hardly for a year: an error where they are most of all, and else a
  /// warning that they are in no figure.
  private func finding(on odd: OddUnits, at place: Place) -> Finding {
    let (count, first) = (odd.people.count, odd.people[0])
    return Finding(
      "ranges.unit", 2 * count > standings.count ? .error : .warning, at: place,
      odd.areLow
        ? "\(.number(count)) people have pay far below their midpoint and are in no figure, such as \"\(first.id)\" with a compa-ratio of \(.number(first.ratio, significantDigits: 2)); is it for \(odd.likelyUnit)?"
        : "\(.number(count)) people have pay far above their midpoint and are in no figure, such as \"\(first.id)\" with a compa-ratio of \(.number(first.ratio, significantDigits: 2)); is it in the unit of the ranges?",
      remedy:
        "write pay for a year, or add a column that says what it is for and say \(.parameter(.map, "employees.pay_period=COLUMN"))"
    )
  }

  /// Reads people and holds them against a structure.
  ///
  /// - Returns: Those who can be held against it, and how many are left out.
  /// - Throws: `.badData` for people in another currency, and where nobody has a grade of the structure.
  static func read(
    _ path: String, _ groups: [String], in built: StructureSource.Built, _ tables: TableOptions,
    _ reading: inout Reading
  ) throws(InputFailure) -> (review: RangeReview, leftOut: Int) {
    let read = try Employees(path: path, groups: groups, tables)
    try reading.addWhole(path, read.account, read.findings)
    let currency = built.structure.currency
    if let own = read.currency, own != currency {
      if built.namesCurrency { throw StructureSource.Obstacle.currencies(currency, own).failure }
      throw InputFailure(
        .currency, "ranges.currencies",
        "the people are paid in \(own.code), and the ranges name no currency",
        remedy: "say \(.parameter(.currency, own.code)) if they are in the same")
    }
    let review = RangeReview(read.people, in: built.structure)
    guard !review.standings.isEmpty else {
      throw InputFailure(
        .badData,
        Finding(
          "ranges.nobody", at: Place(file: path), "nobody has a grade of the structure",
          remedy:
            "the structure has \(built.structure.grades.map(\.name).joined(separator: ", "))"))
    }
    let ratios = review.standings.compactMap { standing in
      standing.compaRatio.map { (id: standing.employee.id, ratio: $0.doubleValue) }
    }
    if let odd = OddUnits(ratios) {
      let finding = review.finding(on: odd, at: Place(file: path))
      if finding.severity == .error { throw InputFailure(.badData, finding) }
      reading.findings.add(finding)
    }
    if let first = review.withoutGrade.first {
      reading.findings.add(
        Finding(
          "ranges.unknown-grade", .warning, at: Place(file: path),
          "\(review.withoutGrade.count) people have a grade that the structure does not have, such as \"\(first.grade)\", and are in no figure"
        ))
    }
    let kept = review.removing { $0.compaRatio.map { OddUnits.contains($0.doubleValue) } ?? false }
    return (kept, read.people.count - kept.standings.count)
  }
}
