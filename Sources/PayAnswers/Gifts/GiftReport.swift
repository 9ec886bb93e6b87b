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
      NamedTable("over", standings(of: review.over)),
      NamedTable("near", standings(of: review.near)),
      NamedTable("missing", missing),
      NamedTable("questions", questions),
      NamedTable("register", entries),
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("year", .string(review.year.description)),
      .init("near_share", .ratio(review.nearShare)),
      .init("currency", .string(rules.currency.code)),
    ]
  }

  private func standings(of entries: [GiftReview.Entry]) -> RecordTable {
    var table = RecordTable([
      "line", "date", "recipient", "employer", "year_start", "share", "total", "limit", "over_by",
    ])
    for entry in entries {
      table.append([
        .integer(entry.gift.place.line), .text(entry.gift.date?.description),
        .text(entry.recipient?.name), .text(entry.recipient?.employer),
        .text(entry.standing?.yearStart.description), .money(entry.share),
        .money(entry.standing?.total), .money(entry.standing?.limit),
        .money(entry.standing?.excess),
      ])
    }
    return table
  }

  private var missing: RecordTable {
    var table = RecordTable(["line", "date", "recipients", "field"])
    for (gift, fields) in review.missing {
      for field in fields {
        table.append([
          .integer(gift.place.line), .text(gift.date?.description), .text(Self.names(in: gift)),
          .text(field.rawValue),
        ])
      }
    }
    return table
  }

  private var questions: RecordTable {
    RecordTable(["question"], records: review.questions.map { [.text($0.description)] })
  }

  private var entries: RecordTable {
    var table = RecordTable([
      "line", "date", "recipient", "employer", "recipient_type", "giver", "gift", "kind", "value",
      "recipients", "share", "treatment", "total", "limit", "over_by",
    ])
    for entry in review.entries {
      let gift = entry.gift
      table.append([
        .integer(gift.place.line), .text(gift.date?.description), .text(entry.recipient?.name),
        .text(entry.recipient?.employer), .text(gift.recipientKind.rawValue), .text(gift.giver),
        .text(gift.item), .text(gift.kind?.rawValue), .money(gift.value),
        .integer(gift.recipients.count), .money(entry.share), .text(gift.treatment.rawValue),
        .money(entry.standing?.total), .money(entry.standing?.limit),
        .money(entry.standing?.excess),
      ])
    }
    return table
  }

  private static func names(in gift: Gift) -> String? {
    gift.recipients.isEmpty ? nil : gift.recipients.map(\.name).joined(separator: "; ")
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
      document.append(.table(table(of: review.over, last: "Over by") { $0.excess }))
    }
    if !review.near.isEmpty {
      document.append(.section("Near the limit"))
      document.append(.table(table(of: review.near, last: "Left") { $0.left }))
    }
    if !review.missing.isEmpty {
      document.append(.section("Missing in the register"))
      document.append(.table(missingTable))
    }
    if !review.questions.isEmpty {
      document.append(.section("To be asked"))
      document.append(.bullets(review.questions.map { $0.words }))
    }
    document.append(.section("Register"))
    document.append(.table(registerTable))
    document.append(.section("How this was read"))
    document.append(.bullets(readings))
    document.append(
      .warning("A help for keeping a register under FINRA Rule 3220, not legal advice."))
    return document
  }

  private var verdict: Block {
    let share = Inline.percentage(review.nearShare, places: 0)
    let over: Inline =
      switch Set(review.over.map(\.recipient)).count {
      case 0: "Nobody is over the limit."
      case let count: "\(count) recipients are over the limit."
      }
    let near: Inline =
      switch Set(review.near.map(\.recipient)).count {
      case 0: "Nobody is near it (\(share) or more)."
      case let count: "\(count) recipients are near it (\(share) or more)."
      }
    return .paragraph(
      """
      \(.strong(over)) \(near) Gifts that lack something a record should have: \(review.missing.count) of \
      \(register.gifts.count). Open questions: \(review.questions.count).
      """)
  }

  private func table(
    of entries: [GiftReview.Entry], last: Inline, _ value: (GiftReview.Standing) -> Money?
  ) -> Table {
    var table = Table([
      .text("Recipient"), .text("Employer"), .text("Gift of"), .number("Line"),
      .text("Year from"), .number("Total"), .number("Limit"), .number(last),
    ])
    for entry in entries {
      guard let standing = entry.standing else { continue }
      table.append([
        .init(entry.recipient?.name),
        .init(entry.recipient?.employer),
        entry.gift.date.map { .numericDate($0) } ?? .missing, line(of: entry.gift),
        .numericDate(standing.yearStart), .amount(standing.total),
        .amount(standing.limit),
        .strong(.amount(value(standing))),
      ])
    }
    return table
  }

  private var missingTable: Table {
    var table = Table([.number("Line"), .text("Recipient"), .text("Missing"), .text("So it")])
    for (gift, fields) in review.missing {
      table.append([
        line(of: gift), .init(Self.names(in: gift)),
        .init(fields.map(\.rawValue).joined(separator: ", ")),
        Self.consequence(for: gift),
      ])
    }
    return table
  }

  private static func consequence(for gift: Gift) -> Inline {
    if gift.treatment == .excluded { return "is recorded outside the limit" }
    if gift.date == nil || gift.recipients.isEmpty || gift.value == nil {
      return "cannot be added up"
    }
    return "is counted with what is known"
  }

  private var registerTable: Table {
    var table = Table([
      .text("Day"), .text("Recipient"), .text("Gift"), .text("Kind"), .number("Value"),
      .number("Share"), .text("Limit"), .number("Total"),
    ])
    for entry in review.entries {
      let gift = entry.gift
      let treatment: Inline =
        switch gift.treatment {
        case .counted: entry.standing == nil ? "not placed" : "counted"
        case .excluded: "outside"
        case .outOfScope: gift.recipientKind.title
        }
      table.append([
        gift.date.map { .numericDate($0) } ?? .missing,
        .init(entry.recipient?.description), .init(gift.item),
        gift.kind?.title ?? .missing,
        gift.value.map { .amount($0) } ?? .missing,
        entry.share.map { .amount($0) } ?? .missing, treatment,
        entry.standing.map { .amount($0.total) } ?? .missing,
      ])
    }
    return table
  }

  private func line(of gift: Gift) -> Inline {
    .init(gift.place.line.map { "\($0)" } as String?)
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
