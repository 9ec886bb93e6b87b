public import Findings

/// What running a notebook gives.
public struct NotebookRun: Sendable {
  /// What one command left behind.
  public struct Output: Sendable {
    /// What it printed.
    public var text: String
    /// What it printed to standard error.
    public var errors: String
    /// Its exit status.
    public var status: Int32
    /// What the text is written in, such as "csv"; nil for Markdown, which becomes part of the notebook.
    ///
    /// Only the command knows: its options have several spellings, and recipes have options too.
    public var language: String?

    /// Creates an output.
    public init(text: String, errors: String, status: Int32, language: String? = nil) {
      self.text = text
      self.errors = errors
      self.status = status
      self.language = language
    }
  }

  /// The text of the notebook with the new outputs.
  public let text: String
  /// The blocks that failed and were not expected to, or did not and were.
  public let log: FindingLog

  /// Runs the commands of a notebook in order.
  ///
  /// What a command printed to standard error stands above its output, because findings are part of
  /// what a reader should see. A status of 1 is an answer, not a failure.
  public init(_ notebook: Notebook, command: (_ arguments: [String]) -> Output) {
    var log = FindingLog()
    let outputs = notebook.blocks.map { block in
      let output = command(block.arguments)
      let failed = output.status > 1
      if failed != block.isExpectedToFail {
        log.add(
          Finding(
            "notebook.status", at: Place(file: notebook.path, line: block.line),
            failed
              ? "the command of this block fails with status \(output.status)"
              : "the block says that its command fails, and it does not",
            remedy: failed ? Inline(output.errors) : nil))
      }
      return Self.markdown(of: output)
    }
    self.log = log
    text = notebook.text(withOutputs: outputs)
  }

  private static func markdown(of output: Output) -> String {
    var parts: [String] = []
    if !output.errors.isEmpty { parts.append(fenced(output.errors, "text")) }
    if !output.text.isEmpty {
      parts.append(output.language.map { fenced(output.text, $0) } ?? output.text)
    }
    return parts.joined(separator: "\n\n")
  }

  /// Puts text into a fence that is longer than any inside of it.
  private static func fenced(_ text: String, _ language: String) -> String {
    let lines: [Substring] = text.split(separator: "\n")
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
  }
}
