internal import Findings
package import PayPlans

extension Deals {
  /// Returns the deals with their owners as the roster calls them: by its `rep`, or else by the one person
  /// whose name, mail address or employee number the owner is.
  ///
  /// - Complexity: O(deals + owners × people).
  package func namingOwners(by roster: Roster) -> Deals {
    let known = Set(roster.reps.map { $0.id })
    var names: [String: String] = [:]
    var deals = self
    for index in deals.rows.indices {
      let owner = deals.rows[index].rep
      if known.contains(owner) { continue }
      if names[owner] == nil {
        let people = roster.people(called: owner)
        // A person with several rows is one; of several people none is meant for sure.
        names[owner] = Set(people.map { $0.id }).count == 1 ? people[0].id : owner
      }
      deals.rows[index].rep = names[owner] ?? owner
    }
    return deals
  }
}
