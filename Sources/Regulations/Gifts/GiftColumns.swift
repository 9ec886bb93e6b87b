internal import CSVReading
internal import Findings

/// Where the columns of a gift register are; names match without regard to case and blanks.
struct GiftColumns {
  enum Name: String, CaseIterable {
    case date, recipient, employer
    case recipientType = "recipient_type"
    case giver, gift, kind
    case paidBy = "paid_by"
    case cost, paid, tax, delivery
    case marketValue = "market_value"
    case faceValue = "face_value"
  }

  /// The columns as the manual shows them, in Markdown.
  static var table: String {
    let rows = Name.allCases.map { "| `\($0.rawValue)` | \($0.form) | \($0.meaning) |\n" }
    return "| column | value | meaning |\n| --- | --- | --- |\n" + rows.joined()
  }

  private let positions: [Name: Int]
  let absentFields: Set<Gift.Field>
  let findings: [Finding]

  init(_ file: CSVFile) throws(InputFailure) {
    let place = file.headerPlace
    var positions: [Name: Int] = [:]
    var log = FindingLog()
    for (index, title) in file.header.enumerated() {
      let folded = String(title.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
      if let name = Name(rawValue: folded) {
        positions[name] = positions[name] ?? index
      } else if let near = NearMiss.closest(to: folded, among: Name.allCases.map(\.rawValue)) {
        log.add(
          Finding(
            "gifts.unknown-column", .warning, at: place, "the column \"\(title)\" is not read",
            remedy: "did you mean \"\(near)\"?"))
      }
    }
    let needs: [(what: Inline, anyOf: [Name])] = [
      ("the column \"date\"", [.date]), ("the column \"recipient\"", [.recipient]),
      ("a column \"cost\", \"paid\" or \"market_value\"", [.cost, .paid, .marketValue]),
    ]
    for need in needs where !need.anyOf.contains(where: { positions[$0] != nil }) {
      log.add(
        Finding(
          "gifts.missing-column", at: place, "the register needs \(need.what)",
          remedy: "its columns are: \(file.header.joined(separator: ", "))"))
    }
    if log.hasErrors { throw InputFailure(.badData, log) }
    let absent = Self.absentFields(positions)
    if !absent.isEmpty {
      let list = absent.map { "\"\($0.rawValue)\"" as Inline }.joined(separator: ", ")
      log.add(
        Finding(
          "gifts.incomplete", .warning, at: place, "the register has no column \(list)",
          remedy: "a complete record says these for each gift"))
    }
    self.positions = positions
    absentFields = Set(absent)
    findings = log.findings
  }

  private static func absentFields(_ positions: [Name: Int]) -> [Gift.Field] {
    Gift.Field.allCases.filter { field in
      switch field {
      case .cost: positions[.cost] == nil && positions[.paid] == nil
      // Most registers have no tickets and no personal gifts; the rows that need these ask for them.
      case .faceValue, .paidBy: false
      default: Name(rawValue: field.rawValue).flatMap { positions[$0] } == nil
      }
    }
  }

  subscript(name: Name) -> Int? { positions[name] }
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
