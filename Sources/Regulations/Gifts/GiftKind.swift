/// What a gift is, and so whether it counts toward the limit.
public enum GiftKind: String, Hashable, Sendable, CaseIterable {
  /// Anything of value that no other kind describes, also when handed over at an entertainment.
  case gift
  /// A ticket to an event, valued at the higher of cost and face value.
  case ticket
  /// A gift for a wedding, a birth and the like that has to do with the person, not the employer.
  case personal
  /// A usual gift on a death in the family.
  case bereavement
  /// An item of hardly any value, such as a pen.
  case deMinimis = "de minimis"
  /// An item of nominal value that shows the firm's logo.
  case promotional
  /// A decorative item that recalls a transaction, such as a plaque.
  case commemorative
  /// A donation because of a major disaster that the President has declared.
  case disasterDonation = "disaster donation"

  /// Whether it counts toward the limit; what does not is still recorded.
  public var isCounted: Bool { self == .gift || self == .ticket }

  /// Whether it stays outside the limit only as long as its value is nominal.
  var isNominal: Bool { self == .deMinimis || self == .promotional }
}

/// Whom a gift was given to, as far as the rule asks.
public enum GiftRecipientKind: String, Hashable, Sendable, CaseIterable {
  /// Somebody whose employer does, or may do, business with the firm.
  case employee
  /// A customer who deals for themselves; the rule is not about them.
  case retailCustomer = "retail customer"
  /// One of the firm's own people; the rule is not about them.
  case ownStaff = "own staff"

  /// Whether the rule is about gifts to them.
  public var isInScope: Bool { self == .employee }
}

/// Who bore the cost of a gift.
public enum GiftPayer: String, Hashable, Sendable, CaseIterable {
  /// The firm, itself or by paying the giver back.
  case firm
  /// The person who gave it.
  case giver
}

/// A choice that a cell of a gift register says by a word.
protocol GiftWord: CaseIterable, RawRepresentable<String> {
  /// What else people write for it, in lower case.
  static var otherWords: [String: Self] { get }
}

extension GiftKind: GiftWord {
  static var otherWords: [String: GiftKind] {
    [
      "event ticket": .ticket, "tickets": .ticket, "logo item": .promotional,
      "geschenk": .gift, "sachgeschenk": .gift, "eintrittskarte": .ticket, "karte": .ticket,
      "persönlich": .personal, "persönliches geschenk": .personal, "trauerfall": .bereavement,
      "kondolenz": .bereavement, "bagatelle": .deMinimis, "geringwertig": .deMinimis,
      "werbegeschenk": .promotional, "werbemittel": .promotional, "werbeartikel": .promotional,
      "erinnerungsstück": .commemorative, "katastrophenspende": .disasterDonation,
    ]
  }
}

extension GiftRecipientKind: GiftWord {
  static var otherWords: [String: GiftRecipientKind] {
    [
      "privatkunde": .retailCustomer, "privatkundin": .retailCustomer,
      "mitarbeiter": .employee, "mitarbeiterin": .employee, "angestellte": .employee,
      "angestellter": .employee, "eigenes personal": .ownStaff, "eigene mitarbeiter": .ownStaff,
      "own employee": .ownStaff,
    ]
  }
}

extension GiftPayer: GiftWord {
  static var otherWords: [String: GiftPayer] {
    [
      "company": .firm, "employer": .firm, "firma": .firm, "unternehmen": .firm,
      "arbeitgeber": .firm, "geber": .giver, "schenker": .giver, "schenkender": .giver,
    ]
  }
}
