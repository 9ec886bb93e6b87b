public import Findings
public import Reporting

/// A report with all that is needed to make it again: chosen sections, the command, its inputs.
public struct ReproducibleReport: Answer {
  /// What the report is about.
  public let subject: any ReportSubject
  /// The sections that are shown, in the order of the report.
  public let sections: [ReportSection]
  /// The command as typed.
  public let command: String
  /// The version of the tool.
  public let version: String
  /// The inputs with their checksums.
  public let inputs: [InputDescription]

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - subject: What it is about.
  ///   - names: The sections to show; nil shows all.
  ///   - command: The command as typed.
  ///   - version: The version of the tool.
  ///   - inputs: The inputs with their checksums.
  /// - Throws: `.usage` for a section that the report does not have, or that has nothing to show.
  public init(
    _ subject: any ReportSubject, sections names: [String]? = nil, command: String,
    version: String, inputs: [InputDescription]
  ) throws(InputFailure) {
    let known = subject.sections
    if let stranger = names?.first(where: { name in !known.contains { $0.name == name } }) {
      throw InputFailure(
        .usage,
        Finding(
          "report.unknown-section", about: .section,
          "this report has no section \"\(stranger)\"",
          remedy: NearMiss.remedy(for: stranger, among: known.map(\.name))))
    }
    if let empty = known.first(where: { names?.contains($0.name) == true && $0.blocks.isEmpty }) {
      throw InputFailure(
        .usage,
        Finding(
          "report.empty-section", about: .section,
          "there is nothing to say in the section \"\(empty.name)\"",
          remedy: "give the files that it is about, or leave it out"))
    }
    self.subject = subject
    sections = known.filter { names?.contains($0.name) ?? true }
    self.command = command
    self.version = version
    self.inputs = inputs
  }

  public var document: Document {
    Document(
      title: subject.title,
      blocks: subject.findings.map(Block.paragraph) + sections.flatMap(\.blocks) + provenance)
  }

  public var tables: [NamedTable] { subject.tables }

  public var facts: [JSONValue.Member] { subject.facts }

  public var pages: [Page] { subject.pages }

  public var parts: [AnswerPart] { subject.parts }

  public var isSelection: Bool { subject.isSelection }

  public var charts: [Chart] { subject.charts }

  private var provenance: [Block] {
    var sheet = Sheet(inputs)
    sheet.add(.text("Input")) { .code($0.path) }
    sheet.add(.text("SHA-256")) { $0.sha256.map { .code($0) } ?? .missing }
    return [
      .section("How to make this report again"),
      .paragraph("With OnTarget \(version), from a checkout:"),
      .code(command, language: "sh"), .table(sheet.table()),
    ]
  }
}
