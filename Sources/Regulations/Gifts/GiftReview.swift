public import Amounts

/// What a gift register adds up to under the limits: what is over, near, missing, to be asked.
///
/// Each gift is held against the limit in force on its own day: what was over on the day it was
/// given stays over when the limit rises later, and the higher limit holds for what the recipient
/// has had by then, earlier gifts included. A help, not legal advice.
public struct GiftReview: Sendable {
  /// One recipient's part of one gift.
  public struct Entry: Sendable {
    /// The gift as it stands in the register.
    public let gift: Gift
    /// The recipient; nil where the register names none.
    public let recipient: Gift.Recipient?
    /// The recipient's share of the value; nil where it is not known.
    public let share: Money?
    /// How it stands to the limit; nil for what does not count or cannot be placed.
    public internal(set) var standing: Standing?

    /// The place in the order of days; a gift without a day comes last.
    var dayNumber: Int32 { gift.date?.dayNumber ?? .max }
  }

  /// What a recipient has been given in a year, up to and including one gift.
  public struct Standing: Hashable, Sendable {
    /// The first day of the year.
    public let yearStart: CalendarDate
    /// What was given from then on.
    public let total: Money
    /// The limit in force on the day of the gift.
    public let limit: Money

    /// By how much the total is over the limit; nil when it is not.
    public var excess: Money? { total > limit ? total - limit : nil }
    /// What may still be given that year under this limit, at least nothing.
    public var left: Money { max(limit - total, .zero(limit.currency)) }
  }

  /// The year over which gifts are added up.
  public let year: GiftYear
  /// The share of the limit from which a recipient is near it.
  public let nearShare: Ratio
  /// Every share of every gift, in the order of the register.
  public let entries: [Entry]
  /// The entries that brought their recipient over the limit or found them there, by day.
  public let over: [Entry]
  /// The latest entry of each recipient and year, by day, that is near the limit and not over it.
  public let near: [Entry]
  /// The gifts in scope that lack something, and what.
  public let missing: [(gift: Gift, fields: [Gift.Field])]
  /// What has to be asked.
  public let questions: [GiftQuestion]

  /// Reviews a register.
  ///
  /// - Parameters:
  ///   - register: The gifts.
  ///   - rules: The limits.
  ///   - year: The year over which gifts to one recipient are added up.
  ///   - nearShare: The share of the limit from which a recipient is near it.
  /// - Complexity: O(n log n) for n gifts, and O(r²) comparisons of the names of r recipients.
  public init(
    _ register: GiftRegister, rules: GiftRules, year: GiftYear, nearShare: Ratio
  ) {
    let ledger = GiftLedger(rules: rules, year: year)
    var entries = register.gifts.flatMap(Self.entries)
    let accounts = Dictionary(
      grouping: entries.indices.filter { Self.isCountable(entries[$0]) },
      by: { entries[$0].recipient })
    for account in accounts.values {
      let ordered = account.sorted { (entries[$0].dayNumber, $0) < (entries[$1].dayNumber, $1) }
      for (index, standing) in zip(ordered, ledger.standings(ordered.map { entries[$0] })) {
        entries[index].standing = standing
      }
    }
    let byDay = entries.indices.filter { entries[$0].standing != nil }
      .sorted { (entries[$0].dayNumber, $0) < (entries[$1].dayNumber, $1) }
      .map { entries[$0] }
    self.year = year
    self.nearShare = nearShare
    self.entries = entries
    over = byDay.filter { $0.standing?.excess != nil }
    near = Self.latest(byDay, year).filter { Self.isNear($0, nearShare) }
    missing = register.gifts.compactMap { gift in
      guard gift.treatment != .outOfScope else { return nil }
      let fields = gift.missingFields.filter { !register.absentFields.contains($0) }
      return fields.isEmpty ? nil : (gift, fields)
    }
    questions =
      Self.questions(on: entries, rules: rules)
      + ledger.spellingQuestions(
        accounts.compactMap { recipient, account in
          recipient.map { ($0, account.map { entries[$0] }) }
        })
  }

  private static func entries(of gift: Gift) -> [Entry] {
    if gift.recipients.isEmpty { return [Entry(gift: gift, recipient: nil, share: gift.value)] }
    let shares = gift.shares
    return gift.recipients.enumerated().map { index, recipient in
      Entry(gift: gift, recipient: recipient, share: shares.isEmpty ? nil : shares[index].value)
    }
  }

  private static func isCountable(_ entry: Entry) -> Bool {
    entry.gift.treatment == .counted && entry.gift.date != nil && entry.recipient != nil
      && entry.share != nil
  }

  private static func isNear(_ entry: Entry, _ nearShare: Ratio) -> Bool {
    guard let standing = entry.standing, standing.excess == nil,
      let bound = try? standing.limit.majorUnits * nearShare
    else { return false }
    return standing.total.majorUnits >= bound
  }

  /// The last entry of each recipient in each year; rolling years overlap, so there it is the last.
  private static func latest(_ byDay: [Entry], _ year: GiftYear) -> [Entry] {
    struct Key: Hashable {
      var recipient: Gift.Recipient?
      var yearStart: CalendarDate?
    }
    var seen: Set<Key> = []
    let kept = byDay.reversed().filter { entry in
      seen.insert(
        Key(
          recipient: entry.recipient,
          yearStart: year == .rolling ? nil : entry.standing?.yearStart)
      ).inserted
    }
    return kept.reversed()
  }

  private static func questions(on entries: [Entry], rules: GiftRules) -> [GiftQuestion] {
    var questions: [GiftQuestion] = []
    var lastGift: Gift?
    // The shares of a gift stand together and its first is the largest, so one question does.
    for entry in entries where entry.gift != lastGift {
      lastGift = entry.gift
      let gift = entry.gift
      if gift.kind == .personal, gift.treatment == .counted {
        questions.append(.personalPaidByFirm(gift))
      }
      if gift.kind?.isNominal == true, gift.treatment == .excluded, let share = entry.share,
        let limit = gift.date.flatMap(rules.limit(on:))?.amount,
        share.minorUnits > limit.minorUnits / 2
      {
        questions.append(.nominalValue(gift, share: share, limit: limit))
      }
    }
    return questions
  }
}
