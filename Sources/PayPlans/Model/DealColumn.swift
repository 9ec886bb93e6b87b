/// A column of the deals that a plan looks at, beside those that every deals file has.
package struct DealColumn: Hashable, Sendable {
  /// What a plan looks for in a column.
  package enum Use: Hashable, Sendable {
    /// A text that a deal must match, or that multiplies its credit.
    case text
    /// A number that multiplies the credit.
    case factor
    /// A number that is credited, and so is an amount.
    case credit
    /// The day on which a deal is cancelled.
    case cancellation
    /// A day on which pay becomes due.
    case payment
  }

  /// The name.
  package let name: String
  /// What it is for.
  package let use: Use

  /// The column with the day of a cancellation where a plan names no other; a file may have it or not.
  package static let cancelled: String = "cancelled_date"
  /// The column with the day on which a deal closes, which every file has.
  package static let closed: String = "close_date"
}

extension Plan {
  /// Whether everything that deals are paid on stands in columns of its own, so that a row says what it
  /// credits to whom, and to what.
  var creditsColumnsOnly: Bool {
    ([self] + versions.map { $0.plan }).allSatisfy { plan in
      plan.measures.allSatisfy { $0.isScored || $0.creditColumn != nil }
        && plan.components.allSatisfy { !$0.facts.measures.isEmpty || !$0.facts.paysByDeal }
    }
  }

  /// Whether pay for deals is due as their customers pay, by the plan or by a version of it.
  public var paysByReceipts: Bool {
    ([self] + versions.map { $0.plan }).contains { $0.paid.contains { $0.followsReceipts } }
  }

  /// The columns that the plan and its versions look at, each once for each use.
  ///
  /// - Complexity: O(size of the plan).
  package var dealColumns: [DealColumn] {
    var columns: [DealColumn] = []
    func add(_ name: String, _ use: DealColumn.Use) {
      let column = DealColumn(name: name, use: use)
      if !columns.contains(column) { columns.append(column) }
    }
    for plan in [self] + versions.map({ $0.plan }) {
      for measure in plan.measures {
        for filter in measure.filters { add(filter.column, .text) }
        for multiplier in measure.multipliers {
          switch multiplier {
          case .values(let name, _): add(name, .text)
          case .bands(let name, _): add(name, .factor)
          }
        }
        if let name = measure.creditColumn { add(name, .credit) }
      }
      for component in plan.components {
        for filter in component.facts.filters { add(filter.column, .text) }
      }
      if let clawback = plan.clawback { add(clawback.column, .cancellation) }
      for share in plan.paid where share.column != DealColumn.closed && !share.followsReceipts {
        add(share.column, .payment)
      }
    }
    return columns
  }
}

extension Plan {
  /// Whether a measure or rule of the plan or of its versions looks at a deal with some texts.
  ///
  /// - Parameters:
  ///   - isWon: Whether the deal is won.
  ///   - outcomes: The columns that tell whether a deal is won.
  ///   - text: The text in the column of a name.
  /// - Returns: Whether one of them does.
  package func looksAt(
    isWon: Bool = true, toldBy outcomes: Set<String> = [], _ text: (String) -> String
  ) -> Bool {
    func looksAt(_ filters: [DealFilter]) -> Bool {
      (isWon || !filters.areToBeWon(unlessSelectedBy: outcomes))
        && filters.allSatisfy { $0.matches(text($0.column)) }
    }
    return ([self] + versions.map { $0.plan }).contains { plan in
      plan.measures.contains { !$0.isScored && looksAt($0.filters) }
        || plan.components.contains { component in
          // A rule without a measure pays deals alone.
          let facts = component.facts
          return facts.measures.isEmpty && facts.paysByDeal && looksAt(facts.filters)
        }
    }
  }
}

extension [DealFilter] {
  /// Whether deals that are not won are left out, because no condition is on a column that tells.
  package func areToBeWon(unlessSelectedBy outcomes: Set<String>) -> Bool {
    !contains { outcomes.contains($0.column) }
  }
}

extension DealFilter {
  /// Whether a deal with a text in the column meets the condition.
  package func matches(_ text: String) -> Bool {
    let folded = text.lowercased()
    return values.contains { $0.lowercased() == folded } != isNegated
  }
}

extension [DealColumn] {
  /// Returns the names of the columns for some uses, each once.
  package func names(_ uses: Set<DealColumn.Use>) -> [String] {
    reduce(into: []) { names, column in
      if uses.contains(column.use), !names.contains(column.name) { names.append(column.name) }
    }
  }

  /// The columns with days of cancellations: the usual one, and those that the plan names.
  package var cancellations: [String] {
    [DealColumn.cancelled] + names([.cancellation]).filter { $0 != DealColumn.cancelled }
  }

  /// The columns with days on which pay becomes due, and deals are not cancelled.
  package var payments: [String] {
    let cancellations = cancellations
    return names([.payment]).filter { !cancellations.contains($0) }
  }
}
