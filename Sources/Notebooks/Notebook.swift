public import Findings

/// A Markdown file whose fenced `ontarget` blocks are commands, with the output of each below it.
///
/// A block is a command as typed, wrapped with backslashes where it is long:
///
///     ```ontarget
///     ontarget simulate plan.yaml --attainment 80%,100%
///     ```
///
/// The output stands between the comments `<!-- output -->` and `<!-- end of output -->`, which do not
/// show. The rest of the file is the author's and is never changed.
public struct Notebook: Sendable {
  /// A block with a command.
  public struct Block: Hashable, Sendable {
    /// The arguments after `ontarget`.
    public let arguments: [String]
    /// The line of the fence that opens it, from 1.
    public let line: Int
    /// Whether the author expects the command to fail: the fence says `ontarget fails`.
    public let isExpectedToFail: Bool
    /// The lines of the file that make up the block and its old output.
    let lines: Range<Int>
    /// The lines of the block itself.
    let source: Range<Int>
  }

  /// The path, as findings show it.
  public let path: String
  /// The blocks, in order.
  public let blocks: [Block]
  /// The lines of the file.
  let lines: [Substring]

  static let outputMark = "<!-- output -->"
  static let endMark = "<!-- end of output -->"

  /// Finds the blocks of a notebook.
  ///
  /// - Throws: `.badData` with everything that is wrong: a fence that is left open, a block that is not
  ///   one command of the tool, an output that has no end.
  /// - Complexity: O(length of the text).
  public init(_ text: String, path: String) throws(InputFailure) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var scanner = NotebookScanner(lines: lines, path: path)
    blocks = scanner.blocks()
    if scanner.log.hasErrors { throw InputFailure(.badData, scanner.log) }
  }

  /// Returns the text with the output of each block replaced, in the order of `blocks`.
  ///
  /// - Complexity: O(length of the text).
  public func text(withOutputs outputs: [String]) -> String {
    var result: [Substring] = []
    var next = 0
    for (block, output) in zip(blocks, outputs) {
      result += lines[next..<block.source.upperBound]
      result += ["", Self.outputMark[...], ""]
      result += output.trimmingLineEnds.split(separator: "\n", omittingEmptySubsequences: false)
      result += ["", Self.endMark[...]]
      next = block.lines.upperBound
    }
    result += lines[next...]
    return result.joined(separator: "\n")
  }
}

extension String {
  /// The text without line ends at its end.
  fileprivate var trimmingLineEnds: Substring {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
