public import Amounts

/// What was done to a ledger, by whom and when, as they said: the clock is never asked.
public struct LedgerEvent: Hashable, Sendable {
  /// What was done.
  public enum Verb: String, Hashable, Sendable, CaseIterable {
    /// The ledger was made.
    case begin
    /// What stood before its first period was posted.
    case open
    /// A period was calculated; nothing is posted by it.
    case calculate
    /// The last calculation of a period was approved.
    case approve
    /// It was posted, and the period is locked.
    case close
    /// A closed period was opened again, and what it posted was taken back.
    case reopen
    /// The payroll file of a period was made; after it, the period is never opened again.
    case payroll
    /// What the payroll file says was paid.
    case pay
    /// Somebody disputes a line.
    case dispute
    /// A dispute was answered.
    case answer
  }

  /// Its number, from 1.
  public var number: Int
  /// What was done.
  public var verb: Verb
  /// The name of the period that it is about; nil where it is about none.
  public var period: String?
  /// The event that it is about: a calculation, a payroll file, a dispute.
  public var about: Int?
  /// Who did it.
  public var by: String
  /// The day on which it was done.
  public var on: CalendarDate
  /// Why, or what was said.
  public var reason: String?
  /// The version of the program.
  public var version: String

  /// Creates an event.
  public init(
    number: Int, verb: Verb, period: String? = nil, about: Int? = nil, by: String,
    on: CalendarDate, reason: String? = nil, version: String
  ) {
    self.number = number
    self.verb = verb
    self.period = period
    self.about = about
    self.by = by
    self.on = on
    self.reason = reason
    self.version = version
  }
}

/// How far a period is.
public enum PeriodState: Hashable, Sendable {
  /// Nothing was calculated.
  case open
  /// It was calculated, by the event of the number.
  case calculated(Int)
  /// That calculation was approved.
  case approved(calculation: Int)
  /// It was posted, by the event of the number, and is locked.
  case closed(Int)
  /// Its payroll file was made, by the event of the number.
  case exported(Int)
  /// It was paid.
  case paid

  /// Its name.
  public var name: String {
    switch self {
    case .open: "open"
    case .calculated: "calculated"
    case .approved: "approved"
    case .closed: "closed"
    case .exported: "exported"
    case .paid: "paid"
    }
  }

  /// Whether what it posted stands.
  public var isPosted: Bool {
    switch self {
    case .open, .calculated, .approved: false
    case .closed, .exported, .paid: true
    }
  }

  /// The state after an event about the period.
  public func after(_ event: LedgerEvent) -> PeriodState {
    switch event.verb {
    case .calculate: .calculated(event.number)
    case .approve: event.about.map { .approved(calculation: $0) } ?? self
    case .close: .closed(event.number)
    case .reopen: .open
    case .payroll: .exported(event.number)
    case .pay: .paid
    case .begin, .open, .dispute, .answer: self
    }
  }
}

/// The periods of a ledger, one after the other, and how far each is.
public struct LedgerPeriods: Sendable {
  /// A period and how far it is.
  public struct Period: Hashable, Sendable {
    /// Its name and days.
    public var time: CalendarPeriod
    /// How far it is.
    public var state: PeriodState
  }

  /// The periods that something was done to, and the one after the last closed.
  public private(set) var periods: [Period]

  /// Reads what happened.
  public init(first: CalendarPeriod, yearStarts: CalendarDate?, events: [LedgerEvent]) {
    periods = [Period(time: first, state: .open)]
    for event in events {
      guard let name = event.period, let index = periods.firstIndex(where: { $0.time.name == name })
      else { continue }
      periods[index].state = periods[index].state.after(event)
      if event.verb == .close, index == periods.count - 1,
        let next = periods[index].time.following(yearStarts: yearStarts)
      {
        periods.append(Period(time: next, state: .open))
      }
      // What comes after a period that is open again has not begun.
      if event.verb == .reopen { periods.removeSubrange((index + 1)...) }
    }
  }

  /// The last period that is closed; nil before the first.
  public var lastClosed: Period? { periods.last { $0.state.isPosted } }

  /// The period that can be calculated.
  public var current: Period? { periods.first { !$0.state.isPosted } }

  /// Returns the period of a name.
  public func period(named name: String) -> Period? {
    periods.first { $0.time.name == name.uppercased() }
  }
}
