public import Amounts

/// How a merit budget is spent.
public struct MeritRules: Hashable, Sendable {
  /// What becomes of an increase that leads above the maximum of the range.
  public enum AtMaximum: String, Hashable, Sendable, CaseIterable {
    /// It is paid into base pay.
    case exceed
    /// Base pay rises to the maximum, and the rest is paid once; it is charged to the budget.
    case lumpSum = "lump-sum"
    /// It ends at the maximum, and the others share what is left.
    case cap
  }

  /// How the cells of a matrix are brought to the budget.
  public enum Fit: String, Hashable, Sendable, CaseIterable {
    /// All are multiplied by one factor, so that those of 0 stay there.
    case factor
    /// One number of percentage points is added to all, those of 0 too, down to 0.
    case points
  }

  /// The budget as a fraction of the payroll.
  public var budget: Ratio
  /// How the cells are brought to it.
  public var fit: Fit = .factor
  /// What happens at the maximum.
  public var atMaximum: AtMaximum = .exceed
  /// Whether everybody is brought to the minimum first, out of the budget.
  public var raisesToMinimum: Bool = false
  /// The period for which an increase is whole; nil gives everybody the whole one.
  public var proration: Proration?
  /// The step that increases are paid in, such as a cent.
  public var step: Ratio

  /// Creates rules.
  public init(budget: Ratio, step: Ratio) {
    self.budget = budget
    self.step = step
  }
}

/// Increases that spend a budget exactly.
///
/// All cells of the matrix are multiplied by one factor k, of which Σ pay × part of the period × cell × k is the
/// budget; or one number d is added to them, of which Σ pay × part × max(0, cell + d) is. Both are exact.
/// Rounding the cells instead of the increases misses the budget.
public struct MeritReview: Hashable, Sendable {
  /// What one person gets.
  public struct Award: Hashable, Sendable {
    /// The person in the range.
    public let standing: RangeStanding
    /// The index of the zone of the matrix.
    public let zone: Int
    /// The part of the period that the increase is for.
    public let part: Ratio
    /// What leads to the minimum of the range, before merit.
    public let toMinimum: Ratio
    /// The increase by merit, base and lump sum.
    public let merit: Ratio
    /// What is paid once.
    public let lumpSum: Ratio

    /// The pay for a year from then on.
    public var newPay: Ratio {
      (try? standing.employee.pay + toMinimum + merit - lumpSum) ?? standing.employee.pay
    }

    /// The person with the new pay.
    public var newStanding: RangeStanding {
      var employee = standing.employee
      employee.pay = newPay
      return RangeStanding(employee: employee, grade: standing.grade)
    }
  }

  /// Why no factor spends the budget.
  public enum Obstacle: Error, Hashable, Sendable {
    /// A rating that the matrix does not have, or none.
    case rating(GradedEmployee)
    /// Points are to be added to mere proportions.
    case proportions
    /// Bringing everybody to the minimum costs more than the budget.
    case minimumsCost(Ratio, budget: Ratio)
    /// No cell with somebody in it is above 0.
    case nothingToScale
    /// The ranges have room for less than the budget.
    case noRoom(Ratio, budget: Ratio)
    /// A number has no exact representation.
    case arithmetic(ArithmeticFailure)
  }

  /// The matrix as given.
  public let matrix: MeritMatrix
  /// The rules.
  public let rules: MeritRules
  /// The pay that the budget is a fraction of: each person's for the part of the period.
  public let basis: Ratio
  /// The budget, in whole steps, rounded down.
  public let budget: Ratio
  /// What the cells of the matrix as given come to.
  public let unscaledCost: Ratio
  /// What all cells are multiplied by, or what is added to them.
  public let solution: Ratio
  /// What each person gets, in the order given.
  public let awards: [Award]

  /// Spends the budget.
  ///
  /// - Complexity: O(n log n).
  public init(
    _ people: RangeReview, _ matrix: MeritMatrix, _ rules: MeritRules
  ) throws(Obstacle) {
    guard rules.fit == .factor || matrix.arePercentages else { throw .proportions }
    self.matrix = matrix
    self.rules = rules
    var shares: [Share] = []
    for standing in people.standings { shares.append(try Share(standing, matrix, rules)) }
    let fund = try Fund(for: shares, rules)
    basis = fund.basis
    budget = fund.budget
    unscaledCost = fund.unscaledCost
    do throws(ArithmeticFailure) {
      solution = try fund.solution(shares)
      awards = try Self.awards(shares, fund.pool, solution, rules)
    } catch {
      throw .arithmetic(error)
    }
  }

  /// What is left of the budget: less than a step for each person, where ranges end between two.
  public var unspent: Ratio {
    (try? budget
      - awards.map { (award) throws(ArithmeticFailure) in
        try award.merit + award.toMinimum
      }.sum()) ?? .zero
  }

  /// The increase of a cell, as a fraction of pay.
  public func increase(_ rating: String, zone: Int) -> Ratio? {
    matrix.cell(rating, zone: zone).flatMap { cell in
      switch rules.fit {
      case .factor: try? cell * solution
      case .points: try? max(.zero, cell + solution)
      }
    }
  }

  /// The people in cells that the matrix has 0 in, and who get points all the same.
  public var raisedFromZero: [Award] {
    guard rules.fit == .points, .zero < solution else { return [] }
    return awards.filter { award in
      matrix.cell(award.standing.employee.rating ?? "", zone: award.zone) == .zero
        && .zero < award.merit
    }
  }

  /// Returns what the increases come to when the cells are rounded to a step first, such as 1/1000.
  public func cost(roundingCellsTo step: Ratio) -> Ratio? {
    try? awards.map { (award) throws(ArithmeticFailure) in
      let cell = try (increase(award.standing.employee.rating ?? "", zone: award.zone) ?? .zero)
        .rounded(toMultipleOf: step)
      return try award.standing.employee.pay * cell * award.part
    }.sum()
  }

  /// Splits the pool in whole steps: each gets the steps that fit into the exact amount, and those with
  /// the largest remainders one more; of equals the first.
  private static func awards(
    _ shares: [Share], _ pool: Ratio, _ solution: Ratio, _ rules: MeritRules
  ) throws(ArithmeticFailure) -> [Award] {
    var parts: [(steps: Ratio, rest: Ratio)] = []
    for share in shares {
      let exact = try share.award(solution) / rules.step
      let steps = exact.rounded(.down)
      parts.append((steps, try exact - steps))
    }
    var left = try (pool / rules.step).rounded(.down) - parts.map(\.steps).sum()
    let order = parts.indices.sorted { (parts[$1].rest, $0) < (parts[$0].rest, $1) }
    for index in order where .zero < left {
      let steps = try parts[index].steps + .one
      let merit = try steps * rules.step
      let isCapped = shares[index].ceiling.map { $0 < merit } ?? false
      // Whose increase is 0 gets no step of it.
      guard try .zero < parts[index].steps + parts[index].rest, !isCapped else { continue }
      parts[index].steps = steps
      left = try left - .one
    }
    var awards: [Award] = []
    for (share, part) in zip(shares, parts) {
      let merit = try part.steps * rules.step
      let lumpSum = try rules.atMaximum == .lumpSum ? max(.zero, merit - share.room) : .zero
      awards.append(
        Award(
          standing: share.standing, zone: share.zone, part: share.part,
          toMinimum: share.toMinimum, merit: merit, lumpSum: lumpSum))
    }
    return awards
  }

  /// What a person has to do with the pool: an increase that is a line of the solution, from 0 on and, with a
  /// cap, up to the maximum.
  private struct Share {
    let standing: RangeStanding
    let zone: Int
    let part: Ratio
    let toMinimum: Ratio
    /// Pay × part, of which the budget is a fraction.
    let basis: Ratio
    /// Pay × part × cell.
    let cost: Ratio
    /// What pay can rise to the maximum, after it was brought to the minimum.
    let room: Ratio
    /// What the increase ends at; nil where it does not.
    let ceiling: Ratio?
    /// The solution up to which the increase is 0.
    let start: Ratio
    /// What the increase rises by from there on.
    let slope: Ratio

    init(
      _ standing: RangeStanding, _ matrix: MeritMatrix, _ rules: MeritRules
    ) throws(Obstacle) {
      let employee = standing.employee
      guard let rating = employee.rating, let zone = matrix.zone(of: standing),
        let cell = matrix.cell(rating, zone: zone)
      else { throw .rating(employee) }
      self.standing = standing
      self.zone = zone
      toMinimum = rules.raisesToMinimum ? standing.toMinimum : .zero
      do throws(ArithmeticFailure) {
        if let proration = rules.proration, let day = employee.eligibleFrom,
          !employee.isOnProtectedLeave
        {
          part = try proration.part(since: day)
        } else {
          part = .one
        }
        basis = try employee.pay * part
        cost = try basis * cell
        room = try standing.toMaximum(from: employee.pay + toMinimum)
      } catch {
        throw .arithmetic(error)
      }
      ceiling = rules.atMaximum == .cap ? room : nil
      switch rules.fit {
      case .factor: (start, slope) = (.zero, cost)
      case .points: (start, slope) = (-cell, basis)
      }
    }

    func award(_ solution: Ratio) throws(ArithmeticFailure) -> Ratio {
      let award = try max(.zero, slope * (solution - start))
      return ceiling.map { min(award, $0) } ?? award
    }
  }

  /// The money that is spent.
  private struct Fund {
    let basis: Ratio
    let budget: Ratio
    /// The budget without what leads to minimums.
    let pool: Ratio
    let unscaledCost: Ratio

    init(for shares: [Share], _ rules: MeritRules) throws(Obstacle) {
      let minimums: Ratio
      let room: Ratio
      let rising = shares.filter { .zero < $0.slope }
      do throws(ArithmeticFailure) {
        basis = try shares.map(\.basis).sum()
        budget = try (basis * rules.budget / rules.step).rounded(.down) * rules.step
        minimums = try shares.map(\.toMinimum).sum()
        pool = try budget - minimums
        unscaledCost = try shares.map(\.cost).sum()
        room = try rising.map(\.room).sum()
      } catch {
        throw .arithmetic(error)
      }
      guard minimums <= budget else { throw .minimumsCost(minimums, budget: budget) }
      guard !rising.isEmpty else { throw .nothingToScale }
      guard rules.atMaximum != .cap || pool <= room else { throw .noRoom(room, budget: pool) }
    }

    /// The solution that spends the pool.
    ///
    /// What is spent is a line of the solution with a bend where somebody's increase begins or ends. Bend by
    /// bend it is followed until it has spent the pool.
    func solution(_ shares: [Share]) throws(ArithmeticFailure) -> Ratio {
      var bends: [(solution: Ratio, change: Ratio)] = []
      for share in shares where .zero < share.slope {
        bends.append((share.start, share.slope))
        if let ceiling = share.ceiling {
          bends.append((try share.start + ceiling / share.slope, -share.slope))
        }
      }
      bends.sort { $0.solution < $1.solution }
      var (solution, spent, slope) = (bends.first?.solution ?? .zero, Ratio.zero, Ratio.zero)
      for bend in bends {
        let then = try spent + slope * (bend.solution - solution)
        if pool <= then, .zero < slope { break }
        (solution, spent) = (bend.solution, then)
        slope = try slope + bend.change
      }
      return .zero < slope ? try solution + (pool - spent) / slope : solution
    }
  }
}
