internal import PayPlans

/// Who is in which part, so that nobody's pay depends on another part.
///
/// What a person is paid follows from their own rows, also of deals that they share with others, once these
/// are known to fit together. Only a plan that credits teams has everybody below one manager in one part.
struct DealParts {
  /// The people by part, in the order in which they are paid; no part is empty.
  private(set) var people: [[String]] = []
  /// The rows of the deals by part, in their order.
  private(set) var rows: [[Int]] = []
  /// The part of each person.
  private(set) var partOfPerson: [String: Int] = [:]

  /// Divides deals and people.
  ///
  /// Each part has people who are paid one after the other, so that the answers of the parts, one after the
  /// other, are in the order of one answer.
  ///
  /// - Parameters:
  ///   - deals: The deals.
  ///   - roster: The people; nil for everyone with a deal.
  ///   - paid: The people who are on the plan; a part has at least one of them.
  ///   - areTeams: Whether managers are credited what their reports sell.
  ///   - count: The most parts.
  /// - Complexity: O(deals + people × log people).
  init(_ deals: Deals, roster: Roster?, paid: [Rep], areTeams: Bool, into count: Int) {
    var names: [String] = []
    var numbers: [String: Int] = [:]
    func number(of name: String) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    for rep in roster?.reps ?? [] { _ = number(of: rep.id) }
    let owners = deals.rows.map { number(of: $0.rep) }
    var groups = Groups(names.count)
    if areTeams {
      for rep in roster?.reps ?? [] {
        for manager in rep.assignments.compactMap(\.manager) {
          if let person = numbers[rep.id], let other = numbers[manager] {
            groups.join(person, other)
          }
        }
      }
    }

    // People without deals weigh something too.
    var sizes: [Int: Int] = [:]
    for person in names.indices { sizes[groups.first(of: person), default: 0] += 1 }
    for owner in owners { sizes[groups.first(of: owner), default: 0] += 1 }
    let paidGroups = Set(paid.compactMap { numbers[$0.id] }.map { groups.first(of: $0) })
    let last = min(count, paidGroups.count) - 1
    var partOfGroup: [Int: Int] = [:]
    var (part, taken, left, isOpen) = (0, 0, paidGroups.count, false)
    for person in names.indices where partOfGroup[groups.first(of: person)] == nil {
      let group = groups.first(of: person)
      let size = sizes[group] ?? 0
      if paidGroups.contains(group) {
        // A part has somebody to pay, and all parts together the whole.
        let isFull = (taken + size / 2) * (last + 1) >= (part + 1) * (names.count + owners.count)
        if isOpen, part < last, isFull || left == last - part { part += 1 }
        isOpen = true
        left -= 1
      }
      partOfGroup[group] = part
      taken += size
    }
    people = Array(repeating: [], count: last + 1)
    rows = Array(repeating: [], count: last + 1)
    for person in names.indices where last >= 0 {
      let part = partOfGroup[groups.first(of: person)] ?? 0
      people[part].append(names[person])
      partOfPerson[names[person]] = part
    }
    for (row, owner) in owners.enumerated() where last >= 0 {
      rows[partOfGroup[groups.first(of: owner)] ?? 0].append(row)
    }
  }
}

/// Numbers in groups that are joined: a forest of disjoint sets, whose roots are their least numbers.
///
/// Source: Tarjan, "Efficiency of a good but not linear set union algorithm" (1975), with halved paths.
private struct Groups {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// Returns the least number of a group.
  mutating func first(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (first(of: one), first(of: other))
    parents[max(a, b)] = min(a, b)
  }
}
