public import Answers
public import Findings
public import PayAnswers

/// What each person on a plan is paid, and why: a page for each.
///
///     var question = StatementPackQuestion(StatementQuestion(plan: "plan.yaml", deals: "deals.csv"))
///     question.pay.period = "2021-Q2"
public struct StatementPackQuestion: Question {
  /// The statements that are asked for.
  public var pay: StatementQuestion

  /// Creates a question.
  public init(_ pay: StatementQuestion) {
    self.pay = pay
  }

  /// Reads the files and pays everyone.
  ///
  /// - Throws: `.usage` for a period or a person that there is none of, `.noInput` and `.badData` for
  ///   the files.
  public func answer() throws(InputFailure) -> Reply<StatementPack> {
    let reply = try pay.answer()
    return Reply(StatementPack(reply.answer), inputs: reply.inputs, findings: reply.findings)
  }
}
