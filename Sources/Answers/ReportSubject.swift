public import Reporting

/// What a report is about: its findings in words, and sections that a recipe can choose from.
public protocol ReportSubject: Answer {
  /// The title of the report.
  var title: Inline { get }

  /// What a reader takes away, before any table; every figure in it is computed.
  var findings: [Inline] { get }

  /// The sections, in the order in which they are read.
  var sections: [ReportSection] { get }
}

/// A part of a report with the name by which a recipe asks for it.
public struct ReportSection: Sendable {
  /// The name in a recipe, such as "sensitivity".
  public let name: String
  /// The heading and what is below it; empty when there is nothing to say.
  public let blocks: [Block]

  /// Creates a section.
  public init(_ name: String, _ blocks: [Block]) {
    self.name = name
    self.blocks = blocks
  }
}

extension ReportSubject {
  /// The whole report: title, findings, all sections.
  public var document: Document {
    Document(
      title: title, blocks: findings.map(Block.paragraph) + sections.flatMap(\.blocks))
  }
}
