internal import Amounts
internal import Answers
package import PayPlans
package import Reporting

extension Plan {
  /// The pay table: what each component pays, and from where to where.
  package var termSheet: Sheet<PlanTerm> {
    var sheet = Sheet(terms)
    func add(_ key: String, _ title: Inline, _ words: @escaping @Sendable (PlanTerm) -> Inline) {
      sheet.add(
        RecordTable.Column(key), .text(title), { .text(words($0).plainText) }, cell: words)
    }
    add("component", "Component") { .init($0.component) }
    add("from", "From") { term in
      term.from.map { term.isOpen ? "above \(Self.words($0))" : Self.words($0) }
        ?? "the first unit"
    }
    add("to", "To") { term in
      term.to.map { term.includesEnd ? "through \(Self.words($0))" : Self.words($0) } ?? "no end"
    }
    add("pays", "Pays") { Self.words($0.pay) }
    return sheet
  }

  private static func words(_ level: Level) -> Inline {
    switch level {
    case .share(let share): .rate(share)
    case .amount(let amount): .plain(amount)
    }
  }

  private static func words(_ pay: PlanTerm.Pay) -> Inline {
    switch pay {
    case .rate(.multiple(let multiple)): "\(.plain(multiple, upTo: 4))x the base rate"
    case .rate(.share(let share)): "\(.rate(share)) of credit"
    case .rate(.each(let amount)): "\(.plain(amount)) each"
    case .level(.amount(let amount)): .plain(amount)
    case .level(let level): "\(words(level)) of the target"
    }
  }
}
