public import Findings

/// What is asked: a value with defaults, which a library user writes, and which the command and a
/// recipe read from options and keys.
///
/// A question names files and says how to look at them; it knows nothing of how its settings are
/// spelled. What is wrong with a setting is a finding about its `Parameter`.
public protocol Question: Sendable {
  /// What answers it.
  associatedtype Result: Answer

  /// Reads what the question names, and answers.
  ///
  /// - Throws: `.usage` for settings that make no sense together, `.badData` and the like for what is
  ///   wrong in the files.
  func answer() throws(InputFailure) -> Reply<Result>
}

/// An answer, the files that it rests on, and what was noticed on the way.
public struct Reply<Result: Sendable>: Sendable {
  /// The answer itself.
  public var answer: Result
  /// The files that it rests on.
  public var inputs: [InputDescription]
  /// Warnings and notes.
  public var findings: FindingLog

  /// Creates a reply.
  public init(
    _ answer: Result, inputs: [InputDescription] = [], findings: FindingLog = FindingLog()
  ) {
    self.answer = answer
    self.inputs = inputs
    self.findings = findings
  }
}

/// What gathers while several files are read for one answer.
public struct Reading: Sendable {
  /// The files.
  public var inputs: [InputDescription] = []
  /// What was found in them.
  public var findings: FindingLog = FindingLog()

  /// Creates a gathering of nothing.
  public init() {}

  /// Adds the findings of a file that are worse than a severity; the rest is shown in the answer.
  public mutating func add(_ log: FindingLog, above severity: Severity) {
    findings.add(log.above(severity))
  }

  /// Adds what was read and found elsewhere, but for what is known.
  package mutating func merge(_ other: Reading) {
    for input in other.inputs where !inputs.contains(where: { $0.path == input.path }) {
      inputs.append(input)
    }
    findings.addNew(other.findings)
  }
}

extension Parameter {
  /// The failure of a setting that would change nothing without another one.
  ///
  /// - Parameters:
  ///   - needed: The setting that it says something about.
  ///   - value: What that one would have to be, if not anything.
  /// - Returns: The failure of the question.
  package func without(_ needed: Parameter, _ value: String? = nil) -> InputFailure {
    InputFailure(
      self, "setting.without", "it says something about \(.parameter(needed, value))",
      remedy: "give \(.parameter(needed, value)) too, or leave it out")
  }
}

extension InputFailure {
  /// A failure of a setting of the question.
  public init(
    _ parameter: Parameter, _ kind: Finding.Kind, _ message: Inline, remedy: Inline? = nil
  ) {
    self.init(.usage, Finding(kind, about: parameter, message, remedy: remedy))
  }
}

extension Parameter {
  /// Refuses a whole number that is out of its range.
  package func require(_ number: Int, in range: ClosedRange<Int>) throws(InputFailure) {
    guard !range.contains(number) else { return }
    throw InputFailure(
      self, "setting.range",
      "\("\(number)") is not from \("\(range.lowerBound)") to \("\(range.upperBound)")")
  }
}
