internal import Amounts
internal import Answers
internal import Findings
internal import PayAnswers
internal import PayLedger

extension InputFailure {
  /// Why a ledger does not do what it is asked, in words.
  ///
  /// - Parameters:
  ///   - obstacle: Why.
  ///   - inputs: The files of the calculation, at which a question about them stands; nil for other acts.
  init(_ obstacle: LedgerObstacle, inputs: PayInputs? = nil) {
    let deals: Finding.Subject = inputs.map { .place(Place(file: $0.deals)) } ?? .parameter(.ledger)
    let roster: Finding.Subject =
      (inputs?.files.roster).map { .place(Place(file: $0)) } ?? deals
    var log = FindingLog()
    switch obstacle {
    case .notBegun(let period, let next):
      self.init(
        .ledgerPeriod, "ledger.period", "\(period) is no period of this ledger that has begun",
        remedy: "the next one is \(next)")
      return
    case .state(let period, let state):
      self.init(
        .ledgerPeriod, "ledger.state", "\(period) is \(.phrase(state.name))",
        remedy: state.remedy)
      return
    case .notOver(let period, let last):
      self.init(
        .actedOn, "ledger.day", "\(period) is not over before the end of \(last)",
        remedy: "close it on a later day")
      return
    case .notLastClosed(let period):
      self.init(
        .ledgerPeriod, "ledger.state",
        "\(period) is not the last closed period, and only that one can be opened again",
        remedy: "what earlier periods should have paid is posted in the one that is open")
      return
    case .earlierUnpaid(let period, let state):
      self.init(
        .ledgerPeriod, "ledger.state",
        "\(period) is \(.phrase(state.name)), and has to be paid first",
        remedy: "what it owes would be in both payroll files")
      return
    case .begun:
      self.init(
        .ledger, "ledger.opened", "what it stood at before is in the ledger already",
        remedy: "a difference goes into the adjustments of the period that is open")
      return
    case .noEntry(let number):
      self.init(
        .entry, "ledger.no-entry", "there is no entry \("\(number)")",
        remedy: "the statement of a person has the numbers of its entries")
      return
    case .noDispute(let number, let open):
      self.init(
        .dispute, "ledger.no-dispute", "no open dispute has the number \("\(number)")",
        remedy: open.isEmpty
          ? "none is open" : "open are \(open.map { "\($0)" }.joined(separator: ", "))")
      return
    case .earlierDay(let day, let last):
      self.init(
        .actedOn, "ledger.day", "\(day) is before \(last), the day of what was done last",
        remedy: "a ledger goes forward; give the day on which it is done")
      return
    case .stale(let period):
      self.init(
        .ledgerPeriod, "ledger.stale", "\(period) was calculated before what was posted last",
        remedy: "calculate it again")
      return
    case .plansMissing(let plans):
      for plan in plans {
        log.add(
          Finding(
            "ledger.no-plan", about: deals,
            "the plan \"\(plan.plan)\" paid in closed periods of its year from \(plan.start), and is not here",
            remedy: "give its file too; if it was renamed, give it its name back"))
      }
    case .otherCurrency(let plan, let was, let isNow):
      log.add(
        Finding(
          "ledger.currency", about: deals,
          "the plan \"\(plan.plan)\" paid in \(was.code) in closed periods of its year, and is in \(isNow.code) now",
          remedy:
            "a plan of another currency has a name of its own, from a day on that the roster says"
        ))
    case .peopleMissing(let people):
      for person in people {
        log.add(
          Finding(
            "ledger.no-person", about: roster,
            "\"\(person.rep)\" was paid by the plan \"\(person.year.plan)\" in closed periods, and is not on it now",
            remedy:
              "keep those who leave on the roster, with the day they left, and those who change plans with both rows"
          ))
      }
    case .dealsGone(let gone):
      for deal in gone.prefix(Self.mostGone) {
        log.add(
          Finding(
            "ledger.gone", about: deals,
            deal.isByHand
              ? "the amount by hand \"\(deal.deal)\", of \(.amount(deal.amount)) \(deal.amount.currency.code), was posted in closed periods, and is in no file now"
              : "the deal \"\(deal.deal)\" was paid \(.amount(deal.amount)) \(deal.amount.currency.code) in closed periods, and nobody is credited with it now",
            remedy:
              "give all of the plan's year; if it is meant, \(.parameter(.reverse, deal.deal)) takes it back"
          ))
      }
      if gone.count > Self.mostGone {
        log.add(
          Finding(
            "ledger.gone", about: deals,
            "\(.number(gone.count - Self.mostGone)) more are gone: are these the deals of the period alone?",
            remedy: "a period is calculated from all deals of the plan's year"))
      }
    case .unopened(let plans):
      for plan in plans {
        log.add(
          Finding(
            "ledger.unopened", about: deals,
            "the plan \"\(plan.plan)\" owes pay from before this ledger begins, and nothing says that it was paid",
            remedy:
              "\(.code("ontarget ledger open")) posts it as paid; or let the ledger begin with the plan's year"
          ))
      }
    }
    self.init(.badData, log)
  }
}

extension InputFailure {
  /// So many gone deals are named one by one.
  private static let mostGone = 10
}

extension PeriodState {
  /// What can be done next.
  fileprivate var remedy: Inline {
    switch self {
    case .open: "calculate it first"
    case .calculated: "it can be calculated again, or approved"
    case .approved: "it can be calculated again, or closed"
    case .closed: "its payroll file can be made, or it can be opened again"
    case .exported: "it can be paid; differences go into the period that is open"
    case .paid: "differences go into the period that is open"
    }
  }
}
