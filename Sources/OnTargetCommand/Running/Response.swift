import Answers
import Findings
import Reporting

/// What a verb says: an answer, what it read, and what it noticed.
struct Response {
  /// The answer itself.
  var answer: any Answer
  /// The files that it rests on.
  var inputs: [InputDescription] = []
  /// Warnings and notes for standard error.
  var findings: FindingLog = FindingLog()
  /// The exit status.
  var status: ExitStatus = .done
  /// The answer as the JSON that was written of it, if it was.
  var json: JSONValue?
  /// What is written in place of the answer's document, where that is a file of its own kind.
  var file: String?
  /// The call that would have the same answer, where it was put together from parts; nil for what was typed.
  var call: Call?
  /// The SHA-256 of inputs that are not here any more, by their paths.
  var digests: [String: String] = [:]
}

extension Response {
  /// Notes how much of the answer stays English, because nobody has put it into its language yet.
  mutating func addUntranslated(to output: OutputOptions) {
    guard output.language != .english else { return }
    let missing = answer.wholeDocument.untranslated(by: Phrasebook(output.language))
    guard let first = missing.first else { return }
    findings.add(
      Finding(
        "language.untranslated", .note, about: .locale,
        """
        \(missing.count) phrases have no \(output.language.code) words and stay English, such as \
        "\(first)"
        """))
  }
}

extension Response {
  /// What a question was answered with.
  init<Result: Answer>(_ reply: Reply<Result>, status: ExitStatus = .done) {
    self.init(
      answer: reply.answer, inputs: reply.inputs, findings: reply.findings, status: status)
  }
}
