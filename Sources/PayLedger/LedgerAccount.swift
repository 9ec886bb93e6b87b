/// Where an amount of a person stands: what they are owed, or what they owe.
public enum LedgerAccount: String, Hashable, Sendable, CaseIterable {
  /// What the person gets with the next payment; below zero it is carried to the one after.
  case payable
  /// What is earned and not due yet.
  case held
  /// What the person owes on draws that are to be recovered.
  case draw
  /// What the person owes for cancelled deals, above what there was to take it from.
  case clawback
}

/// What an entry is, in the words of the field.
public enum EntryKind: String, Hashable, Sendable, CaseIterable {
  /// What a commission paid for the period.
  case earning
  /// What a bonus paid for the period.
  case bonus
  /// A difference to what an earlier period posted, or should have.
  case adjustment
  /// What is taken back for a cancelled deal.
  case clawback
  /// What was added or taken by hand.
  case manual = "manual adjustment"
  /// What a guarantee pays on top.
  case guarantee
  /// What is earned and not due yet.
  case hold
  /// What was held and is due.
  case release
  /// What was held and is lost, because its deal was cancelled.
  case lapse
  /// What a draw pays in advance.
  case drawAdvance = "draw advance"
  /// What is taken back of earlier advances.
  case drawRecovery = "draw recovery"
  /// What is no longer taken back of earlier advances.
  case drawForgiveness = "draw forgiveness"
  /// What cannot be taken back now, and is owed.
  case carry
  /// What stood when the ledger began.
  case openingBalance = "opening balance"
  /// What was paid out.
  case payout
}

/// What is owed to a person, or by one, as a running sum: what the kinds of entries change.
public enum OwedItem: String, Hashable, Sendable, CaseIterable {
  /// What the plan's components pay.
  case earned
  /// What cancelled deals give back.
  case clawback
  /// What was added or taken by hand.
  case manual
  /// What a guarantee pays on top.
  case guarantee
  /// What of earnings has not become due, or never will.
  case held
  /// What of it never will.
  case lapsed
  /// What draws have paid in advance.
  case drawAdvanced = "draw_advanced"
  /// What was taken back of that.
  case drawRecovered = "draw_recovered"
  /// What of it is not taken back any more.
  case drawForgiven = "draw_forgiven"
  /// What is owed for cancelled deals and could not be taken back.
  case carried
  /// What stood when the ledger began.
  case opening
  /// What was taken back, from other pay, of draws of years that are over and of those that stood when the
  /// ledger began.
  case oldDrawRecovered = "old_draw_recovered"
  /// The same of what was owed for cancelled deals when the ledger began.
  case oldClawbackRecovered = "old_clawback_recovered"
  /// What was paid out.
  case paid

  /// Whether a calculation says what it comes to; what others post stays as it is.
  var isCalculated: Bool {
    switch self {
    case .opening, .oldDrawRecovered, .oldClawbackRecovered, .paid: false
    default: true
    }
  }

  /// The accounts that it changes, and which way; the first is the one by which it is summed.
  var accounts: [(account: LedgerAccount, sign: Int64)] {
    switch self {
    case .earned, .clawback, .manual, .guarantee, .opening: [(.payable, 1)]
    case .held: [(.held, 1), (.payable, -1)]
    case .lapsed: [(.held, -1)]
    case .drawAdvanced: [(.payable, 1), (.draw, 1)]
    case .drawRecovered, .oldDrawRecovered: [(.payable, -1), (.draw, -1)]
    case .drawForgiven: [(.draw, -1)]
    case .carried: [(.payable, 1), (.clawback, 1)]
    case .oldClawbackRecovered: [(.payable, -1), (.clawback, -1)]
    case .paid: [(.payable, -1)]
    }
  }
}
