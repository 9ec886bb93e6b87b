public import Reporting

/// What a verb computes: a value that can be held, tested, and shown to people or programs.
public protocol Answer: Sendable {
  /// The answer as people read it.
  var document: Document { get }

  /// The pages that the document leads to, each a document of its own; most answers have none.
  var pages: [Page] { get }

  /// The answer as programs read it, the main table first; these are also the arrays of the JSON.
  var tables: [NamedTable] { get }

  /// The tables of each person, to be written as a workbook of its own; most answers have none.
  var parts: [AnswerPart] { get }

  /// Whether it is about some of the people in its files alone, so that what was found about the others
  /// has no place in a file of it.
  var isSelection: Bool { get }

  /// The charts that can be written by themselves; those of the document unless there are others.
  var charts: [Chart] { get }

  /// Single values that belong to the JSON beside the tables.
  var facts: [JSONValue.Member] { get }
}

extension Answer {
  public var pages: [Page] { [] }

  public var parts: [AnswerPart] { [] }

  public var isSelection: Bool { false }

  public var facts: [JSONValue.Member] { [] }

  public var charts: [Chart] { document.charts }

  /// The `result` of the JSON: the facts, then each table as an array of flat records.
  public var result: JSONValue {
    .object(facts + tables.map { JSONValue.Member($0.name, $0.table.json) })
  }
}

/// The tables of an answer that are about one person.
public struct AnswerPart: Sendable {
  /// The name of the file without its ending: letters, digits, hyphens and underscores.
  public let name: String
  /// The tables.
  public let tables: [NamedTable]

  /// Creates a part.
  public init(_ name: String, _ tables: [NamedTable]) {
    self.name = name
    self.tables = tables
  }
}

/// A table with the name by which `--table` and the JSON know it.
public struct NamedTable: Sendable {
  /// The name in snake case.
  public let name: String
  private let make: @Sendable () -> RecordTable

  /// The records.
  ///
  /// - Complexity: That of making the table; it is not kept.
  public var table: RecordTable { make() }

  /// Names a table.
  public init(_ name: String, _ table: RecordTable) {
    self.init(name) { table }
  }

  /// Names a table that is made when it is asked for, because it may be large.
  public init(_ name: String, _ make: @escaping @Sendable () -> RecordTable) {
    self.name = name
    self.make = make
  }
}
