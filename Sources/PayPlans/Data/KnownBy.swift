package import Amounts

// What was known on a day: whatever a file says of later days is left out, as if it were read then.

extension Deals {
  /// The deals that had closed by a day, without what is told of later days.
  func known(by day: CalendarDate) -> Deals {
    var known = self
    let kept = rows.indices.filter { rows[$0].closeDate <= day }
    known.rows = kept.map { index in
      var deal = rows[index]
      for column in deal.dates.indices {
        if let date = deal.dates[column], day < date { deal.dates[column] = nil }
      }
      return deal
    }
    known.haveOwnIDs = haveOwnIDs
    if !facts.isEmpty { known.facts = kept.map { facts[$0] } }
    known.receipts = receipts.mapValues { $0.filter { $0.date <= day } }
    return known
  }
}

extension Roster {
  /// The people who were in service by a day, with the terms and leaves that had begun.
  package func known(by day: CalendarDate) -> Roster {
    var known = self
    known.reps = reps.compactMap { $0.known(by: day) }
    return known
  }
}

extension Scores {
  /// The scores of periods that had ended by a day.
  func known(by day: CalendarDate) -> Scores { filtered { $0.periodEnd <= day } }
}
