internal import Amounts
public import Answers
public import Findings
public import PayPlans
internal import PlanFiles
public import Reporting

/// One deal's way through a plan, in sentences.
public struct DealExplanation: Answer {
  /// The deal.
  public let deal: String
  /// What there is to say, for each person in the order of the statements.
  public let ways: [Way]

  /// What one person's statement says about the deal.
  public struct Way: Hashable, Sendable {
    /// The person, as deals name them.
    public let rep: String
    /// The name to print.
    public let name: String
    /// The way through the plan, or why there is none.
    public let sentences: [Inline]
  }

  /// Finds a deal in statements, or says why it is in none.
  ///
  /// - Throws: `.usage` when there is no such deal.
  public init(
    of deal: String, in statements: PayStatements, deals: Deals
  ) throws(InputFailure) {
    let deal = deals.rows.contains { $0.id == deal } ? deal : DealColumns.plainID(deal)
    self.deal = deal
    let found = statements.statements.map(\.whole).map { statement in
      Way(
        rep: statement.rep, name: statement.name ?? statement.rep,
        sentences: statement.explanation(of: deal))
    }.filter { !$0.sentences.isEmpty }
    if !found.isEmpty {
      ways = found
      return
    }
    let rows = deals.rows.filter { $0.id == deal }
    guard !rows.isEmpty else {
      throw InputFailure(
        .usage,
        Finding(
          "pay.unknown-deal", about: .explain, "there is no deal \"\(deal)\"",
          remedy: NearMiss.closest(to: deal, among: deals.rows.map(\.id)).map {
            "did you mean \"\($0)\"?"
          }))
    }
    ways = rows.map { row in
      let statement = statements.statements.first { $0.whole.rep == row.rep }?.whole
      let sentences: [Inline] =
        statement == nil
        ? ["It is of \"\(row.rep)\", whose statement is not among these."]
        : ["No line is about it."]
          + statements.plan.reasonsUncredited(row, in: deals)
      return Way(rep: row.rep, name: statement?.name ?? row.rep, sentences: sentences)
    }
  }

  public var tables: [NamedTable] {
    var sheet = Sheet(
      ways.flatMap { way in way.sentences.map { (rep: way.rep, sentence: $0) } })
    sheet.add("rep") { .text($0.rep) }
    sheet.add("sentence") { .text($0.sentence.plainText) }
    return [NamedTable("sentences", sheet.records)]
  }

  public var document: Document {
    var document = Document(title: "Deal \(deal)")
    for way in ways {
      document.append(.section(.init(way.name)))
      document.append(.numbered(way.sentences))
    }
    return document
  }
}
