public import Amounts

/// What a period posts: what is owed as of its last day, less what was posted before.
///
/// A deal that comes late, a changed amount, split, quota or plan are all the same to it: the sum of
/// what was posted for a key moves to what is owed for it now, in the period that is open, and closed
/// periods never change. It is computed over all that a plan's year owes, because one late deal can
/// reprice a year.
public struct Settlement: Sendable {
  /// The postings, in the order of their keys.
  public let postings: [Posting]
  /// Deals that were paid on, and amounts by hand, for which nothing is owed to anyone now, in alphabetical order.
  public let gone: [GoneDeal]

  /// A deal, or an amount by hand, that was paid and has left what is owed.
  public struct GoneDeal: Hashable, Sendable {
    /// The deal, or the reason of the amount.
    public let deal: String
    /// Whether it is an amount by hand.
    public let isByHand: Bool
    /// What was posted for it, to everyone.
    public let amount: Money
  }

  private struct GoneKey: Hashable {
    var deal: String
    var isByHand: Bool
    var currency: Currency
  }

  /// What changed since the last close, beside the deals.
  public struct Changes: Hashable, Sendable {
    /// What the files are for that changed, such as "plan", deals aside; empty where none did.
    public var files: [String]
    /// Whether the deals are in another file than before, or in one that changed.
    public var areDealsOthers: Bool
    /// The version of the program that made the last close, where it is another one.
    public var version: String?
    /// What files that are for one thing move alone, by what they are for; empty where it is not known.
    public var alone: [String: [OwedKey: Money]] = [:]

    /// What all files are for that changed, deals among them.
    public var roles: [String] { files + (areDealsOthers ? ["deals"] : []) }

    /// Creates what changed.
    public init(files: [String] = [], areDealsOthers: Bool = true, version: String? = nil) {
      self.files = files
      self.areDealsOthers = areDealsOthers
      self.version = version
    }
  }

  /// Settles what is owed with what was posted.
  ///
  /// - Parameters:
  ///   - owed: What is owed as of the last day of the period, by the plans that were calculated.
  ///   - posted: What was posted so far.
  ///   - plans: The plans that were calculated, with the years; what others posted stays as it is.
  ///   - closedUntil: The last day of the last closed period; nil before the first.
  ///   - changes: What changed since then.
  public init(
    of owed: [Owed], with posted: PostedSums, plans: Set<PlanYear>, closedUntil: CalendarDate?,
    changes: Changes
  ) {
    let now = Dictionary(owed.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let credited = people(credited: owed.lazy.filter { $0.key.item == .earned }.map(\.key))
    let creditedBefore = people(
      credited: posted.sums.lazy.filter {
        $0.key.item == .earned && $0.value.amount.minorUnits != 0
      }
      .map(\.key))
    var left: [GoneKey: Money] = [:]
    var postings: [Posting] = []
    let settled = posted.sums.keys.filter { key in
      plans.contains(PlanYear(key)) && key.item.isCalculated
    }
    func difference(_ key: OwedKey) -> Money {
      let (so, before) = (now[key]?.amount, posted.sums[key]?.amount)
      let zero = Money.zero((so ?? before)?.currency ?? .usd)
      return (so ?? zero) - (before ?? zero)
    }
    let changed = Set(now.keys).union(settled).filter { difference($0).minorUnits != 0 }
    // Who is paid for the first time for a deal of others has it from them only where they are paid less.
    let fallen = Set(
      changed.filter { $0.item == .earned && difference($0).minorUnits < 0 }.compactMap(\.deal))
    for key in changed.sorted() {
      let before = posted.sums[key]
      let difference = difference(key)
      let currency = difference.currency
      let facts = now[key]?.facts ?? before?.facts ?? OwedFacts()
      let owners = key.deal.map { credited[$0] ?? [] }
      let isGone = owners?.isEmpty ?? false
      let isByHand = key.item == .manual && now[key] == nil
      if isByHand || isGone && key.item == .earned, let name = key.deal ?? key.component, let before
      {
        let gone = GoneKey(deal: name, isByHand: isByHand, currency: currency)
        left[gone, default: .zero(currency)] += before.amount
      }
      let others = key.deal.map { creditedBefore[$0] ?? [] } ?? []
      let moves =
        before == nil
        ? !others.isEmpty && !others.contains(key.rep) && key.deal.map(fallen.contains) ?? false
        : now[key] == nil && owners.map { !$0.contains(key.rep) } ?? false
      let day = now[key]?.facts.day ?? key.origin ?? before?.facts.day
      let isOfClosed = closedUntil.flatMap { end in day.map { $0 <= end } } ?? false
      let cause: Cause? =
        before == nil && !isOfClosed
        ? nil
        : Cause(
          of: now[key], before: before, isGone: isGone || isByHand, moves: moves,
          isNew: before == nil && others.isEmpty, changes: changes,
          each: changes.each(of: key, difference))
      let kind = EntryKind(
        of: key.item, difference, isBonus: facts.isBonus, isOfEarlier: cause != nil)
      for (account, sign) in key.item.accounts {
        postings.append(
          Posting(
            key, kind, account,
            Money(minorUnits: sign * difference.minorUnits, currency: currency), facts: facts,
            cause: key.item.isRunning ? nil : cause?.times(sign)))
      }
    }
    self.postings = postings
    gone = left.filter { $0.value.minorUnits != 0 }.map {
      GoneDeal(deal: $0.key.deal, isByHand: $0.key.isByHand, amount: $0.value)
    }.sorted { ($0.deal, $0.amount.currency.code) < ($1.deal, $1.amount.currency.code) }
  }
}

/// A plan and one of its years.
public struct PlanYear: Hashable, Sendable {
  /// The name of the plan.
  public var plan: String
  /// The first day of the year.
  public var start: CalendarDate

  /// Creates a year of a plan.
  public init(plan: String, start: CalendarDate) {
    self.plan = plan
    self.start = start
  }

  init(_ key: OwedKey) { self.init(plan: key.plan, start: key.planYear) }
}

extension PlanYear: Comparable {
  public static func < (left: PlanYear, right: PlanYear) -> Bool {
    (left.start, left.plan) < (right.start, right.plan)
  }
}

/// A person on one year of a plan.
public struct PersonOnPlan: Hashable, Sendable {
  /// The person.
  public let rep: String
  /// The plan.
  public let year: PlanYear

  /// Creates a person on a plan.
  public init(rep: String, year: PlanYear) {
    self.rep = rep
    self.year = year
  }
}

/// The people whom each deal is credited to, by whichever plan.
private func people(credited keys: some Sequence<OwedKey>) -> [String: Set<String>] {
  var people: [String: Set<String>] = [:]
  for key in keys {
    if let deal = key.deal { people[deal, default: []].insert(key.rep) }
  }
  return people
}

extension OwedItem {
  /// Whether it is a balance that every month moves, so that a change has no cause of its own.
  fileprivate var isRunning: Bool {
    switch self {
    case .held, .lapsed, .carried, .drawForgiven: true
    default: false
    }
  }
}

extension Cause {
  /// Why what is owed for something differs from what was posted for it.
  fileprivate init(
    of now: Owed?, before: Posted?, isGone: Bool, moves: Bool, isNew: Bool,
    changes: Settlement.Changes, each: Cause?
  ) {
    let (was, isNow) = (before?.facts ?? OwedFacts(), now?.facts ?? OwedFacts())
    if isGone {
      self = .gone
    } else if moves {
      self = .owner
    } else if isNew {
      self = .late
    } else if let each, case .each = each {
      self = each
    } else if let old = was.credit, let new = isNow.credit, old != new {
      self = .credit(was: old, isNow: new)
    } else if let old = was.day, let new = isNow.day, old != new {
      self = .day(was: old, isNow: new)
    } else if now != nil, before != nil, was.quota != isNow.quota {
      self = .quota(was: was.quota, isNow: isNow.quota)
    } else if let each {
      self = each
    } else if !changes.files.isEmpty {
      self = .files(changes.roles)
    } else if !changes.areDealsOthers, let version = changes.version {
      self = .engine(version)
    } else {
      self = .deals
    }
  }
}

extension Cause {
  /// It on an account that gets the opposite of what is owed, for -1.
  fileprivate func times(_ sign: Int64) -> Cause {
    guard sign < 0, case .each(let moves, let rest) = self else { return self }
    return .each(moves.map { Move($0.role, -$0.amount) }, together: -rest)
  }
}

extension Settlement.Changes {
  /// What of a difference each of several changed kinds of files makes alone, or the one that makes all of it;
  /// nil where that is not known.
  fileprivate func each(of key: OwedKey, _ difference: Money) -> Cause? {
    let moves = roles.compactMap { role in
      alone[role]?[key].map { Cause.Move(role, $0.majorUnits) }
    }
    guard let first = moves.first,
      let rest = try? moves.reduce(difference.majorUnits, { try $0 - $1.amount })
    else { return nil }
    if moves.count == 1, rest == .zero {
      return first.role == "deals" ? .deals : .files([first.role])
    }
    return .each(moves, together: rest)
  }
}

extension EntryKind {
  /// What a change of an item is called.
  fileprivate init(
    of item: OwedItem, _ change: Money, isBonus: Bool, isOfEarlier: Bool
  ) {
    let isMore = change.minorUnits > 0
    switch item {
    case .earned: self = isOfEarlier ? .adjustment : isBonus ? .bonus : .earning
    case .clawback: self = .clawback
    case .manual: self = .manual
    case .guarantee: self = .guarantee
    case .held: self = isMore ? .hold : .release
    case .lapsed: self = .lapse
    case .drawAdvanced: self = .drawAdvance
    case .drawRecovered, .oldDrawRecovered: self = .drawRecovery
    case .drawForgiven: self = .drawForgiveness
    case .carried, .oldClawbackRecovered: self = .carry
    case .opening: self = .openingBalance
    case .paid: self = .payout
    }
  }
}
