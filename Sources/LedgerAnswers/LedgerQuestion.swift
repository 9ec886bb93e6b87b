public import Amounts
public import Answers
public import Findings
internal import LedgerFiles
public import PayLedger

/// What is to be done to a month of a ledger, beside calculating it?
///
///     var question = LedgerQuestion("pay.ledger", .approve("2026-01"), stamp)
///     let status = try question.answer().answer
public struct LedgerQuestion: Question, Hashable {
  /// What can be done without files of pay.
  public enum Act: Hashable, Sendable {
    /// Approve the last calculation of a period.
    case approve(String)
    /// Post what was approved, and lock the period.
    case close(String)
    /// Open the last closed period again.
    case reopen(String, reason: String)
    /// Say that a period was paid.
    case pay(String)
    /// Dispute an entry.
    case dispute(entry: Int, reason: String)
    /// Answer a dispute.
    case answer(dispute: Int, reason: String)
  }

  /// The path of the ledger.
  public var ledger: String
  /// What is done.
  public var act: Act
  /// Who does it, and when.
  public var stamp: LedgerStamp

  /// Creates a question.
  public init(_ ledger: String, _ act: Act, _ stamp: LedgerStamp) {
    self.ledger = ledger
    self.act = act
    self.stamp = stamp
  }

  /// Does it.
  ///
  /// - Throws: `.usage` for what cannot be done now, `.badData` for a ledger that is broken.
  public func answer() throws(InputFailure) -> Reply<LedgerStatus> {
    let file = try LedgerFile(opening: ledger)
    let contents = try file.contents()
    let step = try wording { () throws(LedgerObstacle) in
      switch act {
      case .approve(let period): try contents.book.approving(period, stamp)
      case .close(let period): try contents.book.closing(period, stamp)
      case .reopen(let period, let reason):
        try contents.book.reopening(period, reason: reason, stamp)
      case .pay(let period): try contents.book.paying(period, stamp)
      case .dispute(let entry, let reason):
        try contents.book.disputing(entry: entry, reason: reason, stamp)
      case .answer(let dispute, let reason):
        try contents.book.answering(dispute: dispute, reason: reason, stamp)
      }
    }
    return Reply(LedgerStatus(try file.append(step, to: contents), path: ledger))
  }
}

/// How far is each month of a ledger?
public struct LedgerStatusQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String

  /// Creates a question.
  public init(_ ledger: String) { self.ledger = ledger }

  public func answer() throws(InputFailure) -> Reply<LedgerStatus> {
    Reply(LedgerStatus(try LedgerFile(opening: ledger).contents(), path: ledger))
  }
}

/// Where does a ledger begin?
public struct LedgerBeginning: Question, Hashable {
  /// The path of the ledger, where no file may be.
  public var ledger: String
  /// The first period, such as 2026-01; those that follow are of the same kind.
  public var first: String
  /// The day on which the plan's years begin, by which names such as FY2026-Q1 are read.
  public var yearStarts: CalendarDate?
  /// Who begins it, and when.
  public var stamp: LedgerStamp

  /// Creates a question.
  public init(
    _ ledger: String, first: String, yearStarts: CalendarDate? = nil, _ stamp: LedgerStamp
  ) {
    self.ledger = ledger
    self.first = first
    self.yearStarts = yearStarts
    self.stamp = stamp
  }

  /// Makes the ledger.
  ///
  /// - Throws: `.usage` for what is no period, `.cannotCreate` where there is a file already.
  public func answer() throws(InputFailure) -> Reply<LedgerStatus> {
    guard let period = CalendarPeriod(first, yearStarts: yearStarts) else {
      throw InputFailure(
        .firstPeriod, "pay.no-period", "\"\(first)\" is not a period of pay",
        remedy: "write a month such as 2026-01, or a quarter such as 2026-Q1 or FY2026-Q1")
    }
    try LedgerFile.create(ledger, LedgerBook(first: period, yearStarts: yearStarts), stamp)
    return try LedgerStatusQuestion(ledger).answer()
  }
}

/// Runs an act, and puts into words why a ledger does not do it.
func wording<Value>(
  _ inputs: PayInputs? = nil, _ act: () throws(LedgerObstacle) -> Value
) throws(InputFailure) -> Value {
  do throws(LedgerObstacle) {
    return try act()
  } catch {
    throw InputFailure(error, inputs: inputs)
  }
}
