internal import Findings
package import PayPlans

extension Deals {
  /// Returns the deals with their owners as the roster calls them: by its `rep`, or else by the one person
  /// whose name, mail address or employee number the owner is; a name may stand as "Ruiz, Ana".
  ///
  /// - Complexity: O(deals + people).
  package func namingOwners(by roster: Roster) -> Deals {
    let known = Set(roster.reps.map { $0.id })
    let ids = roster.idsByName
    func id(of owner: String) -> String? {
      let wanted = NameLook.folded(owner)
      let parts = wanted.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
      let turned = parts.count == 2 ? "\(parts[1]) \(parts[0])" : wanted
      // A person with several rows is one; of several people none is meant for sure.
      let meant = (ids[wanted] ?? []).union(ids[turned] ?? [])
      return meant.count == 1 ? meant.first : nil
    }
    var names: [String: String] = [:]
    var deals = self
    for index in deals.rows.indices {
      let owner = deals.rows[index].rep
      if known.contains(owner) { continue }
      let name = names[owner] ?? id(of: owner) ?? owner
      names[owner] = name
      deals.rows[index].rep = name
    }
    return deals
  }
}
