public import Amounts
public import Findings

/// One row of a gift register; what the row leaves empty is nil.
public struct Gift: Hashable, Sendable {
  /// A person as the register names them; two spellings are two recipients.
  public struct Recipient: Hashable, Sendable {
    /// The name as the register writes it; gifts to one name are added up.
    public var name: String
    /// The employer, to whose business the gift relates; nil where the register does not say.
    public var employer: String?

    /// Creates a recipient.
    public init(_ name: String, employer: String? = nil) {
      self.name = name
      self.employer = employer
    }
  }

  /// A field that a complete record has.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case date, recipient, employer, giver, gift, kind, cost
    case marketValue = "market_value"
    case faceValue = "face_value"
    case paidBy = "paid_by"
  }

  /// The day on which it was given.
  public var date: CalendarDate?
  /// Who received it; several share its value.
  public var recipients: [Recipient]
  /// Whom the recipients are to the firm.
  public var recipientKind: GiftRecipientKind
  /// Who gave it, of the firm's people.
  public var giver: String?
  /// What was given, in words; nil where the register does not say.
  public var item: String?
  /// What kind of gift it is; nil is taken for one that counts.
  public var kind: GiftKind?
  /// Who bore the cost; nil where the register does not say.
  public var paidBy: GiftPayer?
  /// The cost, without tax and delivery.
  public var cost: Money?
  /// The market value, without tax and delivery.
  public var marketValue: Money?
  /// The amount printed on a ticket.
  public var faceValue: Money?
  /// The file and line of the row, for findings about it.
  public var place: Place

  /// Creates a gift.
  public init(
    date: CalendarDate?, recipients: [Recipient], recipientKind: GiftRecipientKind = .employee,
    giver: String? = nil, item: String? = nil, kind: GiftKind? = nil, paidBy: GiftPayer? = nil,
    cost: Money? = nil, marketValue: Money? = nil, faceValue: Money? = nil, place: Place
  ) {
    self.date = date
    self.recipients = recipients
    self.recipientKind = recipientKind
    self.giver = giver
    self.item = item
    self.kind = kind
    self.paidBy = paidBy
    self.cost = cost
    self.marketValue = marketValue
    self.faceValue = faceValue
    self.place = place
  }

  /// The value: the higher of cost and market value, of a ticket the higher of cost and face value.
  ///
  /// Where only one of the two is known it is that one, and nil where neither is.
  public var value: Money? {
    [cost, kind == .ticket ? faceValue : marketValue].compactMap(\.self).max()
  }

  /// The value divided equally among the recipients, exact to the minor unit.
  public var shares: [(recipient: Recipient, value: Money)] {
    guard let value, !recipients.isEmpty else { return [] }
    return Array(zip(recipients, value.split(among: recipients.count)))
  }

  /// What the row does not say although a complete record of it would.
  public var missingFields: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .date: date == nil
      case .recipient: recipients.isEmpty
      case .employer: recipients.contains { $0.employer == nil }
      case .giver: giver == nil
      case .gift: item == nil
      case .kind: kind == nil
      case .cost: cost == nil
      case .marketValue: kind != .ticket && marketValue == nil
      case .faceValue: kind == .ticket && faceValue == nil
      case .paidBy: kind == .personal && paidBy == nil
      }
    }
  }

  /// How the rule treats the gift.
  public var treatment: Treatment {
    if !recipientKind.isInScope { return .outOfScope }
    // Notice to Members 06-69: what the firm pays for is presumed not to be personal.
    if kind == .personal, paidBy == .firm { return .counted }
    return kind?.isCounted ?? true ? .counted : .excluded
  }

  /// How the rule treats a gift.
  public enum Treatment: String, Hashable, Sendable {
    /// It counts toward the limit.
    case counted
    /// It is recorded but does not count.
    case excluded
    /// The rule is not about it.
    case outOfScope = "out_of_scope"
  }
}
