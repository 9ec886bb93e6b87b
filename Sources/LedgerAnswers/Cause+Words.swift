internal import Amounts
package import Findings
package import PayLedger

extension Cause {
  /// It in words.
  ///
  /// - Parameters:
  ///   - deal: The deal that it is about; nil for a period.
  ///   - places: The places of the amounts' currency.
  /// - Returns: A sentence without its full stop.
  package func sentence(about deal: String?, places: Int) -> Inline {
    let subject: Inline = deal.map { Inline($0) } ?? "the period"
    func amount(_ value: Ratio) -> Inline { "\(.number(value, places: places))" }
    switch self {
    case .late:
      guard let deal else { return "nothing was owed for it when its period closed" }
      return "nothing was owed for \(Inline(deal)) when its period closed"
    case .credit(let was, let isNow):
      return "\(subject) was credited \(amount(was)), and is now \(amount(isNow))"
    case .day(let was, let isNow): return "\(subject) was of \(was), and is now of \(isNow)"
    case .quota(let was?, let isNow?):
      return "the quota was \(amount(was)), and is now \(amount(isNow))"
    case .quota: return "the quota is another one"
    case .owner: return "the credit of \(subject) moved between people"
    case .gone where deal == nil: return "it is gone, and it was confirmed that this is meant"
    case .gone: return "\(subject) is gone, and it was confirmed that this is meant"
    case .files(let roles): return "other than before: \(roles.joined(separator: ", "))"
    case .each(let moves, let rest):
      func signed(_ value: Ratio) -> Inline { .number(value, places: places, sign: .always) }
      let parts = moves.map { "\(Inline($0.role)) \(signed($0.amount))" as Inline }
        .joined(separator: ", ")
      return rest == .zero
        ? "other than before, each alone: \(parts)"
        : "other than before, each alone: \(parts); beyond that, together: \(signed(rest))"
    case .deals where deal == nil: return "other deals move what is paid"
    case .deals: return "deals changed, this one or others"
    case .engine(let version): return "version \(version) calculated it otherwise"
    case .reopened(let reason): return "opened again: \(reason)"
    }
  }
}

extension EntryKind {
  /// Its name for people.
  package var title: Inline {
    switch self {
    case .earning: "Earning"
    case .bonus: "Bonus"
    case .adjustment: "Adjustment"
    case .clawback: "Taken back for a cancelled deal"
    case .manual: "By hand"
    case .guarantee: "Guarantee"
    case .hold: "Held until it is due"
    case .release: "Released, because it is due"
    case .lapse: "Lapsed with a cancelled deal"
    case .drawAdvance: "Draw advance"
    case .drawRecovery: "Draw recovery"
    case .drawForgiveness: "Draw, no longer recovered"
    case .carry: "Owed for cancelled deals"
    case .openingBalance: "Opening balance"
    case .payout: "Payout"
    }
  }
}

extension LedgerAccount {
  /// Its name for people.
  package var title: Inline {
    switch self {
    case .payable: "To be paid"
    case .held: "Held"
    case .draw: "Owed on a draw"
    case .clawback: "Owed for cancelled deals"
    }
  }
}
