internal import Amounts
internal import Findings

/// A value that a plan names for a column of deals, in a `where` or in the table of a `multiply`.
private struct NamedValue {
  var column: String
  var text: String
  /// Whether deals that have it are left out.
  var isExcluded = false
  /// Whether it has a factor; numbers then match by value.
  var isFactor = false
  var place: Place?

  /// Whether it is written like a range, which it is not: values are compared as they are written.
  var isRange: Bool {
    text.contains { $0.isNumber }
      && (text.contains { "<>+–≤≥".contains($0) }
        || [
          "over ", "under ", "above ", "below ", "at least ", "at most ", "more than ",
          "less than ",
        ]
        .contains { text.lowercased().hasPrefix($0) })
  }

  func isMet(by text: String) -> Bool {
    if self.text.lowercased() == text.lowercased() { return true }
    guard isFactor, let number = PlanNumber.number(text) else { return false }
    return PlanNumber.number(self.text) == number
  }
}

extension Plan {
  fileprivate var namedValues: [NamedValue] {
    func values(_ filters: [DealFilter], _ place: Place?) -> [NamedValue] {
      filters.flatMap { filter in
        filter.values.map {
          NamedValue(
            column: filter.column, text: $0, isExcluded: filter.isNegated, place: place)
        }
      }
    }
    return ([self] + versions.map { $0.plan }).flatMap { plan in
      plan.measures.flatMap { measure in
        values(measure.filters, measure.place)
          + measure.multipliers.flatMap { multiplier -> [NamedValue] in
            guard case .values(let column, let factors) = multiplier else { return [] }
            return factors.keys.sorted().map {
              NamedValue(column: column, text: $0, isFactor: true, place: measure.place)
            }
          }
      } + plan.components.flatMap { values($0.facts.filters, $0.place) }
    }
  }

  /// Returns what is said of values that the plan names and no deal has, and of values of deals that are
  /// hardly other ones than the plan names.
  ///
  /// A slip in either pays by other terms, and nothing else tells.
  func valueFindings(_ deals: Deals, _ kinds: DealKinds) -> [Finding] {
    if deals.rows.isEmpty { return [] }
    let named = namedValues
    return dealColumns.names([.text]).flatMap { column -> [Finding] in
      let own = named.filter { $0.column == column }
      let values = kinds.values(of: column)
      let others = values.filter { value in
        !value.text.isEmpty && !own.contains { $0.isMet(by: value.text) }
      }
      return findings(on: own, among: values, others) + deals.slips(of: own, among: values, others)
    }
  }

  /// What is said of values that no deal has; `others` are those of deals that the plan does not name.
  private func findings(
    on named: [NamedValue], among values: [DealKinds.Value], _ others: [DealKinds.Value]
  ) -> [Finding] {
    var said: Set<String> = []
    return named.compactMap { value in
      guard !values.contains(where: { value.isMet(by: $0.text) }),
        said.insert(value.text.lowercased()).inserted
      else { return nil }
      let place = value.place ?? self.place ?? Place(file: name)
      let list =
        values.prefix(8).map { value -> Inline in
          value.text.isEmpty ? "empty cells (\(value.count))" : "\"\(value.text)\" (\(value.count))"
        }.joined(separator: ", ") + (values.count > 8 ? ", …" : "")
      let known: Inline = "deals have \(list)"
      if let meant = others.prefix(10_000).first(where: {
        TextSlip(value.text, $0.text).isPossible
      }) {
        return Finding(
          "plan.unmet-value", .warning, at: place,
          "no deal has \"\(value.text)\" in \"\(value.column)\", and \(meant.count) have \"\(meant.text)\", which the plan does not name",
          remedy: "did you mean \"\(meant.text)\"? \(known)")
      }
      // Where the plan names whatever deals have, or leaves deals out, nothing is missed.
      return Finding(
        "plan.unmet-value", others.isEmpty || value.isExcluded ? .note : .warning, at: place,
        "no deal has \"\(value.text)\" in \"\(value.column)\"",
        remedy: value.isRange
          ? "values are compared as they are written, and no ranges: list them; \(known)" : known)
    }
  }
}

extension PlanWarnings {
  /// Values that are written like ranges; of a column that has numbers none of them can ever be met.
  mutating func checkRanges() {
    let numbers = Set(["amount"] + plan.dealColumns.names([.credit, .factor]))
    for value in plan.namedValues where value.isRange {
      let isSure = numbers.contains(value.column)
      add(
        "plan.unmet-value", value.place,
        "\"\(value.text)\" in \"\(value.column)\" is compared with deals as it is written, and is no range",
        isSure
          ? "give each range of a number a factor, in the measure: `multiply: {\(value.column): [{through: 60000, times: 0}, {times: 1}]}`"
          : "that is right where deals have this very text", severity: isSure ? .warning : .note)
    }
  }
}

extension Deals {
  /// Warnings of values that deals have beside one that the plan names and that looks nearly the same.
  fileprivate func slips(
    of named: [NamedValue], among values: [DealKinds.Value], _ others: [DealKinds.Value]
  ) -> [Finding] {
    // Names of deals and the like are all alike.
    if others.count > 1000 { return [] }
    let known = named.filter { value in values.contains { value.isMet(by: $0.text) } }
    return others.compactMap { other in
      guard let meant = known.first(where: { TextSlip($0.text, other.text).isSmall }) else {
        return nil
      }
      return Finding(
        "deals.near-value", .warning, at: place(line: rows[other.firstRow].line),
        "\(other.count) deals have \"\(other.text)\" in \"\(meant.column)\", which the plan does not name, from here on",
        remedy:
          "write \"\(meant.text)\" where that is meant, or name it in the plan")
    }
  }
}

/// Two texts of which one may be a slip for the other.
///
/// Numbers and short codes are not: "EU1" beside "EU2" is another one on purpose.
struct TextSlip {
  private let first: String
  private let second: String

  init(_ first: String, _ second: String) {
    self.first = NameLook.folded(first)
    self.second = NameLook.folded(second)
  }

  /// Whether it may be.
  var isPossible: Bool {
    if first == second { return true }
    let (left, right) = (first.split(separator: " "), second.split(separator: " "))
    // Blanks more or less leave one slip in the whole.
    if left.count != right.count { return isSmall }
    return zip(left, right).allSatisfy { left, right in
      left == right || areWords(left, right) && NearMiss.distance(Array(left), Array(right)) != nil
    }
  }

  /// Whether it may be one by a single letter.
  var isSmall: Bool {
    if first == second { return true }
    let (left, right) = (first.split(separator: " "), second.split(separator: " "))
    let areAlike =
      left.count == right.count
      ? zip(left, right).allSatisfy { $0 == $1 || areWords($0, $1) }
      : areWords(first[...], second[...])
    return areAlike && NearMiss.editDistance(Array(first), Array(second)) == 1
  }

  private func areWords(_ left: Substring, _ right: Substring) -> Bool {
    [left, right].allSatisfy { $0.count > 3 && !$0.contains { $0.isNumber } }
  }
}
