internal import Amounts

extension LedgerBook {
  /// What is taken back of what people owe from before: on draws of plan years that are over, or of plans
  /// that they have left, and on what stood when the ledger began.
  ///
  /// The plan of the year takes back its own. This is what no plan takes back any more: as much of it as
  /// the person is to be paid in that currency, so that nobody is paid below zero, what is owed longest
  /// first. What a plan takes back later after all, of a late deal, is given back as far as it was taken
  /// here, so that nothing is taken twice.
  func recoveries(
    after postings: [Posting], in period: CalendarPeriod, left: Set<PersonOnPlan>
  ) -> [Posting] {
    struct Debt: Hashable {
      var person: PersonInCurrency
      var year: PlanYear
      var account: LedgerAccount
    }
    struct Standing {
      /// All that is owed.
      var balance: Int64 = 0
      /// What of it no plan takes back any more.
      var old: Int64 = 0
      /// What was taken back here.
      var taken: Int64 = 0

      /// What is to be taken back; below zero, what is to be given back.
      var open: Int64 { balance < 0 ? max(balance, -taken) : max(0, old) }
    }
    var payable: [PersonInCurrency: Int64] = [:]
    var debts: [Debt: Standing] = [:]
    for posting in entries.lazy.map(\.posting) + postings {
      let person = PersonInCurrency(posting)
      let amount = posting.amount.minorUnits
      switch posting.account {
      case .payable:
        payable[person, default: 0] += amount
      case .held: break
      case .draw, .clawback:
        let year = PlanYear(posting.key)
        let debt = Debt(person: person, year: year, account: posting.account)
        debts[debt, default: Standing()].balance += amount
        let isTakenHere = [.oldDrawRecovered, .oldClawbackRecovered].contains(posting.key.item)
        if isTakenHere { debts[debt, default: Standing()].taken -= amount }
        let isOld =
          year.start.addingMonths(12) <= period.days.lowerBound
          || left.contains(PersonOnPlan(rep: posting.key.rep, year: year))
          || isTakenHere || posting.key.item == .opening
        if isOld { debts[debt, default: Standing()].old += amount }
      }
    }
    // What a draw or a guarantee has just paid is not what there is to take it from.
    for posting in postings where posting.account == .payable {
      guard [.drawAdvanced, .guarantee].contains(posting.key.item) else { continue }
      let person = PersonInCurrency(posting)
      payable[person, default: 0] -= max(0, posting.amount.minorUnits)
    }
    let oldest = debts.mapValues(\.open).sorted { left, right in
      // What is given back can be taken for another debt.
      if (left.value < 0) != (right.value < 0) { return left.value < 0 }
      if left.key.person != right.key.person { return left.key.person < right.key.person }
      if left.key.year != right.key.year { return left.key.year < right.key.year }
      return left.key.account.rawValue < right.key.account.rawValue
    }
    return oldest.flatMap { debt, owed -> [Posting] in
      let part = min(owed, max(0, payable[debt.person] ?? 0))
      guard part != 0 else { return [] }
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
