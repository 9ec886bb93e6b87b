/// A block between fences (```` ``` ````) of a page of the documentation.
public struct FencedBlock: Sendable {
  /// What follows the opening fence, such as `yaml`.
  public var kind: String
  /// The number of its first line, from 1.
  public var line: Int
  public var lines: [String] = []

  /// Its lines as a text.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// Returns the blocks of a Markdown text.
  public static func all(in text: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var isOpen = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isOpen.toggle()
        if isOpen { blocks.append(FencedBlock(kind: String(line.dropFirst(3)), line: index + 2)) }
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks
  }
}
