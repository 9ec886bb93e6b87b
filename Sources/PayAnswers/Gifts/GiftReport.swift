public import Amounts
public import Answers
internal import Findings
public import Regulations
public import Reporting

/// What a gift register adds up to under FINRA Rule 3220: over, near, missing, to be asked.
public struct GiftReport: Answer {
  /// The register.
  public let register: GiftRegister
  /// The limits.
  public let rules: GiftRules
  /// What it adds up to.
  public let review: GiftReview

  /// Reviews a register; `nearShare` is the share of the limit from which a recipient is near it.
  public init(
    _ register: GiftRegister, rules: GiftRules, year: GiftYear, nearShare: Ratio
  ) {
    self.register = register
    self.rules = rules
    review = GiftReview(register, rules: rules, year: year, nearShare: nearShare)
  }
}

// MARK: For programs

extension GiftReport {
  public var tables: [NamedTable] {
    [
      NamedTable("over", overSheet.records), NamedTable("near", nearSheet.records),
      NamedTable(
        "missing",
        missingSheet(
          review.missing.flatMap { gift, fields in fields.map { (gift: gift, fields: [$0]) } }
        ).records),
      NamedTable("questions", questionSheet.records),
      NamedTable("register", registerSheet.records),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("year", .string(review.year.description)),
      .init("near_share", .ratio(review.nearShare)),
      .init("currency", .string(rules.currency.code)), .init("not_added_up", .integer(unplaced)),
    ]
  }
}

// MARK: The sheets

extension GiftReport {
  private var overSheet: Sheet<GiftReview.Entry> {
    standingSheet(review.over, last: "Over by") { $0?.excess }
  }

  private var nearSheet: Sheet<GiftReview.Entry> {
    standingSheet(review.near, last: "Left") { $0?.left }
  }

  /// Where recipients stand to the limit with a gift.
  private func standingSheet(
    _ entries: [GiftReview.Entry], last: Inline,
    _ distance: @escaping @Sendable (GiftReview.Standing?) -> Money?
  ) -> Sheet<GiftReview.Entry> {
    var sheet = Sheet(entries)
    addGift(to: &sheet, line: "Line", date: "Gift of") { $0.gift }
    sheet.add("recipient", "Recipient") { .text($0.recipient?.name) }
    sheet.add("employer", "Employer") { .text($0.recipient?.employer) }
    sheet.show("date", after: "employer")
    sheet.show("line", after: "date")
    sheet.add("year_start", "Year from", .day) { .text($0.standing?.yearStart.description) }
    sheet.add("share") { .money($0.share) }
    sheet.add("total", "Total", .amount()) { .money($0.standing?.total) }
    sheet.add("limit", "Limit", .amount()) { .money($0.standing?.limit) }
    sheet.add("over_by") { .money($0.standing?.excess) }
    sheet.add(.number(last)) { .strong(.amount(distance($0.standing))) }
    return sheet
  }

  /// What gifts lack.
  private func missingSheet(
    _ rows: [(gift: Gift, fields: [Gift.Field])]
  ) -> Sheet<(gift: Gift, fields: [Gift.Field])> {
    var sheet = Sheet(rows)
    addGift(to: &sheet, line: "Line") { $0.gift }
    sheet.add("recipients", "Recipient") { .text(Self.names(in: $0.gift)) }
    sheet.add("field", "Missing") { .text($0.fields.map(\.rawValue).joined(separator: ", ")) }
    sheet.add(.text("So it")) { Self.consequence(for: $0.gift) }
    return sheet
  }

  private var questionSheet: Sheet<GiftQuestion> {
    var sheet = Sheet(review.questions)
    sheet.add("question") { .text($0.description) }
    return sheet
  }

  /// Every share of every gift.
  private var registerSheet: Sheet<GiftReview.Entry> {
    var sheet = Sheet(review.entries)
    addGift(to: &sheet, date: "Day") { $0.gift }
    sheet.add("recipient", .text("Recipient")) {
      .text($0.recipient?.name)
    } cell: {
      .init($0.recipient?.description)
    }
    sheet.add("employer") { .text($0.recipient?.employer) }
    sheet.add("recipient_type") { .text($0.gift.recipientKind.rawValue) }
    sheet.add("giver") { .text($0.gift.giver) }
    sheet.add("gift", "Gift") { .text($0.gift.item) }
    sheet.add("kind", .text("Kind")) {
      .text($0.gift.kind?.rawValue)
    } cell: {
      $0.gift.kind?.title ?? .missing
    }
    sheet.add("value", "Value", .amount()) { .money($0.gift.value) }
    sheet.add("recipients") { .integer($0.gift.recipients.count) }
    sheet.add("share", "Share", .amount()) { .money($0.share) }
    sheet.add("treatment", .text("Limit")) {
      .text($0.gift.treatment.rawValue)
    } cell: {
      switch $0.gift.treatment {
      case .counted: $0.standing == nil ? "not placed" : "counted"
      case .excluded: "outside"
      case .outOfScope: $0.gift.recipientKind.title
      }
    }
    sheet.add("total", "Total", .amount()) { .money($0.standing?.total) }
    sheet.add("limit") { .money($0.standing?.limit) }
    sheet.add("over_by") { .money($0.standing?.excess) }
    return sheet
  }

  /// Adds where a gift stands in the register and its day.
  private func addGift<Row>(
    to sheet: inout Sheet<Row>, line: Inline? = nil, date: Inline? = nil,
    _ gift: @escaping @Sendable (Row) -> Gift
  ) {
    sheet.add(fields: ["line"], line.map { .number($0) }) {
      .init(gift($0).place.line.map { "\($0)" } as String?)
    } values: {
      [.integer(gift($0).place.line)]
    }
    sheet.add("date", date, .day) { .text(gift($0).date?.description) }
  }

  private static func names(in gift: Gift) -> String? {
    gift.recipients.isEmpty ? nil : gift.recipients.map(\.name).joined(separator: "; ")
  }

  private static func consequence(for gift: Gift) -> Inline {
    if gift.treatment == .excluded { return "is recorded outside the limit" }
    if gift.date == nil || gift.recipients.isEmpty || gift.value == nil {
      return "cannot be added up"
    }
    return "is counted with what is known"
  }
}

// MARK: For people

extension GiftReport {
  public var document: Document {
    var document = Document(title: "Gifts in \(.code(register.file))", blocks: [verdict])
    if register.rejected > 0 {
      document.append(
        .warning(
          """
          \(register.rejected) of \(register.rows) rows could not be read and are not \
          in these figures.
          """))
    }
    if !review.over.isEmpty {
      document.append(.section("Over the limit"))
      document.append(.table(overSheet.table()))
    }
    if !review.near.isEmpty {
      document.append(.section("Near the limit"))
      document.append(.table(nearSheet.table()))
    }
    if !review.missing.isEmpty {
      document.append(.section("Missing in the register"))
      document.append(.table(missingSheet(review.missing).table()))
    }
    if !review.questions.isEmpty {
      document.append(.section("To be asked"))
      document.append(.bullets(review.questions.map { $0.words }))
    }
    document.append(.section("Register"))
    document.append(.table(registerSheet.table()))
    document.append(.section("How this was read"))
    document.append(.bullets(readings))
    document.append(
      .warning("A help for keeping a register under FINRA Rule 3220, not legal advice."))
    return document
  }

  /// The shares of gifts that count and cannot be added up, because the day, the recipient or the value
  /// is missing.
  private var unplaced: Int {
    review.entries.count { $0.gift.treatment == .counted && $0.standing == nil }
  }

  private var verdict: Block {
    let share = Inline.percentage(review.nearShare, places: 0)
    // A gift that is not in the sums could put anybody over the limit.
    let isWhole = register.rejected == 0 && unplaced == 0
    let over: Inline =
      switch Set(review.over.map(\.recipient)).count {
      case 0 where !isWhole:
        "Whether anybody is over the limit is open: not all gifts are added up."
      case 0: "Nobody is over the limit."
      case let count: "\(count) recipients are over the limit."
      }
    let near: Inline =
      switch Set(review.near.map(\.recipient)).count {
      case 0 where !isWhole: "Of those added up, nobody is near it (\(share) or more)."
      case 0: "Nobody is near it (\(share) or more)."
      case let count: "\(count) recipients are near it (\(share) or more)."
      }
    return .paragraph(
      """
      \(.strong(over)) \(near) Gifts that lack something a record should have: \(review.missing.count) of \
      \(register.gifts.count). Open questions: \(review.questions.count).
      """)
  }

  private var readings: [Inline] {
    let limits = rules.limits.map { limit -> Inline in
      """
      From \(limit.from): \(.money(limit.amount, places: 0)) for each recipient and year \
      (\(limit.source)).
      """
    }
    return limits + [
      """
      Gifts to one recipient are added up over \(review.year.words). The firm's written procedures have \
      to say which year holds.
      """,
      """
      Each gift is held against the limit in force on its own day, with all that the recipient was \
      given in that year by then. A gift that was over the limit when it was given stays over when \
      the limit rises later.
      """,
      """
      The value is the higher of cost and market value, without tax and delivery; of a ticket the \
      higher of cost and face value. A gift to several is divided equally, to the cent.
      """,
      """
      Outside the limit, but recorded: personal and bereavement gifts, items of de minimis value, \
      promotional and commemorative items, donations for federally declared major disasters.
      """,
      "The rule is not about gifts to retail customers and to the firm's own people.",
    ]
  }
}
