public import Answers
public import Findings
public import Reporting

/// What became of notebooks that were run or checked.
public struct NotebookReport: Answer {
  /// One notebook.
  public struct Entry: Sendable {
    /// The path.
    public let path: String
    /// The number of its commands.
    public let commands: Int
    /// The lines in which what it shows is not what comes out; empty where they agree.
    public let difference: String
    /// The commands that did not end as expected.
    public let log: FindingLog

    /// Creates an entry.
    public init(path: String, commands: Int, difference: String, log: FindingLog) {
      self.path = path
      self.commands = commands
      self.difference = difference
      self.log = log
    }
  }

  /// The notebooks, in the order given.
  public let entries: [Entry]
  /// Whether they were written with the new outputs.
  public let isWritten: Bool

  /// Creates a report.
  public init(_ entries: [Entry], isWritten: Bool) {
    self.entries = entries
    self.isWritten = isWritten
  }

  /// Whether every command ended as expected and, in a check, everything shown is what comes out.
  public var isClean: Bool {
    entries.allSatisfy { !$0.log.hasErrors && (isWritten || $0.difference.isEmpty) }
  }

  public var tables: [NamedTable] {
    [NamedTable("notebooks", sheet.records)]
  }

  private var sheet: Sheet<Entry> {
    var sheet = Sheet(entries)
    let isWritten = isWritten
    sheet.add("path", "Notebook", .code) { .text($0.path) }
    sheet.add("commands", .number("Commands")) {
      .integer($0.commands)
    } cell: {
      Inline("\($0.commands)")
    }
    sheet.add("failed") { .integer($0.log.count(of: .error)) }
    sheet.add("differs") { .bool(!$0.difference.isEmpty) }
    sheet.add(.text("Result")) { $0.result(isWritten: isWritten) }
    return sheet
  }

  public var document: Document {
    var document = Document(blocks: [.table(sheet.table())])
    for entry in entries {
      if entry.log.hasErrors {
        let text = entry.log.findings.map { "\($0)" }.joined(separator: "\n")
        document.append(.code(text, language: nil))
      }
      if !isWritten, !entry.difference.isEmpty {
        document.append(.code(entry.difference, language: "diff"))
      }
    }
    return document
  }
}

extension NotebookReport.Entry {
  fileprivate func result(isWritten: Bool) -> Inline {
    if log.hasErrors { return "\(log.count(of: .error)) did not end as expected" }
    if difference.isEmpty { return "unchanged" }
    return isWritten ? "written" : "differs from what it shows"
  }
}
