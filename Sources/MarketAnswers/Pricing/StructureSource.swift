public import Amounts
internal import Answers
internal import Findings
internal import MarketFiles
public import MarketPricing
internal import Statistics
internal import Tables

/// Where the ranges of a pay structure come from.
public struct StructureSource: Hashable, Sendable {
  /// A first midpoint, from which the others follow.
  public struct Ladder: Hashable, Sendable {
    /// The first midpoint.
    public var midpoint: Ratio
    /// How much each is above the one before, as a fraction.
    public var progression: Ratio
    /// How many grades there are.
    public var count: Int

    /// Creates a ladder of midpoints.
    public init(from midpoint: Ratio, progression: Ratio, count: Int) {
      self.midpoint = midpoint
      self.progression = progression
      self.count = count
    }
  }

  /// A file with grades: whole ranges, midpoints, or points at which the pay line is read.
  public var grades: String?
  /// A file with priced jobs, through which the pay line goes.
  public var benchmarks: String?
  /// Midpoints that follow from the first.
  public var ladder: Ladder?
  /// Maximum over minimum, less 1, of grades that say none of their own.
  public var spread: Ratio?
  /// What the pay line is straight in.
  public var scale: PayLine.Scale = .logarithm
  /// How the organisation pays, over the market.
  public var policy: Ratio = .one
  /// The steps that ranges are rounded to.
  public var rounding: RangeRounding = RangeRounding()
  /// The currency of the files; nil for the one that they name or their language
  /// points to, and else for dollars.
  public var currency: Currency?

  /// Creates a source without anything.
  public init() {}

  /// A structure, and what it was made of.
  struct Built {
    var structure: PayStructure
    var line: PayLine?
    var jobs: [Benchmarks.Job]
    /// Whether a file or a setting says the currency.
    var namesCurrency: Bool
  }

  /// Reads or makes the structure.
  ///
  /// - Throws: `.usage` for settings that make no structure, `.badData` for what is wrong in the files.
  func build(_ tables: TableOptions, _ reading: inout Reading) throws(InputFailure) -> Built {
    let table = try grades.map { (path) throws(InputFailure) in
      let table = try GradeTable(path: path, tables)
      try reading.addWhole(path, table.account, table.findings)
      return table
    }
    let market = try benchmarks.map { (path) throws(InputFailure) in
      let market = try Benchmarks(path: path, tables)
      try reading.addWhole(path, market.account, market.findings)
      return market
    }
    let named = [table?.currency, market?.currency, currency].compactMap(\.self)
    if let first = named.first, let other = named.first(where: { $0 != first }) {
      throw Obstacle.currencies(first, other).failure
    }
    if let table, table.grades.allSatisfy({ $0.range != nil }), let idle = settingOfRanges {
      throw Obstacle.wholeRanges(idle).failure
    }
    let jobs = market?.jobs ?? []
    let line = try market == nil ? nil : payLine(jobs)
    var grades: [PayGrade] = []
    if let ladder {
      guard table == nil, market == nil else { throw Obstacle.twoSources.failure }
      grades = try self.grades(of: ladder)
    } else if let table {
      for row in table.grades { grades.append(try grade(row, line)) }
    } else if let line {
      grades = try self.grades(of: jobs, line)
    } else {
      throw Obstacle.noSource.failure
    }
    let pointed = table?.pointedCurrency ?? market?.pointedCurrency
    return Built(
      structure: PayStructure(grades, in: named.first ?? pointed ?? .usd), line: line, jobs: jobs,
      namesCurrency: !named.isEmpty)
  }

  /// A setting that says how ranges are made, and changes none that are read as a whole.
  private var settingOfRanges: Parameter? {
    if spread != nil { return .spread }
    if rounding.midpoint != nil { return .roundMidpoint }
    return rounding.minimum != nil ? .roundMinimum : nil
  }

  private func payLine(_ jobs: [Benchmarks.Job]) throws(InputFailure) -> PayLine {
    var points: [PayLine.Job] = []
    for job in jobs {
      guard let at = job.points else { throw Obstacle.noPoints(job.job).failure }
      points.append((at.doubleValue, job.market.doubleValue))
    }
    do throws(RegressionFailure) {
      return try PayLine(points, scale)
    } catch {
      throw Obstacle.regression(error).failure
    }
  }

  private func grades(of ladder: Ladder) throws(InputFailure) -> [PayGrade] {
    let spread = try spread(nil)
    return try exactly { () throws(ArithmeticFailure) in
      try PayStructure.midpoints(
        from: ladder.midpoint, progression: ladder.progression, count: ladder.count
      ).enumerated().map { (index, midpoint) throws(ArithmeticFailure) in
        PayGrade("\(index + 1)", try PayRange(midpoint: midpoint, spread: spread, rounding))
      }
    }
  }

  /// The grades from the lowest of the jobs to the highest, where those have numbers.
  private func grades(of jobs: [Benchmarks.Job], _ line: PayLine) throws(InputFailure) -> [PayGrade]
  {
    let numbers = jobs.compactMap { $0.grade.flatMap { Int($0) } }
    guard numbers.count == jobs.count, let first = numbers.min(), let last = numbers.max(),
      last - first < 100
    else { throw Obstacle.noGrades.failure }
    let spread = try spread(nil)
    return try exactly { () throws(ArithmeticFailure) in
      try (first...last).map { (number) throws(ArithmeticFailure) in
        let midpoint = try line.midpoint(at: Ratio(number), policy: policy)
        return PayGrade(
          "\(number)", points: Ratio(number),
          try PayRange(midpoint: midpoint, spread: spread, rounding))
      }
    }
  }

  private func grade(_ row: GradeTable.Grade, _ line: PayLine?) throws(InputFailure) -> PayGrade {
    if let range = row.range { return PayGrade(row.name, points: row.points, range) }
    let points = row.points ?? Ratio(decimal: row.name)
    let spread = try spread(row)
    if let midpoint = row.midpoint {
      return try exactly { () throws(ArithmeticFailure) in
        PayGrade(
          row.name, points: row.points, try PayRange(midpoint: midpoint, spread: spread, rounding))
      }
    }
    guard let line, let points else { throw Obstacle.bareGrade(row).failure }
    return try exactly { () throws(ArithmeticFailure) in
      PayGrade(
        row.name, points: points,
        try PayRange(
          midpoint: try line.midpoint(at: points, policy: policy), spread: spread, rounding))
    }
  }

  private func spread(_ row: GradeTable.Grade?) throws(InputFailure) -> Ratio {
    guard let spread = row?.spread ?? spread, .zero < spread else {
      throw Obstacle.noSpread(row).failure
    }
    return spread
  }

  private func exactly<Value>(
    _ body: () throws(ArithmeticFailure) -> Value
  ) throws(InputFailure) -> Value {
    do throws(ArithmeticFailure) {
      return try body()
    } catch {
      throw Obstacle.arithmetic.failure
    }
  }
}

extension StructureSource {
  /// Why there is no structure.
  enum Obstacle {
    /// Nothing says what ranges are made of.
    case noSource
    /// A ladder of midpoints stands beside files.
    case twoSources
    /// All ranges are read, so that a setting of how they are made changes nothing.
    case wholeRanges(Parameter)
    /// A grade, or all of them, have no spread.
    case noSpread(GradeTable.Grade?)
    /// A grade has neither a range nor a midpoint, nor points on a pay line.
    case bareGrade(GradeTable.Grade)
    /// A job has no points and no grade with a number.
    case noPoints(String)
    /// The grades of the jobs are no numbers, so that nothing says which there are.
    case noGrades
    /// The line cannot be fitted.
    case regression(RegressionFailure)
    /// Files are in different currencies.
    case currencies(Currency, Currency)
    /// A number has no exact representation.
    case arithmetic

    /// The failure of the question.
    var failure: InputFailure {
      switch self {
      case .noSource:
        InputFailure(
          .grades, "ranges.no-source", "nothing says what the ranges are",
          remedy:
            "give \(.parameter(.grades, "FILE")), a file of priced jobs, or \(.parameter(.midpoint)) with \(.parameter(.progression)) and \(.parameter(.count))"
        )
      case .twoSources:
        InputFailure(
          .midpoint, "setting.both", "the ranges are made of midpoints and read from a file",
          remedy: "leave one of them out")
      case .wholeRanges(let parameter):
        InputFailure(
          parameter, "setting.both", "the file has a minimum and a maximum for each grade",
          remedy: "leave one of them out")
      case .noSpread(let row?):
        InputFailure(
          .badData,
          Finding(
            "ranges.no-spread", at: row.place, "the grade \"\(row.name)\" has no spread",
            remedy: "add a column spread, or say \(.parameter(.spread, "50%"))"))
      case .noSpread(nil):
        InputFailure(
          .spread, "ranges.no-spread", "nothing says how wide the ranges are",
          remedy: "say \(.parameter(.spread, "50%"))")
      case .bareGrade(let row):
        InputFailure(
          .badData,
          Finding(
            "ranges.bare-grade", at: row.place,
            "the grade \"\(row.name)\" has neither a range nor a midpoint",
            remedy: "give it one, or points and a file of priced jobs"))
      case .noPoints(let job):
        InputFailure(
          .grades, "ranges.no-points",
          "the job \"\(job)\" has neither points nor a grade with a number",
          remedy: "add a column points to the priced jobs")
      case .noGrades:
        InputFailure(
          .grades, "ranges.no-grades", "the priced jobs do not say which grades there are",
          remedy: "name the grades with their points: \(.parameter(.grades, "FILE"))")
      case .regression(let failure):
        InputFailure(.grades, "ranges.no-line", "there is no pay line: \(failure.words)")
      case .currencies(let first, let other):
        InputFailure(
          .currency, "ranges.currencies",
          "one file is in \(first.code) and another in \(other.code)",
          remedy: "bring them into one currency first")
      case .arithmetic:
        InputFailure(
          .grades, "ranges.arithmetic", "a range has more digits than can be held")
      }
    }
  }
}

extension Reading {
  /// Adds a file of which every row counts, and what was found in it.
  ///
  /// - Throws: `.badData` where a row was refused: payroll, budget and pay line would be other ones.
  mutating func addWhole(
    _ path: String, _ account: TableAccount, _ log: FindingLog
  ) throws(InputFailure) {
    if account.refused > 0 { throw InputFailure(.badData, log) }
    inputs.append(InputDescription(path: path, account))
    findings.add(log)
  }
}
