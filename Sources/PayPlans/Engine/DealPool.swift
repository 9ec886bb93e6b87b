internal import Amounts

/// The deals that a component pays together: those of a period, or of the year so far.
struct DealPool {
  /// A deal whose cancellation is still to come.
  struct Waiting {
    var cancellation: Cancellation
    var stretch: Standing.Stretch
    /// The period in which it closed; nil where deals are paid alone.
    var period: Int?
    /// The last day of that period where it is paid as one line: until then nothing is due.
    var unpaidUntil: CalendarDate?
  }

  /// The number of its first period, by which its lines are known as its own.
  var number: Int = 0
  var standing: Standing = Standing()
  /// What lines have paid, less what was taken back, in minor units.
  var netted: Int64 = 0
  /// What the curve pays without credit, which waits for the end of the period.
  var held: Int64 = 0
  /// By day, then by deal.
  private(set) var waiting: [Waiting] = []
  /// Kept where something depends on whose the pay is: when a deal of the pool is cancelled.
  var tracking: Tracking?

  mutating func wait(for deal: Waiting) {
    let key = (deal.cancellation.date, deal.cancellation.order)
    let index =
      waiting.firstIndex { key < ($0.cancellation.date, $0.cancellation.order) } ?? waiting.count
    waiting.insert(deal, at: index)
  }

  /// Removes and returns the first deal that is cancelled before a day; nil for the end of time.
  mutating func nextCancelled(before date: CalendarDate?) -> Waiting? {
    guard let first = waiting.first, date.map({ first.cancellation.date < $0 }) ?? true else {
      return nil
    }
    return waiting.removeFirst()
  }
}

extension DealPool {
  /// What each deal stands at, and what it was paid.
  struct Tracking {
    /// What a deal that keeps a part of its pay was worth, and by which lines it came to it.
    fileprivate struct Growth {
      var value: Ratio = .zero
      var parts: [(row: Int, value: Ratio)] = []
    }

    let currency: Currency
    /// The deals in their order.
    fileprivate var stretches: [Standing.Stretch] = []
    fileprivate var indices: [Int: Int] = [:]
    /// The last state from which all deals were worked out; while it is the same, they stand as they did.
    fileprivate var rates: Rates?
    fileprivate var growth: [Int: Growth] = [:]
    var holdings: DealHoldings = DealHoldings()

    init(_ currency: Currency) { self.currency = currency }

    fileprivate func standing(
      _ row: Int, _ value: Ratio
    ) throws(ArithmeticFailure) -> DealHoldings.DealStanding {
      DealHoldings.DealStanding(
        row: row,
        minorUnits: try Money(rounding: value, currency: currency, rule: .down).minorUnits)
    }
  }

  /// What, beside a deal itself, decides what it stands at.
  fileprivate struct Rates: Hashable {
    var period: Int?
    var piece: Int
    var isDue: Bool
  }

  /// Adds a deal to those that are tracked.
  mutating func track(_ stretch: Standing.Stretch, growing: Bool) {
    guard let row = stretch.row, let count = tracking?.stretches.count else { return }
    tracking?.stretches.append(stretch)
    tracking?.indices[row] = count
    if growing { tracking?.growth[row] = Tracking.Growth() }
  }

  /// Returns what deals stand at since it was last asked: one of them, or all when the rates changed.
  mutating func standings(
    of row: Int?, period: Int?, _ pricing: PeriodPricing
  ) throws(ArithmeticFailure) -> [DealHoldings.DealStanding] {
    guard let tracking else { return [] }
    let rates = Rates(
      period: period, piece: pricing.curve.pieceIndex(at: standing.highest),
      isDue: pricing.isDue(at: standing.highest))
    self.tracking?.rates = rates
    if rates == tracking.rates, pricing.steps.isEmpty {
      guard let row, let index = tracking.indices[row] else { return [] }
      return [try tracking.standing(row, standing.standing(of: tracking.stretches[index], pricing))]
    }
    var changed: [DealHoldings.DealStanding] = []
    var sum = Ratio.zero
    var before: Int64 = 0
    for stretch in tracking.stretches {
      guard let row = stretch.row else { continue }
      let value = try standing.standing(of: stretch, pricing)
      if pricing.steps.isEmpty {
        changed.append(try tracking.standing(row, value))
      } else {
        // After gates and multipliers deals have no pay of their own: each stands at what it adds.
        sum = try sum + value
        var total = try tracking.standing(row, pricing.pay(for: sum))
        (total.minorUnits, before) = (total.minorUnits - before, total.minorUnits)
        changed.append(total)
      }
    }
    return changed
  }

  /// Notes by which line deals grew that will keep a part of their pay.
  mutating func grow(by row: Int, _ pricing: PeriodPricing) throws(ArithmeticFailure) {
    for (deal, growth) in tracking?.growth ?? [:] {
      guard let index = tracking?.indices[deal], let stretch = tracking?.stretches[index] else {
        continue
      }
      let value = try standing.value(of: stretch, pricing)
      if value == growth.value { continue }
      tracking?.growth[deal]?.parts.append((row, try value - growth.value))
      tracking?.growth[deal]?.value = value
    }
  }

  /// Returns what of a deal's own value is not due at the end of a day, before caps.
  func notDue(
    of row: Int, on date: CalendarDate, _ source: some CreditSource
  ) throws(ArithmeticFailure) -> Ratio {
    var sum = Ratio.zero
    for part in tracking?.growth[row]?.parts ?? [] {
      for share in try source.dueShares(of: part.row) where share.day.map({ date < $0 }) ?? true {
        sum = try sum + part.value * share.share
      }
    }
    return sum
  }
}
