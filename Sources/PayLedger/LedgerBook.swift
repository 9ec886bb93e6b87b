public import Amounts

/// A ledger as a value: what was done, and what was posted by it.
///
/// It only grows. Each act of a month is a function that returns the step to append, or says why there is
/// none; a file keeps the same steps.
public struct LedgerBook: Sendable {
  /// The first period.
  public let first: CalendarPeriod
  /// The day on which the plan's years begin; nil for the first of January.
  public let yearStarts: CalendarDate?
  /// What was done.
  public private(set) var events: [LedgerEvent] = []
  /// What was posted.
  public private(set) var entries: [LedgerEntry] = []
  /// What calculations would post, by the numbers of their events.
  public private(set) var calculations: [Int: Calculation] = [:]

  /// Creates a ledger in which nothing was done.
  public init(first: CalendarPeriod, yearStarts: CalendarDate? = nil) {
    self.first = first
    self.yearStarts = yearStarts
  }

  /// How far each period is.
  ///
  /// - Complexity: O(number of events).
  public var periods: LedgerPeriods {
    LedgerPeriods(first: first, yearStarts: yearStarts, events: events)
  }

  /// Appends a step.
  public mutating func append(_ step: LedgerStep) {
    events.append(step.event)
    if let calculation = step.calculation { calculations[step.event.number] = calculation }
    for posting in step.postings {
      entries.append(
        LedgerEntry(
          number: entries.count + 1, event: step.event.number, period: step.event.period,
          posting: posting))
    }
  }

  /// The sums of all postings by their keys.
  public var posted: PostedSums {
    var sums = PostedSums()
    for entry in entries { sums.add(entry.posting) }
    return sums
  }

  /// The last close that stands; nil before the first.
  public var lastClose: LedgerEvent? {
    guard let name = periods.lastClosed?.time.name else { return nil }
    return events.last { $0.verb == .close && $0.period == name }
  }
}

/// A posting that was made.
public struct LedgerEntry: Hashable, Sendable {
  /// Its number, from 1.
  public var number: Int
  /// The event that posted it.
  public var event: Int
  /// The period in which it was posted; nil for what stood before the first.
  public var period: String?
  /// What was posted.
  public var posting: Posting

  /// Creates an entry.
  public init(number: Int, event: Int, period: String?, posting: Posting) {
    self.number = number
    self.event = event
    self.period = period
    self.posting = posting
  }
}

/// What an act adds to a ledger.
public struct LedgerStep: Hashable, Sendable {
  /// What was done.
  public var event: LedgerEvent
  /// What is posted by it.
  public var postings: [Posting]
  /// What a calculation would post; nil for other acts.
  public var calculation: Calculation?

  /// Creates a step.
  public init(_ event: LedgerEvent, postings: [Posting] = [], calculation: Calculation? = nil) {
    self.event = event
    self.postings = postings
    self.calculation = calculation
  }
}

/// What a period would post, and for whom.
public struct Calculation: Hashable, Sendable {
  /// The postings.
  public var postings: [Posting]
  /// The people who are paid.
  public var payees: [Payee]

  /// Creates a calculation.
  public init(postings: [Posting] = [], payees: [Payee] = []) {
    self.postings = postings
    self.payees = payees
  }
}

/// A person as payroll knows them.
public struct Payee: Hashable, Sendable {
  /// The name that the roster and the deals use.
  public var rep: String
  /// The name to print.
  public var name: String?
  /// The number by which payroll knows the person.
  public var employeeID: String?

  /// Creates a person.
  public init(rep: String, name: String? = nil, employeeID: String? = nil) {
    self.rep = rep
    self.name = name
    self.employeeID = employeeID
  }
}

/// Who does something to a ledger, when, and with which version of the program.
public struct LedgerStamp: Hashable, Sendable {
  /// Who.
  public var by: String
  /// The day.
  public var on: CalendarDate
  /// The version.
  public var version: String

  /// Creates a stamp.
  public init(by: String, on: CalendarDate, version: String) {
    self.by = by
    self.on = on
    self.version = version
  }
}

extension LedgerBook {
  /// The ledger as it was before an event.
  public func until(_ number: Int) -> LedgerBook {
    var book = LedgerBook(first: first, yearStarts: yearStarts)
    var next = entries[...]
    for event in events where event.number < number {
      let own = next.prefix { $0.event <= event.number }
      next = next.dropFirst(own.count)
      book.append(
        LedgerStep(
          event, postings: own.map(\.posting), calculation: calculations[event.number]))
    }
    return book
  }
}
