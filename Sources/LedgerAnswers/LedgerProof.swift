internal import Amounts
public import Answers
public import Findings
public import LedgerFiles
internal import PayLedger
public import Reporting

/// Can a ledger be trusted?
public struct LedgerProofQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String
  /// The hash that its last event is known to have, or the beginning of it; nil where nobody kept one.
  public var head: String?

  /// Creates a question.
  public init(_ ledger: String, head: String? = nil) {
    self.ledger = ledger
    self.head = head
  }

  /// Checks the pages of the database, the chain of hashes, kept files, and that opening balances and postings
  /// come to the closing ones.
  public func answer() throws(InputFailure) -> Reply<LedgerProof> {
    let file = try LedgerFile(opening: ledger)
    let contents = try file.unverifiedContents()
    var proof = LedgerProof(
      events: contents.book.events.count, entries: contents.book.entries.count,
      head: contents.head, faults: contents.faults + (try file.furtherFaults()))
    if let head, head.isEmpty || !contents.head.hasPrefix(head.lowercased()) {
      proof.isOtherHead = true
    }
    return Reply(proof)
  }
}

/// Whether a ledger can be trusted, and what is wrong with it.
public struct LedgerProof: Answer {
  /// How many events it has.
  public let events: Int
  /// How many entries.
  public let entries: Int
  /// The hash of its last event.
  public let head: String
  /// What is wrong.
  public let faults: [LedgerFault]
  /// Whether its last event is not the one that was asked for: it was cut short, or has grown.
  public internal(set) var isOtherHead = false

  /// Whether nothing is wrong.
  public var isClean: Bool { faults.isEmpty && !isOtherHead }

  public var document: Document {
    var document = Document(title: "Ledger, verified")
    if isClean {
      let events: Inline = "\(.number(self.events)) events"
      let entries: Inline = "\(.number(self.entries)) entries"
      document.append(
        .paragraph("\(events) and \(entries) follow from each other, up to \(.code(head))."))
    }
    if isOtherHead {
      document.append(
        .warning(
          "The last event is not the one that was asked for: it was cut short, or has grown."))
    }
    if !faults.isEmpty {
      document.append(.paragraph("It cannot be trusted:"))
      document.append(.bullets(faults.map(\.sentence)))
    }
    return document
  }

  public var charts: [Chart] { [] }

  public var tables: [NamedTable] {
    [
      NamedTable("faults") {
        var sheet = Sheet(faults)
        sheet.add("kind") { .text($0.kind.rawValue) }
        sheet.add("table") { .text($0.table) }
        sheet.add("row") { .text($0.row) }
        sheet.add("detail") { .text($0.detail) }
        return sheet.records
      }
    ]
  }

  public var facts: [JSONValue.Member] {
    [
      .init("clean", .bool(isClean)), .init("events", .integer(events)),
      .init("entries", .integer(entries)), .init("head", .string(head)),
    ]
  }
}
