public import Amounts
public import Answers
public import Findings
internal import MarketFiles
public import MarketPricing
public import Tables

/// Increases by performance and place in the range that spend a budget exactly.
public struct MeritQuestion: Question, Hashable {
  /// The file with the people.
  public var people: String
  /// The ranges.
  public var source: StructureSource
  /// The file with the matrix.
  public var matrix: String
  /// What the zones of the matrix are of.
  public var position: MeritMatrix.Position = .compaRatio
  /// The budget as a fraction of the payroll.
  public var budget: Ratio
  /// How the cells of the matrix are brought to the budget.
  public var fit: MeritRules.Fit = .factor
  /// What becomes of an increase that leads above the maximum.
  public var atMaximum: MeritRules.AtMaximum = .exceed
  /// Whether everybody is brought to the minimum first.
  public var raisesToMinimum: Bool = false
  /// The period for which an increase is whole.
  public var proration: Proration?
  /// The step of increases; nil for the minor unit of the currency.
  public var step: Ratio?
  /// The columns whose groups are compared before and after.
  public var groups: [String] = []
  /// How the files are read.
  public var tables: TableOptions

  /// Creates a question.
  public init(
    of people: String, in source: StructureSource, matrix: String, budget: Ratio,
    tables: TableOptions = TableOptions()
  ) {
    self.people = people
    self.source = source
    self.matrix = matrix
    self.budget = budget
    self.tables = tables
  }

  /// Reads the files and spends the budget.
  ///
  /// - Throws: `.usage` for settings that make no sense, `.badData` for what is wrong in the files, and
  ///   where no factor spends the budget.
  public func answer() throws(InputFailure) -> Reply<MeritIncreases> {
    guard budget <= .one else {
      throw InputFailure(
        .budget, "merit.budget",
        "a budget of \(.percentage(budget, places: 0)) is more than all pay",
        remedy: "write the percentage of pay that is spent, such as \(.parameter(.budget, "3.5%"))")
    }
    var reading = Reading()
    let built = try source.build(tables, &reading)
    let (matrix, found) = try MeritMatrix.read(path: matrix, by: position, tables)
    reading.inputs.append(InputDescription(path: self.matrix))
    reading.findings.add(found)
    if let (higher, lower, zone) = matrix.inversion {
      reading.findings.add(
        Finding(
          "merit.inversion", .warning, at: Place(file: self.matrix),
          "the rating \"\(higher)\" gets less than \"\(lower)\" in the zone from \(.percentage(matrix.zones[zone], places: 0))",
          remedy: "look whether two cells were exchanged"))
    }
    let (review, leftOut) = try RangeReview.read(people, groups, in: built, tables, &reading)
    if proration != nil,
      let person = review.standings.first(where: {
        $0.employee.eligibleFrom == nil && !$0.employee.isOnProtectedLeave
      })
    {
      reading.findings.add(
        Finding(
          "merit.no-day", .warning, at: Place(file: people),
          "\"\(person.employee.id)\" and others without a day count for the whole period",
          remedy: "add a column eligible_from"))
    }
    let currency = built.structure.currency
    let cent = (try? Ratio(1, over: Int128(currency.minorUnitsPerMajor))) ?? .one
    var rules = MeritRules(budget: budget, step: step ?? cent)
    rules.fit = fit
    rules.atMaximum = atMaximum
    rules.raisesToMinimum = raisesToMinimum
    rules.proration = proration
    do throws(MeritReview.Obstacle) {
      let spent = try MeritReview(review, matrix, rules)
      if let award = spent.raisedFromZero.first {
        reading.findings.add(
          Finding(
            "merit.zero-cells", .warning, at: Place(file: self.matrix),
            "\(spent.raisedFromZero.count) people in cells of 0 get the points too, such as \"\(award.standing.employee.id)\"",
            remedy: "multiply the cells, which leaves 0 where it is, or leave these people out"))
      }
      return Reply(
        MeritIncreases(
          spent, leftOut: leftOut, currency: currency, groups: groups,
          remarks: reading.findings.remarks),
        inputs: reading.inputs, findings: reading.findings)
    } catch {
      throw failure(error, currency, review, matrix)
    }
  }

  private func failure(
    _ obstacle: MeritReview.Obstacle, _ currency: Currency, _ review: RangeReview,
    _ cells: MeritMatrix
  ) -> InputFailure {
    func amount(_ ratio: Ratio) -> Inline {
      .money(try? Money(rounding: ratio, currency: currency, rule: .halfUp))
    }
    switch obstacle {
    case .rating:
      let others = review.standings.map(\.employee).filter { person in
        cells.cell(person.rating ?? "", zone: 0) == nil
      }
      let ratings = Dictionary(grouping: others) { $0.rating ?? "" }.sorted { $0.key < $1.key }
      let list: [Inline] = ratings.map { "\"\($0.key)\" of \"\($0.value[0].id)\"" }
      return InputFailure(
        .badData,
        Finding(
          "merit.rating", at: Place(file: people),
          "\(.number(others.count)) people have ratings that are not in the matrix: \(list.joined(separator: ", "))",
          remedy: "add it to the matrix, with 0 in each zone for no increase"))
    case .proportions:
      return InputFailure(
        .badData,
        Finding(
          "merit.proportions", at: Place(file: matrix),
          "percentage points are added to percentages, and the cells are plain numbers",
          remedy: "write the cells as percentages of pay, such as 3%"))
    case .minimumsCost(let cost, let budget):
      return InputFailure(
        .budget, "merit.minimums",
        "to bring everybody to the minimum costs \(amount(cost)), and the budget is \(amount(budget))",
        remedy: "raise the budget, or bring people to the minimum out of another one")
    case .nothingToScale:
      return InputFailure(
        .badData,
        Finding(
          "merit.nothing", at: Place(file: matrix),
          "nobody is in a cell of the matrix that is above 0"))
    case .noRoom(let room, let budget):
      return InputFailure(
        .budget, "merit.no-room",
        "below the maximums there is room for \(amount(room)), and \(amount(budget)) is to be spent",
        remedy: "lower the budget, or pay the rest as lump sums")
    case .arithmetic:
      return InputFailure(
        .budget, "ranges.arithmetic", "a range has more digits than can be held")
    }
  }
}
