internal import Amounts

/// Who reports to a person, directly or indirectly, in some days.
struct Reports {
  var days: Range<CalendarDate>
  var reps: [String]
}

/// Who reports to whom on a day, as far as deals go.
struct Teams {
  /// The nearest reports with deals: between them and the person stand only people without any.
  private var nearest: [String: [String]] = [:]

  /// Finds the teams of a roster without loops for each time in which they stay the same.
  static func overTime(
    _ roster: Roster?, hasDeals: (String) -> Bool
  ) -> [(days: Range<CalendarDate>, teams: Teams)] {
    guard let roster else { return [] }
    let starts = roster.managerChanges
    return starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : .distantFuture
      return (start..<end, Teams(roster.reps, on: start, hasDeals: hasDeals))
    }
  }

  /// Finds the teams of people without loops on a day, of whom some have deals.
  private init(_ people: [Rep], on day: CalendarDate, hasDeals: (String) -> Bool) {
    let known = Set(people.map { $0.id })
    var direct: [String: [String]] = [:]
    var order: [String] = []
    // Managers before their reports, without recursion, because chains can be long.
    for rep in people {
      let manager = rep.assignment(on: day)?.manager
      if let manager { direct[manager, default: []].append(rep.id) }
      if manager.map({ !known.contains($0) }) ?? true { order.append(rep.id) }
    }
    var next = 0
    while next < order.count {
      order += direct[order[next]] ?? []
      next += 1
    }
    for id in order.reversed() {
      let reports = direct[id] ?? []
      // A chain of people without deals shares one list.
      if reports.count == 1, !hasDeals(reports[0]) {
        nearest[id] = nearest[reports[0]]
      } else {
        nearest[id] = reports.flatMap { hasDeals($0) ? [$0] : nearest[$0] ?? [] }
      }
    }
  }

  /// Returns everyone with deals who reports to a person, directly or indirectly.
  ///
  /// - Complexity: O(those who are returned).
  func reports(of manager: String) -> [String] {
    var found: [String] = []
    var open = nearest[manager] ?? []
    while let id = open.popLast() {
      found.append(id)
      open += nearest[id] ?? []
    }
    return found
  }
}
