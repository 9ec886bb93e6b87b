public import Amounts
public import Answers
public import MarketPricing
public import Reporting

/// What each person gets of a merit budget, and what that does to the gaps.
public struct MeritIncreases: Answer {
  /// The awards.
  public let review: MeritReview
  /// The currency.
  public let currency: Currency
  /// The groups of each column that was asked for, before and after.
  public let comparisons: [(column: String, before: GroupComparison, after: GroupComparison)]

  /// How the files were read.
  private let remarks: [Inline]

  /// The number of people in the file who are in no figure.
  private let peopleLeftOut: Int

  init(
    _ review: MeritReview, leftOut: Int, currency: Currency, groups: [String], remarks: [Inline]
  ) {
    self.review = review
    peopleLeftOut = leftOut
    self.currency = currency
    self.remarks = remarks
    let before = RangeReview(review.awards.map(\.standing))
    let after = RangeReview(review.awards.map(\.newStanding))
    comparisons = groups.map {
      ($0, GroupComparison(before, by: $0), GroupComparison(after, by: $0))
    }
  }

  private func sum(_ part: (MeritReview.Award) -> Ratio) -> Ratio? {
    var sum = Ratio.zero
    for award in review.awards {
      guard let next = try? sum + part(award) else { return nil }
      sum = next
    }
    return sum
  }
}

// MARK: For programs

extension MeritIncreases {
  public var tables: [NamedTable] {
    [
      NamedTable("increases", awardSheet.records), NamedTable("matrix", cellSheet.records),
      NamedTable("groups", groupSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("currency", .string(currency.code)), .init("budget", .ratio(review.budget)),
      .init("basis", .ratio(review.basis)),
      .init("unscaled_cost", .ratio(review.unscaledCost)),
      .init("fit", .string(review.rules.fit.rawValue)),
      .init("factor", solution(of: .factor) { .ratio($0) }),
      .init("factor_exact", solution(of: .factor) { .string($0.description) }),
      .init("points", solution(of: .points) { .ratio($0) }),
      .init("points_exact", solution(of: .points) { .string($0.description) }),
      .init("merit", sum(\.merit).map { .ratio($0) } ?? .null),
      .init("lump_sums", sum(\.lumpSum).map { .ratio($0) } ?? .null),
      .init("to_minimum", sum(\.toMinimum).map { .ratio($0) } ?? .null),
      .init("unspent", .ratio(review.unspent)),
    ]
  }
}

extension MeritIncreases {
  /// What all cells are multiplied by, or what is added to them, if that is how they are fitted.
  private func solution(
    of fit: MeritRules.Fit, _ value: (Ratio) -> JSONValue
  ) -> JSONValue {
    review.rules.fit == fit ? value(review.solution) : .null
  }
}

// MARK: The sheets

extension MeritIncreases {
  private var awardSheet: Sheet<MeritReview.Award> {
    let currency = currency
    var sheet = Sheet(review.awards)
    sheet.add("employee", "Employee") { .text($0.standing.employee.id) }
    sheet.add("grade", "Grade") { .text($0.standing.grade.name) }
    sheet.add("rating", "Rating") { .text($0.standing.employee.rating) }
    sheet.add("salary", "Pay", .amount(places: 0)) { .pay($0.standing.employee.pay, currency) }
    sheet.add("currency") { _ in .text(currency.code) }
    sheet.add("compa_ratio", "Compa-ratio", .number(places: 3)) { .ratio($0.standing.compaRatio) }
    sheet.add("zone_from") { .ratio(review.matrix.zones[$0.zone]) }
    sheet.add("protected_leave") { .bool($0.standing.employee.isOnProtectedLeave) }
    sheet.add("part_of_period", review.rules.proration == nil ? nil : "Part", .percentage()) {
      .ratio($0.part)
    }
    sheet.add("increase", "Increase", .percentage(places: 2)) { award in
      .ratio(try? award.merit / award.standing.employee.pay)
    }
    sheet.add("to_minimum", review.rules.raisesToMinimum ? "To the minimum" : nil, .amount()) {
      .pay($0.toMinimum, currency)
    }
    sheet.add("merit", "Merit", .strong(.amount())) { .pay($0.merit, currency) }
    sheet.add("lump_sum", review.rules.atMaximum == .lumpSum ? "Of it paid once" : nil, .amount()) {
      .pay($0.lumpSum, currency)
    }
    sheet.add("new_salary", "New pay", .amount()) { .pay($0.newPay, currency) }
    sheet.add("new_compa_ratio", "New compa-ratio", .number(places: 3)) {
      .ratio($0.newStanding.compaRatio)
    }
    return sheet
  }

  private var cellSheet: Sheet<(rating: String, zone: Int)> {
    let zones = review.matrix.zones.indices
    var sheet = Sheet(
      lines: review.matrix.ratings.map { rating in zones.map { (rating: rating, zone: $0) } })
    sheet.add("rating", "Rating") { .text($0.rating) }
    sheet.add("zone_from") { .ratio(review.matrix.zones[$0.zone]) }
    sheet.add("people") { cell in
      .integer(
        review.awards.count {
          $0.zone == cell.zone
            && $0.standing.employee.rating?.lowercased() == cell.rating.lowercased()
        })
    }
    sheet.add("cell") { .ratio(review.matrix.cell($0.rating, zone: $0.zone)) }
    sheet.add(
      "increase",
      across: { .number("from \(.percentage(review.matrix.zones[$0.zone], places: 0))") },
      { .ratio(review.increase($0.rating, zone: $0.zone)) },
      cell: { .percentage(review.increase($0.rating, zone: $0.zone), places: 2) })
    return sheet
  }

  /// A group of a column, before and after the increases.
  private typealias GroupLine = (
    column: String, before: GroupComparison.Group, isReference: Bool, after: GroupComparison.Group?
  )

  private var groupSheet: Sheet<GroupLine> {
    let currency = currency
    var sheet = Sheet(
      comparisons.flatMap { column, before, after in
        before.groups.map { group in
          (
            column: column, before: group, isReference: group == before.reference,
            after: after.groups.first { $0.name == group.name }
          )
        }
      })
    sheet.add("column", "Column") { .text($0.column) }
    sheet.addGroup { ($0.before, $0.isReference) }
    sheet.add("people", "People", .number()) { .integer($0.before.people.standings.count) }
    sheet.add("mean_pay", "Mean pay", .amount(places: 0)) {
      .pay($0.before.people.meanPay, currency)
    }
    sheet.add("new_mean_pay", "New", .amount(places: 0)) {
      .pay($0.after?.people.meanPay, currency)
    }
    sheet.add("gap", "Gap of pay", .percentage(places: 2)) { .ratio($0.before.gap) }
    sheet.add("new_gap", "New", .percentage(places: 2)) { .ratio($0.after?.gap) }
    sheet.add("compa_gap", "Of compa-ratios", .percentage(places: 2)) {
      .ratio($0.before.compaGap)
    }
    sheet.add("new_compa_gap", "New", .percentage(places: 2)) { .ratio($0.after?.compaGap) }
    return sheet
  }
}

// MARK: For people

extension MeritIncreases {
  public var document: Document {
    var document = Document(
      title: "Merit increases",
      blocks: [
        .bullets(sentences),
        .section(
          review.matrix.position == .compaRatio
            ? "Matrix, by rating and compa-ratio" : "Matrix, by rating and penetration"),
        .table(cellSheet.table()),
        .section("People"), .table(awardSheet.table()),
      ])
    if !comparisons.isEmpty {
      document.append(contentsOf: [.section("Groups"), .table(groupSheet.table())])
    }
    document.append(contentsOf: [.section("How to read this"), .bullets(notes)])
    document.append(contentsOf: Document.reading(remarks))
    return document
  }

  private func money(_ amount: Ratio?) -> Inline {
    .money(amount.flatMap { try? Money(rounding: $0, currency: currency, rule: .halfUp) })
  }

  private var sentences: [Inline] {
    var lines: [Inline] = [
      "The budget is \(.rate(review.rules.budget)) of \(money(review.basis)): \(money(review.budget)).",
      "Increases by merit come to \(money(sum(\.merit))), of which \(money(sum(\.lumpSum))) is paid once.",
    ]
    if peopleLeftOut > 0 {
      lines.append(
        "That is the pay of \(.number(review.awards.count)) of \(.number(review.awards.count + peopleLeftOut)) people; the others are in no figure."
      )
    }
    if review.matrix.arePercentages { lines.append(asWritten) }
    if review.rules.raisesToMinimum {
      lines.append("To bring people to their minimum takes \(money(sum(\.toMinimum))) of it.")
    }
    if review.unspent != .zero {
      lines.append(
        "\(money(review.unspent)) of the budget is left, less than a step of the increases.")
    }
    if let thousandth = try? Ratio(1, over: 1000),
      let rounded = review.cost(roundingCellsTo: thousandth),
      let over = try? rounded - review.budget, over != .zero, review.rules.atMaximum != .cap
    {
      lines.append(
        "With the cells of the matrix rounded to 0.1% it would be \(money(rounded)), which misses the budget."
      )
    }
    return lines
  }

  /// What the percentages of the matrix come to as they are; by payroll, because by heads they would be
  /// right only where all cells are paid the same.
  private var asWritten: Inline {
    guard let rest = try? review.budget - review.unscaledCost, rest != .zero else {
      return "The matrix as it is written comes to the budget."
    }
    return .zero < rest
      ? "The matrix as it is written comes to \(money(review.unscaledCost)), which is \(money(rest)) less than the budget."
      : "The matrix as it is written comes to \(money(review.unscaledCost)), which is \(money(-rest)) more than the budget."
  }

  private var fitting: Inline {
    switch review.rules.fit {
    case .factor:
      "All cells of the matrix are multiplied by the factor \(.number(review.solution, places: 8)), which spends the budget exactly; cells in which the matrix has 0 stay there."
    case .points:
      "To all cells of the matrix, those of 0 too, \(.percentage(review.solution, places: 6, sign: .always)) of pay is added, down to 0, which spends the budget exactly."
    }
  }

  private var notes: [Inline] {
    var notes: [Inline] = [
      fitting,
      "Increases are in whole steps: the exact ones are rounded down, and those with the largest remainders get one step more.",
    ]
    switch review.matrix.position {
    case .compaRatio:
      notes.append("Zones are of the compa-ratio before the increase, from their lower end on.")
    case .penetration:
      notes.append("Zones are of the penetration before the increase, from their lower end on.")
    }
    switch review.rules.atMaximum {
    case .exceed: notes.append("Increases may lead above the maximum of the range.")
    case .lumpSum:
      notes.append("Base pay rises to the maximum, and the rest is paid once, out of the budget.")
    case .cap: notes.append("Increases end at the maximum, and the others share what is left.")
    }
    if review.rules.proration != nil {
      notes.append(
        "The budget and the increases are for the part of the period that people are there.")
    }
    if !comparisons.isEmpty { notes.append(GroupComparison.reading) }
    let onLeave = review.awards.count { $0.standing.employee.isOnProtectedLeave }
    if onLeave > 0 {
      notes.append(
        "\(onLeave) people on protected leave are eligible with the whole increase, whatever day they have."
      )
    }
    return notes
  }
}
