internal import Amounts

/// Whose the pay of a component is: what each deal was paid, its own re-rating included, and when
/// what of it is due. In minor units.
///
/// A payment goes in the order of the deals to those that stand above what they were paid, and the
/// deal of the line takes the rest. What a cancelled deal leaves is handed on in the same way, and
/// keeps its dates.
struct DealHoldings {
  /// A part of a line and the day on which it is due; nil when the day is not known yet.
  struct Instalment {
    var day: CalendarDate?
    var amount: Int64
    /// Whether it tells what an earlier line has paid already.
    var isSettled: Bool = false
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
    var stands: Int64 = 0
    var paid: Int64 = 0
    var parts: [Part] = []
    /// What it stands above its pay; a single unit is the rounding of its lines.
    var gap: Int64 { stands - paid > 1 ? stands - paid : 0 }
  }

  /// All parts of all lines, less what lapsed of them.
  private(set) var schedule: [Instalment] = []
  private var holdings: [Int: Holding] = [:]
  /// The deals in their order.
  private var rows: [Int] = []

  /// What a deal was paid, due or not.
  func paid(_ row: Int) -> Int64 { holdings[row]?.paid ?? 0 }

  /// What of it is not due by the end of a day.
  func notDue(_ row: Int, on date: CalendarDate) -> Int64 {
    (holdings[row]?.parts ?? []).reduce(0) { $0 + (isDue($1, on: date) ? 0 : $1.amount) }
  }

  /// What is not due by the end of a day, of all deals.
  func notDue(on date: CalendarDate) -> Int64 {
    schedule.reduce(0) { $0 + (($1.day.map { $0 <= date } ?? false) ? 0 : $1.amount) }
  }

  private func isDue(_ part: Part, on date: CalendarDate) -> Bool {
    schedule[part.instalment].day.map { $0 <= date } ?? false
  }

  /// Notes what deals now stand at.
  mutating func update(_ standings: [DealStanding]) {
    for standing in standings {
      if holdings[standing.row] == nil { rows.append(standing.row) }
      holdings[standing.row, default: Holding()].stands = standing.minorUnits
    }
  }

  /// Pays a line in its shares; one of no deal goes to the last deal as far as no other takes it.
  mutating func pay(
    _ amount: Int64, row: Int?, shares: [DueShare], rounding: RoundingRule,
    settledUntil day: CalendarDate? = nil
  ) throws(ArithmeticFailure) {
    var rest = amount
    var takers: [(row: Int, amount: Int64)] = []
    for other in rows where other != row && rest > 0 {
      let gap = holdings[other]?.gap ?? 0
      guard gap > 0 else { continue }
      takers.append((other, min(gap, rest)))
      rest -= min(gap, rest)
    }
    if let row, holdings[row] == nil {
      rows.append(row)
      holdings[row] = Holding()
    }
    let last = row ?? rows.last
    var parts = try shares.parts(of: amount, rounding)
    for taker in takers {
      for (index, piece) in try shares.parts(of: taker.amount, rounding).enumerated() {
        parts[index] -= piece
        add(piece, to: taker.row, shares[index].day, settledUntil: day)
      }
    }
    for (share, part) in zip(shares, parts) {
      add(part, to: last, share.day, settledUntil: day)
    }
  }

  private mutating func add(
    _ amount: Int64, to row: Int?, _ due: CalendarDate?, settledUntil day: CalendarDate?
  ) {
    let isSettled = day.flatMap { day in due.map { $0 <= day } } ?? false
    if let row {
      holdings[row, default: Holding()].paid += amount
      holdings[row, default: Holding()].parts.append(
        Part(instalment: schedule.count, amount: amount))
    }
    schedule.append(Instalment(day: due, amount: amount, isSettled: isSettled))
  }

  /// Takes from a cancelled deal what the component falls by, and hands on what it leaves.
  ///
  /// Its own part that is not due lapses first, without a day before the latest day.
  ///
  /// - Returns: what lapsed; the rest of the fall was paid and is taken back.
  mutating func take(_ fall: Int64, from row: Int, on date: CalendarDate) -> Int64 {
    guard var holding = holdings[row] else { return 0 }
    var lapsed: Int64 = 0
    var rest = fall
    // Undated first, then the latest; what is due comes last and is paid already.
    holding.parts.sort { left, right in
      let (first, second) = (schedule[left.instalment].day, schedule[right.instalment].day)
      guard let first else { return second != nil }
      return second.map { $0 < first } ?? false
    }
    for index in holding.parts.indices where rest > 0 && holding.parts[index].amount > 0 {
      let part = holding.parts[index]
      let amount = min(part.amount, rest)
      if !isDue(part, on: date) {
        schedule[part.instalment].amount -= amount
        lapsed += amount
      }
      holding.parts[index].amount -= amount
      rest -= amount
    }
    holding.paid -= fall
    var surplus = holding.paid - holding.stands
    for other in rows where other != row && surplus > 0 {
      for index in holding.parts.indices where holding.parts[index].amount > 0 {
        let amount = min(holding.parts[index].amount, holdings[other]?.gap ?? 0, surplus)
        guard amount > 0 else { continue }
        holding.parts[index].amount -= amount
        holding.paid -= amount
        surplus -= amount
        holdings[other]?.paid += amount
        holdings[other]?.parts.append(
          Part(instalment: holding.parts[index].instalment, amount: amount))
      }
    }
    holdings[row] = holding
    return lapsed
  }

  /// Lets a deal's own part that is not due lapse, outside the window of a clawback.
  ///
  /// The deal still stands, so that what lapses counts as paid and is not paid by a later line.
  mutating func lapse(_ row: Int, on date: CalendarDate) -> Int64 {
    var lapsed: Int64 = 0
    for (index, part) in (holdings[row]?.parts ?? []).enumerated() where !isDue(part, on: date) {
      schedule[part.instalment].amount -= part.amount
      lapsed += part.amount
      holdings[row]?.parts[index].amount = 0
    }
    return lapsed
  }
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
