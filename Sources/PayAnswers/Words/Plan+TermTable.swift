internal import Amounts
internal import Answers
package import PayPlans
package import Reporting

extension Plan {
  /// The pay table: what each component pays, and from where to where.
  package var termTable: Table {
    var table = Table([
      .text("Component"), .text("From"), .text("To"), .text("Pays"),
    ])
    for term in terms {
      table.append([
        .init(term.component),
        term.from.map { term.isOpen ? "above \(Self.words($0))" : Self.words($0) }
          ?? "the first unit",
        term.to.map { term.includesEnd ? "through \(Self.words($0))" : Self.words($0) } ?? "no end",
        Self.words(term.pay),
      ])
    }
    return table
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
