internal import Amounts

extension LedgerBook {
  /// What is taken back of what people owe from before: on draws of plan years that are over, and on what
  /// stood when the ledger began.
  ///
  /// The plan of the year takes back its own. This is what no plan takes back any more: as much of it as
  /// the person is to be paid in that currency, so that nobody is paid below zero, what is owed longest
  /// first.
  func recoveries(after postings: [Posting], in period: CalendarPeriod) -> [Posting] {
    struct Debt: Hashable {
      var person: PersonInCurrency
      var year: PlanYear
      var account: LedgerAccount
    }
    var payable: [PersonInCurrency: Int64] = [:]
    var debts: [Debt: Int64] = [:]
    for posting in entries.lazy.map(\.posting) + postings {
      let person = PersonInCurrency(posting)
      let amount = posting.amount.minorUnits
      switch posting.account {
      case .payable:
        payable[person, default: 0] += amount
      case .held: break
      case .draw, .clawback:
        let year = PlanYear(posting.key)
        let isOver = year.start.addingMonths(12) <= period.days.lowerBound
        let isOld =
          isOver
          || [.opening, .oldDrawRecovered, .oldClawbackRecovered]
            .contains(posting.key.item)
        guard isOld else { continue }
        debts[Debt(person: person, year: year, account: posting.account), default: 0] += amount
      }
    }
    // What a draw or a guarantee has just paid is not what there is to take it from.
    for posting in postings where posting.account == .payable {
      guard [.drawAdvanced, .guarantee].contains(posting.key.item) else { continue }
      let person = PersonInCurrency(posting)
      payable[person, default: 0] -= max(0, posting.amount.minorUnits)
    }
    let oldest = debts.filter { $0.value > 0 }.sorted { left, right in
      if left.key.person != right.key.person { return left.key.person < right.key.person }
      if left.key.year != right.key.year { return left.key.year < right.key.year }
      return left.key.account.rawValue < right.key.account.rawValue
    }
    return oldest.flatMap { debt, owed -> [Posting] in
      let part = min(owed, max(0, payable[debt.person] ?? 0))
      guard part > 0 else { return [] }
      payable[debt.person, default: 0] -= part
      let isDraw = debt.account == .draw
      let key = OwedKey(
        rep: debt.person.rep, plan: debt.year.plan, planYear: debt.year.start,
        item: isDraw ? .oldDrawRecovered : .oldClawbackRecovered,
        origin: period.days.lowerBound)
      return key.item.accounts.map { account, sign in
        Posting(
          key, isDraw ? .drawRecovery : .carry, account,
          Money(minorUnits: sign * part, currency: debt.person.currency))
      }
    }
  }
}
