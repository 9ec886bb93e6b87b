internal import Amounts
public import Findings
internal import PayPlans
public import Reporting

/// One deal's way through a plan, in sentences.
public struct DealExplanation: Answer {
  /// The deal.
  public let deal: String
  /// The statements that it appears in.
  private let statements: PayStatements

  /// Finds a deal in statements.
  ///
  /// - Throws: `.usage` when no line is about the deal.
  public init(of deal: String, in statements: PayStatements) throws(InputFailure) {
    self.deal = deal
    self.statements = statements
    let known = statements.statements.flatMap { $0.lines.compactMap(\.deal) }
    guard known.contains(deal) else {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-deal", at: Place(file: "--explain"),
          "no line of the statements is about a deal \"\(deal)\"",
          remedy: NearMiss.closest(to: deal, among: Set(known).sorted()).map {
            "did you mean \"\($0)\"?"
          } ?? "is it filtered out by every measure, or of another period?"))
    }
  }

  private var sentences: [(statement: Statement, sentences: [String])] {
    statements.statements.map { ($0.whole, $0.whole.explanation(of: deal)) }
      .filter { !$0.1.isEmpty }
  }

  public var tables: [NamedTable] {
    var table = RecordTable(["rep", "sentence"])
    for (statement, sentences) in sentences {
      for sentence in sentences { table.append([.text(statement.rep), .text(sentence)]) }
    }
    return [NamedTable("sentences", table)]
  }

  public var document: Document {
    var document = Document(title: "Deal \(deal)")
    for (statement, sentences) in sentences {
      document.append(.section(.init(statement.name ?? statement.rep)))
      document.append(.numbered(sentences.map { .init($0) }))
    }
    return document
  }
}
