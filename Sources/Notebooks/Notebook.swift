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
  /// The lines of the file, each with what ends it.
  private let lines: [Line]

  static let outputMark = "<!-- output -->"
  static let endMark = "<!-- end of output -->"

  /// Finds the blocks of a notebook.
  ///
  /// - Throws: `.badData` with everything that is wrong: a fence that is left open, a block that is not
  ///   one command of the tool, an output that has no end.
  /// - Complexity: O(length of the text).
  public init(_ text: String, path: String) throws(InputFailure) {
    self.path = path
    lines = Line.all(in: text)
    var scanner = NotebookScanner(lines: lines.map(\.text), path: path)
    blocks = scanner.blocks()
    if scanner.log.hasErrors { throw InputFailure(.badData, scanner.log) }
  }

  /// Returns the text with the output of each block replaced, in the order of `blocks`.
  ///
  /// - Complexity: O(length of the text).
  public func text(withOutputs outputs: [String]) -> String {
    var result: [Line] = []
    var next = 0
    for (block, output) in zip(blocks, outputs) {
      result += lines[next..<block.source.upperBound]
      // The author's editor ends lines as the block does; the last one may have no end.
      let fence = lines[block.source.upperBound - 1]
      let end = fence.end.isEmpty ? lines[block.source.lowerBound].end : fence.end
      result[result.count - 1].end = end
      let texts =
        ["", Self.outputMark[...], ""] + Line.all(in: output.trimmingLineEnds).map(\.text)
        + ["", Self.endMark[...]]
      result += texts.map { Line(text: $0, end: end) }
      result[result.count - 1].end = lines[block.lines.upperBound - 1].end
      next = block.lines.upperBound
    }
    return (result + lines[next...]).map { $0.text + $0.end }.joined()
  }
}

/// A line of a Markdown file (CommonMark 0.31, section 2.1).
struct Line {
  var text: Substring
  /// What ends it: a line feed, a carriage return, or both; empty at the end of the file.
  var end: Substring

  static func all(in text: some StringProtocol) -> [Line] {
    let text = Substring(text)
    var lines: [Line] = []
    var start = text.startIndex
    for index in text.indices
    where text[index] == "\n" || text[index] == "\r\n" || text[index] == "\r" {
      let next = text.index(after: index)
      lines.append(Line(text: text[start..<index], end: text[index..<next]))
      start = next
    }
    return lines + [Line(text: text[start...], end: "")]
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
