internal import Amounts
public import Answers
public import Findings
internal import PayPlans
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
  init(
    of deal: String, in statements: PayStatements, deals: Deals, leftOut: [String: DealRule] = [:]
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
    if rows.isEmpty, let rule = leftOut[deal] {
      ways = [Way(rep: "", name: "Not paid on", sentences: [rule.sentence])]
      return
    }
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

extension DealRule {
  /// Why a deal is not paid on.
  fileprivate var sentence: Inline {
    switch self {
    case .lost: "It is lost, as its stage says, and only won deals are paid on."
    case .open: "It is not won yet, as its stage says, and only won deals are paid on."
    case .elsewhere: "No measure or rule of the plan looks at it."
    }
  }
}
