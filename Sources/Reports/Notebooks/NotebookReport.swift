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
    var table = RecordTable(["path", "commands", "failed", "differs"])
    for entry in entries {
      table.append([
        .text(entry.path), .integer(entry.commands), .integer(entry.log.count(of: .error)),
        .bool(!entry.difference.isEmpty),
      ])
    }
    return [NamedTable("notebooks", table)]
  }

  public var document: Document {
    var table = Table([.text("Notebook"), .number("Commands"), .text("Result")])
    for entry in entries {
      table.append([.code(entry.path), .init("\(entry.commands)"), result(of: entry)])
    }
    var document = Document(blocks: [.table(table)])
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

  private func result(of entry: Entry) -> Inline {
    if entry.log.hasErrors { return "\(entry.log.count(of: .error)) did not end as expected" }
    if entry.difference.isEmpty { return "unchanged" }
    return isWritten ? "written" : "differs from what it shows"
  }
}
