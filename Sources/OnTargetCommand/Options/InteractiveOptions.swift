import Answers
import ArgumentParser
import Findings
import PayAnswers
import Reports

/// Whether a statement answers.
struct InteractiveOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      """
      Write one person's statement as a page in which every line opens to its deal, rate and rule, and \
      other outcomes of deals can be tried; HTML, in one file that needs no network.
      """))
  var interactive: Bool = false

  /// Writes the page of one person.
  ///
  /// - Parameters:
  ///   - pay: The statement that is asked for.
  ///   - output: How it is to be written.
  ///   - language: The language where the options name none.
  /// - Returns: The page, as a file in place of a document.
  /// - Throws: For another form than HTML, for several people, and what reading and paying finds.
  func response(
    to pay: StatementQuestion, _ output: OutputOptions, language: Language = .english
  ) throws -> Response {
    try output.requireHTML("a statement that answers")
    let engine = try PageEngine.read("statement")
    let reply = try StatementPageQuestion(pay)
      .answer(in: output.locale ?? language, engine: engine)
    return Response(
      answer: WrittenPage(), inputs: reply.inputs, findings: reply.findings, file: reply.answer.html
    )
  }
}
