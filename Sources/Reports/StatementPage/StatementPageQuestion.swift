package import Answers
internal import Calculator
package import Findings
package import PayAnswers
internal import PayPlans
package import Phrases

/// What is one person paid, and what would another outcome of a deal pay?
package struct StatementPageQuestion: Sendable {
  /// The statement that is asked for, of one person.
  package var pay: StatementQuestion

  /// Creates a question.
  package init(_ pay: StatementQuestion) {
    self.pay = pay
  }

  /// Reads the files, pays everyone and writes the page of one person.
  ///
  /// - Parameters:
  ///   - language: The language of the page.
  ///   - engine: What pays in the page.
  /// - Returns: The page, and the files that it rests on.
  /// - Throws: `.usage` unless the statement is that of one person, and what `StatementQuestion` throws.
  package func answer(
    in language: Language, engine: PageEngine
  ) throws(InputFailure) -> Reply<StatementPage> {
    var reading = Reading()
    let (run, statements) = try pay.statements(&reading)
    guard statements.statements.count == 1, let statement = statements.statements.first else {
      throw InputFailure(
        .rep, "question.together", "a statement that answers is one person's, and is theirs to see",
        remedy: "name the person with \(.parameter(.rep))")
    }
    let page = StatementPage(
      statements, trial: Self.trial(statement.whole, run), in: language, engine: engine)
    return Reply(page, inputs: reading.inputs, findings: reading.findings)
  }

  private static func trial(
    _ statement: Statement, _ run: PaidDeals
  ) -> Result<[UInt8], StatementObstacle> {
    do throws(StatementObstacle) {
      let inputs = try StatementInputs(
        of: statement, by: run.plan, deals: run.deals,
        rep: run.roster?.reps.first { $0.id == statement.rep }, rates: run.rates,
        scores: run.scores, adjustments: run.adjustments)
      guard let bytes = inputs.bytes else { throw .digits }
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }
}
