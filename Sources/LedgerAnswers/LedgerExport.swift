internal import Amounts
public import Answers
internal import Digests
public import Findings
internal import LedgerFiles
internal import PayLedger
public import Reporting

/// What is a ledger as text, which git can compare?
public struct LedgerExportQuestion: Question, Hashable {
  /// The path of the ledger.
  public var ledger: String

  /// Creates a question.
  public init(_ ledger: String) { self.ledger = ledger }

  public func answer() throws(InputFailure) -> Reply<LedgerText> {
    let file = try LedgerFile(opening: ledger)
    let contents = try file.contents()
    var kept: [LedgerText.Kept] = []
    for event in contents.book.events {
      for input in try file.inputs(of: event.number) {
        kept.append(LedgerText.Kept(event: event.number, input: input))
      }
    }
    return Reply(LedgerText(contents.book, kept))
  }
}

/// A ledger as tables of text, and the files that it keeps.
public struct LedgerText: Answer {
  /// A file or setting of an event.
  struct Kept: Sendable {
    let event: Int
    let input: KeptInput
  }

  private let book: LedgerBook
  private let kept: [Kept]

  init(_ book: LedgerBook, _ kept: [Kept]) {
    self.book = book
    self.kept = kept
  }

  /// The files that are kept, each once, by names that tell them apart.
  public var files: [(name: String, bytes: [UInt8])] {
    var seen: Set<String> = []
    return kept.compactMap { kept in
      guard let bytes = kept.input.bytes, let name = kept.input.fileName,
        seen.insert(name).inserted
      else { return nil }
      return (name, bytes)
    }
  }

  public var document: Document {
    let events: Inline = "\(.number(book.events.count)) events"
    let entries: Inline = "\(.number(book.entries.count)) entries"
    let files: Inline = "\(.number(self.files.count)) files"
    return Document(
      title: "Ledger, as text", blocks: [.paragraph("\(events), \(entries) and \(files).")])
  }

  public var charts: [Chart] { [] }

  public var tables: [NamedTable] {
    [
      NamedTable("entries") { entrySheet.records },
      NamedTable("events") { LedgerEvent.sheet(book.events).records },
      NamedTable("inputs") { inputSheet.records }, NamedTable("balances") { balanceSheet.records },
    ]
  }

  private var entrySheet: Sheet<LedgerEntry> {
    var sheet = Sheet(book.entries)
    sheet.add("entry") { .integer($0.number) }
    sheet.add("event") { .integer($0.event) }
    sheet.add("period") { .text($0.period) }
    PostingSheet.addSubject(to: &sheet) { $0.posting }
    sheet.add("item") { .text($0.posting.key.item.rawValue) }
    sheet.add("kind") { .text($0.posting.kind.rawValue) }
    sheet.add("account") { .text($0.posting.account.rawValue) }
    sheet.add("currency") { .text($0.posting.amount.currency.code) }
    sheet.add("amount") { .money($0.posting.amount) }
    PostingSheet.addCause(to: &sheet) { $0.posting }
    return sheet
  }

  private var inputSheet: Sheet<Kept> {
    var sheet = Sheet(kept)
    sheet.add("event") { .integer($0.event) }
    sheet.add("role") { .text($0.input.role) }
    sheet.add("value") { .text($0.input.value) }
    sheet.add("file") { .text($0.input.fileName) }
    return sheet
  }

  private var balanceSheet: Sheet<(close: LedgerEvent, balance: AccountBalance)> {
    var sheet = Sheet(
      book.events.filter { $0.verb == .close }.flatMap { close in
        book.balances(atClose: close.number).map { (close: close, balance: $0) }
      })
    sheet.add("event") { .integer($0.close.number) }
    sheet.add("period") { .text($0.close.period) }
    sheet.add("rep") { .text($0.balance.key.rep) }
    sheet.add("plan") { .text($0.balance.key.year.plan) }
    sheet.add("plan_year") { .text("\($0.balance.key.year.start)") }
    sheet.add("account") { .text($0.balance.key.account.rawValue) }
    sheet.add("currency") { .text($0.balance.key.currency.code) }
    sheet.add("opening") { .money($0.balance.opening) }
    sheet.add("posted") { .money($0.balance.posted) }
    sheet.add("closing") { .money($0.balance.closing) }
    return sheet
  }
}

extension KeptInput {
  /// A name that tells its content from others; nil for a setting.
  fileprivate var fileName: String? {
    bytes.map { "files/\(SHA256.hexadecimal(of: $0).prefix(12))-\(value)" }
  }
}
