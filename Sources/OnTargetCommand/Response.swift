import Analyses
import Findings

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
}
