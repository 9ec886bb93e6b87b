internal import CSVReading
internal import Findings

/// Where the columns of a gift register are; names match without regard to case and blanks.
struct GiftColumns {
  enum Name: String, CaseIterable {
    case date, recipient, employer, giver, gift, kind, cost, paid, tax, delivery
    case recipientType = "recipient_type"
    case paidBy = "paid_by"
    case marketValue = "market_value"
    case faceValue = "face_value"
  }

  private let positions: [Name: Int]
  let absentFields: Set<Gift.Field>
  let findings: [Finding]

  init(_ file: CSVFile) throws(InputFailure) {
    let place = Place(file: file.name, line: file.headerLine)
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
