internal import Findings
public import Tables

extension TableKind {
  /// Gifts of a firm and its people; equal rows are two gifts.
  public static let gifts: TableKind = TableKind(
    "gifts", "register of gifts", GiftColumns.Name.allCases.map(\.role))
}

/// The columns of a gift register.
struct GiftColumns {
  enum Name: String, CaseIterable {
    case date, recipient, employer
    case recipientType = "recipient_type"
    case giver, gift, kind
    case paidBy = "paid_by"
    case cost, paid, tax, delivery, currency
    case marketValue = "market_value"
    case faceValue = "face_value"

    fileprivate var role: TableRole {
      switch self {
      case .date: TableRole(rawValue, .date, isNeeded: true)
      case .recipient: TableRole(rawValue, .text, isNeeded: true)
      case .employer, .recipientType, .giver, .gift, .kind, .paidBy: TableRole(rawValue, .text)
      case .cost, .paid, .tax, .delivery, .marketValue, .faceValue: TableRole(rawValue, .amount)
      case .currency: TableRole(rawValue, .currency)
      }
    }
  }

  /// The columns as the manual shows them, in Markdown.
  static var table: String {
    let rows = Name.allCases.map { "| `\($0.rawValue)` | \($0.form) | \($0.meaning) |\n" }
    return "| column | value | meaning |\n| --- | --- | --- |\n" + rows.joined()
  }

  private let columns: [Name: TableColumn]
  let absentFields: Set<Gift.Field>

  /// Finds the columns.
  ///
  /// - Throws: `.badData` where one is missing without which nothing can be added up.
  init(_ table: inout InputTable) throws(InputFailure) {
    for name in Name.allCases where name.role.isNeeded { _ = table.required(name.rawValue) }
    var columns: [Name: TableColumn] = [:]
    for name in Name.allCases { columns[name] = table.column(name.rawValue) }
    if columns[.cost] == nil, columns[.paid] == nil, columns[.marketValue] == nil {
      _ = table.required(Name.cost.rawValue)
    }
    table.reportNearMisses(
      of: Name.allCases.map(\.rawValue), .warning, in: "a gift register")
    try table.check()
    let absent = Self.absentFields(columns)
    if !absent.isEmpty {
      let list = absent.map { "\"\($0.rawValue)\"" as Inline }.joined(separator: ", ")
      table.log.add(
        Finding(
          "gifts.incomplete", .warning, at: table.headerPlace, "the register has no column \(list)",
          remedy: "a complete record says these for each gift"))
    }
    self.columns = columns
    absentFields = Set(absent)
  }

  private static func absentFields(_ columns: [Name: TableColumn]) -> [Gift.Field] {
    Gift.Field.allCases.filter { field in
      switch field {
      case .cost: columns[.cost] == nil && columns[.paid] == nil
      // Most registers have no tickets and no personal gifts; the rows that need these ask for them.
      case .faceValue, .paidBy: false
      default: Name(rawValue: field.rawValue).flatMap { columns[$0] } == nil
      }
    }
  }

  subscript(name: Name) -> TableColumn? { columns[name] }
}

extension GiftColumns.Name {
  /// What its cells look like, in Markdown.
  fileprivate var form: String {
    switch self {
    case .date: "date"
    case .recipient, .employer: "text, or several with `;` between them"
    case .recipientType: Self.words(GiftRecipientKind.self)
    case .giver, .gift: "text"
    case .kind: Self.words(GiftKind.self)
    case .paidBy: Self.words(GiftPayer.self)
    case .cost, .paid, .tax, .delivery, .marketValue, .faceValue:
      "amount in the currency of the limit"
    case .currency: "code"
    }
  }

  /// What it means, in Markdown.
  fileprivate var meaning: String {
    switch self {
    case .date: "the day on which it was given"
    case .recipient: "who received it; several share its value"
    case .employer:
      "the recipient's, to whose business the gift relates; one for all, or one for each"
    case .recipientType: "whom the recipients are to the firm; without it they are employees"
    case .giver: "who gave it, of the firm's people"
    case .gift: "what was given"
    case .kind: "what kind of gift it is; all but a gift and a ticket are recorded and do not count"
    case .paidBy: "who bore the cost; a personal gift is the giver's own"
    case .cost: "the price, without tax and delivery"
    case .paid: "in its place, what was paid in all"
    case .tax: "the tax in it"
    case .delivery: "the delivery in it"
    case .currency: "the currency of the amounts, which is to be that of the limit"
    case .marketValue: "what it is worth, without tax and delivery"
    case .faceValue: "the amount printed on a ticket"
    }
  }

  private static func words<Value: CaseIterable & RawRepresentable<String>>(
    _ values: Value.Type
  ) -> String {
    let words = values.allCases.map { "`\($0.rawValue)`" }
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension GiftRegister {
  /// The columns of a register as the manual shows them, in Markdown.
  package static var columnTable: String { GiftColumns.table }
}
