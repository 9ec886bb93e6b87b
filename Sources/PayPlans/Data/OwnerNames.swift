/// How other systems call the people of a roster.
package struct OwnerNames {
  private let known: Set<String>
  private let ids: [String: Set<String>]

  /// Takes the names of the people on a roster.
  package init(_ roster: Roster) {
    known = Set(roster.reps.map { $0.id })
    var ids: [String: Set<String>] = [:]
    for rep in roster.reps {
      let numbers = rep.assignments.map { $0.employeeID }
      for known in ([rep.name, rep.email] + numbers).compactMap({ $0 }) {
        ids[NameLook.folded(known), default: []].insert(rep.id)
      }
    }
    self.ids = ids
  }

  /// Returns the `rep` of the one person whose name, mail address or employee number an owner is, also
  /// of one written as "Ruiz, Ana"; else the owner as written.
  package func rep(for owner: String) -> String {
    if known.contains(owner) { return owner }
    let meant = reps(called: owner)
    // Of several people none is meant for sure.
    return meant.count == 1 ? meant.first ?? owner : owner
  }

  /// Returns the `rep` of everyone who has a name, mail address or employee number; a person with several
  /// rows is one.
  func reps(called owner: String) -> Set<String> {
    let wanted = NameLook.folded(owner)
    let parts = wanted.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
    let turned = parts.count == 2 ? "\(parts[1]) \(parts[0])" : wanted
    return (ids[wanted] ?? []).union(ids[turned] ?? [])
  }
}

extension Roster {
  /// Returns the roster with managers as it calls these people itself, whichever of their names it has.
  package func namingManagers() -> Roster {
    let names = OwnerNames(self)
    var roster = self
    for index in roster.reps.indices {
      roster.reps[index].changeAssignments { terms in
        terms.manager = terms.manager.map { names.rep(for: $0) }
      }
    }
    return roster
  }
}

extension Deals {
  /// Returns the deals with their owners as the roster calls them.
  ///
  /// - Complexity: O(deals).
  package func naming(by names: OwnerNames) -> Deals {
    var known: [String: String] = [:]
    var deals = self
    for index in deals.rows.indices {
      let owner = deals.rows[index].rep
      let name = known[owner] ?? names.rep(for: owner)
      known[owner] = name
      deals.rows[index].rep = name
    }
    deals.haveOwnIDs = haveOwnIDs
    return deals
  }
}

extension Scores {
  /// Returns the scores with their people as the roster calls them.
  package func naming(by names: OwnerNames) -> Scores {
    var scores = Scores()
    for (key, place) in rows {
      let rep = names.rep(for: key.rep)
      if let score = score(key.name, of: key.rep, periodEnd: key.periodEnd) {
        scores.set(score, key.name, of: rep, periodEnd: key.periodEnd, at: place)
      }
    }
    return scores
  }
}

extension Adjustment {
  /// Returns the adjustment of the person as the roster calls them.
  package func naming(by names: OwnerNames) -> Adjustment {
    var adjustment = self
    adjustment.rep = names.rep(for: rep)
    return adjustment
  }
}

extension Payment {
  /// Returns the payment of the person as the roster calls them.
  package func naming(by names: OwnerNames) -> Payment {
    var payment = self
    payment.rep = names.rep(for: rep)
    return payment
  }
}
