internal import Amounts

/// Whose the pay is: what each deal was paid by a component, its own re-rating included, and when it
/// is due. In minor units.
///
/// A payment goes in the order of the deals to those that stand above what they were paid, and the
/// deal of the line takes the rest. What a cancelled deal leaves is handed on in the same way, and
/// keeps its dates.
struct DealHoldings {
  /// A part of a line and the day on which it is due; nil when the day is not known yet.
  struct Instalment {
    let component: Int
    let day: CalendarDate?
    var amount: Int64
    /// Whether its month has it already.
    var isSettled: Bool

    func isDue(on date: CalendarDate) -> Bool { day.map { $0 <= date } ?? false }
  }

  /// What a deal stands at, rounded down.
  struct DealStanding {
    var row: Int
    var minorUnits: Int64
  }

  private struct Part {
    var instalment: Int
    var amount: Int64
  }

  private struct Holding {
    var row: Int
    var stands: Int64 = 0
    var paid: Int64 = 0
    var parts: [Part] = []
    /// Whether it was cancelled and stands at nothing.
    var isGone = false

    /// What it stands above its pay; a single unit is the rounding of its lines.
    var gap: Int64 { stands - paid > 1 ? stands - paid : 0 }
    /// What it was paid above its standing.
    var surplus: Int64 { isGone || paid - stands > 1 ? paid - stands : 0 }
  }

  /// The deals that are paid together, in their order.
  private struct Pool {
    var deals: [Holding] = []
    var indices: [Int: Int] = [:]
    /// Whether a deal may stand above its pay, so that a line has to look for it.
    var mayHaveGaps = false
    /// The cancelled deals that kept a part of their pay, which is the pay of others once these stand above
    /// theirs: the year to date does not pay them again.
    var keepers: [Int] = []
    /// What its lines come to before the yearly cap: its deals together are worth no more.
    var worth: Int64 = 0

    /// What its deals can still be given of the pay of others.
    var room: Int64 { max(0, worth - deals.reduce(0) { $0 + $1.paid }) }

    mutating func index(of row: Int) -> Int {
      if let index = indices[row] { return index }
      indices[row] = deals.count
      deals.append(Holding(row: row))
      return deals.count - 1
    }
  }

  /// Which deals are paid together.
  struct PoolKey: Hashable {
    var component: Int
    var pool: Int
  }

  /// All parts of all lines, less what lapsed of them.
  private(set) var schedule: [Instalment] = []
  /// What lapsed of each deal's parts.
  private(set) var lapsed: [HoldKey: Int64] = [:]
  private var pools: [PoolKey: Pool] = [:]
  private var order: [PoolKey] = []

  private func holding(_ row: Int, of key: PoolKey) -> Holding? {
    pools[key].flatMap { pool in pool.indices[row].map { pool.deals[$0] } }
  }

  /// What a deal was paid, due or not.
  func paid(_ row: Int, of key: PoolKey) -> Int64 { holding(row, of: key)?.paid ?? 0 }

  /// What of it is not due by the end of a day.
  func notDue(_ row: Int, of key: PoolKey, on date: CalendarDate) -> Int64 {
    (holding(row, of: key)?.parts ?? []).reduce(0) {
      $0 + (schedule[$1.instalment].isDue(on: date) ? 0 : $1.amount)
    }
  }

  private mutating func change(_ key: PoolKey, _ body: (inout Pool) -> Void) {
    if pools[key] == nil { order.append(key) }
    body(&pools[key, default: Pool()])
  }

  /// Notes what deals stand at from a line on.
  private mutating func update(by line: PayLine) {
    let standings = line.standings
    if standings.isEmpty { return }
    change(line.poolKey) { pool in
      for standing in standings {
        let index = pool.index(of: standing.row)
        pool.deals[index].stands = standing.minorUnits
        if standing.row != line.row, pool.deals[index].gap > 0 { pool.mayHaveGaps = true }
      }
    }
  }

  /// Pays a line in its shares; one of no deal goes to the last deal as far as no other takes it.
  mutating func pay(
    _ line: PayLine, shares: [DueShare], rounding: RoundingRule,
    settledUntil day: CalendarDate? = nil
  ) throws(ArithmeticFailure) {
    update(by: line)
    let key = line.poolKey
    change(key) {
      $0.worth += line.pay + line.cut
      if let row = line.row { _ = $0.index(of: row) }
    }
    let own =
      line.row.flatMap { pools[key]?.indices[$0] }
      ?? pools[key].flatMap { $0.deals.lastIndex { !$0.isGone } ?? $0.deals.indices.last }
    var parts = try shares.parts(of: line.pay, rounding)
    for taker in takers(of: line.pay, in: key, besides: own) {
      for (share, piece) in try shares.parts(of: taker.amount, rounding).enumerated() {
        parts[share] -= piece
        add(piece, to: taker.index, key, shares[share].day, settledUntil: day)
      }
    }
    for (share, part) in zip(shares, parts) {
      add(part, to: own, key, share.day, settledUntil: day)
    }
    for keeper in pools[key]?.keepers ?? [] { handOn(from: (key, keeper), to: key) { $0.gap } }
    if let own, pools[key].map({ $0.deals[own].gap > 0 }) ?? false {
      pools[key]?.mayHaveGaps = true
    }
  }

  /// Returns which deals stand above their pay and how much of an amount they take, in their order.
  private mutating func takers(
    of amount: Int64, in key: PoolKey, besides own: Int?
  ) -> [(index: Int, amount: Int64)] {
    guard let pool = pools[key], pool.mayHaveGaps else { return [] }
    var takers: [(index: Int, amount: Int64)] = []
    var rest = amount
    for index in pool.deals.indices where index != own && rest > 0 && pool.deals[index].gap > 0 {
      takers.append((index, min(pool.deals[index].gap, rest)))
      rest -= min(pool.deals[index].gap, rest)
    }
    // What is left over means that nobody stood above it any longer, but the deal of the line may.
    pools[key]?.mayHaveGaps = rest <= 0
    return takers
  }

  private mutating func add(
    _ amount: Int64, to index: Int?, _ key: PoolKey, _ due: CalendarDate?,
    settledUntil day: CalendarDate?
  ) {
    if let index {
      let part = Part(instalment: schedule.count, amount: amount)
      change(key) {
        $0.deals[index].paid += amount
        $0.deals[index].parts.append(part)
      }
    }
    var part = Instalment(component: key.component, day: due, amount: amount, isSettled: false)
    part.isSettled = day.map { part.isDue(on: $0) } ?? false
    schedule.append(part)
  }

  /// Takes from a cancelled deal what its line falls by, and hands on what it leaves: to deals that are
  /// paid together with it and, where a cap holds over all of them, to the others.
  ///
  /// Its own part that is not due lapses first, without a day before the latest day.
  ///
  /// - Parameters:
  ///   - line: The line of the cancellation.
  ///   - netted: What the component has paid so far, less what fell away.
  ///   - capHoldsOverAll: Whether a cap holds over all components.
  /// - Returns: what lapsed; the rest of the fall was paid and is taken back.
  mutating func take(_ line: PayLine, netted: Int64, capHoldsOverAll: Bool) -> Int64 {
    update(by: line)
    let key = line.poolKey
    change(key) { $0.worth += line.pay + line.cut }
    let others = capHoldsOverAll ? [key] + order.filter { $0 != key } : [key]
    guard let row = line.row, let own = pools[key]?.indices[row],
      var holding = pools[key]?.deals[own]
    else {
      // The deals of a period that is paid as one line are not followed: what falls beyond the pay of
      // the component is with deals of others.
      var (beyond, lapsed) = (max(0, -line.pay - netted), Int64(0))
      takeSurplus(&beyond, of: others, besides: nil, on: line.date, &lapsed)
      return lapsed
    }
    holding.isGone = holding.stands == 0
    var lapsed: Int64 = 0
    var fall = -line.pay
    if holding.isGone {
      // What lowered the pay of others goes with it.
      for index in holding.parts.indices where holding.parts[index].amount < 0 {
        let amount = holding.parts[index].amount
        fall -= amount
        lapsed += remove(amount, at: index, of: &holding, on: line.date)
      }
    }
    fall -= take(fall, from: &holding, on: line.date, &lapsed)
    pools[key]?.deals[own] = holding
    pools[key]?.mayHaveGaps = true
    // A deal that lowered the rates of others, or found no room below a cap, was paid less than it stood
    // at: others hold the rest.
    takeSurplus(&fall, of: others, besides: (key, own), on: line.date, &lapsed)
    // Lines are differences of roundings, so that a unit can be with another deal.
    for index in (pools[key]?.deals.indices ?? 0..<0).reversed() where fall > 0 && index != own {
      guard var other = pools[key]?.deals[index] else { continue }
      fall -= take(fall, from: &other, on: line.date, &lapsed)
      pools[key]?.deals[index] = other
    }
    pools[key]?.deals[own].paid -= fall
    for other in others {
      // The deals of another period stand together at what its cap leaves.
      var room = other == key ? .max : pools[other]?.room ?? 0
      handOn(from: (key, own), to: other) { holding in
        let part = min(holding.gap, room)
        room -= part
        return part
      }
    }
    // What stands at nothing leaves nothing but what it may keep, and units of rounding go to a deal
    // that stands.
    let kept = line.clawback?.kept ?? 0
    if pools[key]?.deals[own].isGone == true {
      if kept > 0 { pools[key]?.keepers.append(own) }
      for other in others {
        handOn(from: (key, own), to: other, keeping: kept) { $0.isGone ? 0 : .max }
      }
    }
    return lapsed
  }

  /// Takes what deals of some pools were paid above their standing, as far as an amount goes.
  private mutating func takeSurplus(
    _ amount: inout Int64, of keys: [PoolKey], besides own: (key: PoolKey, index: Int)?,
    on date: CalendarDate, _ lapsed: inout Int64
  ) {
    for key in keys {
      for index in pools[key]?.deals.indices ?? 0..<0
      where amount > 0 && !(key == own?.key && index == own?.index) {
        guard var other = pools[key]?.deals[index], other.surplus > 0 else { continue }
        amount -= take(min(amount, other.surplus), from: &other, on: date, &lapsed)
        pools[key]?.deals[index] = other
      }
    }
  }

  /// Removes an amount from the parts of a deal, those that are not due first, and returns what it found.
  private mutating func take(
    _ amount: Int64, from holding: inout Holding, on date: CalendarDate, _ lapsed: inout Int64
  ) -> Int64 {
    var rest = amount
    let latestFirst = holding.parts.indices.sorted { left, right in
      let days = [left, right].map { schedule[holding.parts[$0].instalment].day }
      guard let first = days[0] else { return days[1] != nil }
      return days[1].map { $0 < first } ?? false
    }
    for index in latestFirst where rest > 0 && holding.parts[index].amount > 0 {
      let part = min(holding.parts[index].amount, rest)
      lapsed += remove(part, at: index, of: &holding, on: date)
      rest -= part
    }
    return amount - rest
  }

  /// Takes an amount out of one part of a deal, and returns it if it had not been due.
  private mutating func remove(
    _ amount: Int64, at index: Int, of holding: inout Holding, on date: CalendarDate
  ) -> Int64 {
    holding.parts[index].amount -= amount
    holding.paid -= amount
    let instalment = holding.parts[index].instalment
    if schedule[instalment].isDue(on: date) { return 0 }
    schedule[instalment].amount -= amount
    let key = HoldKey(component: schedule[instalment].component, row: holding.row)
    lapsed[key, default: 0] += amount
    return amount
  }

  /// Gives the deals of a pool, each as far as it takes it, what one was paid above its standing and what
  /// it may keep.
  private mutating func handOn(
    from giver: (key: PoolKey, index: Int), to key: PoolKey, keeping kept: Int64 = 0,
    atMost most: (Holding) -> Int64
  ) {
    guard var holding = pools[giver.key]?.deals[giver.index], var deals = pools[key]?.deals else {
      return
    }
    let floor = max(holding.stands, kept)
    pools[key]?.deals = []
    for index in deals.indices
    where floor < holding.paid && (key != giver.key || index != giver.index) {
      var room = min(most(deals[index]), holding.paid - floor)
      for part in holding.parts.indices where room > 0 && holding.parts[part].amount > 0 {
        let amount = min(holding.parts[part].amount, room)
        holding.parts[part].amount -= amount
        holding.paid -= amount
        room -= amount
        deals[index].paid += amount
        deals[index].parts.append(
          Part(instalment: holding.parts[part].instalment, amount: amount))
      }
    }
    pools[key]?.deals = deals
    pools[giver.key]?.deals[giver.index] = holding
  }

  /// Lets a deal's own part that is not due lapse, outside the window of a clawback.
  ///
  /// The deal still stands, so that what lapses counts as paid and is not paid by a later line.
  mutating func lapse(_ line: PayLine) -> Int64 {
    update(by: line)
    let key = line.poolKey
    guard let row = line.row, let own = pools[key]?.indices[row],
      var holding = pools[key]?.deals[own]
    else { return 0 }
    let paid = holding.paid
    var lapsed: Int64 = 0
    for index in holding.parts.indices
    where !schedule[holding.parts[index].instalment].isDue(on: line.date) {
      lapsed += remove(holding.parts[index].amount, at: index, of: &holding, on: line.date)
    }
    holding.paid = paid
    pools[key]?.deals[own] = holding
    return lapsed
  }

  /// Removes a component, to be paid anew as if a deal had never been.
  ///
  /// - Returns: what was due by the end of a day and is in no month yet, and what was not due.
  mutating func removeComponent(
    _ component: Int, on date: CalendarDate
  ) -> (due: [Instalment], notDue: Int64) {
    let indices = schedule.indices.filter { schedule[$0].component == component }
    let parts = indices.map { schedule[$0] }
    for index in indices {
      schedule[index].amount = 0
      schedule[index].isSettled = true
    }
    pools = pools.filter { $0.key.component != component }
    order.removeAll { $0.component == component }
    return (
      parts.filter { $0.isDue(on: date) && !$0.isSettled },
      parts.reduce(0) { $0 + ($1.isDue(on: date) ? 0 : $1.amount) }
    )
  }

  /// What is not due of each deal by the end of a day; nil means that the last day of all is meant.
  ///
  /// What a period paid without a deal is of no row.
  func notDue(on date: CalendarDate?) -> [HoldKey: Int64] {
    func isDue(_ part: Instalment) -> Bool {
      date.map { part.isDue(on: $0) } ?? (part.day != nil)
    }
    var amounts: [HoldKey: Int64] = [:]
    for part in schedule where !part.isSettled && !isDue(part) {
      amounts[HoldKey(component: part.component, row: nil), default: 0] += part.amount
    }
    // Whose they are says the pool: what a deal leaves is handed on with its days.
    for key in order {
      for deal in pools[key]?.deals ?? [] {
        for part in deal.parts where !isDue(schedule[part.instalment]) {
          let component = schedule[part.instalment].component
          amounts[HoldKey(component: component, row: nil), default: 0] -= part.amount
          amounts[HoldKey(component: component, row: deal.row), default: 0] += part.amount
        }
      }
    }
    return amounts
  }

  /// What is not due of a component by the end of a day.
  func notDue(ofComponent component: Int, on date: CalendarDate) -> Int64 {
    schedule.reduce(0) {
      $0 + ($1.component == component && !$1.isDue(on: date) ? $1.amount : 0)
    }
  }
}

/// A deal in a component, of which something is not due; no row stands for what is of no deal.
struct HoldKey: Hashable {
  var component: Int
  var row: Int?
}

/// A share of a line and the day on which it is due; nil when the day is not known yet.
struct DueShare {
  var share: Ratio
  var day: CalendarDate?
}

extension [DueShare] {
  /// Splits an amount; the last share takes the remainder.
  func parts(of amount: Int64, _ rule: RoundingRule) throws(ArithmeticFailure) -> [Int64] {
    var parts: [Int64] = []
    var rest = amount
    for (index, share) in enumerated() {
      let part = index == count - 1 ? rest : try share.share.part(of: amount, rule)
      parts.append(part)
      rest -= part
    }
    return parts
  }
}

extension Ratio {
  /// Returns a share of an amount of minor units, rounded.
  func part(of amount: Int64, _ rule: RoundingRule) throws(ArithmeticFailure) -> Int64 {
    guard let units = Int64(exactly: try (self * Ratio(Int128(amount))).rounded(rule)) else {
      throw .overflow
    }
    return units
  }
}

extension PayLine {
  /// The deals that it is paid together with.
  var poolKey: DealHoldings.PoolKey { DealHoldings.PoolKey(component: component, pool: pool) }
}
