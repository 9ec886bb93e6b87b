public import Amounts
public import Answers
internal import MarketFiles
public import MarketPricing
public import Reporting

/// A pay structure, and where people stand in it.
public struct PayRanges: Answer {
  /// The structure.
  public let structure: PayStructure
  /// The pay line that midpoints are from; nil where they are not.
  public let line: PayLine?
  /// How the organisation pays, over the market.
  public let policy: Ratio
  /// The people; nil where there are none.
  public let review: RangeReview?
  /// The groups of each column that was asked for.
  public let comparisons:
    [(column: String, comparison: GroupComparison, atMinimum: GroupComparison)]
  private let jobs: [Benchmarks.Job]
  /// How the files were read.
  private let remarks: [Inline]

  init(
    _ built: StructureSource.Built, policy: Ratio, review: RangeReview?, groups: [String],
    remarks: [Inline]
  ) {
    structure = built.structure
    line = built.line
    jobs = built.jobs
    self.policy = policy
    self.review = review
    self.remarks = remarks
    comparisons = groups.compactMap { column in
      review.map {
        (column, GroupComparison($0, by: column), GroupComparison($0.atMinimum, by: column))
      }
    }
  }
}

// MARK: For programs

extension PayRanges {
  public var tables: [NamedTable] {
    [
      NamedTable("grades", gradeSheet.records), NamedTable("jobs", jobSheet.records),
      NamedTable("people", personSheet.records), NamedTable("groups", groupSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("currency", .string(structure.currency.code)),
      .init("policy", .ratio(policy)),
      .init("line", line.map { .string($0.scale.rawValue) } ?? .null),
      .init("intercept", line.map { .double($0.intercept) } ?? .null),
      .init("slope", line.map { .double($0.slope) } ?? .null),
      .init("r_squared", (line?.rSquared).map { .double($0) } ?? .null),
      .init("payroll", (review?.payroll).map { .ratio($0) } ?? .null),
      .init("group_compa_ratio", (review?.groupCompaRatio).map { .ratio($0) } ?? .null),
      .init("mean_compa_ratio", (review?.meanCompaRatio).map { .ratio($0) } ?? .null),
      .init("cost_to_minimum", (review?.costToMinimum).map { .ratio($0) } ?? .null),
    ]
  }
}

// MARK: The sheets

extension PayRanges {
  private var gradeSheet: Sheet<PayGrade> {
    let currency = structure.currency
    var sheet = Sheet(structure.grades)
    sheet.add("grade", "Grade") { .text($0.name) }
    sheet.add("points", line == nil ? nil : "Points", .number()) { .ratio($0.points) }
    sheet.add("minimum", "Minimum", .amount(places: 0)) { .pay($0.range.minimum, currency) }
    sheet.add("midpoint", "Midpoint", .strong(.amount(places: 0))) {
      .pay($0.range.midpoint, currency)
    }
    sheet.add("maximum", "Maximum", .amount(places: 0)) { .pay($0.range.maximum, currency) }
    sheet.add("currency") { _ in .text(currency.code) }
    sheet.add("spread", "Spread", .percentage()) { .ratio($0.range.spread) }
    sheet.add("progression", "Above the grade below", .percentage()) {
      .ratio(structure.progression(to: $0))
    }
    for base in PayRange.OverlapBase.allCases {
      sheet.add(
        .init("overlap_over_\(base.rawValue)"), base == .higher ? "Overlap with it" : nil,
        .percentage()
      ) { grade in
        .ratio(
          structure.grade(below: grade).flatMap { $0.range.overlap(with: grade.range, over: base) })
      }
    }
    guard let review else { return sheet }
    let people = { @Sendable (grade: PayGrade) in review.filter { $0.grade == grade } }
    sheet.add("people", "People", .number()) { .integer(people($0).standings.count) }
    sheet.add("below_minimum", "Below", .number()) { .integer(people($0).below.count) }
    sheet.add("above_maximum", "Above", .number()) { .integer(people($0).above.count) }
    sheet.add("group_compa_ratio", "Compa-ratio", .number(places: 3)) {
      .ratio(people($0).groupCompaRatio)
    }
    sheet.add("cost_to_minimum", "To the minimum", .amount(places: 0)) {
      .pay(people($0).costToMinimum, currency)
    }
    return sheet
  }

  private var jobSheet: Sheet<Benchmarks.Job> {
    let currency = structure.currency
    var sheet = Sheet(jobs)
    sheet.add("job", "Job") { .text($0.job) }
    sheet.add("title", "Title") { .text($0.title) }
    sheet.add("grade") { .text($0.grade) }
    sheet.add("points", "Points", .number()) { .ratio($0.points) }
    sheet.add("market", "Market", .amount(places: 0)) { .pay($0.market, currency) }
    sheet.add("line", "On the line", .amount(places: 0)) { job in
      .double(job.points.flatMap { line?.pay(at: $0.doubleValue) })
    }
    sheet.add("line_over_market", "Line over market", .percentage(sign: .always)) { job in
      .double(
        job.points.flatMap { points in
          line.map { $0.pay(at: points.doubleValue) / job.market.doubleValue - 1 }
        })
    }
    return sheet
  }

  private var personSheet: Sheet<RangeStanding> {
    let currency = structure.currency
    var sheet = Sheet(review?.standings ?? [])
    sheet.add("employee", "Employee") { .text($0.employee.id) }
    sheet.add("grade", "Grade") { .text($0.grade.name) }
    sheet.add("salary", "Pay", .amount(places: 0)) { .pay($0.employee.pay, currency) }
    sheet.add("currency") { _ in .text(currency.code) }
    sheet.add("compa_ratio", "Compa-ratio", .number(places: 3)) { .ratio($0.compaRatio) }
    sheet.add("range_penetration", "Penetration", .percentage(places: 0)) {
      .ratio($0.penetration)
    }
    sheet.add("position", .text("In the range")) {
      .text($0.position?.key)
    } cell: {
      $0.position?.title ?? .missing
    }
    sheet.add("to_minimum", "To the minimum", .amount(places: 0)) {
      .pay($0.toMinimum > .zero ? $0.toMinimum : nil, currency)
    }
    return sheet
  }

  /// A group of a column, before and after everybody was brought to the minimum.
  private typealias GroupLine = (
    column: String, group: GroupComparison.Group, isReference: Bool,
    atMinimum: GroupComparison.Group?
  )

  private var groupSheet: Sheet<GroupLine> {
    let currency = structure.currency
    let lines = comparisons.flatMap { column, comparison, atMinimum in
      comparison.groups.map { group in
        (
          column: column, group: group, isReference: group == comparison.reference,
          atMinimum: atMinimum.groups.first { $0.name == group.name }
        )
      }
    }
    var sheet = Sheet(lines)
    sheet.add("column", "Column") { .text($0.column) }
    sheet.addGroup { ($0.group, $0.isReference) }
    sheet.add("people", "People", .number()) { .integer($0.group.people.standings.count) }
    sheet.add("mean_pay", "Mean pay", .amount(places: 0)) {
      .pay($0.group.people.meanPay, currency)
    }
    sheet.add("mean_compa_ratio", "Compa-ratio", .number(places: 3)) {
      .ratio($0.group.people.meanCompaRatio)
    }
    sheet.add("below_minimum", "Below", .number()) { .integer($0.group.people.below.count) }
    sheet.add("gap", "Gap of pay", .percentage()) { .ratio($0.group.gap) }
    sheet.add("compa_gap", "Of compa-ratios", .percentage()) { .ratio($0.group.compaGap) }
    sheet.add("gap_at_minimum", "Gap at the minimum", .percentage()) {
      .ratio($0.atMinimum?.gap)
    }
    sheet.add("compa_gap_at_minimum") { .ratio($0.atMinimum?.compaGap) }
    return sheet
  }
}

// MARK: For people

extension PayRanges {
  public var document: Document {
    var document = Document(title: "Pay ranges", blocks: [.table(gradeSheet.table())])
    if let review { document.append(.bullets(sentences(on: review))) }
    if line != nil {
      document.append(contentsOf: [.section("Jobs and the pay line"), .table(jobSheet.table())])
    }
    if review != nil {
      document.append(contentsOf: [.section("People"), .table(personSheet.table())])
    }
    if !comparisons.isEmpty {
      document.append(contentsOf: [.section("Groups"), .table(groupSheet.table())])
    }
    document.append(contentsOf: [.section("How to read this"), .bullets(notes)])
    document.append(contentsOf: Document.reading(remarks))
    return document
  }

  private func sentences(on review: RangeReview) -> [Inline] {
    let currency = structure.currency
    let cost = review.costToMinimum.flatMap {
      try? Money(rounding: $0, currency: currency, rule: .halfUp)
    }
    return [
      "\(.number(review.below.count)) people are below their minimum; to bring them to it costs \(.money(cost, places: 0)) a year.",
      "\(.number(review.above.count)) people are above their maximum.",
      "All pay over all midpoints is \(.number(review.groupCompaRatio, places: 3)); the mean of the compa-ratios is \(.number(review.meanCompaRatio, places: 3)). Both go by the name of group compa-ratio.",
    ]
  }

  private var notes: [Inline] {
    var notes: [Inline] = []
    if let line {
      switch line.scale {
      case .logarithm:
        notes.append(
          """
          Midpoints are on the line of the logarithm of market pay; each point adds \
          \(.percentage(line.progression, places: 2)).
          """)
      case .linear:
        notes.append(
          """
          Midpoints are on a straight line of market pay; such a line prices low jobs at or below \
          nothing where it begins below 0.
          """)
      }
      if let explained = line.rSquared {
        notes.append("The line explains \(.percentage(explained)) of the variance.")
      }
      if policy != .one { notes.append("They are \(.percentage(policy)) of the market.") }
    }
    notes.append(
      "The spread is maximum over minimum, less 1. The minimum is midpoint ÷ (1 + spread ÷ 2), and the maximum as far above the midpoint as the minimum is below, where the ranges are not read from a file."
    )
    notes.append(
      "The overlap is what a range shares with the one below, as a part of its own width; the records have it over the width of the lower range and of both together as well."
    )
    if review != nil {
      notes.append(
        "The compa-ratio is pay over the midpoint, the penetration the place between minimum and maximum."
      )
    }
    if !comparisons.isEmpty {
      notes.append(GroupComparison.reading)
    }
    return notes
  }
}

extension GroupComparison {
  /// What its gaps are.
  static let reading: Inline =
    "A gap is how much less a group has than the largest one of its column, the reference, as a part of that; it is negative where the group has more. The one of compa-ratios takes the grades into account."
}

extension Sheet {
  /// Adds the name of a group, with a mark of the one that the others are held against.
  mutating func addGroup(
    _ group: @escaping @Sendable (Row) -> (group: GroupComparison.Group, isReference: Bool)
  ) {
    add("group", .text("Group")) {
      .text(group($0).group.name)
    } cell: { row in
      let (group, isReference) = group(row)
      let name: Inline = group.name.isEmpty ? .emphasis("not said") : .verbatim(group.name)
      return isReference ? "\(name), the reference" : name
    }
  }
}

extension PayRange.Position {
  /// The word for programs.
  var key: String {
    switch self {
    case .below: "below"
    case .quarter(let quarter): "quarter_\(quarter)"
    case .above: "above"
    }
  }

  /// The words for people.
  var title: Inline {
    switch self {
    case .below: "below the minimum"
    case .quarter(let quarter): "quarter \(quarter)"
    case .above: "above the maximum"
    }
  }
}
