package import Answers
package import Findings
public import Simulation
public import Tables

/// How attainment varies, as a part of a question.
public struct ModelChoice: Hashable, Sendable {
  /// A preset, or a model as `ModelText.forms` write it; it may name a file with a history.
  public var text: String
  /// How that file is read.
  public var tables: TableOptions
  /// How it is drawn from.
  public var draws: DrawChoice
  /// The quota that attainment is measured against; nil for the plan's own.
  public var referenceQuota: AskedAmount?

  /// Creates a choice, the usual one if nothing is said.
  public init(
    _ text: String = AttainmentPreset.standard, tables: TableOptions = TableOptions(),
    draws: DrawChoice = DrawChoice(), referenceQuota: AskedAmount? = nil
  ) {
    self.text = text
    self.tables = tables
    self.draws = draws
    self.referenceQuota = referenceQuota
  }
}

extension ModelChoice {
  /// Reads the model, and the history that it names.
  ///
  /// - Parameters:
  ///   - reading: Is told the history, and what was found in it.
  ///   - keep: Is told the path of each history, and its attainments.
  /// - Returns: The model.
  /// - Throws: `.usage` for what is no model and for numbers out of range, and what is wrong in the
  ///   history.
  package func read(
    _ reading: inout Reading, keep: (String, [Double]) -> Void = { _, _ in }
  ) throws(InputFailure) -> ModelText {
    try draws.check()
    var histories: [AttainmentHistory] = []
    let model = try pricing(about: .parameter(.model)) {
      try ModelText(text) { path in
        let history = try AttainmentHistory(path: path, tables)
        histories.append(history)
        return history.values
      }
    }
    for history in histories {
      keep(history.path, history.values)
      reading.inputs.append(
        InputDescription(path: history.path, rows: history.rows, rejected: history.rejected))
      reading.findings.add(history.findings)
    }
    return model
  }
}
